/** The spreadsheets that are no workbooks: text files with one row a line, which grow by what is added and are never written anew. */
import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { historyId, historyTitle, journalId, journalTitle } from '../../core/base/office-names';
import { Refusal } from '../../core/base/refusal';
import { fileErrorText, ownOnly, syncFolder } from '../base/atomic-write';
import { pathOfId, readFileBytes, statOf } from '../base/workspace';
import { makeStateFolder } from './properties';
import { ServiceError } from './service-error';
import { unsupported } from './sheets-grid';

type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;
type Request = GoogleAppsScript.Sheets.Schema.Request;

/** What is supported of the spreadsheet. */
export interface JournalBook {
  /** One sheet; its rows, the last of which a writer may have left unfinished, where `isWithRows`. */
  readonly get: (isWithRows: boolean) => Spreadsheet;
  /** Durable once it has returned. Rows behind those that are written are gone: they were left by a writer that was ended. */
  readonly batchUpdate: (requests: readonly Request[]) => GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetResponse;
}

/** As many as Google allows cells. */
const room = 10_000_000;

const titles: Readonly<Record<string, string>> = { [journalId]: journalTitle, [historyId]: historyTitle };

export function isJournal(id: string): boolean {
  return Object.hasOwn(titles, id);
}

/** How many rows a file of that size holds, as it was left by the latest write. */
interface Written {
  readonly rows: number;
  readonly size: number;
}

export function makeJournalBook(folder: string, spreadsheetId = journalId): JournalBook {
  const path = pathOfId(folder, spreadsheetId);
  const title = titles[spreadsheetId] ?? spreadsheetId;
  let written: Written = { rows: -1, size: 0 };
  return {
    get: (isWithRows) => {
      const gridProperties = { rowCount: room, columnCount: 1 };
      const properties = { sheetId: 0, title, index: 0, gridProperties };
      if (!isWithRows) return { spreadsheetId, sheets: [{ properties }] };
      const rowData = rowsOf(bytesAt(path)).map((stringValue) => ({ values: [{ effectiveValue: { stringValue } }] }));
      return { spreadsheetId, sheets: [{ properties, data: [{ rowData }] }] };
    },
    batchUpdate: (requests) => {
      const [{ updateCells } = {}, ...rest] = requests;
      if (updateCells === undefined || rest.length > 0) throw unsupported(`batchUpdate of ${title}`);
      const texts = (updateCells.rows ?? []).map(({ values = [] }) => values[0]?.userEnteredValue?.stringValue ?? '');
      // What is blank at the end is behind the last row, and gone anyway.
      while (texts[texts.length - 1] === '') texts.pop();
      makeStateFolder(folder);
      written = putRows(path, written, { row: updateCells.start?.rowIndex ?? 0, texts });
      return { spreadsheetId, replies: [{}] };
    },
  };
}

interface NewRows {
  readonly row: number;
  readonly texts: readonly string[];
}

function bytesAt(path: string): Buffer {
  return statOf(path) ? Buffer.from(readFileBytes(path)) : Buffer.alloc(0);
}

function rowsOf(bytes: Buffer): readonly string[] {
  const texts = bytes.toString('utf8').split('\n');
  return texts[texts.length - 1] === '' ? texts.slice(0, -1) : texts;
}

/** Gives what the file holds then. What was written last is not read again: a journal may be long, a step is short. */
function putRows(path: string, known: Written, { row, texts }: NewRows): Written {
  const isKnown = row === known.rows && (statOf(path)?.size ?? 0) === known.size;
  const { from, isEnded } = isKnown ? { from: known.size, isEnded: true } : placeOf(bytesAt(path), row);
  if (from < 0 || texts.some((text) => text.includes('\n'))) {
    throw new ServiceError(`${basename(path)} 没有第 ${String(row)} 行 (no such row)`);
  }
  const bytes = Buffer.from(`${isEnded ? '' : '\n'}${texts.join('\n')}\n`, 'utf8');
  try {
    writeAt(path, from, bytes);
    if (from === 0) syncFolder(dirname(path));
  } catch (error) {
    throw new Refusal(fileErrorText(path, error), { cause: error });
  }
  return { rows: row + texts.length, size: from + bytes.length };
}

/** Where the row begins; behind the last one the end of the file, which may lack the end of its last line; -1 for a row further on. */
function placeOf(bytes: Buffer, row: number): { readonly from: number; readonly isEnded: boolean } {
  let from = 0;
  for (let passed = 0; passed < row; passed += 1) {
    if (from >= bytes.length) return { from: -1, isEnded: true };
    const end = bytes.indexOf(0x0a, from);
    if (end < 0) return { from: passed === row - 1 ? bytes.length : -1, isEnded: false };
    from = end + 1;
  }
  return { from, isEnded: true };
}

function writeAt(path: string, from: number, bytes: Uint8Array): void {
  const file = openSync(path, statOf(path) ? 'r+' : 'w', ownOnly);
  try {
    if (fstatSync(file).size > from) ftruncateSync(file, from);
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, from + done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
