/** Merged cells: their value belongs to all their rows only where a column means it so. */
import { cellAt, shownAt, type Cell, type CoveredCell, type Grid, type Merge } from '../../base/grid';
import { holds, mergeOver, mergesIn } from './merges';
import { cellName, placeAt } from '../../base/place';
import type { Level, Problem } from '../../base/problem';
import { clipped } from '../../base/text';
import { joinedNotes } from '../joined-notes';
import type { Table } from '../sheet';
import type { Segment } from '../table-layout';

/** The cell, or the one at the top of the merge it lies in: a merge over 牵头单位 gives every one of its rows the name. */
export function carriedCell(grid: Grid, row: number, column: number): Cell {
  const merge = mergeOver(grid.merges, row, column);
  return merge === undefined ? cellAt(grid, row, column) : cellAt(grid, merge.startRow, merge.startColumn);
}

/** Whether a merge that begins in a row above, below the header, gives the row what it shows in one of the columns: it is a record, as that one is. */
export function isCarriedTo(grid: Grid, row: number, columns: readonly number[], headerRow: number): boolean {
  return mergesIn(grid.merges, row, row + 1).some(
    (merge) =>
      merge.startRow > headerRow &&
      merge.startRow < row &&
      columns.some((at) => holds(merge, row, at)) &&
      shownAt(grid, merge.startRow, merge.startColumn).trim() !== '',
  );
}

/**
 * Merges over several rows below the header. In a carried column each gives its value to all its rows, which is noted; in
 * any other only the first row has a value and the others lost it, which is an error.
 */
export function mergeProblems(
  grid: Grid,
  table: Table,
  { found, rows }: Segment,
  carried: readonly string[],
): readonly Problem[] {
  const end = (rows[rows.length - 1] ?? found.headerRow) + 1;
  const merges = grid.merges.filter((merge) => isOverRows(grid, merge, found.headerRow, end));
  const lists = merges.map((merge) => {
    const fields = [...found.columns].filter(([, at]) => at >= merge.startColumn && at < merge.endColumn);
    const headers = (of: typeof fields): string =>
      of.map(([field]) => table.columns[field]?.header ?? field).join('、');
    const lost = fields.filter(([field]) => !carried.includes(field));
    const says = lost.length > 0 ? lostRows(headers(lost)) : carriedRows(headers(fields));
    return fields.length === 0 ? [] : [mergeProblem(grid, merge, says)];
  });
  return joinedNotes(lists.flat());
}

const listedCells = 10;

/**
 * Values under merged cells are seen by nobody and do not count. By merge, those are listed that say something else than what
 * is shown, and those that were `lost`: figures and words a row has no other of.
 */
export function coveredProblems(
  grid: Grid,
  isHere: (cell: CoveredCell) => boolean,
  isLost: (cell: CoveredCell) => boolean,
): readonly Problem[] {
  return (grid.covered ?? []).flatMap(({ above, cells: all }) => {
    const isTold = (cell: CoveredCell): boolean => cell.shown.trim() !== above.trim() || isLost(cell);
    const cells = all.filter(isTold);
    const [top] = all;
    const [first] = cells;
    if (top === undefined || first === undefined || !isHere(top)) return [];
    const list = cells.slice(0, listedCells).map((one) => `${cellName(one.row, one.column)}“${said(one.shown)}”`);
    const rest = cells.length > listedCells ? `等${String(cells.length)}格` : '';
    return [
      {
        code: 'merged-covered',
        level: 'doubt',
        place: placeAt(grid, first.row, first.column),
        actual: said(first.shown),
        reason: `${list.join('、')}${rest}被合并的单元格盖住，看不到，没有计入`,
        expected: '要计入的请取消合并，不要的请取消合并后删去',
      },
    ];
  });
}

function said(shown: string): string {
  return clipped(shown.replace(/\s+/gu, ' ').trim(), 20);
}

/** What is said of a merge, given its range. */
interface Says {
  readonly code: string;
  readonly level: Level;
  readonly reason: (range: string, shown: string) => string;
  readonly expected: string;
}

/** The rule that tells of rows of which only the first has a value. */
export const rowsMerged = 'merged-cells';

function lostRows(headers: string): Says {
  return {
    code: rowsMerged,
    level: 'error',
    reason: (range) => `${headers}的单元格 ${range} 被合并，只有第一行有内容`,
    expected: '请取消合并，每行分别填写',
  };
}

function carriedRows(headers: string): Says {
  return {
    code: 'merged-carried',
    level: 'note',
    reason: (range, shown) => `${headers}的单元格 ${range} 是合并的，各行都按“${shown}”计`,
    expected: '如不对，请取消合并，每行分别填写',
  };
}

function isOverRows(grid: Grid, merge: Merge, headerRow: number, end: number): boolean {
  const below = merge.endRow - Math.max(merge.startRow, headerRow + 1);
  return merge.startRow < end && below > 1 && shownAt(grid, merge.startRow, merge.startColumn).trim() !== '';
}

function mergeProblem(grid: Grid, merge: Merge, says: Says): Problem {
  const range = `${cellName(merge.startRow, merge.startColumn)}:${cellName(merge.endRow - 1, merge.endColumn - 1)}`;
  const actual = shownAt(grid, merge.startRow, merge.startColumn).trim();
  return {
    code: says.code,
    level: says.level,
    place: placeAt(grid, merge.startRow, merge.startColumn),
    actual,
    reason: says.reason(range, actual),
    expected: says.expected,
  };
}
