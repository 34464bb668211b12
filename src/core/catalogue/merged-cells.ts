/** Merged cells: their value belongs to all their rows only where a column means it so. */
import { cellAt, type Cell, type Grid, type Merge } from '../base/grid';
import { cellName, cellPlace } from '../base/place';
import type { Problem } from '../base/problem';
import type { FoundColumns } from './find-columns';
import type { Table } from './sheet';

/** The cell, or the one at the top of the merge it lies in: a merge over 牵头单位 gives every one of its rows the name. */
export function carriedCell(grid: Grid, row: number, column: number): Cell {
  const merge = grid.merges.find((range) => holds(range, row, column));
  return merge === undefined ? cellAt(grid, row, column) : cellAt(grid, merge.startRow, merge.startColumn);
}

/** Merges over several rows of a column that is not carried down: only the first row has a value, the others lost it. */
export function mergeProblems(
  grid: Grid,
  table: Table,
  found: FoundColumns,
  carried: readonly string[],
): readonly Problem[] {
  return grid.merges.flatMap((merge) => {
    const below = merge.endRow - Math.max(merge.startRow, found.headerRow + 1);
    const fields = [...found.columns].filter(([, at]) => at >= merge.startColumn && at < merge.endColumn);
    const lost = fields.filter(([field]) => !carried.includes(field));
    const shown = cellAt(grid, merge.startRow, merge.startColumn).shown;
    if (below < 2 || lost.length === 0 || shown.trim() === '') return [];
    return [mergeProblem(grid, merge, lost.map(([field]) => table.columns[field]?.header ?? field).join('、'))];
  });
}

function mergeProblem(grid: Grid, merge: Merge, headers: string): Problem {
  const range = `${cellName(merge.startRow, merge.startColumn)}:${cellName(merge.endRow - 1, merge.endColumn - 1)}`;
  return {
    code: 'merged-cells',
    level: 'error',
    place: cellPlace(grid.workbook, grid.sheet, merge.startRow, merge.startColumn),
    actual: cellAt(grid, merge.startRow, merge.startColumn).shown,
    reason: `${headers}的单元格 ${range} 被合并，只有第一行有内容`,
    expected: '请取消合并，每行分别填写',
  };
}

function holds(merge: Merge, row: number, column: number): boolean {
  return row >= merge.startRow && row < merge.endRow && column >= merge.startColumn && column < merge.endColumn;
}
