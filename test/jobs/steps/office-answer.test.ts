/** The answer of a run that read the whole office: its exit, and each file by what it is and where people find it. */
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import type { Problem } from '../../../src/core/base/problem';
import type { WrittenFile } from '../../../src/contract/answer';
import { answerFromOffice, busy } from '../../../src/jobs/steps/office-answer';
import { noRows, settings } from '../../core/findings/rows-builder';

const { value: findings } = findingsFromRows(noRows, settings, []);
const office = { settings, rows: noRows, findings, feedback: [], accounts: [] };
const problem = (level: Problem['level']): Problem => ({
  ...{ code: 'x', level, place: { file: '总表.xlsx' }, actual: '', reason: '有误', expected: '请改' },
});
const file = (what: WrittenFile['what'], name: string, id = name): WrittenFile => ({ what, name, id });
const linesOf = (...files: readonly WrittenFile[]): readonly string[] => {
  const bare = answerFromOffice(office, [], [], null).text;
  const { text } = answerFromOffice(office, [], files, null);
  expect(text.startsWith(bare)).toBe(true);
  return text.slice(bare.length).split('\n').slice(1);
};

it.each<[readonly Problem['level'][], number]>([
  [[], 0],
  [['note', 'doubt'], 0],
  [['doubt', 'error', 'note'], 1],
])('with %j its exit is %s', (levels, exit) => {
  const found = answerFromOffice(office, levels.map(problem), [], null);
  expect(found.exit).toBe(exit);
  expect(found.problems.map(({ reason }) => reason)).toEqual(levels.map(() => '有误'));
  expect(found.summary).toMatchObject({ feedback: [], publicVersion: null });
});

it('names each file by what it is: by its path in a folder, by its name where the id says nothing', () => {
  expect(
    linesOf(
      file('report', '年报 第1版.docx', '报告/年报 第1版.docx'),
      file('public-report', '年报 第1版（公开版）.docx', '报告/年报 第1版（公开版）.docx'),
      file('google-doc', '年报', '1AbC'),
      file('trace', '数据来源.xlsx'),
      file('results', '结果.xlsx'),
    ),
  ).toEqual([
    '报告：报告/年报 第1版.docx',
    '公开版：报告/年报 第1版（公开版）.docx',
    '报告（Google 文档）：年报',
    '数据来源：数据来源.xlsx',
    '汇总和核对：结果.xlsx',
  ]);
});

it('counts the 核对单, behind all other files', () => {
  expect(
    linesOf(file('check', '甲 核对单.docx'), file('results', '结果.xlsx'), file('check', '乙 核对单.docx')),
  ).toEqual(['汇总和核对：结果.xlsx', '核对单：2 份，在文件夹“核对单”里']);
});

it('tells which file is the version for the public, and what was done for it', () => {
  const forPublic = { changes: [], unprinted: 3 };
  const told = (...files: readonly WrittenFile[]) =>
    answerFromOffice(office, [], files, forPublic).summary?.publicVersion;
  expect(told(file('report', '年报.docx'), file('public-report', '公开版.docx'))).toEqual({
    file: '公开版.docx',
    changes: [],
    unprinted: 3,
  });
  expect(told(file('report', '年报.docx'))?.file).toBeNull();
});

it('a run beside another does nothing, and says so', () => {
  expect(busy).toMatchObject({
    exit: 2,
    files: [],
    text: expect.stringMatching(/另一个人正在运行.*什么都没有写。$/u) as string,
  });
});
