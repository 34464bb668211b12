/**
 * Reads a .csv or .tsv as one sheet of texts, as a person sees them when it is opened in an editor. The format cannot tell what a date
 * hides, what is merged, hidden or struck through, nor whether digits are a number: what is written is all there is.
 */
import { lostLettersText } from '../../core/base/failure-words';
import { textLimits } from '../../core/base/limits';
import { Refusal } from '../../core/base/refusal';
import { makeSheet, setCell, type Book } from './book';
import { damagedText, emptyText, isLockedBook, isOldFormat, lockedText } from './xlsx/xlsx-guard';
import { cellLimits, sheetLimits } from './xlsx/xlsx-values';

const asXlsx = '请用 WPS/Excel 打开后另存为 .xlsx';

/** The sheet is named as the file. Throws with a Chinese text where the file is no table or a quote is never closed. */
export function readCsv(name: string, bytes: Uint8Array): Book {
  if (bytes.length === 0) throw new Refusal(emptyText(name));
  if (isOldFormat(bytes)) throw new Refusal(isLockedBook(bytes) ? lockedText(name) : damagedText(name));
  const text = decoded(name, bytes);
  if (/^\s*</u.test(text) || text.includes('\0')) throw new Refusal(`${name} 不是有效的 .csv 或 .tsv 文件，${asXlsx}`);
  const sheet = makeSheet(0, name.replace(/\.[ct]sv$/iu, ''));
  let left: number = cellLimits.cells;
  const put: PutField = (row, column, value) => {
    left -= Math.max(1, column + 1 - (sheet.cells[row]?.length ?? 0));
    const isOutside = row >= sheetLimits.rows || column >= sheetLimits.columns || value.length > textLimits.cell;
    if (isOutside || left < 0)
      throw new Refusal(`${name} 的第${String(row + 1)}行超出每张表的大小，没有读取，请删除多余内容后再试`);
    setCell(sheet, row, column, { value });
  };
  if (!readFields(text, delimiterOf(text), put))
    throw new Refusal(`${name} 里有引号不成对，分不清各行，没有读取，${asXlsx}`);
  const lost = lostLettersText(sheet.cells, (cell) => (typeof cell?.value === 'string' ? cell.value : ''));
  if (lost !== null) throw new Refusal(`${name} ${lost}`);
  return { sheets: [sheet], defaultFont: {} };
}

/**
 * Excel in Chinese writes GBK unless told otherwise; all else is UTF-8, or says what it is by its first bytes, or has the zeros that
 * UTF-16 has for each comma.
 */
function decoded(name: string, bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 2)).toString('latin1');
  const encodings = { ÿþ: 'utf-16le', þÿ: 'utf-16be' }[start] ?? unmarked(bytes);
  for (const encoding of [encodings].flat()) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Another encoding is tried.
    }
  }
  throw new Refusal(`${name} 的文字编码认不出来，没有读取，${asXlsx}`);
}

function unmarked(bytes: Uint8Array): string | readonly string[] {
  const zeros = [0, 0];
  bytes.subarray(0, 4096).forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [first = 0, second = 0] = zeros;
  // 一 is U+4E00 and has its zero in the other half; as many there as here are no text.
  const isText = Math.max(first, second) > 4 * Math.min(first, second);
  return !isText ? ['utf-8', 'gb18030'] : first > second ? 'utf-16be' : 'utf-16le';
}

/** The sign that comes most often in the first lines, as far as anybody would look. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .split(/\r\n?|\n/u, 10)
    .join('\n');
  const count = (sign: string): number => lines.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Takes a field that is not empty. */
type PutField = (row: number, column: number, value: string) => void;

/**
 * Goes through the fields of each line (RFC 4180) and holds none of them; false where a quoted field does not end as one must, for
 * then lines would be lost in it.
 */
function readFields(text: string, delimiter: string, put: PutField): boolean {
  const sign = delimiter.charCodeAt(0);
  let [row, column, at] = [0, 0, 0];
  for (;;) {
    const isQuoted = text.charCodeAt(at) === quote;
    const end = isQuoted ? endOfQuoted(text, at + 1) : endOfPlain(text, at, sign);
    if (end === null) return false;
    const value = isQuoted ? unquoted(text.slice(at + 1, end - 1)) : text.slice(at, end);
    if (value !== '') put(row, column, value);
    if (end >= text.length) return true;
    const next = text.charCodeAt(end);
    if (!isEnd(next, sign)) return false;
    [row, column] = next === sign ? [row, column + 1] : [row + 1, 0];
    at = end + (next === carriageReturn && text.charCodeAt(end + 1) === lineFeed ? 2 : 1);
  }
}

const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d];

/** What is too long whatever stands in it is left as it is. */
function unquoted(text: string): string {
  return text.length > 2 * textLimits.cell ? text : text.replaceAll('""', '"');
}

/** Behind the quote that is not one of two; null where there is none. */
function endOfQuoted(text: string, from: number): number | null {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return null;
    if (text.charCodeAt(at + 1) !== quote) return at + 1;
  }
}

function endOfPlain(text: string, from: number, sign: number): number {
  let at = from;
  while (at < text.length && !isEnd(text.charCodeAt(at), sign)) at += 1;
  return at;
}

function isEnd(code: number, sign: number): boolean {
  return code === sign || code === lineFeed || code === carriageReturn;
}
