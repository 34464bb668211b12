/** What the cells of a sheet say: from their type and text to a value, each refusal with its place. */
import { textLimits, tooLong } from '../../../core/base/limits';
import { Refusal } from '../../../core/base/refusal';
import { cellName } from '../../../core/base/place';
import type { BookCell, BookSheet, BookValue } from '../book';
import { damagedText } from './xlsx-guard';
import type { TextTable } from './xlsx-texts';
import { writtenText } from './xlsx-xml';

/** What cells refer to, and how many more of them the workbook may hold. */
export interface CellSources {
  /** The file's name as people see it. */
  readonly workbook: string;
  readonly shared: TextTable;
  readonly styles: readonly CellFormat[];
  readonly from1904: boolean;
  readonly left: { cells: number; blanks: number };
  /** Cells of shared texts made before, by style and text. */
  readonly texts: Map<number, BookCell>;
  /** Those of whole numbers, by style and number. */
  readonly numbers: Map<number, BookCell>;
}

/** What a number in a cell of this style means. */
export interface CellFormat {
  /** Undefined for the plain one. */
  readonly style: BookCell['style'];
  readonly isDate: boolean;
}

/** A hundred thousand rows below titles and headers; no sheet of an office comes near. */
export const sheetLimits = { rows: 120_000, columns: 500, merges: 20_000 } as const;
/** Cells of a workbook with content, and blank ones whose look is worth keeping. */
export const cellLimits = { cells: 1_200_000, blanks: 100_000 } as const;

/** `1904-01-01` counted from 1900. */
export const days1904 = 1462;

/** A cell as it is met, before its meaning is known. */
export interface RawCell {
  row: number;
  column: number;
  style: number;
  type: string;
  text: string | null;
  /** Some of an own text is struck through. */
  isStruck: boolean;
  /** The value where it was a plain whole number; −1 otherwise. */
  number: number;
  formula: string | null;
}

/** Where a cell stands, from 0. */
export type CellPlace = Pick<RawCell, 'row' | 'column'>;

/** What stands for the result of a formula that no program has worked out; `Loading...` is Google's word for it. */
export const uncalculated = '公式未计算';

/** What the cell says, null for nothing. Throws with a Chinese text and the place. */
export function valueOf(sheet: BookSheet, cell: RawCell, sources: CellSources): BookValue {
  const value = typedValue(sheet, cell, sources);
  // A formula that no program has calculated since it was written has no value at all.
  if (value === null && cell.formula !== null) return { error: uncalculated };
  return value === 'Loading...' ? { error: value } : value;
}

function typedValue(sheet: BookSheet, cell: RawCell, sources: CellSources): BookValue {
  const { text, type } = cell;
  if (text === null) return null;
  if (type === 's') return sharedText(sheet, cell, sources);
  if (type === 'str' || type === 'inlineStr') return ownText(cell);
  if (type === 'b') return cell.number < 0 ? text.trim().toLowerCase() === 'true' : cell.number !== 0;
  if (type === 'e') return { error: text.trim() };
  return type === 'd' ? (isoSerial(text) ?? text) : numberOf(cell, text, sources);
}

/** A text that stands in the cell itself; a formula may well give an empty one. */
function ownText(cell: RawCell): BookValue {
  const text = cell.type === 'str' ? writtenText(cell.text ?? '') : (cell.text ?? '');
  if (text.length > textLimits.cell) return { error: tooLong };
  return text === '' && cell.formula === null ? null : text;
}

function sharedText(sheet: BookSheet, cell: RawCell, sources: CellSources): BookValue {
  if (cell.number < 0 && cell.text?.trim() === '') return null;
  const found = sources.shared.texts[cell.number];
  if (found === undefined) throw new Refusal(damagedCellText(sheet, cell, sources, '的内容在文件里找不到'));
  if (found.length > textLimits.cell) return { error: tooLong };
  return found === '' ? null : found;
}

/** What is no number is kept as the text it is. */
function numberOf(cell: RawCell, text: string, { styles, from1904 }: CellSources): BookValue {
  if (text.length > textLimits.number) return { error: tooLong };
  const typed = text.trim();
  if (cell.number < 0 && typed === '') return null;
  const value =
    cell.number >= 0 ? cell.number : /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:E[+-]?\d+)?$/iu.test(typed) ? Number(typed) : NaN;
  if (!Number.isFinite(value)) return text;
  return from1904 && styles[cell.style]?.isDate === true ? value + days1904 : value;
}

const isoShape = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/u;

/** Strict files, and OpenDocument, write dates as ISO 8601: the serial day number; null for another text. */
export function isoSerial(text: string): number | null {
  const match = isoShape.exec(text.trim());
  if (!match || text.trim() === '') return null;
  const [, year, month, day, hours = 0, minutes = 0, seconds = 0] = match;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return time;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // A day that does not exist would become one of the next month.
  if (date.getUTCDate() !== Number(day)) return null;
  return (date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000 + time;
}

/** The format of a day or time that is written out in a cell without one. */
export function isoStyle(text: string): BookCell['style'] {
  const [hasDay, hasTime] = [
    text.includes('-'),
    /:\d\d/u.test(text) && !/T00:00(?::00(?:\.0+)?)?Z?$/u.test(text.trim()),
  ];
  return { numFmt: [hasDay ? 'yyyy-mm-dd' : '', hasTime ? 'hh:mm:ss' : ''].join(' ').trim() };
}

function placeOf(sheet: BookSheet, cell: CellPlace): string {
  return `${sheet.title}!${cellName(cell.row, cell.column)}`;
}

/** The text for a cell that no program writes like this. */
export function damagedCellText(sheet: BookSheet, cell: RawCell, { workbook }: CellSources, what: string): string {
  return damagedText(workbook, `${placeOf(sheet, cell)} ${what}`);
}

/** The text for a sheet whose cells spread too far. */
export function tooLargeText(sheet: BookSheet, cell: CellPlace, { workbook }: Pick<CellSources, 'workbook'>): string {
  const most = `每张表最多 ${String(sheetLimits.rows)} 行、${String(sheetLimits.columns)} 列，全部工作表最多 ${String(cellLimits.cells)} 格`;
  return `${workbook} 的数据占了过大的区域（到 ${placeOf(sheet, cell)}），没有读取，${most}，请删除表格远处的多余内容后再试`;
}

/** The text for a sheet with more merges than anybody makes. */
export function tooManyMergesText(workbook: string, { title }: BookSheet): string {
  const most = String(sheetLimits.merges);
  return `${workbook} 的“${title}”有 ${most} 处以上合并单元格，没有读取，请取消合并后再试`;
}

/**
 * Merges as far as a sheet may reach, so that nobody goes through a million rows for each. Those that lie upon each other beyond
 * measure no program writes. Throws with a Chinese text.
 */
export function boundMerges(workbook: string, sheet: BookSheet): void {
  const { rows, columns } = sheetLimits;
  const isWithin = ({ endRow, endColumn }: BookSheet['merges'][number]): boolean =>
    endRow <= rows && endColumn <= columns;
  if (!sheet.merges.every(isWithin)) {
    sheet.merges = sheet.merges
      .filter(({ startRow, startColumn }) => startRow < rows && startColumn < columns)
      .map((merge) => ({
        ...merge,
        endRow: Math.min(merge.endRow, rows),
        endColumn: Math.min(merge.endColumn, columns),
      }));
  }
  const area = sheet.merges.reduce(
    (sum, { startRow, endRow, startColumn, endColumn }) => sum + (endRow - startRow) * (endColumn - startColumn),
    0,
  );
  if (area > rows * columns)
    throw new Refusal(`${workbook} 的“${sheet.title}”有互相重叠的合并单元格，没有读取，请取消合并后再试`);
}
