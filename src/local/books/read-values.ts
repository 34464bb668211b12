/** Reads whatever a department sends as a workbook: .xlsx, .ods or .csv, by the file's ending. */
import type { Book } from './book';
import { readCsv } from './read-csv';
import { readOds } from './read-ods';
import { readBookValues } from './xlsx/xlsx-read';

/** The values of the workbook, without looks, rules and notes. Throws with a Chinese text. */
export function readValues(name: string, bytes: Uint8Array): Book {
  return otherReader(name)?.(name, bytes) ?? readBookValues(name, bytes);
}

/** The reader of a file that is no .xlsx and so is never written; null for an .xlsx. */
export function otherReader(name: string): ((name: string, bytes: Uint8Array) => Book) | null {
  if (/\.ods$/iu.test(name)) return readOds;
  return /\.csv$/iu.test(name) ? readCsv : null;
}
