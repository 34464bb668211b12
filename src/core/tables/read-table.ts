/** Reads a table: every row below its header becomes a record, is listed as a problem, or is blank. */
import type { Day } from '../base/day';
import { cellAt, type Cell, type Grid } from '../base/grid';
import { cellPlace, placesIn, type Place } from '../base/place';
import type { Problem } from '../base/problem';
import type { Taken } from '../base/taken';
import { clipped, normalised } from '../base/text';
import { readDay } from '../cells/read-day';
import { isNone } from '../cells/read-quantity';
import { outsideProblems, tableTaken } from './account/table-cells';
import type { Declared, ReadingContext } from './declared';
import type { FoundColumns } from './find-header';
import { joinedNotes } from './joined-notes';
import { carriedCell, coveredProblems, mergeProblems } from './merged-cells';
import { otherRows, type OtherRow } from './other-rows/other-rows';
import { columnReader, readCell, type ReadCell } from './read-cell';
import type { Read, RowOf } from './read-row';
import { originalPlace, originalProblems, originalTaken, shapedTaken } from './shapes/original-places';
import { shapedOf } from './shapes/shaped-grid';
import type { Column, Columns, Table } from './sheet';
import { declaredFor } from './rules/own-words';
import { struckProblems } from './struck-rows';
import { tableLayout, type Segment, type TableLayout } from './table-layout';
import { totalProblems } from './total-sums';
import { problemsOf } from './unfilled-sheet';
import { withAskedChoice } from './usages/asked-choices';
import { withTitleChoices } from './usages/title-choices';

/** One record with the place of its row. */
export interface TableRow<C extends Columns> {
  readonly cells: RowOf<C>;
  /** The row's first declared cell. */
  readonly place: Place;
}

export interface ReadTable<C extends Columns> {
  readonly rows: readonly TableRow<C>[];
  readonly problems: readonly Problem[];
  readonly taken: readonly Taken[];
  /** Rows that say 无 and nothing else: there is none of what the table lists. */
  readonly none: readonly Place[];
  readonly layout: TableLayout;
}

/** What a reader may be told beside the declaration. */
export interface TableContext<C extends Columns> extends ReadingContext {
  /** Fields without which figures would be lost or wrong: their columns must be there. */
  readonly needed?: readonly (keyof C & string)[];
  /** Fields whose value a merged cell gives to all its rows. */
  readonly carried?: readonly (keyof C & string)[];
  /** A column as it is in one row, from the row's shown texts: the unit of an indicator's value stands beside it. */
  readonly columnIn?: (field: keyof C & string, shown: Readonly<Record<string, string>>, column: Column) => Column;
}

/**
 * The records of the sheet. A bad cell costs its own value only: the row's other cells and all other rows are read. Of a sheet
 * that stood in another shape all is told by the places people see.
 */
export function readTable<C extends Columns>(grid: Grid, table: Table<C>, context: TableContext<C>): ReadTable<C> {
  const read = readShaped(grid, withTitleChoices(grid, table), context);
  const { problems, taken } = read;
  const told = {
    ...read,
    problems: [...shapedOf(grid).problems, ...originalProblems(grid, problems)],
    taken: [...shapedTaken(grid), ...originalTaken(grid, taken)],
  };
  return shapedOf(grid).origins === null ? told : { ...told, rows: read.rows.map(rowPlacer(grid)) };
}

function rowPlacer<C extends Columns>(grid: Grid): (row: TableRow<C>) => TableRow<C> {
  const placed = originalPlace(grid);
  return ({ cells, place }) => {
    const own = Object.entries<Read<unknown>>(cells).map(([field, read]) => [
      field,
      { ...read, place: placed(read.place) },
    ]);
    // The fields are those of the row, which the compiler cannot follow.
    return { cells: Object.fromEntries(own) as RowOf<C>, place: placed(place) };
  };
}

function readShaped<C extends Columns>(grid: Grid, table: Table<C>, given: TableContext<C>): ReadTable<C> {
  const context = { ...given, declared: declaredFor(grid, given.declared) };
  const layout = tableLayout(grid, table, context);
  const { segments, problems } = layout;
  const { declared, carried = [] } = context;
  const { others, doubts } = otherRows(grid, table, segments, declared);
  const left = new Set(others.map(({ row }) => row));
  const read = segments.map(({ found, rows }) => {
    const readLine = lineReader(grid, found, slotsOf(table, found, context), context);
    return { found, first: firstColumn(found), lines: rows.filter((row) => !left.has(row)).map(readLine) };
  });
  return {
    rows: read.flatMap(({ first, lines }) =>
      lines.map(({ cells, row }) => ({
        // The fields are the table's own keys and each was read by its own column, which the compiler cannot follow.
        cells: cells as RowOf<C>,
        place: cellPlace(grid.workbook, grid.sheet, row, first),
      })),
    ),
    taken: tableTaken(
      grid,
      layout,
      { read: read.map(({ found, lines }) => ({ found, rows: lines.map(({ row }) => row) })), others },
      declared.words.rows,
    ),
    none: others.filter((one) => one.kind === 'nothing' && saysNone(grid, one)).map(({ problem }) => problem.place),
    layout,
    problems: [
      ...problems,
      ...outsideProblems(grid, layout, others, declared.words.rows),
      ...segments.flatMap((segment) =>
        mergeProblems(grid, table, { ...segment, rows: segment.rows.filter((row) => !left.has(row)) }, carried),
      ),
      ...others.map(({ problem }) => problem),
      ...doubts,
      ...segments.flatMap((segment) => rowProblems(grid, table, segment, { others, carried, declared })),
      ...hiddenNote(
        grid,
        segments.flatMap(({ rows }) => rows),
      ),
      ...joinedNotes(
        problemsOf(
          grid,
          table,
          read.flatMap(({ lines }) => lines),
        ),
      ),
    ],
  };
}

function saysNone(grid: Grid, { row, columns }: OtherRow): boolean {
  return columns.some((at) => isNone(cellAt(grid, row, at).shown));
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
  segment: Segment,
  { others, carried, declared }: RowContext,
): readonly Problem[] {
  const { found, rows } = segment;
  const left = new Map(others.map(({ row, kind }) => [row, kind]));
  const records = left.size === 0 ? rows : rows.filter((row) => !left.has(row));
  const summed = rows.filter((row) => (left.get(row) ?? 'total') === 'total');
  const own = new Set([...found.columns].flatMap(([field, at]) => (carried.includes(field) ? [] : [at])));
  const end = rows[rows.length - 1] ?? found.headerRow;
  return [
    ...coveredProblems(
      grid,
      ({ row }) => row >= found.band.top && row <= end + 1,
      ({ row, column }) => row > found.headerRow && own.has(column),
    ),
    ...struckProblems(grid, segment, records),
    ...totalProblems(
      grid,
      table,
      { ...segment, rows: summed },
      { isTotal: (row) => left.get(row) === 'total', declared },
    ),
  ];
}

/** One declared column as it stands on this sheet; `at` is undefined when it does not. */
interface Slot {
  readonly field: string;
  readonly column: Column;
  readonly at: number | undefined;
  readonly carried: boolean;
  readonly read: (cell: Cell, place: Place) => ReadCell;
  /** What a row says where the column is not there. */
  readonly otherwise: unknown;
}

function slotsOf<C extends Columns>(
  table: Table<C>,
  { columns, units, band }: FoundColumns,
  { reportYear, declared, names = [], carried = [] }: TableContext<C>,
): readonly Slot[] {
  return Object.entries<Column>(table.columns).map(([field, own]) => {
    const [unit, at] = [units.get(field), columns.get(field)];
    const asked = at === undefined ? own : withAskedChoice(own, band.shown[at] ?? '');
    const column = unit === undefined ? asked : { ...asked, unit };
    return {
      field,
      column,
      at,
      carried: carried.includes(field),
      read: columnReader(column, { reportYear, declared, names }),
      otherwise: assumedValue(own, { reportYear, declared }),
    };
  });
}

function assumedValue(column: Column, context: ReadingContext): unknown {
  const { whenAbsent: text } = column;
  return text === ''
    ? null
    : readCell({ kind: 'text', value: text, shown: text }, { file: '' }, column, context).read.value;
}

interface ReadLine {
  readonly row: number;
  readonly cells: Readonly<Record<string, ReadCell['read']>>;
  readonly problems: readonly Problem[];
}

/** Reads one row; what is the same in all rows was worked out before. */
function lineReader<C extends Columns>(
  grid: Grid,
  found: FoundColumns,
  slots: readonly Slot[],
  { columnIn, reportYear, declared }: TableContext<C>,
): (row: number) => ReadLine {
  const first = firstColumn(found);
  const start = slots.find(({ field, column }) => field === 'start' && column.type === 'day');
  const placeOf = placesIn(grid);
  const readSlot = (row: number, slot: Slot, at: number, shown: Shown): ReadCell => {
    const { field, column } = slot;
    const cell = slot.carried ? carriedCell(grid, row, at) : cellAt(grid, row, at);
    const place = placeOf(row, at);
    if (column.type === 'deadline') {
      return readCell(cell, place, column, {
        reportYear,
        declared,
        issuedOn: issuedOn(grid, row, start, { reportYear, declared }),
      });
    }
    if (columnIn === undefined) return slot.read(cell, place);
    const own = columnIn(field, shown, column);
    return own === column ? slot.read(cell, place) : readCell(cell, place, own, { reportYear, declared });
  };
  return (row) => {
    const shown = columnIn === undefined ? {} : shownTexts(grid, found, row);
    const cells: Record<string, ReadCell['read']> = {};
    let problems: readonly Problem[] = [];
    for (const slot of slots) {
      const { at } = slot;
      if (at === undefined) {
        // It was read by the column itself, which the compiler cannot follow.
        const value = slot.otherwise as ReadCell['read']['value'];
        cells[slot.field] = { value, shown: '', place: placeOf(row, first) };
        continue;
      }
      const one = readSlot(row, slot, at, shown);
      cells[slot.field] = one.read;
      if (one.problems.length > 0) problems = [...problems, ...one.problems];
    }
    return { row, cells, problems };
  };
}

/** The texts of a row by field, as shown. */
type Shown = Readonly<Record<string, string>>;

function shownTexts(grid: Grid, found: FoundColumns, row: number): Shown {
  return Object.fromEntries([...found.columns].map(([field, at]) => [field, normalised(cellAt(grid, row, at).shown)]));
}

/** The day the row's task was given out, from its own 起始 column: 即日起 counts from it. */
function issuedOn(
  grid: Grid,
  row: number,
  start: Slot | undefined,
  { reportYear, declared }: ReadingContext,
): Day | null {
  if (start?.at === undefined) return null;
  return readDay(cellAt(grid, row, start.at), { ...start.column, reportYear, words: declared.words }).value;
}

function firstColumn(found: FoundColumns): number {
  return Math.min(...found.columns.values());
}

function hiddenNote(grid: Grid, filled: readonly number[]): readonly Problem[] {
  const hiddenRows = new Set(grid.hiddenRows);
  const hidden = filled.filter((row) => hiddenRows.has(row));
  if (hidden.length === 0) return [];
  return [
    {
      code: 'hidden-rows',
      level: 'note',
      place: { file: grid.workbook, sheet: grid.sheet },
      actual: clipped(hidden.map((row) => String(row + 1)).join('、'), 60),
      reason: `有${String(hidden.length)}行被隐藏或筛选掉，已照常计入`,
      expected: '不该计入的请删去整行',
    },
  ];
}
