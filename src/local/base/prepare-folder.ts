/** The folder a command runs in: found or made, or refused in words for the person who typed it. */
import { mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { nearest } from '../../core/base/nearest';
import { Refusal } from '../../core/base/refusal';
import { folderErrorText } from './atomic-write';
import { demandNoRenamedHub, hasHub, hubId, statOf } from './workspace';

export interface PreparedFolder {
  readonly folder: string;
  /** Takes away again the folders that were made here, as far as they are still empty. */
  readonly undo: () => void;
}

/**
 * What a command takes. `workspace`: a folder with a hub. `there`: any folder. `new`: one that is not there is made. `unlike`: the
 * same, but not where its name differs in one letter from a workspace beside it: that one was meant and mistyped.
 */
export type FolderNeed = 'workspace' | 'there' | 'new' | 'unlike';

/** The folder as typed. Throws Refusal when the command cannot run there. */
export function prepareFolder(given: string, need: FolderNeed): PreparedFolder {
  if (given.trim() === '') throw new Refusal('文件夹名是空的，请写明文件夹');
  const folder = resolve(given);
  const stats = statOf(folder);
  if (stats && !stats.isDirectory()) throw new Refusal(`${folder} 不是文件夹`);
  if (!stats) return { folder, undo: makeMissing(folder, need) };
  if (need !== 'there') demandNoRenamedHub(folder);
  if (need === 'workspace' && !hasHub(folder)) {
    throw new Refusal(`${folder} 不是工作文件夹（没有 ${hubId}）。${wayToWorkspace(folder)}`);
  }
  return { folder, undo: () => undefined };
}

/** People stand in a folder of the workspace, or in the one above it. */
function wayToWorkspace(folder: string): string {
  if (hasHub(dirname(folder))) return `上一级 ${dirname(folder)} 是，请写它`;
  const [below, ...others] = workspacesIn(folder);
  return below !== undefined && others.length === 0
    ? `里面的 ${below} 是，请写 ${join(folder, below)}`
    : '请先运行 nianbao init <文件夹>';
}

function makeMissing(folder: string, need: FolderNeed): () => void {
  const beside = workspacesIn(dirname(folder));
  if (need === 'workspace' || need === 'there') {
    const meant = nearest(basename(folder), beside);
    const hint = meant === null ? '新建用 nianbao init <文件夹> --hub-only' : `是不是想写 ${meant}？`;
    throw new Refusal(`找不到文件夹 ${folder}。${hint}`);
  }
  const meant = need === 'unlike' ? beside.find((name) => differInOne(name, basename(folder))) : undefined;
  if (meant !== undefined) {
    throw new Refusal(`没有文件夹 ${folder}，旁边有 ${meant}，是不是想写它？确实要新建的，请先建好这个空文件夹再运行`);
  }
  return makeFolder(folder);
}

function workspacesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => hasHub(join(folder, name)));
  } catch {
    // Where nothing can be listed, nothing can be meant.
    return [];
  }
}

/** One letter more, less or other; a digit is another year's folder. */
function differInOne(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || one === other) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = long.slice(at + 1);
  const isOne = rest === short.slice(short.length === long.length ? at + 1 : at);
  return isOne && !/\d/u.test(`${long[at] ?? ''}${short.length === long.length ? (short[at] ?? '') : ''}`);
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
