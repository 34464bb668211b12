/** A list of tasks without sections: each is proposed one by the words of its title, which the office has to look at. */
import type { Edition } from '../../../../src/core/edition/edition';
import type { Settings } from '../../../../src/core/settings/settings';
import { withSections } from '../../../../src/core/rows/town/task-sections';
import { ruleOfLaw, tasksTable } from '../../../edition';
import { settings, task } from '../../findings/rows-builder';
import { settingsOf } from '../../office-builder';

const section = {
  ...tasksTable.columns.section,
  choices: ['普法', '执法', '组织'],
  choiceUsages: { 普法: ['宣传', '法治宣传'], 执法: ['检查', '执法 检查'] },
};
const { sheets } = ruleOfLaw;
const tasks = { ...sheets.tasks, columns: { ...sheets.tasks.columns, section } };
const edition: Edition = { ...ruleOfLaw, sheets: { ...sheets, tasks } };
const own: Settings = { ...settings, edition };

function sections(titles: readonly string[], more: Partial<Settings> = {}) {
  const listed = titles.map((title, index) => task(`A-${String(index + 1)}`, { title, section: '旧' }));
  return withSections(listed, { ...own, ...more });
}

it.each([
  ['开展宣传', '', '普法'],
  ['检查法治宣传', '', '普法'],
  ['宣传执法检查', '', '执法'],
  ['执法检查与宣传', '', '执法'],
  ['宣传后检查', '', '执法'],
  ['检查后宣传', '', '普法'],
  ['执 法检查', '', '执法'],
  ['例会', '集中宣传一次', '普法'],
  ['例会检查', '集中法治宣传一次', '执法'],
  ['例会', '按月召开', ''],
])('%s, to be done by %s, is proposed for “%s”', (title, measure, name) => {
  const { value } = withSections([task('A-1', { title, measure })], own);
  expect(value.map((one) => one.section)).toEqual([name]);
});

it('all are told together, with what to write when it is right or wrong', () => {
  const { problems } = sections(['开展宣传', '例会']);
  expect(problems).toEqual([
    {
      code: 'section-proposed',
      level: 'doubt',
      place: { file: '总表.xlsx', sheet: '任务' },
      actual: '',
      reason: '任务表没有“报告章节”列，按字句提出：A-1 开展宣传→普法；A-2 例会→（没有提出）',
      expected: expect.stringMatching(/^请核对。要改或者要确认的，.*认作：开展宣传＝普法/u) as string,
    },
  ]);
  expect(sections(['例会']).problems[0]?.expected).toContain('认作：例会＝章节');
});

it('what the office said itself goes before all words, and is not told; a section it does not have is none', () => {
  const columnMapping = settingsOf({ columnMapping: '认作：开展宣传＝组织；认作：例会＝别处' }).columnMapping;
  const { value, problems } = sections(['开展宣传', '例会', '检查'], { columnMapping });
  expect(value.map((one) => one.section)).toEqual(['组织', '', '执法']);
  expect(problems.map(({ reason }) => reason)).toEqual([
    '任务表没有“报告章节”列，按字句提出：A-2 例会→（没有提出）；A-3 检查→执法',
  ]);
  expect(sections(['开展宣传'], { columnMapping }).problems).toEqual([]);
});

it('thirty are named, of more it is told that there are more', () => {
  const told = (count: number): string =>
    sections(Array.from({ length: count }, () => '开展宣传')).problems[0]?.reason ?? '';
  expect([told(30).endsWith('A-30 开展宣传→普法'), told(31).endsWith('A-30 开展宣传→普法 等')]).toEqual([true, true]);
});
