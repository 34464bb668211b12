import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLocks } from '../../../src/local/services/lock';
import { makeProgress } from '../../../src/local/command/console';
import { makeProperties } from '../../../src/local/services/properties';
import { makeUtilities } from '../../../src/local/services/utilities';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('LockService', () => {
  it('lets one run in at a time', () => {
    const [one, two] = [makeLocks(folder), makeLocks(folder)];
    const [first, second] = [one.service.getScriptLock(), two.service.getScriptLock()];
    expect([first.tryLock(0), second.tryLock(0), second.tryLock(120)]).toEqual([true, false, false]);
    expect([first.hasLock(), second.hasLock()]).toEqual([true, false]);
    first.releaseLock();
    expect(second.tryLock(0)).toBe(true);
    two.release();
    expect(readdirSync(join(folder, '.nianbao'))).toEqual([]);
  });

  it('takes over from a process that is gone, not from one on another computer', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const path = join(folder, '.nianbao', 'lock');
    mkdirSync(join(folder, '.nianbao'));
    writeFileSync(path, JSON.stringify({ pid, host: `${hostname()}-other` }));
    expect(makeLocks(folder).service.getScriptLock().tryLock(0)).toBe(false);
    writeFileSync(path, JSON.stringify({ pid, host: hostname() }));
    expect(makeLocks(folder).service.getScriptLock().tryLock(0)).toBe(true);
    expect(readdirSync(join(folder, '.nianbao'))).toEqual(['lock']);
  });
});

describe('PropertiesService', () => {
  it('starts with the ids of folder and hub, makes its file only when something is set and keeps stores apart', () => {
    const folders = { departments: '填报', templates: '模板', reports: '报告', outbox: '发件箱', checks: '核对单' };
    const workspace = JSON.stringify({ folder: '.', hub: '总表.xlsx', folders });
    expect(makeProperties(folder).getScriptProperties().getProperties()).toEqual({ workspace });
    expect(existsSync(join(folder, '.nianbao'))).toBe(false);
    makeProperties(folder).getScriptProperties().setProperty('年度', '2022').setProperty('x', '1').deleteProperty('x');
    expect(makeProperties(folder).getScriptProperties().getProperties()).toEqual({
      workspace,
      年度: '2022',
    });
    expect(makeProperties(folder).getDocumentProperties().getProperty('年度')).toBeNull();
  });

  it('does not call a file damaged that cannot be read: what is in it may be whole', () => {
    const path = join(folder, '.nianbao', 'properties.json');
    makeProperties(folder).getScriptProperties().setProperty('a', 'b');
    rmSync(path);
    mkdirSync(path);
    const read = (): unknown => makeProperties(folder).getScriptProperties().getProperty('a');
    expect(read).toThrow('properties.json');
    expect(read).not.toThrow('删除');
    rmSync(path, { recursive: true });
  });

  it('says which file to delete when it is damaged', () => {
    makeProperties(folder).getScriptProperties().setProperty('a', 'b');
    writeFileSync(join(folder, '.nianbao', 'properties.json'), '{');
    expect(() => makeProperties(folder).getScriptProperties().getProperty('a')).toThrow(
      '.nianbao/properties.json 已损坏',
    );
  });
});

describe('Utilities', () => {
  it('speaks signed bytes, as Google does', () => {
    const { base64Decode, base64Encode, newBlob } = makeUtilities();
    expect(base64Decode('AH+A/w==')).toEqual([0, 127, -128, -1]);
    expect(base64Encode([0, 127, -128, -1])).toBe('AH+A/w==');
    expect(() => base64Decode('不是')).toThrow('无法解码');
    const blob = newBlob('年报', 'text/plain', '年.txt');
    expect([blob.getName(), blob.getContentType(), blob.getDataAsString()]).toEqual(['年.txt', 'text/plain', '年报']);
    expect(blob.getBytes()).toEqual(Array.from(new Int8Array(Buffer.from('年报'))));
    expect(newBlob(Uint8Array.of(200)).getBytes()).toEqual([-56]);
  });
});

describe('progress', () => {
  const written = (isTTY: boolean, quiet: boolean): string => {
    const parts: string[] = [];
    const progress = makeProgress({ isTTY, write: (text) => parts.push(text) }, quiet);
    progress.show('读取 1/2');
    progress.show('读取 2/2');
    progress.clear();
    return parts.join('');
  };

  it('is one line on a terminal, plain lines in a pipe, nothing in a pipe beside JSON', () => {
    expect(written(true, true)).toBe('\r\u001B[K读取 1/2\r\u001B[K读取 2/2\r\u001B[K');
    expect(written(false, false)).toBe('读取 1/2\n读取 2/2\n');
    expect(written(false, true)).toBe('');
  });
});

it('a folder that cannot be made is told in Chinese', () => {
  writeFileSync(join(folder, '.nianbao'), '');
  expect(() => makeLocks(folder).service.getScriptLock().tryLock(0)).toThrow('.nianbao');
  expect(readFileSync(join(folder, '.nianbao'), 'utf8')).toBe('');
});
