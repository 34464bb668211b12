/** A sheet made from a table's declaration: heading, help, header, filled rows and spare ones. */
import type { Column, Columns, Table } from '../tables/sheet';
import { cellOf, type RowContent } from './cell-content';
import { cell, type CellArea, type CellDraft, type ColourRule, type SheetDraft } from './draft';
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
}

const defaultRowHeight = 27;
/** From this width on a text column is meant for sentences. */
const proseWidth = 30;

/** Heading, help, header. */
export const headRows = 3;

/** The draft of a table's sheet. People may change the open columns of filled and spare rows. */
export function tableSheet<C extends Columns>(table: Table<C>, content: TableContent<C>): SheetDraft {
  const columns = Object.entries(table.columns);
  const { rows, frozenColumns = 0, help = table.help, rowHeight = defaultRowHeight } = content;
  const spare = Array.from({ length: table.spareRows }, (): RowContent<C> => ({}));
  const body = [...rows, ...spare].map((row) => columns.map(([field, column]) => cellOf(column, row[field])));
  const endRow = headRows + body.length;
  const widths = columns.map(([, { width }]) => width);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const areaOf = (index: number): CellArea => ({
    startRow: headRows,
    endRow,
    startColumn: index,
    endColumn: index + 1,
  });
  const hasBody = body.length > 0;
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
      ...bodyHeights(
        body,
        columns.map(([, column]) => column),
        { filled: rows.length, least: rowHeight },
      ),
    },
    rows: [
      ...(frozenColumns > 0 ? overflowingHead : head)(content.heading, help, columns.length),
      headerRow(table),
      ...body,
    ],
    merges: frozenColumns > 0 ? [] : headMerges(columns.length),
    validations: hasBody ? columns.flatMap(([, column], index) => validationOf(column, areaOf(index)) ?? []) : [],
    open: hasBody
      ? openAreas(
          columns.map(([, { open }]) => open),
          endRow,
        )
      : [],
    colours: hasBody ? columns.flatMap(([field], index) => coloursOf(content.colours?.[field], areaOf(index))) : [],
    filter: { startRow: headRows - 1, endRow, startColumn: 0, endColumn: columns.length },
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
export function headMerges(columns: number): readonly CellArea[] {
  const lines = columns > 1 ? [0, 1] : [];
  return lines.map((row) => ({ startRow: row, endRow: row + 1, startColumn: 0, endColumn: columns }));
}

function headerRow<C extends Columns>({ columns }: Table<C>): readonly CellDraft[] {
  return Object.values(columns).map((column) => cell(column.header, 'header', helpOf(column)));
}

/** Each row has room for what stands in it. Spare rows in which people write sentences are left to grow by themselves. */
function bodyHeights(
  body: readonly (readonly CellDraft[])[],
  columns: readonly Column[],
  rows: { readonly filled: number; readonly least: number },
): Readonly<Record<number, number>> {
  const isProse = columns.some(({ open, type, width }) => open && type === 'text' && width >= proseWidth);
  const sized = isProse ? body.slice(0, rows.filled) : body;
  const heightOf = (row: readonly CellDraft[]): number =>
    Math.max(
      rows.least,
      ...row.map(({ value }, at) =>
        typeof value === 'string' ? textHeight(value, columns[at]?.width ?? proseWidth) : 0,
      ),
    );
  return Object.fromEntries(sized.map((row, index) => [headRows + index, heightOf(row)] as const));
}

/** Neighbouring open columns are one area. */
function openAreas(isOpen: readonly boolean[], endRow: number): readonly CellArea[] {
  const starts = isOpen.flatMap((open, index) => (open && isOpen[index - 1] !== true ? [index] : []));
  return starts.map((startColumn) => {
    const shut = isOpen.indexOf(false, startColumn);
    return { startRow: headRows, endRow, startColumn, endColumn: shut === -1 ? isOpen.length : shut };
  });
}

function coloursOf(
  words: Readonly<Record<string, ColourRule['colour']>> | undefined,
  area: CellArea,
): readonly ColourRule[] {
  return Object.entries(words ?? {}).map(([text, colour]) => ({ area, text, colour }));
}
