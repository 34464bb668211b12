/** The example's office with some cells changed, as a readable table says: 改动.tsv of a folder in test/cases/reports. */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openXlsx, type OpenedSheet, type OpenedWorkbook } from '../../examples/build/edit-xlsx.mjs';
import { typedValue } from '../../examples/build/fill-workbook.mjs';
import { copyOfExample } from './run-command';

/** Where: workbook (* for each department's), sheet, rows by key or label (C2* for all that begin so), column. */
interface Change {
  readonly books: readonly string[];
  readonly sheet: string;
  readonly rows: readonly string[];
  readonly column: string;
  /** 空 clears the cells, 缺表 takes the workbook away. */
  readonly content: string;
}

/** The column whose words tell the rows of a table apart; other tables are cleared only as a whole. */
const keyColumns: Readonly<Record<string, string>> = {
  指标数据: '编码',
  任务进展: '任务编号',
  任务: '任务编号',
  指标: '编码',
};

/** A copy of the example `dazhanglou-2022` with the changes of the table; throws where one of them changes nothing. */
export function changedOffice(table: string): string {
  const folder = copyOfExample('dazhanglou-2022');
  const files = new Map([['总表', join(folder, '总表.xlsx')]]);
  for (const file of readdirSync(join(folder, '填报')))
    files.set(file.replace('.xlsx', ''), join(folder, '填报', file));
  const done = new Map<Change, number>();
  const changes = changesIn(table);
  for (const [name, path] of files) {
    const own = changes.filter(({ books }) => books.includes(name) || (books.includes('*') && name !== '总表'));
    if (own.some(({ content }) => content === '缺表')) rmSync(path);
    else if (own.length > 0) change(path, own, done);
  }
  const idle = changes.filter((one) => one.content !== '缺表' && !done.get(one));
  if (idle.length > 0) throw new Error(`nothing is changed by ${JSON.stringify(idle)}`);
  return folder;
}

function changesIn(table: string): readonly Change[] {
  const [, ...lines] = readFileSync(table, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [books = '', sheet = '', rows = '', column = '', content = ''] = line.split('\t');
    return { books: books.split('、'), sheet, rows: rows.split('、'), column, content };
  });
}

function change(path: string, changes: readonly Change[], done: Map<Change, number>): void {
  const workbook = openXlsx(readFileSync(path));
  for (const one of changes) done.set(one, (done.get(one) ?? 0) + changeCells(workbook, one));
  writeFileSync(path, workbook.bytes());
}

/** How many cells were changed. */
function changeCells(workbook: OpenedWorkbook, one: Change): number {
  if (!workbook.titles.includes(one.sheet)) return 0;
  const sheet = workbook.sheet(one.sheet);
  const value = one.content === '空' ? null : typedValue(one.content);
  const cells = cellsOf(sheet, one);
  for (const [row, column] of cells) sheet.set(row, column, value);
  return cells.length;
}

type Place = readonly [row: number, column: number];

/** By key and column in a table, by label in a form; without either all that stands below the header. */
function cellsOf(sheet: OpenedSheet, { sheet: title, rows, column }: Change): readonly Place[] {
  const isWanted = (key: string): boolean =>
    rows.some((row) => row === key || (row.endsWith('*') && key.startsWith(row.slice(0, -1))));
  const key = keyColumns[title];
  const header = key === undefined ? [] : headerOf(sheet, [key, column]);
  if (header.length === 2) {
    const [[headRow, keyColumn] = [0, 0], [, wanted] = [0, 0]] = header;
    const keyed = sheet.rowNumbers().filter((row) => row > headRow && isWanted(sheet.text(row, keyColumn)));
    return keyed.filter((row) => sheet.text(row, keyColumn) !== '').map((row) => [row, wanted] as const);
  }
  if (column === '') return bodyOf(sheet);
  const labelled = sheet.rowNumbers().filter((row) => isWanted(withoutStar(sheet.text(row, 0))));
  return labelled.map((row) => [row, 1] as const);
}

function headerOf(sheet: OpenedSheet, headers: readonly string[]): readonly Place[] {
  for (const row of sheet.rowNumbers()) {
    const columns = new Map(sheet.texts(row).map(([column, text]) => [withoutStar(text), column]));
    const found = headers.map((header) => columns.get(header));
    if (found.every((column) => column !== undefined)) return found.map((column) => [row, column] as const);
  }
  return [];
}

/** Below the title, the remark and the header that `init` makes. */
function bodyOf(sheet: OpenedSheet): readonly Place[] {
  const [, , , ...rows] = sheet.rowNumbers();
  return rows.flatMap((row) => sheet.texts(row).map(([column]) => [row, column] as const));
}

function withoutStar(text: string): string {
  return text.replace(/\*$/u, '');
}
