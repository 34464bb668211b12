/** Figures told for each unit across: their total is the value, held against the units. */
import { shapedOf } from '../../../../src/core/tables/shapes/shaped-grid';
import { unitTotals } from '../../../../src/core/tables/shapes/unit-columns';
import { figuresTable, reading2022 } from '../../../edition';
import { sheetOf } from '../other-rows/sheet-text';
import { readShape } from './shaped';

const head = '序号|项目|一中队|二中队|合计';
const sheet = (...rows: readonly string[]): string => ['执法情况', head, ...rows].join('\n');
const read = (text: string): ReturnType<typeof readShape> =>
  readShape(figuresTable, text, ['A1:E1'], ['name', 'quantity']);

const totals = (text: string): ReturnType<typeof unitTotals> =>
  unitTotals(sheetOf(text), { ...reading2022, lines: reading2022.declared.lines });

it('takes the total of each row, and tells it where it stands', () => {
  const { values, told, unread } = read(sheet('1|行政检查次数|3|4|7', '2|行政处罚决定数|1|2|3'));
  expect(values).toEqual(['name 行政检查次数@B3', 'quantity 7@E3', 'name 行政处罚决定数@B4', 'quantity 3@E4']);
  expect(told.filter((one) => one.includes('total-mismatch'))).toEqual([]);
  expect(unread).toBe(0);
});

it('tells a total that is not the sum of the units, and takes it', () => {
  const right = ['行政检查次数|3|4|7', '行政处罚决定数|1|2|3', '合同审查份数|1|1|2', '主动公开信息条数|2|2|4'];
  const grid = totals(sheet(...right.map((row) => `1|${row}`), '5|公平竞争审查|1|1|3'));
  expect(grid?.rows[6]?.map((cell) => cell?.shown)).toEqual(['5', '公平竞争审查', '', '', '3']);
  const problems = grid === null ? [] : shapedOf(grid).problems;
  expect(problems.map(({ code, place }) => `${code} ${place.cell ?? ''}`)).toEqual(['total-mismatch E7']);
});

it.each([
  ['rows mostly do not add up', sheet('1|行政检查次数|3|4|8', '2|行政处罚决定数|1|2|3')],
  ['only one name is known', sheet('1|行政检查次数|3|4|7', '2|走访|1|2|3')],
  [
    'columns are years',
    sheet('1|行政检查次数|3|4|7', '2|行政处罚决定数|1|2|3').replace('一中队|二中队', '上年同期|本期'),
  ],
  ['columns hold words', sheet('1|行政检查次数|3|若干|7', '2|行政处罚决定数|1|2|3')],
  ['one unit stands before the total', '执法情况\n项目|一中队|合计\n行政检查次数|3|3\n行政处罚决定数|1|1'],
])('takes no units where %s', (_, text) => {
  expect(totals(text)).toBeNull();
});

it.each([
  '序号|项目|单位|一中队|二中队|合计\n1|行政检查次数|次|3|4|7\n2|行政处罚决定数|件|1|2|3',
  '类别|项目|计量单位|一中队|二中队|合计\n执法|行政检查次数|次|3|4|7\n|行政处罚决定数|件|1|2|3',
])('keeps the names where their units stand between them and the numbers: %s', (text) => {
  const { values, told, unread } = readShape(
    figuresTable,
    `执法情况\n${text}`,
    ['A1:F1'],
    ['name', 'unit', 'quantity'],
  );
  expect(values).toEqual([
    ...['name 行政检查次数@B3', 'unit 次@C3', 'quantity 7@F3'],
    ...['name 行政处罚决定数@B4', 'unit 件@C4', 'quantity 3@F4'],
  ]);
  expect([told.filter((one) => !one.includes('note')), unread]).toEqual([[], 0]);
});

it('takes the lowest name of a row in groups', () => {
  const text = '执法情况\n类别|项目|一中队|二中队|合计\n执法|行政检查次数|3|4|7\n|行政处罚决定数|1|2|3';
  expect(read(text).values).toEqual(expect.arrayContaining(['name 行政检查次数@B3', 'quantity 7@E3', 'quantity 3@E4']));
});
