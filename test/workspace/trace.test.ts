/** Where each figure of the example's report came from: the workbook beside it, and the bookmarks in it. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { copyOfExample, removeFolders, reportPath, run } from './run-command';

let folder: string;
let rows: string[][];
beforeAll(() => {
  folder = copyOfExample('dazhanglou-2022');
  run('report', folder);
  rows = rowsOf(reportPath(folder).replace(/\.docx$/u, ' 数据来源.xlsx'));
});
afterAll(removeFolders);

/** The texts of the first sheet, read without the program. */
function rowsOf(path: string): string[][] {
  const xml = strFromU8(unzipSync(readFileSync(path))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  return xml
    .split('<row ')
    .slice(1)
    .map((row) => [...row.matchAll(/<t [^>]*>([^<]*)<\/t>/gu)].map(([, text = '']) => text));
}

it('has a line for every printed value, each figure with its cells', () => {
  expect(rows[0]).toEqual(['位置', '字段', '文字', '来源单元格', '书签']);
  const rate = rows.find(([, field]) => field === '任务.完成率');
  expect(rate?.[2]).toBe('86.8%');
  expect(rate?.[3]).toContain('司法所.xlsx 任务进展!');
  const untold = rows.slice(1).filter(([, , text = '', sources]) => /\d/u.test(text) && sources === '');
  expect(untold.map(([, field]) => field)).toEqual([]);
});

it('names the bookmarks that stand in the report, each once', () => {
  const xml = strFromU8(unzipSync(readFileSync(reportPath(folder)))['word/document.xml'] ?? new Uint8Array());
  const set = [...xml.matchAll(/<w:bookmarkStart w:id="(\d+)" w:name="(nb_[^"]*)"\/>/gu)];
  const names = set.map(([, , name]) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(set.map(([, id]) => id)).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(100);
  expect(
    rows
      .slice(1)
      .map((row) => row[4])
      .filter((name) => name !== ''),
  ).toEqual(names);
});

it('leaves no file but the report, its trace and the results', () => {
  expect(readdirSync(join(folder, '报告')).filter((name) => !name.startsWith('.'))).toHaveLength(2);
});
