/** Reads and writes workbooks while the caller waits: a service call that has returned has happened. */
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Book } from './book';
import type { XlsxAnswer, XlsxTask, XlsxThreadData } from './xlsx-worker';

export interface XlsxSync {
  readonly read: (name: string, bytes: Uint8Array) => Book;
  readonly write: (book: Book) => Uint8Array;
}

/** A workbook takes well under a second; a thread that says nothing for so long is broken. */
const patience = 60_000;

/** Starts the thread in `workerFile`; it does not keep the process alive. */
export function startXlsxSync(workerFile: string): XlsxSync {
  const { port1: port, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const workerData: XlsxThreadData = { port: port2, answered };
  new Worker(workerFile, { workerData, transferList: [port2] }).unref();
  port.unref();
  const ask = (task: XlsxTask): Exclude<XlsxAnswer, { error: string }> => {
    const before = Atomics.load(answered, 0);
    port.postMessage(task);
    Atomics.wait(answered, 0, before, patience);
    const answer: unknown = receiveMessageOnPort(port)?.message;
    if (answer === undefined) throw new Error('表格读写线程没有回应，请重新运行 (xlsx thread does not answer)');
    const known = answer as XlsxAnswer;
    if ('error' in known) throw new Error(known.error);
    return known;
  };
  return {
    read: (name, bytes) => {
      const answer = ask({ name, read: bytes });
      if ('book' in answer) return answer.book;
      throw new Error('xlsx thread answered without a book');
    },
    write: (book) => {
      const answer = ask({ write: book });
      if ('bytes' in answer) return answer.bytes;
      throw new Error('xlsx thread answered without bytes');
    },
  };
}
