/** Which cells of a sheet are meant. */
import { cellOfPlace, cellSpan, columnSpan, rowOfPlace, rowSpan, wholeGrid } from '../../../src/core/base/taken';
import { gridOf } from '../grid-builder';

const grid = gridOf([
  ['甲', 1],
  ['乙', 2],
  ['丙', 3],
]);
const { sheet } = grid;
const wide = { sheet, startColumn: 0, endColumn: Number.MAX_SAFE_INTEGER };

it('are one cell, a column from a row on, rows, or all', () => {
  expect(cellSpan(grid, 2, 1)).toEqual({ sheet, startRow: 2, endRow: 3, startColumn: 1, endColumn: 2 });
  expect(columnSpan(grid, 1, 0)).toEqual({ sheet, startRow: 1, endRow: 3, startColumn: 0, endColumn: 1 });
  expect(rowSpan(grid, 1, 2)).toEqual({ ...wide, startRow: 1, endRow: 2 });
  expect(wholeGrid(grid)).toEqual([{ ...wide, startRow: 0, endRow: Number.MAX_SAFE_INTEGER }]);
});

it('are the row of a place, and none where the place is no cell', () => {
  expect(rowOfPlace({ file: '司法所.xlsx', sheet, cell: 'B3' })).toEqual([{ ...wide, startRow: 2, endRow: 3 }]);
  expect(rowOfPlace({ file: '司法所.xlsx', sheet })).toEqual([]);
  expect(rowOfPlace({ file: '司法所.xlsx', cell: 'B3' })).toEqual([]);
});

it('are the cell of a place, and none where the place is no cell', () => {
  const place = { file: '司法所.xlsx', sheet, cell: 'B3' };
  expect(cellOfPlace(place)).toEqual([{ sheet, startRow: 2, endRow: 3, startColumn: 1, endColumn: 2 }]);
  for (const none of [
    { ...place, cell: '3' },
    { file: '司法所.xlsx', cell: 'B3' },
    { file: '司法所.xlsx', sheet },
  ])
    expect(cellOfPlace(none)).toEqual([]);
});

it('of a part are those of its own rows', () => {
  const part = {
    ...grid,
    rows: [[], ...grid.rows.slice(1, 2), [], ...grid.rows.slice(2)],
    part: { title: '明细', top: 1 },
  };
  expect(wholeGrid(part)).toEqual([
    { ...wide, startRow: 1, endRow: 2 },
    { ...wide, startRow: 3, endRow: 4 },
  ]);
});
