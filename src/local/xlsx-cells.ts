/** Reads the cells of a sheet: values as they stand, each refusal with its place. */
import { cellName } from './a1';
import { setCell, type BookCell, type BookSheet, type BookValue } from './book';
import { damagedText } from './xlsx-guard';
import { readRuns } from './xlsx-texts';
import {
  cellText,
  findAttributes,
  nameCode,
  nextAttribute,
  nextTag,
  readText,
  readWholeNumber,
  wholeNumber,
  XmlError,
  type ShortAttribute,
  type XmlScan,
} from './xlsx-xml';

/** What cells refer to, and how many more of them the workbook may hold. */
export interface CellSources {
  /** The file's name as people see it. */
  readonly workbook: string;
  readonly texts: readonly string[];
  readonly styles: readonly CellFormat[];
  readonly from1904: boolean;
  readonly left: { cells: number; blanks: number };
}

/** What a number in a cell of this style means. */
export interface CellFormat {
  /** Undefined for the plain one. */
  readonly style: BookCell['style'];
  readonly isDate: boolean;
}

/** A hundred thousand rows below titles and headers; no sheet of an office comes near. */
export const sheetLimits = { rows: 120_000, columns: 500, merges: 20_000, textLength: 32_767 } as const;
/** Cells of a workbook with content, and blank ones whose look is worth keeping. */
export const cellLimits = { cells: 1_200_000, blanks: 100_000 } as const;

/** So many bytes of blank rows below the last value are kept, for those who fill them in. */
const keptTail = 100_000;
const endMark = 'sheetData>';

const tags = {
  row: nameCode('row'),
  cell: nameCode('c'),
  value: nameCode('v'),
  formula: nameCode('f'),
  inline: nameCode('is'),
  data: nameCode('sheetData'),
};
const letters = { r: 114, s: 115, t: 116 };
const oneLetterTypes: Readonly<Record<number, string>> = { 115: 's', 110: 'n', 98: 'b', 101: 'e', 100: 'd' };
/** `1904-01-01` counted from 1900. */
const days1904 = 1462;

/** A cell as it is met, before its meaning is known. */
interface RawCell {
  row: number;
  column: number;
  style: number;
  type: string;
  text: string | null;
  /** The value where it was a plain whole number; −1 otherwise. */
  number: number;
  formula: string | null;
}

/** Fills the sheet from its XML, the scan standing behind `<sheetData>`; moves behind its end. */
export function readCells(scan: XmlScan, sheet: BookSheet, sources: CellSources): void {
  const cell: RawCell = { row: -1, column: -1, style: -1, type: '', text: null, number: -1, formula: null };
  let isInCell = false;
  const blankFrom = blankTail(scan.bytes);
  while (nextTag(scan)) {
    const { name, opens, closes } = scan;
    if (name === tags.cell) {
      if (opens) openCell(scan, cell);
      else if (!isInCell) throw new XmlError('a cell ends that did not begin');
      isInCell = !closes;
      if (closes) keepCell(sheet, cell, sources);
    } else if (isInCell) {
      if (opens) readPart(scan, cell);
    } else if (name === tags.row && opens) {
      // People format whole columns down to the last line.
      if (scan.at > blankFrom) scan.at = endOfCells(scan.bytes, scan.at);
      else openRow(scan, cell, sheet);
    } else if (name === tags.data) {
      return;
    }
  }
  throw new XmlError('the cells do not end');
}

/** Where blank formatted rows begin that are too many to keep; behind the end where there are none. */
function blankTail(bytes: Buffer): number {
  const lastContent = Math.max(...['v>', 'is>', 'f>', '<f'].map((mark) => bytes.lastIndexOf(mark)), 0);
  const from = lastContent + keptTail;
  return from < bytes.lastIndexOf(endMark) ? from : bytes.length;
}

function endOfCells(bytes: Buffer, from: number): number {
  return bytes.lastIndexOf('<', bytes.indexOf(endMark, from));
}

function openRow(scan: XmlScan, cell: RawCell, sheet: BookSheet): void {
  const attributes = new Map(findAttributes(scan));
  const number = Number(attributes.get('r') ?? cell.row + 2);
  if (!Number.isInteger(number) || number < 1) throw new XmlError('a row without a number');
  cell.row = number - 1;
  cell.column = -1;
  const height = isTrue(attributes.get('customHeight')) ? Number(attributes.get('ht')) : 0;
  const hidden = isTrue(attributes.get('hidden'));
  if ((height > 0 || hidden) && cell.row < sheetLimits.rows) {
    sheet.rows.set(cell.row, { ...(height > 0 && { height }), ...(hidden && { hidden }) });
  }
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

const found: ShortAttribute = { name: 0, from: 0, to: 0 };

function openCell(scan: XmlScan, cell: RawCell): void {
  const { bytes } = scan;
  cell.column += 1;
  cell.style = -1;
  cell.type = '';
  cell.text = null;
  cell.number = -1;
  cell.formula = null;
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
    cell.number = isEmpty || /^(?:str|inlineStr|e|d)$/u.test(cell.type) ? -1 : readWholeNumber(scan);
    cell.text = isEmpty || cell.number >= 0 ? '' : readText(scan);
  } else if (scan.name === tags.inline) {
    cell.text = isEmpty ? '' : readRuns(scan, tags.inline);
  } else if (scan.name === tags.formula) {
    cell.formula = isEmpty ? '' : readText(scan);
  }
}

/** A formula without a text is one too: it shares that of another cell. */
function keepCell(sheet: BookSheet, cell: RawCell, sources: CellSources): void {
  const { left } = sources;
  const value = valueOf(sheet, cell, sources);
  const isBlank = value === null && cell.formula === null;
  if (isBlank && (cell.style < 0 || left.blanks <= 0 || isOutside(cell))) return;
  if (isBlank) left.blanks -= 1;
  else left.cells -= Math.max(1, cell.column + 1 - (sheet.cells[cell.row]?.length ?? 0));
  if (!isBlank && (isOutside(cell) || left.cells < 0)) throw new Error(tooLargeText(sheet, cell, sources));
  const known = sheet.cells[cell.row]?.[cell.column];
  if (known !== undefined) throw new Error(damaged(sheet, cell, sources, '写了两次'));
  setCell(sheet, cell.row, cell.column, toCell(cell, value, sources));
}

function isOutside({ row, column }: RawCell): boolean {
  return row >= sheetLimits.rows || column >= sheetLimits.columns;
}

function toCell(cell: RawCell, value: BookValue, { styles }: CellSources): BookCell {
  const format = styles[cell.style];
  const style = cell.type === 'd' && format?.isDate !== true ? isoStyle(cell.text ?? '') : format?.style;
  if (cell.formula !== null && cell.formula !== '') return { value, formula: cell.formula, ...(style && { style }) };
  return style === undefined ? { value } : { value, style };
}

function valueOf(sheet: BookSheet, cell: RawCell, sources: CellSources): BookValue {
  const value = typedValue(sheet, cell, sources);
  // A formula that no program has calculated since it was written has no value at all.
  if (value === null && cell.formula !== null) return { error: 'Loading...' };
  return value === 'Loading...' ? { error: value } : value;
}

function typedValue(sheet: BookSheet, cell: RawCell, sources: CellSources): BookValue {
  const { text } = cell;
  if (text === null) return null;
  switch (cell.type) {
    case 's':
      return sharedText(sheet, cell, sources);
    case 'inlineStr':
    case 'str': {
      const plain = cell.type === 'str' ? cellText(text) : text;
      if (plain.length > sheetLimits.textLength) throw new Error(longTextText(sheet, cell, sources));
      return plain === '' && cell.formula === null ? null : plain;
    }
    case 'b':
      return cell.number < 0 ? text.trim().toLowerCase() === 'true' : cell.number !== 0;
    case 'e':
      return { error: text.trim() };
    case 'd':
      return isoSerial(text) ?? text;
    default:
      return numberOf(cell, text, sources);
  }
}

function sharedText(sheet: BookSheet, cell: RawCell, sources: CellSources): BookValue {
  if (cell.number < 0 && cell.text?.trim() === '') return null;
  const found = sources.texts[cell.number];
  if (found === undefined) throw new Error(damaged(sheet, cell, sources, '的内容在文件里找不到'));
  if (found.length > sheetLimits.textLength) throw new Error(longTextText(sheet, cell, sources));
  return found === '' ? null : found;
}

/** What is no number is kept as the text it is. */
function numberOf(cell: RawCell, text: string, { styles, from1904 }: CellSources): BookValue {
  const typed = text.trim();
  if (cell.number < 0 && typed === '') return null;
  const value = cell.number >= 0 ? cell.number : /^[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?$/iu.test(typed) ? Number(typed) : NaN;
  if (!Number.isFinite(value)) return text;
  return from1904 && styles[cell.style]?.isDate === true ? value + days1904 : value;
}

const isoShape = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/u;

/** Strict files may write dates as ISO 8601: the serial day number; null for another text. */
function isoSerial(text: string): number | null {
  const match = isoShape.exec(text.trim());
  if (!match || text.trim() === '') return null;
  const [, year, month, day, hours = 0, minutes = 0, seconds = 0] = match;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return time;
  return (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)) / 86_400_000 + time;
}

function isoStyle(text: string): BookCell['style'] {
  const [hasDay, hasTime] = [text.includes('-'), /:\d\d/u.test(text) && !/T00:00(?::00(?:\.0+)?)?Z?$/u.test(text.trim())];
  return { numFmt: [hasDay ? 'yyyy-mm-dd' : '', hasTime ? 'hh:mm:ss' : ''].join(' ').trim() };
}

function placeOf(sheet: BookSheet, cell: RawCell): string {
  return `${sheet.title}!${cellName(cell.row, cell.column)}`;
}

function damaged(sheet: BookSheet, cell: RawCell, { workbook }: CellSources, what: string): string {
  return damagedText(workbook, `${placeOf(sheet, cell)} ${what}`);
}

function tooLargeText(sheet: BookSheet, cell: RawCell, { workbook }: CellSources): string {
  const most = `每张表最多 ${String(sheetLimits.rows)} 行、${String(sheetLimits.columns)} 列，全部工作表最多 ${String(cellLimits.cells)} 格`;
  return `${workbook} 的数据占了过大的区域（到 ${placeOf(sheet, cell)}），没有读取，${most}，请删除表格远处的多余内容后再试`;
}

function longTextText(sheet: BookSheet, cell: RawCell, { workbook }: CellSources): string {
  const most = String(sheetLimits.textLength);
  return `${workbook} 的 ${placeOf(sheet, cell)} 里文字超过 ${most} 个字符，没有读取，请缩短后再试`;
}
