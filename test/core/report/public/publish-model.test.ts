/** The model for the public: texts are made public wherever they stand, figures and days stay as they are. */
import fc from 'fast-check';
import { ruleOfLaw } from '../../../edition';
import { reportRows, reportSettings } from '../sample-report';
import { findingsFromRows } from '../../../../src/core/findings/findings-from-rows';
import { placedChanges } from '../../../../src/core/report/public/cells-of-change';
import { publicProblems } from '../../../../src/core/report/public/public-change';
import { placeOf, publishModel } from '../../../../src/core/report/public/publish-model';
import { publisherOf } from '../../../../src/core/report/public/publish-text';
import { reportFromFindings } from '../../../../src/core/report/report-from-findings';
import { traced } from '../../../../src/engine/fill';
import { gridOf } from '../../grid-builder';

const publish = publisherOf(ruleOfLaw.publicRules, []);
const text = (content: string, ...sources: string[]) => traced(content, content, sources);

it('changes each text of records and lists, and tells each of each place once', () => {
  const phone = text('电话13812345678', '司法所.xlsx 任务进展!D7');
  const { model, changes } = publishModel({ 甲: phone, 乙: [{ 丙: phone }], 丁: text('平常的话') }, publish);
  expect(model).toMatchObject({
    甲: { text: '电话（电话略）' },
    乙: [{ 丙: { text: '电话（电话略）' } }],
    丁: { text: '平常的话' },
  });
  expect(changes).toEqual([
    {
      rule: '手机号',
      does: 'mask',
      actual: '13812345678',
      instead: '（电话略）',
      sources: ['司法所.xlsx 任务进展!D7'],
    },
  ]);
});

it('leaves a text of a list out of which nothing is left, and says 略 where one text stands', () => {
  const { model } = publishModel(
    { 素材: [text('【内部】底数'), text('平常的话')], 表述: text('【内部】底数') },
    publish,
  );
  expect(model).toMatchObject({ 素材: [{ text: '平常的话' }], 表述: { text: '（略）' } });
});

it('never touches a figure, a day, a yes or a missing value', () => {
  const value = fc.oneof(
    fc.double({ noNaN: true }).map((figure) => traced(figure, '13812345678')),
    fc.boolean().map((yes) => traced(yes, '13812345678')),
    fc.constant(traced(null, '13812345678')),
    fc.date({ noInvalidDate: true }).map((day) => traced(day.toISOString().slice(0, 10), '2022年12月31日')),
  );
  fc.assert(
    fc.property(fc.array(value), (items) => {
      expect(publishModel({ 项: items }, publish)).toEqual({ model: { 项: items }, changes: [] });
    }),
  );
});

it('keeps the program’s word for a standard of the office, not a mark that stands in a cell', () => {
  const { model, changes } = publishModel({ 性质: text('内部'), 备注: text('内部', '总表.xlsx 指标!D7') }, publish);
  expect(model).toMatchObject({ 性质: { text: '内部' }, 备注: { text: '（略）' } });
  expect(changes).toMatchObject([{ rule: '内部标记', sources: ['总表.xlsx 指标!D7'] }]);
});

it('has nothing to change in the sample town', () => {
  const findings = findingsFromRows(reportRows, reportSettings, []).value;
  const model = reportFromFindings(findings, reportRows, reportSettings).value;
  expect(publishModel(model, publish)).toEqual({ model, changes: [] });
});

describe('the place of a change', () => {
  const rows = [
    ['编号', '进展'],
    ['A-01', '电话 13812345678'],
  ];
  const sheet = gridOf(rows, { workbook: '司法所.xlsx', sheet: '任务进展' });
  const change = { rule: '手机号', does: 'mask', actual: '13812345678', instead: '（电话略）' } as const;

  it('is the very cell of the row', () => {
    const [found] = placedChanges([{ ...change, sources: ['司法所.xlsx 任务进展!A2'] }], [sheet]);
    expect(found?.places).toEqual([{ file: '司法所.xlsx', sheet: '任务进展', cell: 'B2' }]);
  });

  it('is told once, in whichever fields the text of the cell stands', () => {
    const alone = { ...change, sources: ['司法所.xlsx 任务进展!A2'] };
    const joined = { ...change, sources: ['司法所.xlsx 任务进展!A1', '司法所.xlsx 任务进展!A2'] };
    expect(placedChanges([alone, joined], [sheet])).toHaveLength(1);
  });

  it('is the row’s first cell where no cell of it holds the text', () => {
    const [found] = placedChanges([{ ...change, sources: ['司法所.xlsx 任务进展!A1'] }], [sheet]);
    expect(found?.places).toEqual([{ file: '司法所.xlsx', sheet: '任务进展', cell: 'A1' }]);
  });

  it.each([
    ['总表.xlsx 综述 素材!C4', { file: '总表.xlsx', sheet: '综述 素材', cell: 'C4' }],
    ['总表.xlsx', { file: '总表.xlsx' }],
    ['程序', { file: '程序' }],
  ])('is read from %s', (source, place) => {
    expect(placeOf(source)).toEqual(place);
  });

  it('stands in a problem that says what was done; a mark of secrecy is an error', () => {
    const places = [{ file: '司法所.xlsx', sheet: '任务进展', cell: 'B2' }];
    const [masked, dropped, whole, stopped, asked] = publicProblems([
      { ...change, places },
      { ...change, does: 'drop-sentence', places },
      { ...change, does: 'drop-text', places },
      { ...change, does: 'stop', rule: '密级标记', actual: '机密', places },
      { ...change, does: 'ask', rule: '和姓名并列、可能是姓名', actual: '李小红', instead: '', places },
    ]);
    expect(asked).toMatchObject({
      level: 'doubt',
      code: 'public-doubted',
      place: places[0],
      reason: '公开版里还有“李小红”，和姓名并列、可能是姓名，没有遮盖',
    });
    expect(masked).toMatchObject({
      level: 'note',
      code: 'public-masked',
      reason: '公开版里用“（电话略）”代替了手机号“13812345678”',
    });
    expect(dropped).toMatchObject({
      level: 'note',
      code: 'public-dropped',
      reason: '公开版里删去了有手机号的一句“13812345678”',
    });
    expect(whole?.reason).toContain('整段');
    expect(stopped).toMatchObject({
      level: 'error',
      code: 'public-stopped',
      place: places[0],
      reason: '有密级标记“机密”，公开版没有生成',
    });
  });
});
