/** Grids that are kept for the next run come back as they were. */
import { blankCell, type Cell, type Grid } from '../../../src/core/base/grid';
import { gridsFromText, textFromGrids } from '../../../src/core/base/grid-text';
import { gridOf } from '../grid-builder';

const cells: readonly Cell[] = [
  blankCell,
  { kind: 'text', value: '已完成', shown: '已完成' },
  { kind: 'text', value: '3', shown: '3', isStruck: true },
  { kind: 'number', value: 12, shown: '12' },
  { kind: 'number', value: 28_600, shown: '28,600', isFormula: true },
  { kind: 'number', value: 12_000, shown: '1.2', format: { unit: '万元', scale: 10_000 } },
  { kind: 'date', value: 44_742, shown: '6月30日', format: { shows: 'month-day' }, isStruck: true },
  { kind: 'date', value: 44_742, shown: '2022年6月30日' },
  { kind: 'percent', value: 0.8, shown: '80%', isStruck: true, isFormula: true },
  { kind: 'bool', value: true, shown: '是' },
  { kind: 'error', value: '#N/A', shown: '#N/A' },
];
const merges = [{ startRow: 0, endRow: 2, startColumn: 0, endColumn: 1 }];
const grid: Grid = { ...gridOf([[]], { hidden: true, merges, hiddenRows: [1] }), rows: [cells, [...cells].reverse()] };

it('with each kind of cell and each mark on it', () => {
  expect(gridsFromText(textFromGrids([grid, gridOf([['二']])]), '测试.xlsx')).toEqual([grid, gridOf([['二']])]);
});

it('a cell that is only what it shows takes no more room than that', () => {
  const plain = textFromGrids([gridOf([['一', '二']])]);
  const { grids } = JSON.parse(plain) as { readonly grids: readonly { readonly rows: unknown }[] };
  expect(grids[0]?.rows).toEqual([
    [
      [1, '一'],
      [1, '二'],
    ],
  ]);
});

it('under the name that the workbook has now', () => {
  expect(gridsFromText(textFromGrids([grid]), '改名.xlsx')?.map(({ workbook }) => workbook)).toEqual(['改名.xlsx']);
});

it('a text of another version is not read', () => {
  const other = textFromGrids([grid]).replace(/"version":\d+/u, '"version":0');
  expect(gridsFromText(other, '测试.xlsx')).toBeNull();
});

it('cells that were never read, and what lies under merged ones', () => {
  const covered = [{ above: '甲', cells: [{ row: 1, column: 0, shown: '乙' }] }];
  const holed: Grid = { ...gridOf([[]]), rows: [[undefined, cells[1]], []], covered };
  const [back] = gridsFromText(textFromGrids([holed]), '测试.xlsx') ?? [];
  expect(back).toEqual(holed);
  expect(gridsFromText(textFromGrids([gridOf([['一']])]), '测试.xlsx')?.[0]).not.toHaveProperty('covered');
});
