/** Columns of formulas which an office made for itself beside a table: a check sum, a look-up. */
import type { Grid } from '../../base/grid';
import { headerKey } from '../../base/text';
import type { FoundColumns } from '../find-header';

/** Whether all that stands in the column below the header is worked out by formulas. */
export function isHelperColumn(grid: Grid, headerRow: number, column: number): boolean {
  let isAny = false;
  for (let row = headerRow + 1; row < grid.rows.length; row += 1) {
    const cell = grid.rows[row]?.[column];
    if (cell === undefined || headerKey(cell.shown) === '') continue;
    if (cell.isFormula !== true) return false;
    isAny = true;
  }
  return isAny;
}

/** Those with a header of their own that are not read as something else. */
export function helperColumns(grid: Grid, { band, columns, headerRow }: FoundColumns): readonly number[] {
  const read = new Set(columns.values());
  return band.names.flatMap((names, column) =>
    names.length > 0 && !read.has(column) && isHelperColumn(grid, headerRow, column) ? [column] : [],
  );
}
