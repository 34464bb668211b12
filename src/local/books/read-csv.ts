/**
 * Reads a .csv or .tsv as one sheet of texts, as a person sees them when it is opened in an editor. The format cannot tell what a date
 * hides, what is merged, hidden or struck through, nor whether digits are a number: what is written is all there is.
 */
import { textLimits } from '../../core/base/limits';
import { Refusal } from '../../core/base/refusal';
import { makeSheet, setCell, type Book } from './book';
import { emptyText, isOldFormat } from './xlsx/xlsx-guard';
import { sheetLimits } from './xlsx/xlsx-values';

const asXlsx = '请用 WPS/Excel 打开后另存为 .xlsx';

/** The sheet is named as the file. Throws with a Chinese text where the file is no table or a quote is never closed. */
export function readCsv(name: string, bytes: Uint8Array): Book {
  if (bytes.length === 0) throw new Refusal(emptyText(name));
  if (isOldFormat(bytes) || isArchive(bytes))
    throw new Refusal(`${name} 是改了后缀的 Excel 文件，请把后缀改回 .xlsx 或 .xls，打不开的另存为 .xlsx`);
  const text = decoded(name, bytes);
  if (isWithoutLetters(text))
    throw new Refusal(`${name} 里的汉字都成了“?”，保存时已经丢失，请用原来的文件另存为 .xlsx`);
  if (/^\s*</u.test(text) || text.includes('\0')) throw new Refusal(`${name} 不是有效的 .csv 或 .tsv 文件，${asXlsx}`);
  const sheet = makeSheet(0, name.replace(/\.[ct]sv$/iu, ''));
  const records = recordsOf(text, delimiterOf(text));
  if (records === null) throw new Refusal(`${name} 里有引号不成对，分不清各行，没有读取，${asXlsx}`);
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

function isArchive(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 3, 4].every((byte, index) => bytes[index] === byte);
}

/** Saved in an encoding that has no Chinese, each character becomes a question mark. */
function isWithoutLetters(text: string): boolean {
  return text.includes('??') && !/[^\0-\x7F]/u.test(text);
}

/** Excel in Chinese writes GBK unless told otherwise; all else is UTF-8, or says what it is by its first bytes. */
function decoded(name: string, bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 2)).toString('latin1');
  const encodings = { ÿþ: 'utf-16le', þÿ: 'utf-16be' }[start] ?? ['utf-8', 'gb18030'];
  for (const encoding of [encodings].flat()) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Another encoding is tried.
    }
  }
  throw new Refusal(`${name} 的文字编码认不出来，没有读取，${asXlsx}`);
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
