/** Reads and writes workbooks while the caller waits: a service call that has returned has happened. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WriteOptions } from 'hucre/xlsx';
import { asError, Refusal } from '../../../core/base/refusal';
import type { Book } from '../book';
import { keptScript } from '../../base/kept-code';
import { startThread } from '../../base/thread-sync';
import { finishXlsx } from './xlsx-finish';
import { frameOf } from './xlsx-write';
import type { WantedCells } from './xlsx-read';
import type { XlsxAnswer, XlsxTask } from './xlsx-worker';

type Read<T> = (name: string, bytes: Uint8Array, wanted?: T) => Book;

export interface XlsxSync {
  /** In a thread, whose start takes longer than most workbooks: for whatever people bring. `wanted`: titles of sheets whose cells are not. */
  readonly read: Read<readonly string[]>;
  /** Here: for the program's own .xlsx. */
  readonly readOwn: Read<WantedCells>;
  /** Throws LooksMoved where rows were kept that would look otherwise. */
  readonly write: (book: Book) => Uint8Array;
}

/** A workbook takes well under a second; a thread that says nothing for so long is broken. */
const patience = 60_000;

const running = new Map<string, XlsxSync>();

/**
 * The thread in `workerFile` and the script beside it, one for the whole process, each started when it is needed. The thread
 * does not keep the process alive. One that stopped answering is left, and the next caller gets another.
 */
export function xlsxSyncOf(workerFile: string): XlsxSync {
  const sync = running.get(workerFile) ?? startXlsxSync(workerFile);
  running.set(workerFile, sync);
  return sync;
}

function startXlsxSync(workerFile: string): XlsxSync {
  const folder = dirname(workerFile);
  let thread: ReturnType<typeof startThread> | undefined;
  let library: XlsxLibrary | undefined;
  const here = (): XlsxLibrary => (library ??= libraryIn(folder));
  return {
    read: (name, bytes, without = []) => {
      const task: XlsxTask = { name, read: bytes, without };
      const answer = (thread ??= startThread(workerFile, patience))(task) as XlsxAnswer | null;
      if (answer === null) running.delete(workerFile);
      if (answer === null) throw new Refusal('表格读写线程没有回应，请重新运行 (xlsx thread does not answer)');
      if ('error' in answer) throw asError(answer.error);
      return answer.book;
    },
    readOwn: (name, bytes, wanted) => here().readBook(name, bytes, wanted),
    write: (book) => finishXlsx(here().writeXlsx(frameOf(book)), book),
  };
}

/** What `xlsx-library` is made by the build. */
interface XlsxLibrary {
  readonly readBook: Read<WantedCells>;
  readonly writeXlsx: (frame: WriteOptions) => Uint8Array;
}

/** The script in the folder; its compiled code is kept where this runs as it was built. */
function libraryIn(folder: string): XlsxLibrary {
  const name = 'xlsx-library.js';
  const { script, keep } = keptScript(name, readFileSync(join(folder, name)), folder);
  const open = script.runInThisContext() as (require: NodeJS.Require) => XlsxLibrary;
  const { readBook, writeXlsx } = open(createRequire(import.meta.url));
  const isBuilt = folder === dirname(fileURLToPath(import.meta.url));
  const kept = <T>(kind: string, made: T): T => {
    if (isBuilt) keep(kind);
    return made;
  };
  return {
    readBook: (...args) => kept('read', readBook(...args)),
    writeXlsx: (frame) => kept('write', writeXlsx(frame)),
  };
}
