/** One ledger in each format that offices send, over the shipped command: all say the same, and what cannot be read is told why. */
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write, type BookType, type WorkBook } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { readCase, type CaseSheet } from '../../ledgers/cases/read-case';
import type { CellInput } from '../../core/grid-builder';
import { longIt } from '../../long';
import { copyOfExample, freshFolder, removeFolders, root, run } from '../../workspace/run-command';

afterAll(removeFolders);

const books = join(root, 'test/ledgers/cases/books');

function sheetOf(name: string, year: string): CaseSheet {
  const text = readFileSync(join(books, `${name}.txt`), 'utf8').replaceAll(/202[45]/gu, year);
  const [sheet] = readCase(text).sheets;
  if (sheet === undefined) throw new Error(`${name} has no sheet`);
  return sheet;
}

/** Days from 1899-12-30, as both libraries count them. */
const dayPattern = 'yyyy"年"m"月"d"日"';

interface Written {
  readonly value: string | number;
  readonly pattern?: string;
  readonly shown: string;
}

function writtenOf(input: CellInput): Written | null {
  if (input === null || input === '') return null;
  if (typeof input !== 'object')
    return { value: typeof input === 'boolean' ? String(input) : input, shown: String(input) };
  const { kind, value, shown, format } = input;
  if (kind === 'date') return { value: Number(value), pattern: dayPattern, shown };
  return format?.unit === undefined
    ? { value: String(value), shown }
    : { value: Number(value), pattern: `0"${format.unit}"`, shown };
}

const rangesOf = ({ merges }: CaseSheet) =>
  merges.map((one) => ({
    s: { r: one.startRow, c: one.startColumn },
    e: { r: one.endRow - 1, c: one.endColumn - 1 },
  }));

/** As SheetJS, which is what many exports of systems are made with, writes it. */
function bySheetJs(sheet: CaseSheet, bookType: BookType): Uint8Array {
  const rows = sheet.rows.map((row) => row.map(writtenOf));
  const made = utils.aoa_to_sheet(rows.map((row) => row.map((cell) => cell?.value ?? null)));
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell?.pattern === undefined) return;
      made[utils.encode_cell({ r, c })] = { t: 'n', v: cell.value, z: cell.pattern };
    });
  });
  made['!merges'] = rangesOf(sheet);
  const book: WorkBook = utils.book_new(made, sheet.name);
  return new Uint8Array(write(book, { bookType, type: 'array' }) as ArrayBuffer);
}

async function byExcelJs(sheet: CaseSheet): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const made = book.addWorksheet(sheet.name);
  sheet.rows.forEach((row, r) => {
    row.map(writtenOf).forEach((cell, c) => {
      if (cell === null) return;
      const at = made.getCell(r + 1, c + 1);
      at.value = cell.value;
      if (cell.pattern !== undefined) at.numFmt = cell.pattern;
    });
  });
  for (const { s, e } of rangesOf(sheet)) made.mergeCells(s.r + 1, s.c + 1, e.r + 1, e.c + 1);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The rows as text; `sign` parts the cells. */
function textOf(sheet: CaseSheet, sign: string): string {
  const lines = sheet.rows.map((row) => row.map((cell) => writtenOf(cell)?.shown ?? ''));
  const quoted = (text: string): string =>
    /["\n]/u.test(text) || text.includes(sign) ? `"${text.replaceAll('"', '""')}"` : text;
  return lines.map((line) => line.map(quoted).join(sign)).join('\r\n');
}

/** As Excel and WPS in Chinese save a .csv unless told otherwise. */
function inGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead < 0xff; lead += 1)
    for (let trail = 0x40; trail < 0xff; trail += 1)
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Uint8Array.from(
    Array.from(text).flatMap((sign) => codes.get(sign) ?? (sign < '\u0080' ? [sign.charCodeAt(0)] : [0x3f])),
  );
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const inUtf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

/** The ledger by the ending of its file's name. */
async function formatsOf(sheet: CaseSheet): Promise<readonly (readonly [ending: string, bytes: Uint8Array])[]> {
  const commas = textOf(sheet, ',');
  return [
    ['xlsx', await byExcelJs(sheet)],
    ['csv', bySheetJs(sheet, 'xlsx')],
    ['et', bySheetJs(sheet, 'biff8')],
    ['xls', bySheetJs(sheet, 'xlsx')],
    ['xlsx', bySheetJs(sheet, 'biff8')],
    ['xlsx', bySheetJs(sheet, 'ods')],
    ['csv', inGb18030(commas)],
    ['csv', bytesOf(textOf(sheet, ';'))],
    ['csv', inUtf16(commas).swap16()],
    ['csv', Buffer.from(textOf(sheet, '\t'), 'utf16le')],
    ['tsv', inGb18030(textOf(sheet, '\t'))],
  ];
}

interface Answer {
  readonly problems: readonly {
    readonly code: string;
    readonly workbook: string;
    readonly cell: string | null;
    readonly reason: string;
  }[];
  readonly summary: {
    readonly indicators: readonly {
      readonly code: string;
      readonly value: number | null;
      readonly partial: number | null;
    }[];
    readonly cells: readonly { readonly workbook: string; readonly used: number; readonly unread: number }[];
  };
}

/** A .csv has no name of a sheet but its own; and what the departments are asked, and have in common, differs. */
const ofTheDepartment =
  /^(?:sheet-(?:by-title|by-header|missing)|hidden-rows|joint-event-twice|task-.*|figure-(?:un|in).*)$/u;

/** All that is said of the department's ledger, without the name of its file. */
function toldOf({ problems, summary }: Answer, file: string): readonly string[] {
  const name = file.replace(/\.\w+$/u, '');
  const told = problems
    .filter(({ workbook, code }) => workbook === file && !ofTheDepartment.test(code))
    .map(({ code, cell, reason }) => `${code} ${cell ?? ''} ${reason}`.replaceAll(file, '表').replaceAll(name, '单位'));
  const cells = summary.cells.filter(({ workbook }) => workbook === file);
  return [...told.sort(), ...cells.map(({ used, unread }) => `${String(used)} used, ${String(unread)} unread`)];
}

longIt('eleven departments send the same ledger in eleven formats, three send what cannot be read', async () => {
  const folder = copyOfExample('dazhanglou-2022');
  const at = (file: string): string => join(folder, '填报', file);
  const departments = readdirSync(join(folder, '填报')).map((file) => file.replace('.xlsx', ''));
  for (const name of departments) rmSync(at(`${name}.xlsx`));
  const sheet = sheetOf('registers/普法统计', '2022');
  const formats = await formatsOf(sheet);
  const files = formats.map(([ending, bytes], index) => {
    const file = `${departments[index] ?? ''}.${ending}`;
    writeFileSync(at(file), bytes);
    return file;
  });
  const [locked = '', cut = '', marks = ''] = departments.slice(formats.length);
  cpSync(join(__dirname, 'files/密码-LibreOffice.xls'), at(`${locked}.xls`));
  writeFileSync(at(`${cut}.xls`), bySheetJs(sheet, 'biff8').subarray(0, 2000));
  writeFileSync(at(`${marks}.csv`), textOf(sheet, ',').replaceAll(/[^\0-\x7F]/gu, '?'));
  const answer = JSON.parse(run('check', folder, '--json').out) as Answer;
  const [first = []] = files.map((file) => toldOf(answer, file));
  expect(first.at(-1)).toBe('24 used, 0 unread');
  for (const file of files) expect([file, toldOf(answer, file)]).toEqual([file, first]);
  // Two of the four events are led by the department: 86 and 40 persons, 120 and 60 papers.
  const partial = (code: string) => answer.summary.indicators.find((one) => one.code === code)?.partial;
  expect(['E1', 'E2', 'E2.1'].map(partial)).toEqual([22, 1386, 1980]);
  const refused = answer.problems.filter(({ code }) => code === 'workbook-unreadable');
  expect(refused.map(({ reason }) => reason).sort()).toEqual([
    `没有读到，整本没有采用：${locked}.xls 设有打开密码，请用 WPS/Excel 打开后取消密码再保存`,
    `没有读到，整本没有采用：${cut}.xls 已损坏或没有传完，请重新复制或向提供文件的人重新索取`,
    expect.stringContaining(`没有读到，整本没有采用：${marks}.csv 里的汉字都成了“?”或乱码（如 A1 的“`),
  ]);
});

interface MappedLine {
  readonly cell: string;
  readonly header: string | null;
}

interface Mapped {
  readonly details: {
    readonly sheets: readonly {
      readonly title: string;
      readonly rows: number;
      readonly lines: readonly MappedLine[];
    }[];
    readonly cells: readonly { readonly used: number; readonly listed: number; readonly unread: number }[];
  };
}

it('a ledger with a header of two rows, marks and units is taken for the same as a .csv and as an .xls', async () => {
  const sheet = sheetOf('registers/处罚案件台账', '2022');
  const mapped = (name: string, bytes: Uint8Array): unknown => {
    const path = join(freshFolder(), name);
    writeFileSync(path, bytes);
    const { details } = JSON.parse(run('map', path, '--json').out) as Mapped;
    return [
      // How a header of two rows is joined hangs on its merged cells, which a .csv does not have.
      details.sheets.map(({ title, rows, lines }) => [title, rows, lines.map(({ cell, header }) => [cell, header])]),
      details.cells.map(({ used, listed, unread }) => [used, listed, unread]),
    ];
  };
  const asXlsx = mapped('综合执法队.xlsx', await byExcelJs(sheet));
  expect(asXlsx).toMatchObject([[['案件明细', 4, expect.any(Array)]], [[28, 16, 0]]]);
  expect(mapped('综合执法队.csv', inGb18030(textOf(sheet, ',')))).toEqual(asXlsx);
  expect(mapped('综合执法队.et', bySheetJs(sheet, 'biff8'))).toEqual(asXlsx);
});
