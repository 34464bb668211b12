/** Finds the sheet and the cells a request names, and refuses what lies outside, as Google does. */
import type { Book, BookSheet, Box } from '../books/book';
import { sheetLimits } from '../books/xlsx/xlsx-values';
import { ServiceError } from './service-error';

type GridRange = GoogleAppsScript.Sheets.Schema.GridRange;

/** A request kind or option that the local services do not have. */
export function unsupported(name: string): Error {
  return new ServiceError(`本地模式不支持 ${name} (not supported in local mode)`);
}

/** Throws for any field of `value` that is not in `known`: an option must not be lost silently. */
export function onlyKnown(value: object, known: readonly string[], context: string): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) throw unsupported(`${context}.${unknown}`);
}

/** The sheet with this id (0 when none is given, as Google reads it). */
export function sheetById(book: Book, id: number | undefined): BookSheet {
  const sheet = book.sheets.find((candidate) => candidate.id === (id ?? 0));
  if (!sheet) throw new ServiceError(`没有编号为 ${String(id ?? 0)} 的工作表 (no grid with id)`);
  return sheet;
}

/** The cells of a range; missing bounds are the sheet's own. */
export function boxOf(sheet: BookSheet, range: GridRange): Box {
  const box = {
    startRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? sheet.rowCount,
    startColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? sheet.columnCount,
  };
  checkBox(sheet, box);
  return box;
}

/** As `boxOf`, but a range without an end goes on to the last row a reader takes: a file's sheet has no end of its own. */
export function openBoxOf(sheet: BookSheet, range: GridRange): Box {
  const box = boxOf(sheet, range);
  return range.endRowIndex === undefined ? { ...box, endRow: sheetLimits.rows } : box;
}

/** Throws when the box is empty or leaves the sheet. */
export function checkBox(sheet: BookSheet, box: Box): void {
  const isInside =
    box.startRow >= 0 && box.startColumn >= 0 && box.endRow <= sheet.rowCount && box.endColumn <= sheet.columnCount;
  if (!isInside || box.startRow >= box.endRow || box.startColumn >= box.endColumn) {
    const size = `${String(sheet.rowCount)}×${String(sheet.columnCount)}`;
    throw new ServiceError(
      `区域 ${JSON.stringify(box)} 超出工作表“${sheet.title}”的范围 ${size} (range exceeds grid limits)`,
    );
  }
}

/** Calls `visit` with each row and column of the box. */
export function forEachCell(box: Box, visit: (row: number, column: number) => void): void {
  for (let row = box.startRow; row < box.endRow; row += 1) {
    for (let column = box.startColumn; column < box.endColumn; column += 1) visit(row, column);
  }
}
