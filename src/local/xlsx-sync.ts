/** Reads and writes workbooks while the caller waits: a service call that has returned has happened. */
import { createSyncFn } from 'synckit';
import type { Book } from './book';
import type { XlsxAnswer, XlsxTask } from './xlsx-worker';

export interface XlsxSync {
  readonly read: (name: string, bytes: Uint8Array) => Book;
  readonly write: (book: Book) => Uint8Array;
}

/** Starts the thread in `workerFile`; it does not keep the process alive. */
export function startXlsxSync(workerFile: string): XlsxSync {
  const ask: (task: XlsxTask) => XlsxAnswer = createSyncFn(workerFile, { timeout: 120_000 });
  return {
    read: (name, bytes) => {
      const answer = ask({ name, read: bytes });
      if (!('book' in answer)) throw new Error('xlsx worker gave the wrong answer');
      return answer.book;
    },
    write: (book) => {
      const answer = ask({ write: book });
      if (!('bytes' in answer)) throw new Error('xlsx worker gave the wrong answer');
      return answer.bytes;
    },
  };
}
