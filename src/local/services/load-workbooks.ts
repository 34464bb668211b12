/** Opens the workbooks of the folder before the bundle runs, and reads those that need a thread of their own: waiting for one is asynchronous, Apps Script is not. */
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
  registerId,
  resultsId,
  rulesId,
  statOf,
} from '../base/workspace';
import { isOldBook } from '../books/read-values';
import { unpackedSize } from '../base/zip';
import { holdNew, spareMemory } from '../base/memory';
import { askOnce, type Budget } from '../base/thread-once';
import type { Book } from '../books/book';
import type { XlsxAnswer, XlsxTask } from '../books/xlsx/xlsx-worker';
import { type LoadedBook, stampOf } from '../books/workbook-shelf';

/** Where workbooks stand in a workspace. */
const workbookIds: readonly string[] = [hubId, resultsId, rulesId, registerId];
const departmentsFolder = folderNames.departments;
/** So many files are opened ahead of the one being understood. */
const readsAhead = 4;

/**
 * A workbook that unpacks to more is read by a thread of its own, as is an old one, whose library only that thread loads: what is made to use up a computer ends with that thread. Below,
 * the limits of the readers hold, and handing a book over from a thread would cost more than reading it.
 */
const quickBytes = 64 * 1024 * 1024;
/** Offices whose workbooks unpack to more in all would fill the memory with what is no longer needed. */
const largeOffice = 24 * 1024 * 1024;
const budget: Budget = { milliseconds: 60_000, megabytes: 1500 };

/** All workbooks by file id; one that cannot be read is kept as the error to throw when it is asked for. */
export async function loadWorkbooks(
  folder: string,
  progress: (text: string) => void,
  workerFile?: string,
): Promise<Map<string, LoadedBook>> {
  const loaded = new Map<string, LoadedBook>();
  const ids = workbooksIn(folder);
  const opened = ids.slice(0, readsAhead).map((id) => openFile(folder, id));
  let unpacked = 0;
  for (const [index, id] of ids.entries()) {
    const next = ids[index + readsAhead];
    if (next !== undefined) opened.push(openFile(folder, next));
    const file = (await opened[index]) ?? {
      stamp: '',
      content: new Refusal(`找不到 ${nameOfId(folder, id)}`),
      size: 0,
    };
    // Of the program's own large one no more is read than is asked for.
    if (id !== resultsId) unpacked += file.size;
    if (unpacked > largeOffice) spareMemory();
    loaded.set(id, await load(nameOfId(folder, id), file, !workbookIds.includes(id), workerFile));
    progress(`读取 ${String(index + 1)}/${String(ids.length)} ${nameOfId(folder, id)}`);
  }
  if (unpacked <= largeOffice) holdNew();
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
  /** Bytes it unpacks to. */
  readonly size: number;
}

/** The file's bytes or why there are none: a rejection nobody waits for yet would end the process. */
async function openFile(folder: string, id: string): Promise<OpenedFile> {
  try {
    const path = readablePath(folder, id);
    const stamp = stampOf(path);
    demandFile(path);
    const content = await readFile(path).catch((cause: unknown) => new Refusal(readErrorText(path, cause), { cause }));
    return { stamp, content, size: content instanceof Error ? 0 : unpackedSize(content) };
  } catch (error) {
    return { stamp: '', content: asError(error), size: 0 };
  }
}

async function load(
  name: string,
  { stamp, content, size }: OpenedFile,
  isOnce: boolean,
  workerFile?: string,
): Promise<LoadedBook> {
  if (content instanceof Error) return { stamp, error: content };
  try {
    const isApart = isOldBook(content) || size > quickBytes;
    if (!isApart || workerFile === undefined) return { stamp, content, isOnce };
    return { stamp, book: await readInThread(name, content, workerFile), isPartial: true };
  } catch (error) {
    return { stamp, error: asError(error) };
  }
}

async function readInThread(name: string, values: Uint8Array, workerFile: string): Promise<Book> {
  const outcome = await askOnce(workerFile, { name, values } satisfies XlsxTask, budget);
  if ('exceeded' in outcome) throw new Refusal(`${name} ${exceededText[outcome.exceeded]}，请删减内容后另存再试`);
  const answer = outcome.answer as XlsxAnswer;
  if ('error' in answer) throw asError(answer.error);
  if ('book' in answer) return answer.book;
  throw new Error('xlsx thread answered without a book');
}

const exceededText = {
  time: `读了 ${String(budget.milliseconds / 1000)} 秒还没有读完，没有读取`,
  memory: '内容太多，超出一个文件可用的内存，没有读取',
  broken: '读到一半出错，没有读取',
} as const;
