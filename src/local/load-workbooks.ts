/** Reads the workbooks of the folder before the bundle runs: the xlsx library is asynchronous, Apps Script is not. */
import { errorText } from './atomic-write';
import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import type { LoadedBook } from './sheets';
import { stampOf } from './sheets';
import { childId, isSideFile, nameOfId, pathOfId, readErrorText, statOf } from './workspace';
import { readBook } from './xlsx-read';

/** Where workbooks stand in a workspace. */
const workbookIds = ['总表.xlsx', '结果.xlsx'];
const departmentsFolder = '填报';
/** So many files are opened ahead of the one being understood. */
const parallelReads = 4;

/** All workbooks by file id; one that cannot be read is kept as the error to throw when it is asked for. */
export async function loadWorkbooks(
  folder: string,
  progress: (text: string) => void,
): Promise<Map<string, LoadedBook>> {
  const loaded = new Map<string, LoadedBook>();
  const waiting = workbooksIn(folder);
  const count = waiting.length;
  const readNext = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      loaded.set(id, await load(folder, id));
      progress(`读取 ${String(loaded.size)}/${String(count)} ${nameOfId(folder, id)}`);
    }
  };
  await Promise.all(Array.from({ length: parallelReads }, readNext));
  return loaded;
}

function workbooksIn(folder: string): string[] {
  const path = pathOfId(folder, departmentsFolder);
  const names = statOf(path)?.isDirectory() === true ? readdirSync(path).sort() : [];
  const departments = names.filter((name) => /\.xlsx$/iu.test(name) && !isSideFile(name));
  const own = workbookIds.filter((id) => statOf(pathOfId(folder, id))?.isFile() === true);
  return [...own, ...departments.map((name) => childId(departmentsFolder, name))];
}

async function load(folder: string, id: string): Promise<LoadedBook> {
  const path = pathOfId(folder, id);
  const stamp = stampOf(path);
  try {
    const bytes = await readFile(path).catch((cause: unknown) => {
      throw new Error(readErrorText(path, cause), { cause });
    });
    return { stamp, book: await readBook(nameOfId(folder, id), bytes) };
  } catch (error) {
    return { stamp, error: error instanceof Error ? error : new Error(errorText(error)) };
  }
}
