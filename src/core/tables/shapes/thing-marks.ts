/** A register a row a thing, with marks for what was done with it: its rows and its marks are counted. */
import { cellAt, isFilled, rowAt, shownAt, type Cell, type Grid } from '../../base/grid';
import { parted } from '../../base/groups';
import { cellName, sheetPlace } from '../../base/place';
import type { Problem } from '../../base/problem';
import { cellSpan } from '../../base/taken';
import { headerKey, isBlankText, nameKey } from '../../base/text';
import type { RowWords } from '../../cells/readings';
import { saysNotYet } from '../../cells/read-day';
import { headerBand } from '../header-band';
import { isRemarkText } from '../other-rows/remark-rows';
import { rowSigns } from '../other-rows/row-signs';
import { inBrackets, voidFinder, voidProblems, voidRows } from '../other-rows/void-rows';
import type { CountedColumn, ThingRegister } from '../sheet';
import { onlyFilled } from '../table-layout';
import { titlesOn } from '../usages/usual-title';
import {
  countCell,
  markReader,
  type AcrossColumn,
  type AcrossHeader,
  type AcrossRows,
  type FiguresKnown,
  type MarkReader,
} from './across';
import { lineOf } from './figure-lines';
import { textCell } from './shaped-grid';

type RowFinder = (row: number) => number | null;

/** The header of a register, and its rows with what was counted in each of its columns. */
export interface CountedThings {
  readonly header: AcrossHeader;
  readonly rows: AcrossRows;
}

const searchedRows = 6;
/** So many columns of marks make a register. */
const enough = 2;

/** What is counted of the register; null where the sheet is none, or names nothing. */
export function countedThings(grid: Grid, known: FiguresKnown): CountedThings | null {
  const titles = titlesOn(grid).map(nameKey).join(' ');
  const [found] = known.declared.registers
    .filter((one) => one.titles.some((word) => titles.includes(nameKey(word))))
    .flatMap((one) => headerOf(grid, one, known) ?? []);
  const [things, ...marks] = found?.header.across ?? [];
  if (found === undefined || things === undefined) return null;
  const { header, pending } = found;
  const { all, totals } = rowsOf(grid, header, things.column, known);
  if (all.length === 0) return null;
  const { words } = known.declared;
  const isUndone = (row: number): boolean =>
    saidBeside(grid, row, header, (shown) => saysNotYet(shown, { 未到: pending }));
  const [own, undone] = parted(all, (row) => !isUndone(row));
  const voids = voidRows(own, voidsOf(grid, header, things.column, words.rows));
  const readsMark = markReader(words);
  const says: SaysSo = (cell, name) => saysSo(cell, name, readsMark(cell), words.said.carriedOut);
  const marked = new Map([
    [things.column, countedCell(own.length - voids.size, voids.size)],
    ...marks.map(({ column }) => [column, marksIn(grid, { column, rows: own, voids }, header, says)] as const),
  ]);
  const problems = [countNote(grid, header, marked, own), ...leftOut(grid, undone), ...voidProblems(grid, voids)];
  return { header, rows: { own, totals, lastYear: [], periods: [], marked, problems } };
}

/** Finds the cell by which a thing may be none: beside those that are counted, or behind its name. */
function voidsOf(grid: Grid, { band, across }: AcrossHeader, name: number, words: RowWords): RowFinder {
  const counted = across.map(({ column }) => column);
  return voidFinder(grid, band, words, (column, says) => {
    if (column === name) return inBrackets(words.voids);
    return counted.includes(column) ? null : says;
  });
}

/** Whether a cell beside those that are counted says so. */
function saidBeside(grid: Grid, row: number, { across }: AcrossHeader, says: (shown: string) => boolean): boolean {
  const counted = across.map(({ column }) => column);
  return rowAt(grid, row).some(
    (cell, column) => cell?.kind === 'text' && !counted.includes(column) && says(cell.shown),
  );
}

/** The column that names the things comes first. */
function headerOf(
  grid: Grid,
  { things, marks, pending }: ThingRegister,
  known: FiguresKnown,
): { readonly header: AcrossHeader; readonly pending: readonly string[] } | null {
  const top = grid.part?.top ?? 0;
  for (let row = top; row < Math.min(grid.rows.length, top + searchedRows); row += 1) {
    const band = headerBand(grid, row, 1, known.declared.words.units);
    const found = ({ name, headers }: CountedColumn): readonly AcrossColumn[] => {
      const line = lineOf(known.lines, { code: '', name });
      const keys = new Set(headers.map(headerKey));
      const columns = band.names.flatMap((names, column) => (names.some((one) => keys.has(one)) ? [column] : []));
      return line === null || columns.length !== 1 ? [] : columns.map((column) => ({ column, line, unit: line.unit }));
    };
    const across = [...found(things), ...marks.flatMap(found)];
    if (found(things).length > 0 && across.length > enough) return { header: { band, across }, pending };
  }
  return null;
}

function rowsOf(
  grid: Grid,
  { band }: AcrossHeader,
  names: number,
  { declared }: FiguresKnown,
): { readonly all: readonly number[]; readonly totals: readonly number[] } {
  const signs = rowSigns(declared.words.rows);
  const [all, totals]: [number[], number[]] = [[], []];
  for (const [row, cells] of grid.rows.entries()) {
    const first = cells.find(isFilled);
    if (row <= band.bottom || isRemarkText(first, signs)) continue;
    if (cells.some((cell) => signs.total.test(headerKey(cell?.shown ?? '')))) totals.push(row);
    else if (onlyFilled(cells) === null && !isBlankText(shownAt(grid, row, names))) all.push(row);
  }
  return { all, totals };
}

/** As `voidRows` gives them. */
type Voids = ReadonlyMap<number, number>;

/** How many rows say so in the column; no number where one says what may mean either. */
function marksIn(
  grid: Grid,
  { column, rows, voids }: { readonly column: number; readonly rows: readonly number[]; readonly voids: Voids },
  { band }: AcrossHeader,
  says: SaysSo,
): Cell {
  const header = headerKey(band.shown[column] ?? '');
  const said = rows.map((row) => says(cellAt(grid, row, column), header));
  const open = rows.filter((_, index) => said[index] === undefined);
  if (open.length === 0) {
    const marked = rows.filter((_, index) => said[index] === true);
    const certain = marked.filter((row) => !voids.has(row)).length;
    return countedCell(certain, marked.length - certain);
  }
  const reason = `：${open.map((row) => cellName(row, column)).join('、')}看不出有没有，这一列没有计数`;
  return { ...textCell('—'), refused: { code: 'things-unclear', reason, expected: '有的打√，没有的空着' } };
}

/** So many, and others that may count too. */
function countedCell(certain: number, open: number): Cell {
  if (open === 0) return countCell(certain);
  return textCell(certain === 0 ? '看不出' : `至少${String(certain)}，至多${String(certain + open)}`);
}

/** Things that are not done yet, or never were. */
function leftOut(grid: Grid, rows: readonly number[]): readonly Problem[] {
  const [first] = rows;
  if (first === undefined) return [];
  return [
    {
      code: 'things-undone',
      level: 'doubt',
      place: { ...sheetPlace(grid), cell: cellName(first, 0) },
      actual: '',
      reason: `第${rows.map((row) => String(row + 1)).join('、')}行写着还没有办成，没有计入`,
      expected: '没有办成的不用改；已经办成的请写明',
    },
  ];
}

const day = /^(?:20\d\d[年./-])?\d{1,2}[月./-](?:\d{1,2}日?)?$/u;

/** Whether the thing has it: a mark, a day, or 已 with a word of the header; a blank says no; undefined for anything else. */
type SaysSo = (cell: Cell, header: string) => boolean | undefined;

function saysSo(
  cell: Cell,
  header: string,
  marked: ReturnType<MarkReader>,
  deeds: readonly string[],
): boolean | undefined {
  if (marked !== undefined) return marked ?? false;
  const key = nameKey(cell.shown);
  if (cell.kind === 'date' || day.test(key) || ['', ...deeds].includes(key.replace(/^已/u, ''))) return true;
  const [, sign, deed = ''] = /^([已未])经?(.{2,6})$/u.exec(key) ?? [];
  const isOfHeader = deed !== '' && Array.from(deed).every((one) => header.includes(one));
  return isOfHeader || deeds.includes(deed) ? sign === '已' : undefined;
}

/** What was counted; it speaks for the columns, too, that were not. */
function countNote(
  grid: Grid,
  { across }: AcrossHeader,
  marked: AcrossRows['marked'],
  rows: readonly number[],
): Problem {
  const told = across.flatMap(({ column, line }) => {
    const cell = marked.get(column);
    return cell === undefined || cell.refused ? [] : [`${line.names[0] ?? ''}${cell.shown}${line.unit}`];
  });
  return {
    code: 'things-counted',
    level: 'note',
    place: sheetPlace(grid),
    actual: '',
    reason: `“${grid.sheet}”一件事一行，按行和记号数出${told.join('、')}；空着的不算`,
    expected: '不该计的行请移到表外，漏打的记号请补上',
    covers: across.flatMap(({ column }) =>
      marked.get(column)?.refused ? rows.map((row) => cellSpan(grid, row, column)) : [],
    ),
  };
}
