/** The advanced service Drive v3 over the files of the folder. */
import { mkdirSync } from 'node:fs';
import { folderNames } from '../../core/base/office-names';
import { Refusal } from '../../core/base/refusal';
import { createFileDurably, folderErrorText, writeFileDurably } from '../base/atomic-write';
import {
  canBeId,
  childId,
  isForm,
  isInside,
  isSideFile,
  isSystemFile,
  mimeTypeOf,
  mimeTypes,
  nameOfId,
  namesInFolder,
  parentId,
  pathOfId,
  readablePath,
  readFileBytes,
  statOf,
  strangeSign,
  type Mounts,
} from '../base/workspace';
import { makeBook, type Book } from '../books/book';
import { changeDoc, copyId, exportedDoc, fileName, isDoc } from './docs/own-files';
import { applyFieldMask, parseFieldMask } from './field-mask';
import { makePermissions, type LocalPermissions } from './permissions';
import { ServiceError } from './service-error';
import { stampOf, type LoadedBook } from '../books/workbook-shelf';
import { onlyKnown, unsupported } from './sheets-grid';
import { bytesOfBlob, makeBlob, type LocalBlob } from './utilities';

type File = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;
type FileList = GoogleAppsScript.Drive_v3.Drive.V3.Schema.FileList;

/** What is supported of the service. */
export interface DriveService {
  readonly Files: {
    readonly list: (options?: object) => FileList;
    readonly get: (id: string, options?: object) => File | LocalBlob;
    readonly create: (resource: File, blob?: unknown, options?: object) => File;
    readonly export: (id: string, mimeType: string, options?: object) => LocalBlob;
    readonly update: (resource: File, id: string, blob?: unknown, options?: object) => File;
    readonly copy: (resource: File, id: string, options?: object) => File;
  };
  readonly Permissions: LocalPermissions;
}

/** Answers hold at most this many files where the caller names no number; Google's own default. */
const defaultPageSize = 100;

/** `loaded` learns of the workbooks made here. `write` gives the bytes of a workbook. */
export function makeDrive(
  folder: string,
  loaded: Map<string, LoadedBook>,
  write: (book: Book) => Uint8Array,
  mounts: Mounts = {},
): DriveService {
  const placeOf = (id: string): MountedFile => {
    const [first = '', ...rest] = id.split('/');
    const mounted = Object.hasOwn(mounts, first) ? mounts[first] : undefined;
    return mounted === undefined
      ? { root: folder, id, isMounted: false }
      : { root: mounted, id: rest.join('/') || '.', isMounted: true };
  };
  const told = (id: string, options: object): File => {
    const place = placeOf(id);
    return masked({ ...describe(place.root, place.id), id }, options);
  };
  return {
    Permissions: makePermissions(folder),
    Files: {
      list: (options = {}) => list(placeOf, options),
      get: (id, options = {}) => ('alt' in options ? download(placeOf(id), options) : told(id, known(options))),
      create: (resource, blob, options = {}) => {
        onlyKnown(resource, ['name', 'parents', 'mimeType'], 'Drive.Files.create');
        onlyKnown(options, ['fields', 'supportsAllDrives'], 'Drive.Files.create');
        const id = newId(resource);
        create(placeOf(id), resource, { bytes: bytesOfBlob(blob), loaded, write });
        return told(id, options);
      },
      export: (id, mimeType, options = {}) => exportDoc(placeOf(id), mimeType, options),
      update: (resource, id, blob, options = {}) => {
        const bytes = bytesOfBlob(blob);
        onlyKnown(resource, bytes ? [] : ['name', 'trashed'], 'Drive.Files.update');
        onlyKnown(options, ['fields', 'supportsAllDrives'], 'Drive.Files.update');
        const before = told(id, {});
        const { root, id: own } = placeOf(id);
        const now = bytes ? id : changeDoc(root, own, resource);
        if (bytes) writeFileDurably(pathOfId(root, own), bytes);
        return now === null ? before : told(now, options);
      },
      copy: (resource, id, options = {}) => {
        const { mimeType = '', parents = ['.'] } = told(id, {});
        const made = copyId({ parents, ...resource, mimeType }, options);
        const { root, id: own } = placeOf(made);
        createFileDurably(pathOfId(root, own), readFileBytes(pathOfFile(placeOf(id))));
        return told(made, options);
      },
    },
  };
}

function newId(resource: File): string {
  const [parent = '.', ...others] = resource.parents ?? [];
  if (others.length > 0) throw unsupported('Drive.Files.create parents (多个)');
  return childId(parent, fileName(resource));
}

function known(options: object): object {
  onlyKnown(options, ['fields', 'alt', 'supportsAllDrives'], 'Drive.Files.get');
  return options;
}

function download({ root, id, isMounted }: MountedFile, options: object): LocalBlob {
  const { alt } = known(options) as { readonly alt: unknown };
  if (alt !== 'media') throw unsupported(`Drive.Files.get alt=${String(alt)}`);
  const name = nameOfId(root, id);
  if (isDoc(name))
    throw new ServiceError(`谷歌文档不能下载，只能导出 (only files with binary content can be downloaded)：${id}`);
  return makeBlob(readFileBytes(pathOfFile({ root, id, isMounted })), mimeTypeOf(name, false), name);
}

function exportDoc({ root, id, isMounted }: MountedFile, mimeType: string, options: object): LocalBlob {
  onlyKnown(options, ['alt'], 'Drive.Files.export');
  const name = nameOfId(root, id);
  if (!isDoc(name)) throw new ServiceError(`只有谷歌文档能导出 (export only supports docs editors files)：${id}`);
  if (mimeType !== mimeTypes.document) throw unsupported(`Drive.Files.export ${mimeType}`);
  if (!('alt' in options) || options.alt !== 'media') throw unsupported('Drive.Files.export without alt=media');
  return makeBlob(exportedDoc(readFileBytes(pathOfFile({ root, id, isMounted }))), mimeType, name);
}

/** Where on disk an id points: a folder, and the id within it. */
interface MountedFile {
  readonly root: string;
  readonly id: string;
  /** A person named it: wherever it leads, it is meant. */
  readonly isMounted: boolean;
}

function pathOfFile({ root, id, isMounted }: MountedFile): string {
  return isMounted ? pathOfId(root, id) : readablePath(root, id);
}

interface Making {
  readonly bytes: Uint8Array | null;
  readonly loaded: Map<string, LoadedBook>;
  readonly write: (book: Book) => Uint8Array;
}

function create({ root, id }: MountedFile, { mimeType }: File, { bytes, loaded, write }: Making): void {
  const path = pathOfId(root, id);
  if (mimeType === mimeTypes.folder) {
    makeFolder(path);
  } else if (mimeType === mimeTypes.spreadsheet && !bytes) {
    const book = makeBook();
    createFileDurably(path, write(book));
    loaded.set(id, { book, stamp: stampOf(path) });
  } else if (!bytes) {
    throw new ServiceError(`Drive.Files.create 缺少文件内容 (media is required)：${id}`);
  } else if (
    mimeType?.startsWith('application/vnd.google-apps.') === true &&
    mimeType !== mimeTypes.googleDoc &&
    mimeType !== mimeTypes.spreadsheet
  ) {
    throw unsupported(`Drive.Files.create ${mimeType}`);
  } else {
    createFileDurably(path, bytes);
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    throw new Refusal(folderErrorText(path, error), { cause: error });
  }
}

function list(placeOf: (id: string) => MountedFile, options: object): FileList {
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
  const found = parentsOfQuery(String(q)).flatMap((parent) => childrenOf(placeOf(parent), parent));
  found.sort((one, other) => (String(one.name) < String(other.name) ? -1 : 1));
  const start = Number(pageToken);
  const end = start + Number(pageSize);
  const answer = { files: found.slice(start, end), ...(end < found.length && { nextPageToken: String(end) }) };
  return masked(answer, options);
}

/** A text in a query. */
const quoted = String.raw`'(?:[^'\\]|\\.)*'`;

/** The folders of `('a' in parents or 'b' in parents) and trashed = false`, the only query there is. */
function parentsOfQuery(query: string): string[] {
  const one = String.raw`${quoted}\s+in\s+parents`;
  const all = new RegExp(
    String.raw`^\s*(?:\(\s*${one}(?:\s+or\s+${one})*\s*\)|${one})\s+and\s+trashed\s*=\s*false\s*$`,
    'u',
  );
  if (!all.test(query)) throw unsupported(`Drive.Files.list q=${query}`);
  // bounded: the whole query was such texts, each of which ends
  return (query.match(new RegExp(quoted, 'gu')) ?? []).map((text) => text.slice(1, -1).replace(/\\(.)/gu, '$1'));
}

/** With the ids by which the bundle knows them. */
function childrenOf({ root, id }: MountedFile, parent: string): File[] {
  const found = children(root, id);
  return id === parent
    ? found
    : found.map((file) => ({ ...file, id: childId(parent, file.name ?? ''), parents: [parent] }));
}

/** A folder that is not there has no children, as a folder id nobody can see has none. */
function children(folder: string, parent: string): File[] {
  const path = pathOfId(folder, parent);
  if (statOf(path)?.isDirectory() !== true || !isInside(folder, path)) return [];
  // Whoever hands something in must hear of it, whatever it is.
  const isHandIn = parent === folderNames.departments;
  const names = namesInFolder(path).filter((name) => !(isHandIn ? isSystemFile(name) : isSideFile(name)));
  return names.flatMap((name) => {
    const id = childId(parent, name);
    if (isReachable(folder, id)) return [describe(folder, id)];
    return isHandIn || parent === '.' ? [unreachable(id, name)] : [];
  });
}

function isReachable(folder: string, id: string): boolean {
  if (!canBeId(id)) return false;
  const path = pathOfId(folder, id);
  return statOf(path) !== null && isInside(folder, path);
}

/** A link that leads nowhere or out of the workspace is what Google calls a shortcut; a name no path can hold stays a file. */
function unreachable(id: string, name: string): File {
  const isNamed = canBeId(name) && !name.includes(strangeSign);
  const mimeType = isNamed ? mimeTypes.shortcut : isForm(id) ? mimeTypes.spreadsheet : mimeTypeOf(name, false);
  return { id, name, mimeType, parents: [parentId(id)] };
}

function describe(folder: string, id: string): File {
  const path = pathOfId(folder, id);
  const stats = statOf(path);
  if (!stats) throw new Refusal(`找不到 ${id} (file not found)`);
  const name = nameOfId(folder, id);
  return {
    id,
    name,
    mimeType: stats.isFile() && isForm(id) ? mimeTypes.spreadsheet : mimeTypeOf(name, stats.isDirectory()),
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
