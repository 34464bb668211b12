/** The files a command names, wherever they lie: each gets an id, so that the bundle meets them as files on Drive. */
import { basename, dirname, resolve } from 'node:path';
import type { FileSource, FileTarget, LedgerFolder, LedgerSource } from '../../contract/orders';
import { Refusal } from '../../core/base/refusal';
import { canBeId, isSystemFile, namesInFolder, statOf, type Mounts } from '../base/workspace';

/** A table of a kind that can be read. */
function isWorkbook(name: string): boolean {
  return /\.(?:xlsx|xlsm|xls|et|ods|csv|tsv)$/iu.test(name);
}

export class Desk {
  private readonly folders: string[] = [];
  private readonly paths = new Map<string, string>();
  private readonly taken: string[] = [];

  get mounts(): Mounts {
    return Object.fromEntries(this.folders.map((folder, index) => [mountName(index), folder]));
  }

  /** A file that must be there. */
  source(given: string): FileSource {
    const path = resolve(given);
    const stats = statOf(path);
    if (!stats) throw new Refusal(`找不到 ${given}`);
    if (!stats.isFile()) throw new Refusal(`${given} 不是文件`);
    this.taken.push(identity(path));
    const id = `${this.mount(dirname(path))}/${basename(path)}`;
    this.paths.set(id, given);
    return { id, name: basename(path) };
  }

  /** The workbooks of a folder and of the folders in it, and the names of what else lies there. */
  ledgers(given: string): LedgerFolder {
    const folder = resolve(given);
    if (statOf(folder)?.isDirectory() !== true) throw new Refusal(`找不到文件夹 ${given}`);
    const ledgers: LedgerSource[] = [];
    const others: string[] = [];
    const take = (path: string, below: string | null): void => {
      for (const name of namesInFolder(path).sort()) {
        if (isSystemFile(name)) continue;
        const stats = statOf(resolve(path, name));
        if (stats?.isDirectory() === true && below === null) take(resolve(path, name), name);
        else if (stats?.isFile() === true && isWorkbook(name) && canBeId(name))
          ledgers.push({ ...this.source(resolve(path, name)), folder: below });
        else others.push(name);
      }
    };
    take(folder, null);
    return { ledgers, others };
  }

  /** A file that is made or replaced: none of those that are read, nor another one that is written. */
  target(given: string): FileTarget {
    const path = resolve(given);
    const stats = statOf(path);
    if (stats && !stats.isFile()) throw new Refusal(`${given} 不是文件`);
    if (statOf(dirname(path))?.isDirectory() !== true) throw new Refusal(`找不到文件夹 ${dirname(given)}`);
    if (this.taken.includes(identity(path)))
      throw new Refusal(`${given} 是本次要读写的另一个文件，没有覆盖，请换一个文件名`);
    this.taken.push(identity(path));
    const folder = this.mount(dirname(path));
    const id = `${folder}/${basename(path)}`;
    this.paths.set(id, given);
    return { id: stats ? id : null, folder, name: basename(path) };
  }

  /** The folder a file lies in. */
  folderOf(given: string): string {
    return this.mount(dirname(resolve(given)));
  }

  /** The path as it was typed. */
  pathOf(id: string): string {
    return this.paths.get(id) ?? id;
  }

  private mount(folder: string): string {
    if (!this.folders.includes(folder)) this.folders.push(folder);
    return mountName(this.folders.indexOf(folder));
  }
}

function mountName(index: number): string {
  return `@${String(index + 1)}`;
}

/** Tells files apart whatever names lead to them. */
function identity(path: string): string {
  const stats = statOf(path);
  return stats ? `${String(stats.dev)}:${String(stats.ino)}` : path;
}
