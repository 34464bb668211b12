/** Rows that add up others, told from records that only bear such a word. */
import { cellAt, rowAt, shownAt, type Cell, type Grid } from '../../base/grid';
import { oncePer } from '../../base/once-per';
import { endOf, headerKey, isBlankText } from '../../base/text';
import { isNothing } from '../../cells/read-quantity';
import { numberColumns } from '../account/number-columns';
import type { FoundColumns } from '../find-header';
import type { ColumnType, Table } from '../sheet';
import type { RowSigns } from './row-signs';
import { requiredColumns, typedCells, type Below } from './typed-cells';

/** A row that bears the word of a total, and where. */
export interface TotalRow {
  readonly at: number;
  /** It holds what no total has: it is read. */
  readonly isRecord: boolean;
}

/** Tells of a row whether it is a total; null where nothing says so. */
export function totalReader(grid: Grid, below: Below, signs: RowSigns): (row: number) => TotalRow | null {
  const spoken = spokenColumns(below, signs);
  const merged = mergedTotals(grid, spoken, signs);
  return (row) => {
    const at = totalAt(rowAt(grid, row), spoken, signs) ?? merged.get(row);
    return at === undefined ? null : { at, isRecord: isRecord(grid, row, at, below) };
  };
}

/** The table's own columns: those that are read, those that number the rows, and what stands to the left of all. */
export function tableColumns({ found }: Below, signs: RowSigns): readonly number[] {
  return columnsOf(found)(signs);
}

const columnsOf = oncePer((found: FoundColumns) =>
  oncePer((signs: RowSigns): readonly number[] => {
    const first = Math.min(...found.columns.values());
    const left = Array.from({ length: Number.isFinite(first) ? first : 0 }, (_, column) => column);
    const all = new Set([...left, ...found.columns.values(), ...numberColumns(found, signs)]);
    return [...all].sort((one, other) => one - other);
  }),
);

/** Those of them in which 合计 is no word of a list. */
function spokenColumns({ table, found }: Below, signs: RowSigns): readonly number[] {
  return spokenIn(found)(table)(signs);
}

const spokenIn = oncePer((found: FoundColumns) =>
  oncePer((table: Table) =>
    oncePer((signs: RowSigns): readonly number[] => {
      const choices = choiceColumns({ table, found }, signs);
      return columnsOf(found)(signs).filter((column) => !choices.includes(column));
    }),
  ),
);

/** Columns in which a word of a list stands, and 合计 may be one of them. */
function choiceColumns(
  { table: { columns }, found }: Pick<Below, 'table' | 'found'>,
  { total }: RowSigns,
): readonly number[] {
  return [...found.columns].flatMap(([field, at]) =>
    columns[field]?.choices.some((word) => total.test(word)) === true ? [at] : [],
  );
}

const longestTotal = 60;

/** The column of the word that makes the row add up others. */
function totalAt(
  cells: readonly (Cell | undefined)[],
  columns: readonly number[],
  signs: RowSigns,
): number | undefined {
  let isLikely = false;
  for (const column of columns) isLikely ||= mayBeTotal(cells[column], signs);
  if (!isLikely) return undefined;
  const said = (column: number): string => headerKey(cells[column]?.shown ?? '');
  const word = columns.find((column) => mayBeTotal(cells[column], signs) && signs.total.test(said(column)));
  if (word !== undefined) return word;
  const filled = columns.filter((column) => !isBlankText(cells[column]?.shown ?? ''));
  const [texts, sums] = [filled.filter((at) => isWord(cells[at])), filled.filter((at) => isSum(cells[at]))];
  const [only] = texts;
  return texts.length === 1 && only !== undefined && sums.length > 0 && signs.totalOf.test(said(only))
    ? only
    : undefined;
}

/** Not a number, nor so many of something (3场), nor a dash for what is not added up. */
function isWord(cell: Cell | undefined): boolean {
  return cell?.kind === 'text' && !soMany.test(cell.shown.trim()) && !isNothing(cell.shown);
}

function isSum(cell: Cell | undefined): boolean {
  return (
    cell?.kind === 'number' || cell?.kind === 'percent' || (cell?.kind === 'text' && soMany.test(cell.shown.trim()))
  );
}

const soMany = /^共?[约近]?\d[\d,.]{0,11}\s?余?[^\d\s年月日号.]{1,3}$/u;

function mayBeTotal(cell: Cell | undefined, signs: RowSigns): boolean {
  return cell?.kind === 'text' && cell.shown.length <= longestTotal && signs.mayBeTotal.test(cell.shown);
}

/** Rows of a merged 合计, with its column. */
function mergedTotals(grid: Grid, columns: readonly number[], { total }: RowSigns): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  for (const { startRow, endRow, startColumn } of grid.merges) {
    if (endRow - startRow < 2 || !columns.includes(startColumn)) continue;
    if (!total.test(headerKey(shownAt(grid, startRow, startColumn)))) continue;
    for (let row = startRow; row < endRow; row += 1) rows.set(row, startColumn);
  }
  return rows;
}

/** What can be added up, and so stands in a total too. */
const summed: readonly ColumnType[] = ['quantity', 'money', 'integer', 'percent'];

/** A day, a word of a list, a name beside the word; or all that is required without it. */
function isRecord(grid: Grid, row: number, word: number, below: Below): boolean {
  const typed = typedCells(grid, row, below);
  const isOfOne = typed.some(
    ({ at, type, isRead }) =>
      at !== word &&
      isRead &&
      !summed.includes(type) &&
      isSaid(cellAt(grid, row, at), type, below.declared.words.said.recordUnits),
  );
  return isOfOne || isWhole(grid, row, word, below);
}

/** How many said 是 is a number, and of a word so many: 成功3件. Nothing is said by 无. */
function isSaid({ kind, shown }: Cell, type: ColumnType, units: readonly string[]): boolean {
  const isCount = type === 'yesNo' ? kind === 'number' : type === 'choice' && isCounted(shown.trim(), units);
  return !isCount && !isNothing(shown);
}

function isCounted(text: string, units: readonly string[]): boolean {
  const unit = endOf(text, units);
  return unit !== '' && /^\D{0,6}\d{1,6}\s?$/u.test(text.slice(0, text.length - unit.length));
}

/** So many villages, or a bare number of them, are no name of one; a number that was read as a day is one. */
function isSaying({ kind, shown }: Cell, isTyped: boolean): boolean {
  return !isBlankText(shown) && !soMany.test(shown.trim()) && (isTyped || kind !== 'number');
}

function isWhole(grid: Grid, row: number, word: number, below: Below): boolean {
  const required = requiredColumns(below);
  const typed = typedCells(grid, row, below);
  const unread = typed.flatMap(({ at, isRead }) => (isRead ? [] : [at]));
  const isTyped = (column: number): boolean => typed.some(({ at }) => at === column);
  return (
    required.length > 0 &&
    !required.includes(word) &&
    required.every((at) => !unread.includes(at) && isSaying(cellAt(grid, row, at), isTyped(at)))
  );
}
