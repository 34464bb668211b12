/** What the cells of a table's sheet were taken for, and those that stand beside the table where nobody reads. */
import { cellAt, isFilled, shownAt, type Cell, type Grid } from '../../base/grid';
import { oncePer } from '../../base/once-per';
import { placeAt } from '../../base/place';
import type { Problem } from '../../base/problem';
import { cellSpan, type CellRole, type NamedRole, type Taken } from '../../base/taken';
import { clipped } from '../../base/text';
import type { RowWords } from '../../cells/readings';
import type { FoundColumns } from '../find-header';
import type { OtherKind, OtherRow } from '../other-rows/other-rows';
import { filledColumns, labelledCells } from '../other-rows/remark-rows';
import { isNumbering, rowSigns, sectionSign, type RowSigns } from '../other-rows/row-signs';
import { helperColumns } from './helper-columns';
import { numberColumns } from './number-columns';
import { strayProblems, type At } from './stray-cells';
import { isBlankRow, onlyFilled, type TableLayout } from '../table-layout';
import { isColumnFilled } from '../unknown-columns';

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
    ...aboveCells(grid, topOf(grid, segments[0]), signs).flatMap(({ row, column, role }) =>
      role === null ? [] : [taken(role, [row], [column])],
    ),
    taken('title', headings),
    ...segments.flatMap(({ found }) =>
      headerRows(grid, found).map((row) => taken('header', [row], headerColumns(grid, found))),
    ),
    ...read.map(({ found, rows }) => taken('used', rows, [...found.columns.values()])),
    ...others.flatMap(({ row, kind, columns }) => {
      const role = roles[kind];
      return role === null ? [] : [taken(role, [row], columns)];
    }),
    ...segments.flatMap(({ found }, index) => {
      const helpers = helperColumns(grid, found);
      return helpers.length === 0 ? [] : [taken('helper', rowsBelow(grid, segments, index), helpers)];
    }),
    ...numberCells(grid, segments, signs).map(({ row, column }) => taken('number', [row], [column])),
  ];
}

/** What the cells of a row are that is no record: 无 was read, of the unlike a problem tells. */
const roles: Readonly<Record<OtherKind, CellRole | null>> = {
  total: 'total',
  section: 'section',
  example: 'example',
  note: 'note',
  nothing: 'used',
  unlike: null,
};

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
  const above = aboveCells(grid, topOf(grid, layout.segments[0]), signs).filter(({ role }) => role === null);
  const besides = [...besideHeaders(grid, layout), ...besideOthers(grid, layout, others)];
  return [
    ...rowsAbove(grid, above),
    ...strayProblems(grid, besides, '与同一行的表头、说明或者合计无关'),
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

/**
 * The columns of a header: from the first to the last that is read, what adjoins them, and those further off that have
 * something below. A word by itself far to the right heads nothing.
 */
function headerColumns(grid: Grid, found: FoundColumns): readonly number[] {
  const { near, far } = headedColumns(found);
  const filled = far.filter((column) => isColumnFilled(grid, found.headerRow, column));
  return filled.length === 0 ? near : [...near, ...filled].sort((one, other) => one - other);
}

const headedColumns = oncePer((found: FoundColumns) => {
  const named = namedColumns(found);
  const read = [...found.columns.values(), ...[...found.matches.values()].map(({ at }) => at)];
  let [first, last] = [Math.min(...read), Math.max(...read)];
  while (named[first - 1] === true) first -= 1;
  while (named[last + 1] === true) last += 1;
  const columns = Array.from(named, (_, column) => column);
  const isNear = (column: number): boolean => column >= first && column <= last;
  return { near: columns.filter(isNear), far: columns.filter((column) => !isNear(column)) };
});

function topOf(grid: Grid, segment: TableLayout['segments'][number] | undefined): number {
  return segment === undefined ? 0 : headerTop(grid, segment.found.band.top);
}

interface AboveCell extends At {
  /** Null where it is no word about the table. */
  readonly role: NamedRole | null;
}

const longestTitle = 60;

/** The cells above the header: the title, what is said of the table, lines such as `填报单位：司法所  单位：万元`. */
function aboveCells(grid: Grid, top: number, signs: RowSigns): readonly AboveCell[] {
  let titles = 0;
  return grid.rows.slice(0, top).flatMap((cells, row): readonly AboveCell[] => {
    if (isBlankRow(grid, row)) return [];
    const column = onlyFilled(cells);
    if (column === null) return lineCells(grid, row, top, signs);
    const cell = cells[column];
    if (cell?.kind !== 'text' && cell?.kind !== 'date') return [{ row, column, role: null }];
    const isTitle = mayBeTitle(cell.shown.trim(), signs) && (titles === 0 || sectionSign.test(cell.shown.trim()));
    if (isTitle) titles += 1;
    return [{ row, column, role: isTitle ? 'title' : 'note' }];
  });
}

function mayBeTitle(text: string, { note, wideNote }: RowSigns): boolean {
  return text.length <= longestTitle && !note.test(text) && !wideNote.test(text);
}

/** What several cells in a row above the header are: the header said before, or those a label speaks for. */
function lineCells(grid: Grid, row: number, top: number, signs: RowSigns): readonly AboveCell[] {
  const cells = grid.rows[row] ?? [];
  const isAgain = isSaidAgain(grid, row, top);
  const spoken = labelledCells(cells, signs);
  const roleOf = (column: number): NamedRole | null => (isAgain ? 'header' : spoken.includes(column) ? 'note' : null);
  return filledColumns(cells).map((column) => ({ row, column, role: roleOf(column) }));
}

/** The header twice, with nothing between: the lower one was taken. */
function isSaidAgain({ rows }: Grid, row: number, top: number): boolean {
  const said = (cells: Grid['rows'][number] = []): string => cells.map((cell) => cell?.shown.trim() ?? '').join('\t');
  return said(rows[row]) === said(rows[top]);
}

function numberCells(grid: Grid, segments: TableLayout['segments'], signs: RowSigns): readonly At[] {
  return segments.flatMap(({ found }, index) => {
    const columns = numberColumns(found, signs);
    if (columns.length === 0) return [];
    return rowsBelow(grid, segments, index).flatMap((row) =>
      columns.flatMap((column) => (isNumberCell(cellAt(grid, row, column)) ? [{ row, column }] : [])),
    );
  });
}

/** From a header to the next one. */
function rowsBelow(grid: Grid, segments: TableLayout['segments'], index: number): readonly number[] {
  const first = (segments[index]?.found.headerRow ?? 0) + 1;
  const end = segments[index + 1]?.found.band.top ?? grid.rows.length;
  return Array.from({ length: Math.max(0, end - first) }, (_, below) => first + below);
}

function isNumberCell({ kind, shown }: Cell): boolean {
  return (kind === 'number' || kind === 'text') && isNumbering(shown);
}

/** Filled cells of a header row that head nothing. */
function besideHeaders(grid: Grid, { segments }: TableLayout): readonly At[] {
  return segments.flatMap(({ found }) => {
    const columns = headerColumns(grid, found);
    return headerRows(grid, found).flatMap((row) =>
      filledColumns(grid.rows[row] ?? []).flatMap((column) => (columns.includes(column) ? [] : [{ row, column }])),
    );
  });
}

/** Cells in a row that is no record and of which its sign says nothing; a column of nobody's has been told of. */
function besideOthers(grid: Grid, { segments }: TableLayout, others: readonly OtherRow[]): readonly At[] {
  return others
    .filter(({ kind }) => kind !== 'unlike')
    .flatMap(({ row, columns }) => {
      const found = segments.filter(({ found: { headerRow } }) => headerRow < row).pop()?.found;
      if (found === undefined) return [];
      const read = new Set(found.columns.values());
      const named = namedColumns(found);
      return filledColumns(grid.rows[row] ?? []).flatMap((column) =>
        columns.includes(column) || (named[column] === true && !read.has(column)) ? [] : [{ row, column }],
      );
    });
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
    const { named, numbers, open } = columnsBelow(found, signs);
    const end = segments[index + 1]?.found.band.top ?? grid.rows.length;
    const stray: At[] = [];
    for (let row = found.headerRow + 1; row < end; row += 1) {
      const cells = grid.rows[row] ?? [];
      if ((open.length === 0 && cells.length <= named.length) || skipped.has(row)) continue;
      for (let column = 0; column < cells.length; column += 1) {
        const isStray = numbers.has(column) ? isNoNumber(cells[column]) : named[column] !== true;
        if (isStray && isFilled(cells[column])) stray.push({ row, column });
      }
    }
    return stray;
  });
}

function isNoNumber(cell: Cell | undefined): boolean {
  return cell !== undefined && !isNumberCell(cell);
}

/** By column whether it has a header or is read, the columns that only number the rows, and all in which a cell may be stray. */
function columnsBelow(found: FoundColumns, signs: RowSigns) {
  const named = namedColumns(found);
  const numbers = new Set(numberColumns(found, signs));
  const open = Array.from(named.keys()).filter((at) => named[at] !== true || numbers.has(at));
  return { named, numbers, open };
}

function rowsOf({ from, last }: TableLayout['foreigners'][number]): readonly number[] {
  return Array.from({ length: last - from + 1 }, (_, index) => from + index);
}

/** By column whether it has a header or is read. */
const namedColumns = oncePer(({ band, columns }: FoundColumns): readonly boolean[] => {
  const named = band.names.map((names) => names.length > 0);
  for (const at of columns.values()) named[at] = true;
  return named;
});

function rowsAbove(grid: Grid, cells: readonly At[]): readonly Problem[] {
  const [first] = cells;
  if (first === undefined) return [];
  const rows = [...new Set(cells.map(({ row }) => row))];
  return [
    {
      code: 'rows-above',
      level: 'doubt',
      place: placeAt(grid, first.row, first.column),
      actual: clipped(shownAt(grid, first.row, first.column).trim(), 30),
      reason: `表头上面的第${rows.map((row) => String(row + 1)).join('、')}行没有读取`,
      expected: '属于这张表的请移到表头下面，属于另一张表的请移到单独的工作表',
      covers: cells.map(({ row, column }) => cellSpan(grid, row, column)),
    },
  ];
}
