/** The thread that reads what people bring while the caller waits (see xlsx-sync), or within a budget. */
import { errorText, isRefusal, refusalName } from '../../../core/base/refusal';
import type { Book } from '../book';
import { isOldBook, otherReader, readValues } from '../read-values';
import { serveThread } from '../../base/thread-sync';
import { readBook } from './xlsx-read';

/** What the thread can be asked for: the book in the bytes of the file `name`, whole or its values alone. */
export type XlsxTask =
  | { readonly name: string; readonly read: Uint8Array; readonly without: readonly string[] }
  | { readonly name: string; readonly values: Uint8Array };
export type XlsxAnswer =
  { readonly book: Book } | { readonly error: { readonly name: string; readonly message: string } };

serveThread((task) => perform(task as XlsxTask));

async function perform(task: XlsxTask): Promise<XlsxAnswer> {
  try {
    const bytes = 'values' in task ? task.values : task.read;
    if (isOldBook(bytes)) {
      // Loaded when it is needed: its library is large, and few offices still send such files.
      const { readXls } = await import('../read-xls');
      return { book: readXls(task.name, bytes) };
    }
    if ('values' in task) return { book: readValues(task.name, task.values) };
    const { name, read, without } = task;
    return { book: otherReader(name, read)?.(name, read) ?? (await readBook(name, read, { without })) };
  } catch (error) {
    // An error that is sent comes as one of no name of its own.
    return { error: { name: isRefusal(error) ? refusalName : 'Error', message: errorText(error) } };
  }
}
