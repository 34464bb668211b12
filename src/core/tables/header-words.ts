/** A cheap look at a row before it is looked at as a header: nearly all are rows of values, and of none of the many tables. */
import type { Grid } from '../base/grid';
import { oncePer } from '../base/once-per';
import { headerKey } from '../base/text';
import type { UnitWords } from '../cells/readings';
import { tablesOf, type Declared } from './declared';
import { alikeRows, datedName, stepsFrom, tallestHeader, type BandStep } from './header-band';
import { bareNames, hasRemark, knownNames } from './match-headers';
import type { Table } from './sheet';

/** Longer texts head no column. */
const longestHeader = 24;
/** Different texts, and different words of rows below each other, remembered at a time. */
const remembered = 1000;

/** The names of all columns of these tables, each with the tables that have it. */
export const namesIn = oncePer((tables: readonly Table[]): ReadonlyMap<string, readonly Table[]> => {
  const names = new Map<string, Table[]>();
  for (const table of tables) {
    for (const name of knownNames(table)) {
      const known = names.get(name);
      if (known) known.push(table);
      else names.set(name, [table]);
    }
  }
  return names;
});

/** Whether a cell's text is the name of a column of these tables, with a remark in brackets or without, or one of `more`. */
export function headerWordTest(tables: readonly Table[], more: readonly string[] = []): (shown: string) => boolean {
  return more.length === 0 ? plainTest(tables) : testFor(tables, more);
}

const plainTest = oncePer((tables: readonly Table[]) => testFor(tables, []));

function testFor(tables: readonly Table[], more: readonly string[]): (shown: string) => boolean {
  const words = namesIn(tables);
  const isWord = (key: string): boolean => words.has(key) || more.includes(key);
  const known = new Map<string, boolean>();
  return (shown) => {
    if (shown.length > longestHeader) return false;
    const before = known.get(shown);
    if (before !== undefined) return before;
    const key = headerKey(shown);
    // bounded: a text up to `longestHeader`
    const answer = isWord(key) || isWord(key.replace(/[([【].*$/u, ''));
    if (known.size >= remembered) known.clear();
    known.set(shown, answer);
    return answer;
  };
}

/** Cells of a row that are looked at: a column of one's own may stand before the known ones. */
const looked = 4;

/** Whether so many of a row's first cells are names of columns; a row with anything but texts before them is none. */
export function beginsAsHeader(
  cells: Grid['rows'][number],
  isHeaderWord: (shown: string) => boolean,
  enough: number,
): boolean {
  let [named, seen] = [0, 0];
  for (const cell of cells) {
    if (cell === undefined || cell.shown === '') continue;
    if (cell.kind !== 'text') return false;
    if (isHeaderWord(cell.shown)) named += 1;
    seen += 1;
    if (named >= enough) return true;
    if (seen >= looked) return false;
  }
  return false;
}

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
  const tables = setOf(all).has(table) ? all : alone(table);
  const known = countsByRow(grid)(tables);
  const counts = known.get(row) ?? countsAt(grid, row, tables, declared);
  known.set(row, counts);
  return counts.get(table) ?? noCounts;
}

const alone = oncePer((table: Table): Tables => [table]);
const setOf = oncePer((tables: Tables): ReadonlySet<Table> => new Set(tables));
const countsByRow = oncePer<Grid, (tables: Tables) => Map<number, CountsByTable>>(() => oncePer(() => new Map()));

type CountsByTable = ReadonlyMap<Table, Counts>;

/** Workbooks of one office begin alike: rows that say the same name the same. */
function countsAt(grid: Grid, top: number, tables: Tables, { words: { units } }: Declared): CountsByTable {
  const alike = alikeRows(grid, [top, tallestHeader]);
  if (alike === null) return countsFrom(grid, top, tables, units);
  const known = countsByWords(tables)(units);
  const key = `${String(grid.year)} ${alike}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const counts = countsFrom(grid, top, tables, units);
  if (known.size >= remembered) known.clear();
  known.set(key, counts);
  return counts;
}

const countsByWords = oncePer<Tables, (units: UnitWords) => Map<string, CountsByTable>>(() => oncePer(() => new Map()));

function countsFrom(grid: Grid, top: number, tables: Tables, units: UnitWords): CountsByTable {
  const counts = new Map<Table, number[]>();
  const begins = beginnings(tables);
  const isUseless = (key: string): boolean => !begins.has(key) && !hasRemark(key) && !mayDate(key, grid.year, begins);
  for (const steps of stepsFrom(grid, [top, tallestHeader], units, isUseless)) {
    const named = namesFrom(steps, namesIn(tables), grid.year);
    if (named.length === 0) continue;
    for (let height = 1; height <= tallestHeader; height += 1) {
      const isIn = ({ row }: { readonly row: number }): boolean => row < top + height;
      const lowest = steps.filter(isIn).pop()?.key ?? '';
      const ending = named.filter((one) => isIn(one) && (one.isDated || one.name.endsWith(lowest)));
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
  for (const name of namesIn(tables).keys())
    for (let end = 1; end <= name.length; end += 1) all.add(name.slice(0, end));
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
  let all = '';
  const said = steps.flatMap(({ key, row }) => {
    all += key;
    return (key === all ? [key] : [key, all]).map((name) => ({ name, row }));
  });
  return said.flatMap(({ name, row }) => {
    const dated = datedName(name, year);
    const isDated = dated !== name;
    const names = isDated ? [...bareNames(name), ...bareNames(dated)] : bareNames(name);
    return names.flatMap((one) => {
      const tables = known.get(one);
      return tables === undefined ? [] : [{ name, row, tables, isDated }];
    });
  });
}
