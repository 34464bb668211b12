/** Rows of a written workbook that nobody changes are written again unread, and the workbook is what it would be otherwise. */
import { writeXlsx } from 'hucre/xlsx';
import { copyBook, makeBook, makeSheet, type Book, type BookCell } from '../../../src/local/books/book';
import { finishXlsx } from '../../../src/local/books/xlsx/xlsx-finish';
import { LooksMoved } from '../../../src/local/books/xlsx/xlsx-kept';
import { readBook, readBookTitles, type WantedCells } from '../../../src/local/books/xlsx/xlsx-read';
import { frameOf } from '../../../src/local/books/xlsx/xlsx-write';
import { openZip, packZip } from '../../../src/local/base/zip';

const looks = ['FFF2CC', 'E2EFDA', 'DDEBF7'].map((rgb) => ({
  fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb } },
  alignment: { wrapText: true },
}));
const cells = (from: number): (BookCell | undefined)[][] =>
  Array.from({ length: 40 }, (_, row) => [
    { value: `第${String(from + row)}行\n又一行`, ...(looks[row % 3] && { style: looks[row % 3] }) },
    row % 4 === 0 ? undefined : { value: row },
    row === 2 ? { value: '表头', note: '填什么' } : { value: '=不是公式_x0041_' },
  ]);

function threeSheets(): Book {
  const sheets = ['甲', '乙', '丙'].map((title, index) => ({
    ...makeSheet(index, title),
    ...{ cells: cells(100 * index), columnCount: 3, frozenRows: 3, filter: { range: 'A3:C40', isActive: false } },
    ...{ columns: [{ width: 12 }, { width: 9 }, { width: 30 }] },
  }));
  return { ...makeBook(), sheets };
}

const write = async (book: Book): Promise<Uint8Array> => finishXlsx(await writeXlsx(frameOf(book)), book);
const file = async (): Promise<Uint8Array> => write(threeSheets());

/** The file after 乙 got a new text and a new look, read in one way or the other. */
async function changed(wanted: WantedCells, bytes?: Uint8Array): Promise<Uint8Array> {
  const book = copyBook(await readBook('结果.xlsx', bytes ?? (await file()), wanted));
  const look = { ...looks[0], font: { bold: true } };
  book.sheets[1]?.cells.push([{ value: '新的', style: look }, { value: '第100行\n又一行' }]);
  return write(book);
}

/** What stands in each cell of a row, as far as it goes. */
const textsOf = (row: readonly (BookCell | undefined)[]): readonly unknown[] =>
  Array.from(row, (cell) => cell?.value ?? null);

/** The cells of the three sheets, with what is put below 乙. */
function threeSheetsChanged(): readonly (readonly (BookCell | undefined)[])[][] {
  return threeSheets().sheets.map(({ title, cells: rows }) =>
    title === '乙' ? [...rows, [{ value: '新的' }, { value: '第100行\n又一行' }]] : rows,
  );
}

const partsOf = (bytes: Uint8Array): Map<string, string> =>
  new Map(openZip(bytes).map(({ name, read }) => [name, Buffer.from(read()).toString('utf8')]));

it('the rows of the others are not read', async () => {
  const { sheets, written } = await readBook('结果.xlsx', await file(), { changing: ['乙'] });
  expect(sheets.map(({ cells: read }) => read.length)).toEqual([10, 40, 10]);
  const whole = (await readBook('结果.xlsx', await file())).sheets;
  expect(sheets.map(({ cells: read }) => read)).toEqual(
    whole.map(({ title, cells: all }) => (title === '乙' ? all : all.slice(0, 10))),
  );
  const sizesOf = (all: Book['sheets']): unknown => all.map(({ rowCount, columnCount }) => [rowCount, columnCount]);
  expect(sizesOf(sheets)).toEqual(sizesOf(whole));
  expect(written?.texts).toContain('第139行\n又一行');
});

it('a sheet of more columns than there are letters keeps its width', async () => {
  const wide = makeSheet(0, '宽');
  wide.cells = Array.from({ length: 12 }, () => Array.from({ length: 28 }, (_, column) => ({ value: column })));
  wide.columnCount = 28;
  const { sheets } = await readBook('结果.xlsx', await write({ ...makeBook(), sheets: [wide] }), { changing: [] });
  expect(sheets.map(({ cells: read, columnCount }) => [read.length, columnCount])).toEqual([[10, 28]]);
});

it('the workbook reads as one of which every row was read before it was written', async () => {
  const [kept, whole] = [await changed({ changing: ['乙'] }), await changed({})];
  const [again, expected] = [await readBook('结果.xlsx', kept), await readBook('结果.xlsx', whole)];
  expect(again.sheets).toEqual(expected.sheets);
  expect(again.sheets.map((sheet) => sheet.cells.map(textsOf))).toEqual(
    threeSheetsChanged().map((rows) => rows.map(textsOf)),
  );
  const [some, all] = [partsOf(kept), partsOf(whole)];
  expect([...some.keys()]).toEqual([...all.keys()]);
  for (const part of ['xl/workbook.xml', 'xl/styles.xml', 'xl/comments1.xml', 'xl/drawings/vmlDrawing3.vml'])
    expect([part, some.get(part)]).toEqual([part, all.get(part)]);
});

it('a text that stands twice among those of the file keeps both its numbers', async () => {
  const twice = openZip(await file()).map(({ name, read }): [string, Uint8Array] => {
    const text = Buffer.from(read()).toString('utf8');
    return [name, name === 'xl/sharedStrings.xml' ? Buffer.from(text.replace('第31行', '第30行')) : read()];
  });
  const bytes = packZip(twice, true);
  const [kept, whole] = [await changed({ changing: ['乙'] }, bytes), await changed({}, bytes)];
  const { sheets } = await readBook('结果.xlsx', kept);
  expect(sheets).toEqual((await readBook('结果.xlsx', whole)).sheets);
  expect([30, 31].map((row) => sheets[0]?.cells[row]?.[0]?.value)).toEqual(Array(2).fill('第30行\n又一行'));
});

it('and again, after it was written so', async () => {
  const book = await readBook('结果.xlsx', await changed({ changing: ['乙'] }), { changing: [] });
  const again = await write(book);
  expect((await readBook('结果.xlsx', again)).sheets).toEqual((await readBook('结果.xlsx', await changed({}))).sheets);
});

it('texts that a sheet leaves behind, time and again, are cleared away before they are most of all', async () => {
  const onDay = (day: number): BookCell[][] =>
    Array.from({ length: 40 }, (_, row) =>
      Array.from({ length: 4 }, (__, column) => ({ value: `第${String(day)}天${String(row)}行${String(column)}列` })),
    );
  let bytes = await file();
  const counts: number[] = [];
  for (const day of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const book = copyBook(await readBook('结果.xlsx', bytes, { changing: ['乙'] }));
    book.sheets[1]?.cells.splice(0, 40, ...onDay(day));
    bytes = await write(book);
    counts.push(partsOf(bytes).get('xl/sharedStrings.xml')?.split('<si>').length ?? 0);
  }
  expect(Math.max(...counts)).toBeLessThanOrEqual(3 * Math.min(...counts));
  const { sheets } = await readBook('结果.xlsx', bytes);
  const expected = threeSheets().sheets.map(({ title, cells: read }) => (title === '乙' ? onDay(8) : read));
  expect(sheets.map(({ cells: read }) => read.map(textsOf))).toEqual(expected.map((read) => read.map(textsOf)));
});

it.each([
  ['says that it did', 'docProps/app.xml', '<Application>hucre<', '<Application>WPS<'],
  ['says only when', 'docProps/core.xml', '2000-01-01T00:00:00Z</dcterms:mod', '2023-01-05T09:00:00Z</dcterms:mod'],
])('of a workbook that another program has saved, which %s, all is read', async (_, part, ours, theirs) => {
  const saved = openZip(await file()).map(({ name, read }): [string, Uint8Array] => {
    const text = Buffer.from(read()).toString('utf8');
    return [name, name === part ? Buffer.from(text.replace(ours, theirs)) : read()];
  });
  const bytes = packZip(saved, true);
  const { sheets, written } = await readBook('结果.xlsx', bytes, { changing: [] });
  expect(sheets.map(({ cells: read }) => read.length)).toEqual([40, 40, 40]);
  expect(written).toBeUndefined();
  expect(readBookTitles('结果.xlsx', bytes)).toBeNull();
});

it('rows with a note are read', async () => {
  const book = threeSheets();
  book.sheets[2]?.cells.push([{ value: 1, note: '请看' }]);
  const { sheets } = await readBook('结果.xlsx', await write(book), { changing: [] });
  expect(sheets.map(({ cells: read }) => read.length)).toEqual([10, 10, 41]);
  expect(sheets[2]?.cells[40]?.[0]?.note).toBe('请看');
});

it('rows whose looks would get other numbers are not written', async () => {
  const book = await readBook('结果.xlsx', await file(), { changing: [] });
  const { written } = book;
  if (written === undefined) throw new Error('nothing was kept');
  const twice = { ...book, written: { ...written, looks: [...written.looks, { ...written.looks[1] }] } };
  await expect(write(twice)).rejects.toThrow(LooksMoved);
});

it('the titles alone are told without reading a sheet', async () => {
  expect(readBookTitles('结果.xlsx', await file())?.sheets.map(({ id, title }) => [id, title])).toEqual([
    [0, '甲'],
    [1, '乙'],
    [2, '丙'],
  ]);
});
