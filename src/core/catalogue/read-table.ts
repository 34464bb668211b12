/** Reads a table: every row below its header becomes a record, is listed as a problem, or is blank. */
import type { Day } from '../base/day';
import { cellAt, type Grid } from '../base/grid';
import { cellPlace, type Place } from '../base/place';
import type { Problem } from '../base/problem';
import { clipped, headerKey, normalised } from '../base/text';
import { readDay } from '../cells/read-day';
import { findColumns, type FoundColumns } from './find-columns';
import { joinedNotes } from './joined-notes';
import { carriedCell, mergeProblems } from './merged-cells';
import { readCell, type ReadCell } from './read-cell';
import type { RowOf } from './read-row';
import type { Column, Columns, Table } from './sheet';

/** One record with the place of its row. */
export interface TableRow<C extends Columns> {
  readonly cells: RowOf<C>;
  /** The row's first declared cell. */
  readonly place: Place;
}

export interface ReadTable<C extends Columns> {
  readonly rows: readonly TableRow<C>[];
  readonly problems: readonly Problem[];
}

/** What a reader may be told beside the declaration. */
export interface TableContext<C extends Columns> {
  readonly reportYear: number;
  /** Fields whose value a merged cell gives to all its rows. */
  readonly carried?: readonly (keyof C & string)[];
  /** A column as it is in one row, from the row's shown texts: the unit of an indicator's value stands beside it. */
  readonly columnIn?: (field: keyof C & string, shown: Readonly<Record<string, string>>, column: Column) => Column;
}

/** The records of the sheet. A bad cell costs its own value only: the row's other cells and all other rows are read. */
export function readTable<C extends Columns>(grid: Grid, table: Table<C>, context: TableContext<C>): ReadTable<C> {
  const { found, problems } = findColumns(grid, table);
  if (found === null) return { rows: [], problems };
  const filled = filledRows(grid, found);
  const totals = filled.filter((row) => isTotal(grid, found, row));
  const read = without(filled, totals).map((row) => readLine({ grid, table, found, row }, context));
  const first = firstColumn(found);
  return {
    rows: read.map(({ cells, row }) => ({
      // The fields are the table's own keys and each was read by its own column, which the compiler cannot follow.
      cells: cells as RowOf<C>,
      place: cellPlace(grid.workbook, grid.sheet, row, first),
    })),
    problems: [
      ...problems,
      ...mergeProblems(grid, table, found, context.carried ?? []),
      ...totals.map((row) => totalNote(grid, row, first)),
      ...hiddenNote(grid, filled),
      ...joinedNotes(read.flatMap((row) => row.problems)),
    ],
  };
}

/** The rows below the header that hold something and do not print the header again. */
function filledRows(grid: Grid, found: FoundColumns): readonly number[] {
  const at = [...found.columns.values()];
  const headers = at.map((column) => headerKey(cellAt(grid, found.headerRow, column).shown));
  const rows: number[] = [];
  for (let row = found.headerRow + 1; row < grid.rows.length; row += 1) {
    const shown = at.map((column) => cellAt(grid, row, column).shown);
    const isHeader = shown.every((text, index) => headerKey(text) === headers[index]);
    if (!shown.every(isBlankText) && !isHeader) rows.push(row);
  }
  return rows;
}

function isBlankText(text: string): boolean {
  return text === '' || (!/[\p{L}\p{N}]/u.test(text) && normalised(text) === '');
}

function without(rows: readonly number[], left: readonly number[]): readonly number[] {
  const out = new Set(left);
  return rows.filter((row) => !out.has(row));
}

/** One row of one table, on its way to a record. */
interface Line<C extends Columns> {
  readonly grid: Grid;
  readonly table: Table<C>;
  readonly found: FoundColumns;
  readonly row: number;
}

interface ReadLine {
  readonly row: number;
  readonly cells: Readonly<Record<string, ReadCell['read']>>;
  readonly problems: readonly Problem[];
}

function readLine<C extends Columns>(line: Line<C>, context: TableContext<C>): ReadLine {
  const shown = context.columnIn === undefined ? {} : shownTexts(line);
  const about = { reportYear: context.reportYear, issuedOn: issuedOn(line, context.reportYear) };
  const read = Object.entries(line.table.columns).map(([field, declared]) => {
    const at = line.found.columns.get(field);
    const place = placeIn(line, at ?? firstColumn(line.found));
    if (at === undefined) return { field, read: { value: null, shown: '', place }, problems: [] };
    const column = context.columnIn?.(field, shown, declared) ?? declared;
    const cell = context.carried?.includes(field)
      ? carriedCell(line.grid, line.row, at)
      : cellAt(line.grid, line.row, at);
    return { field, ...readCell(cell, place, column, about) };
  });
  return {
    row: line.row,
    cells: Object.fromEntries(read.map((one) => [one.field, one.read])),
    problems: read.flatMap((one) => one.problems),
  };
}

/** The texts of the row by field, as shown. */
function shownTexts<C extends Columns>({ grid, found, row }: Line<C>): Readonly<Record<string, string>> {
  return Object.fromEntries([...found.columns].map(([field, at]) => [field, normalised(cellAt(grid, row, at).shown)]));
}

/** The day the row's task was given out, from its own 起始 column: 即日起 counts from it. */
function issuedOn<C extends Columns>({ grid, table, found, row }: Line<C>, reportYear: number): Day | null {
  const at = found.columns.get('start');
  const column = table.columns.start;
  if (at === undefined || column?.type !== 'day') return null;
  return readDay(cellAt(grid, row, at), { ...column, reportYear }).value;
}

function placeIn<C extends Columns>({ grid, row }: Line<C>, column: number): Place {
  return cellPlace(grid.workbook, grid.sheet, row, column);
}

function firstColumn(found: FoundColumns): number {
  return Math.min(...found.columns.values());
}

/** A row whose first filled cell says 合计 or 小计 adds up others and is no record. */
function isTotal(grid: Grid, found: FoundColumns, row: number): boolean {
  const at = [...found.columns.values()].sort((a, b) => a - b);
  const first = at.find((column) => !isBlankText(cellAt(grid, row, column).shown));
  return first !== undefined && /^(合计|小计|总计|共计|总数)$/u.test(headerKey(cellAt(grid, row, first).shown));
}

function totalNote(grid: Grid, row: number, column: number): Problem {
  return {
    code: 'total-row',
    level: 'note',
    place: cellPlace(grid.workbook, grid.sheet, row, column),
    actual: cellAt(grid, row, column).shown,
    reason: '这一行是合计行，没有作为数据采用',
    expected: '合计由程序计算，不用填写',
  };
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
