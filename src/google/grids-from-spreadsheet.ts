/** From the Sheets service's JSON of a workbook to grids. */
import type { Cell, FormatMeaning, Grid, Merge } from '../core/base/grid';
import { textLimits, tooLong } from '../core/base/limits';
import { withoutCovered } from './shown/covered-cells';
import { formatMeaning } from './shown/format-meaning';

type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;
type Sheet = GoogleAppsScript.Sheets.Schema.Sheet;
type GridData = GoogleAppsScript.Sheets.Schema.GridData;
type CellData = GoogleAppsScript.Sheets.Schema.CellData;
type NumberFormat = GoogleAppsScript.Sheets.Schema.NumberFormat;

const cellFields =
  'data(startRow,startColumn,rowMetadata(hiddenByUser,hiddenByFilter),' +
  'rowData(values(effectiveValue,formattedValue,effectiveFormat(numberFormat),userEnteredValue(formulaValue),' +
  // What a person struck through; effectiveFormat would tell of rules that strike what is done, too.
  'userEnteredFormat(textFormat(strikethrough)),textFormatRuns(format(strikethrough))))))';

/** The parts of a workbook that a grid needs: ask for no more. */
export const gridFields = gridFieldsWith('');

/** The same, and more of the sheets' properties. */
export function gridFieldsWith(properties: string): string {
  return `properties(timeZone),sheets(properties(sheetId,title,index,hidden${properties}),merges,${cellFields}`;
}

/** One grid a sheet, in the order of the tabs. `workbook` is the file name people see. */
export function gridsFromSpreadsheet(spreadsheet: Spreadsheet, workbook: string): Grid[] {
  return (spreadsheet.sheets ?? []).map((sheet) => gridFromSheet(sheet, workbook));
}

/** Whether any cell holds a formula, whatever it shows. */
export function hasFormulas({ sheets = [] }: Spreadsheet): boolean {
  const cells = sheets.flatMap(({ data = [] }) => data.flatMap(({ rowData = [] }) => rowData));
  return cells.some(({ values = [] }) => values.some((cell) => cell.userEnteredValue?.formulaValue !== undefined));
}

function gridFromSheet(sheet: Sheet, workbook: string): Grid {
  const { title = '', hidden = false } = sheet.properties ?? {};
  const data = sheet.data?.[0] ?? {};
  const merges = (sheet.merges ?? []).map(mergeFromRange);
  const grid = { workbook, sheet: title, hidden, rows: rowsFromData(data), merges, hiddenRows: hiddenRows(data) };
  return withoutCovered(grid);
}

/** Rows and cells at their numbers in the sheet, whatever the block starts with. */
function rowsFromData({ startRow = 0, startColumn = 0, rowData = [] }: GridData): Grid['rows'] {
  const above: (Cell | undefined)[][] = Array.from({ length: startRow }, () => []);
  const left: (Cell | undefined)[] = Array<undefined>(startColumn).fill(undefined);
  const made = new Map<CellData, Cell | undefined>();
  const rows = rowData.map(({ values = [] }) => {
    const cells = values.map((data) => sharedCell(data, made));
    return startColumn === 0 ? cells : left.concat(cells);
  });
  return startRow === 0 ? rows : above.concat(rows);
}

/** More cells than a sheet repeats. */
const remembered = 5000;

/** Where the same object stands for many cells, as a folder's workbooks give it, one cell does too: there may be a million. */
function sharedCell(data: CellData, made: Map<CellData, Cell | undefined>): Cell | undefined {
  const known = made.get(data);
  if (known !== undefined) return known;
  const cell = cellFromData(data);
  if (made.size < remembered) made.set(data, cell);
  return cell;
}

function hiddenRows({ startRow = 0, rowMetadata = [] }: GridData): number[] {
  return rowMetadata.flatMap(({ hiddenByUser, hiddenByFilter }, index) =>
    hiddenByUser === true || hiddenByFilter === true ? [startRow + index] : [],
  );
}

function mergeFromRange(range: GoogleAppsScript.Sheets.Schema.GridRange): Merge {
  return {
    startRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? 0,
    startColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? 0,
  };
}

function cellFromData(data: CellData): Cell | undefined {
  const cell = plainCell(data);
  if (cell === undefined) return undefined;
  const isFormula = data.userEnteredValue?.formulaValue !== undefined;
  if (!isFormula) return isStruck(data) ? { ...cell, isStruck: true } : cell;
  return { ...cell, ...(isStruck(data) && { isStruck: true }), isFormula };
}

/** Neither a text nor a format of that length is looked at. */
const overlong: Cell = { kind: 'error', value: tooLong, shown: tooLong };

function plainCell(data: CellData): Cell | undefined {
  const value = data.effectiveValue;
  if (value === undefined) return undefined;
  const shown = data.formattedValue ?? '';
  if (shown.length > textLimits.cell) return overlong;
  if (value.errorValue !== undefined) return { kind: 'error', value: shown, shown };
  if (value.numberValue !== undefined) return numberCell(value.numberValue, shown, data.effectiveFormat?.numberFormat);
  if (value.boolValue !== undefined) return { kind: 'bool', value: value.boolValue, shown };
  const text = value.stringValue ?? '';
  if (text.length > textLimits.cell) return overlong;
  return text === '' ? undefined : { kind: 'text', value: text, shown: shown === '' ? text : shown };
}

function numberCell(value: number, shown: string, { type, pattern = '' }: NumberFormat = {}): Cell {
  if (pattern.length > textLimits.formatCode) return overlong;
  const kind = numberKind(type);
  if (pattern === '' || kind === 'percent') return { kind, value, shown };
  const format = formatMeaning(pattern, value, kind);
  return isPlain(format) ? { kind, value, shown } : { kind, value, shown, format };
}

function isPlain({ unit, scale, shows }: FormatMeaning): boolean {
  return unit === undefined && scale === undefined && shows === undefined;
}

/** The whole cell, or a part of its text. */
function isStruck({ userEnteredFormat, textFormatRuns }: CellData): boolean {
  if (userEnteredFormat?.textFormat?.strikethrough === true) return true;
  return textFormatRuns?.some(({ format }) => format?.strikethrough === true) === true;
}

function numberKind(format: string | undefined): 'date' | 'percent' | 'number' {
  if (format === 'DATE' || format === 'DATE_TIME') return 'date';
  return format === 'PERCENT' ? 'percent' : 'number';
}
