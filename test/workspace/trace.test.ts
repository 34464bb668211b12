/** Where each figure of the example's report came from: the workbook beside it, and the bookmarks in it. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expectSound } from '../engine/word/ooxml-check';
import { longIt } from '../long';
import { copyOfExample, removeFolders, reportPath, run, wordText } from './run-command';

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
  expect(rows[0]?.[0]).toMatch(/^数据来源（\d+ 处）$/u);
  expect(rows[1]).toEqual(['位置', '字段', '文字', '来源单元格', '书签']);
  const rate = rows.find(([, field]) => field === '任务.完成率');
  expect(rate?.[2]).toBe('86.8%');
  expect(rate?.[3]).toContain('司法所.xlsx 任务进展!');
  const untold = rows.slice(2).filter(([, , text = '', sources]) => /\d/u.test(text) && sources === '');
  expect(untold.map(([, field]) => field)).toEqual([]);
});

it('names fields in words, the items of a list counted from one', () => {
  const fields = rows.slice(2).map(([, field = '']) => field);
  expect(fields.filter((field) => /\.\d+\.|\.\d+$/u.test(field))).toEqual([]);
  expect(fields.some((field) => field.includes(' 第1项 '))).toBe(true);
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
      .slice(2)
      .map((row) => row[4])
      .filter((name) => name !== ''),
  ).toEqual(names);
});

it('leaves no file but the report, its trace and the results', () => {
  expect(readdirSync(join(folder, '报告')).filter((name) => !name.startsWith('.'))).toHaveLength(2);
});

it('leaves the report a sound document', () => {
  expectSound(readFileSync(join(folder, '模板/年度报告.docx')), readFileSync(reportPath(folder)));
});

longIt('is attached to the report when the office wants it, naming the places of that very report', () => {
  const attached = copyOfExample('dazhanglou-2022');
  switchOn(join(attached, '总表.xlsx'), '附数据来源');
  expect(run('report', attached).exit).toBe(0);
  const path = reportPath(attached);
  expectSound(readFileSync(join(attached, '模板/年度报告.docx')), readFileSync(path));
  const lines = wordText(path).split('\n');
  expect(lines).toContain('数据来源');
  expect(lines.filter((line) => line === '86.8%').length).toBeGreaterThan(0);
  const own = rowsOf(path.replace(/\.docx$/u, ' 数据来源.xlsx'));
  expect(own.filter(([, field = '']) => field.startsWith('数据来源'))).toEqual([]);
  const rate = own.find(([, field]) => field === '任务.完成率');
  expect(lines).toContain(rate?.[0] ?? '-');
});

/** Writes 是 into the cell beside a setting's name, as a person would. */
function switchOn(path: string, setting: string): void {
  const parts = unzipSync(readFileSync(path));
  const strings = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
  const texts = strings
    .split('<si>')
    .slice(1)
    .map((each) => each.replace(/<[^>]*>/gu, ''));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const cell =
    new RegExp(`<c r="A(\\d+)"[^>]*><v>${String(texts.indexOf(setting))}</v></c>`, 'u').exec(sheet)?.[1] ?? '';
  const filled = sheet.replace(
    new RegExp(`<c r="B${cell}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`, 'u'),
    (_, style: string | undefined) => {
      return `<c r="B${cell}"${style ?? ''} t="inlineStr"><is><t>是</t></is></c>`;
    },
  );
  expect(filled).not.toBe(sheet);
  writeFileSync(path, zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(filled) }));
}
