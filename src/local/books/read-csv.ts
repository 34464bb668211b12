/**
 * Reads a .csv or .tsv as one sheet of texts, as a person sees them when it is opened in an editor. The format cannot tell what a date
 * hides, what is merged, hidden or struck through, nor whether digits are a number: what is written is all there is.
 */
import { lostLettersText } from '../../core/base/failure-words';
import { textLimits } from '../../core/base/limits';
import { Refusal } from '../../core/base/refusal';
import { makeSheet, setCell, type Book } from './book';
import { damagedText, emptyText, isLockedBook, isOldFormat, lockedText } from './xlsx/xlsx-guard';
import { sheetLimits } from './xlsx/xlsx-values';

const asXlsx = '请用 WPS/Excel 打开后另存为 .xlsx';

/** The sheet is named as the file. Throws with a Chinese text where the file is no table or a quote is never closed. */
export function readCsv(name: string, bytes: Uint8Array): Book {
  if (bytes.length === 0) throw new Refusal(emptyText(name));
  if (isOldFormat(bytes)) throw new Refusal(isLockedBook(bytes) ? lockedText(name) : damagedText(name));
  const text = decoded(name, bytes);
  if (/^\s*</u.test(text) || text.includes('\0')) throw new Refusal(`${name} 不是有效的 .csv 或 .tsv 文件，${asXlsx}`);
  const sheet = makeSheet(0, name.replace(/\.[ct]sv$/iu, ''));
  const records = recordsOf(text, delimiterOf(text));
  if (records === null) throw new Refusal(`${name} 里有引号不成对，分不清各行，没有读取，${asXlsx}`);
  const lost = lostLettersText(records, (field) => field);
  if (lost !== null) throw new Refusal(`${name} ${lost}`);
  records.forEach((fields, row) => {
    fields.forEach((value, column) => {
      if (value === '') return;
      if (row >= sheetLimits.rows || column >= sheetLimits.columns || value.length > textLimits.cell) {
        throw new Refusal(`${name} 的第${String(row + 1)}行超出每张表的大小，没有读取，请删除多余内容后再试`);
      }
      setCell(sheet, row, column, { value });
    });
  });
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

/** The sign that comes most often in the first lines. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r\n?|\n/u, 10).join('\n');
  const count = (sign: string): number => lines.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** The fields of each line (RFC 4180); null where a quoted field does not end as one must, for then lines would be lost in it. */
function recordsOf(text: string, delimiter: string): string[][] | null {
  const field = new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)"|([^"${delimiter}\\r\\n][^${delimiter}\\r\\n]*|))(${delimiter}|\\r\\n?|\\n|$)`,
    'uy',
  );
  const records: string[][] = [[]];
  for (;;) {
    const found = field.exec(text);
    if (found === null) return null;
    const [, quoted, plain = '', end] = found;
    records[records.length - 1]?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') return records;
    if (end !== delimiter) records.push([]);
  }
}
