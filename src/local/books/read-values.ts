/** Reads whatever a department sends as a workbook: .xlsx, .ods, .csv or .tsv, by the file's ending; .xls and .et are read in a thread (see xlsx-worker). */
import { textLimits } from '../../core/base/limits';
import { Refusal } from '../../core/base/refusal';
import type { Book } from './book';
import { readCsv } from './read-csv';
import { readOds } from './read-ods';
import { isOldFormat } from './xlsx/xlsx-guard';
import { readBookValues } from './xlsx/xlsx-read';

/** The values of the workbook, without looks, rules and notes. Throws with a Chinese text. */
export function readValues(name: string, bytes: Uint8Array): Book {
  const book = otherReader(name)?.(name, bytes) ?? readBookValues(name, bytes);
  demandTitles(name, book);
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

/** The reader of a file that is no .xlsx and so is never written; null for an .xlsx. */
export function otherReader(name: string): ((name: string, bytes: Uint8Array) => Book) | null {
  if (/\.ods$/iu.test(name)) return readOds;
  return /\.[ct]sv$/iu.test(name) ? readCsv : null;
}

/** Whether the file is an old binary workbook by its ending and its bytes: an .xlsx may be called .xls. */
export function isOldBook(name: string, bytes: Uint8Array): boolean {
  return /\.(?:xls|et)$/iu.test(name) && isOldFormat(bytes);
}
