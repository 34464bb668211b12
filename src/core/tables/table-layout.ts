/** Where on a sheet the records of a table stand: under its header, under the same header again, and nowhere else. */
import { isFilled, rowAt, shownAt, type Grid } from '../base/grid';
import { mergeOver } from './merged/merges';
import { placeAt } from '../base/place';
import type { Problem } from '../base/problem';
import { rowSpan } from '../base/taken';
import { clipped, isBlankText, nameKey } from '../base/text';
import { tablesOf, type Declared } from './declared';
import { findHeader, headerAt, requiredOf, type FoundColumns } from './find-header';
import { foreignHeaderAt, type ForeignHeader } from './foreign-header';
import { columnProblems, noHeader } from './header-problems';
import { beginsAsHeader, headerWordTest } from './header-words';
import { knownNames } from './match-headers';
import type { Column, Table } from './sheet';
import type { HeaderContext } from './unknown-columns';

/** The rows (from 0) below one header that hold something in its columns, and those that do beside them. */
export interface Segment {
  readonly found: FoundColumns;
  readonly rows: readonly number[];
  readonly aside: readonly number[];
}

export interface TableLayout {
  /** None when no header was found. */
  readonly segments: readonly Segment[];
  /** Rows that are titles above a header that comes again. */
  readonly headings: readonly number[];
  /** Rows of other tables, first and last. */
  readonly foreigners: readonly { readonly from: number; readonly last: number }[];
  readonly problems: readonly Problem[];
}

/** Rows of another table, from its title or header to the last one before ours goes on. */
interface Foreign extends ForeignHeader {
  readonly from: number;
  last: number;
}

/** What is known on the way down the sheet. */
interface Walk {
  readonly grid: Grid;
  readonly table: Table;
  readonly declared: Declared;
  readonly context: HeaderContext;
  readonly segments: { readonly found: FoundColumns; readonly rows: number[]; readonly aside: number[] }[];
  readonly headings: number[];
  readonly foreigners: Foreign[];
  readonly told: Problem[];
  /** The other table the walk is in. */
  foreign: Foreign | null;
}

/**
 * Blank rows are skipped. The table's header may come again, with its columns in another order; the header of another
 * table ends it until then, and the place is told.
 */
export function tableLayout(grid: Grid, table: Table, context: HeaderContext): TableLayout {
  const { declared } = context;
  const { found, problems } = findColumns(grid, table, context);
  if (found === null) return { segments: [], headings: [], foreigners: [], problems };
  const walk: Walk = {
    grid,
    table,
    declared,
    context,
    segments: [{ found, rows: [], aside: [] }],
    headings: [],
    foreigners: [],
    told: [],
    foreign: null,
  };
  const mayBeHeader = headerTest(grid, table, declared);
  let isAfterBlank = false;
  for (let row = found.headerRow + 1; row < grid.rows.length; row += 1) {
    if (isBlankRow(grid, row)) {
      isAfterBlank = true;
      continue;
    }
    const isStart = isAfterBlank || isHeading(grid, row - 1);
    isAfterBlank = false;
    const last = isWords(grid, row) && (isStart || mayBeHeader(row)) ? headerEnd(walk, row, isStart) : null;
    if (last !== null) row = last;
    else takeRow(walk, row);
  }
  const { segments, headings, foreigners } = walk;
  return { segments, headings, foreigners, problems: [...problems, ...walk.told, ...foreigners.map(endNote(walk))] };
}

function takeRow({ grid, segments, foreign }: Walk, row: number): void {
  const current = segments[segments.length - 1];
  if (foreign !== null) foreign.last = row;
  else if (current !== undefined) (holdsSomething(grid, current.found, row) ? current.rows : current.aside).push(row);
}

/** The last row of the header that begins in this row; null when none does. */
function headerEnd(walk: Walk, row: number, isStart: boolean): number | null {
  const { grid, table, declared, segments } = walk;
  const current = segments[segments.length - 1];
  if (current === undefined) return null;
  const again = ownHeaderAt(walk, row, current.found);
  if (again !== null) {
    takeTitlesAgain(walk, row);
    const title = takeHeading(walk, row);
    if (title !== null) {
      walk.told.push(headingNote(grid, title));
      walk.headings.push(title);
    }
    if (!standsAlike(again, current.found) || !isShownAlike(again, current.found))
      walk.told.push(...columnProblems(grid, table, again, walk.context));
    segments.push({ found: again, rows: [], aside: [] });
    walk.foreign = null;
    return again.headerRow;
  }
  if (walk.foreign !== null) return null;
  const header = foreignHeaderAt(grid, row, { table, found: current.found, isStart, declared });
  if (header === null) return null;
  walk.foreign = { ...header, from: takeHeading(walk, row) ?? row, last: row };
  walk.foreigners.push(walk.foreign);
  return row;
}

/** The table's own header: all its required columns, or where it has one column only, that one in its place. */
function ownHeaderAt({ grid, table, declared }: Walk, row: number, before: FoundColumns): FoundColumns | null {
  const again = headerAt(grid, table, { row }, declared);
  if (again === null) return null;
  const required = requiredOf(table, before);
  const isSame = standsAlike(again, before);
  const isWhole = again.matches.size > 1 && required.every((field) => again.matches.has(field));
  return (required.length > 0 && isWhole) || isSame ? again : null;
}

/** The same columns in the same places under the same names. */
function standsAlike(one: FoundColumns, other: FoundColumns): boolean {
  const isSame = ([field, { at, key }]: [string, { readonly at: number; readonly key: string }]): boolean => {
    const again = one.matches.get(field);
    return again?.at === at && again.key === key;
  };
  return one.matches.size === other.matches.size && [...other.matches].every(isSame);
}

/** The same names above the same columns, also of those nobody declared. */
function isShownAlike(one: FoundColumns, other: FoundColumns): boolean {
  return one.band.shown.join('\t') === other.band.shown.join('\t');
}

/** Takes back the rows right above a header that comes again that stand above the first one too, as on each page of a printed form: told once. */
function takeTitlesAgain(walk: Walk, row: number): void {
  const { grid, segments } = walk;
  const [first] = segments;
  const current = segments[segments.length - 1];
  if (first === undefined || current === undefined) return;
  const titles = new Set(grid.rows.slice(0, first.found.band.top).map(titleKeyOf));
  for (let above = row - 1; titles.has(titleKeyOf(rowAt(grid, above))); above -= 1) {
    if (isBlankRow(grid, above)) break;
    const list = [current.rows, current.aside].find((rows) => rows[rows.length - 1] === above);
    if (list === undefined) break;
    list.pop();
    walk.headings.push(above);
    if (!walk.told.some(({ code }) => code === titleAgain)) walk.told.push(titleAgainNote(grid, above));
  }
}

const titleAgain = 'title-again';

/** Pages and dates may differ. */
function titleKeyOf(cells: Grid['rows'][number]): string {
  return Array.from(cells, (cell) => nameKey(cell?.shown ?? '').replace(/[\d一二三四五六七八九十]/gu, '')).join('');
}

function titleAgainNote(grid: Grid, row: number): Problem {
  const shown = rowAt(grid, row).find(isFilled)?.shown ?? '';
  return {
    code: titleAgain,
    level: 'note',
    place: placeAt(grid, row, firstFilled(grid, row)),
    actual: shown,
    reason: `标题“${clipped(shown.trim(), 40)}”和表头在表里重复出现（第${String(row + 1)}行起），没有作为数据采用，下面的各行照常读取`,
    expected: '不用处理',
  };
}

/** Takes the title above a header back from the records; null when there is none. */
function takeHeading({ grid, table, segments, foreign }: Walk, row: number): number | null {
  const current = segments[segments.length - 1];
  const lists = [current?.rows ?? [], current?.aside ?? []];
  const rows = lists.reduce((one, other) =>
    (other[other.length - 1] ?? -1) > (one[one.length - 1] ?? -1) ? other : one,
  );
  const last = rows[rows.length - 1];
  if (foreign !== null || last === undefined || !isHeading(grid, last)) return null;
  // A text alone in its row may be a record where one value is all that is required.
  const isRecord = Object.values<Column>(table.columns).filter(({ required }) => required).length < 2;
  if (last !== row - 1 && (isRecord || !areBlank(grid, last + 1, row))) return null;
  return rows.pop() ?? null;
}

function areBlank(grid: Grid, from: number, end: number): boolean {
  for (let row = from; row < end; row += 1) if (!isBlankRow(grid, row)) return false;
  return true;
}

/** One text alone in its row, merged over several columns or below a blank row. */
export function isHeading(grid: Grid, row: number): boolean {
  const column = onlyFilled(rowAt(grid, row));
  if (column === null) return false;
  const merge = mergeOver(grid.merges, row, column);
  const isWide = merge !== undefined && merge.endColumn - merge.startColumn > 1;
  return isWide || isBlankRow(grid, row - 1);
}

/** The column of the one cell that holds something; null where none does, or several. */
export function onlyFilled(cells: Grid['rows'][number]): number | null {
  let only: number | null = null;
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column];
    if (!isFilled(cell)) continue;
    if (only !== null) return null;
    only = column;
  }
  return only;
}

/** What stands alone in its row; empty where nothing does. */
export function shownAlone(cells: Grid['rows'][number]): string {
  return cells[onlyFilled(cells) ?? -1]?.shown ?? '';
}

/** Whether nothing stands in the row. */
export function isBlankRow(grid: Grid, row: number): boolean {
  for (const cell of rowAt(grid, row)) if (isFilled(cell)) return false;
  return true;
}

function holdsSomething(grid: Grid, { columns }: FoundColumns, row: number): boolean {
  for (const at of columns.values()) if (!isBlankText(shownAt(grid, row, at))) return true;
  return false;
}

/** A header holds nothing but texts. */
export function isWords(grid: Grid, row: number): boolean {
  for (const cell of rowAt(grid, row))
    if (cell !== undefined && cell.kind !== 'text' && cell.kind !== 'blank') return false;
  return true;
}

/** Whether a row begins with words of which one is some column's header: only then it is looked at as one. */
function headerTest(grid: Grid, table: Table, declared: Declared): (row: number) => boolean {
  const tables = tablesOf(declared);
  const own = tables.includes(table) ? [] : knownNames(table);
  const isHeaderWord = headerWordTest(tables, [...own, ...(grid.mapping ?? []).map(({ from }) => from)]);
  return (row) => beginsAsHeader(rowAt(grid, row), isHeaderWord, 1);
}

function headingNote(grid: Grid, row: number): Problem {
  const { shown } = grid.rows[row]?.find(isFilled) ?? { shown: '' };
  return {
    code: 'heading-row',
    level: 'note',
    place: placeAt(grid, row, firstFilled(grid, row)),
    actual: shown,
    reason: `“${clipped(shown.trim(), 40)}”是下面一段的标题，没有作为数据采用`,
    expected: '如不对，请移开下面的表头',
  };
}

function endNote({ grid, table }: Walk): (foreign: Foreign) => Problem {
  return ({ title, headers, from, last }) => ({
    code: 'table-below',
    level: 'doubt',
    place: placeAt(grid, from, firstFilled(grid, from)),
    actual: headers.join('、'),
    reason: `第${String(from + 1)}行起像是另一张表（表头“${clipped(headers.join('、'), 40)}”），第${String(from + 1)}至${String(last + 1)}行没有作为“${table.title}”读取`,
    expected:
      title === null
        ? `与填报无关的不用管；属于“${table.title}”的，请去掉中间的空行和表头`
        : `请把它移到单独的工作表“${title}”`,
    covers: [rowSpan(grid, from, last + 1)],
  });
}

function firstFilled(grid: Grid, row: number): number {
  const column = rowAt(grid, row).findIndex(isFilled);
  return Math.max(0, column);
}

/** Columns nobody declared are left alone; a required one that is missing is a problem that names the headers looked for. */
function findColumns(
  grid: Grid,
  table: Table,
  context: HeaderContext,
): { readonly found: FoundColumns | null; readonly problems: readonly Problem[] } {
  const { declared } = context;
  const found = findHeader(grid, table, declared);
  return found === null
    ? { found, problems: [noHeader(grid, table, declared.words.units)] }
    : { found, problems: columnProblems(grid, table, found, context) };
}
