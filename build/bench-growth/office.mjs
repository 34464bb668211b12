/** Folders of an office for the bench of growth, sheet by sheet. */
import { writeXlsx } from 'hucre/xlsx';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledEditions } from '../bench-intake/readers.mjs';
import { importSources } from '../import-sources.mjs';

const papers = (name) => fileURLToPath(new URL(`../out/templates/${name}/年度报告.docx`, import.meta.url));

/** Both editions, opened. */
export async function editions() {
  const { openEditions } = await importSources({ 'src/core/edition/open-edition': 'openEditions' });
  const opened = openEditions(compiledEditions());
  return opened.names.map((name) => opened.open(name));
}

export const department = '办公室';
const settings = [
  ['报告年度', 2022],
  ['镇名', '某镇'],
  ['行政村数', 30],
];
const units = [
  ['编号', '单位名称', '是否执法单位', '邮箱'],
  ['A1', department, '是', 'a@town.example'],
];
const tasks = [
  ['任务编号', '重点任务', '牵头单位', '完成时限'],
  ['T-1', '办理案件', department, '2022-12-31'],
];

/**
 * `hub`, `books`: rows by the title of their sheet, those of the hub instead of the usual ones; a sheet may be `{ rows, … }` as
 * hucre writes it. `beside`: books beside the hub; `files`: contents by path.
 */
export async function makeOffice(folder, { hub = {}, books = {}, files = {}, beside = {}, edition = 'rule-of-law' }) {
  for (const name of ['填报', '报告', '模板', '发件箱']) mkdirSync(join(folder, name), { recursive: true });
  copyFileSync(papers(edition), join(folder, '模板/年度报告.docx'));
  await writeBook(join(folder, '总表.xlsx'), { 设置: settings, 单位: units, 任务: tasks, ...hub });
  for (const [name, sheets] of Object.entries(books))
    await writeBook(join(folder, '填报', name), sheets.封面 ? sheets : { 封面: cover(name), ...sheets });
  for (const [name, sheets] of Object.entries(beside)) await writeBook(join(folder, `${name}.xlsx`), sheets);
  for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
}

async function writeBook(file, sheets) {
  const list = Object.entries(sheets).map(([name, sheet]) => ({
    name,
    ...(Array.isArray(sheet) ? { rows: sheet } : sheet),
  }));
  writeFileSync(file, await writeXlsx({ sheets: list }));
}

export function cover(name, year = 2022) {
  return [
    ['单位', name.replace(/\.[a-z]+$/u, '')],
    ['报告年度', year],
  ];
}

/** As many as asked, each by its number. */
export function times(count, make) {
  return Array.from({ length: count }, (_, index) => make(index));
}
