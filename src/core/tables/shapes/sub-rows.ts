/** A task merged over several rows, each with a measure or a step of its own: one record is made of them. */
import { cellAt, shownAt, type Cell, type CellAt, type Grid, type Merge } from '../../base/grid';
import { cellName, placeAt } from '../../base/place';
import type { Problem } from '../../base/problem';
import { isBlankText } from '../../base/text';
import type { Status } from '../../cells/readings';
import type { Declared } from '../declared';
import { findHeader } from '../find-header';
import { readCell } from '../read-cell';
import type { Column, Table } from '../sheet';
import { change, changedGrid, clear, takenAs, textCell, type Changes } from './shaped-grid';

/** The table's header below which merged rows are one record. */
interface Below {
  readonly grid: Grid;
  readonly table: Table;
  readonly declared: Declared;
  readonly columns: ReadonlyMap<string, number>;
}

/** The grid with the rows of a merged task as one; the same grid where no task is merged. */
export function joinedSubRows(grid: Grid, table: Table, keys: readonly string[], declared: Declared): Grid {
  if (!grid.merges.some(({ startRow, endRow }) => endRow - startRow > 1)) return grid;
  const found = findHeader(grid, table, declared);
  if (found === null) return grid;
  const own = keys.flatMap((field) => found.columns.get(field) ?? []);
  const groups = groupsOf(grid, found.headerRow, own).filter((group) => isOneRecord(grid, group, own));
  if (groups.length === 0) return grid;
  const changes: Changes = new Map();
  const used: CellAt[] = [];
  const problems: Problem[] = [];
  const below = { grid, table, declared, columns: found.columns };
  for (const group of groups) {
    const told = joinRows(below, group, changes);
    used.push(...told.used);
    problems.push(...told.problems);
  }
  const ends = new Map(
    groups.flatMap(({ startRow, endRow }) => rowsFrom(startRow, endRow).map((row) => [row, endRow])),
  );
  const isOfGroup = ({ startRow, endRow }: Merge): boolean =>
    endRow <= (ends.get(startRow) ?? 0) && endRow - startRow > 1;
  const bare = { ...grid, merges: grid.merges.filter((merge) => !isOfGroup(merge)) };
  return changedGrid(bare, changes, { taken: takenAs('used', used), problems });
}

/** Rows (the end exclusive) that one merged key stands beside. */
type Group = Pick<Merge, 'startRow' | 'endRow'>;

function groupsOf(grid: Grid, headerRow: number, keys: readonly number[]): readonly Group[] {
  const merges = grid.merges.filter(
    ({ startRow, endRow, startColumn, endColumn }) =>
      startRow > headerRow &&
      endRow - startRow > 1 &&
      endColumn - startColumn === 1 &&
      keys.includes(startColumn) &&
      !isBlankText(shownAt(grid, startRow, startColumn)),
  );
  // The code and the title are merged alike; where they are not, the smaller group is the record.
  const sorted = [...merges].sort((one, other) => one.endRow - one.startRow - (other.endRow - other.startRow));
  const groups: Group[] = [];
  const taken = new Set<number>();
  for (const { startRow, endRow } of sorted) {
    const rows = rowsFrom(startRow, endRow);
    if (rows.some((row) => taken.has(row))) continue;
    groups.push({ startRow, endRow });
    for (const row of rows) taken.add(row);
  }
  return groups.sort((one, other) => one.startRow - other.startRow);
}

function rowsFrom(startRow: number, endRow: number): readonly number[] {
  return Array.from({ length: endRow - startRow }, (_, index) => startRow + index);
}

/** Where each row has a title of its own, only the number is merged over several records. */
function isOneRecord(grid: Grid, { startRow, endRow }: Group, keys: readonly number[]): boolean {
  const rows = rowsFrom(startRow, endRow);
  return keys.every((at) => {
    const texts = rows.map((row) => shownAt(grid, row, at).trim()).filter((text) => text !== '');
    return texts.length < rows.length || new Set(texts).size < texts.length;
  });
}

interface Joined {
  readonly used: readonly CellAt[];
  readonly problems: readonly Problem[];
}

/** One cell a column of the group's cells; the rows below the first are blank then. */
function joinRows({ grid, table, declared, columns }: Below, { startRow, endRow }: Group, changes: Changes): Joined {
  const used: CellAt[] = [];
  const problems: Problem[] = [];
  for (const [field, at] of columns) {
    const column = table.columns[field];
    if (column === undefined) continue;
    const filled = Array.from({ length: endRow - startRow }, (_, index) => ({
      row: startRow + index,
      column: at,
    })).filter((one) => !isBlankText(shownAt(grid, one.row, one.column)));
    if (filled.length === 0 || (filled.length === 1 && filled[0]?.row === startRow)) continue;
    const cells = filled.map((one) => ({ ...one, cell: cellAt(grid, one.row, one.column) }));
    const told = joinedCell(grid, column, cells, declared);
    for (const one of filled) clear(changes, one);
    change(changes, { row: startRow, column: at }, told.cell);
    used.push(...filled);
    if (told.problem !== null) problems.push(told.problem);
  }
  return { used, problems };
}

interface PlacedCell extends CellAt {
  readonly cell: Cell;
}

interface JoinedCell {
  readonly cell: Cell;
  readonly problem: Problem | null;
}

/** The same said several times is said once; texts follow each other; of anything else it must be told what holds for the whole. */
function joinedCell(grid: Grid, column: Column, cells: readonly PlacedCell[], declared: Declared): JoinedCell {
  const [first] = cells;
  if (first === undefined) throw new Error('a joined cell is made of some');
  const shown = [...new Set(cells.map(({ cell }) => cell.shown.trim()))];
  if (shown.length === 1) return { cell: first.cell, problem: null };
  if (column.type === 'text') return { cell: textCell(shown.join('；')), problem: null };
  if (column.type === 'names') return { cell: textCell(shown.join('、')), problem: null };
  if (column.type === 'status') return joinedStatus(grid, column, cells, declared);
  if (column.type === 'day' || column.type === 'deadline') return latestDay(grid, column, cells, declared);
  return { cell: unclear(shown), problem: null };
}

function unclear(shown: readonly string[]): Cell {
  const said = shown.join('、');
  const reason = `在合并的各行里分别是“${said}”，分不清整项任务是哪一个`;
  return {
    ...textCell(said),
    refused: { code: 'sub-rows-differ', reason, expected: '请写明整项任务的，其余写在进展情况里' },
  };
}

/** All steps done is done, some of them in progress; what else they say together nobody knows. */
function joinedStatus(grid: Grid, column: Column, cells: readonly PlacedCell[], declared: Declared): JoinedCell {
  const said = cells.map(({ cell }) => statusOf(cell, column, declared));
  const shown = cells.map(({ cell }) => cell.shown.trim());
  if (said.some((one) => one === null)) return { cell: unclear(shown), problem: null };
  const whole = wholeStatus(new Set(said));
  if (whole === null) return { cell: unclear(shown), problem: null };
  const word = declared.words.statuses.meanings[whole][0] ?? '';
  const names = cells.map(({ row, column: at, cell }) => `${cellName(row, at)}“${cell.shown.trim()}”`).join('、');
  return {
    cell: textCell(word),
    problem: joinedDoubt(grid, cells, `${column.header}各行不同（${names}），整项任务按“${word}”计`),
  };
}

function statusOf(cell: Cell, column: Column, declared: Declared): Status | null {
  const { value } = readCell(cell, { file: '' }, column, { reportYear: anyYear, declared }).read;
  return typeof value === 'string' ? (value as Status) : null;
}

/** What a status says does not depend on the year. */
const anyYear = 2022;

function wholeStatus(said: ReadonlySet<Status | null>): Status | null {
  if (said.has('deferred') || said.has('cancelled')) return null;
  if (said.size === 1) return [...said][0] ?? null;
  const isOpen = [...said].every((one) => one === 'not-started' || one === 'not-done');
  if (isOpen) return 'not-started';
  return 'in-progress';
}

/** The task is over with its last step. */
function latestDay(grid: Grid, column: Column, cells: readonly PlacedCell[], declared: Declared): JoinedCell {
  const days = cells.map((one) => ({ ...one, day: dayOf(one.cell, column, declared) }));
  const known = days.filter(({ day }) => day !== null);
  if (known.length < days.length) return { cell: unclear(cells.map(({ cell }) => cell.shown.trim())), problem: null };
  const last = known.reduce((best, one) => ((one.day ?? '') > (best.day ?? '') ? one : best));
  const reason = `${column.header}各行不同，整项任务按最晚的“${last.cell.shown.trim()}”（${cellName(last.row, last.column)}）计`;
  return { cell: last.cell, problem: joinedDoubt(grid, cells, reason) };
}

/** Days without a year are of one year, whichever it is. */
function dayOf(cell: Cell, column: Column, declared: Declared): string | null {
  const year = Number(/20\d\d/u.exec(cell.shown)?.[0] ?? anyYear);
  const { value } = readCell(cell, { file: '' }, column, { reportYear: year, declared }).read;
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'day' ? value.due : null;
}

function joinedDoubt(grid: Grid, cells: readonly PlacedCell[], reason: string): Problem {
  const [first] = cells;
  return {
    code: 'sub-rows-joined',
    level: 'doubt',
    place: placeAt(grid, first?.row ?? 0, first?.column ?? 0),
    actual: cells.map(({ cell }) => cell.shown.trim()).join('、'),
    reason,
    expected: '请核对，并写明整项任务的',
  };
}
