/** The advanced service Sheets v4 over the workbooks of the folder. */
import { oncePer } from '../../core/base/once-per';
import { Refusal } from '../../core/base/refusal';
import { type Book, copyBook } from '../books/book';
import { writeFileDurably } from '../base/atomic-write';
import { type Mounts, nameOfId, pathOfId } from '../base/workspace';
import { applyFieldMask, maskBelow, maskIncludes, maskWithWhole, parseFieldMask, type FieldMask } from './field-mask';
import { ServiceError } from './service-error';
import { onlyKnown, unsupported } from './sheets-grid';
import { isJournal, makeJournalBook, type JournalBook } from './sheets-journal';
import { toSpreadsheet } from './sheets-json';
import { applyRequests } from './sheets-requests';
import { makeShelf, stampOf, type BookChanges, type LoadedBook } from '../books/workbook-shelf';
import { LooksMoved } from '../books/xlsx/xlsx-kept';
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
      get: (id: string, options: object = {}): Spreadsheet =>
        get(id, nameOfId(folder, id), shelf.fresh(id, titlesWanted(options)), options),
      batchUpdate: (resource: BatchRequest, id: string): BatchResponse => {
        onlyKnown(resource, ['requests'], 'Sheets.Spreadsheets.batchUpdate');
        const { requests = [] } = resource;
        const path = pathOfId(folder, id);
        const deleted = new Set(requests.flatMap(({ deleteSheet }) => deleteSheet?.sheetId ?? []));
        const make = (changed: BookChanges['changed']): MadeBook => {
          const book = copyBook(shelf.whole(id, { deleted, changed }));
          if (loaded.get(id)?.stamp !== stampOf(path)) {
            throw new Refusal(`${nameOfId(folder, id)} 在读取之后又被修改，没有写入，请重新运行`);
          }
          const replies = applyRequests(book, requests);
          return { book, replies, bytes: xlsx().write(book) };
        };
        const { book, replies, bytes } = madeBy(make, sheetsNamed(requests));
        writeFileDurably(path, bytes);
        const stamp = stampOf(path);
        loaded.set(id, book.written === undefined ? { book, stamp } : { content: bytes, isOnce: false, stamp });
        return { spreadsheetId: id, replies };
      },
    },
  });
}

interface MadeBook {
  readonly book: Book;
  readonly replies: BatchResponse['replies'] & object;
  readonly bytes: Uint8Array;
}

/** With all rows read where some could not be kept. */
function madeBy(make: (changed: BookChanges['changed']) => MadeBook, changed: ReadonlySet<number>): MadeBook {
  try {
    return make(changed);
  } catch (error) {
    if (!(error instanceof LooksMoved)) throw error;
    return make(null);
  }
}

/** The numbers of all sheets that the requests name; rows of cells name none. */
function sheetsNamed(value: unknown, found = new Set<number>()): ReadonlySet<number> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    if (key === 'sheetId' && typeof inner === 'number') found.add(inner);
    else if (key !== 'rows') sheetsNamed(inner, found);
  }
  return found;
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

/** Titles of the sheets of which more than the title is asked for; undefined for all. */
function titlesWanted(options: object): readonly string[] | undefined {
  if ('ranges' in options) return titlesIn(options.ranges);
  if (!('fields' in options) || typeof options.fields !== 'string') return undefined;
  const mask = parseFieldMask(options.fields);
  const isMore = [['data'], ['merges'], ['properties', 'gridProperties']].some((path) =>
    maskIncludes(mask, 'sheets', ...path),
  );
  return isMore ? undefined : [];
}

function titlesIn(ranges: unknown): readonly string[] {
  return (Array.isArray(ranges) ? ranges : [ranges]).map((title) => String(title));
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
  const { ofCell, rest, hasCells } = partsOfMask(parseFieldMask(fields));
  // Cells come by the million and few are unlike the others: each kind is reduced once, when it is made.
  const tell = (cell: object): object => (ofCell === null ? cell : (applyFieldMask(cell, ofCell) as object));
  const told = toSpreadsheet(id, name, book, hasCells ? tell : null);
  return applyFieldMask(told, rest) as Spreadsheet;
}

/** What is wanted of each cell, and of all else when these have been reduced. */
const partsOfMask = oncePer((mask: FieldMask) => ({
  ofCell: maskBelow(mask, ...cellPath),
  rest: maskWithWhole(mask, ...cellPath),
  hasCells: maskIncludes(mask, 'sheets', 'data'),
}));

/** Ranges are titles of whole sheets here. */
function bookOfRanges(book: Book, ranges: unknown): Book {
  const titles = titlesIn(ranges);
  const missing = titles.find((title) => !book.sheets.some((sheet) => sheet.title === title));
  if (missing !== undefined) throw new ServiceError(`无法解析范围 (unable to parse range): ${missing}`);
  return { ...book, sheets: book.sheets.filter(({ title }) => titles.includes(title)) };
}
