/** Reads the workbooks of the folder before the bundle runs: the xlsx library is asynchronous, Apps Script is not. */
import { readFile } from 'node:fs/promises';
import { folderNames } from '../../core/base/office-names';
import { asError, Refusal } from '../../core/base/refusal';
import {
  canBeId,
  childId,
  demandFile,
  hubId,
  isForm,
  isInside,
  isSideFile,
  nameOfId,
  namesInFolder,
  pathOfId,
  readablePath,
  readErrorText,
  resultsId,
  statOf,
} from '../base/workspace';
import { readValues } from '../books/read-values';
import type { LoadedBook } from './sheets';
import { stampOf } from './sheets';

/** Where workbooks stand in a workspace. */
const workbookIds = [hubId, resultsId];
const departmentsFolder = folderNames.departments;
/** So many files are opened ahead of the one being understood. */
const readsAhead = 4;

/** All workbooks by file id; one that cannot be read is kept as the error to throw when it is asked for. */
export async function loadWorkbooks(
  folder: string,
  progress: (text: string) => void,
): Promise<Map<string, LoadedBook>> {
  const loaded = new Map<string, LoadedBook>();
  const ids = workbooksIn(folder);
  const opened = ids.slice(0, readsAhead).map((id) => openFile(folder, id));
  for (const [index, id] of ids.entries()) {
    const next = ids[index + readsAhead];
    if (next !== undefined) opened.push(openFile(folder, next));
    loaded.set(id, load(nameOfId(folder, id), await opened[index]));
    progress(`读取 ${String(index + 1)}/${String(ids.length)} ${nameOfId(folder, id)}`);
  }
  return loaded;
}

function workbooksIn(folder: string): string[] {
  const path = pathOfId(folder, departmentsFolder);
  const names = statOf(path)?.isDirectory() === true ? namesInFolder(path).sort() : [];
  const isBook = (name: string): boolean => isForm(childId(departmentsFolder, name)) && !isSideFile(name);
  const departments = isInside(folder, path) ? names.filter((name) => canBeId(name) && isBook(name)) : [];
  const own = workbookIds.filter((id) => statOf(pathOfId(folder, id))?.isFile() === true);
  return [...own, ...departments.map((name) => childId(departmentsFolder, name))];
}

interface OpenedFile {
  readonly stamp: string;
  readonly content: Uint8Array | Error;
}

/** The file's bytes or why there are none: a rejection nobody waits for yet would end the process. */
async function openFile(folder: string, id: string): Promise<OpenedFile> {
  try {
    const path = readablePath(folder, id);
    const stamp = stampOf(path);
    demandFile(path);
    const content = await readFile(path).catch((cause: unknown) => new Refusal(readErrorText(path, cause), { cause }));
    return { stamp, content };
  } catch (error) {
    return { stamp: '', content: asError(error) };
  }
}

function load(name: string, file: OpenedFile | undefined): LoadedBook {
  const { stamp, content } = file ?? { stamp: '', content: new Refusal(`找不到 ${name}`) };
  if (content instanceof Error) return { stamp, error: content };
  try {
    return { stamp, book: readValues(name, content), isPartial: true };
  } catch (error) {
    return { stamp, error: asError(error) };
  }
}
