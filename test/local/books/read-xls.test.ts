/** Old binary workbooks: a real one, saved by LibreOffice, and what is no sound one. */
import { readFileSync } from 'node:fs';
import { utils, write, type BookType } from '@e965/xlsx';
import { readXls } from '../../../src/local/books/read-xls';
import { isOldBook, readValues } from '../../../src/local/books/read-values';
import { shownText } from '../../../src/local/books/xlsx/xlsx-format';

const bytes = readFileSync(`${import.meta.dirname}/old/台账.xls`);

function refusal(name: string, content: Uint8Array): string {
  try {
    readXls(name, content);
  } catch (error) {
    return error instanceof Error ? `${error.name} ${error.message}` : String(error);
  }
  return 'read';
}

describe('a workbook saved as .xls', () => {
  const book = readXls('执法队.xls', bytes);
  const [sheet] = book.sheets;
  const shown = (row: number, column: number): string => {
    const cell = sheet?.cells[row]?.[column];
    return cell === undefined ? '' : shownText(cell.value, cell.style?.numFmt);
  };

  it('has its sheets, also the hidden one', () => {
    expect(book.sheets.map(({ title, hidden }) => [title, hidden])).toEqual([
      ['培训台账', false],
      ['底稿', true],
    ]);
  });

  it('shows dates, units and shares by their formats', () => {
    expect([2, 3, 4].map((row) => [1, 3, 4, 5].map((column) => shown(row, column)))).toEqual([
      ['2025-03-15', '8', '8人', '80%'],
      ['2025年4月', '半天', '7', '87.5%'],
      ['2025年6月上旬', '4', '8', '100%'],
    ]);
    expect(sheet?.cells[3]?.[2]?.value).toBe('执法文书\n制作');
  });

  it('has its merged cells, hidden rows and formulas', () => {
    expect(sheet?.merges).toEqual([
      { startRow: 0, endRow: 1, startColumn: 0, endColumn: 6 },
      { startRow: 5, endRow: 6, startColumn: 0, endColumn: 3 },
    ]);
    expect([...(sheet?.rows ?? [])].filter(([, { hidden }]) => hidden === true).map(([row]) => row)).toEqual([3]);
    expect(sheet?.cells[5]?.[3]).toMatchObject({ value: 12, formula: 'SUM(D3:D5)' });
  });
});

/** What the library writes of such cells. */
function written(bookType: BookType, is1904 = false): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['日期', '学时'],
    [{ t: 'n', v: 43_000, z: 'yyyy-mm-dd' }, 8],
  ]);
  const book = utils.book_new(sheet, '培训明细');
  book.Workbook = { WBProps: { date1904: is1904 } };
  return new Uint8Array(write(book, { bookType, type: 'array' }) as ArrayBuffer);
}

it.each([
  ['1900', false, 43_000],
  ['1904', true, 44_462],
])('dates counted from %s', (_, is1904, serial) => {
  const [sheet] = readXls('司法所.xls', written('biff8', is1904)).sheets;
  expect([sheet?.cells[1]?.[0]?.value, sheet?.cells[1]?.[1]?.value]).toEqual([serial, 8]);
});

it('a workbook that was cut off is never read in part', () => {
  for (let part = 1; part < 18; part += 1) {
    const cut = bytes.subarray(0, Math.floor((bytes.length * part) / 20));
    expect(refusal('司法所.xls', cut)).toMatch(/^Refusal 司法所\.xls 已损坏/u);
  }
});

it('a sheet that says it is smaller than it is loses nothing', () => {
  const lying = Buffer.from(bytes);
  for (let at = lying.indexOf(Buffer.from([0x00, 0x02, 0x0e, 0x00])); at >= 0;) {
    lying.fill(0, at + 4, at + 18);
    at = lying.indexOf(Buffer.from([0x00, 0x02, 0x0e, 0x00]), at + 4);
  }
  expect(lying.equals(bytes)).toBe(false);
  const cells = (content: Uint8Array): unknown => readXls('司法所.xls', content).sheets.map((sheet) => sheet.cells);
  expect(cells(lying)).toEqual(cells(bytes));
});

it('one with a password is told what to do', () => {
  const locked = Buffer.from(bytes);
  // The record behind the first one, WRITEACCESS, becomes FILEPASS.
  const at = locked.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00]));
  locked.writeUInt16LE(0x002f, at + 4 + locked.readUInt16LE(at + 2));
  expect(refusal('司法所.xls', locked)).toBe('Refusal 司法所.xls 设有打开密码，请用 WPS/Excel 打开后取消密码再保存');
});

it('a text document in the old format is no workbook', () => {
  expect(refusal('司法所.xls', Buffer.concat([bytes.subarray(0, 512), Buffer.alloc(4000)]))).toMatch(/^Refusal /u);
});

it('is told by its bytes: an .xlsx may be called .xls, an .xls .xlsx, and an .et be an .xls', () => {
  const xlsx = written('xlsx');
  expect([isOldBook(bytes), isOldBook(xlsx)]).toEqual([true, false]);
  expect(readValues('司法所.xls', xlsx).sheets[0]?.title).toBe('培训明细');
  expect(readXls('司法所.et', bytes).sheets).toHaveLength(2);
});
