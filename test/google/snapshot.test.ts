/** What is kept of workbooks comes back to the letter or not at all. */
import { readSnapshot, writeSnapshot, type KeptWorkbook } from '../../src/google/snapshot';
import { makeUtilities } from '../../src/local/services/utilities';
import { makeScratch, makeWorkbook, rowsOf, type Scratch } from '../local/scratch';

let scratch: Scratch;
let id: string;
beforeEach(() => {
  scratch = makeScratch();
  Object.assign(globalThis, { Utilities: makeUtilities(), Sheets: { Spreadsheets: scratch.sheets } });
  id = makeWorkbook(scratch, '结果', []);
});
afterEach(() => {
  scratch.remove();
  for (const name of ['Utilities', 'Sheets']) Reflect.deleteProperty(globalThis, name);
});

const kept = (name: string, text: string): KeptWorkbook => ({
  id: name,
  modifiedTime: '2022-12-01T00:00:00.000Z',
  text,
});
/** Text that does not get much shorter when it is packed. */
const noise = (length: number): string =>
  Array.from({ length }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7919 + index ** 2) % 20_000))).join('');

/** Writes other texts from the row and column on, as a person or a broken write would. */
function tamper(row: number, column: number, ...texts: readonly (string | null)[]): void {
  const sheets = scratch.sheets.get(id, { fields: 'sheets(properties(sheetId,title))' }).sheets ?? [];
  const sheetId = sheets.find(({ properties }) => properties?.title === '快照')?.properties?.sheetId ?? -1;
  const start = { sheetId, rowIndex: row, columnIndex: column };
  scratch.sheets.batchUpdate(
    { requests: [{ updateCells: { start, rows: rowsOf([texts]), fields: 'userEnteredValue' } }] },
    id,
  );
}

it('workbooks of one cell and of several are kept in a hidden sheet, and replaced as a whole', () => {
  const workbooks = [kept('a', '{"司法所":1}'), kept('b', noise(60_000))];
  writeSnapshot(id, workbooks);
  expect([...readSnapshot(id).values()]).toEqual(workbooks);
  writeSnapshot(id, workbooks.slice(1));
  expect([...readSnapshot(id).keys()]).toEqual(['b']);
  const { sheets = [] } = scratch.sheets.get(id, { fields: 'sheets(properties(title,hidden))' });
  expect(sheets.map(({ properties }) => properties?.hidden ?? false)).toEqual([false, true]);
});

it('what would fill more cells than are allowed is left out, and the others are kept', () => {
  writeSnapshot(id, [kept('large', noise(700_000)), kept('small', 'x')]);
  expect([...readSnapshot(id).keys()]).toEqual(['small']);
});

it.each([
  ['another length', 2, '4'],
  ['a cut text', 3, 'H4sIAAAA'],
  ['no packed text at all', 3, '司法所'],
  ['an empty cell', 3, null],
])('a line with %s is dropped, the others are not', (_, column, text) => {
  writeSnapshot(id, [kept('a', 'one'.repeat(50)), kept('b', 'two')]);
  tamper(0, column, text);
  expect([...readSnapshot(id).keys()]).toEqual(['b']);
});

it('a spreadsheet without the sheet, and none at all, keep nothing', () => {
  expect(readSnapshot(id).size).toBe(0);
  expect(readSnapshot('nowhere.xlsx').size).toBe(0);
});
