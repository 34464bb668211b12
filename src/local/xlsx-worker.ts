/** The thread that does the xlsx library's asynchronous work while the caller waits. */
import { runAsWorker } from 'synckit';
import type { Book } from './book';
import { readBook } from './xlsx-read';
import { writeBook } from './xlsx-write';

/** What the thread can be asked for: a book's bytes, or the book in some bytes. */
export type XlsxTask = { readonly write: Book } | { readonly name: string; readonly read: Uint8Array };
export type XlsxAnswer = { readonly bytes: Uint8Array } | { readonly book: Book };

runAsWorker(async (task: XlsxTask): Promise<XlsxAnswer> => {
  if ('write' in task) return { bytes: await writeBook(task.write) };
  return { book: await readBook(task.name, task.read) };
});
