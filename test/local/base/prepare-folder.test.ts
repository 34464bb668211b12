/** The folder a command was given: found, made, or refused with what was probably meant. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareFolder, type FolderNeed } from '../../../src/local/base/prepare-folder';
import { freshFolder, removeFolders } from '../../workspace/run-command';

afterAll(removeFolders);

/** A folder in which the workspaces lie. */
function beside(...workspaces: readonly string[]): string {
  const folder = freshFolder();
  for (const name of workspaces) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, '总表.xlsx'), '');
  }
  return folder;
}

function outcome(folder: string, name: string, need: FolderNeed): string {
  try {
    prepareFolder(join(folder, name), need);
    return existsSync(join(folder, name)) ? 'made' : 'not there';
  } catch (error) {
    return (error as Error).message.replaceAll(`${folder}/`, '');
  }
}

it.each([
  ['法治年', '没有文件夹 法治年，旁边有 法治年报，是不是想写它？'],
  ['法治年报报', '没有文件夹 法治年报报，旁边有 法治年报，是不是想写它？'],
  ['法制年报', '没有文件夹 法制年报，旁边有 法治年报，是不是想写它？'],
  ['年法治年报', '没有文件夹 年法治年报，旁边有 法治年报，是不是想写它？'],
  ['治年报', '没有文件夹 治年报，旁边有 法治年报，是不是想写它？'],
])('%s is mistyped', (name, told) => {
  expect(outcome(beside('法治年报'), name, 'unlike')).toBe(`${told}确实要新建的，请先建好这个空文件夹再运行`);
});

it.each([
  ['年报', '年报'],
  ['年报', '报'],
  ['年报', '年报甲'],
  ['年报', '甲年报'],
  ['年报', '年甲报'],
  ['年报', '年甲'],
])('beside %s, %s is made where it is the same and else is one sign away', (there, typed) => {
  const folder = beside(there);
  const isSame = there === typed;
  expect(outcome(folder, typed, 'unlike')).toMatch(isSame ? /^made$/u : /^没有文件夹/u);
});

it.each([
  ['年报1', '年报2'],
  ['年报1', '年报甲'],
  ['年报', '年报1'],
  ['年报1', '年报'],
  ['年报', '年报甲乙'],
  ['年报', '甲'],
])('beside %s, %s is another one', (there, typed) => {
  expect(outcome(beside(there), typed, 'unlike')).toBe('made');
});

it.each(['法治年报2023', '法治', '治法年报', '法制年度', '安全年报', '法治年报4', '治法年报报'])(
  '%s is another one',
  (name) => {
    expect(outcome(beside('法治年报'), name, 'unlike')).toBe('made');
  },
);

it('a digit is another year’s folder, and a folder without hub is none that can be meant', () => {
  expect(outcome(beside('年报2022'), '年报2023', 'unlike')).toBe('made');
  expect(outcome(beside('年报2022'), '年报度2022', 'unlike')).toContain('旁边有 年报2022，是不是想写它');
  const folder = beside();
  mkdirSync(join(folder, '法治年报'));
  expect(outcome(folder, '法治年', 'unlike')).toBe('made');
});

it('what is to be made is made whatever lies beside it; what must be there is not', () => {
  const folder = beside('法治年报');
  expect(outcome(folder, '法制年报', 'new')).toBe('made');
  expect(outcome(folder, '法治年', 'workspace')).toBe('找不到文件夹 法治年。是不是想写 法治年报？');
  expect(outcome(folder, '法治年', 'there')).toBe('找不到文件夹 法治年。是不是想写 法治年报？');
  expect(outcome(beside(), '法治年', 'there')).toBe('找不到文件夹 法治年。新建用 nianbao init <文件夹> --hub-only');
});

it('a folder is a workspace by its hub, and a file is no folder', () => {
  const folder = beside('法治年报');
  mkdirSync(join(folder, '空'));
  writeFileSync(join(folder, '表'), '');
  expect(outcome(folder, '法治年报', 'workspace')).toBe('made');
  expect(outcome(folder, '空', 'there')).toBe('made');
  expect(outcome(folder, '空', 'workspace')).toBe(
    '空 不是工作文件夹（没有 总表.xlsx）。请先运行 nianbao init <文件夹>',
  );
  expect(outcome(folder, '表', 'there')).toBe('表 不是文件夹');
  expect(() => prepareFolder(' ', 'new')).toThrow('文件夹名是空的，请写明文件夹');
});

it('names the workspace above or below a folder that is none', () => {
  const folder = beside('法治年报');
  mkdirSync(join(folder, '法治年报', '填报'));
  expect(outcome(folder, join('法治年报', '填报'), 'workspace')).toContain(`上一级 法治年报 是，请写它`);
  expect(outcome(folder, '.', 'workspace')).toContain('里面的 法治年报 是，请写 法治年报');
  expect(outcome(beside('甲', '乙'), '.', 'workspace')).toContain('请先运行 nianbao init <文件夹>');
});

it.each(['总表 (1).xlsx', '总表2022.xlsx', '2022总表.et', '总表.xls'])(
  'takes %s for the hub that was renamed, beside which no new one is made',
  (name) => {
    const folder = beside();
    mkdirSync(join(folder, '年报'));
    writeFileSync(join(folder, '年报', name), '');
    for (const need of ['workspace', 'new', 'unlike'] as const) {
      expect(outcome(folder, '年报', need)).toContain(`有“${name}”：是改了名或另存的，请改回 总表.xlsx`);
    }
    expect(outcome(folder, '年报', 'there')).toBe('made');
    writeFileSync(join(folder, '年报', '总表.xlsx'), '');
    expect(outcome(folder, '年报', 'new')).toBe('made');
  },
);

it('what was made for nothing is taken away again, unless something was put there', () => {
  const folder = beside();
  const { undo } = prepareFolder(join(folder, '上', '中', '下'), 'new');
  undo();
  expect(existsSync(join(folder, '上'))).toBe(false);
  const kept = prepareFolder(join(folder, '上', '中'), 'new');
  writeFileSync(join(folder, '上', '表'), '');
  kept.undo();
  expect([existsSync(join(folder, '上', '中')), existsSync(join(folder, '上', '表'))]).toEqual([false, true]);
  prepareFolder(folder, 'there').undo();
  expect(existsSync(folder)).toBe(true);
});
