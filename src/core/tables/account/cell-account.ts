/** The account of a workbook's cells: each that holds something was used, is named by a problem, or is known as no data. */
import { isFilled, type CellAt, type Grid } from '../../base/grid';
import { cellOf, placeAt } from '../../base/place';
import type { Problem } from '../../base/problem';
import type { CellRole, NamedRole, CellSpan, Taken } from '../../base/taken';

/** The cells of one sheet by how they ended; `filled` is the sum of all others. */
export interface SheetAccount {
  readonly workbook: string;
  readonly sheet: string;
  readonly filled: number;
  readonly used: number;
  /** A problem names them. */
  readonly listed: number;
  readonly named: Readonly<Record<NamedRole, number>>;
  /** Nobody has said anything of them: each is an error of the program's or of the sheet's. */
  readonly unread: number;
}

/** How a cell ended; the number is its mark. */
const ends = [
  'unread',
  'listed',
  'used',
  'title',
  'header',
  'note',
  'total',
  'section',
  'example',
  'number',
  'helper',
] as const;
export type End = (typeof ends)[number];

/** One sheet while it is marked; the mark of a cell is the index of its end, 0 while nobody spoke of it. */
interface Marked {
  readonly grid: Grid;
  readonly marks: readonly Uint8Array[];
}

/** The accounts of all sheets that hold something, and an error at each cell nobody has said anything of. */
export function cellAccounts(
  grids: readonly Grid[],
  taken: readonly Taken[],
  problems: readonly Problem[],
): { readonly accounts: readonly SheetAccount[]; readonly problems: readonly Problem[] } {
  const marked = markedCells(grids, taken, problems);
  const counted = marked.map(accountOf);
  return {
    accounts: counted.flatMap(({ account }) => (account.filled > 0 ? account : [])),
    problems: counted.flatMap(({ problems }) => problems),
  };
}

/** How one cell ended, of each sheet of a workbook; rows and columns count from 0, a cell without anything is unread. */
export function cellEnds(
  grids: readonly Grid[],
  taken: readonly Taken[],
  problems: readonly Problem[],
): readonly { readonly grid: Grid; readonly endAt: (row: number, column: number) => End }[] {
  return markedCells(grids, taken, problems).map(({ grid, marks }) => ({
    grid,
    endAt: (row, column) => ends[marks[row]?.[column] ?? 0] ?? 'unread',
  }));
}

function markedCells(grids: readonly Grid[], taken: readonly Taken[], problems: readonly Problem[]): readonly Marked[] {
  const sheets = markedSheets(grids);
  for (const one of taken) markTaken(sheets.get(keyOf(one.grid.workbook, one.grid.sheet)), one);
  for (const problem of problems) markProblem(sheets, problem);
  return [...sheets.values()];
}

function keyOf(workbook: string, sheet: string): string {
  return `${workbook}\n${sheet}`;
}

/** The parts of a sheet are one again. */
function markedSheets(grids: readonly Grid[]): ReadonlyMap<string, Marked> {
  const parts = new Map<string, Grid[]>();
  for (const grid of grids) {
    const key = keyOf(grid.workbook, grid.sheet);
    const known = parts.get(key);
    if (known) known.push(grid);
    else parts.set(key, [grid]);
  }
  return new Map(
    [...parts].flatMap(([key, all]) => {
      const [first] = all;
      if (first === undefined) return [];
      const rows = all.length === 1 ? first.rows : first.rows.map((_, row) => wholeRow(all, row));
      return [[key, { grid: { ...first, rows }, marks: rows.map(({ length }) => new Uint8Array(length)) }] as const];
    }),
  );
}

/** Of parts under each other one has the row; those beside each other have the cells of it. */
function wholeRow(parts: readonly Grid[], row: number): Grid['rows'][number] {
  const [first = [], ...others] = parts.flatMap(({ rows }) => {
    const cells = rows[row] ?? [];
    return cells.length === 0 ? [] : [cells];
  });
  if (others.length === 0) return first;
  const width = Math.max(...[first, ...others].map(({ length }) => length));
  return Array.from({ length: width }, (_, column) => [first, ...others].find((cells) => cells[column])?.[column]);
}

/** The first word on a cell stands. */
function markTaken(sheet: Marked | undefined, { role, rows, columns, grid }: Taken): void {
  const end = endOf(role);
  const [from, to] = grid.part?.columns ?? [0, Infinity];
  for (const row of rows) {
    const marks = sheet?.marks[row];
    if (marks === undefined) continue;
    if (columns === null) markSpan(marks, end, from, to);
    else markColumns(marks, end, columns);
  }
}

function markColumns(marks: Uint8Array, end: number, columns: readonly number[]): void {
  for (const column of columns) if (marks[column] === 0) marks[column] = end;
}

function markSpan(marks: Uint8Array, end: number, from: number, to: number): void {
  for (let column = from; column < Math.min(to, marks.length); column += 1) {
    if (marks[column] === 0) marks[column] = end;
  }
}

/** A value that an error keeps out of all figures is listed, not used. */
function markProblem(sheets: ReadonlyMap<string, Marked>, { place, level, covers = [] }: Problem): void {
  for (const span of covers) markCover(sheets.get(keyOf(place.file, span.sheet)), span);
  const { sheet, cell } = place;
  const at = sheet === undefined || cell === undefined ? null : cellOf(cell);
  if (at === null) return;
  const marks = sheets.get(keyOf(place.file, sheet ?? ''))?.marks[at.row] ?? new Uint8Array();
  const mark = marks[at.column];
  if (mark === 0 || (level === 'error' && mark === endOf('used'))) marks[at.column] = endOf('listed');
}

function markCover(sheet: Marked | undefined, { startRow, endRow, startColumn, endColumn }: CellSpan): void {
  if (sheet === undefined) return;
  for (let row = startRow; row < Math.min(endRow, sheet.marks.length); row += 1) {
    const marks = sheet.marks[row];
    if (marks === undefined) continue;
    markSpan(marks, endOf('listed'), startColumn, endColumn);
    // What was read of a row that is left out is used for nothing.
    if (startColumn === 0 && endColumn >= marks.length) relist(marks);
  }
}

function relist(marks: Uint8Array): void {
  for (const [column, mark] of marks.entries()) if (mark === endOf('used')) marks[column] = endOf('listed');
}

function endOf(end: End | CellRole): number {
  return ends.indexOf(end);
}

function accountOf({ grid, marks }: Marked): {
  readonly account: SheetAccount;
  readonly problems: readonly Problem[];
} {
  const counts = ends.map(() => 0);
  const unread: CellAt[] = [];
  for (let row = 0; row < grid.rows.length; row += 1) {
    const cells = grid.rows[row] ?? [];
    const ended = marks[row] ?? noMarks;
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column];
      if (!isFilled(cell)) continue;
      const mark = ended[column] ?? 0;
      counts[mark] = (counts[mark] ?? 0) + 1;
      if (mark === 0) unread.push({ row, column });
    }
  }
  return { account: accountIn(grid, counts), problems: unreadProblems(grid, unread) };
}

const noMarks = new Uint8Array();

function accountIn({ workbook, sheet }: Grid, counts: readonly number[]): SheetAccount {
  const of = (end: End): number => counts[endOf(end)] ?? 0;
  return {
    workbook,
    sheet,
    filled: counts.reduce((sum, count) => sum + count, 0),
    used: of('used'),
    listed: of('listed'),
    named: {
      title: of('title'),
      header: of('header'),
      note: of('note'),
      total: of('total'),
      section: of('section'),
      example: of('example'),
      number: of('number'),
      helper: of('helper'),
    },
    unread: of('unread'),
  };
}

/** Cells of one sheet that are told one by one. */
const toldCells = 20;

function unreadProblems(grid: Grid, found: readonly CellAt[]): readonly Problem[] {
  return found.slice(0, toldCells).map(({ row, column }, index) => ({
    code: 'cell-unread',
    level: 'error',
    place: placeAt(grid, row, column),
    actual: grid.rows[row]?.[column]?.shown ?? '',
    reason:
      index === toldCells - 1 && found.length > toldCells
        ? `这一格没有读到，后面还有${String(found.length - toldCells)}格`
        : '这一格没有读到',
    expected: '请移到表头下面该填的格里；与填报无关的请移到另一张工作表',
  }));
}
