/** What the home page remembers, and what it says of a folder without opening a workbook. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { forgetWorkspace, recentWorkspaces, rememberWorkspace } from '../../../src/local/serve/recent-workspaces';
import { foldersIn, workspaceState } from '../../../src/local/serve/workspace-state';
import { freshFolder, removeFolders } from '../../workspace/run-command';

const before = process.env.NIANBAO_HOME;
let home: string;
beforeEach(() => {
  home = freshFolder();
  process.env.NIANBAO_HOME = home;
});
afterAll(() => {
  if (before === undefined) delete process.env.NIANBAO_HOME;
  else process.env.NIANBAO_HOME = before;
  removeFolders();
});

it('keeps the latest dozen, each once, the last opened first', () => {
  for (let at = 1; at <= 13; at += 1) rememberWorkspace(`/年报${String(at)}`, '2026-11-29');
  rememberWorkspace('/年报5', '2026-11-30');
  const kept = recentWorkspaces();
  expect([kept.length, kept[0], kept[1]?.folder]).toEqual([12, { folder: '/年报5', opened: '2026-11-30' }, '/年报13']);
  expect(kept.map(({ folder }) => folder)).not.toContain('/年报1');
  forgetWorkspace('/年报5');
  expect(recentWorkspaces()).toHaveLength(11);
});

it.each([
  '',
  '{}',
  '[7, null, {"folder": 1}, {"folder": "/甲"}]',
  '[{"opened": "2026-11-29"}, {"folder": 1, "opened": "2026-11-29"}, {"folder": "/甲", "opened": 1}]',
])('a list that is none of ours is none: %j', (text) => {
  writeFileSync(join(home, 'recent.json'), text);
  expect(recentWorkspaces()).toEqual([]);
});

it('offers the workspaces of a folder first, and nothing hidden', () => {
  for (const name of ['一般', '年报', '.hidden']) mkdirSync(join(home, name));
  writeFileSync(join(home, '年报/总表.xlsx'), '');
  const { folders, above } = foldersIn(home);
  expect(folders.map(({ name, isWorkspace }) => [name, isWorkspace])).toEqual([
    ['年报', true],
    ['一般', false],
  ]);
  expect(above).not.toBeNull();
  expect(() => foldersIn(join(home, '没有'))).toThrow('找不到文件夹');
});

it('says how far a workspace has come by what lies in it', () => {
  expect(workspaceState(join(home, '没有'), '2026-11-29')).toMatchObject({ isThere: false, done: [], forms: 0 });
  for (const name of ['填报', '报告', '发件箱']) mkdirSync(join(home, name));
  writeFileSync(join(home, '总表.xlsx'), '');
  for (const name of ['司法所.xlsx', '~$司法所.xlsx', '说明.txt']) writeFileSync(join(home, '填报', name), '');
  expect(workspaceState(home, '2026-11-29')).toMatchObject({
    ...{ isThere: true, forms: 1, reports: 0, done: ['set-up', 'departments'] },
  });
  writeFileSync(join(home, '结果.xlsx'), '');
  writeFileSync(join(home, '报告/报告 第1版.docx'), '');
  writeFileSync(join(home, '发件箱/1.eml'), '');
  expect(workspaceState(home, '2026-11-29').done).toEqual(['set-up', 'departments', 'check', 'report', 'remind']);
});

it('offers folders by their names, also those of links, and no files', () => {
  for (const name of ['丙', '甲', '乙']) mkdirSync(join(home, name));
  for (const name of ['甲', '丙']) writeFileSync(join(home, name, '总表.xlsx'), '');
  writeFileSync(join(home, '说明.txt'), '');
  if (process.platform !== 'win32') symlinkSync(join(home, '甲'), join(home, '丁'));
  const linked = process.platform === 'win32' ? [] : ['丁'];
  const sorted = (names: readonly string[]): readonly string[] => [...names].sort();
  expect(foldersIn(home).folders.map(({ name }) => name)).toEqual([...sorted([...linked, '丙', '甲']), '乙']);
  expect(foldersIn(home).above).toBe(join(home, '..'));
  expect(foldersIn('/').above).toBeNull();
});

it('counts for a state only what is what it is named', () => {
  for (const name of ['填报', '报告', '发件箱']) mkdirSync(join(home, name));
  for (const name of ['填报/说明.docx', '报告/来源.xlsx', '报告/~$甲.docx', '发件箱/说明.txt'])
    writeFileSync(join(home, name), '');
  expect(workspaceState(home, '2026-11-29')).toMatchObject({ done: [], forms: 0, reports: 0, name: basename(home) });
  for (const name of ['报告/甲.docx', '报告/乙.docx', '填报/a.xlsx', '填报/b.ods']) writeFileSync(join(home, name), '');
  expect(workspaceState(home, '2026-11-29')).toMatchObject({ done: ['departments', 'report'], forms: 2, reports: 2 });
});
