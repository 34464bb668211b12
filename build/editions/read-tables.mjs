/** Reads the tables of an edition: tab-separated lines, `#` comments, the first other line naming the columns. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

/**
 * The rows of all tables by table: those of the common folder, each replaced by the edition's own row of the same key, then
 * the edition's other rows. A row is the values of its cells and `at`, where it stands. `tell(at, message)` hears mistakes.
 */
export function readTables(tables, [common, folder], tell) {
  for (const path of [common, folder].flatMap((one) => readdirSync(one).map((file) => join(one, file)))) {
    const file = basename(path);
    const isTable = file.endsWith('.tsv') && file.slice(0, -4) in tables;
    if (!isTable)
      tell(
        { file: shown(join(folder, file)), line: 1 },
        `no such table, expected one of ${Object.keys(tables).join(' ')}`,
      );
  }
  return Object.fromEntries(
    Object.entries(tables).map(([name, table]) => {
      const [shared, own] = [common, folder].map((one) => readTable(join(one, `${name}.tsv`), table, tell));
      if (table.required && shared === null && own === null) {
        tell({ file: shown(join(folder, `${name}.tsv`)), line: 1 }, 'the table is missing');
      }
      return [name, merged(shared ?? [], own ?? [], table)];
    }),
  );
}

function shown(path) {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}

function merged(shared, own, { keyOf }) {
  const replacing = new Map(own.map((row) => [keyOf(row), row]));
  const taken = new Set(shared.map(keyOf));
  return [...shared.map((row) => replacing.get(keyOf(row)) ?? row), ...own.filter((row) => !taken.has(keyOf(row)))];
}

/** Null when there is no such file. */
function readTable(path, table, tell) {
  if (!existsSync(path)) return null;
  const file = shown(path);
  const lines = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .map((text, index) => ({ text, at: { file, line: index + 1 } }))
    .filter(({ text }) => text.trim() !== '' && !text.startsWith('#'));
  const [head, ...body] = lines;
  const columns = head === undefined ? null : columnsOf(head, table, tell);
  if (head === undefined) tell({ file, line: 1 }, `no line of column names, expected ${columnNames(table)}`);
  if (columns === null) return [];
  const rows = body.flatMap((line) => rowOf(line, columns, table, tell));
  return withoutTwins(rows, table, tell);
}

function columnNames(table) {
  return Object.keys(table.columns).join(' ');
}

/** The names of the columns in their order, null when they are not those of the table. */
function columnsOf({ text, at }, table, tell) {
  const found = cellsOf(text);
  const unknown = found.filter((name) => !(name in table.columns));
  const missing = Object.keys(table.columns).filter((name) => !found.includes(name));
  const twice = found.filter((name, index) => found.indexOf(name) !== index);
  for (const name of unknown) tell(at, `unknown column "${name}", expected ${columnNames(table)}`);
  for (const name of missing) tell(at, `the column "${name}" is missing`);
  for (const name of twice) tell(at, `the column "${name}" stands here twice`);
  return unknown.length + missing.length + twice.length === 0 ? found : null;
}

function cellsOf(text) {
  return text.split('\t').map((cell) => cell.trim());
}

/** No row when the cells cannot be told apart; a cell that cannot be read is told and null. */
function rowOf({ text, at }, columns, table, tell) {
  const cells = cellsOf(text);
  if (cells.length !== columns.length) {
    tell(at, `${cells.length} cells, expected ${columns.length}: ${columns.join(' ')}`);
    return [];
  }
  const row = { at };
  for (const [index, name] of columns.entries()) {
    const { as, read, blank } = table.columns[name];
    row[as] = cellOf(cells[index], { at, name, read, blank }, tell);
  }
  return [row];
}

function cellOf(cell, { at, name, read, blank }, tell) {
  if (cell === '') {
    if (blank === undefined) tell(at, `${name} is blank`);
    return blank ?? null;
  }
  const { value, expected } = read(cell);
  if (expected !== undefined) tell(at, `${name} "${cell}": expected ${expected}`);
  return value ?? null;
}

function withoutTwins(rows, { keyOf }, tell) {
  const seen = new Map();
  return rows.filter((row) => {
    const text = keyOf(row);
    const first = seen.get(text);
    if (first !== undefined) tell(row.at, `"${text}" stands in line ${first} already`);
    else seen.set(text, row.at.line);
    return first === undefined;
  });
}
