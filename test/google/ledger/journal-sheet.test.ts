/** Rows of the journal stand where they were put, once, whatever a call that failed may have done. */
import {
  addJournalSheet,
  readJournalSheet,
  writeJournalRows,
  type JournalSheet,
} from '../../../src/google/ledger/journal-sheet';
import { makeScratch, makeWorkbook, type Scratch } from '../../local/scratch';

let scratch: Scratch;
let id: string;
/** What happens in place of the next call that writes; `make` makes it. */
let meddle: ((make: () => object) => object) | null;

beforeEach(() => {
  scratch = makeScratch();
  id = makeWorkbook(scratch, '结果', []);
  meddle = null;
  const batchUpdate: typeof scratch.sheets.batchUpdate = (body, spreadsheet) => {
    const make = (): ReturnType<typeof scratch.sheets.batchUpdate> => scratch.sheets.batchUpdate(body, spreadsheet);
    const own = meddle;
    meddle = null;
    return own === null ? make() : own(make);
  };
  Object.assign(globalThis, {
    Utilities: { sleep: () => undefined },
    Sheets: { Spreadsheets: { get: scratch.sheets.get, batchUpdate } },
  });
});
afterEach(() => {
  scratch.remove();
  for (const name of ['Utilities', 'Sheets']) Reflect.deleteProperty(globalThis, name);
});

const title = '流水';
const texts = (): readonly string[] | undefined => readJournalSheet(id, title)?.texts;
const lost = (): never => {
  throw new Error('We’re sorry, a server error occurred.');
};

function begun(...rows: readonly string[]): JournalSheet {
  return writeJournalRows(addJournalSheet(id, title), 0, rows);
}

it('what was written is read again, and there is none before', () => {
  expect(readJournalSheet(id, title)).toBeNull();
  const sheet = begun('一', '二');
  writeJournalRows(sheet, 2, ['三']);
  expect(texts()).toEqual(['一', '二', '三']);
});

it('a call that was made although it failed counts as made', () => {
  const sheet = begun('一');
  meddle = (make) => {
    make();
    return lost();
  };
  expect(writeJournalRows(sheet, 1, ['二']).filled).toBe(2);
  expect(texts()).toEqual(['一', '二']);
});

it('a call that was not made is told, and nothing is written a second time', () => {
  const sheet = begun('一');
  meddle = lost;
  expect(() => writeJournalRows(sheet, 1, ['二'])).toThrow('server error');
  expect(texts()).toEqual(['一']);
});

it('what stands there may be no other’s: a row beyond says that somebody else wrote', () => {
  const sheet = begun('一');
  meddle = (make) => {
    make();
    writeJournalRows({ ...sheet, filled: 2 }, 2, ['别人的']);
    return lost();
  };
  expect(() => writeJournalRows(sheet, 1, ['二'])).toThrow('server error');
});

it('rows that a run left below what is written next go', () => {
  begun('一', '二', '三');
  const { sheet } = readJournalSheet(id, title)!;
  writeJournalRows(sheet, 1, ['另一个二']);
  expect(texts()).toEqual(['一', '另一个二']);
});

it('a row without a text between others stays, those behind the last are none', () => {
  const sheet = begun('一', '', '三');
  writeJournalRows(sheet, 3, ['', '']);
  expect(texts()).toEqual(['一', '', '三']);
});

it('the sheet grows to twice its rows, or to as many as are written', () => {
  const full = writeJournalRows(begun('一'), 1999, ['最后']);
  expect(full.rowCount).toBe(2000);
  const grown = writeJournalRows(full, 2000, ['再后']);
  expect(grown.rowCount).toBe(4000);
  expect(writeJournalRows(grown, 8999, ['很后']).rowCount).toBe(9000);
  expect(texts()).toHaveLength(9000);
});
