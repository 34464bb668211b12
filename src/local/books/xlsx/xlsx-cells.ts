/** Reads the cells of a sheet, one after the other, in the bytes of its XML. */
import { Refusal } from '../../../core/base/refusal';
import { setCell, type BookSheet } from '../book';
import { damagedText } from './xlsx-guard';
import { makeCell } from './xlsx-made-cells';
import { damagedCellText, sheetLimits, tooLargeText, type CellSources, type RawCell } from './xlsx-values';
import { beginCell, closePlainCell, isBareRow, openPlainCell, plainRowNumber } from './xlsx-plain-cells';
import { isOwn, skipElement, type Own } from './xlsx-elements';
import { noRuns, readRuns } from './xlsx-texts';
import {
  xmlAttribute,
  nameCode,
  nextAttribute,
  nextTag,
  xmlText,
  readWholeNumber,
  wholeNumber,
  XmlError,
  type ShortAttribute,
  type XmlScan,
} from './xlsx-xml';

/** So many blank rows below the last value are kept, for those who fill them in. */
const keptRows = 2000;
const endMark = 'sheetData>';

const tags = {
  row: nameCode('row'),
  cell: nameCode('c'),
  value: nameCode('v'),
  formula: nameCode('f'),
  inline: nameCode('is'),
  data: nameCode('sheetData'),
  extension: nameCode('extLst'),
};
const letters = { r: 114, s: 115, t: 116 };
const oneLetterTypes = Array.from({ length: 128 }, (_, code) =>
  'snbed'.includes(String.fromCharCode(code)) ? String.fromCharCode(code) : undefined,
);
/** Of these the value is no number. */
const textTypes: ReadonlySet<string> = new Set(['str', 'inlineStr', 'e', 'd']);

/** What is known on the way through the cells. */
interface Walk {
  readonly scan: XmlScan;
  readonly own: Own;
  /** The prefix of the element that holds the rows, which nearly every tag shares. */
  readonly prefix: number;
  readonly sheet: BookSheet;
  readonly sources: CellSources;
  readonly cell: RawCell;
  readonly blank: BlankRows;
  isInCell: boolean;
}

/** Fills the sheet from its XML, the scan standing behind `<sheetData>`; moves behind its end. */
export function readCells(scan: XmlScan, own: Own, sheet: BookSheet, sources: CellSources): void {
  const blank: BlankRows = { rows: 0, asked: 0 };
  const walk: Walk = { scan, own, prefix: scan.prefix, sheet, sources, cell: noCell(), blank, isInCell: false };
  for (;;) {
    if (readPlainCell(walk)) continue;
    if (!nextTag(scan)) throw new XmlError('the cells do not end');
    if (!takeTag(walk)) return;
  }
}

/** Reads a cell that is written as usual, or the start tag of one whose value is not; false where something else stands. */
function readPlainCell(walk: Walk): boolean {
  const { scan, cell } = walk;
  if (walk.isInCell || walk.prefix !== 0 || !openPlainCell(scan, cell)) return false;
  if (closePlainCell(scan, cell)) endCell(walk);
  else walk.isInCell = true;
  return true;
}

/** Takes the tag that was just met; false at the end of all cells. */
function takeTag(walk: Walk): boolean {
  const { scan, cell, isInCell } = walk;
  const { name, opens, closes } = scan;
  if (opens && isForeign(walk)) {
    skipElement(scan);
  } else if (name === tags.cell) {
    beginOrEnd(scan, cell, isInCell);
    walk.isInCell = !closes;
    if (closes) endCell(walk);
  } else if (isInCell) {
    if (opens) readPart(scan, cell);
  } else if (name === tags.row) {
    if (opens) beginRow(walk);
  } else if (name === tags.data) {
    return false;
  }
  return true;
}

function endCell({ sheet, cell, sources, blank }: Walk): void {
  if (keepCell(sheet, cell, sources)) blank.rows = 0;
}

/** Extensions, and elements of another namespace than the cells': their values are no cells'. */
function isForeign({ scan, own, prefix }: Walk): boolean {
  return scan.name === tags.extension || (scan.prefix !== prefix && !isOwn(scan, own));
}

function noCell(): RawCell {
  return { row: -1, column: -1, style: -1, type: '', text: null, isStruck: false, number: -1, formula: null };
}

function beginOrEnd(scan: XmlScan, cell: RawCell, isInCell: boolean): void {
  if (scan.opens === isInCell) throw new XmlError('a cell that does not end, or did not begin');
  if (scan.opens) openCell(scan, cell);
}

/** Where only blank rows are left, the scan moves to their end. */
function beginRow({ scan, blank, cell, sheet, sources }: Walk): void {
  if (isBlankTail(scan, blank)) scan.at = scan.bytes.lastIndexOf('<', scan.bytes.indexOf(endMark, scan.at));
  else openRow(scan, cell, sheet, sources);
}

/**
 * Whether only blank rows follow that are too many to keep: people format whole columns down to the last line. Asked a few
 * times at most, for each asking may look through the whole file.
 */
function isBlankTail(scan: XmlScan, blank: BlankRows): boolean {
  blank.rows += 1;
  if (blank.rows < keptRows || blank.asked >= 3) return false;
  blank.rows = 0;
  blank.asked += 1;
  return ['v>', 'is>', 'f>', '<f '].every((mark) => scan.bytes.indexOf(mark, scan.at) < 0 || isBehindCells(scan, mark));
}

/** The mark is met behind the end of the cells only. */
function isBehindCells({ bytes, at }: XmlScan, mark: string): boolean {
  return bytes.indexOf(mark, at) > bytes.indexOf(endMark, at);
}

/** Rows without content since the last that had some, and how often was looked for more. */
interface BlankRows {
  rows: number;
  asked: number;
}

function openRow(scan: XmlScan, cell: RawCell, sheet: BookSheet, sources: CellSources): void {
  const plain = plainRowNumber(scan);
  const attributes = plain > 0 && isBareRow(scan) ? '' : attributesText(scan);
  const number = plain > 0 ? plain : writtenRowNumber(attributes, cell.row + 2);
  if (number < 1) throw new XmlError('a row without a number');
  demandFirst(sheet, number, sources);
  cell.row = number - 1;
  cell.column = -1;
  if (cell.row >= sheetLimits.rows || !/hidden|customHeight/u.test(attributes)) return;
  const height = isXmlTrue(xmlAttribute(scan, 'customHeight')) ? Number(xmlAttribute(scan, 'ht')) : 0;
  const hidden = isXmlTrue(xmlAttribute(scan, 'hidden'));
  if (height > 0 || hidden) sheet.rows.set(cell.row, { ...(height > 0 && { height }), ...(hidden && { hidden }) });
}

function attributesText({ bytes, attributesFrom, attributesTo }: XmlScan): string {
  return bytes.toString('latin1', attributesFrom, attributesTo);
}

function writtenRowNumber(attributes: string, next: number): number {
  return Number(/\sr\s*=\s*["'](\d+)/u.exec(attributes)?.[1] ?? next);
}

/** Programs do not agree on which of two rows of one number holds. */
function demandFirst({ title, cells }: BookSheet, row: number, { workbook }: CellSources): void {
  if ((cells[row - 1]?.length ?? 0) > 0)
    throw new Refusal(damagedText(workbook, `${title} 第${String(row)}行写了两次`));
}

export function isXmlTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

const found: ShortAttribute = { name: 0, from: 0, to: 0 };

function openCell(scan: XmlScan, cell: RawCell): void {
  const { bytes } = scan;
  beginCell(cell, cell.row, cell.column + 1);
  for (let at = scan.attributesFrom; nextAttribute(scan, at, found); at = found.to + 1) {
    if (found.name === letters.r) readName(bytes, found.from, found.to, cell);
    else if (found.name === letters.s) cell.style = wholeNumber(bytes, found.from, found.to);
    else if (found.name === letters.t) cell.type = typeOf(bytes, found.from, found.to);
  }
}

/** Nearly all cells with a type name it by one letter. */
function typeOf(bytes: Buffer, from: number, to: number): string {
  const known = to - from === 1 ? oneLetterTypes[bytes[from] ?? 0] : undefined;
  return known ?? bytes.toString('latin1', from, to);
}

/** The cell's row and column from its name: `XFD1048576`. */
function readName(bytes: Buffer, from: number, to: number, cell: RawCell): void {
  let at = from;
  let column = 0;
  for (; at < to; at += 1) {
    const letter = (bytes[at] ?? 0) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const row = wholeNumber(bytes, at, to);
  if (column < 1 || !(row >= 1)) throw new XmlError('a cell without a name');
  cell.row = row - 1;
  cell.column = column - 1;
}

function readPart(scan: XmlScan, cell: RawCell): void {
  const isEmpty = scan.closes;
  if (scan.name === tags.value) {
    // A text of digits keeps its zeros.
    cell.number = isEmpty || textTypes.has(cell.type) ? -1 : readWholeNumber(scan);
    cell.text = isEmpty || cell.number >= 0 ? '' : xmlText(scan);
  } else if (scan.name === tags.inline) {
    const { text, isStruck } = isEmpty ? noRuns : readRuns(scan, tags.inline);
    cell.text = text;
    cell.isStruck = isStruck;
  } else if (scan.name === tags.formula) {
    cell.formula = isEmpty ? '' : xmlText(scan);
  }
}

/** Puts the cell into the sheet; true where it has content. A formula without a text is one too: it shares that of another cell. */
function keepCell(sheet: BookSheet, cell: RawCell, sources: CellSources): boolean {
  const { row, column } = cell;
  const made = makeCell(sheet, cell, sources);
  const isBlank = made.value === null;
  if (isBlank ? !keepsBlank(cell, sources) : !fits(sheet, cell, sources)) return false;
  if (sheet.cells[row]?.[column] !== undefined) {
    throw new Refusal(damagedCellText(sheet, cell, sources, '写了两次'));
  }
  setCell(sheet, row, column, made);
  return !isBlank;
}

/** A blank cell is worth keeping for its look, as long as there are not too many. */
function keepsBlank(cell: RawCell, { left }: CellSources): boolean {
  if (cell.style < 0 || left.blanks <= 0 || isOutside(cell)) return false;
  left.blanks -= 1;
  return true;
}

/** Rows are counted up to their last cell: what is between takes place too. */
function fits(sheet: BookSheet, cell: RawCell, sources: CellSources): true {
  sources.left.cells -= Math.max(1, cell.column + 1 - (sheet.cells[cell.row]?.length ?? 0));
  if (isOutside(cell) || sources.left.cells < 0) throw new Refusal(tooLargeText(sheet, cell, sources));
  return true;
}

function isOutside({ row, column }: RawCell): boolean {
  return row >= sheetLimits.rows || column >= sheetLimits.columns;
}
