/** The journal's file: it only grows, a row is what it was, and what a killed writer left is there to be seen and written over. */
import fs, { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeJournalBook } from '../../../src/local/services/sheets-journal';
import { freshFolder, removeFolders } from '../../workspace/run-command';

afterAll(removeFolders);

type Journal = ReturnType<typeof makeJournalBook>;

function put(journal: Journal, rowIndex: number, ...texts: readonly string[]): void {
  const rows = texts.map((stringValue) => ({ values: [{ userEnteredValue: { stringValue } }] }));
  journal.batchUpdate([{ updateCells: { start: { rowIndex }, rows, fields: 'userEnteredValue' } }]);
}

function rowsIn(journal: Journal): readonly (string | undefined)[] {
  const rows = journal.get(true).sheets?.[0]?.data?.[0]?.rowData ?? [];
  return rows.map(({ values = [] }) => values[0]?.effectiveValue?.stringValue);
}

function freshJournal(): { readonly path: string; readonly journal: Journal; readonly again: () => Journal } {
  const folder = freshFolder();
  const path = join(folder, '.nianbao/催办流水.txt');
  return { path, journal: makeJournalBook(folder), again: () => makeJournalBook(folder) };
}

it('holds what was written, row by row, for whoever opens it next, and for its user alone', () => {
  const { path, journal, again } = freshJournal();
  expect([rowsIn(journal), existsSync(path)]).toEqual([[], false]);
  put(journal, 0, '一', '二');
  put(journal, 2, '三');
  put(again(), 3, '四');
  put(journal, 4, '五');
  expect(rowsIn(again())).toEqual(['一', '二', '三', '四', '五']);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
});

it('is on the disk before the caller goes on', () => {
  const { path, journal } = freshJournal();
  const { fsyncSync } = fs;
  const onDisk: string[] = [];
  const spy = jest.spyOn(fs, 'fsyncSync').mockImplementation((file) => {
    fsyncSync(file);
    if (existsSync(path)) onDisk.push(readFileSync(path, 'utf8'));
  });
  put(journal, 0, 'first');
  put(journal, 1, 'second');
  spy.mockRestore();
  expect(onDisk).toEqual(expect.arrayContaining(['first\n', 'first\nsecond\n']));
});

it('shows the part of a row that was cut off, and the next row takes its place', () => {
  const { path, journal, again } = freshJournal();
  put(journal, 0, 'first', 'second');
  truncateSync(path, 'first\nsec'.length);
  expect(rowsIn(again())).toEqual(['first', 'sec']);
  put(again(), 1, 'other');
  expect(readFileSync(path, 'utf8')).toBe('first\nother\n');
});

it('ends where its last row ends, whatever blank is written behind it', () => {
  const { path, journal } = freshJournal();
  put(journal, 0, 'first', 'second', 'third');
  put(journal, 1, 'other', '');
  expect(readFileSync(path, 'utf8')).toBe('first\nother\n');
});

it('looks at a file again that another has changed, also where as many rows are in it', () => {
  const { path, journal } = freshJournal();
  put(journal, 0, 'first');
  writeFileSync(path, 'the first row\n');
  put(journal, 1, 'second');
  expect(readFileSync(path, 'utf8')).toBe('the first row\nsecond\n');
});

it('takes a row that only lacks its end for whole, and writes behind it', () => {
  const { path, journal, again } = freshJournal();
  put(journal, 0, 'first', 'second');
  truncateSync(path, 'first\nsecond'.length);
  put(again(), 2, 'third');
  expect(readFileSync(path, 'utf8')).toBe('first\nsecond\nthird\n');
});

it('leaves no gap, is not fooled by a file that was changed meanwhile, and does nothing else', () => {
  const { path, journal } = freshJournal();
  put(journal, 0, 'first');
  expect(() => {
    put(journal, 2, 'third');
  }).toThrow('没有第 2 行');
  expect(() => {
    put(journal, 1, 'two\nrows');
  }).toThrow('no such row');
  writeFileSync(path, 'first\nof another run\n');
  put(journal, 1, 'second');
  expect(readFileSync(path, 'utf8')).toBe('first\nsecond\n');
  expect(() => journal.batchUpdate([{ addSheet: {} }])).toThrow('batchUpdate of 催办流水');
});
