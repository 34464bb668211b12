/**
 * The frame of a written book: all but its rows, for the library to write so that it looks right in Excel, WPS and LibreOffice. The
 * rows are put in afterwards (see xlsx-finish); the same book gives the same bytes.
 */
import type { Cell, ColumnDef, WriteOptions, WriteSheet } from 'hucre/xlsx';
import { columnName } from '../../../core/base/place';
import { boxName } from '../a1';
import {
  columnOf,
  without,
  type Book,
  type BookSheet,
  type CellStyle,
  type DataValidation,
  type Validation,
} from '../book';
import { toChart } from './xlsx-charts';
import { looksKept, reachOf } from './xlsx-kept';
import { lookSamples } from './xlsx-looks';
import { longListOf, longLists, optionsSheet, optionsSheetName } from './xlsx-options';
import { printable } from './xlsx-rows';

/** Every file says it was made then: a clock in the file would make each run's bytes differ. */
const fixedDate = new Date(Date.UTC(2000, 0, 1));
/** Widths of A4 paper between the margins set below, in pixels at 96 dpi. */
const portraitPixels = 700;

/** What the library is to write, as data that may be sent to a thread. */
export function frameOf(book: Book): WriteOptions {
  const lists = longLists(book);
  const options = optionsSheet(lists).map((sheet) => ({
    ...{ name: sheet.title, veryHidden: true, cells: new Map(lookSamples(sheet)) },
  }));
  const cellsOf = (sheet: BookSheet, index: number): Map<string, Partial<Cell>> =>
    toCells(sheet, index > 0 ? [] : looksKept(book));
  return {
    sheets: [
      ...book.sheets.map((sheet, index) => ({ ...toWriteSheet(sheet, lists), cells: cellsOf(sheet, index) })),
      ...options,
    ],
    defaultFont: book.defaultFont,
    properties: { created: fixedDate, modified: fixedDate },
    activeSheet: Math.max(
      0,
      book.sheets.findIndex((sheet) => !sheet.hidden),
    ),
  };
}

function toWriteSheet(sheet: BookSheet, lists: Lists): WriteSheet {
  return {
    name: sheet.title,
    hidden: sheet.hidden,
    columns: Array.from(sheet.columns, (column): ColumnDef => without(column ?? {}, 'style')),
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
  return Array.from({ length: reachOf(sheet).columns }, (_, column) => {
    const { width = 9, hidden = false } = columnOf(sheet, column);
    return hidden ? 0 : width * 7 + 5;
  }).reduce((sum, pixels) => sum + pixels, 0);
}

/** The notes, which the library draws at their cells, and the looks of all cells. */
function toCells(sheet: BookSheet, before: readonly CellStyle[]): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>(lookSamples(sheet, before));
  sheet.cells.forEach((row, rowNumber) => {
    row.forEach((cell, column) => {
      if (cell?.note === undefined) return;
      cells.set(`${String(rowNumber)},${String(column)}`, { value: null, comment: { text: printable(cell.note) } });
    });
  });
  return cells;
}

type Lists = readonly (readonly string[])[];

function toDataValidation({ boxes, rule }: Validation, lists: Lists): DataValidation {
  const range = boxes.map(boxName).join(' ');
  const values = longListOf(rule);
  if (values === null) return { ...rule, range };
  const column = columnName(lists.findIndex((list) => list.join('\n') === values.join('\n')));
  return {
    ...without(rule, 'values'),
    range,
    formula1: `'${optionsSheetName}'!$${column}$1:$${column}$${String(values.length)}`,
  };
}
