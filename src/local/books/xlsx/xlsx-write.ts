/** Writes a book as .xlsx bytes that look right in Excel, WPS and LibreOffice; the same book gives the same bytes. */
import { writeXlsx, type Cell, type ColumnDef, type WriteSheet } from 'hucre/xlsx';
import { columnName } from '../../../core/base/place';
import { boxName } from '../a1';
import {
  columnOf,
  without,
  type Book,
  type BookCell,
  type BookSheet,
  type DataValidation,
  type Validation,
} from '../book';
import { estimateRowHeights } from '../row-heights';
import { columnCells } from './xlsx-columns';
import { toChart } from './xlsx-charts';
import { finishXlsx } from './xlsx-finish';
import { optionsSheetName } from './xlsx-options';

/** Every file says it was made then: a clock in the file would make each run's bytes differ. */
const fixedDate = new Date(Date.UTC(2000, 0, 1));
/** Widths of A4 paper between the margins set below, in pixels at 96 dpi. */
const portraitPixels = 700;
/** Excel refuses a file whose rule holds a longer list. */
const inlineListLimit = 255;
const errorNames = /^#(?:VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/u;

/** The bytes of the workbook. Rejects when a title or a size is more than the format can hold. */
export async function writeBook(book: Book): Promise<Uint8Array> {
  const lists: string[][] = [];
  const heights = book.sheets.map(estimateRowHeights);
  const sheets = book.sheets.map((sheet, index) =>
    toWriteSheet(sheet, heights[index] ?? new Map<number, number>(), lists),
  );
  const bytes = await writeXlsx({
    sheets: lists.length > 0 ? [...sheets, optionsSheet(lists)] : sheets,
    defaultFont: book.defaultFont,
    properties: { created: fixedDate, modified: fixedDate },
    activeSheet: Math.max(
      0,
      book.sheets.findIndex((sheet) => !sheet.hidden),
    ),
  });
  return finishXlsx(bytes, book, heights);
}

function toWriteSheet(sheet: BookSheet, heights: ReadonlyMap<number, number>, lists: string[][]): WriteSheet {
  return {
    name: sheet.title,
    hidden: sheet.hidden,
    cells: toCells(sheet),
    columns: Array.from(sheet.columns, (column): ColumnDef => without(column ?? {}, 'style')),
    rowDefs: new Map([
      ...sheet.rows,
      ...[...heights].map(([row, height]) => [row, { ...sheet.rows.get(row), height }] as const),
    ]),
    merges: sheet.merges.map((box) => ({
      startRow: box.startRow,
      startCol: box.startColumn,
      endRow: box.endRow - 1,
      endCol: box.endColumn - 1,
    })),
    dataValidations: sheet.validations.map((validation) => toDataValidation(validation, lists)),
    conditionalRules: sheet.conditionalRules.map((rule, index) => ({ ...rule, priority: index + 1 })),
    ...(sheet.frozenRows + sheet.frozenColumns > 0 && {
      freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns },
    }),
    ...(sheet.filter && { autoFilter: { range: sheet.filter.range } }),
    ...(sheet.tabColor !== null && { view: { tabColor: { rgb: sheet.tabColor } } }),
    ...(sheet.protection && {
      protection: {
        ...{ sheet: true, formatColumns: true, formatRows: true, autoFilter: true, sort: true },
        ...sheet.protection,
      },
    }),
    ...(sheet.charts.length > 0 && { charts: sheet.charts.map((chart) => toChart(chart, sheet)) }),
    ...printSetUp(sheet),
  };
}

/**
 * A4, as many pages high as needed and one wide, header rows on each page: Google has no such settings to take over. A chart has a
 * page of its own, or it would be cut in two.
 */
function printSetUp(sheet: BookSheet): Pick<WriteSheet, 'pageSetup' | 'headerFooter' | 'rowBreaks'> {
  const isWide = usedWidth(sheet) > portraitPixels;
  return {
    ...(sheet.charts.length > 0 && { rowBreaks: sheet.charts.map(({ row }) => row - 1) }),
    pageSetup: {
      paperSize: 'a4',
      orientation: isWide && sheet.charts.length === 0 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
      ...(sheet.frozenRows > 0 && { printTitlesRow: `$1:$${String(sheet.frozenRows)}` }),
    },
    headerFooter: { oddFooter: '&C第 &P 页' },
  };
}

function usedWidth(sheet: BookSheet): number {
  const used = sheet.cells.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: used }, (_, column) => {
    const { width = 9, hidden = false } = columnOf(sheet, column);
    return hidden ? 0 : width * 7 + 5;
  }).reduce((sum, pixels) => sum + pixels, 0);
}

function toCells(sheet: BookSheet): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>(columnCells(sheet));
  sheet.cells.forEach((row, rowNumber) => {
    row.forEach((cell, column) => {
      if (cell) cells.set(`${String(rowNumber)},${String(column)}`, toCell(cell));
    });
  });
  return cells;
}

function toCell(cell: BookCell): Partial<Cell> {
  return {
    ...toContent(cell),
    ...(cell.style && { style: cell.style }),
    ...(cell.note !== undefined && { comment: { text: printable(cell.note) } }),
  };
}

function toContent({ value, formula }: BookCell): Partial<Cell> {
  const isError = typeof value === 'object' && value !== null;
  if (formula !== undefined) return { formula, ...(!isError && { formulaResult: value }) };
  if (isError) return { value: value.error };
  if (typeof value !== 'string') return { value };
  const text = printable(value);
  // The library takes these for errors; as a run of text they stay what the person wrote.
  return errorNames.test(text) ? { value: text, richText: [{ text }] } : { value: text };
}

function toDataValidation({ boxes, rule }: Validation, lists: string[][]): DataValidation {
  const range = boxes.map(boxName).join(' ');
  const values = rule.type === 'list' ? rule.values : undefined;
  if (!values || (values.join(',').length <= inlineListLimit && values.every((value) => !/[,"]/u.test(value)))) {
    return { ...rule, range };
  }
  const known = lists.findIndex((list) => list.join('\n') === values.join('\n'));
  const index = known >= 0 ? known : lists.push(values) - 1;
  const column = columnName(index);
  return {
    ...without(rule, 'values'),
    range,
    formula1: `'${optionsSheetName}'!$${column}$1:$${column}$${String(values.length)}`,
  };
}

function optionsSheet(lists: readonly (readonly string[])[]): WriteSheet {
  const height = Math.max(...lists.map((list) => list.length));
  const rows = Array.from({ length: height }, (_, row) => lists.map((list) => list[row] ?? null));
  return { name: optionsSheetName, veryHidden: true, rows };
}

/** Without the characters XML cannot hold; what looks like the format's own escapes (`_x0041_`) is escaped itself. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu, '').replace(/_(?=x[\dA-Fa-f]{4}_)/gu, '_x005F_');
}
