/** Where an office under test keeps its files: real ones, or such as cost nothing, which thousands of histories need. */
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import ExcelJS from 'exceljs';
import { simpleParser } from 'mailparser';
import { copyBook, type Book } from '../../src/local/books/book';
import {
  callIn,
  makeContext,
  makeHost,
  offerServices,
  type Host,
  type HostOptions,
  type HostParts,
  type RunScript,
} from '../../src/local/services/bundle-host';
import { stampOf } from '../../src/local/books/workbook-shelf';
import type { XlsxSync } from '../../src/local/books/xlsx/xlsx-sync';
import { assets, isAnew, runsWarm, shippedThreads } from '../local/shared-host';

/** A mail that left the office, as its receiver has it. */
export interface Received {
  /** File name in 发件箱; empty where a mail service took it. */
  readonly file: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly string[];
}

export interface OfficeStore {
  readonly folder: string;
  /** For one run: nothing is read yet. */
  readonly open: (options: HostOptions) => Host;
  /** The texts of the sheet, row by row; null when the workbook has no such sheet. */
  readonly sheet: (workbook: string, title: string) => Promise<readonly (readonly string[])[] | null>;
  /** What lies in 发件箱; throws for anything there that is no whole mail. */
  readonly outbox: () => Promise<readonly Received[]>;
  readonly remove: () => void;
}

/** The very bundle that is pushed, compiled once. */
let script: vm.Script | undefined;
function bundle(): vm.Script {
  return (script ??= new vm.Script(readFileSync(join(assets, 'Code.js'), 'utf8'), { filename: 'Code.js' }));
}

/** Another program in its place: one that was broken on purpose. @public used by build/fuzz/mutants.mjs. */
export function useProgram(code: string): void {
  script = new vm.Script(code, { filename: 'Code.js' });
  warm = undefined;
}

/** As it is run when it is used: evaluated anew for each run, here after `prelude`, which may put services in their place. */
const runAnew =
  (prelude: string): RunScript =>
  (services, watch, call) => {
    const context = makeContext();
    offerServices(context, services, watch);
    vm.runInContext(prelude, context);
    bundle().runInContext(context);
    return callIn(context, call);
  };

let warm: ReturnType<typeof runsWarm> | undefined;
const runWarm =
  (prelude = ''): RunScript =>
  (...run) =>
    (warm ??= runsWarm(bundle()))(...run, prelude);

/** In memory where the system has such a place: every write is waited for until it is on the disk. */
export function freshPlace(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'nianbao-faults-'));
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** A host over a folder of real files, with nothing read yet. */
export function openFolder(folder: string, options: HostOptions, prelude = ''): Host {
  const { xlsx, mail } = shippedThreads();
  const run = (isAnew ? runAnew : runWarm)(prelude);
  return makeHost(folder, { assets, loaded: new Map(), xlsx: () => xlsx, mail }, options, run);
}

/** A copy of the office in which everything is as shipped. */
export function realStore(base: string): OfficeStore {
  const folder = freshPlace();
  cpSync(base, folder, { recursive: true });
  return {
    folder,
    open: (options) => openFolder(folder, options),
    sheet: (workbook, title) => readSheet(join(folder, workbook), title),
    outbox: async () => {
      const names = namesInOutbox(folder);
      return Promise.all(names.map((file) => readMail(file, readFileSync(join(folder, '发件箱', file)))));
    },
    remove: () => {
      removeFolder(folder);
    },
  };
}

async function readSheet(path: string, title: string): Promise<readonly (readonly string[])[] | null> {
  if (!existsSync(path)) return null;
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.getWorksheet(title);
  if (!sheet) return null;
  const rows: string[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    rows.push((Array.isArray(row.values) ? row.values.slice(1) : []).map((value) => textOf(value)));
  });
  return rows;
}

/** The program writes texts and whole numbers into that sheet and nothing else. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

async function readMail(file: string, bytes: Buffer): Promise<Received> {
  const mail = await simpleParser(bytes);
  const to = Array.isArray(mail.to) ? mail.to : mail.to === undefined ? [] : [mail.to];
  return {
    file,
    to: to.flatMap(({ value }) => value.map(({ address = '' }) => address)).join(),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    attachments: mail.attachments.map(({ filename = '' }) => filename),
  };
}

function namesInOutbox(folder: string): readonly string[] {
  return readdirSync(join(folder, '发件箱')).sort();
}

/** The office's own workbooks, read once. */
export function readInputs(base: string): ReadonlyMap<string, Book> {
  const { xlsx } = shippedThreads();
  const ids = ['总表.xlsx', ...readdirSync(join(base, '填报')).map((name) => `填报/${name}`)];
  return new Map(ids.map((id) => [id, xlsx.read(id, readFileSync(join(base, id)))] as const));
}

/** The folder is real, but a workbook in it is the number of a book in memory, and a mail is its content as JSON. */
export function quickStore(base: string, inputs: ReadonlyMap<string, Book>): OfficeStore {
  const folder = freshPlace();
  cpSync(base, folder, { recursive: true });
  const ready = [...inputs].map(([id, book]) => [id, { stamp: stampOf(join(folder, id)), book }] as const);
  const books: Book[] = [];
  const bookIn = (bytes: Uint8Array): Book => {
    const book = books[Number(Buffer.from(bytes).toString())];
    if (!book) throw new Error('no such book in memory');
    return book;
  };
  const xlsx: XlsxSync = {
    read: (_, bytes) => copyBook(bookIn(bytes)),
    readOwn: (_, bytes) => copyBook(bookIn(bytes)),
    write: (book) => Buffer.from(String(books.push(copyBook(book)) - 1)),
  };
  const mail: HostParts['mail'] = ({ mail: { to, subject, text, attachments } }) => {
    const content = { to, subject, text, attachments: attachments.map(({ name }) => name) };
    return { bytes: Buffer.from(JSON.stringify(content)) };
  };
  return {
    folder,
    open: (options) => makeHost(folder, { assets, loaded: new Map(ready), xlsx: () => xlsx, mail }, options, runWarm()),
    sheet: async (workbook, title) => {
      const path = join(folder, workbook);
      const sheet = existsSync(path) ? bookIn(readFileSync(path)).sheets.find((one) => one.title === title) : undefined;
      const rows = sheet?.cells.map((row) => Array.from(row, (cell) => textOf(cell?.value)));
      return Promise.resolve(rows ?? null);
    },
    outbox: async () => {
      const names = namesInOutbox(folder);
      const read = (file: string): Received => ({
        file,
        ...(JSON.parse(readFileSync(join(folder, '发件箱', file), 'utf8')) as Omit<Received, 'file'>),
      });
      return Promise.resolve(names.map(read));
    },
    remove: () => {
      removeFolder(folder);
    },
  };
}
