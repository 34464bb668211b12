/** How many columns a header may name at most: for nearly all rows and tables none, which need not be looked at further. */
import type { Grid } from '../base/grid';
import { oncePer } from '../base/once-per';
import { tablesOf, type Declared } from './declared';
import { datedName, stepsFrom, tallestHeader, type HeaderBand } from './header-band';
import { namesIn } from './header-words';
import { bareNames } from './match-headers';
import type { Table } from './sheet';

type Tables = readonly Table[];
type Counts = ReadonlyMap<Table, number>;

/** So many columns of the table a header that begins in the row can name, however high it is. */
export function mostNamed(grid: Grid, table: Table, row: number, declared: Declared): number {
  return countedOf(grid, table, declared, (tables) => {
    const known = countsByRow(grid)(tables);
    const counts = known.get(row) ?? namedFrom(grid, row, declared);
    known.set(row, counts);
    return counts;
  });
}

/** The columns a name of the table stands over that ends in the last row of the band, as all names of a header do. */
export function mostEnding(grid: Grid, table: Table, band: HeaderBand, declared: Declared): number {
  return countedOf(grid, table, declared, (tables) => endingIn(tables)(band));
}

function countedOf(grid: Grid, table: Table, declared: Declared, countsIn: (tables: Tables) => Counts): number {
  const tables = tablesOf(declared);
  // The office's own names may mean anything.
  if ((grid.mapping?.length ?? 0) > 0 || !tables.includes(table)) return Infinity;
  return countsIn(tables).get(table) ?? 0;
}

const countsByRow = oncePer<Grid, (tables: Tables) => Map<number, Counts>>(() => oncePer(() => new Map()));

/** By table the columns over which one of its names stands: what one cell says, or those below each other together. */
function namedFrom(grid: Grid, row: number, declared: Declared): Counts {
  const columns = stepsFrom(grid, row, tallestHeader, declared.words.units).map((steps) => {
    let all = '';
    return steps.flatMap(({ key }) => {
      all += key;
      const names = key === all ? [key] : [key, all];
      const dated = names.map((name) => datedName(name, grid.year));
      return names.every((name, index) => name === dated[index]) ? names : [...names, ...dated];
    });
  });
  return countsOf(columns, tablesOf(declared));
}

const endingIn = oncePer((tables: Tables) =>
  oncePer(({ names }: HeaderBand): Counts => {
    const ending = names.map((keys) => keys.filter((key) => isEnding(key, keys[keys.length - 1] ?? '')));
    return countsOf(ending, tables);
  }),
);

/** Whether a name goes down to what stands lowest in its column; a remark below a name is no part of it. */
export function isEnding(key: string, lowest: string): boolean {
  return key.endsWith(lowest) || /^[([【]/u.test(lowest);
}

function countsOf(columns: readonly (readonly string[])[], tables: Tables): Counts {
  const known = namesIn(tables);
  const counts = new Map<Table, number>();
  for (const keys of columns) {
    const named = new Set<Table>();
    for (const key of keys)
      for (const name of bareNames(key)) for (const table of known.get(name) ?? []) named.add(table);
    for (const table of named) counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  return counts;
}
