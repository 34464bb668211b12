/** The names a header gives its columns, where it stands in one row or in two or three under each other. */
import { cellAt, rowAt, type Grid, type Merge } from '../base/grid';
import { holds, mergesIn } from './merged/merges';
import { oncePer } from '../base/once-per';
import { headerKey, isBlankText } from '../base/text';
import type { UnitWords } from '../cells/readings';
import { isUnit } from '../cells/units';

/** Rows (from 0, both included) taken together as a header. */
export interface HeaderBand {
  readonly top: number;
  readonly bottom: number;
  /** By column: the compared forms of what may be its name, the likeliest first; none where nothing stands. */
  readonly names: readonly (readonly string[])[];
  /** By column: what stands there, as people see it. */
  readonly shown: readonly string[];
}

/** No header is higher. */
export const tallestHeader = 3;

/**
 * The band of so many rows. Under `执法人员` merged over three columns `编制` is known as 执法人员编制 and as 编制; a name
 * merged over several rows, or with nothing below it, is the column's own.
 */
export function headerBand(grid: Grid, top: number, height: number, units: UnitWords): HeaderBand {
  const known = bandsByGrid(grid);
  const key = top * (tallestHeader + 1) + height;
  const band = known.get(key) ?? bandOf(grid, top, height, units);
  known.set(key, band);
  return band;
}

/** Worked out once however many tables are looked for. */
const bandsByGrid = oncePer<Grid, Map<number, HeaderBand>>(() => new Map());

/** The sheets of one form have one band, by which much is known of the second. */
function bandOf(grid: Grid, top: number, height: number, units: UnitWords): HeaderBand {
  const alike = alikeRows(grid, [top, height]);
  if (alike === null) return madeBand(grid, top, height, units);
  const known = bandsByRows(units);
  const key = `${String(grid.year)} ${String(top)} ${alike}`;
  const rows = grid.rows.slice(top, top + height);
  const before = known.get(key);
  if (before !== undefined && isShownAlike(before.rows, rows)) return before.band;
  const band = madeBand(grid, top, height, units);
  if (known.size >= rememberedBands) known.clear();
  known.set(key, { rows, band });
  return band;
}

/** The cells they were made of are kept with them. */
const rememberedBands = 1000;

interface KnownBand {
  readonly rows: Grid['rows'];
  readonly band: HeaderBand;
}

const bandsByRows = oncePer<UnitWords, Map<string, KnownBand>>(() => new Map());

function isShownAlike(some: Grid['rows'], others: Grid['rows']): boolean {
  return some.every((cells, row) => {
    const other = others[row] ?? blankRow;
    for (let column = 0; column < cells.length; column += 1)
      if (cells[column]?.shown !== other[column]?.shown) return false;
    return true;
  });
}

function madeBand(grid: Grid, top: number, height: number, units: UnitWords): HeaderBand {
  const paths = stepsFrom(grid, [top, height], units);
  const isParted = partedBelow(grid, top + height);
  return {
    top,
    bottom: top + height - 1,
    names: paths.map((path, column) => (isParted(column) ? [] : withYearWords(namesOf(path), grid.year))),
    shown: paths.map((path) => path.map(({ text }) => text.trim()).join('')),
  };
}

/**
 * Whether a heading above the row spans the column and the row goes on with it: it holds nothing but different words below such headings,
 * so that 法制审核 above 应审 and 已审 names neither.
 */
function partedBelow(grid: Grid, row: number): (column: number) => boolean {
  const wide = mergesIn(grid.merges, row - 1, row).filter(
    ({ endRow, startColumn, endColumn }) => endRow === row && endColumn - startColumn > 1,
  );
  if (wide.length === 0) return () => false;
  const headingOf = (column: number): Merge | undefined => wide.find((merge) => holds(merge, row - 1, column));
  const { keys } = rowKeys(rowAt(grid, row));
  const isGoingOn = rowAt(grid, row).every(
    (cell, column) =>
      cell === undefined ||
      isBlankText(cell.shown) ||
      (cell.kind === 'text' && !/\d/u.test(cell.shown) && headingOf(column) !== undefined),
  );
  return (column) => {
    const heading = isGoingOn ? headingOf(column) : undefined;
    const below = heading === undefined ? [] : keys.slice(heading.startColumn, heading.endColumn);
    return new Set(below.filter((key) => key !== '')).size > 1;
  };
}

/**
 * By column what stands in the rows from the top down, as far as it may be part of its name; nothing where no merged cell reaches in and
 * each cell says, by its compared form, what is of no use.
 */
export function stepsFrom(
  grid: Grid,
  [top, height]: readonly [top: number, height: number],
  units: UnitWords,
  isUseless: (key: string) => boolean = () => false,
): readonly (readonly BandStep[])[] {
  const merges = mergesIn(grid.merges, top, top + height);
  const keys = Array.from({ length: height }, (_, row) => rowKeys(grid.rows[top + row] ?? blankRow).keys);
  const width = Math.max(...keys.map(({ length }) => length));
  const isLeft = (column: number): boolean => merges.length === 0 && keys.every((own) => isUseless(own[column] ?? ''));
  return Array.from({ length: width }, (_, column) =>
    isLeft(column) ? [] : pathOf(grid, { merges, units, keys }, top, column),
  );
}

/** The same for all rows that say the same, as those of one form do; null where a merged cell reaches in, or too much is said. */
export function alikeRows(
  { rows, merges }: Grid,
  [top, height]: readonly [top: number, height: number],
): string | null {
  if (mergesIn(merges, top, top + height).length > 0) return null;
  let all = '';
  for (let row = top; row < top + height; row += 1) {
    const { alike } = rowKeys(rows[row] ?? blankRow);
    if (alike === null) return null;
    all += `${String(alike)},`;
  }
  return all;
}

const blankRow: Grid['rows'][number] = [];

/** Longer texts explain something. */
const longestHeader = 60;

function keyAt({ rows }: Grid, row: number, column: number): string {
  const cells = rows[row];
  return (cells && rowKeys(cells).keys[column]) ?? '';
}

/** The compared forms of the texts of a row, and the number of all rows of the same ones. */
interface RowKeys {
  readonly keys: readonly string[];
  readonly alike: number | null;
}

/** Worked out once however many tables are looked for. */
const rowKeys = oncePer((cells: Grid['rows'][number]): RowKeys => {
  const keys: string[] = [];
  for (const cell of cells) {
    const shown = cell?.shown ?? '';
    keys.push(isShort(shown) ? headerKey(shown) : '');
  }
  return { keys, alike: numberOf(keys) };
});

/** Workbooks of one office begin alike; of other rows no more are kept, and none that would fill the memory. */
const remembered = 2000;
const longestKept = 1000;
const numbers = new Map<string, number>();
let lastNumber = 0;

function numberOf(keys: readonly string[]): number | null {
  // No compared form holds a tab.
  const said = `${String(keys.length)}\t${keys.join('\t')}`;
  if (said.length > longestKept) return null;
  const before = numbers.get(said);
  if (before !== undefined) return before;
  if (numbers.size >= remembered) numbers.clear();
  lastNumber += 1;
  numbers.set(said, lastNumber);
  return lastNumber;
}

function isShort(text: string): boolean {
  return text !== '' && text.length <= longestHeader;
}

/** One cell above a column. */
export interface BandStep {
  readonly row: number;
  readonly text: string;
  readonly key: string;
  /** Stands above several columns and so names none of them alone. */
  readonly isWide: boolean;
}

/** The keys of the rows of a band, and the merges that reach into them. */
interface BandRows {
  readonly keys: readonly (readonly string[])[];
  readonly merges: readonly Merge[];
  readonly units: UnitWords;
}

function pathOf(grid: Grid, { merges, units, keys }: BandRows, top: number, column: number): readonly BandStep[] {
  const steps: BandStep[] = [];
  let last: Merge | undefined;
  for (const [index, own] of keys.entries()) {
    const row = top + index;
    const merge = merges.find((range) => holds(range, row, column));
    const [atRow, atColumn] = merge ? [merge.startRow, merge.startColumn] : [row, column];
    const key = merge ? keyAt(grid, atRow, atColumn) : (own[column] ?? '');
    if (key !== '' && (merge === undefined || merge !== last)) {
      const { shown: text } = cellAt(grid, atRow, atColumn);
      const isWide = merge !== undefined && merge.endColumn - merge.startColumn > 1;
      const above = steps.length > 0 && isRemark(key, units) ? steps.pop() : undefined;
      // A unit or a remark in brackets below a name belongs to it.
      steps.push(
        above
          ? { ...above, text: above.text + text, key: above.key + inBrackets(key, units) }
          : { row, text, key, isWide },
      );
    }
    last = merge;
  }
  return steps;
}

/** `2025年完成数` beside `2024年完成数` is this year's and last year's. */
function withYearWords(names: readonly string[], year: number | undefined): readonly string[] {
  const dated = names.map((name) => datedName(name, year));
  return dated.every((name, index) => name === names[index]) ? names : [...new Set([...names, ...dated])];
}

/** The name with the word for its year in its place; another year, or one nobody knows, stays. */
export function datedName(name: string, year: number | undefined): string {
  if (year === undefined || !name.includes('20')) return name;
  return name.replace(/(20\d\d)年?度?/u, (all, typed: string) =>
    typed === String(year) ? '本年' : typed === String(year - 1) ? '上年' : all,
  );
}

/** All steps as one word, then the steps that belong to this column alone, then the lowest. */
function namesOf(path: readonly BandStep[]): readonly string[] {
  const [only] = path;
  if (path.length < 2) return only === undefined ? [] : [only.key];
  const keys = path.map(({ key }) => key);
  return [...new Set([keys.join(''), ...keys.filter((_, step) => path[step]?.isWide === false), ...keys.slice(-1)])];
}

/** Whether a row holds nothing but remarks on the names above it: units, words in brackets, names of columns. */
export function isRemarkRow(grid: Grid, row: number, known: readonly string[], units: UnitWords): boolean {
  const keys = rowAt(grid, row).map((_, column) => keyAt(grid, row, column));
  return (
    keys.some((key) => key !== '') &&
    keys.every((key, column) => {
      const { shown } = cellAt(grid, row, column);
      return key === '' ? shown.trim() === '' : isRemark(key, units) || known.includes(key);
    })
  );
}

function isRemark(key: string, units: UnitWords): boolean {
  return isUnit(key, units) || /^[([【].*[)\]】]$/u.test(key);
}

function inBrackets(key: string, units: UnitWords): string {
  return isUnit(key, units) ? `(${key})` : key;
}
