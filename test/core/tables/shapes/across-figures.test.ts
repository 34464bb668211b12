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
