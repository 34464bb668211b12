/** Rows of a table that are no records: totals, headings of sections, examples, and the remarks and signatures below. */
import { cellAt, type Cell, type Grid } from '../base/grid';
import { cellPlace } from '../base/place';
import type { Problem } from '../base/problem';
import { headerKey } from '../base/text';
import type { RowWords } from '../cells/readings';
import type { FoundColumns } from './find-header';
import { itemSign, rowSigns, sectionSign, type RowSigns } from './row-signs';
import type { Table } from './sheet';
import { isBlankText, onlyFilled, type Segment } from './table-layout';

/** What such a row is. */
type OtherKind = 'total' | 'section' | 'example' | 'note';

export interface OtherRow {
  readonly row: number;
  readonly kind: OtherKind;
  readonly problem: Problem;
}

/** The rows that are left out, each with the note that says so. */
export function otherRows(
  grid: Grid,
  table: Table,
  segments: readonly Segment[],
  words: RowWords,
): readonly OtherRow[] {
  const signs = rowSigns(words);
  const merged = mergedTotals(grid, signs);
  return segments.flatMap(({ found, rows, aside }) => {
    const kindOf = kindReader(grid, { table, found, signs, merged });
    let above: OtherRow | null = null;
    return inOrder(rows, aside).flatMap((row) => {
      const [kind, at] = kindOf(row, above?.kind === 'note' && above.row === row - 1) ?? [];
      above = kind === undefined || at === undefined ? null : { row, kind, problem: noteOf(grid, row, at, kind) };
      return above ?? [];
    });
  });
}

/** A heading may stand in the column that numbers the rows. */
function inOrder(rows: readonly number[], aside: readonly number[]): readonly number[] {
  return aside.length === 0 ? rows : [...rows, ...aside].sort((one, other) => one - other);
}

/** What the rows of one segment are judged by. */
interface Judged {
  readonly table: Table;
  readonly found: FoundColumns;
  readonly signs: RowSigns;
  /** Rows of a merged 合计, with its column. */
  readonly merged: ReadonlyMap<number, number>;
}

/** What a row is and the column of the cell that says so; null for a record. */
type KindReader = (row: number, isBelowNote: boolean) => readonly [OtherKind, number] | null;

function kindReader(grid: Grid, { table, found, signs, merged }: Judged): KindReader {
  const choices = choiceColumns(table, found, signs);
  const required = requiredColumns(table, found);
  return (row, isBelowNote) => {
    const cells = grid.rows[row] ?? [];
    const total = totalAt(cells, choices, signs) ?? merged.get(row);
    if (total !== undefined) return ['total', total];
    const first = firstFilled(cells);
    const cell = cells[first];
    if (cell?.kind !== 'text') return null;
    if (isRemark(cells, cell, table, signs)) return ['note', first];
    if (signs.example.test(headerKey(cell.shown.slice(0, 10)))) return ['example', first];
    if (required.length < 2 || onlyFilled(cells) === null) return null;
    const isWide = isOver(grid, row, first, required);
    const kind = aloneKind(cell.shown.trim(), { isWide, isBelowNote }, signs);
    return kind === null ? null : [kind, first];
  };
}

/** What a text alone in its row is: where several values are required it cannot be a record. */
function aloneKind(
  text: string,
  { isWide, isBelowNote }: { readonly isWide: boolean; readonly isBelowNote: boolean },
  signs: RowSigns,
): OtherKind | null {
  if (sectionSign.test(text)) return 'section';
  if (isBelowNote && (isWide || itemSign.test(text))) return 'note';
  if (!isWide) return null;
  return signs.wideNote.test(text) ? 'note' : 'section';
}

function requiredColumns({ columns }: Table, found: FoundColumns): readonly number[] {
  return [...found.columns].flatMap(([field, at]) => (columns[field]?.required === true ? [at] : []));
}

/** Whether the cell is merged over two or more of the columns. */
function isOver(grid: Grid, row: number, column: number, columns: readonly number[]): boolean {
  const merge = grid.merges.find((one) => one.startRow === row && one.startColumn === column);
  if (merge === undefined) return false;
  return columns.filter((at) => at >= merge.startColumn && at < merge.endColumn).length > 1;
}

/** Columns in which a word of a list stands, and 合计 may be one of them. */
function choiceColumns({ columns }: Table, found: FoundColumns, { total }: RowSigns): readonly number[] {
  return [...found.columns].flatMap(([field, at]) =>
    columns[field]?.choices.some((word) => total.test(word)) === true ? [at] : [],
  );
}

/** The column of the word that makes the row add up others, wherever in the row it stands. */
function totalAt(
  cells: readonly (Cell | undefined)[],
  choices: readonly number[],
  signs: RowSigns,
): number | undefined {
  const mayBeTotal = (cell: Cell | undefined): boolean =>
    cell?.kind === 'text' && cell.shown.length <= longestTotal && signs.mayBeTotal.test(cell.shown);
  if (!cells.some(mayBeTotal)) return undefined;
  const texts = cells.flatMap((cell, column) =>
    cell?.kind === 'text' && !isBlankText(cell.shown) && !choices.includes(column) ? [column] : [],
  );
  const said = (column: number | undefined): string => headerKey(cells[column ?? -1]?.shown ?? '');
  const word = texts.find((column) => mayBeTotal(cells[column]) && signs.total.test(said(column)));
  if (word !== undefined || texts.length !== 1) return word;
  const isSum = cells.some((cell) => cell?.kind === 'number' || cell?.kind === 'percent');
  return isSum && signs.totalOf.test(said(texts[0])) ? texts[0] : undefined;
}

const longestTotal = 60;

function firstFilled(cells: readonly (Cell | undefined)[]): number {
  return Math.max(
    0,
    cells.findIndex((cell) => cell !== undefined && !isBlankText(cell.shown)),
  );
}

/** Rows below the first one of a merged 合计, with its column. */
function mergedTotals(grid: Grid, { total }: RowSigns): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  for (const { startRow, endRow, startColumn } of grid.merges) {
    if (endRow - startRow < 2 || !total.test(headerKey(cellAt(grid, startRow, startColumn).shown))) continue;
    for (let row = startRow; row < endRow; row += 1) rows.set(row, startColumn);
  }
  return rows;
}

const longestSignature = 4;

/** `注：…` or `填表人：… 审核人：…` in few cells, none of them a figure. */
function isRemark(cells: readonly (Cell | undefined)[], first: Cell, { columns }: Table, signs: RowSigns): boolean {
  if (!/[:：]/u.test(first.shown)) return false;
  if (!signs.note.test(first.shown.trim().replace(/\s/gu, ''))) return false;
  const filled = cells.filter((cell) => cell !== undefined && !isBlankText(cell.shown));
  const isFew = filled.length <= Math.min(longestSignature, Object.keys(columns).length);
  return isFew && filled.every((cell) => cell?.kind === 'text' || cell?.kind === 'date');
}

const says: Readonly<Record<OtherKind, Pick<Problem, 'code' | 'reason' | 'expected'>>> = {
  total: {
    code: 'total-row',
    reason: '这一行是合计行，没有作为数据采用',
    expected: '合计由程序计算，不用填写',
  },
  section: {
    code: 'section-row',
    reason: '这一行是下面几行的小标题，没有作为数据采用',
    expected: '如果是数据，请把内容填在各列里，不要合并整行',
  },
  example: {
    code: 'example-row',
    reason: '这一行是填写示例，没有作为数据采用',
    expected: '如果是数据，请去掉“示例”之类的字样',
  },
  note: {
    code: 'remark-row',
    reason: '这一行是表下的说明或落款，没有作为数据采用',
    expected: '如果是数据，请去掉开头的“注：”“填表人：”之类的字样',
  },
};

function noteOf(grid: Grid, row: number, column: number, kind: OtherKind): Problem {
  const place = cellPlace(grid.workbook, grid.sheet, row, column);
  return { ...says[kind], level: 'note', place, actual: cellAt(grid, row, column).shown };
}
