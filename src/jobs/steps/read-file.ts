/** Reads a file that an order names. */
import type { FileSource } from '../../contract/orders';
import { failureWords } from '../../core/base/failure-words';

/** What was read, or why it could not be. */
export function tryReadFile<T extends object>({ id, name }: FileSource, read: (id: string) => T): T | string {
  try {
    return read(id);
  } catch (error) {
    return `${name} 无法读取：${failureWords(error)}`;
  }
}
