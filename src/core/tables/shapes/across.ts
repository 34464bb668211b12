/** Columns across with one row, a row a unit, a row a year or a row a month below: one value of each column. */
import { plain } from '../../base/decimal';
import { cellAt, isFilled, rowAt, shownAt, type Cell, type CellAt, type Grid } from '../../base/grid';
import { mergeFrom } from '../merged/merges';
import { placeAt } from '../../base/place';
import type { Problem } from '../../base/problem';
import { headerKey, isBlankText, nameKey } from '../../base/text';
import type { CellWords } from '../../cells/readings';
import { isNothing } from '../../cells/read-quantity';
import { strayProblems } from '../account/stray-cells';
import type { Declared } from '../declared';
import type { HeaderBand } from '../header-band';
import { isRemarkText } from '../other-rows/remark-rows';
import { isNumbering, rowSigns, type RowSigns } from '../other-rows/row-signs';
import type { FigureLine } from './figure-lines';
import { numberIn, yearlyValue } from './period-values';
import { periodIn, type Period } from './periods';
import { takenAs, textCell, type ShapedCell } from './shaped-grid';

/** One column that is read. */
export interface AcrossColumn {
  readonly column: number;
  readonly line: FigureLine;
  /** As its header says, else the line's. */
  readonly unit: string;
}

/** The header, and what of it is read. */
export interface AcrossHeader {
  readonly band: HeaderBand;
  readonly across: readonly AcrossColumn[];
}

/** Rows below the header by what they tell. */
export interface AcrossRows {
  /** Each of the year, of one unit or of the whole. */
  readonly own: readonly number[];
  readonly lastYear: readonly number[];
  readonly totals: readonly number[];
  readonly periods: readonly (Period & { readonly row: number })[];
  /** How many rows say 是, √ or 省级 in a column that says nothing else. */
  readonly marked: ReadonlyMap<number, Cell>;
  readonly problems: readonly Problem[];
}

/** What the rows are told by. */
export interface AcrossContext {
  readonly declared: Declared;
  readonly reportYear: number;
}

/** What figures are told by beside. */
export interface FiguresKnown extends AcrossContext {
  readonly lines: readonly FigureLine[];
}

/** The rows that hold figures; none where nothing of the kind stands below. */
export function acrossRows(grid: Grid, { band, across }: AcrossHeader, context: AcrossContext): AcrossRows {
  const { words } = context.declared;
  const signs = rowSigns(words.rows);
  const says = markReader(words);
  const first = Math.min(...across.map(({ column }) => column));
  const found = { own: [] as number[], lastYear: [] as number[], totals: [] as number[] };
  const periods: (Period & { readonly row: number })[] = [];
  for (let row = band.bottom + 1; row < grid.rows.length; row += 1) {
    if (!across.some(({ column }) => isFigure(cellAt(grid, row, column), says))) continue;
    const before = rowAt(grid, row)
      .slice(0, first)
      .flatMap((cell) => (cell?.kind === 'text' ? [headerKey(cell.shown)] : []));
    const [period] = before.flatMap((word) => periodIn(word) ?? []);
    const kind = rowKind(before, signs, context.reportYear);
    if (kind !== 'own') found[kind].push(row);
    else if (period !== undefined) periods.push({ ...period, row });
    else found.own.push(row);
  }
  const own = periods.length > 0 ? periods.map(({ row }) => row) : found.own.length > 0 ? found.own : found.totals;
  const isSummed = periods.length === 0 && own.length > 1;
  const marked = isSummed ? markedColumns(grid, across, own, says) : new Map<number, Cell>();
  return { ...found, own, periods, marked, problems: isSummed ? [summed(grid, own)] : [] };
}

/** Whether a cell says that there is something of the kind; null where it says nothing, undefined for anything else. */
export type MarkReader = (cell: Cell) => boolean | null | undefined;

/** Reads 是, √, 省级 and what says that there is none. */
export function markReader({ rows: { honourLevels }, said: { built, unbuilt } }: CellWords): MarkReader {
  const [levels, lacks] = [new Set([...honourLevels, ...built].map(nameKey)), new Set(unbuilt.map(nameKey))];
  return ({ value, shown }) => {
    const key = nameKey(shown);
    if (typeof value === 'boolean') return value;
    if (saidNo.test(key) || lacks.has(key)) return false;
    if (key === '' || isNothing(shown)) return null;
    return saidYes.test(key) || levels.has(key) ? true : undefined;
  };
}

/** The columns in which rows say whether they have something, with how many have it; where some say no, a blank says nothing. */
function markedColumns(
  grid: Grid,
  across: readonly AcrossColumn[],
  rows: readonly number[],
  says: MarkReader,
): ReadonlyMap<number, Cell> {
  return new Map(
    across.flatMap(({ column }): readonly (readonly [number, Cell])[] => {
      const said = rows.map((row) => says(cellAt(grid, row, column)));
      const isOpen = said.includes(undefined) || (said.includes(false) && said.includes(null));
      const count = said.filter((one) => one === true).length;
      return isOpen || (count === 0 && !said.includes(false)) ? [] : [[column, countCell(count)]];
    }),
  );
}

/** A cell of a number that was counted. */
export function countCell(value: number): Cell {
  return { kind: 'number', value, shown: plain(value) };
}

const saidYes = /^[是有√✓✔☑]$/u;
const saidNo = /^(?:[否无未×✗✘☐]|没有)$/u;

function isFigure(cell: Cell, says: MarkReader): boolean {
  if (isBlankText(cell.shown)) return false;
  return says(cell) != null || (numberIn(cell, '') !== undefined && !namesThing(cell));
}

/** 12345热线 begins with a number and is none. */
function namesThing({ kind, shown }: Cell): boolean {
  return kind === 'text' && /\d\D{4,}$/u.test(shown.trim().slice(0, longestNumber));
}

const longestNumber = 40;

function rowKind(words: readonly string[], { total }: RowSigns, reportYear: number): 'own' | 'lastYear' | 'totals' {
  if (words.some((word) => total.test(word))) return 'totals';
  const year = words.flatMap((word) => /^(20\d\d)年?度?$/u.exec(word)?.[1] ?? [])[0];
  const isLast =
    words.some((word) => /^(?:上年|去年)(?:度|同期)?[数值]?$/u.test(word)) || Number(year) === reportYear - 1;
  return isLast ? 'lastYear' : 'own';
}

function summed(grid: Grid, rows: readonly number[]): Problem {
  const [row = 0] = rows;
  return {
    code: 'figures-summed',
    level: 'doubt',
    place: placeAt(grid, row, 0),
    actual: '',
    reason: `表头横着排，下面有${String(rows.length)}行，按各行之和计`,
    expected: '只该计其中一行的，请删去其余各行',
  };
}

/** A value with the place of the cell it stands for. */
interface AcrossValue {
  readonly cell: Cell;
  readonly at: CellAt;
  readonly problems: readonly Problem[];
}

/** The value of a column: of its one row, the sum of several, or made of the parts of the year. */
export function acrossValue(grid: Grid, one: AcrossColumn, rows: AcrossRows): AcrossValue {
  const { own, periods } = rows;
  const [first = 0] = own;
  if (periods.length > 0) return periodsValue(grid, one, rows);
  if (own.length > 1 || rows.marked.size > 0) return sumValue(grid, one, rows);
  const at = { row: first, column: one.column };
  const cell = cellAt(grid, at.row, at.column);
  return { at, cell, problems: totalProblems(grid, one, rows, cell) };
}

function periodsValue(
  grid: Grid,
  { column, ...told }: AcrossColumn,
  { own, totals, periods }: AcrossRows,
): AcrossValue {
  const parts = periods.map(({ row, ...period }) => ({ ...period, at: { row, column } }));
  const [row] = totals;
  const total = row === undefined ? null : { row, column };
  return { at: total ?? { row: own[own.length - 1] ?? 0, column }, ...yearlyValue(grid, { parts, total }, told) };
}

function sumValue(grid: Grid, one: AcrossColumn, rows: AcrossRows): AcrossValue {
  const { column, unit } = one;
  const at = { row: rows.totals[0] ?? rows.own[0] ?? 0, column };
  const counted = rows.marked.get(column);
  if (counted !== undefined) return { at, cell: counted, problems: totalProblems(grid, one, rows, counted) };
  const values = rows.own.map((row) => numberIn(cellAt(grid, row, column), unit));
  if (values.includes(undefined)) {
    const reason = '的各行里有读不出的数，各行之和没有采用';
    return {
      at,
      cell: { ...textCell('—'), refused: { code: 'figures-unread', reason, expected: '请填写一个数' } },
      problems: [],
    };
  }
  const value = Math.round(values.reduce<number>((before, part) => before + (part ?? 0), 0) * 1e8) / 1e8;
  const isNone = values.every((part) => part === null);
  const cell = isNone ? textCell('') : countCell(value);
  return { at, cell, problems: totalProblems(grid, one, rows, cell) };
}

/** A total that is not the value is told with both numbers. */
function totalProblems(
  grid: Grid,
  { column, unit }: AcrossColumn,
  { own, totals }: AcrossRows,
  cell: Cell,
): readonly Problem[] {
  const [row] = totals;
  if (row === undefined || own.includes(row)) return [];
  const [counted, said] = [numberIn(cell, unit), numberIn(cellAt(grid, row, column), unit)];
  if (typeof counted !== 'number' || typeof said !== 'number' || Math.abs(counted - said) < 1e-9) return [];
  return [
    {
      code: 'total-mismatch',
      level: 'doubt',
      place: placeAt(grid, row, column),
      actual: shownAt(grid, row, column),
      reason: `合计 ${plain(said)} 不等于各行之和 ${plain(counted)}`,
      expected: '合计由程序按各行计算，请核对各行有没有漏填、多填',
    },
  ];
}

/** What stands around the figures: the title, the header, the names of the rows, totals and remarks; and what nobody reads. */
export function besideAcross(
  grid: Grid,
  header: AcrossHeader,
  rows: AcrossRows,
  { words }: Declared,
): { readonly taken: readonly ShapedCell[]; readonly problems: readonly Problem[] } {
  const roleOf = roleReader(grid, header, rows, rowSigns(words.rows));
  const taken: ShapedCell[] = [];
  const stray: CellAt[] = [];
  for (let row = grid.part?.top ?? 0; row < grid.rows.length; row += 1)
    rowAt(grid, row).forEach((cell, column) => {
      if (!isFilled(cell)) return;
      const role = roleOf(cell, { row, column });
      if (role === null) stray.push({ row, column });
      else taken.push(...takenAs(role, [{ row, column }]));
    });
  return { taken, problems: strayProblems(grid, stray, '不在认得的表头下面') };
}

type RoleReader = (cell: Cell, at: CellAt) => ShapedCell['role'] | null;

function roleReader(grid: Grid, { band, across }: AcrossHeader, rows: AcrossRows, signs: RowSigns): RoleReader {
  const first = Math.min(...across.map(({ column }) => column));
  const figures = new Set(across.map(({ column }) => column));
  const read = new Set([...rows.own, ...rows.lastYear]);
  const isNote = (row: number): boolean => {
    const cells = rowAt(grid, row);
    return isRemarkText(
      cells.find((one) => one !== undefined && !isBlankText(one.shown)),
      signs,
    );
  };
  const isTableColumn = (column: number): boolean => column < first || figures.has(column);
  const inBody = (cell: Cell, column: number): ShapedCell['role'] | null => {
    if (figures.has(column)) return 'used';
    if (column >= first) return null;
    // A number under a heading of its own is a figure that nobody knows.
    const heading = headerKey(band.shown[column] ?? '');
    if (isNumbering(cell.shown) && (heading === '' || signs.number.test(heading))) return 'number';
    return isWord(cell) ? 'header' : null;
  };
  const totals = new Set(rows.totals);
  let titles = 0;
  return (cell, { row, column }) => {
    if (row < band.top) {
      titles += 1;
      return isWord(cell) ? titleRole(titles) : null;
    }
    if (row <= band.bottom)
      return isTableColumn(column) || isAboveFigures(grid, { row, column }, figures) ? 'header' : null;
    if (read.has(row)) return inBody(cell, column);
    if (totals.has(row)) return isTableColumn(column) ? 'total' : null;
    return isNote(row) ? 'note' : null;
  };
}

function isWord({ kind }: Cell): boolean {
  return kind === 'text' || kind === 'date';
}

function titleRole(count: number): 'title' | 'note' {
  return count === 1 ? 'title' : 'note';
}

/** A word of the header merged over a column that is read. */
function isAboveFigures({ merges }: Grid, { row, column }: CellAt, figures: ReadonlySet<number>): boolean {
  const merge = mergeFrom(merges, row, column);
  return merge !== undefined && [...figures].some((at) => at >= merge.startColumn && at < merge.endColumn);
}
