/** Columns with a header nobody declared: some are nobody's business, some are a column of ours under another name. */
import { cellAt, shownAt, type Grid } from '../base/grid';
import { inMapping, leftHint, leftOut, mappedName } from '../base/mapping';
import { placeAt } from '../base/place';
import type { Problem } from '../base/problem';
import { columnSpan } from '../base/taken';
import { headerKey } from '../base/text';
import { isHelperColumn } from './account/helper-columns';
import { numberColumns } from './account/number-columns';
import type { Declared } from './declared';
import { lacking, type FoundColumns } from './find-header';
import { unfit, unitIn } from '../cells/units';
import { knownNames } from './match-headers';
import { readCell } from './read-cell';
import { rowSigns } from './other-rows/row-signs';
import { rowsOfSeveral } from './other-rows/rows-of-several';
import type { Column, ColumnType, Table } from './sheet';

/** Columns with a header nobody declared and something below it. */
export function unknownColumns(
  grid: Grid,
  table: Table,
  { band, headerRow, matches }: FoundColumns,
): readonly number[] {
  const taken = new Set([...matches.values()].map(({ at }) => at));
  const known = knownNames(table);
  return band.names.flatMap((keys, column) =>
    keys.length === 0 ||
    taken.has(column) ||
    isLeft(grid, table, keys) ||
    keys.some((key) => known.includes(key)) ||
    !isColumnFilled(grid, headerRow, column)
      ? []
      : [column],
  );
}

/** A person said that what stands under one of these names is not to be read. */
function isLeft({ mapping }: Grid, { title }: Table, keys: readonly string[]): boolean {
  return mapping !== undefined && keys.some((key) => mappedName(mapping, title, key) === leftOut);
}

/** What is told of columns that are not to be read: nothing of theirs is lost unseen. */
export function leftColumns(grid: Grid, table: Table, { band, headerRow }: FoundColumns): readonly Problem[] {
  const left = band.names.flatMap((keys, column) =>
    isLeft(grid, table, keys) && isColumnFilled(grid, headerRow, column) ? [column] : [],
  );
  const [first] = left;
  if (first === undefined) return [];
  const all = left.map((column) => band.shown[column] ?? '').join('”“');
  return [
    {
      code: 'column-left',
      level: 'note',
      place: placeAt(grid, band.bottom, first),
      actual: all,
      reason: `“${all}”列按确认的读法不读取`,
      expected: leftHint,
      covers: left.map((column) => columnSpan(grid, band.bottom + 1, column)),
    },
  ];
}

/** Whether something stands in the column below the header but the header again. */
export function isColumnFilled(grid: Grid, headerRow: number, column: number): boolean {
  const name = headerKey(shownAt(grid, headerRow, column));
  for (let row = headerRow + 1; row < grid.rows.length; row += 1) {
    const key = headerKey(shownAt(grid, row, column));
    if (key !== '' && key !== name) return true;
  }
  return false;
}

/** A column that is not there, by its field. */
type Absent = readonly [field: string, column: Column];

/** What a header must have beside the declared columns that are required. */
export interface HeaderContext {
  readonly declared: Declared;
  /** Fields without which figures would be lost or wrong. */
  readonly needed?: readonly string[];
  /** Those of them that are, where each row is taken to say these words in columns that are not there: a list of contracts is asked for nothing else. */
  readonly neededOf?: (assumed: ReadonlyMap<string, string>) => readonly string[];
}

/**
 * What is said of them: an error where what stands in one is of the kind of a column that is absent and missed, for it may have
 * been renamed and its figures be lost; of all others but columns of formulas that they are not read. `renamed` are the fields the
 * errors name.
 */
export function unknownColumnProblems(
  grid: Grid,
  table: Table,
  found: FoundColumns,
  { declared, needed = [] }: HeaderContext,
): { readonly problems: readonly Problem[]; readonly renamed: readonly string[] } {
  const signs = rowSigns(declared.words.rows);
  const numbers = numberColumns(found, signs);
  const absent = Object.entries<Column>(table.columns).filter(([field]) => !found.matches.has(field));
  const unknown = unknownColumns(grid, table, found).filter((column) => !numbers.includes(column));
  const lacked = lacking(table, found, false);
  const missed = absent.filter(([field]) => lacked.includes(field) || needed.includes(field));
  const alike = unknown.map((at) => ({
    at,
    like: signs.ownColumn.test(headerKey(found.band.shown[at] ?? ''))
      ? []
      : missed.filter(([, column]) => isOfKind(grid, found, at, { column, declared })),
  }));
  // Formulas that could be an absent column of ours are told; all others are the office's own business.
  const others = alike.flatMap(({ at, like }) =>
    like.length === 0 && !isHelperColumn(grid, found.headerRow, at) ? [at] : [],
  );
  const isOfPersons = (at: number): boolean => signs.personColumn.test(headerKey(found.band.shown[at] ?? ''));
  const renamed = alike.filter(({ like }) => like.length > 0);
  return {
    renamed: renamed.flatMap(({ like }) => like.map(([field]) => field)),
    problems: [
      ...renamed.map(({ at, like }) => renamedColumn(grid, table, found, { at, like })),
      ...personColumns(grid, found, others.filter(isOfPersons)),
      ...rowsOfSeveral(grid, table, found, { unknown: others, declared }),
      ...unreadColumns(grid, table, found, { unknown: others.filter((at) => !isOfPersons(at)), absent }),
    ],
  };
}

/** Kinds of values that can be told from other texts. */
const measured: readonly ColumnType[] = [
  'integer',
  'quantity',
  'percent',
  'money',
  'day',
  'deadline',
  'choice',
  'yesNo',
  'status',
];

/** Filled cells that are looked at; what stands in a column differs little. */
const looked = 50;
/** What a value is does not depend on the year. */
const anyYear = 2022;

/** Whether people fill the absent column and most cells of this one are values of its kind and unit. */
function isOfKind(
  grid: Grid,
  { band, headerRow }: FoundColumns,
  at: number,
  { column, declared }: { readonly column: Column; readonly declared: Declared },
): boolean {
  if (!column.open || !measured.includes(column.type)) return false;
  const [, remark = ''] = /[([【]([^()[\]【】]*)[)\]】]$/u.exec(headerKey(band.shown[at] ?? '')) ?? [];
  if (unitIn(remark, column, declared.words.units) === unfit) return false;
  let [filled, read] = [0, 0];
  for (let row = headerRow + 1; row < grid.rows.length && filled < looked; row += 1) {
    const cell = cellAt(grid, row, at);
    if (headerKey(cell.shown) === '') continue;
    filled += 1;
    const { value } = readCell(cell, { file: '' }, { ...column, unit: null }, { reportYear: anyYear, declared }).read;
    if (value !== null) read += 1;
  }
  return read * 2 > filled;
}

function renamedColumn(
  grid: Grid,
  { title }: Table,
  { band }: FoundColumns,
  { at, like }: { readonly at: number; readonly like: readonly Absent[] },
): Problem {
  const shown = band.shown[at] ?? '';
  const headers = like.map(([, { header }]) => header);
  const all = headers.join('”“');
  return {
    code: 'column-renamed',
    level: 'error',
    place: placeAt(grid, band.bottom, at),
    actual: shown,
    reason: `表头中没有“${all}”，却有填了同类内容的“${shown}”列，像是改了名，没有读取`,
    expected: `如果它就是“${headers.join('”或“')}”，请改回这个表头，或者${inMapping(`${title}：${shown}＝${headers[0] ?? ''}`)}；如果不是，请补上“${all}”列`,
    covers: [columnSpan(grid, band.bottom + 1, at)],
  };
}

/** Names of persons belong into no report; that they are left alone is told. */
function personColumns(grid: Grid, { band }: FoundColumns, columns: readonly number[]): readonly Problem[] {
  const [first] = columns;
  if (first === undefined) return [];
  const all = columns.map((column) => band.shown[column] ?? '').join('”“');
  return [
    {
      code: 'column-of-persons',
      level: 'note',
      place: placeAt(grid, band.bottom, first),
      actual: all,
      reason: `“${all}”列是人名，不读取，也不保存`,
      expected: '不用改',
      covers: columns.map((column) => columnSpan(grid, band.bottom + 1, column)),
    },
  ];
}

/** Columns of the office's own: no word of ours is lost, but nobody should think they count. */
function unreadColumns(
  grid: Grid,
  table: Table,
  { band }: FoundColumns,
  { unknown, absent }: { readonly unknown: readonly number[]; readonly absent: readonly Absent[] },
): readonly Problem[] {
  const [first] = unknown;
  if (first === undefined) return [];
  const shown = unknown.map((column) => band.shown[column] ?? '');
  const all = shown.join('”“');
  return [
    {
      code: 'column-unknown',
      level: 'note',
      place: placeAt(grid, band.bottom, first),
      actual: all,
      reason: `不认识“${all}”列，没有读取`,
      expected:
        absent.length === 0
          ? '与填报无关的不用管'
          : `如果它是“${absent.map(([, { header }]) => header).join('”或“')}”，请改回这个表头，${orMapped(table, shown[0] ?? '')}`,
      covers: unknown.map((column) => columnSpan(grid, band.bottom + 1, column)),
    },
  ];
}

/** How the office can keep its own header. */
export function orMapped({ title }: Table, shown: string): string {
  return `或者${inMapping(`${title}：${shown}＝……`)}`;
}
