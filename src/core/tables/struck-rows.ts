/** What people struck through instead of deleting it: it is read, and a person should look. */
import { cellAt, shownAt, type Grid } from '../base/grid';
import { cellName, placeAt } from '../base/place';
import type { Problem } from '../base/problem';
import { clipped, isBlankText } from '../base/text';
import type { Segment } from './table-layout';

/** One doubt for each of the rows in which a declared cell is struck through, at the first such cell. */
export function struckProblems(grid: Grid, { found }: Segment, rows: readonly number[]): readonly Problem[] {
  const columns = [...found.columns.values()].sort((one, other) => one - other);
  const isFilled = (row: number, column: number): boolean => !isBlankText(shownAt(grid, row, column));
  return rows
    .filter((row) => hasStruck(grid.rows[row] ?? []))
    .flatMap((row) => {
      const filled = columns.filter((column) => isFilled(row, column));
      const struck = filled.filter((column) => cellAt(grid, row, column).isStruck === true);
      return struckDoubt(grid, row, struck, struck.length === filled.length);
    });
}

/** Nearly no row has any. */
function hasStruck(cells: Grid['rows'][number]): boolean {
  for (const cell of cells) if (cell?.isStruck === true) return true;
  return false;
}

/** The doubt about struck cells of one row; none without such cells. */
export function struckDoubt(grid: Grid, row: number, struck: readonly number[], isWhole: boolean): readonly Problem[] {
  const [first] = struck;
  if (first === undefined) return [];
  const cells = struck.map((column) => cellName(row, column)).join('、');
  return [
    {
      code: 'struck-through',
      level: 'doubt',
      place: placeAt(grid, row, first),
      actual: clipped(shownAt(grid, row, first).trim(), 30),
      reason: `${isWhole ? '这一行' : `单元格 ${cells} `}划了删除线，仍按所填内容采用`,
      expected: '作废的请删去内容，仍然有效的请取消删除线',
    },
  ];
}
