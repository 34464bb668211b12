/**
 * Reads whatever a department sends as a workbook as what its bytes are, for people rename files and programs save one format under
 * the ending of another: .xlsx, .ods, .csv or .tsv; .xls and .et are read in a thread (see xlsx-worker).
 */
import { textLimits } from '../../core/base/limits';
import { Refusal } from '../../core/base/refusal';
import type { Book } from './book';
import { readCsv } from './read-csv';
import { readOds } from './read-ods';
import { isLockedBook, isOldFormat } from './xlsx/xlsx-guard';
import { readBookValues } from './xlsx/xlsx-read';
import { boundMerges } from './xlsx/xlsx-values';

/** The values of the workbook, without looks, rules and notes. Throws with a Chinese text. */
export function readValues(name: string, bytes: Uint8Array): Book {
  const book = otherReader(name, bytes)?.(name, bytes) ?? readBookValues(name, bytes);
  demandTitles(name, book);
  demandLength(name, book);
  for (const sheet of book.sheets) boundMerges(name, sheet);
  return book;
}

/** No program gives a sheet such a name. Throws with a Chinese text. */
function demandTitles(name: string, { sheets }: Book): void {
  const index = sheets.findIndex(({ title }) => title.length > textLimits.sheetTitle);
  if (index < 0) return;
  const length = sheets[index]?.title.length ?? 0;
  const most = `请改到 ${String(textLimits.sheetTitle)} 个字符以内`;
  throw new Refusal(`${name} 第${String(index + 1)}张工作表的名称有 ${String(length)} 个字符，没有读取，${most}`);
}

/** Throws with a Chinese text. */
function demandLength(name: string, { sheets }: Book): void {
  let length = 0;
  for (const { cells, title } of sheets) {
    cells.forEach((row, index) => {
      for (const cell of row) if (typeof cell?.value === 'string') length += cell.value.length;
      if (length > textLimits.workbook) throw new Refusal(tooMuchText(name, `${title} 第${String(index + 1)}行`));
    });
  }
}

function tooMuchText(name: string, where: string): string {
  const most = String(textLimits.workbook / 10_000);
  return `${name} 的文字加起来超过 ${most} 万字（到 ${where}），没有读取，请删去重复的、无关的内容后再试`;
}

/** The reader of a file that is no .xlsx and so is never written; null for an .xlsx, and for what is none of all. */
export function otherReader(name: string, bytes: Uint8Array): ((name: string, bytes: Uint8Array) => Book) | null {
  if (isArchive(bytes)) return isOds(bytes) || /\.ods$/iu.test(name) ? readOds : null;
  if (/\.ods$/iu.test(name)) return readOds;
  return /\.[ct]sv$/iu.test(name) ? readCsv : null;
}

/** Whether the bytes are an old binary workbook, whatever the file is called; one with a password nobody here can read. */
export function isOldBook(bytes: Uint8Array): boolean {
  return isOldFormat(bytes) && !isLockedBook(bytes);
}

function isArchive(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 3, 4].every((byte, index) => bytes[index] === byte);
}

/** By the names of the archive's parts, which stand in it as they are; not every program puts the type of an OpenDocument file first. */
function isOds(bytes: Uint8Array): boolean {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return !archive.includes('workbook', 0, 'latin1') && archive.includes('content.xml', 0, 'latin1');
}
