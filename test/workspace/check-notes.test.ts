/** 核对单: each department's own list, made anew by each check, never a stale one. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expectSound } from '../engine/word/ooxml-check';
import { longIt } from '../long';
import { copyOfExample, removeFolders, root, run, wordText } from './run-command';

afterAll(removeFolders);

const papers = (folder: string): readonly string[] => readdirSync(join(folder, '核对单')).sort();
const paper = (folder: string, department: string): string => wordText(paperPath(folder, department));
const paperPath = (folder: string, department: string): string => join(folder, '核对单', `${department} 核对单.docx`);

/** What people own: hub and departments' workbooks, by their bytes. */
function peoplesFiles(folder: string): readonly string[] {
  const names = readdirSync(join(folder, '填报')).map((name) => join('填报', name));
  return ['总表.xlsx', ...names].map(
    (name) =>
      `${name} ${createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')}`,
  );
}

/** All texts of the program's workbook. */
function resultTexts(folder: string): string {
  const parts = unzipSync(readFileSync(join(folder, '结果.xlsx')));
  return Object.entries(parts)
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n');
}

describe('a check of an office on a bad day', () => {
  let folder: string;
  let before: readonly string[];
  beforeAll(() => {
    folder = copyOfExample('dazhanglou-2022-messy');
    before = peoplesFiles(folder);
    const { exit, out } = run('check', folder);
    expect(exit).toBe(1);
    expect(out).toContain(`核对单：${String(papers(folder).length)} 份，在文件夹“核对单”里`);
  });

  it('writes a paper for each department that has something to put right', () => {
    const departments = papers(folder).map((name) => name.replace(/ 核对单\.docx$/u, ''));
    expect(departments).toEqual(expect.arrayContaining(['财政所', '派出所', '自然资源所', '综治中心']));
    // The one sent nothing; the others' workbooks are as they should be.
    for (const silent of ['党政办', '中心校', '司法所']) expect(departments).not.toContain(silent);
    expect(paper(folder, '自然资源所')).toContain('完成日期“9月31日”不存在');
    expect(paper(folder, '自然资源所')).not.toContain('6.30');
    expect(paper(folder, '社会事务办')).toContain('封面年度“2021”');
  });

  it('makes sound Word files', () => {
    const template = readFileSync(join(root, 'build/out/templates/rule-of-law/核对单.docx'));
    for (const name of papers(folder)) expectSound(template, readFileSync(join(folder, '核对单', name)));
  });

  it('puts the text of the mail into 结果.xlsx', () => {
    const texts = resultTexts(folder);
    expect(texts).toContain('核对通知');
    expect(texts).toContain('1．【请更正】“任务进展”表 F4 格：完成日期“9月31日”不存在。请改为如 2022-09-30。');
  });

  it('touches nothing that people own', () => {
    expect(peoplesFiles(folder)).toEqual(before);
  });

  longIt('writes the same again when nothing changed', () => {
    const first = papers(folder).map((name) => readFileSync(join(folder, '核对单', name)).toString('base64'));
    run('check', folder);
    expect(papers(folder).map((name) => readFileSync(join(folder, '核对单', name)).toString('base64'))).toEqual(first);
  });

  longIt('replaces a settled list, and that of a department that sent nothing', () => {
    const clean = join(root, 'examples/dazhanglou-2022/填报/自然资源所.xlsx');
    copyFileSync(clean, join(folder, '填报/自然资源所.xlsx'));
    rmSync(join(folder, '填报/派出所.xlsx'));
    run('check', folder);
    expect(paper(folder, '自然资源所')).toContain('已无需要核对的事项');
    expect(paper(folder, '派出所')).toContain('没有收到贵单位可用的填报表');
    expect(paper(folder, '财政所')).toContain('0.64');
  });
});

longIt('tells of a paper that cannot be written, and writes the others', () => {
  const folder = copyOfExample('dazhanglou-2022-messy');
  mkdirSync(paperPath(folder, '财政所'), { recursive: true });
  const { exit, out } = run('check', folder);
  expect(exit).toBe(1);
  expect(out).toMatch(/✗ 财政所 核对单\.docx：核对单没有保存，文件里可能还是上一次的内容：.+先不要发送这一份/u);
  expect(papers(folder).filter((name) => !name.startsWith('财政所')).length).toBeGreaterThan(5);
  expect(existsSync(join(folder, '结果.xlsx'))).toBe(true);
});

longIt('leaves a clean office without papers, and a report makes none', () => {
  const clean = copyOfExample('dazhanglou-2022');
  run('check', clean);
  expect(existsSync(join(clean, '核对单'))).toBe(false);
  const messy = copyOfExample('dazhanglou-2022-messy');
  run('report', messy);
  expect(existsSync(join(messy, '核对单'))).toBe(false);
});
