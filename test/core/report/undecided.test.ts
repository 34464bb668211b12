/** What is not decided, or was not said yet in the report's time, is not written as if it were. */
import { currentWords } from '../../../src/core/settings/times';
import { ruleOfLaw } from '../../edition';
import { figure, quantity } from '../findings/rows-builder';
import { allReached } from './offices';
import { officeWith } from './reached-office';
import { report } from './sample-report';

const decided = officeWith('');

it('figures that are about so many at the standard are not judged, and named; what is said of the others is that they are exact', () => {
  const figures = decided.figures.map((one) =>
    one.code === 'E1' && one.department === '司法所' ? figure('E1', quantity(12, '约')) : one,
  );
  const text = report({ ...decided, figures }).text ?? '';
  expect(text).toContain('普法活动场次的数还不是准确数，是否符合标准暂不判断。');
  expect(text).toMatch(/数据齐全、准确的\d+项指标都达到标准/u);
});

it('where all are exact nothing is said of that', () => {
  const text = report(decided).text ?? '';
  expect(text).toMatch(/数据齐全的\d+项指标都达到标准/u);
  expect(text).not.toContain('准确数');
});

it.each([
  ['2019-12-31', false],
  ['2020-11-16', false],
  ['2020-11-17', true],
  ['2021-12-31', true],
] as const)('on %s the report knows 习近平法治思想: %p', (day, isKnown) => {
  const text = report(allReached, { current: currentWords(ruleOfLaw.times, day, {}) }).text ?? '';
  const has = (words: string): boolean => text.split(words).length > 2;
  expect([has('习近平法治思想'), has('习近平总书记关于全面依法治国')]).toEqual([isKnown, !isKnown]);
});
