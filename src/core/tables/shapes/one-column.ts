/** Several columns of a sheet made into one, in the place of the first. */
import { shownAt, type Cell, type CellAt, type Grid } from '../../base/grid';
import type { Problem } from '../../base/problem';
import { isBlankText } from '../../base/text';
import { change, changedGrid, clear, takenAs, textCell, type Changes, type ShapedGrid } from './shaped-grid';

/** Rows of the header (from 0, both included), the columns below it, what they are called together, and what is said of them. */
interface Joining {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly number[];
  readonly header: string;
  /** Rows that are joined; all below the header where nothing is said. */
  readonly isRow?: (row: number) => boolean;
  readonly problems?: readonly Problem[];
}

/** The grid with one column of the cells that `joinedOf` makes of those of a row that hold something. */
export function oneColumn(
  grid: Grid,
  { top, bottom, columns, header, isRow = () => true, problems = [] }: Joining,
  joinedOf: (filled: readonly number[], row: number) => Cell,
): ShapedGrid {
  const changes: Changes = new Map();
  const first = columns[0] ?? 0;
  const filledIn = (row: number): readonly CellAt[] =>
    columns.flatMap((column) => (isBlankText(shownAt(grid, row, column)) ? [] : [{ row, column }]));
  const headers = Array.from({ length: bottom - top + 1 }, (_, index) => filledIn(top + index)).flat();
  for (const at of headers) clear(changes, at);
  change(changes, { row: bottom, column: first }, textCell(header));
  const used: CellAt[] = [];
  for (let row = bottom + 1; row < grid.rows.length; row += 1) {
    const filled = filledIn(row);
    if (filled.length === 0 || !isRow(row)) continue;
    for (const at of filled) clear(changes, at);
    const cell = joinedOf(
      filled.map(({ column }) => column),
      row,
    );
    change(changes, { row, column: first }, cell);
    used.push(...filled);
  }
  const isHeading = ({ startRow, endRow, startColumn }: Grid['merges'][number]): boolean =>
    startRow >= top && endRow <= bottom + 1 && columns.includes(startColumn);
  const bare = { ...grid, merges: grid.merges.filter((merge) => !isHeading(merge)) };
  return changedGrid(bare, changes, { taken: [...takenAs('used', used), ...takenAs('header', headers)], problems });
}
