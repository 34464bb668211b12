/** Indicators across: each becomes a line of its own, told by the cell it stands in. */
import { shapedSheets } from '../../../../src/core/tables/shapes/shaped-sheets';
import { figuresTable, reading2022 } from '../../../edition';
import { sheetOf } from '../other-rows/sheet-text';
import { readShape } from './shaped';

const fields = ['code', 'quantity', 'lastYear'];

it('one row of figures', () => {
  const { values, told, unread, ends } = readShape(
    figuresTable,
    '执法数据统计表\n单位|行政检查次数（次）|行政处罚决定数|罚没金额（元）\n执法办|120|31|46000',
    ['A1:D1'],
    fields,
  );
  expect(values).toEqual([
    'code C1@B2',
    'quantity 120@B3',
    'code C2@C2',
    'quantity 31@C3',
    'code C3@D2',
    'quantity 46000@D3',
  ]);
  expect([told, unread, ends]).toEqual([[], 0, [3, 0]]);
});

it('departments down with a total: the rows add up, a total that does not fit is told with both numbers', () => {
  const { values, problems, unread } = readShape(
    figuresTable,
    '单位|行政检查次数|行政处罚决定数\n一中队|20|3\n二中队|30|4\n合计|50|8',
    [],
    fields,
  );
  expect(values.filter((one) => one.startsWith('quantity'))).toEqual(['quantity 50@B4', 'quantity 7@C4']);
  expect(problems.map(({ place, level, reason }) => [place.cell, level, reason])).toEqual([
    ['A2', 'doubt', '表头横着排，下面有2行，按各行之和计'],
    ['C4', 'doubt', '合计 8 不等于各行之和 7'],
  ]);
  expect(unread).toBe(0);
});

it('a row of this year and one of the last', () => {
  const { values } = readShape(
    figuresTable,
    '年度|行政检查次数|行政处罚决定数\n2022年|120|31\n2021年|98|28',
    [],
    fields,
  );
  expect(values).toEqual([
    'code C1@B1',
    'quantity 120@B2',
    'lastYear 98@B3',
    'code C2@C1',
    'quantity 31@C2',
    'lastYear 28@C3',
  ]);
});

it('months down', () => {
  const { values, told } = readShape(
    figuresTable,
    '月份|行政检查次数|在岗执法人员数\n1月|20|8\n2月|30|9\n3月|1|9\n合计|51|',
    [],
    fields,
  );
  expect(values.filter((one) => one.startsWith('quantity'))).toEqual(['quantity 51@B5', 'quantity 9@C5']);
  expect(told).toEqual([]);
});

it('a register of events that is called 统计表 is no table of figures, on a sheet of any name', () => {
  const text =
    '综治中心2022年普法活动统计表\n开展时间|活动主题|地点|受众人数（人次）|发放资料（份）|牵头/参与\n2022-03-05|学雷锋|广场|86|120|牵头';
  const grid = sheetOf(text, { sheet: '综治中心' });
  const context = { ...reading2022, lines: reading2022.declared.lines };
  expect(shapedSheets([grid], reading2022.declared.department, context)[0]).toBe(grid);
});

it('figures in the first column under a heading of their own are no numbers of rows', () => {
  const { told, unread } = readShape(
    figuresTable,
    '甲措施（宗）|行政检查次数（次）|行政处罚决定数\n7|120|31',
    [],
    fields,
  );
  expect([told, unread]).toEqual([['A2 doubt cells-outside'], 0]);
  const said = (first: string): readonly string[] =>
    readShape(figuresTable, `甲措施|行政检查次数（次）|行政处罚决定数\n${first}|120|31`, [], fields).told;
  expect(said('7件')).toEqual(['A2 doubt cells-outside']);
  expect([said('2022年'), said('3中队'), said('执法办')]).toEqual([[], [], []]);
});

it('a column nobody knows is told and no figure is lost by it', () => {
  const { values, problems, unread } = readShape(
    figuresTable,
    '单位|行政检查次数|暗访次数|行政处罚决定数\n执法办|120|7|31',
    [],
    fields,
  );
  expect(values.filter((one) => one.startsWith('quantity'))).toEqual(['quantity 120@B2', 'quantity 31@D2']);
  expect([unread, problems.map(({ code, covers = [] }) => [code, covers.length])]).toEqual([0, [['cells-outside', 2]]]);
});

describe('another table below the figures', () => {
  const totals = '执法经费情况表\n单位|执法经费预算（万元）|执法经费到位（万元）\n执法办|12|10.5\n合计|12|10.5';
  it.each([
    ['under a title of its own', '\n|\n培训经费明细\n项目|预算|到位\n执法培训|20000|18500'],
    ['under a title right below', '\n培训经费明细（单位：元）\n项目|预算|到位\n执法培训|20000|18500'],
    ['under other words', '\n|\n项目|培训费|差旅费\n执法培训|20000|18500'],
  ])('%s adds nothing to them', (_, below) => {
    const { values, told, unread } = readShape(figuresTable, totals + below, [], ['code', 'quantity']);
    expect(values).toEqual(['code D10.1@B2', 'quantity 12@B3', 'code D10.2@C2', 'quantity 10.5@C3']);
    expect([told.filter((one) => one.endsWith(' doubt cells-outside')).length, unread]).toEqual([1, 0]);
  });

  it('is none under the same header, or the same title and header, again', () => {
    const text = '检查情况\n单位|行政检查次数|行政处罚决定数\n甲队|20|3\n';
    const sums = (below: string): readonly string[] =>
      readShape(figuresTable, text + below, [], ['quantity']).values.map((one) => one.split('@')[0] ?? '');
    expect(sums('单位|行政检查次数|行政处罚决定数\n乙队|30|4')).toEqual(['quantity 50', 'quantity 7']);
  });
});

it('each table under the other has the unit above its own header, however far down', () => {
  const blank = '|\n'.repeat(4);
  const { values } = readShape(
    figuresTable,
    `经费情况\n|单位：万元\n执法经费预算|执法经费到位\n12|10.5\n${blank}|\n检查情况\n行政检查次数|行政处罚决定数\n120|31\n|\n罚没情况\n|单位：元\n罚没金额|行政处罚立案数\n46000|33`,
    [],
    ['code', 'unit', 'quantity'],
  );
  expect(
    values.filter((one) => /^(?:unit 元|unit 万元|code C3|code D10)/u.test(one)).map((one) => one.split('@')[0]),
  ).toEqual(['code D10.1', 'unit 万元', 'code D10.2', 'unit 万元', 'code C3', 'unit 元']);
});
