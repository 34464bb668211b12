/**
 * Cells and rows as nearly every program writes them, read without looking for tags and attributes first: a long table has a million.
 * What is written in another way is left to xlsx-cells.
 */
import type { RawCell } from './xlsx-values';
import { isAt, type XmlScan } from './xlsx-xml';

const cellStart = Buffer.from('<c r="');
const styleStart = Buffer.from(' s="');
const typeStart = Buffer.from(' t="');
const valueStart = Buffer.from('<v>');
const cellEnd = Buffer.from('</v></c>');
const rowStart = Buffer.from(' r="');
const [quote, greaterThan] = [34, 62];
/** More digits are not counted exactly. */
const mostDigits = 15;

/** Types whose value is a whole number in nearly all cells. */
const types: ReadonlyMap<number, string> = new Map(['s', 'n', 'b'].map((type) => [type.charCodeAt(0), type]));

/** Where the reading of a cell has come to. */
const cursor = { at: 0 };

/**
 * Moves behind a start tag like `<c r="D7" s="3" t="s">`, style and type or not; false where it is any other: then nothing has been
 * moved.
 */
export function openPlainCell(scan: XmlScan, cell: RawCell): boolean {
  const { bytes } = scan;
  if (!isAt(bytes, scan.at, cellStart)) return false;
  cursor.at = scan.at + cellStart.length;
  const column = readLetters(bytes);
  const row = readDigits(bytes);
  if (column < 1 || row < 1 || bytes[cursor.at] !== quote) return false;
  cursor.at += 1;
  const style = readStyle(bytes);
  const type = readType(bytes);
  // What could not be read stands there still.
  if (bytes[cursor.at] !== greaterThan) return false;
  scan.at = cursor.at + 1;
  beginCell(cell, row - 1, column - 1);
  cell.style = style;
  cell.type = type;
  return true;
}

/** The cell's style, moving behind it; −1 without one. */
function readStyle(bytes: Buffer): number {
  const { at } = cursor;
  if (!isAt(bytes, at, styleStart)) return -1;
  cursor.at = at + styleStart.length;
  const style = readDigits(bytes);
  const isRead = style >= 0 && bytes[cursor.at] === quote;
  cursor.at = isRead ? cursor.at + 1 : at;
  return style;
}

/** The cell's type, moving behind it; empty without one. */
function readType(bytes: Buffer): string {
  const { at } = cursor;
  if (!isAt(bytes, at, typeStart)) return '';
  const type = types.get(bytes[at + typeStart.length] ?? 0);
  if (type === undefined || bytes[at + typeStart.length + 1] !== quote) return '';
  cursor.at = at + typeStart.length + 2;
  return type;
}

/** Moves behind `<v>12</v></c>`, in a cell that `openPlainCell` began; false where anything else follows. */
export function closePlainCell(scan: XmlScan, cell: RawCell): boolean {
  const { bytes } = scan;
  if (!isAt(bytes, scan.at, valueStart)) return false;
  cursor.at = scan.at + valueStart.length;
  const number = readDigits(bytes);
  if (number < 0 || !isAt(bytes, cursor.at, cellEnd)) return false;
  cell.number = number;
  cell.text = '';
  scan.at = cursor.at + cellEnd.length;
  return true;
}

/** The number of a row whose tag begins with it, `<row r="7"`; −1 for any other. */
export function plainRowNumber({ bytes, attributesFrom }: XmlScan): number {
  if (!isAt(bytes, attributesFrom, rowStart)) return -1;
  cursor.at = attributesFrom + rowStart.length;
  const number = readDigits(bytes);
  return bytes[cursor.at] === quote ? number : -1;
}

/** Of a row that says no more than its number, which `plainRowNumber` has just read. */
export function isBareRow({ attributesTo }: XmlScan): boolean {
  return cursor.at + 1 === attributesTo;
}

/** The cell as nothing is known of it yet. */
export function beginCell(cell: RawCell, row: number, column: number): void {
  cell.row = row;
  cell.column = column;
  cell.style = -1;
  cell.type = '';
  cell.text = null;
  cell.isStruck = false;
  cell.number = -1;
  cell.formula = null;
}

/** The column of capital letters; 0 without any. */
function readLetters(bytes: Buffer): number {
  let column = 0;
  for (; ; cursor.at += 1) {
    const letter = (bytes[cursor.at] ?? 0) - 64;
    if (letter < 1 || letter > 26) return column;
    column = column * 26 + letter;
  }
}

/** The whole number; −1 without a digit, or with too many. */
function readDigits(bytes: Buffer): number {
  const from = cursor.at;
  let number = 0;
  let at = from;
  for (; ; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
  }
  cursor.at = at;
  return at > from && at - from <= mostDigits ? number : -1;
}
