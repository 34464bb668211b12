/** Finds the header of a table and which column holds what, whatever their order. */
import type { Grid, Merge } from '../base/grid';
import type { Mapping } from '../base/mapping';
import { mergesIn } from './merged/merges';
import { oncePer } from '../base/once-per';
import type { UnitWords } from '../cells/readings';
import { headerBand, isRemarkRow, tallestHeader, type HeaderBand } from './header-band';
import { unfit } from '../cells/units';
import { generalUnit, unitOf } from './usages/amount-units';

import { knownNames, matchHeaders, withLikelyNames, type Matches } from './match-headers';
import { mostNamed } from './header-words';
import { absentValue, isBeside, plainTable } from './usages/absent-values';
import { isMeantBelow, isSettled, withSharedNames } from './usages/shared-names';
import { withToldStatus } from './usages/told-status';
import type { Declared } from './declared';
import type { Column, Table } from './sheet';

/** A header that was found. Rows and columns count from 0. */
export interface FoundColumns {
  /** The last row of the header: records stand below it. */
  readonly headerRow: number;
  /** The column of each field that is read. */
  readonly columns: ReadonlyMap<string, number>;
  /** How each was recognised, also where its unit keeps it from being read. */
  readonly matches: Matches;
  /** Columns to be read in another unit than the declared one, as their header says. */
  readonly units: ReadonlyMap<string, string>;
  readonly band: HeaderBand;
}

/** Rows in which a header may begin. */
export const searchedRows = 10;

/**
 * The header among the first ten rows that names the most columns, at least two (or the only one); of several that name
 * what is required the first.
 */
export function findHeader(grid: Grid, asked: Table, declared: Declared): FoundColumns | null {
  const table = plainTable(asked);
  const known = headersByGrid(grid);
  const before = known.get(table);
  if (before?.declared === declared) return before.found;
  const found = headerOf(grid, table, declared);
  known.set(table, { declared, found });
  return found;
}

/** Asked for by the sheet's shape, its kind and its reader. */
const headersByGrid = oncePer<Grid, WeakMap<Table, KnownHeader>>(() => new WeakMap());

interface KnownHeader {
  readonly declared: Declared;
  readonly found: FoundColumns | null;
}

function headerOf(grid: Grid, table: Table, declared: Declared): FoundColumns | null {
  const said = grid.rules?.headerRow ?? null;
  if (said !== null) return headerOver(grid, table, said, declared);
  const top = grid.part?.top ?? 0;
  const end = Math.min(top + searchedRows, grid.rows.length);
  const fewest = Math.min(2, Object.keys(table.columns).length);
  const rows = Array.from({ length: end - top }, (_, index) => top + index);
  const all = rows.flatMap((row) =>
    Math.max(...mostNamed(grid, table, row, declared)) < fewest
      ? []
      : (headerAt(grid, table, { row, end: top + searchedRows }, declared) ?? []),
  );
  const best = all.reduce<FoundColumns | null>((before, one) => (isBetter(one, before) ? one : before), null);
  if (best === null || best.matches.size < fewest) return null;
  const required = requiredOf(table, best);
  const isWhole = ({ matches }: FoundColumns): boolean =>
    matches.size + required.length > 3 && required.every((field) => matches.has(field));
  // A header that comes again further down may name one column more: the records above it count all the same.
  const first = all.find((one) => one.headerRow < best.band.top && isWhole(one)) ?? best;
  // The title above a header is no part of it.
  return likelier(
    grid,
    table,
    all.filter((one) => one.headerRow === first.headerRow && one.matches.size >= first.matches.size).pop() ?? first,
    declared,
  );
}

/** The header with the columns whose names only end as those that are known, or are of a form that is. */
function likelier(grid: Grid, table: Table, found: FoundColumns, declared: Declared): FoundColumns {
  const below = { from: found.headerRow + 1, others: found.matches };
  const fits = (field: string, at: number): boolean => isMeantBelow(grid, table, { ...below, field, at }, declared);
  const named = withLikelyNames(found.band, table, { matches: found.matches, mapping: grid.mapping, fits, declared });
  const matches = withToldStatus(grid, table, found, { matches: named, declared });
  if (matches.size === found.matches.size) return found;
  const columns = new Map(found.columns);
  for (const [field, { at, by }] of matches) if (by === 'likely') columns.set(field, at);
  return { ...found, matches, columns };
}

/** The header of which a person said that it stands in this row: its only one, or one of several. */
function headerOver(grid: Grid, table: Table, row: number, declared: Declared): FoundColumns | null {
  const starts = Array.from({ length: tallestHeader }, (_, above) => row - above).filter((start) => start >= 0);
  const all = starts.flatMap(
    (start) => headerAt(grid, table, { row: start, end: row + tallestHeader }, declared) ?? [],
  );
  return all.find(({ band }) => band.top <= row && row <= band.bottom) ?? null;
}

/** The required fields a header does not name, nor what can stand in for them; `real`: also those that hold without a column. */
export function lacking(
  table: Pick<Table, 'columns'>,
  { matches }: Pick<FoundColumns, 'matches'>,
  real = true,
): readonly string[] {
  return Object.entries<Column>(table.columns).flatMap(([field, { required, standIns }]) => {
    if (!required) return [];
    const isThere = matches.has(field) || (standIns.length > 0 && standIns.every((one) => matches.has(one)));
    const isAssumed = (!real || isBeside(table, field)) && absentValue(table, field, matches) !== '';
    return isThere || isAssumed ? [] : [field];
  });
}

/** The required fields a header names. */
export function requiredOf(table: Table, { matches }: Pick<FoundColumns, 'matches'>): readonly string[] {
  return Object.entries<Column>(table.columns).flatMap(([field, { required }]) =>
    required && matches.has(field) ? [field] : [],
  );
}

/** The header that begins in this row and ends before `end`, as high as it must be to name the most columns; null for none. */
export function headerAt(
  grid: Grid,
  asked: Table,
  { row, end = grid.rows.length }: { readonly row: number; readonly end?: number },
  declared: Declared,
): FoundColumns | null {
  const table = plainTable(asked);
  const most = mostNamed(grid, table, row, declared);
  let best = null as FoundColumns | null;
  for (let height = 1; height <= tallestHeader && row + height <= end; height += 1) {
    const last = row + height - 1;
    const size: number = best?.matches.size ?? 0;
    const goesOn: boolean =
      best?.band.bottom === last - 1 && isRemarkRow(grid, last, knownNames(table), declared.words.units);
    if (goesOn || (most[height - 1] ?? 0) > size)
      best = headerOfHeight(grid, table, { row, height, size, goesOn }, declared) ?? best;
  }
  return best;
}

/** A header so high, and what is known of the lower one: how many columns it names, and whether nothing but remarks on it follow. */
interface Higher {
  readonly row: number;
  readonly height: number;
  readonly size: number;
  readonly goesOn: boolean;
}

function headerOfHeight(
  grid: Grid,
  table: Table,
  { row, height, size, goesOn }: Higher,
  declared: Declared,
): FoundColumns | null {
  const { units } = declared.words;
  const band = headerBand(grid, row, height, units);
  const matches = matchesIn(grid, table, band, declared);
  const isMore = matches.size > size && isOwnTop(grid, table, band, { matches, declared });
  const isHeader = isMore ? isHeaderAllDown(band, matches) : goesOn && size === matches.size;
  return isHeader ? foundIn(grid, table, band, { matches, units }) : null;
}

/** What a band names, and the words units are told by. */
interface Named {
  readonly matches: Matches;
  readonly units: UnitWords;
}

/** A record or a title above a header is not its first row: without it fewer columns would have to be named. */
function isOwnTop(
  grid: Grid,
  table: Table,
  { top, bottom }: HeaderBand,
  { matches, declared }: { readonly matches: Matches; readonly declared: Declared },
): boolean {
  if (top === bottom) return true;
  const band = headerBand(grid, top + 1, bottom - top, declared.words.units);
  const below = matchesIn(grid, table, band, declared).size;
  return below > 0 && below < matches.size;
}

/** By the names of the header, and by what stands below where these leave something open. */
function matchesIn(grid: Grid, table: Table, band: HeaderBand, declared: Declared): Matches {
  const { mapping = [] } = grid;
  const named = mapping.length === 0 ? matchesByNames(band)(table) : namedIn(band, table, mapping);
  if (named.isSettled) return named.matches;
  const known = matchesByGrid(grid)(band);
  const before = known.get(table);
  if (before !== undefined) return before;
  const decided = withSharedNames(grid, table, band, { matches: named.matches, declared });
  known.set(table, decided);
  return decided;
}

/** What the names of a header match, and whether nothing below could change it. */
interface NamedColumns {
  readonly matches: Matches;
  readonly isSettled: boolean;
}

function namedIn(band: HeaderBand, table: Table, mapping?: Mapping): NamedColumns {
  const matches = matchHeaders(band, table, mapping);
  return { matches, isSettled: isSettled(table, matches) };
}

const matchesByNames = oncePer<HeaderBand, (table: Table) => NamedColumns>((band) =>
  oncePer((table) => namedIn(band, table)),
);

/** Worked out once for each band of a sheet, which is asked about again as the part of a higher one. */
const matchesByGrid = oncePer<Grid, (band: HeaderBand) => WeakMap<Table, Matches>>(() => oncePer(() => new WeakMap()));

/** More columns; of as many, more by their declared names; else the header that was there before stays. */
function isBetter(one: FoundColumns, before: FoundColumns | null): boolean {
  const more = one.matches.size - (before?.matches.size ?? 0);
  return more > 0 || (more === 0 && before !== null && declaredNames(one) > declaredNames(before));
}

function declaredNames({ matches }: FoundColumns): number {
  return [...matches.values()].filter(({ by }) => by !== 'synonym').length;
}

/** A record below a header is not its second row: what stands under a column's name would have to be part of it. */
function isHeaderAllDown({ names }: HeaderBand, matches: Matches): boolean {
  return [...matches.values()].every(({ at, key }) => {
    const keys = names[at] ?? [];
    return key.endsWith(keys[keys.length - 1] ?? '');
  });
}

function foundIn(grid: Grid, table: Table, band: HeaderBand, named: Named): FoundColumns {
  const general = generalUnit(grid, table, band, named.matches);
  const isTall = mergesIn(grid.merges, band.top, band.bottom + 1).some((merge) => isTallIn(band, merge));
  if (general !== '' || isTall) return columnsIn(grid, table, band, { ...named, general });
  const known = foundByMatches(named.matches);
  return (known.found ??= columnsIn(grid, table, band, { ...named, general }));
}

/** One object for all sheets of one form, by which much is known of the second. */
const foundByMatches = oncePer<Matches, { found?: FoundColumns }>(() => ({}));

function columnsIn(
  grid: Grid,
  table: Table,
  band: HeaderBand,
  { matches, units: words, general }: Named & { readonly general: string },
): FoundColumns {
  const units = new Map<string, string>();
  const columns = new Map<string, number>();
  for (const [field, { at, remark }] of matches) {
    const column = table.columns[field];
    const unit = column === undefined ? null : unitOf(column, { remark, general }, words);
    if (unit !== unfit) columns.set(field, at);
    if (unit !== null) units.set(field, unit);
  }
  return { headerRow: lastRow(grid, band, columns), columns, matches, units, band };
}

/** A header cell merged downwards takes its rows into the header. */
function lastRow(grid: Grid, band: HeaderBand, columns: ReadonlyMap<string, number>): number {
  const ends = grid.merges
    .filter((merge) => isTallIn(band, merge))
    .filter(({ startColumn, endColumn }) => [...columns.values()].some((at) => at >= startColumn && at < endColumn))
    .map(({ endRow }) => endRow - 1);
  return Math.max(band.bottom, ...ends);
}

function isTallIn({ top, bottom }: HeaderBand, { startRow, endRow }: Merge): boolean {
  return startRow >= top && startRow <= bottom && endRow - top <= tallestHeader;
}
