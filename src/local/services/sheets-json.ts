/** A book as the JSON that Sheets.Spreadsheets.get answers with. */
import { parseBoxes } from '../books/a1';
import type { Book, BookCell, BookSheet, BookValue, Box } from '../books/book';
import { formatType, shownText } from '../books/xlsx/xlsx-format';

type Schema = GoogleAppsScript.Sheets.Schema.Spreadsheet;
type SheetJson = GoogleAppsScript.Sheets.Schema.Sheet;
type CellData = GoogleAppsScript.Sheets.Schema.CellData;
type GridData = GoogleAppsScript.Sheets.Schema.GridData;
type ExtendedValue = GoogleAppsScript.Sheets.Schema.ExtendedValue;

const errorTypes: Readonly<Record<string, string>> = {
  '#NULL!': 'NULL_VALUE',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#VALUE!': 'VALUE',
  '#REF!': 'REF',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#N/A': 'N_A',
};

/** What a file has no word for: every workbook here is one of an office in China. */
export const fileProperties = { timeZone: 'Asia/Shanghai', locale: 'zh_CN' } as const;

/** What is told of a cell; null where no cells are asked for. */
export type TellCell = ((cell: CellData) => CellData) | null;

/** The whole workbook, as Google tells it. Zero bounds of the data and empty fields are left out. */
export function toSpreadsheet(id: string, title: string, book: Book, tell: TellCell): Schema {
  return {
    spreadsheetId: id,
    properties: { title, ...fileProperties },
    sheets: book.sheets.map((sheet, index) => ({
      ...toSheetJson(sheet, index),
      ...(tell !== null && { data: [toGridData(sheet, tell)] }),
    })),
  };
}

/** Properties as told after addSheet and by get. */
export function toSheetProperties(sheet: BookSheet, index: number): GoogleAppsScript.Sheets.Schema.SheetProperties {
  return {
    sheetId: sheet.id,
    title: sheet.title,
    index,
    sheetType: 'GRID',
    ...(sheet.hidden && { hidden: true }),
    gridProperties: {
      rowCount: sheet.rowCount,
      columnCount: sheet.columnCount,
      ...(sheet.frozenRows > 0 && { frozenRowCount: sheet.frozenRows }),
      ...(sheet.frozenColumns > 0 && { frozenColumnCount: sheet.frozenColumns }),
    },
  };
}

function toSheetJson(sheet: BookSheet, index: number): SheetJson {
  return {
    properties: toSheetProperties(sheet, index),
    ...(sheet.merges.length > 0 && { merges: sheet.merges.map((box) => toGridRange(sheet.id, box)) }),
  };
}

function toGridRange(sheetId: number, box: Box): GoogleAppsScript.Sheets.Schema.GridRange {
  return {
    sheetId,
    startRowIndex: box.startRow,
    endRowIndex: box.endRow,
    startColumnIndex: box.startColumn,
    endColumnIndex: box.endColumn,
  };
}

function toGridData(sheet: BookSheet, tell: NonNullable<TellCell>): GridData {
  const row = rowTeller(tell);
  const told = sheet.cells.map((cells) =>
    row(
      cells,
      filledLength(cells, (cell) => (cell?.value ?? null) !== null),
    ),
  );
  const rows = told.slice(
    0,
    filledLength(told, (values) => values !== undefined && values.length > 0),
  );
  const rowData = rows.map((values) => (values.length > 0 ? { values } : {}));
  return {
    ...(rowData.length > 0 && { rowData }),
    rowMetadata: rowData.map((_, index) => hiddenBy(sheet, index)),
  };
}

/** The length without the blank end. */
function filledLength<T>(items: readonly T[], isFilled: (item: T | undefined) => boolean): number {
  let length = items.length;
  while (length > 0 && !isFilled(items[length - 1])) length -= 1;
  return length;
}

/** More numbers than a sheet repeats. */
const mostNumbers = 5000;

/** Cells that are one object, as in long tables most texts and days are, are told by one. */
function rowTeller(tell: NonNullable<TellCell>): (cells: BookSheet['cells'][number], length: number) => CellData[] {
  const made = new Map<BookCell, CellData>();
  const told = (cell: BookCell): CellData => {
    const known = made.get(cell);
    if (known !== undefined) return known;
    const data = tell(toCellData(cell));
    if (typeof cell.value !== 'number' || made.size < mostNumbers) made.set(cell, data);
    return data;
  };
  return (cells, length) => {
    // With no more room than it needs: there may be a hundred thousand.
    const values = Array<CellData>(length).fill(noCell);
    for (let column = 0; column < length; column += 1) {
      const cell = cells[column];
      if (cell !== undefined) values[column] = told(cell);
    }
    return values;
  };
}

const noCell: CellData = {};

function toCellData(cell: BookCell): CellData {
  const { value, formula, style, note } = cell;
  if (value === null) return note === undefined ? noCell : { note };
  const pattern = style?.numFmt;
  const data: CellData = { effectiveValue: toExtendedValue(value), formattedValue: shownText(value, pattern) };
  if (formula !== undefined) data.userEnteredValue = { formulaValue: `=${formula}` };
  const type = formatType(pattern);
  if (type !== null && pattern !== undefined) data.effectiveFormat = { numberFormat: { type, pattern } };
  if (style?.font?.strikethrough === true) data.userEnteredFormat = { textFormat: { strikethrough: true } };
  if (cell.struckText === true) data.textFormatRuns = [{ format: { strikethrough: true } }];
  if (note !== undefined) data.note = note;
  return data;
}

function toExtendedValue(value: Exclude<BookValue, null>): ExtendedValue {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return { errorValue: { type: errorTypes[value.error] ?? 'ERROR', message: value.error } };
}

const notHidden: GoogleAppsScript.Sheets.Schema.DimensionProperties = {};

/** The format does not tell who hid a row: inside an active filter it was the filter. */
function hiddenBy(sheet: BookSheet, row: number): GoogleAppsScript.Sheets.Schema.DimensionProperties {
  if (!(sheet.rows.get(row)?.hidden ?? false)) return notHidden;
  const [filtered] = sheet.filter?.isActive === true ? parseBoxes(sheet.filter.range) : [];
  const byFilter = filtered !== undefined && row > filtered.startRow && row < filtered.endRow;
  return byFilter ? { hiddenByFilter: true } : { hiddenByUser: true };
}
