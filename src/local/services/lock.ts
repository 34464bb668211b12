/** The service LockService: one run at a time in a folder, by a lock file that names its process. */
import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync, type Stats } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { dirname, join } from 'node:path';
import { Refusal } from '../../core/base/refusal';
import { errorCode, fileErrorText, removeQuietly } from '../base/atomic-write';
import { clearLargeHeap } from '../base/memory';
import { removeLeftovers } from '../base/leftovers';
import { statOf } from '../base/workspace';
import { makeStateFolder, stateFolder } from './properties';

/** What is supported of a lock. */
type LocalLock = Pick<GoogleAppsScript.Lock.Lock, 'tryLock' | 'releaseLock' | 'hasLock'>;

/** What is supported of the service. */
export interface LockServiceLocal {
  readonly getScriptLock: () => LocalLock;
}

const pollMilliseconds = 50;
/** A run takes seconds; Google itself takes a lock back after as many minutes. */
const longestRun = 30 * 60_000;
/** What is not finished by then was left by a run that was cut off while it wrote. */
const longestWrite = 10_000;
let made = 0;

/** Locks of one run; `release` gives back what the run forgot, as Google does at its end. `tell` takes who has the lock. */
export function makeLocks(
  folder: string,
  tell: (text: string) => void = () => undefined,
): { readonly service: LockServiceLocal; readonly release: () => void } {
  const path = join(folder, stateFolder, 'lock');
  let held: string | null = null;
  const release = (): void => {
    if (held !== null && readLock(path) === held) unlinkSync(path);
    held = null;
  };
  const lock: LocalLock = {
    hasLock: () => held !== null,
    releaseLock: () => {
      release();
      // The work is done: what it worked with goes before the answer is put together.
      clearLargeHeap();
    },
    tryLock: (timeout) => {
      const end = Date.now() + timeout;
      while (held === null && !(held = take(folder, path)) && Date.now() < end) pause(pollMilliseconds);
      if (held === null) tell(holderText(path));
      return held !== null;
    },
  };
  return { service: { getScriptLock: () => lock }, release };
}

/** What was written into the lock file when it was taken; null when somebody else has it. */
function take(folder: string, path: string): string | null {
  makeStateFolder(folder);
  made += 1;
  const owner = JSON.stringify({ pid: process.pid, host: hostname(), number: made });
  const draft = `${path}-${String(process.pid)}-${String(made)}`;
  try {
    writeFileSync(draft, owner);
    removeStale(path, `${draft}-stale`);
    if (!place(draft, path)) return null;
    removeLeftovers(folder);
    return owner;
  } catch (error) {
    // The lock is a detail; the folder may be one that cannot be written though all beside it can.
    throw new Refusal(fileErrorText(dirname(path), error), { cause: error });
  } finally {
    removeQuietly(draft);
  }
}

function place(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    // Without hard links: an exclusive write is as good, but for a power cut in the middle of it.
    return placeByWriting(path, readFileSync(draft, 'utf8'));
  }
}

function placeByWriting(path: string, owner: string): boolean {
  try {
    writeFileSync(path, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the lock of a run that is over out of the way; if another run took it at that moment, it is put back. */
function removeStale(path: string, aside: string): void {
  const owner = readLock(path);
  const stats = statOf(path);
  if (!stats || !isStale(owner ?? '', stats)) return;
  try {
    renameSync(path, aside);
    if (readLock(aside) !== owner) linkSync(aside, path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  rmSync(aside, { recursive: true, force: true });
}

/** On another computer nobody can tell who lives, and a number may be given to another process: then age decides. */
function isStale(owner: string, { mtimeMs }: Stats): boolean {
  const age = Date.now() - mtimeMs;
  const { pid, host } = parseOwner(owner);
  if (pid === undefined) return age > longestWrite;
  if (age > longestRun) return true;
  return host === hostname() && (age > uptime() * 1000 || !isAlive(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

function holderText(path: string): string {
  const { pid, host } = parseOwner(readLock(path) ?? '');
  const who = pid === undefined ? '' : `（电脑 ${host ?? ''}，进程 ${String(pid)}）`;
  return `另一次运行${who}还没有结束`;
}

function parseOwner(owner: string): { readonly pid?: number; readonly host?: string } {
  try {
    const read: unknown = JSON.parse(owner);
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
}

function readLock(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
