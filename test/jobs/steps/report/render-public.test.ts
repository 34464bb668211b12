/** How many paragraphs the public version is said not to print: those the template leaves out, whatever else was masked. */
import { renderPublic } from '../../../../src/jobs/steps/report/render-public';
import { fieldsOfReport } from '../../../../src/core/report/fields';
import { reportFromFindings } from '../../../../src/core/report/report-from-findings';
import { findingsFromRows } from '../../../../src/core/findings/findings-from-rows';
import { fillText, type ModelRecord } from '../../../../src/engine/fill';
import { reportRows, reportSettings } from '../../../core/report/sample-report';

const phone = '13800138000';

/** The sections of a template, each paragraph a line, with the narratives in the first section. */
function publicOf(template: readonly string[], texts: readonly string[]): ReturnType<typeof renderPublic> {
  const [first] = reportRows.narratives;
  if (first === undefined) throw new Error('the sample has narratives');
  const narratives = texts.map((text, index) => ({ ...first, section: '组织领导', order: index + 1, text }));
  const rows = { ...reportRows, narratives };
  const findings = findingsFromRows(rows, reportSettings, []).value;
  const office = { settings: reportSettings, rows, findings, grids: [] };
  const source = template.join('\n').replace('【各段】', '{{#each 素材.组织领导}}\n{{this}}\n{{/each}}');
  const linesOf = (model: ModelRecord): readonly string[] => {
    const { text, problems } = fillText(source, model, fieldsOfReport(rows, reportSettings.edition));
    if (text === null) throw new Error(JSON.stringify(problems));
    return text.split('\n');
  };
  const internal = linesOf(reportFromFindings(findings, rows, { ...reportSettings, isPublic: false }).value);
  const fill = (model: ModelRecord) => ({ bytes: null, text: linesOf(model), trace: [], problems: [] });
  return renderPublic(office, internal, fill);
}

const inside = '{{#unless 公开版}}只供内部。{{/unless}}';

it.each([
  ['nothing', ['标题', '【各段】'], ['开会两次。'], 0],
  ['a masked paragraph', ['标题', '【各段】'], [`请拨打${phone}。`], 0],
  ['a dropped paragraph', ['标题', inside, '【各段】'], ['开会两次。'], 1],
  ['one dropped, another masked', ['标题', inside, '【各段】'], [`请拨打${phone}。`], 1],
  ['one dropped in which something is masked', ['{{#unless 公开版}}\n【各段】\n{{/unless}}'], [`请拨打${phone}。`], 1],
  ['one printed in part in which something is masked', [`电话${phone}，${inside}`, '【各段】'], [`见${phone}。`], 1],
  ['two of one wording, one of them dropped', ['相同。', '{{#unless 公开版}}相同。{{/unless}}'], [], 1],
  [
    'three dropped, two of them with a number',
    ['{{#unless 公开版}}\n【各段】\n{{/unless}}'],
    [phone, `又${phone}`, '无'],
    3,
  ],
] as const)('%s', (_, template, texts, count) => {
  expect(publicOf(template, texts).unprinted).toBe(count);
});

it('names below 姓名 in a table of the template are known wherever they stand', () => {
  const changes = (...lines: readonly string[]): readonly string[] =>
    publicOf([...lines, '【各段】'], ['盛夏负责此事。']).changes.map(({ actual }) => actual);
  expect(changes('标题')).toEqual([]);
  expect(changes('姓名 | 分工', '盛夏 | 普法')).toEqual(['盛夏']);
});
