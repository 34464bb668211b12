/** Ranges of spreadsheets: `B3` and `A1:C9` to boxes and back. */
import { cellName } from '../../core/base/place';
import type { Box } from './book';

/** `A1:C9`, or `A1` for a single cell. */
export function boxName(box: Box): string {
  const first = cellName(box.startRow, box.startColumn);
  const last = cellName(box.endRow - 1, box.endColumn - 1);
  return first === last ? first : `${first}:${last}`;
}

/** The boxes of a space-separated list of ranges (`A1:B2 D4`); parts that are no ranges are left out. */
export function parseBoxes(text: string): Box[] {
  return text.split(/\s+/u).flatMap((part) => {
    const match = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/u.exec(part.toUpperCase());
    if (!match) return [];
    const [, firstColumn = '', firstRow = '', lastColumn = firstColumn, lastRow = firstRow] = match;
    return [
      {
        startRow: Number(firstRow) - 1,
        endRow: Number(lastRow),
        startColumn: columnNumber(firstColumn),
        endColumn: columnNumber(lastColumn) + 1,
      },
    ];
  });
}

/** What is left of `box` when `hole` is cut out: up to four boxes. */
export function subtractBox(box: Box, hole: Box): Box[] {
  const top = Math.max(box.startRow, hole.startRow);
  const bottom = Math.min(box.endRow, hole.endRow);
  const left = Math.max(box.startColumn, hole.startColumn);
  const right = Math.min(box.endColumn, hole.endColumn);
  if (top >= bottom || left >= right) return [box];
  const pieces: Box[] = [
    { ...box, endRow: top },
    { ...box, startRow: bottom },
    { startRow: top, endRow: bottom, startColumn: box.startColumn, endColumn: left },
    { startRow: top, endRow: bottom, startColumn: right, endColumn: box.endColumn },
  ];
  return pieces.filter((piece) => piece.startRow < piece.endRow && piece.startColumn < piece.endColumn);
}

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
