/** The folder a command runs in: found or made, or refused in words for the person who typed it. */
import { mkdirSync, rmdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Refusal } from '../../core/base/refusal';
import { folderErrorText } from './atomic-write';
import { hubId, statOf } from './workspace';

export interface PreparedFolder {
  readonly folder: string;
  /** Takes away again the folders that were made here, as far as they are still empty. */
  readonly undo: () => void;
}

/** The folder as typed; it is made where the command makes a workspace. Throws Refusal when the command cannot run there. */
export function prepareFolder(given: string, makesWorkspace: boolean): PreparedFolder {
  if (given.trim() === '') throw new Refusal('文件夹名是空的，请写明文件夹');
  const folder = resolve(given);
  const stats = statOf(folder);
  if (stats && !stats.isDirectory()) throw new Refusal(`${folder} 不是文件夹`);
  if (!stats && makesWorkspace) return { folder, undo: makeFolder(folder) };
  if (!stats) throw new Refusal(`找不到文件夹 ${folder}`);
  if (!makesWorkspace && !statOf(resolve(folder, hubId))) {
    throw new Refusal(`${folder} 不是工作文件夹（没有 ${hubId}）。请先运行 nianbao init <文件夹>`);
  }
  return { folder, undo: () => undefined };
}

function makeFolder(folder: string): () => void {
  try {
    const first = mkdirSync(folder, { recursive: true });
    return () => {
      if (first !== undefined) removeEmpty(folder, first);
    };
  } catch (error) {
    throw new Refusal(folderErrorText(folder, error), { cause: error });
  }
}

function removeEmpty(folder: string, first: string): void {
  try {
    for (let path = folder; path.length >= first.length; path = dirname(path)) rmdirSync(path);
  } catch {
    // Something was put there meanwhile: it stays.
  }
}
