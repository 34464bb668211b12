/** Which of two columns a name means that departments use for both: 办结时间 is the deadline, or the day it was met. */
import { cellAt, shownAt, type Cell, type Grid } from '../../base/grid';
import { isBlankText } from '../../base/text';
import { dittoIn } from '../../cells/ditto';
import type { Declared, ReadingContext } from '../declared';
import type { HeaderBand } from '../header-band';
import { fieldsCalled, type Match, type Matches } from '../match-headers';
import { readCell } from '../read-cell';
import type { Column, ColumnType, Table } from '../sheet';

/** Rows that are looked at; what stands in a column differs little. */
const looked = 50;
/** Where the year is not known: what a value is hardly depends on it. */
const anyYear = 2022;
/** So much of a column is read by its type, or it is of another. */
const enough = 0.6;

const free: readonly ColumnType[] = ['text', 'names', 'deadline'];

/** The matches, each shared name with the field that what stands below it speaks for, unless its neighbours settled it. */
export function withSharedNames(
  grid: Grid,
  table: Table,
  band: HeaderBand,
  { matches: all, declared }: { readonly matches: Matches; readonly declared: Declared },
): Matches {
  if (all.size === 0) return all;
  const matches = withFullest(grid, table, band, withoutHeadings(grid, band, all));
  const open = openNames(table, matches);
  if (open.length === 0) return matches;
  const decided = new Map(matches);
  for (const { field, fields, at } of open) {
    const match = decided.get(field);
    const { field: meant } = likeliest(grid, table, { at, from: band.bottom + 1, fields, others: matches }, declared);
    if (match === undefined || meant === field || decided.has(meant)) continue;
    decided.delete(field);
    decided.set(meant, match);
  }
  return decided;
}

/** Whether the names alone tell: what stands below them changes nothing. */
export function isSettled(table: Table, matches: Matches): boolean {
  for (const [field, { by }] of matches)
    if (by === 'shared' || (by === 'usage' && table.columns[field]?.type === 'text')) return false;
  return true;
}

/** Of two columns whose names departments use for one text the fuller: what heads groups of rows stands once for each. */
function withFullest(grid: Grid, table: Table, band: HeaderBand, matches: Matches): Matches {
  const taken = new Set([...matches.values()].map(({ at }) => at));
  const decided = new Map(matches);
  for (const [field, match] of matches) {
    if (table.columns[field]?.type !== 'text' || (match.by !== 'usage' && match.by !== 'shared')) continue;
    const rivals = band.names.flatMap((keys, at) => {
      const key = taken.has(at) ? undefined : keys.find((one) => fieldsCalled(table, one).includes(field));
      return key === undefined ? [] : [{ ...match, at, key }];
    });
    const filled = ({ at }: Pick<Match, 'at'>): number =>
      cellsBelow(grid, { at, from: band.bottom + 1, others: matches }).filled.length;
    const fullest = rivals.sort((one, other) => filled(other) - filled(one))[0];
    if (fullest !== undefined && filled(fullest) >= filled(match) * fuller) decided.set(field, fullest);
  }
  return decided;
}

/** So many times as many cells. */
const fuller = 1.5;

/** A shared name that is merged over several columns with names of their own below is none of a column. */
function withoutHeadings({ merges, rows }: Grid, { bottom }: HeaderBand, matches: Matches): Matches {
  const headings = merges.filter(
    ({ startRow, endRow, startColumn, endColumn }) =>
      startRow <= bottom &&
      endRow === bottom + 1 &&
      endColumn - startColumn > 1 &&
      (rows[endRow] ?? []).slice(startColumn, endColumn).filter((cell) => cell?.kind === 'text').length > 1,
  );
  if (headings.length === 0) return matches;
  const isHeading = (at: number): boolean =>
    headings.some(({ startColumn, endColumn }) => at >= startColumn && at < endColumn);
  return new Map([...matches].filter(([, { by, at }]) => by !== 'shared' || !isHeading(at)));
}

/** A name that could still mean another column, for no other name on the sheet does. */
interface OpenName {
  readonly field: string;
  readonly fields: readonly string[];
  readonly at: number;
}

/** The shared names of a header that its other names leave open and that what stands below them decides. */
export function openNames(table: Table, matches: Matches): readonly OpenName[] {
  return [...matches].flatMap(([field, { at, by, key }]) => {
    if (by !== 'shared') return [];
    const fields = fieldsCalled(table, key).filter((one) => one === field || !matches.has(one));
    return fields.length > 1 && fields.some((one) => isMeasured(table.columns[one])) ? [{ field, fields, at }] : [];
  });
}

function isMeasured(column: Column | undefined): boolean {
  return column !== undefined && !free.includes(column.type);
}

/** A column, the first row below its header, what its name may mean, and the other columns. */
interface Below {
  readonly at: number;
  readonly from: number;
  readonly fields: readonly string[];
  readonly others: Matches;
}

/** The field a name speaks for; days alone leave open which day they are. */
interface Likely {
  readonly field: string;
  readonly isSure: boolean;
}

/** Whether what stands below the name tells for certain what it means. */
export function isTold(grid: Grid, table: Table, below: Below, declared: Declared): boolean {
  return likeliest(grid, table, below, declared).isSure;
}

/** Values of its kind speak for a column that has a kind; days for the deadline where every row has one, and none is blank. */
function likeliest(grid: Grid, table: Table, below: Below, declared: Declared): Likely {
  const { fields } = below;
  const [first = ''] = fields;
  const { filled, blank } = cellsBelow(grid, below);
  const cells = filled.map((row) => cellAt(grid, row, below.at));
  const fits = (field: string): boolean =>
    isMeasured(table.columns[field]) && areRead(cells, table.columns[field], contextOn(grid, declared));
  const measured = fields.find(fits);
  if (measured === undefined) {
    return { field: fields.find((field) => !isMeasured(table.columns[field])) ?? first, isSure: filled.length > 0 };
  }
  const isDay = table.columns[measured]?.type === 'day' && fields.includes('deadline');
  return { field: isDay && blank === 0 ? 'deadline' : measured, isSure: !isDay };
}

function contextOn({ year = anyYear }: Grid, declared: Declared): ReadingContext {
  return { reportYear: year, declared };
}

function areRead(all: readonly Cell[], column: Column | undefined, context: ReadingContext): boolean {
  if (column === undefined) return false;
  const cells = all.filter((cell) => dittoIn(cell) === null);
  const read = cells.filter(
    (cell) => readCell(cell, { file: '' }, { ...column, unit: null }, context).read.value !== null,
  );
  return read.length > 0 && read.length >= cells.length * enough;
}

/** Whether what stands below the name can be meant by the field: values of its kind, and words where it has none. */
export function isMeantBelow(
  grid: Grid,
  table: Table,
  { field, ...below }: Omit<Below, 'fields'> & { readonly field: string },
  declared: Declared,
): boolean {
  const cells = cellsBelow(grid, below).filled.map((row) => cellAt(grid, row, below.at));
  return isMeasured(table.columns[field])
    ? areRead(cells, table.columns[field], contextOn(grid, declared))
    : cells.some(({ kind }) => kind === 'text');
}

/** The rows in which something stands in the column, and how many hold something elsewhere and nothing there. */
function cellsBelow(
  grid: Grid,
  { at, from, others }: Omit<Below, 'fields'>,
): { readonly filled: readonly number[]; blank: number } {
  const columns = [...others.values()].map((one) => one.at);
  const seen: number[] = [];
  for (let row = from; row < grid.rows.length && seen.length < looked; row += 1)
    if (columns.some((one) => !isBlankText(shownAt(grid, row, one)))) seen.push(row);
  const filled = seen.filter((row) => !isBlankText(shownAt(grid, row, at)));
  return { filled, blank: seen.length - filled.length };
}
