/** A power cut leaves the old file or the new one: what is on the disk before the name changes, and after. */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addLineDurably, createFileDurably, writeFileDurably } from '../../../src/local/base/atomic-write';
import { needs } from '../../tools';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'nianbao-'));
});
afterEach(() => {
  jest.restoreAllMocks();
  fs.rmSync(folder, { recursive: true, force: true });
});

const bytes = (text: string): Uint8Array => Buffer.from(text);

/** What is asked of the disk, in order: what of it is made durable, and when the name is given. */
function diskSteps(): readonly string[] {
  const steps: string[] = [];
  const { openSync, fsyncSync, renameSync, linkSync } = fs;
  const opened = new Map<number, string>();
  jest.spyOn(fs, 'openSync').mockImplementation((...args) => {
    const file = openSync(...args);
    opened.set(file, args[0] === folder ? 'folder' : 'file');
    return file;
  });
  jest.spyOn(fs, 'fsyncSync').mockImplementation((file) => {
    steps.push(`${opened.get(file) ?? '?'} made durable`);
    fsyncSync(file);
  });
  jest.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    steps.push(`named with ${fs.readFileSync(from, 'utf8')}`);
    renameSync(from, to);
  });
  jest.spyOn(fs, 'linkSync').mockImplementation((from, to) => {
    steps.push(`named with ${fs.readFileSync(from, 'utf8')}`);
    linkSync(from, to);
  });
  return steps;
}

needs('links and free file names', () => {
  it.each([
    ['replaced', writeFileDurably],
    ['made', createFileDurably],
  ])('a file that is %s is on the disk before it gets its name, and its name before the caller goes on', (_, write) => {
    const steps = diskSteps();
    write(join(folder, '报告.docx'), bytes('new'));
    expect(steps).toEqual(['file made durable', 'named with new', 'folder made durable']);
    expect(fs.readdirSync(folder)).toEqual(['报告.docx']);
  });
});

it('a write that fails before the name changes leaves the old file and nothing else', () => {
  const path = join(folder, '报告.docx');
  writeFileDurably(path, bytes('old'));
  jest.spyOn(fs, 'fsyncSync').mockImplementation(() => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  });
  expect(() => {
    writeFileDurably(path, bytes('new'));
  }).toThrow('无法写入 报告.docx：磁盘已满，请清理后再试');
  expect([fs.readdirSync(folder), fs.readFileSync(path, 'utf8')]).toEqual([['报告.docx'], 'old']);
});

it('a disk that takes a few bytes at a time gets all of them', () => {
  const { writeSync } = fs;
  const few = (file: number, all: Uint8Array, done: number): number => writeSync(file, all, done, 1);
  jest.spyOn(fs, 'writeSync').mockImplementation(few as typeof writeSync);
  writeFileDurably(join(folder, 'a'), bytes('年报'));
  expect(fs.readFileSync(join(folder, 'a'), 'utf8')).toBe('年报');
});

it('what is made overwrites nothing, not even what came between', () => {
  const path = join(folder, '第1版.docx');
  const { linkSync } = fs;
  jest.spyOn(fs, 'linkSync').mockImplementationOnce((from, to) => {
    fs.writeFileSync(to, 'of another run');
    linkSync(from, to);
  });
  expect(() => {
    createFileDurably(path, bytes('mine'));
  }).toThrow('第1版.docx 已经存在，没有覆盖');
  expect([fs.readdirSync(folder), fs.readFileSync(path, 'utf8')]).toEqual([['第1版.docx'], 'of another run']);
});

it('what is made is made on a disk without hard links as well, and there, too, overwrites nothing', () => {
  const path = join(folder, '第1版.docx');
  jest.spyOn(fs, 'linkSync').mockImplementation(() => {
    throw Object.assign(new Error('not supported'), { code: 'EPERM' });
  });
  createFileDurably(path, bytes('first'));
  expect(() => {
    createFileDurably(path, bytes('second'));
  }).toThrow('第1版.docx 已经存在，没有覆盖');
  expect([fs.readdirSync(folder), fs.readFileSync(path, 'utf8')]).toEqual([['第1版.docx'], 'first']);
});

describe('a line that is added to a file of lines', () => {
  const path = (): string => join(folder, 'mark.json');
  const lines = (): string => fs.readFileSync(path(), 'utf8');

  it('stands behind the others and is on the disk before the caller goes on', () => {
    fs.writeFileSync(path(), 'a\n');
    const steps = diskSteps();
    expect(addLineDurably(path(), bytes('b\n'))).toBe(true);
    expect([lines(), steps]).toEqual(['a\nb\n', ['file made durable']]);
  });

  it('is written whole by a disk that takes a few bytes at a time', () => {
    fs.writeFileSync(path(), 'a\n');
    const { writeSync } = fs;
    const few = (file: number, all: Uint8Array, done: number, _: number, at: number): number =>
      writeSync(file, all, done, 1, at);
    jest.spyOn(fs, 'writeSync').mockImplementation(few as typeof writeSync);
    addLineDurably(path(), bytes('年报\n'));
    expect(lines()).toBe('a\n年报\n');
  });

  it.each([
    ['is none', null],
    ['is an empty one', ''],
    ['is one whose last line was cut off', 'a\nb'],
    ['is a long one', `${'x'.repeat(64 * 1024)}\n`],
  ])('is not written where there %s, which stays as it is', (_, before) => {
    if (before !== null) fs.writeFileSync(path(), before);
    expect(addLineDurably(path(), bytes('c\n'))).toBe(false);
    expect(fs.existsSync(path()) ? lines() : null).toBe(before);
  });

  it('is written as long as the file is no longer than that', () => {
    fs.writeFileSync(path(), `${'x'.repeat(64 * 1024 - 1)}\n`);
    expect(addLineDurably(path(), bytes('c\n'))).toBe(true);
  });

  it('that does not come to the disk is told, whatever the disk calls it, and the file is closed', () => {
    fs.writeFileSync(path(), 'a\n');
    const closed = jest.spyOn(fs, 'closeSync');
    for (const [code, says] of [
      ['ENOSPC', '磁盘已满'],
      ['ENOENT', '文件夹不存在'],
    ] as const) {
      jest.spyOn(fs, 'fsyncSync').mockImplementation(() => {
        throw Object.assign(new Error('no'), { code });
      });
      expect(() => addLineDurably(path(), bytes('b\n'))).toThrow(`无法写入 mark.json：${says}`);
    }
    expect(closed).toHaveBeenCalledTimes(2);
  });

  it('is refused where the file cannot be opened', () => {
    fs.mkdirSync(path());
    expect(() => addLineDurably(path(), bytes('b\n'))).toThrow('已有同名的文件夹');
  });
});
