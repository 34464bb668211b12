/** The advanced service Sheets v4 over the workbooks of the folder. */
import { Refusal } from '../../core/base/refusal';
import { type Book, copyBook } from '../books/book';
import { writeFileDurably } from '../base/atomic-write';
import { type Mounts, nameOfId, pathOfId } from '../base/workspace';
import { applyFieldMask, maskBelow, maskIncludes, maskWithWhole, parseFieldMask } from './field-mask';
import { ServiceError } from './service-error';
import { onlyKnown, unsupported } from './sheets-grid';
import { isJournal, makeJournalBook, type JournalBook } from './sheets-journal';
import { toSpreadsheet } from './sheets-json';
import { applyRequests } from './sheets-requests';
import { makeShelf, stampOf, type LoadedBook } from '../books/workbook-shelf';
import type { XlsxSync } from '../books/xlsx/xlsx-sync';

type Collection = GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection;
type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;
type BatchRequest = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest;
type BatchResponse = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetResponse;

/** What is supported of the service. */
export interface SheetsService {
  readonly Spreadsheets: Pick<Collection, 'get' | 'batchUpdate'>;
}

/** `loaded` holds the workbooks opened beforehand, by file id; others are read when they are asked for. */
export function makeSheets(
  folder: string,
  loaded: Map<string, LoadedBook>,
  xlsx: () => XlsxSync,
  mounts: Mounts = {},
): SheetsService {
  const shelf = makeShelf(folder, loaded, xlsx, mounts);
  return withJournals(folder, {
    Spreadsheets: {
      get: (id: string, options: object = {}): Spreadsheet => get(id, nameOfId(folder, id), shelf.fresh(id), options),
      batchUpdate: (resource: BatchRequest, id: string): BatchResponse => {
        onlyKnown(resource, ['requests'], 'Sheets.Spreadsheets.batchUpdate');
        const { requests = [] } = resource;
        const path = pathOfId(folder, id);
        const book = copyBook(
          shelf.whole(id, new Set(requests.flatMap(({ deleteSheet }) => deleteSheet?.sheetId ?? []))),
        );
        if (loaded.get(id)?.stamp !== stampOf(path)) {
          throw new Refusal(`${nameOfId(folder, id)} 在读取之后又被修改，没有写入，请重新运行`);
        }
        const replies = applyRequests(book, requests);
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
