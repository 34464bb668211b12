/** The advanced service Drive v3 over the files of the folder. */
import { mkdirSync } from 'node:fs';
import { makeBook, type Book } from './book';
import { createFileDurably, folderErrorText } from './atomic-write';
import { applyFieldMask, parseFieldMask } from './field-mask';
import { onlyKnown, unsupported } from './sheets-grid';
import { stampOf, type LoadedBook } from './sheets';
import { bytesOfBlob, makeBlob, type LocalBlob } from './utilities';
import {
  childId,
  isSideFile,
  mimeTypeOf,
  mimeTypes,
  nameOfId,
  namesIn,
  parentId,
  pathOfId,
  readBytes,
  statOf,
} from './workspace';

type File = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;
type FileList = GoogleAppsScript.Drive_v3.Drive.V3.Schema.FileList;

/** What is supported of the service. */
export interface DriveService {
  readonly Files: {
    readonly list: (options?: object) => FileList;
    readonly get: (id: string, options?: object) => File | LocalBlob;
    readonly create: (resource: File, blob?: unknown, options?: object) => File;
  };
}

/** Answers hold at most this many files where the caller names no number; Google's own default. */
const defaultPageSize = 100;

/** `loaded` learns of the workbooks made here. `write` gives the bytes of a workbook. */
export function makeDrive(
  folder: string,
  loaded: Map<string, LoadedBook>,
  write: (book: Book) => Uint8Array,
): DriveService {
  return {
    Files: {
      list: (options = {}) => list(folder, options),
      get: (id, options = {}) => {
        onlyKnown(options, ['fields', 'alt', 'supportsAllDrives'], 'Drive.Files.get');
        if (!('alt' in options)) return masked(describe(folder, id), options);
        if (options.alt !== 'media') throw unsupported(`Drive.Files.get alt=${String(options.alt)}`);
        const name = nameOfId(folder, id);
        return makeBlob(readBytes(pathOfId(folder, id)), mimeTypeOf(name, false), name);
      },
      create: (resource, blob, options = {}) => {
        onlyKnown(resource, ['name', 'parents', 'mimeType'], 'Drive.Files.create');
        onlyKnown(options, ['fields', 'supportsAllDrives'], 'Drive.Files.create');
        const [parent = '.', ...others] = resource.parents ?? [];
        if (others.length > 0) throw unsupported('Drive.Files.create parents (多个)');
        const id = childId(parent, fileName(resource));
        create(folder, id, resource, { bytes: bytesOfBlob(blob), loaded, write });
        return masked(describe(folder, id), options);
      },
    },
  };
}

interface Making {
  readonly bytes: Uint8Array | null;
  readonly loaded: Map<string, LoadedBook>;
  readonly write: (book: Book) => Uint8Array;
}

function create(folder: string, id: string, { mimeType }: File, { bytes, loaded, write }: Making): void {
  const path = pathOfId(folder, id);
  if (mimeType === mimeTypes.folder) {
    makeFolder(path);
  } else if (mimeType === mimeTypes.spreadsheet && !bytes) {
    const book = makeBook();
    createFileDurably(path, write(book));
    loaded.set(id, { book, stamp: stampOf(path) });
  } else if (!bytes) {
    throw new Error(`Drive.Files.create 缺少文件内容 (media is required)：${id}`);
  } else if (mimeType?.startsWith('application/vnd.google-apps.') === true) {
    throw unsupported(`Drive.Files.create ${mimeType}`);
  } else {
    createFileDurably(path, bytes);
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    throw new Error(folderErrorText(path, error), { cause: error });
  }
}

/** A name every system of an office can keep; Google gives spreadsheets no ending, files need one. */
function fileName({ name = '', mimeType, parents }: File): string {
  if (/[<>:"/\\|?*\p{Cc}]/u.test(name) || /^$|^\.|[. ]$/u.test(name) || parents?.length === 0) {
    throw new Error(`文件名“${name}”含有不能用的字符 (invalid file name)`);
  }
  return mimeType === mimeTypes.spreadsheet && !/\.xlsx$/iu.test(name) ? `${name}.xlsx` : name;
}

function list(folder: string, options: object): FileList {
  onlyKnown(
    options,
    [
      'q',
      'fields',
      'pageSize',
      'pageToken',
      'orderBy',
      'supportsAllDrives',
      'includeItemsFromAllDrives',
      'spaces',
      'corpora',
    ],
    'Drive.Files.list',
  );
  const { q = '', pageSize = defaultPageSize, pageToken = '0', orderBy = 'name' } = options as Record<string, unknown>;
  if (orderBy !== 'name') throw unsupported(`Drive.Files.list orderBy=${String(orderBy)}`);
  const found = parentsOfQuery(String(q)).flatMap((parent) => children(folder, parent));
  found.sort((one, other) => (String(one.name) < String(other.name) ? -1 : 1));
  const start = Number(pageToken);
  const end = start + Number(pageSize);
  const answer = { files: found.slice(start, end), ...(end < found.length && { nextPageToken: String(end) }) };
  return masked(answer, options);
}

/** The folders of `('a' in parents or 'b' in parents) and trashed = false`, the only query there is. */
function parentsOfQuery(query: string): string[] {
  const quoted = String.raw`'(?:[^'\\]|\\.)*'`;
  const one = String.raw`${quoted}\s+in\s+parents`;
  const all = new RegExp(
    String.raw`^\s*(?:\(\s*${one}(?:\s+or\s+${one})*\s*\)|${one})\s+and\s+trashed\s*=\s*false\s*$`,
    'u',
  );
  if (!all.test(query)) throw unsupported(`Drive.Files.list q=${query}`);
  return (query.match(new RegExp(quoted, 'gu')) ?? []).map((text) => text.slice(1, -1).replace(/\\(.)/gu, '$1'));
}

/** A folder that is not there has no children, as a folder id nobody can see has none. */
function children(folder: string, parent: string): File[] {
  const path = pathOfId(folder, parent);
  if (statOf(path)?.isDirectory() !== true) return [];
  return namesIn(path)
    .filter((name) => !isSideFile(name))
    .flatMap((name) =>
      statOf(pathOfId(folder, childId(parent, name))) ? [describe(folder, childId(parent, name))] : [],
    );
}

function describe(folder: string, id: string): File {
  const path = pathOfId(folder, id);
  const stats = statOf(path);
  if (!stats) throw new Error(`找不到 ${id} (file not found)`);
  const name = nameOfId(folder, id);
  return {
    id,
    name,
    mimeType: mimeTypeOf(name, stats.isDirectory()),
    ...(id !== '.' && { parents: [parentId(id)] }),
    modifiedTime: stats.mtime.toISOString(),
    ...(stats.isFile() && { size: String(stats.size) }),
  };
}

/** Without a mask Google tells a few fields only; here all are told. */
function masked<T extends object>(answer: T, options: object): T {
  const fields = 'fields' in options ? options.fields : undefined;
  return typeof fields === 'string' ? (applyFieldMask(answer, parseFieldMask(fields)) as T) : answer;
}
