/** Answers that are a sentence and a list: what a page and the terminal are told. */
import type { Problem } from '../../../src/core/base/problem';
import { problemsAnswer, refusedAnswer, shownName } from '../../../src/jobs/steps/job-answer';

const problem: Problem = {
  ...{ code: 'x', level: 'error', actual: '', place: { file: '总表.xlsx', sheet: '任务', cell: 'A4' } },
  ...{ reason: '没有编号', expected: '请填写' },
};
const nothing = { files: [], summary: null };

it('a refusal is its sentence, with the problems below it where there are any', () => {
  expect(refusedAnswer('没有做成。')).toEqual({ ...nothing, exit: 2, text: '没有做成。', problems: [] });
  const told = refusedAnswer('没有做成。', [problem]);
  expect(told).toMatchObject({ ...nothing, exit: 2, problems: [{ reason: '没有编号', cell: 'A4' }] });
  expect(told.text).toMatch(/^没有做成。\n[^]*总表\.xlsx 任务!A4：没有编号。请填写。/u);
});

it('problems are told one a line', () => {
  expect(problemsAnswer(1, '有错误。', [problem, problem])).toMatchObject({
    ...nothing,
    exit: 1,
    text: '有错误。\n  总表.xlsx 任务!A4：没有编号。请填写。\n  总表.xlsx 任务!A4：没有编号。请填写。',
    problems: [{ reason: '没有编号' }, { reason: '没有编号' }],
  });
});

it.each([
  ['报告/年报.docx', '年报.docx', '报告/年报.docx'],
  ['结果.xlsx', '结果', '结果.xlsx'],
  ['发件箱/一', '一', '发件箱/一'],
  ['1AbCdEf_-9', '结果', '结果'],
])('the file %s called %s is shown as %s', (id, name, shown) => {
  expect(shownName({ id, name })).toBe(shown);
});
