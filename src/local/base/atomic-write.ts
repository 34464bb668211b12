/** Writes files so that a power cut leaves the old file or the new one, never half of one. */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../../core/base/refusal';
import { serviceWords } from '../../core/base/service-words';

/** Rights of a file where the system has such: as the user's other files, or the user's alone for one that holds addresses. */
type Access = typeof usual | typeof ownOnly;

const usual = 0o666;
export const ownOnly = 0o600;

/** Replaces the file at `path` or makes it. Throws with a Chinese text for the clerk. */
export function writeFileDurably(path: string, bytes: Uint8Array, access: Access = usual): void {
  put(path, bytes, renameSync, access);
}

/** Makes the file at `path`; throws when there is one already, also one made a moment ago by somebody else. */
export function createFileDurably(path: string, bytes: Uint8Array, access: Access = usual): void {
  put(path, bytes, placeExclusively, access);
}

/** A file of lines is written anew from that size on (bytes). */
const longLines = 64 * 1024;

/**
 * Adds a line, with its end, to a file of whole lines. False, and nothing written, where there is none, it is long, or its last line
 * was cut off: then it is to be written anew. Throws with a Chinese text.
 */
export function addLineDurably(path: string, line: Uint8Array): boolean {
  let file: number | null = null;
  try {
    file = openSync(path, 'r+');
    const { size } = fstatSync(file);
    const last = Buffer.alloc(1);
    if (size === 0 || size > longLines || readSync(file, last, 0, 1, size - 1) === 0 || last[0] !== 0x0a) return false;
    for (let done = 0; done < line.length;) done += writeSync(file, line, done, line.length - done, size + done);
    fsyncSync(file);
    return true;
  } catch (error) {
    if (file === null && errorCode(error) === 'ENOENT') return false;
    throw new Refusal(fileErrorText(path, error), { cause: error });
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** The Chinese text for a failed file operation, with what to do. */
export function fileErrorText(path: string, error: unknown): string {
  const name = basename(path);
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EROFS':
      return `无法写入 ${name}：文件夹只读或没有权限，请换一个文件夹或修改权限后再试`;
    case 'EBUSY':
    case 'EPERM':
      return `无法写入 ${name}：文件正被 Excel/WPS 打开，请关闭后再试`;
    case 'EEXIST':
      return `${name} 已经存在，没有覆盖`;
    case 'EISDIR':
      return `无法写入 ${name}：已有同名的文件夹，请改名或移走后再试`;
    case 'ENOTDIR':
      return `无法写入 ${name}：上一级不是文件夹，请改名或移走后再试`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `无法写入 ${name}：磁盘已满，请清理后再试`;
    case 'ENAMETOOLONG':
      return `无法写入 ${name}：文件名太长`;
    case 'ENOENT':
      return `无法写入 ${name}：文件夹不存在`;
    default:
      return `无法写入 ${name}：${serviceWords(error)}`;
  }
}

/** The Chinese text for a folder that could not be made. */
export function folderErrorText(path: string, error: unknown): string {
  const isFile = errorCode(error) === 'EEXIST';
  return isFile ? `${basename(path)} 是文件，不是文件夹，请改名或移走后再试` : fileErrorText(path, error);
}

/** Takes a file away if it is there and may be. */
export function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Gone already: that is what was wanted.
  }
}

/** What the name of a file not yet in its place begins with; the number is that of the writing process. */
export const unfinishedName = /^\.~(\d+)-/u;

/** `ENOENT` and its like; empty for other errors. */
export function errorCode(error: unknown): string {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
  return hasCode ? String(error.code) : '';
}

function placeExclusively(temporary: string, target: string): void {
  try {
    linkSync(temporary, target);
  } catch (error) {
    // USB sticks and some network folders know no hard links.
    if (errorCode(error) === 'EEXIST' || existsSync(target)) {
      const code = statSync(target).isDirectory() ? 'EISDIR' : 'EEXIST';
      throw Object.assign(new Error('exists'), { code });
    }
    renameSync(temporary, target);
    return;
  }
  unlinkSync(temporary);
}

function put(
  path: string,
  bytes: Uint8Array,
  place: (temporary: string, target: string) => void,
  access: Access,
): void {
  const temporary = join(dirname(path), `.~${String(process.pid)}-${basename(path)}`.slice(0, 80));
  try {
    writeAndSync(temporary, bytes, access);
    place(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    removeQuietly(temporary);
    throw new Refusal(fileErrorText(path, error), { cause: error });
  }
}

function writeAndSync(path: string, bytes: Uint8Array, access: Access): void {
  const file = openSync(path, 'w', access);
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Without this the new name itself may be lost; Windows cannot open folders and does not need it. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
