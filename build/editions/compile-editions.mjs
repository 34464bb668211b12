/** All editions of a folder: one in each folder but `common`, whose tables they share. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compileEdition } from './compile-edition.mjs';
import { compilePapers } from './compile-papers.mjs';
import { checkReports } from './check-reports.mjs';
import { readTables } from './read-tables.mjs';
import { tablesOf } from './tables.mjs';

const shared = 'common';

/**
 * The editions in their order, their papers, and everything that is wrong with their tables, each with file and line. `core` is what the
 * sources declare: `shapes`, `words`, `choiceWords`, `lineForms`, and what checks a template: `openEditions`, `fieldsOfReport`, `fillText`.
 */
export function compileEditions(root, core) {
  const mistakes = [];
  const seen = new Set();
  const tell = (at, message) => {
    const text = `${at.file}:${at.line} ${message}`;
    if (!seen.has(text)) mistakes.push({ ...at, text });
    seen.add(text);
  };
  const tables = tablesOf(core.words);
  const read = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== shared)
    .map(({ name }) => join(root, name))
    .map((folder) => ({ folder, key: basename(folder), rows: readTables(tables, [join(root, shared), folder], tell) }))
    .map((edition) => ({ ...edition, ...saidOf(edition.rows) }))
    .sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1));
  checkDistinct(read, tell);
  const names = read.map(({ name }) => name);
  const editions = read.map(({ key, folder, rows }) => compileEdition({ key, folder, rows, names, core, tell }));
  const papers = read.flatMap(({ key, folder, rows }) => compilePapers({ key, folder, rows, tell }));
  if (mistakes.length === 0)
    checkReports({ editions, papers, rows: Object.fromEntries(read.map(({ key, rows }) => [key, rows])), core, tell });
  const inOrder = mistakes.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  return { editions, papers, mistakes: inOrder.map(({ text }) => text) };
}

/** The order and the name, before anything is checked. */
function saidOf({ edition }) {
  const value = (item) => edition.find((row) => row.item === item)?.value ?? '';
  return { name: value('名称'), order: Number(value('顺序')) };
}

function checkDistinct(editions, tell) {
  for (const [index, { name, order, rows }] of editions.entries()) {
    const other = editions.slice(0, index).find((one) => one.name === name || one.order === order);
    const at = rows.edition[0]?.at;
    if (other !== undefined && at) tell(at, `名称 "${name}", 顺序 ${order}: ${other.key} has one of them already`);
  }
}
