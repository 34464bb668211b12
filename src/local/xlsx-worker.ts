/** The thread that does the xlsx library's asynchronous work while the caller waits (see xlsx-sync). */
import { workerData, type MessagePort } from 'node:worker_threads';
import type { Book } from './book';
import { otherReader } from './read-values';
import { readBook } from './xlsx-read';
import { writeBook } from './xlsx-write';

/** What the thread can be asked for: a book's bytes, or the book in the bytes of the file `name`. */
export type XlsxTask = { readonly write: Book } | { readonly name: string; readonly read: Uint8Array };
export type XlsxAnswer = { readonly bytes: Uint8Array } | { readonly book: Book } | { readonly error: string };

/** What the thread is given at its start. `answered` is raised by one with each answer. */
export interface XlsxThreadData {
  readonly port: MessagePort;
  readonly answered: Int32Array;
}

const { port, answered } = workerData as XlsxThreadData;

port.on('message', (task: XlsxTask) => {
  void perform(task).then((answer) => {
    port.postMessage(answer);
    Atomics.add(answered, 0, 1);
    Atomics.notify(answered, 0);
  });
});

async function perform(task: XlsxTask): Promise<XlsxAnswer> {
  try {
    if ('write' in task) return { bytes: await writeBook(task.write) };
    return { book: otherReader(task.name)?.(task.name, task.read) ?? (await readBook(task.name, task.read)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
