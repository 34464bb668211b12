/** What the cells of a table's sheet were taken for, and those that stand beside the table where nobody reads. */
import { cellAt, type Cell, type Grid } from '../../base/grid';
import { cellPlace } from '../../base/place';
import type { Problem } from '../../base/problem';
import { rowSpan, type NamedRole, type Taken } from '../../base/taken';
import { clipped } from '../../base/text';
import type { RowWords } from '../../cells/readings';
import type { FoundColumns } from '../find-header';
import type { OtherRow } from '../other-rows';
import { rowSigns, sectionSign, type RowSigns } from '../row-signs';
import { helperColumns } from './helper-columns';
import { numberColumns } from './number-columns';
import { strayProblems, type At } from './stray-cells';
import { isBlankRow, isBlankText, onlyFilled, type TableLayout } from '../table-layout';

/** The records that were read below one header. */
export interface ReadSegment {
  readonly found: FoundColumns;
  readonly rows: readonly number[];
}

/** All cells of the table but those a problem names. */
export function tableTaken(
  grid: Grid,
  { segments, headings }: Pick<TableLayout, 'segments' | 'headings'>,
  { read, others }: { readonly read: readonly ReadSegment[]; readonly others: readonly OtherRow[] },
  words: RowWords,
): readonly Taken[] {
  const signs = rowSigns(words);
  const taken = (role: Taken['role'], rows: readonly number[], columns: Taken['columns'] = null): Taken => ({
    grid,
    role,
    rows,
    columns,
  });
  return [
    ...aboveRows(grid, topOf(grid, segments[0]), signs).flatMap(({ row, role }) =>
      role === null ? [] : [taken(role, [row])],
    ),
    taken('title', headings),
    ...segments.map(({ found }) => taken('header', headerRows(grid, found))),
    ...read.map(({ found, rows }) => taken('used', rows, [...found.columns.values()])),
    ...others.map(({ row, kind }) => taken(kind, [row])),
    ...segments.map(({ found }, index) =>
      taken('helper', rowsBelow(grid, segments, index), helperColumns(grid, found)),
    ),
    ...numberCells(grid, segments, signs).map(({ row, column }) => taken('number', [row], [column])),
  ];
}

/**
 * A doubt for rows above the header that are no words about the table, and a word on the cells nobody reads; rows that are no
 * records have been spoken of.
 */
export function outsideProblems(
  grid: Grid,
  layout: TableLayout,
  others: readonly OtherRow[],
  words: RowWords,
): readonly Problem[] {
  const signs = rowSigns(words);
  const above = aboveRows(grid, topOf(grid, layout.segments[0]), signs);
  return [
    ...rowsAbove(
      grid,
      above.flatMap(({ row, role }) => (role === null ? [row] : [])),
    ),
    ...strayProblems(grid, strayCells(grid, layout, others, signs), '上面没有表头'),
  ];
}

/** The rows of a header from its first to its last. */
function headerRows(grid: Grid, { band, headerRow }: FoundColumns): readonly number[] {
  const top = headerTop(grid, band.top);
  return Array.from({ length: headerRow - top + 1 }, (_, index) => top + index);
}

/** A name merged downwards into the header begins above it. */
function headerTop({ merges }: Grid, top: number): number {
  return Math.min(top, ...merges.flatMap(({ startRow, endRow }) => (startRow < top && endRow > top ? [startRow] : [])));
}

function topOf(grid: Grid, segment: TableLayout['segments'][number] | undefined): number {
  return segment === undefined ? 0 : headerTop(grid, segment.found.band.top);
}

interface AboveRow {
  readonly row: number;
  /** Null where it is no word about the table. */
  readonly role: NamedRole | null;
}

const longestTitle = 60;

/** The rows above the header: the title, what is said of the table, lines such as `填报单位：司法所  单位：万元`. */
function aboveRows(grid: Grid, top: number, signs: RowSigns): readonly AboveRow[] {
  let titles = 0;
  return grid.rows.slice(0, top).flatMap((cells, row): readonly AboveRow[] => {
    if (isBlankRow(grid, row)) return [];
    const column = onlyFilled(cells);
    if (column === null) return [{ row, role: lineRole(grid, row, top) }];
    const cell = cells[column];
    if (cell?.kind !== 'text' && cell?.kind !== 'date') return [{ row, role: null }];
    const isTitle = mayBeTitle(cell.shown.trim(), signs) && (titles === 0 || sectionSign.test(cell.shown.trim()));
    if (isTitle) titles += 1;
    return [{ row, role: isTitle ? 'title' : 'note' }];
  });
}

function mayBeTitle(text: string, { note, wideNote }: RowSigns): boolean {
  return text.length <= longestTitle && !note.test(text) && !wideNote.test(text);
}

/** What several cells in a row above the header are; null where it is no word about the table. */
function lineRole(grid: Grid, row: number, top: number): NamedRole | null {
  if (isSaidAgain(grid, row, top)) return 'header';
  return isLabelLine(grid.rows[row] ?? []) ? 'note' : null;
}

/** The header twice, with nothing between: the lower one was taken. */
function isSaidAgain({ rows }: Grid, row: number, top: number): boolean {
  const said = (cells: Grid['rows'][number] = []): string => cells.map((cell) => cell?.shown.trim() ?? '').join('\t');
  return said(rows[row]) === said(rows[top]);
}

/** Texts and days, the first of them with a colon behind its label. */
function isLabelLine(cells: Grid['rows'][number]): boolean {
  const filled = cells.filter(isFilled);
  return filled.every(({ kind }) => kind === 'text' || kind === 'date') && /[:：]/u.test(filled[0]?.shown ?? '');
}

function isFilled(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && !isBlankText(cell.shown);
}

function numberCells(grid: Grid, segments: TableLayout['segments'], signs: RowSigns): readonly At[] {
  return segments.flatMap(({ found }, index) => {
    const columns = numberColumns(found, signs);
    if (columns.length === 0) return [];
    return rowsBelow(grid, segments, index).flatMap((row) =>
      columns.flatMap((column) => (isNumbering(cellAt(grid, row, column)) ? [{ row, column }] : [])),
    );
  });
}

/** From a header to the next one. */
function rowsBelow(grid: Grid, segments: TableLayout['segments'], index: number): readonly number[] {
  const first = (segments[index]?.found.headerRow ?? 0) + 1;
  const end = segments[index + 1]?.found.band.top ?? grid.rows.length;
  return Array.from({ length: Math.max(0, end - first) }, (_, below) => first + below);
}

function isNumbering({ kind, shown }: Cell): boolean {
  return (kind === 'number' || kind === 'text') && /^\d{1,5}$/u.test(shown.trim());
}

/** Cells below the header in a column without one. */
function strayCells(
  grid: Grid,
  { segments, foreigners, headings }: TableLayout,
  others: readonly OtherRow[],
  signs: RowSigns,
): readonly At[] {
  const skipped = new Set([...headings, ...others.map(({ row }) => row), ...foreigners.flatMap(rowsOf)]);
  return segments.flatMap(({ found }, index) => {
    const isNamed = namedColumns(found);
    const numbers = new Set(numberColumns(found, signs));
    const end = segments[index + 1]?.found.band.top ?? grid.rows.length;
    const stray: At[] = [];
    for (let row = found.headerRow + 1; row < end; row += 1) {
      if (skipped.has(row)) continue;
      const cells = grid.rows[row] ?? [];
      for (let column = 0; column < cells.length; column += 1) {
        const cell = cells[column];
        const isStray = numbers.has(column) ? cell !== undefined && !isNumbering(cell) : isNamed[column] !== true;
        if (isStray && isFilled(cell)) stray.push({ row, column });
      }
    }
    return stray;
  });
}

function rowsOf({ from, last }: TableLayout['foreigners'][number]): readonly number[] {
  return Array.from({ length: last - from + 1 }, (_, index) => from + index);
}

/** By column whether it has a header or is read. */
function namedColumns({ band, columns }: FoundColumns): readonly boolean[] {
  const named = band.names.map((names) => names.length > 0);
  for (const at of columns.values()) named[at] = true;
  return named;
}

function rowsAbove(grid: Grid, rows: readonly number[]): readonly Problem[] {
  const [first] = rows;
  if (first === undefined) return [];
  const at = Math.max(
    0,
    (grid.rows[first] ?? []).findIndex((cell) => isFilled(cell)),
  );
  return [
    {
      code: 'rows-above',
      level: 'doubt',
      place: cellPlace(grid.workbook, grid.sheet, first, at),
      actual: clipped(cellAt(grid, first, at).shown.trim(), 30),
      reason: `表头上面的第${rows.map((row) => String(row + 1)).join('、')}行没有读取`,
      expected: '属于这张表的请移到表头下面，属于另一张表的请移到单独的工作表',
      covers: rows.map((row) => rowSpan(grid, row, row + 1)),
    },
  ];
}
