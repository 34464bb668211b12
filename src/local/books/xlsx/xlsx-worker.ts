/** The thread that does the xlsx library's asynchronous work while the caller waits (see xlsx-sync). */
import type { Book } from '../book';
import { otherReader } from '../read-values';
import { serveThread } from '../../base/thread-sync';
import { readBook } from './xlsx-read';
import { writeBook } from './xlsx-write';

/** What the thread can be asked for: a book's bytes, or the book in the bytes of the file `name`. */
export type XlsxTask = { readonly write: Book } | { readonly name: string; readonly read: Uint8Array };
export type XlsxAnswer = { readonly bytes: Uint8Array } | { readonly book: Book } | { readonly error: string };

serveThread((task) => perform(task as XlsxTask));

async function perform(task: XlsxTask): Promise<XlsxAnswer> {
  try {
    if ('write' in task) return { bytes: await writeBook(task.write) };
    return { book: otherReader(task.name)?.(task.name, task.read) ?? (await readBook(task.name, task.read)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
