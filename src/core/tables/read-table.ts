/** Reads a table: every row below its header becomes a record, is listed as a problem, or is blank. */
import { shownAt, type Grid } from '../base/grid';
import { together } from '../base/groups';
import { placesIn, sheetPlace, type Place } from '../base/place';
import type { Problem } from '../base/problem';
import type { Taken } from '../base/taken';
import { clipped } from '../base/text';
import { isNone } from '../cells/read-quantity';
import { outsideProblems, tableTaken, type ReadSegment } from './account/table-cells';
import type { Declared } from './declared';
import { joinedNotes } from './joined-notes';
import { coveredProblems, mergeProblems } from './merged/merged-cells';
import { otherRows, type OtherRow } from './other-rows/other-rows';
import { firstColumn, lineReader, type SaidLine, type TableContext } from './read-line';
import type { Read, RowOf } from './read-row';
import { originalPlace, originalProblems, originalTaken, shapedTaken } from './shapes/original-places';
import { shapedOf } from './shapes/shaped-grid';
import type { Columns, Table } from './sheet';
import { declaredFor } from './rules/own-words';
import { sameRows } from './other-rows/same-rows';
import { askedForVoids, voidCells, voidProblems, voidRows, voidWord } from './other-rows/void-rows';
import { struckProblems } from './struck-rows';
import { tableLayout, type Segment, type TableLayout } from './table-layout';
import { totalProblems } from './total-sums';
import { problemsOf, untouchedIn, type FilledRecord } from './unfilled-sheet';
import { findHeader } from './find-header';
import { withAbsentValues } from './usages/absent-values';
import { withTitleChoices } from './usages/title-choices';

/** One record with the place of its row. */
export interface TableRow<C extends Columns> {
  readonly cells: RowOf<C>;
  /** The row's first declared cell. */
  readonly place: Place;
  /** What stands beside it says that it may be none: 作废. */
  readonly voidBy?: string;
}

export interface ReadTable<C extends Columns, T = TableRow<C>> {
  readonly rows: readonly T[];
  readonly problems: readonly Problem[];
  readonly taken: readonly Taken[];
  /** Rows that say 无 and nothing else: there is none of what the table lists. */
  readonly none: readonly Place[];
  readonly layout: TableLayout;
}

/**
 * The records of the sheet. A bad cell costs its own value only: the row's other cells and all other rows are read. Of a sheet
 * that stood in another shape all is told by the places people see.
 */
export function readTable<C extends Columns>(grid: Grid, table: Table<C>, context: TableContext<C>): ReadTable<C> {
  return readRows(grid, table, { ...context, keep: (row) => row });
}

/** What is kept of each row as soon as it is read. */
export interface Keeping<C extends Columns, T> {
  readonly keep: (row: TableRow<C>) => T;
  /** The same of rows all of whose cells stand in them: nothing is made for the place of each. */
  readonly keepSaid?: ((row: SaidRow) => T) | undefined;
}

/** What the cells of a row say, the letters of their columns, and the place of the first. */
export interface SaidRow extends Pick<SaidLine, 'said' | 'columns'> {
  readonly place: Place;
  readonly voidBy?: string;
}

/** As `readTable`, but of a row nothing stays beside what is kept: there may be a hundred thousand. */
export function readRows<C extends Columns, T>(
  grid: Grid,
  table: Table<C>,
  context: TableContext<C> & Keeping<C, T>,
): ReadTable<C, T> {
  const { keep } = context;
  const placed = shapedOf(grid).origins === null ? null : rowPlacer<C>(grid);
  const named = (): ReadonlyMap<string, unknown> => findHeader(grid, table, context.declared)?.matches ?? new Map();
  const read = readShaped(grid, withAbsentValues(withTitleChoices(grid, table), named), {
    ...context,
    ...(placed && { keep: (row) => keep(placed(row)), keepSaid: undefined }),
  });
  const { problems, taken } = read;
  return {
    ...read,
    problems: [...shapedOf(grid).problems, ...originalProblems(grid, problems)],
    taken: [...shapedTaken(grid), ...originalTaken(grid, taken)],
  };
}

function rowPlacer<C extends Columns>(grid: Grid): (row: TableRow<C>) => TableRow<C> {
  const placed = originalPlace(grid);
  return ({ cells, place, ...more }) => {
    const own = Object.entries<Read<unknown>>(cells).map(([field, read]) => [
      field,
      { ...read, place: placed(read.place) },
    ]);
    // The fields are those of the row, which the compiler cannot follow.
    return { cells: Object.fromEntries(own) as RowOf<C>, place: placed(place), ...more };
  };
}

function readShaped<C extends Columns, T>(
  grid: Grid,
  table: Table<C>,
  given: TableContext<C> & Keeping<C, T>,
): ReadTable<C, T> {
  const context = { ...given, declared: declaredFor(grid, given.declared) };
  const layout = tableLayout(grid, table, context);
  const { segments, problems } = layout;
  const { declared, carried = [] } = context;
  const { others, doubts } = otherRows(grid, table, segments, { declared, carried });
  const left = new Set(others.map(({ row }) => row));
  const read = segments.map((segment) => {
    const { found } = segment;
    const rows = left.size === 0 ? segment.rows : segment.rows.filter((row) => !left.has(row));
    const voids = voidRows(rows, voidCells(grid, table, found, declared.words.rows));
    return { segment, found, rows, voids, ...keptLines(grid, table, { found, rows, voids }, context) };
  });
  const told = read.flatMap((records) => rowProblems(grid, table, records, { others, carried, declared }));
  return {
    rows: together(read.map(({ kept }) => kept)),
    taken: tableTaken(grid, layout, { read, others }, declared.words.rows),
    none: others.filter((one) => one.kind === 'nothing' && saysNone(grid, one)).map(({ problem }) => problem.place),
    layout,
    problems: [
      ...askedForVoids(problems, told),
      ...outsideProblems(grid, layout, others, declared.words.rows),
      ...segments.flatMap((segment) =>
        mergeProblems(grid, table, { ...segment, rows: segment.rows.filter((row) => !left.has(row)) }, carried),
      ),
      ...others.map(({ problem }) => problem),
      ...doubts,
      ...told,
      ...hiddenNote(grid, together(segments.map(({ rows }) => rows))),
      ...joinedNotes(problemsOf(grid, table, read)),
    ],
  };
}

/** What was kept of the records below a header, and what is told of them together. */
interface KeptLines<T> extends FilledRecord {
  readonly kept: readonly T[];
}

/** The records below a header, and of those that may be none the column that says so. */
interface Records extends ReadSegment {
  readonly voids: ReadonlyMap<number, number>;
}

function keptLines<C extends Columns, T>(
  grid: Grid,
  table: Table<C>,
  { found, rows, voids }: Records,
  context: TableContext<C> & Keeping<C, T>,
): KeptLines<T> {
  const { keep, keepSaid } = context;
  const reader = lineReader(grid, table, found, context);
  const isBlank = untouchedIn(table);
  const first = firstColumn(found);
  const placeOf = placesIn(grid);
  const kept: T[] = [];
  const problems: Problem[] = [];
  let isUntouched = true;
  for (const row of rows) {
    const place = placeOf(row, first);
    const voidBy = voidWord(grid, row, voids.get(row) ?? null);
    const mark = voidBy === null ? none : { voidBy };
    if (keepSaid === undefined) {
      const { cells, problems: told } = reader.read(row);
      // The fields are the table's own keys and each was read by its own column, which the compiler cannot follow.
      kept.push(keep({ cells: cells as RowOf<C>, place, ...mark }));
      if (told.length > 0) problems.push(...told);
      isUntouched &&= isBlank(cells);
    } else {
      const { said, columns, problems: told } = reader.said(row);
      kept.push(keepSaid({ said, place, columns, ...mark }));
      if (told.length > 0) problems.push(...told);
      isUntouched &&= isBlank(said);
    }
  }
  return { kept, problems, isUntouched };
}

/** Of nearly all rows. */
const none = {} as const;

function saysNone(grid: Grid, { row, columns }: OtherRow): boolean {
  return columns.some((at) => isNone(shownAt(grid, row, at)));
}

/** Rows that are no records, columns a merged cell may speak for, and the words cells are read by. */
interface RowContext {
  readonly others: readonly OtherRow[];
  readonly carried: readonly string[];
  readonly declared: Declared;
}

/** What merged cells, struck-through words and totals say of the rows of a segment. */
function rowProblems(
  grid: Grid,
  table: Table,
  { segment, rows: records, voids }: Records & { readonly segment: Segment },
  { others, carried, declared }: RowContext,
): readonly Problem[] {
  const { found, rows } = segment;
  const left = new Map(others.map(({ row, kind }) => [row, kind]));
  const isTotal = (row: number): boolean => left.get(row) === 'total';
  const summed = others.some(({ kind }) => kind === 'total')
    ? rows.filter((row) => !left.has(row) || isTotal(row))
    : [];
  const own = new Set([...found.columns].flatMap(([field, at]) => (carried.includes(field) ? [] : [at])));
  const end = rows[rows.length - 1] ?? found.headerRow;
  return [
    ...coveredProblems(
      grid,
      ({ row }) => row >= found.band.top && row <= end + 1,
      ({ row, column }) => row > found.headerRow && own.has(column),
    ),
    ...struckProblems(grid, segment, records),
    ...voidProblems(grid, voids),
    ...sameRows(grid, table, segment, { records, declared }),
    ...totalProblems(grid, table, { ...segment, rows: summed }, { isTotal, declared }),
  ];
}

function hiddenNote(grid: Grid, filled: readonly number[]): readonly Problem[] {
  if (grid.hiddenRows.length === 0) return [];
  const hiddenRows = new Set(grid.hiddenRows);
  const hidden = filled.filter((row) => hiddenRows.has(row));
  if (hidden.length === 0) return [];
  return [
    {
      code: 'hidden-rows',
      level: 'note',
      place: sheetPlace(grid),
      actual: clipped(hidden.map((row) => String(row + 1)).join('、'), 60),
      reason: `有${String(hidden.length)}行被隐藏或筛选掉，已照常计入`,
      expected: '不该计入的请删去整行',
    },
  ];
}
