/** What is said of a paper, in the few words that ledger, page and 看板 share. */
import { feedbackText, matterText } from '../../../src/core/base/feedback-text';

const nothing = { signedOn: null, reply: '', rectifyOn: null, closed: null, settled: null, doubts: [] };

it.each([
  ['nothing', {}, ''],
  ['a day alone', { signedOn: '2022-12-05' }, '2022-12-05签收'],
  ['asked and agreed', { closed: true, settled: true }, '申请销号，已销号'],
  ['asked and refused', { closed: true, settled: false }, '申请销号，不同意销号'],
  ['not asked', { closed: false }, '不申请销号'],
  [
    'a doubt behind what was said',
    { rectifyOn: '2022-12-30', doubts: ['还没有到'] },
    '整改日期2022-12-30；对不上：还没有到',
  ],
  ['a doubt alone', { doubts: ['已过'] }, '对不上：已过'],
] as const)('%s', (_, said, text) => {
  expect(feedbackText({ ...nothing, ...said })).toBe(text);
});

it('of a long answer the beginning', () => {
  expect(feedbackText({ ...nothing, reply: '改'.repeat(60) })).toBe(`反馈“${'改'.repeat(40)}”`);
});

it('how a matter stands is its task’s state, or what is left to put right, and nothing of an earlier period', () => {
  expect(
    [
      { kind: 'order', state: 'overdue', open: 0 },
      { kind: 'order', state: null, open: 0 },
      { kind: 'check', state: null, open: 3 },
      { kind: 'check', state: null, open: 0 },
    ].map((matter) => matterText(matter as Parameters<typeof matterText>[0])),
  ).toEqual(['逾期', '', '还有3处要处理', '没有要处理的']);
});
