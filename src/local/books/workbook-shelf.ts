/** The workbooks of a folder as they are asked for: read once, read anew where the file has changed, read whole to be written. */
import { asError, Refusal } from '../../core/base/refusal';
import type { Book, BookSheet } from './book';
import { isOldBook, otherReader, readValues } from './read-values';
import { unpackedSize } from '../base/zip';
import { readBookTitles } from './xlsx/xlsx-read';
import type { XlsxSync } from './xlsx/xlsx-sync';
import { type Mounts, nameOfId, pathOfId, readablePath, readFileBytes, statOf } from '../base/workspace';

/**
 * A workbook read from disk, the file's bytes where nobody has asked for it yet, or why it could not be read; `stamp` tells whether
 * the file has changed since. A partial one lacks looks, rules and notes: it is read again before it is written.
 */
export type LoadedBook = ReadBook | OpenedBook | FailedBook;

interface ReadBook {
  readonly stamp: string;
  readonly book: Book;
  readonly isPartial?: true;
}

interface OpenedBook {
  readonly stamp: string;
  readonly content: Uint8Array;
  /** It is not kept when it was read. */
  readonly isOnce: boolean;
  /** Of a workbook written here: read whole but for the rows of sheets with other titles. */
  readonly part?: { readonly titles: readonly string[]; readonly book: Book };
}

interface FailedBook {
  readonly stamp: string;
  readonly error: Error;
}

/** Throws, by file id, why a workbook cannot be read. */
interface Shelf {
  /**
   * As it is on disk now: it was read before the lock was taken, and another run may have written it since. `titles`: sheets of
   * which more than the title is wanted; all when not given.
   */
  readonly fresh: (id: string, titles?: readonly string[]) => Book;
  /** With looks, rules and notes, to be changed and written. */
  readonly whole: (id: string, changes: BookChanges) => Book;
}

/** What is about to happen to a workbook, by the numbers of its sheets. */
export interface BookChanges {
  readonly deleted: ReadonlySet<number>;
  /** All others stay as they are, so that their rows may be kept unread; null to have everything read. */
  readonly changed: ReadonlySet<number> | null;
}

/** `loaded` holds what was opened, and learns of what is read. */
export function makeShelf(
  folder: string,
  loaded: Map<string, LoadedBook>,
  xlsx: () => XlsxSync,
  mounts: Mounts,
): Shelf {
  const open = (id: string): ReadBook | FailedBook => {
    const [first = '', ...rest] = id.split('/');
    const root = Object.hasOwn(mounts, first) ? mounts[first] : undefined;
    // What a person named is meant, wherever a link leads.
    return root === undefined
      ? load(folder, id, xlsx().read, readablePath)
      : load(root, rest.join('/'), xlsx().read, pathOfId);
  };
  const isStale = (id: string, { stamp }: LoadedBook): boolean => {
    if (Object.hasOwn(mounts, id.split('/')[0] ?? '')) return false;
    const now = stampOf(pathOfId(folder, id));
    return now !== '' && now !== stamp;
  };
  const bookOf = (id: string): Book => {
    const known = loaded.get(id) ?? open(id);
    const read = 'content' in known ? understood(nameOfId(folder, id), known) : known;
    // There may be a thousand that are asked for once, each as large as all else together.
    loaded.set(id, 'content' in known && known.isOnce && 'book' in read ? known : read);
    if ('error' in read) throw read.error;
    return read.book;
  };
  const { titles: titlesAlone, part: partOf } = makeParts(folder, loaded, xlsx);
  return {
    fresh: (id, titles) => {
      const known = loaded.get(id);
      if (known && isStale(id, known)) loaded.delete(id);
      if (titles === undefined) return bookOf(id);
      return (titles.length === 0 ? titlesAlone(id) : partOf(id, () => titles)) ?? bookOf(id);
    },
    whole: (id, { deleted, changed }) => {
      const part = changed === null ? null : partOf(id, ({ sheets }) => titlesToRead(sheets, deleted, changed));
      if (part !== null) return part;
      const book = bookOf(id);
      const { stamp = '', ...known } = loaded.get(id) ?? {};
      if (!('isPartial' in known || 'content' in known)) return book;
      // Their cells need not be read.
      const without = book.sheets.flatMap((sheet) => (deleted.has(sheet.id) ? [sheet.title] : []));
      loaded.set(id, {
        ...load(folder, id, (name, bytes) => readWhole(xlsx(), name, bytes, without), readablePath),
        stamp,
      });
      return bookOf(id);
    },
  };
}

/** Of what goes or stays no row need be read. */
function titlesToRead(
  sheets: readonly BookSheet[],
  deleted: ReadonlySet<number>,
  changed: ReadonlySet<number>,
): readonly string[] {
  return sheets.flatMap(({ id, title }) => (changed.has(id) && !deleted.has(id) ? [title] : []));
}

/** What needs not be read whole: workbooks that were written here and of which nothing has been read; null for all others. */
interface Parts {
  readonly titles: (id: string) => Book | null;
  /** Of a large one, with the rows of those sheets that `pick` names; of the others only the first. */
  readonly part: (id: string, pick: (titles: Book) => readonly string[]) => Book | null;
}

function makeParts(folder: string, loaded: Map<string, LoadedBook>, xlsx: () => XlsxSync): Parts {
  const titles: Parts['titles'] = (id) => {
    const known = loaded.get(id);
    return known && 'content' in known ? titlesOf(nameOfId(folder, id), known.content) : null;
  };
  return {
    titles,
    part: (id, pick) => {
      const known = loaded.get(id);
      if (!known || !('content' in known) || known.isOnce || unpackedSize(known.content) < largeBytes) return null;
      const listed = titles(id);
      if (listed === null) return null;
      const changing = pick(listed);
      const { part } = known;
      if (part && changing.every((title) => part.titles.includes(title))) return part.book;
      const book = xlsx().readOwn(nameOfId(folder, id), known.content, { changing });
      loaded.set(id, { ...known, part: { titles: changing, book } });
      return book;
    },
  };
}

/** Null for what was not written here, or cannot be read. */
function titlesOf(name: string, content: Uint8Array): Book | null {
  try {
    return isWritable(name, content) ? readBookTitles(name, content) : null;
  } catch {
    return null;
  }
}

/** The workbook in the file's bytes. */
function understood(name: string, { stamp, content }: OpenedBook): ReadBook | FailedBook {
  try {
    return { stamp, book: readValues(name, content), isPartial: true as const };
  } catch (error) {
    return { stamp, error: asError(error) };
  }
}

/** Of less it costs little to read all. */
const largeBytes = 512 * 1024;
/** More than the program's own workbooks unpack to; the library is given so much only where it can be stopped. */
const quickBytes = 4 * 1024 * 1024;

function readWhole(xlsx: XlsxSync, name: string, bytes: Uint8Array, without: readonly string[]): Book {
  if (!isWritable(name, bytes))
    throw new Refusal(`${name} 不是 .xlsx 格式，写不进去，请用 WPS/Excel 打开后另存为 .xlsx`);
  return unpackedSize(bytes) < quickBytes ? xlsx.readOwn(name, bytes, { without }) : xlsx.read(name, bytes, without);
}

/** Files of other formats hold less than an .xlsx, and nobody expects them to become one. */
function isWritable(name: string, bytes: Uint8Array): boolean {
  return !isOldBook(bytes) && otherReader(name, bytes) === null;
}

/** Size and time of change of a file, in one text. */
export function stampOf(path: string): string {
  const stats = statOf(path);
  return stats ? `${String(stats.size)} ${String(stats.mtimeMs)} ${String(stats.ino)}` : '';
}

function load(folder: string, id: string, read: XlsxSync['read'], pathOf: typeof pathOfId): ReadBook | FailedBook {
  const stamp = stampOf(pathOfId(folder, id));
  try {
    const [name, bytes] = [nameOfId(folder, id), readFileBytes(pathOf(folder, id))];
    const book = read(name, bytes);
    return isWritable(name, bytes) ? { stamp, book } : { stamp, book, isPartial: true };
  } catch (error) {
    return { stamp, error: asError(error) };
  }
}
