/** The requests that write cells: updateCells and repeatCell. */
import {
  cellOrBlank,
  columnOf,
  setCell,
  without,
  type BookCell,
  type BookSheet,
  type BookValue,
  type Box,
  type CellStyle,
} from '../books/book';
import { maskPaths, parseFieldMask } from './field-mask';
import { ServiceError } from './service-error';
import { formatChange } from './sheets-format';
import { boxOf, checkBox, forEachCell, unsupported } from './sheets-grid';
import { setValidation, toRule } from './sheets-rules';

type CellData = GoogleAppsScript.Sheets.Schema.CellData;
type ExtendedValue = GoogleAppsScript.Sheets.Schema.ExtendedValue;
type UpdateCells = GoogleAppsScript.Sheets.Schema.UpdateCellsRequest;
type RepeatCell = GoogleAppsScript.Sheets.Schema.RepeatCellRequest;
type CellFormat = GoogleAppsScript.Sheets.Schema.CellFormat;
type LookChange = (style: CellStyle) => CellStyle;
type Change = (sheet: BookSheet, row: number, column: number) => void;

const plain: NonNullable<BookCell['style']> = {};
const noFormat: CellFormat = {};
const cellFields = ['userEnteredValue', 'userEnteredFormat', 'note', 'dataValidation'];

/** Writes rows of cells from `start`, or into `range`, whose cells beyond the given rows are cleared. */
export function updateCells(sheet: BookSheet, request: UpdateCells): void {
  const paths = fieldPaths(request.fields);
  const rows = request.rows ?? [];
  const { rowIndex: startRow = 0, columnIndex: startColumn = 0 } = request.start ?? {};
  const width = Math.max(0, ...rows.map((row) => row.values?.length ?? 0));
  if (!request.range && (rows.length === 0 || width === 0)) return;
  const box = request.range
    ? boxOf(sheet, request.range)
    : { startRow, endRow: startRow + rows.length, startColumn, endColumn: startColumn + width };
  checkBox(sheet, box);
  const change = cellChanges(paths);
  forEachCell(box, (row, column) => {
    const given = rows[row - box.startRow]?.values?.[column - box.startColumn];
    // From a start only the cells that are given are written; a row may be shorter than its neighbours.
    if (given !== undefined || request.range) change(given ?? {})(sheet, row, column);
  });
}

/** Writes the same cell everywhere in the range. Looks of a range without an end are those of its columns. */
export function repeatCell(sheet: BookSheet, request: RepeatCell): void {
  const { range = {}, cell = {} } = request;
  const paths = fieldPaths(request.fields);
  const box = boxOf(sheet, range);
  const isLook = paths.every((path) => path.startsWith('userEnteredFormat'));
  const isEndless = isLook && range.startRowIndex !== undefined && range.endRowIndex === undefined;
  const change = cellChanges(paths)(cell);
  forEachCell(isEndless ? { ...box, endRow: Math.max(box.startRow, sheet.cells.length) } : box, (row, column) => {
    change(sheet, row, column);
  });
  if (isEndless) styleColumns(sheet, box, formatChange(paths.map(belowFormat), cell.userEnteredFormat ?? {}));
}

/** Cells above the box stay as they are: they must be there, or they would look as the column does from now on. */
function styleColumns(sheet: BookSheet, box: Box, change: (style: CellStyle) => CellStyle): void {
  forEachCell({ ...box, startRow: 0, endRow: box.startRow }, (row, column) => {
    const cell = cellOrBlank(sheet, row, column);
    setCell(sheet, row, column, { ...cell, style: { protection: { locked: true }, ...cell.style } });
  });
  for (let column = box.startColumn; column < box.endColumn; column += 1) {
    const old = columnOf(sheet, column);
    sheet.columns[column] = { ...old, style: change(old.style ?? plain) };
  }
}

function belowFormat(path: string): string {
  return path.replace(/^userEnteredFormat\.?/u, '');
}

/** What data of a cell do to it. */
function cellChanges(paths: readonly string[]): (data: CellData) => Change {
  const below = paths.filter((path) => path.startsWith('userEnteredFormat')).map(belowFormat);
  const setsValue = paths.some((path) => path.startsWith('userEnteredValue'));
  const [setsNote, setsRule] = [paths.includes('note'), paths.includes('dataValidation')];
  const lookChange = lookChanges(below);
  return (data) => {
    const value = toValue(data.userEnteredValue ?? {});
    const look = below.length > 0 ? lookChange(data.userEnteredFormat ?? noFormat) : null;
    const isAll = setsValue && !setsRule && (!setsNote || isNoNote(data.note));
    const made = isAll ? (look ? { value, style: look(plain) } : { value }) : null;
    return (sheet, row, column) => {
      if (made !== null && isUntouched(sheet, row, column)) {
        setCell(sheet, row, column, made);
        return;
      }
      if (setsRule) setValidation(sheet, oneCell(row, column), toRule(data.dataValidation));
      const old = cellOrBlank(sheet, row, column);
      const valued = setsValue ? { ...without(old, 'formula'), value } : old;
      const looked = look ? withLook(valued, look(valued.style ?? plain)) : valued;
      setCell(sheet, row, column, setsNote ? withNote(looked, data.note) : looked);
    };
  };
}

/** Most cells of a large sheet are written where nothing was. */
function isUntouched(sheet: BookSheet, row: number, column: number): boolean {
  return sheet.cells[row]?.[column] === undefined && columnOf(sheet, column).style === undefined;
}

/** By the paths that are changed and the format as JSON. */
const alike = new Map<string, LookChange>();
/** Formats are the program's own, and few: beyond that somebody makes them up. */
const mostAlike = 1000;

/** The same few formats come with thousands of cells and in hundreds of requests, as one object or as its likes: each is understood once. */
function lookChanges(below: readonly string[]): (format: CellFormat) => LookChange {
  const known = new WeakMap<CellFormat, LookChange>();
  return (format) => {
    const met = known.get(format);
    if (met) return met;
    const kind = JSON.stringify([below, format]);
    const change = alike.get(kind) ?? formatChange(below, format);
    if (alike.size < mostAlike) alike.set(kind, change);
    known.set(format, change);
    return change;
  };
}

function fieldPaths(fields: string | undefined): string[] {
  if (fields === undefined || fields === '') throw new ServiceError('更新请求缺少 fields (fields is required)');
  const paths = maskPaths(parseFieldMask(fields)).flatMap((path) => (path === '*' ? cellFields : [path]));
  const unknown = paths.find((path) => !cellFields.includes(path.replace(/\.[\s\S]*$/u, '')));
  if (unknown !== undefined) throw unsupported(`updateCells fields ${unknown}`);
  return paths;
}

function toValue(value: ExtendedValue): BookValue {
  if (value.numberValue !== undefined && !Number.isFinite(value.numberValue)) {
    throw new ServiceError(`数值无效 (invalid number): ${String(value.numberValue)}`);
  }
  return value.stringValue ?? value.numberValue ?? value.boolValue ?? null;
}

function isNoNote(note: string | undefined): boolean {
  return note === undefined || note === '';
}

function withNote(cell: BookCell, note: string | undefined): BookCell {
  return note === undefined || note === '' ? without(cell, 'note') : { ...cell, note };
}

/** Most cells hold a value and nothing else: these are all of one kind, where what is added to a copy makes a kind of each. */
function withLook(cell: BookCell, style: CellStyle): BookCell {
  const { value, formula, struckText, note } = cell;
  const isPlain = formula === undefined && struckText === undefined && note === undefined;
  return isPlain ? { value, style } : { ...cell, style };
}

function oneCell(row: number, column: number): Box {
  return { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
}
