/** A sheet made from a table's declaration: heading, help, header, filled rows, and how people add rows below them. */
import type { Column, Columns, Table } from '../tables/sheet';
import { cellOf, styleOf, type RowContent } from './cell-content';
import {
  cell,
  type CellArea,
  type CellBlock,
  type CellDraft,
  type ChartDraft,
  type ColourRule,
  type Protection,
  type SheetDraft,
} from './draft';
import { textHeight } from './text-height';
import { helpOf, validationOf } from './validation';

/** What a sheet needs beside its declaration. */
export interface TableContent<C extends Columns> {
  /** The heading above the table. */
  readonly heading: string;
  readonly rows: readonly RowContent<C>[];
  readonly tabColour: string;
  /** Instead of the declaration's own line. */
  readonly help?: string;
  /** Columns that stay in view when scrolling sideways. */
  readonly frozenColumns?: number;
  /** Least height in pixels of a filled row. */
  readonly rowHeight?: number;
  /** Field → word → colour of the cells that hold the word. */
  readonly colours?: { readonly [F in keyof C]?: Readonly<Record<string, ColourRule['colour']>> };
  /** A chart of all rows: the field that names them, and the fields it is made of with their colours (RRGGBB). */
  readonly chart?: TableChart<C>;
}

interface TableChart<C extends Columns> {
  readonly title: string;
  readonly names: keyof C;
  readonly parts: { readonly [F in keyof C]?: string };
}

const defaultRowHeight = 27;

/** Heading, help, header. */
export const headRows = 3;

/** The draft of a table's sheet. Where people fill any column, they may also add as many rows as they have. */
export function tableSheet<C extends Columns>(table: Table<C>, content: TableContent<C>): SheetDraft {
  const columns = Object.entries<Column>(table.columns);
  const declared = columns.map(([, column]) => column);
  const { rows, frozenColumns = 0, rowHeight = defaultRowHeight } = content;
  const body = tableRows(table, rows);
  const grows = declared.some(({ open }) => open);
  const help = `${content.help ?? table.help}${grows ? rowsHelp(declared) : ''}`;
  const endRow = grows ? null : headRows + body.length;
  const widths = declared.map(({ width }) => width);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const areaOf = (index: number): CellArea => ({
    startRow: headRows,
    endRow,
    startColumn: index,
    endColumn: index + 1,
  });
  return {
    title: table.title,
    tabColour: content.tabColour,
    frozenRows: headRows,
    frozenColumns,
    widths,
    heights: {
      0: 40,
      1: textHeight(help, frozenColumns > 0 ? help.length * 2 + 4 : total),
      2: 32,
      ...bodyHeights(body, widths, rowHeight),
    },
    rows: [
      ...(frozenColumns > 0 ? overflowingHead : head)(content.heading, help, columns.length),
      headerRow(table),
      ...body,
    ],
    merges: frozenColumns > 0 ? [] : headMerges(columns.length),
    validations: declared.flatMap((column, index) => validationOf(column, areaOf(index)) ?? []),
    protection: grows ? onlyShut(declared, body.length) : { kind: 'all-but', open: [] },
    newRows: grows ? declared.map((column) => styleOf({ ...column, open: true })) : [],
    colours: columns.flatMap(([field], index) => coloursOf(content.colours?.[field], areaOf(index))),
    filter: { startRow: headRows - 1, endRow, startColumn: 0, endColumn: columns.length },
    chart: chartOf(content.chart, columns, rows.length),
  };
}

/** The filled rows alone. */
export function tableRows<C extends Columns>(
  table: Table<C>,
  rows: readonly RowContent<C>[],
): readonly (readonly CellDraft[])[] {
  const columns = Object.entries<Column>(table.columns);
  return rows.map((row) => columns.map(([field, column]) => cellOf(column, row[field])));
}

function chartOf<C extends Columns>(
  wanted: TableChart<C> | undefined,
  columns: readonly (readonly [string, Column])[],
  rows: number,
): ChartDraft | null {
  if (wanted === undefined || rows === 0) return null;
  const { title, names, parts } = wanted;
  const areaAt = (index: number): CellBlock => ({
    startRow: headRows - 1,
    endRow: headRows + rows,
    startColumn: index,
    endColumn: index + 1,
  });
  return {
    title,
    names: areaAt(columns.findIndex(([field]) => field === names)),
    parts: columns.flatMap(([field, { header }], index) => {
      const colour = parts[field];
      return colour === undefined ? [] : [{ area: areaAt(index), name: header, colour }];
    }),
  };
}

/** The two lines above every table and form, each to be merged over the whole width. */
export function head(heading: string, help: string, columns: number): readonly (readonly CellDraft[])[] {
  const rest = Array.from({ length: columns - 1 }, () => cell(null, 'plain'));
  return [
    [cell(heading, 'title'), ...rest],
    [cell(help, 'help-wrapped'), ...rest],
  ];
}

/** The same two lines where columns are frozen: nothing may be merged across the edge, the texts run over it. */
function overflowingHead(heading: string, help: string): readonly (readonly CellDraft[])[] {
  return [[cell(heading, 'title')], [cell(help, 'help')]];
}

/** What `head` merges. */
export function headMerges(columns: number): readonly CellBlock[] {
  const lines = columns > 1 ? [0, 1] : [];
  return lines.map((row) => ({ startRow: row, endRow: row + 1, startColumn: 0, endColumn: columns }));
}

function headerRow<C extends Columns>({ columns }: Table<C>): readonly CellDraft[] {
  return Object.values(columns).map((column) => cell(column.header, 'header', helpOf(column)));
}

/** How rows are added and what is protected, behind the line that says what the sheet is for. */
function rowsHelp(columns: readonly Column[]): string {
  const isPrefilled = columns.some(({ open }) => !open);
  return isPrefilled
    ? '表头和预填的格锁定，以免对不上；另有要填的，接在最后一行下面写。'
    : '行数不限，接着往下填，可以插入、删除、排序、筛选；从别处复制来的只粘贴数值。只锁表头，改了程序认不出。';
}

/** The head, and what was filled in beforehand; neighbouring columns are one area. */
function onlyShut(columns: readonly Column[], filled: number): Protection {
  const head = { startRow: 0, endRow: headRows, startColumn: 0, endColumn: columns.length };
  const isOpen = columns.map(({ open }) => open);
  const starts = filled === 0 ? [] : isOpen.flatMap((open, at) => (!open && isOpen[at - 1] !== false ? [at] : []));
  const prefilled = starts.map((startColumn) => {
    const end = isOpen.indexOf(true, startColumn);
    const endColumn = end === -1 ? isOpen.length : end;
    return { startRow: headRows, endRow: headRows + filled, startColumn, endColumn };
  });
  return { kind: 'only', shut: [head, ...prefilled] };
}

/** Each row has room for what stands in it; rows to come grow by themselves. */
function bodyHeights(
  body: readonly (readonly CellDraft[])[],
  widths: readonly number[],
  least: number,
): Readonly<Record<number, number>> {
  const heightOf = (row: readonly CellDraft[]): number =>
    Math.max(
      least,
      ...row.map(({ value }, at) => (typeof value === 'string' ? textHeight(value, widths[at] ?? 0) : 0)),
    );
  return Object.fromEntries(body.map((row, index) => [headRows + index, heightOf(row)] as const));
}

function coloursOf(
  words: Readonly<Record<string, ColourRule['colour']>> | undefined,
  area: CellArea,
): readonly ColourRule[] {
  if (area.endRow === area.startRow) return [];
  return Object.entries(words ?? {}).map(([text, colour]) => ({ area, text, colour }));
}
