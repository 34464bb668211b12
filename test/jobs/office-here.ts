/** Parts of the program run from their source over a folder, with the services of this computer; workbooks cost nothing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookAround, type Workspace } from '../../src/jobs/steps/find-workspace';
import { copyBook, makeBook, setCell, type Book, type BookSheet, type BookValue } from '../../src/local/books/book';
import type { Mounts } from '../../src/local/base/workspace';
import { readCsv } from '../../src/local/books/read-csv';
import type { XlsxSync } from '../../src/local/books/xlsx/xlsx-sync';
import { makeHost, type HostParts, type RunScript } from '../../src/local/services/bundle-host';
import { assets } from '../local/shared-host';
import { freshFolder } from '../workspace/run-command';

/** A workbook in the folder is its number, with its mark before it, as text. */
const mark = 'PK ';

export interface OfficeHere {
  readonly folder: string;
  /** Runs the work with the services in place. `user`: whose account it is. */
  readonly run: <T>(work: () => T, user?: string) => T;
  /** Service calls so far, by name. */
  readonly calls: Record<string, number>;
  /** A call that throws instead. */
  fail: (name: string, args: readonly unknown[]) => void;
  /** The texts of a sheet. */
  readonly rows: (file: string, title: string) => readonly (readonly string[])[];
  /** What people do in a workbook themselves: one that is not there is made. */
  readonly edit: (file: string, change: (book: Book) => void) => void;
}

/** The workspace of an office as it is found there; in a run of it. */
export function workspaceIn(more: Partial<Workspace> = {}): Workspace {
  return { ...lookAround({ folder: '.', hub: '总表.xlsx' }), ...more };
}

/** `mounts`: folders beside it. */
export function officeHere(mounts: Mounts = {}): OfficeHere {
  const folder = freshFolder();
  const books: Book[] = [];
  const bookIn = (bytes: Uint8Array): Book => {
    const text = Buffer.from(bytes).toString();
    const book = text.startsWith(mark) ? books[Number(text.slice(mark.length))] : undefined;
    if (!book) throw new Error('文件损坏');
    return copyBook(book);
  };
  const write = (book: Book): Uint8Array => Buffer.from(`${mark}${String(books.push(copyBook(book)) - 1)}`);
  const readAny = (name: string, bytes: Uint8Array): Book =>
    name.endsWith('.csv') ? readCsv(name, bytes) : bookIn(bytes);
  const xlsx: XlsxSync = { read: readAny, readOwn: readAny, write };
  const bookOf = (file: string): Book => bookIn(readFileSync(join(folder, file)));
  const office: OfficeHere = {
    folder,
    calls: {},
    fail: () => undefined,
    run: (work, user = '') => runHere(office, xlsx, { work, user, mounts }),
    rows: (file, title) => {
      const sheet = bookOf(file).sheets.find((one) => one.title === title);
      return (sheet?.cells ?? []).map((row) => Array.from(row, (cell) => shownOf(cell?.value)));
    },
    edit: (file, change) => {
      const book = read(() => bookOf(file)) ?? makeBook();
      change(book);
      writeFileSync(join(folder, file), write(book));
    },
  };
  return office;
}

/** Types values over the cells from the place on; the sheet bears the title from then on. */
export function type(sheet: BookSheet | undefined, row: number, values: readonly BookValue[]): void {
  if (sheet === undefined) throw new Error('no such sheet');
  for (const [column, value] of values.entries()) setCell(sheet, row, column, { value });
}

function shownOf(value: BookValue | undefined): string {
  return typeof value === 'object' || value === undefined ? '' : String(value);
}

function read<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

interface Run<T> {
  readonly work: () => T;
  readonly user: string;
  readonly mounts: Mounts;
}

function runHere<T>(office: OfficeHere, xlsx: XlsxSync, { work, user, mounts }: Run<T>): T {
  const given: { answer?: T } = {};
  const mail: HostParts['mail'] = () => null;
  const runScript: RunScript = (services) => {
    const known = Object.keys(services);
    for (const name of known) Object.assign(globalThis, { [name]: watched(office, name, services[name] ?? {}) });
    try {
      given.answer = work();
    } finally {
      for (const name of known) Reflect.deleteProperty(globalThis, name);
    }
    return null;
  };
  const parts = { assets, loaded: new Map<string, never>(), xlsx: () => xlsx, mail };
  makeHost(office.folder, parts, { progress: () => undefined, user, mounts }, runScript).run('work');
  return given.answer as T;
}

/** The service, with each call counted, and failing where the test wants it. */
function watched(office: OfficeHere, name: string, service: object): object {
  return Object.fromEntries(
    Object.entries(service).map(([key, member]: [string, unknown]) => [
      key,
      watchedMember(office, `${name}.${key}`, member),
    ]),
  );
}

function watchedMember(office: OfficeHere, name: string, member: unknown): unknown {
  if (typeof member !== 'function')
    return typeof member === 'object' && member !== null ? watched(office, name, member) : member;
  return (...args: unknown[]): unknown => {
    office.calls[name] = (office.calls[name] ?? 0) + 1;
    office.fail(name, args);
    const answer: unknown = Reflect.apply(member, undefined, args);
    return answer;
  };
}
