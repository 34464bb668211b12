/** The service LockService: one run at a time in a folder, by a lock file that names its process. */
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { errorCode, fileErrorText } from './atomic-write';
import { makeStateFolder, stateFolder } from './properties';

/** What is supported of a lock. */
type LocalLock = Pick<GoogleAppsScript.Lock.Lock, 'tryLock' | 'releaseLock' | 'hasLock'>;

/** What is supported of the service. */
export interface LockServiceLocal {
  readonly getScriptLock: () => LocalLock;
}

const pollMilliseconds = 50;
let made = 0;

/** Locks of one run; `release` gives back what the run forgot, as Google does at its end. */
export function makeLocks(folder: string): { readonly service: LockServiceLocal; readonly release: () => void } {
  const path = join(folder, stateFolder, 'lock');
  let held: string | null = null;
  const release = (): void => {
    if (held !== null && readLock(path) === held) unlinkSync(path);
    held = null;
  };
  const lock: LocalLock = {
    hasLock: () => held !== null,
    releaseLock: release,
    tryLock: (timeout) => {
      const end = Date.now() + timeout;
      while (held === null && !(held = take(folder, path)) && Date.now() < end) pause(pollMilliseconds);
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
    return place(draft, path) ? owner : null;
  } catch (error) {
    throw new Error(fileErrorText(path, error), { cause: error });
  } finally {
    unlinkQuietly(draft);
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

/** Moves the lock of a process that is gone out of the way; if another run took it at that moment, it is put back. */
function removeStale(path: string, aside: string): void {
  const owner = readLock(path);
  if (owner === null || isAlive(owner)) return;
  try {
    renameSync(path, aside);
    if (readLock(aside) !== owner) linkSync(aside, path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  unlinkQuietly(aside);
}

/** On another computer nobody can tell, so the lock is respected; so is one that is just being written. */
function isAlive(owner: string): boolean {
  const { pid, host } = parseOwner(owner);
  if (pid === undefined || host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

function parseOwner(owner: string): { readonly pid?: number; readonly host?: string } {
  try {
    return JSON.parse(owner) as { pid?: number; host?: string };
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

function unlinkQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Gone already: that is what was wanted.
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
