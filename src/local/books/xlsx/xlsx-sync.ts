/** Reads and writes workbooks while the caller waits: a service call that has returned has happened. */
import { asError, Refusal } from '../../../core/base/refusal';
import type { Book } from '../book';
import { startThread } from '../../base/thread-sync';
import { finishXlsx } from './xlsx-finish';
import { frameOf } from './xlsx-write';
import type { XlsxAnswer, XlsxTask } from './xlsx-worker';

export interface XlsxSync {
  /** `without`: titles of sheets whose cells are not wanted. */
  readonly read: (name: string, bytes: Uint8Array, without?: readonly string[]) => Book;
  readonly write: (book: Book) => Uint8Array;
}

/** A workbook takes well under a second; a thread that says nothing for so long is broken. */
const patience = 60_000;

const running = new Map<string, XlsxSync>();

/**
 * The thread in `workerFile`, one for the whole process: its start takes longer than most workbooks. It does not keep the
 * process alive. One that stopped answering is left, and the next caller gets another.
 */
export function xlsxSyncOf(workerFile: string): XlsxSync {
  const sync = running.get(workerFile) ?? startXlsxSync(workerFile);
  running.set(workerFile, sync);
  return sync;
}

function startXlsxSync(workerFile: string): XlsxSync {
  const thread = startThread(workerFile, patience);
  const ask = (task: XlsxTask): Exclude<XlsxAnswer, { readonly error: object }> => {
    const answer = thread(task) as XlsxAnswer | null;
    if (answer === null) running.delete(workerFile);
    if (answer === null) throw new Refusal('表格读写线程没有回应，请重新运行 (xlsx thread does not answer)');
    if ('error' in answer) throw asError(answer.error);
    return answer;
  };
  return {
    read: (name, bytes, without = []) => {
      const answer = ask({ name, read: bytes, without });
      if ('book' in answer) return answer.book;
      throw new Error('xlsx thread answered without a book');
    },
    write: (book) => {
      const answer = ask({ frame: frameOf(book) });
      if ('bytes' in answer) return finishXlsx(answer.bytes, book);
      throw new Error('xlsx thread answered without bytes');
    },
  };
}
