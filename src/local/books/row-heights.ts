/** Heights for rows of wrapped text: the programs of an office measure them only when somebody edits the row. */
import { columnOf, type BookCell, type BookSheet } from './book';
import { lineCount } from './text-size';
import { shownText } from './xlsx/xlsx-format';

const defaultWidth = 8.4;
const defaultSize = 11;
/** Excel's largest row. */
const maximum = 409;

/** Row and height in points of each row that needs more than one plain line and was given no height. */
export function estimateRowHeights(sheet: BookSheet): Map<number, number> {
  const heights = new Map<number, number>();
  const merged = mergedWidths(sheet);
  sheet.cells.forEach((row, rowNumber) => {
    if (sheet.rows.get(rowNumber)?.height !== undefined) return;
    const own = merged.get(rowNumber);
    let height = 0;
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column];
      if (!cell) continue;
      const needed = cellHeight(cell, own?.get(column) ?? columnWidth(sheet, column));
      if (needed > height) height = needed;
    }
    if (height > 16) heights.set(rowNumber, Math.min(maximum, height));
  });
  return heights;
}

function cellHeight({ value, style }: BookCell, width: number): number {
  if (value === null) return 0;
  const size = style?.font?.size ?? defaultSize;
  const lines = style?.alignment?.wrapText === true ? lineCount(shownText(value, style.numFmt), width - 1, size) : 1;
  return Math.ceil(lines * size * 1.3 + 3);
}

/** Texts merged over columns wrap at their common width; over several rows nobody can say which row should grow. */
function mergedWidths(sheet: BookSheet): Map<number, Map<number, number>> {
  const widths = new Map<number, Map<number, number>>();
  for (const { startRow, endRow, startColumn, endColumn } of sheet.merges) {
    const columns = Array.from({ length: endColumn - startColumn }, (_, index) => startColumn + index);
    const width = columns.reduce((sum, column) => sum + columnWidth(sheet, column), 0);
    const inRow = widths.get(startRow) ?? new Map<number, number>();
    widths.set(startRow, inRow.set(startColumn, endRow - startRow === 1 ? width : Infinity));
  }
  return widths;
}

function columnWidth(sheet: BookSheet, column: number): number {
  return columnOf(sheet, column).width ?? defaultWidth;
}
