/** Finds the columns of a table, and says what is wrong with its header. */
import type { Grid } from '../base/grid';
import type { Problem } from '../base/problem';
import type { Declared } from './declared';
import { findHeader, type FoundColumns } from './find-header';
import { columnProblems, noHeader } from './header-problems';
import type { Table } from './sheet';

/** Columns nobody declared are left alone; a required one that is missing is a problem that names the headers looked for. */
export function findColumns(
  grid: Grid,
  table: Table,
  declared: Declared,
): { readonly found: FoundColumns | null; readonly problems: readonly Problem[] } {
  const found = findHeader(grid, table, declared);
  return found === null
    ? { found, problems: [noHeader(grid, table, declared.words.units)] }
    : { found, problems: columnProblems(grid, table, found) };
}
