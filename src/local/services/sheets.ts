/** The advanced service Sheets v4 over the workbooks of the folder. */
import { asError, Refusal } from '../../core/base/refusal';
import { type Book, copyBook } from '../books/book';
import { writeFileDurably } from '../base/atomic-write';
import { type Mounts, nameOfId, pathOfId, readablePath, readFileBytes, statOf } from '../base/workspace';
import { applyFieldMask, maskBelow, maskIncludes, maskWithWhole, parseFieldMask } from './field-mask';
import { ServiceError } from './service-error';
import { onlyKnown, unsupported } from './sheets-grid';
import { isJournal, makeJournalBook, type JournalBook } from './sheets-journal';
import { toSpreadsheet } from './sheets-json';
import { applyRequests } from './sheets-requests';
import type { XlsxSync } from '../books/xlsx/xlsx-sync';

type Collection = GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection;
type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;
type BatchRequest = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest;
type BatchResponse = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetResponse;

/**
 * A workbook read from disk, or why it could not be read; `stamp` tells whether the file has changed since. A partial one
 * lacks looks, rules and notes: it is read again before it is written.
 */
export type LoadedBook = { readonly stamp: string } & (
  { readonly book: Book; readonly isPartial?: true } | { readonly error: Error }
);

/** What is supported of the service. */
export interface SheetsService {
  readonly Spreadsheets: Pick<Collection, 'get' | 'batchUpdate'>;
}

/** `loaded` holds the workbooks read beforehand, by file id; others are read when they are asked for. */
export function makeSheets(
  folder: string,
  loaded: Map<string, LoadedBook>,
  xlsx: () => XlsxSync,
  mounts: Mounts = {},
): SheetsService {
  const open = (id: string): LoadedBook => {
    const [first = '', ...rest] = id.split('/');
    const root = Object.hasOwn(mounts, first) ? mounts[first] : undefined;
    // What a person named is meant, wherever a link leads.
    return root === undefined ? load(folder, id, xlsx, readablePath) : load(root, rest.join('/'), xlsx, pathOfId);
  };
  const isStale = (id: string, { stamp }: LoadedBook): boolean => {
    if (Object.hasOwn(mounts, id.split('/')[0] ?? '')) return false;
    const now = stampOf(pathOfId(folder, id));
    return now !== '' && now !== stamp;
  };
  /** As it is on disk now: it was read before the lock was taken, and another run may have written it since. */
  const freshBookOf = (id: string): Book => {
    const known = loaded.get(id);
    if (known && isStale(id, known)) loaded.delete(id);
    return bookOf(id);
  };
  const bookOf = (id: string): Book => {
    const known = loaded.get(id) ?? open(id);
    loaded.set(id, known);
    if ('error' in known) throw known.error;
    return known.book;
  };
  const wholeBookOf = (id: string): Book => {
    const known = loaded.get(id);
    if (known && 'isPartial' in known) loaded.set(id, { ...load(folder, id, xlsx, readablePath), stamp: known.stamp });
    return bookOf(id);
  };
  return withJournals(folder, {
    Spreadsheets: {
      get: (id: string, options: object = {}): Spreadsheet => get(id, nameOfId(folder, id), freshBookOf(id), options),
      batchUpdate: (resource: BatchRequest, id: string): BatchResponse => {
        onlyKnown(resource, ['requests'], 'Sheets.Spreadsheets.batchUpdate');
        const path = pathOfId(folder, id);
        const book = copyBook(wholeBookOf(id));
        if (loaded.get(id)?.stamp !== stampOf(path)) {
          throw new Refusal(`${nameOfId(folder, id)} 在读取之后又被修改，没有写入，请重新运行`);
        }
        const replies = applyRequests(book, resource.requests ?? []);
        writeFileDurably(path, xlsx().write(book));
        loaded.set(id, { book, stamp: stampOf(path) });
        return { spreadsheetId: id, replies };
      },
    },
  });
}

/** Journals are no workbooks, and none of what is said of workbooks holds for them. */
function withJournals(folder: string, { Spreadsheets }: SheetsService): SheetsService {
  const journals = new Map<string, JournalBook>();
  const journal = (id: string): JournalBook => {
    const book = journals.get(id) ?? makeJournalBook(folder, id);
    journals.set(id, book);
    return book;
  };
  return {
    Spreadsheets: {
      get: (id, options: object = {}) =>
        isJournal(id) ? journal(id).get('ranges' in options) : Spreadsheets.get(id, options),
      batchUpdate: (resource, id) =>
        isJournal(id) ? journal(id).batchUpdate(resource.requests ?? []) : Spreadsheets.batchUpdate(resource, id),
    },
  };
}

/** Size and time of change of a file, in one text. */
export function stampOf(path: string): string {
  const stats = statOf(path);
  return stats ? `${String(stats.size)} ${String(stats.mtimeMs)} ${String(stats.ino)}` : '';
}

const cellPath = ['sheets', 'data', 'rowData', 'values'];

function get(id: string, name: string, whole: Book, options: object): Spreadsheet {
  onlyKnown(options, ['fields', 'includeGridData', 'ranges'], 'Sheets.Spreadsheets.get');
  const book = 'ranges' in options ? bookOfRanges(whole, options.ranges) : whole;
  const fields = 'fields' in options ? options.fields : undefined;
  if (fields === undefined) {
    const isWithGrid = 'includeGridData' in options && options.includeGridData === true;
    return toSpreadsheet(id, name, book, isWithGrid ? (cell) => cell : null);
  }
  if (typeof fields !== 'string') throw unsupported('Sheets.Spreadsheets.get fields');
  const mask = parseFieldMask(fields);
  // Cells come by the million and few are unlike the others: each kind is reduced once, when it is made.
  const ofCell = maskBelow(mask, ...cellPath);
  const tell = (cell: object): object => (ofCell === null ? cell : (applyFieldMask(cell, ofCell) as object));
  const told = toSpreadsheet(id, name, book, maskIncludes(mask, 'sheets', 'data') ? tell : null);
  return applyFieldMask(told, maskWithWhole(mask, ...cellPath)) as Spreadsheet;
}

/** Ranges are titles of whole sheets here. */
function bookOfRanges(book: Book, ranges: unknown): Book {
  const titles = (Array.isArray(ranges) ? ranges : [ranges]).map((title) => String(title));
  const missing = titles.find((title) => !book.sheets.some((sheet) => sheet.title === title));
  if (missing !== undefined) throw new ServiceError(`无法解析范围 (unable to parse range): ${missing}`);
  return { ...book, sheets: book.sheets.filter(({ title }) => titles.includes(title)) };
}

function load(folder: string, id: string, xlsx: () => XlsxSync, pathOf: typeof pathOfId): LoadedBook {
  const stamp = stampOf(pathOfId(folder, id));
  try {
    return { stamp, book: xlsx().read(nameOfId(folder, id), readFileBytes(pathOf(folder, id))) };
  } catch (error) {
    return { stamp, error: asError(error) };
  }
}
