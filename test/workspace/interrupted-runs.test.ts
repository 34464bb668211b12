/** Runs that were ended in the middle, or meet another: no half file, no lock that stays, and the next run completes. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { longIt } from '../long';
import { inventory } from './damage';
import { command, copyOfExample, freshFolder, removeFolders, run } from './run-command';
import { askPublic } from './secret-office';
import { smallOffice } from './small-office';

afterAll(removeFolders);

/** A process number that no living process has. */
const nobody = 4_194_000;

/** Starts a run and ends it without asking as soon as its progress says the word. */
function killedAt(word: string, ...args: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes(word)) child.kill('SIGKILL');
    });
    child.on('exit', () => {
      resolve();
    });
  });
}

function putLock(folder: string, content: string, minutesOld = 0): void {
  mkdirSync(join(folder, '.nianbao'), { recursive: true });
  const path = join(folder, '.nianbao/lock');
  writeFileSync(path, content);
  const then = Date.now() / 1000 - minutesOld * 60;
  utimesSync(path, then, then);
}

/** Names of Office files that do not end as a zip does. */
function halfFiles(folder: string): string[] {
  return Object.keys(inventory(folder)).filter(
    (name) =>
      /(?:^|\/)[^./][^/]*\.(?:xlsx|docx)$/u.test(name) &&
      !readFileSync(join(folder, name)).subarray(-22).includes('PK\u0005\u0006'),
  );
}

function unfinished(folder: string): string[] {
  const own = readdirSync(join(folder, '.nianbao')).filter((name) => name.startsWith('lock'));
  return [...own, ...Object.keys(inventory(folder)).filter((name) => /(?:^|\/)\.~/u.test(name))];
}

longIt.each(['建立总表', '建立 7/14'])('completes what an init killed at “%s” left', async (word) => {
  const folder = join(freshFolder(), '年报');
  await killedAt(word, 'init', folder);
  if (existsSync(folder)) expect(halfFiles(folder)).toEqual([]);
  expect(run('init', folder).exit).toBe(0);
  expect(readdirSync(join(folder, '填报'))).toHaveLength(14);
  expect(unfinished(folder)).toEqual([]);
  expect(run('check', folder).out).not.toMatch(/没有找到工作表|打不开/u);
});

longIt('reports after a killed report, and people’s files are as before', async () => {
  const folder = copyOfExample('dazhanglou-2022');
  const before = inventory(folder);
  await killedAt('保存报告', 'report', folder);
  expect(halfFiles(folder)).toEqual([]);
  expect(run('report', folder).exit).toBe(0);
  expect(unfinished(folder)).toEqual([]);
  expect(inventory(join(folder, '填报'))).toEqual(
    Object.fromEntries(
      Object.entries(before).flatMap(([name, hash]) => {
        const below = name.slice('填报/'.length);
        return name.startsWith('填报/') && below !== '' ? [[below, hash]] : [];
      }),
    ),
  );
});

longIt('has no public version alone after a run killed between both, and the next run makes both', async () => {
  const folder = askPublic(smallOffice());
  await killedAt('保存公开版', 'report', folder);
  expect(halfFiles(folder)).toEqual([]);
  const names = (): string[] => readdirSync(join(folder, '报告')).filter((name) => /^[^.].*\.docx$/u.test(name));
  const left = names();
  expect(left.filter((name) => !left.includes(name.replace('（公开版）', '')))).toEqual([]);
  expect(run('report', folder).exit).not.toBe(2);
  const made = names().filter((name) => !left.includes(name));
  expect(made).toHaveLength(2);
  expect(made.filter((name) => name.includes('（公开版）'))).toEqual([
    expect.stringMatching(/第\d+版（公开版）\.docx$/u),
  ]);
  expect(unfinished(folder)).toEqual([]);
});

/** Of a run that is over, how many minutes ago it began. */
type LeftLock = readonly [of: string, owner: object | null, minutes: number];
const left: readonly LeftLock[] = [
  ['whose process is gone', { pid: nobody, host: hostname() }, 0],
  ['that was cut off while it wrote the lock', null, 1],
];
const leftLong: readonly LeftLock[] = [
  ['whose number another process has now', { pid: process.pid, host: hostname() }, 45],
  ['on a computer that went down', { pid: 1, host: 'another-computer' }, 45],
];
const isPassed = 'takes no notice of the lock of a run %s, and takes away what it left';
it.each(left)(isPassed, passesLock);
longIt.each(leftLong)(isPassed, passesLock);

function passesLock(_: string, owner: object | null, minutes: number): void {
  const folder = smallOffice();
  writeFileSync(join(folder, '报告/.~77-报告.docx'), 'half');
  putLock(folder, owner === null ? '' : JSON.stringify(owner), minutes);
  expect(run('check', folder).exit).not.toBe(2);
  expect(unfinished(folder)).toEqual([]);
}

it('lets one of two runs go first and tells the other by whom it is held up', () => {
  const folder = smallOffice();
  putLock(folder, JSON.stringify({ pid: 12, host: 'another-computer', number: 1 }));
  const before = inventory(folder);
  const { exit, out, progress } = run('report', folder);
  expect(exit).toBe(2);
  expect(out).toContain('另一个人正在运行本程序，或者您刚才启动的还没有做完，请稍后再试。什么都没有写。');
  expect(progress).toContain('另一次运行（电脑 another-computer，进程 12）还没有结束');
  expect(inventory(folder)).toEqual(before);
  rmSync(join(folder, '.nianbao/lock'));
});
