/** A power cut leaves the old file or the new one: what is on the disk before the name changes, and after. */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addLineDurably,
  createFileDurably,
  errorCode,
  fileErrorText,
  folderErrorText,
  ownOnly,
  unfinishedName,
  writeFileDurably,
} from '../../../src/local/base/atomic-write';
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

const failed = (code: string): Error => Object.assign(new Error(`${code}: no`), { code });

it.each([
  ['EACCES', '无法写入 甲.docx：文件夹只读或没有权限，请换一个文件夹或修改权限后再试'],
  ['EROFS', '无法写入 甲.docx：文件夹只读或没有权限，请换一个文件夹或修改权限后再试'],
  ['EBUSY', '无法写入 甲.docx：文件正被 Excel/WPS 打开，请关闭后再试'],
  ['EPERM', '无法写入 甲.docx：文件正被 Excel/WPS 打开，请关闭后再试'],
  ['EEXIST', '甲.docx 已经存在，没有覆盖'],
  ['EISDIR', '无法写入 甲.docx：已有同名的文件夹，请改名或移走后再试'],
  ['ENOTDIR', '无法写入 甲.docx：上一级不是文件夹，请改名或移走后再试'],
  ['ENOSPC', '无法写入 甲.docx：磁盘已满，请清理后再试'],
  ['EDQUOT', '无法写入 甲.docx：磁盘已满，请清理后再试'],
  ['ENAMETOOLONG', '无法写入 甲.docx：文件名太长'],
  ['ENOENT', '无法写入 甲.docx：文件夹不存在'],
  ['EIO', '无法写入 甲.docx：EIO: no'],
])('of a file that fails with %s a clerk reads: %s', (code, told) => {
  expect(fileErrorText('/年报/甲.docx', failed(code))).toBe(told);
  const folderTold = code === 'EEXIST' ? '甲.docx 是文件，不是文件夹，请改名或移走后再试' : told;
  expect(folderErrorText('/年报/甲.docx', failed(code))).toBe(folderTold);
});

it.each([
  [failed('ENOENT'), 'ENOENT'],
  [new Error('no'), ''],
  [{ code: 5 }, ''],
  [null, ''],
  [undefined, ''],
  ['ENOENT', ''],
])('the code of %j is %j', (error, code) => {
  expect(errorCode(error)).toBe(code);
});

it('a folder in the place of what is to be made is told as one', () => {
  fs.mkdirSync(join(folder, '甲.docx'));
  expect(() => {
    createFileDurably(join(folder, '甲.docx'), bytes('x'));
  }).toThrow('无法写入 甲.docx：已有同名的文件夹，请改名或移走后再试');
});

it('a file has the rights it is asked for, however often it is written, and every one that was opened is closed', () => {
  const path = join(folder, 'mail.json');
  const opened = jest.spyOn(fs, 'openSync');
  const closed = jest.spyOn(fs, 'closeSync');
  for (const write of [writeFileDurably, writeFileDurably]) write(path, bytes('secret'), ownOnly);
  createFileDurably(join(folder, 'other'), bytes('x'));
  expect(closed).toHaveBeenCalledTimes(opened.mock.calls.length);
  if (process.platform === 'win32') return;
  expect(fs.statSync(path).mode & 0o777).toBe(0o600);
  // As any other file of the user: no more than their mask allows, and run by nobody.
  expect(fs.statSync(join(folder, 'other')).mode & 0o111).toBe(0);
  expect(fs.statSync(join(folder, 'other')).mode & 0o600).toBe(0o600);
});

it('what is unfinished bears the number of its writer, and a name as long as a disk allows is written', () => {
  expect(unfinishedName.exec('.~12-甲')?.[1]).toBe('12');
  expect(['甲.~12-乙', '.~甲-乙', '.~12'].filter((name) => unfinishedName.test(name))).toEqual([]);
  const long = `${'甲'.repeat(80)}.docx`;
  writeFileDurably(join(folder, long), bytes('x'));
  expect(fs.readdirSync(folder)).toEqual([long]);
});
