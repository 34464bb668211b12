/** Rows below a header that hold no record though nothing names them: they say that there is nothing, or nothing at all. */
import { rowAt, shownAt, type Grid } from '../../base/grid';
import { isBlankText } from '../../base/text';
import { isNothing } from '../../cells/read-quantity';
import { onlyFilled } from '../table-layout';
import { requiredColumns, typedCells, type Below } from './typed-cells';

/** Whether the table's cells of the row, those in its columns, say 无, 不涉及 or a dash and nothing else. */
export function saysNothing(cells: Grid['rows'][number], columns: readonly number[]): boolean {
  let isSaid = false;
  for (const at of columns) {
    const cell = cells[at];
    if (cell === undefined || cell.kind === 'blank' || isBlankText(cell.shown)) continue;
    if (cell.kind !== 'text' || !isNothing(cell.shown)) return false;
    isSaid = true;
  }
  return isSaid;
}

/** Texts where the table wants days, numbers and words of lists: so many are no slip. */
const enough = 2;

/**
 * Whether a row of a table that requires several values holds none that can be read, as signatures do: a text alone, or texts
 * in the places of values. A row with any figure was meant as a record, as was one whose columns are filled as they should be.
 */
export function isUnlikeRecord(grid: Grid, row: number, below: Below): boolean {
  const cells = rowAt(grid, row);
  const only = onlyFilled(cells);
  const isFigure = hasFigure(cells);
  if (only === null && isFigure) return false;
  const required = requiredColumns(below);
  if (required.length < 2) return false;
  const typed = typedCells(grid, row, below);
  if (typed.some(({ isRead }) => isRead)) return false;
  // A code alone in its column begins a record.
  if (only !== null) return typed.length > 0 || (!isFigure && [...below.found.columns.values()].includes(only));
  if (typed.length < enough) return false;
  const places = typed.map(({ at }) => at);
  const said = required.filter((at) => !places.includes(at) && !isBlankText(shownAt(grid, row, at)));
  return said.length < enough;
}

/** A figure, or anything but text: nearly all records have some. */
export function hasFigure(cells: Grid['rows'][number]): boolean {
  for (const cell of cells) {
    if (cell === undefined || cell.kind === 'blank') continue;
    if (cell.kind !== 'text' || /\p{N}/u.test(cell.shown)) return true;
  }
  return false;
}
