/** Two runs at the lock of a run that is over: whatever happens between two looks at the file, one of them has it. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os, { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLocks } from '../../../src/local/services/lock';

let folder: string;
let path: string;
/** A process that was. */
const { pid: gone } = spawnSync(process.execPath, ['-e', '']);
const stale = JSON.stringify({ pid: gone, host: hostname(), number: 1 });
const other = JSON.stringify({ pid: process.pid, host: hostname(), number: 'other' });

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'nianbao-'));
  path = join(folder, '.nianbao', 'lock');
  fs.mkdirSync(join(folder, '.nianbao'));
  fs.writeFileSync(path, stale);
});
afterEach(() => {
  jest.restoreAllMocks();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Lets the other run act when this one has seen that the lock is stale and is about to move it away. */
function justBeforeItIsMoved(act: () => void): void {
  const { renameSync } = fs;
  jest.spyOn(fs, 'renameSync').mockImplementationOnce((from, to) => {
    act();
    renameSync(from, to);
  });
}

it('another run that took the lock in between keeps it', () => {
  justBeforeItIsMoved(() => {
    fs.writeFileSync(path, other);
  });
  expect(makeLocks(folder).service.getScriptLock().tryLock(0)).toBe(false);
  expect(fs.readFileSync(path, 'utf8')).toBe(other);
  expect(fs.readdirSync(join(folder, '.nianbao'))).toEqual(['lock']);
});

it('a lock that another run took away in between is taken', () => {
  justBeforeItIsMoved(() => {
    fs.unlinkSync(path);
  });
  const { service, release } = makeLocks(folder);
  expect(service.getScriptLock().tryLock(0)).toBe(true);
  release();
  expect(fs.readdirSync(join(folder, '.nianbao'))).toEqual([]);
});

it('another run that took the lock after the stale one was moved away keeps it', () => {
  const { linkSync } = fs;
  jest.spyOn(fs, 'linkSync').mockImplementationOnce((from, to) => {
    fs.writeFileSync(path, other);
    linkSync(from, to);
  });
  expect(makeLocks(folder).service.getScriptLock().tryLock(0)).toBe(false);
  expect(fs.readFileSync(path, 'utf8')).toBe(other);
});

it('where there are no hard links one of two has it, too', () => {
  jest.spyOn(fs, 'linkSync').mockImplementation(() => {
    throw Object.assign(new Error('not supported'), { code: 'EPERM' });
  });
  const [one, two] = [makeLocks(folder), makeLocks(folder)].map(({ service }) => service.getScriptLock());
  expect([one?.tryLock(0), two?.tryLock(0)]).toEqual([true, false]);
});

it('a run whose lock was taken for stale does not give away that of the next one', () => {
  const { service, release } = makeLocks(folder);
  expect(service.getScriptLock().tryLock(0)).toBe(true);
  fs.writeFileSync(path, other);
  release();
  expect(fs.readFileSync(path, 'utf8')).toBe(other);
});

const elsewhere = JSON.stringify({ pid: gone, host: `not-${hostname()}`, number: 1 });
const alive = JSON.stringify({ pid: process.pid, host: hostname(), number: 1 });

it.each([
  ['of another computer, a minute old: its run may go on', elsewhere, 60, false],
  ['of another computer, older than any run', elsewhere, 31 * 60, true],
  ['of a process that lives, a minute old', alive, 60, false],
  ['of a number that a process has again, older than any run', alive, 31 * 60, true],
  ['that is just being written', '', 1, false],
  ['that a run which was cut off left half written', '{"pid":', 11, true],
])('a lock %s', (_, owner, seconds, isTaken) => {
  fs.writeFileSync(path, owner);
  const then = new Date(Date.now() - seconds * 1000);
  fs.utimesSync(path, then, then);
  expect(makeLocks(folder).service.getScriptLock().tryLock(0)).toBe(isTaken);
});

it('a lock older than the start of the computer is of no process there is, whoever has its number now', () => {
  fs.writeFileSync(path, alive);
  const then = new Date(Date.now() - 60_000);
  fs.utimesSync(path, then, then);
  jest.spyOn(os, 'uptime').mockReturnValue(30);
  expect(makeLocks(folder).service.getScriptLock().tryLock(0)).toBe(true);
});

it('a process of another user, which may not be asked, is alive', () => {
  jest.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
  });
  expect(makeLocks(folder).service.getScriptLock().tryLock(0)).toBe(false);
});

it('a folder of the program’s own that cannot be written is told by its name, not by that of the workspace', () => {
  const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
  jest.spyOn(fs, 'writeFileSync').mockImplementationOnce(() => {
    throw full;
  });
  expect(() => makeLocks(folder).service.getScriptLock().tryLock(0)).toThrow('无法写入 .nianbao：磁盘已满');
});
