/** Problems as people are told of them: each once, with its level and place. */
import { levelName, notTold, problemText, sharedOnce, type Problem } from '../../../src/core/base/problem';
import { readRemedies } from '../../../src/core/base/read-failure';

const problem: Problem = {
  code: 'day-missing',
  level: 'error',
  place: { file: '司法所.xlsx', sheet: '任务进展', cell: 'D7' },
  actual: '9月31日',
  reason: '完成时限“9月31日”不存在',
  expected: '请改为如 2022-09-30',
};
const elsewhere = { ...problem, place: { ...problem.place, file: '财政所.xlsx' } };

it('a problem is one line: where, what, and what to do', () => {
  expect(problemText(problem)).toBe('司法所.xlsx 任务进展!D7：完成时限“9月31日”不存在。请改为如 2022-09-30。');
  expect(levelName).toEqual({ error: '错误', doubt: '请核实', note: '提示' });
});

it('what was told before, word for word, is not told again', () => {
  expect(notTold([problem], [{ ...problem }, elsewhere])).toEqual([elsewhere]);
});

it('one matter in the same cell of several workbooks is told once, with all of them', () => {
  const other = { ...problem, reason: '没有填写' };
  expect(sharedOnce([problem, other, elsewhere, problem])).toEqual([
    { problem: { ...problem, place: { ...problem.place, file: '司法所.xlsx、财政所.xlsx' } }, count: 3 },
    { problem: other, count: 1 },
  ]);
});

it.each<[string, Problem]>([
  ['level', { ...elsewhere, level: 'doubt' }],
  ['rule', { ...elsewhere, code: 'day-range' }],
  ['sheet', { ...elsewhere, place: { ...elsewhere.place, sheet: '指标' } }],
  ['cell', { ...elsewhere, place: { ...elsewhere.place, cell: 'D8' } }],
  ['spot', { ...elsewhere, place: { ...elsewhere.place, spot: '第 2 段' } }],
  ['what stands there', { ...elsewhere, actual: '9月32日' }],
  ['what is wrong', { ...elsewhere, reason: '没有填写' }],
  ['what to do', { ...elsewhere, expected: '请填写' }],
])('another %s is another matter', (_, other) => {
  expect(sharedOnce([problem, other]).map(({ count }) => count)).toEqual([1, 1]);
});

it('what to do where something could not be read is another for each fault', () => {
  expect(readRemedies.service).toBe('请稍后再运行一次');
  expect(readRemedies.access).toMatch(/^请核对文件还在原处，并且运行的人有权打开.*再运行一次$/u);
  expect(readRemedies.file).toMatch(/^改好后.*再运行一次$/u);
});
