/** How many columns a header may name at most: for nearly all rows and tables none, which need not be looked at further. */
import type { Grid } from '../base/grid';
import { oncePer } from '../base/once-per';
import { tablesOf, type Declared } from './declared';
import { datedName, stepsFrom, tallestHeader, type BandStep } from './header-band';
import { namesIn } from './header-words';
import { bareNames, hasRemark } from './match-headers';
import type { Table } from './sheet';

/** By the height of a header, from one row on. */
type Counts = readonly number[];
type Tables = readonly Table[];

const unknown: Counts = Array<number>(tallestHeader).fill(Infinity);
const noCounts: Counts = Array<number>(tallestHeader).fill(0);

/**
 * So many columns of the table a header that begins in the row and is so high can name: those over which one of its names stands that ends
 * in its last row, as all do where nothing but a header stands there.
 */
export function mostNamed(grid: Grid, table: Table, row: number, declared: Declared): Counts {
  // The office's own names may mean anything.
  if ((grid.mapping?.length ?? 0) > 0) return unknown;
  const all = tablesOf(declared);
  const tables = all.includes(table) ? all : alone(table);
  const known = countsByRow(grid)(tables);
  const counts = known.get(row) ?? countsFrom(grid, row, tables, declared);
  known.set(row, counts);
  return counts.get(table) ?? noCounts;
}

const alone = oncePer((table: Table): Tables => [table]);
const countsByRow = oncePer<Grid, (tables: Tables) => Map<number, ReadonlyMap<Table, Counts>>>(() =>
  oncePer(() => new Map()),
);

function countsFrom(
  grid: Grid,
  top: number,
  tables: Tables,
  { words: { units } }: Declared,
): ReadonlyMap<Table, Counts> {
  const counts = new Map<Table, number[]>();
  const begins = beginnings(tables);
  const isUseless = (key: string): boolean => !begins.has(key) && !hasRemark(key) && !mayDate(key, grid.year, begins);
  for (const steps of stepsFrom(grid, [top, tallestHeader], units, isUseless)) {
    const named = namesFrom(steps, namesIn(tables), grid.year);
    if (named.length === 0) continue;
    for (let height = 1; height <= tallestHeader; height += 1) {
      const isIn = ({ row }: { readonly row: number }): boolean => row < top + height;
      const lowest = steps.filter(isIn).pop()?.key ?? '';
      const ending = named.filter((one) => isIn(one) && (one.isDated || isEnding(one.name, lowest)));
      for (const table of new Set(ending.flatMap((one) => one.tables))) {
        const own = counts.get(table) ?? [...noCounts];
        own[height - 1] = (own[height - 1] ?? 0) + 1;
        counts.set(table, own);
      }
    }
  }
  return counts;
}

/** What a name may begin with: what is none of it is no part of a name that begins there. */
const beginnings = oncePer((tables: Tables): ReadonlySet<string> => {
  const all = new Set<string>();
  for (const name of namesIn(tables).keys()) for (let end = 1; end <= name.length; end += 1) all.add(name.slice(0, end));
  return all;
});

/** Whether its year, or one that begins at its end, may make such a beginning of it. */
function mayDate(key: string, year: number | undefined, begins: ReadonlySet<string>): boolean {
  if (year === undefined) return false;
  return /20\d\d/u.test(key) ? begins.has(datedName(key, year)) : /2(?:0\d?)?$/u.test(key);
}

interface NamedStep {
  readonly name: string;
  readonly row: number;
  readonly tables: Tables;
  readonly isDated: boolean;
}

/** The names among what stands in a column: what one cell says, or all from the top together. */
function namesFrom(
  steps: readonly BandStep[],
  known: ReadonlyMap<string, Tables>,
  year: number | undefined,
): readonly NamedStep[] {
  const named: NamedStep[] = [];
  let all = '';
  for (const { key, row } of steps) {
    all += key;
    for (const said of key === all ? [key] : [key, all]) {
      const dated = datedName(said, year);
      const isDated = dated !== said;
      for (const name of isDated ? [...bareNames(said), ...bareNames(dated)] : bareNames(said)) {
        const tables = known.get(name);
        if (tables !== undefined) named.push({ name: said, row, tables, isDated });
      }
    }
  }
  return named;
}

/** Whether a name goes down to what stands lowest in its column; a remark below a name is no part of it. */
export function isEnding(key: string, lowest: string): boolean {
  return key.endsWith(lowest) || /^[([【]/u.test(lowest);
}
