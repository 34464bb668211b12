/** A sheet the program keeps in its own workbook: never put into one that others made, never too short for what is written. */
import { cell, type SheetDraft } from '../../../src/core/sheets/draft';
import { addOwnSheet, readOwnSheet, writeOwnRows } from '../../../src/google/ledger/own-sheet';
import { makeScratch, makeWorkbook, rowsOf, type Scratch } from '../../local/scratch';

const draft: SheetDraft = {
  ...{ title: '读法', tabColour: 'F2C94C', frozenRows: 1, frozenColumns: 0, widths: [10], heights: {}, newRows: [] },
  rows: [[cell('单位', 'title')]],
  ...{ merges: [], validations: [], colours: [], filter: null, chart: null, protection: { kind: 'all-but', open: [] } },
};
const row = (text: string): SheetDraft['rows'][number] => [cell(text, 'open-text')];

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
  Object.assign(globalThis, { Utilities: { sleep: () => undefined }, Sheets: { Spreadsheets: scratch.sheets } });
});
afterEach(() => {
  scratch.remove();
  for (const name of ['Utilities', 'Sheets']) Reflect.deleteProperty(globalThis, name);
});

function bookWith(text: string): { readonly id: string; readonly name: string } {
  const start = { sheetId: 0, rowIndex: 0, columnIndex: 0 };
  const requests = text === '' ? [] : [{ updateCells: { start, rows: rowsOf([[text]]), fields: 'userEnteredValue' } }];
  return { id: makeWorkbook(scratch, '列对应', requests), name: '列对应.xlsx' };
}

const textsOf = (id: string): readonly (string | undefined)[] | undefined =>
  readOwnSheet(id, '列对应.xlsx', '读法')?.grid.rows.map((cells) => cells[0]?.shown);

it('is added to a blank workbook, and rows are put at their places', () => {
  const book = bookWith('');
  expect(readOwnSheet(book.id, book.name, '读法')).toBeNull();
  const sheet = addOwnSheet(book, draft, ['读法']);
  writeOwnRows(sheet, draft, [
    { row: 1, cells: row('司法所') },
    { row: 3, cells: row('财政所') },
  ]);
  expect(textsOf(book.id)).toEqual(['单位', '司法所', undefined, '财政所']);
});

it('is added together with its rows, at their places', () => {
  const book = bookWith('');
  const rows = [1, 2, 5].map((at) => ({ row: at, cells: row(`第${String(at)}行`) }));
  expect(addOwnSheet(book, draft, ['读法'], rows).rowCount).toBe(2000);
  expect(textsOf(book.id)).toEqual(['单位', '第1行', '第2行', undefined, undefined, '第5行']);
});

it('is added with room for more rows than it is to hold', () => {
  const sheet = addOwnSheet(bookWith(''), draft, ['读法'], [{ row: 2500, cells: row('最后') }]);
  expect(sheet.rowCount).toBe(4000);
});

it('is not added to a workbook that somebody else filled', () => {
  const book = bookWith('我的表');
  expect(() => addOwnSheet(book, draft, ['读法'])).toThrow('像是别人做的文件');
  expect(textsOf(book.id)).toBeUndefined();
});

it('grows to twice its rows, or to as many as are written', () => {
  const sheet = { ...addOwnSheet(bookWith(''), draft, ['读法']), rowCount: 2000 };
  expect(writeOwnRows(sheet, draft, [{ row: 1999, cells: row('最后') }]).rowCount).toBe(2000);
  expect(writeOwnRows(sheet, draft, [{ row: 2000, cells: row('再后') }]).rowCount).toBe(4000);
  expect(writeOwnRows(sheet, draft, [{ row: 8999, cells: row('很后') }]).rowCount).toBe(9000);
});

it('with nothing to write asks nothing', () => {
  const sheet = addOwnSheet(bookWith(''), draft, ['读法']);
  Object.assign(globalThis, { Sheets: undefined });
  expect(writeOwnRows(sheet, draft, [])).toEqual(sheet);
});
