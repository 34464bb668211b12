/** How many columns a header may name at most: for nearly all rows and tables none, which need not be looked at further. */
import type { Grid } from '../base/grid';
import { oncePer } from '../base/once-per';
import { tablesOf, type Declared } from './declared';
import { datedName, stepsFrom, tallestHeader } from './header-band';
import { namesIn } from './header-words';
import { bareNames } from './match-headers';
import type { Table } from './sheet';

/** So many columns of the table a header that begins in the row can name, however high it is. */
export function mostNamed(grid: Grid, table: Table, row: number, declared: Declared): number {
  const tables = tablesOf(declared);
  // The office's own names may mean anything.
  if ((grid.mapping?.length ?? 0) > 0 || !tables.includes(table)) return Infinity;
  const known = namedByRow(grid)(tables);
  const named = known.get(row) ?? namedFrom(grid, row, declared);
  known.set(row, named);
  return named.get(table)?.count ?? 0;
}

type Named = ReadonlyMap<Table, { readonly count: number }>;

const namedByRow = oncePer<Grid, (tables: readonly Table[]) => Map<number, Named>>(() => oncePer(() => new Map()));

/** By table the columns over which one of its names stands: what one cell says, or those below each other together. */
function namedFrom(grid: Grid, row: number, declared: Declared): Named {
  const known = namesIn(tablesOf(declared));
  const named = new Map<Table, { count: number; last: number }>();
  const add = (key: string, column: number): void => {
    for (const name of bareNames(key)) {
      for (const table of known.get(name) ?? []) {
        const before = named.get(table);
        if (before === undefined) named.set(table, { count: 1, last: column });
        else if (before.last < column) {
          before.count += 1;
          before.last = column;
        }
      }
    }
  };
  for (const [column, steps] of stepsFrom(grid, row, tallestHeader, declared.words.units).entries()) {
    let all = '';
    for (const { key } of steps) {
      all += key;
      for (const name of key === all ? [key] : [key, all]) {
        add(name, column);
        const dated = datedName(name, grid.year);
        if (dated !== name) add(dated, column);
      }
    }
  }
  return named;
}
