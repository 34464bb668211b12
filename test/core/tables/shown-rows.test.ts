/** What rows hold beside their values: hidden under merged cells, struck through, or added up wrong. */
import fc from 'fast-check';
import type { Cell, Grid } from '../../../src/core/base/grid';
import { problemText } from '../../../src/core/base/problem';
import { readForm } from '../../../src/core/tables/read-form';
import { readTable } from '../../../src/core/tables/read-table';
import type { Form, Table } from '../../../src/core/tables/sheet';
import { reading2022 } from '../../edition';
import { column } from '../column';
import { withoutCovered } from '../../../src/google/shown/covered-cells';
import { cellOf, gridOf, type CellInput } from '../grid-builder';

const table = {
  kind: 'table',
  title: '培训',
  synonyms: [],
  usages: [],
  help: '',
  columns: {
    lead: column('牵头单位', 'text'),
    name: column('名称', 'text'),
    count: column('场次', 'quantity', { unit: '场' }),
    cost: column('经费', 'money', { unit: '元' }),
    rate: column('完成率', 'percent', { unit: '%' }),
  },
} satisfies Table;
const header = ['牵头单位', '名称', '场次', '经费', '完成率'];

function says(grid: Grid, code: string): readonly string[] {
  const { problems } = readTable(grid, table, { ...reading2022, carried: ['lead'] });
  return problems.filter((one) => one.code === code).map(problemText);
}

describe('values under merged cells', () => {
  const merged = (rows: readonly (readonly CellInput[])[], ...merges: Grid['merges']): Grid =>
    withoutCovered(gridOf([header, ...rows], { merges }));
  const over = (startRow: number, endRow: number, startColumn: number, endColumn = startColumn + 1) => ({
    ...{ startRow, endRow, startColumn, endColumn },
  });

  it('do not count, and figures of rows that lost them are listed', () => {
    const rows = [
      ['甲', 'a', 300],
      ['甲', 'b', 300],
      ['甲', 'c', 5],
    ];
    const grid = merged(rows, over(1, 4, 2));
    const { rows: read } = readTable(grid, table, reading2022);
    expect(read.map(({ cells }) => cells.count.value?.value ?? null)).toEqual([300, null, null]);
    expect(says(grid, 'merged-covered')).toEqual([
      '测试.xlsx 表!C3：C3“300”、C4“5”被合并的单元格盖住，看不到，没有计入。要计入的请取消合并，不要的请取消合并后删去。',
    ]);
  });

  it('of a carried column are told only where they say something else', () => {
    const rows = [
      ['甲', 'a', 1],
      ['甲', 'b', 2],
      ['乙', 'c', 3],
    ];
    expect(says(merged(rows, over(1, 3, 0)), 'merged-covered')).toEqual([]);
    expect(says(merged(rows, over(1, 4, 0)), 'merged-covered')[0]).toContain('A4“乙”被合并的单元格盖住');
  });

  it('in the last row and beside each other are told too; a title’s are not the table’s', () => {
    const side = merged([['甲', 'a', 1]], over(1, 2, 1, 3));
    expect(says(side, 'merged-covered')[0]).toContain('C2“1”被合并');
    const last = merged(
      [
        ['甲', 'a', 1],
        [null, null, 7],
      ],
      over(1, 3, 2),
    );
    expect(says(last, 'merged-covered')[0]).toContain('C3“7”被合并');
    const title = withoutCovered(gridOf([['标题', '旧'], header, ['甲', 'a', 1]], { merges: [over(0, 1, 0, 5)] }));
    expect(says(title, 'merged-covered')).toEqual([]);
  });

  it('more than ten are counted, not named', () => {
    const rows = Array.from({ length: 15 }, (_, n) => ['甲', `a${String(n)}`, n]);
    expect(says(merged(rows, over(1, 16, 2)), 'merged-covered')[0]).toContain('C12“10”等14格被合并');
  });
});

const struck = (input: CellInput): Cell => ({ ...cellOf(input), isStruck: true });

describe('struck-through cells', () => {
  it('a row is doubted as a whole or by its cells, and counts', () => {
    const grid = gridOf([header, [struck('甲'), struck('a'), struck(3)], ['乙', struck('b'), 4], ['丙', 'c', 5]]);
    expect(says(grid, 'struck-through')).toEqual([
      '测试.xlsx 表!A2：这一行划了删除线，仍按所填内容采用。作废的请删去内容，仍然有效的请取消删除线。',
      '测试.xlsx 表!B3：单元格 B3 划了删除线，仍按所填内容采用。作废的请删去内容，仍然有效的请取消删除线。',
    ]);
    expect(readTable(grid, table, reading2022).rows).toHaveLength(3);
  });

  it('in a form at the value', () => {
    const form = { ...table, kind: 'form', columns: { name: column('名称', 'text') } } satisfies Form;
    const grid = gridOf([['名称', struck('旧名')]]);
    expect(readForm(grid, form, reading2022).problems.map(({ code, place }) => [code, place.cell])).toEqual([
      ['struck-through', 'B1'],
    ]);
  });
});

describe('total rows', () => {
  const totals = (...rows: readonly (readonly CellInput[])[]): readonly string[] =>
    says(gridOf([header, ...rows]), 'total-mismatch');
  const wrong = (cell: string, said: string, counted: string, name = '场次'): string =>
    `测试.xlsx 表!${cell}：${name}的合计 ${said} 不等于各行之和 ${counted}。合计由程序按各行计算，请核对各行有没有漏填、多填。`;

  it('that are the sum say nothing, whatever they add up', () => {
    expect(totals(['甲', 'a', 3, 10], ['甲', 'b', 4, 20], ['合计', null, 7, 30])).toEqual([]);
    expect(totals(['合计', null, 7], ['甲', 'a', 3], ['甲', 'b', 4])).toEqual([]);
    expect(totals(['甲', 'a', 3], ['小计', null, 3], ['乙', 'b', 4], ['小计', null, 4], ['总计', null, 7])).toEqual([]);
    expect(totals(['小计', null, 3], ['甲', 'a', 3], ['小计', null, 4], ['乙', 'b', 4])).toEqual([]);
    expect(totals(['甲', 'a', 0.1], ['甲', 'b', 0.2], ['合计', null, 0.1 + 0.2])).toEqual([]);
  });

  it('that are not are told with both numbers, in the unit of the column', () => {
    expect(totals(['甲', 'a', 3, 10], ['甲', 'b', 4, 20], ['合计', null, 8, 35])).toEqual([
      wrong('C4', '8', '7'),
      wrong('D4', '35', '30', '经费'),
    ]);
    expect(totals(['甲', 'a', '3场'], ['合计', null, '5场'])).toEqual([wrong('C3', '5', '3')]);
    expect(totals(['合计', null, 9], ['甲', 'a', 3], ['甲', 'b', 4])).toEqual([wrong('C2', '9', '7')]);
    expect(totals(['甲', 'a', null], ['合计', null, 5])).toEqual([wrong('C3', '5', '0')]);
    expect(totals(['甲', 'a', 3], ['小计', null, 3], ['乙', 'b', 4], ['小计', null, 5])).toEqual([
      wrong('C5', '5', '4'),
    ]);
  });

  it('are told as far as the rows could be read, and need not fit exactly what is about right', () => {
    expect(totals(['甲', 'a', '若干'], ['甲', 'b', 4], ['合计', null, 8])).toEqual([
      expect.stringContaining('场次的合计 8 不等于各行读出的数之和 4，另有1行没有读出（C2）'),
    ]);
    expect(totals(['甲', 'a', '300余场'], ['合计', null, 312])).toEqual([]);
    expect(totals(['甲', 'a', '不涉及'], ['甲', 'b', 4], ['合计', null, 4])).toEqual([]);
  });

  it('rates are not added up', () => {
    expect(totals(['甲', 'a', 3, 1, '80%'], ['甲', 'b', 4, 1, '90%'], ['合计', null, 7, 2, '85%'])).toEqual([]);
  });

  it('a sum is right and one more is wrong, for any rows', () => {
    const figures = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(figures, fc.integer({ min: 0, max: 3 }), (counts, off) => {
        const total = counts.reduce((sum, count) => sum + count, 0) + off;
        const told = totals(...counts.map((count) => ['甲', 'a', count]), ['合计', null, total]);
        expect(told).toHaveLength(off === 0 ? 0 : 1);
      }),
    );
  });
});
