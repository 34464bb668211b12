/** What is told of mails that were written into 发件箱 and lie there, or lie there no more. */
import { unsentProblems } from '../../../src/core/reminders/unsent-mails';

const mail = (number: string, more: object = {}) => ({
  ...{ mail: number, departments: ['司法所'], writtenOn: '2022-12-20' as const, isLate: false, isGone: false },
  ...more,
});
const told = (...mails: readonly ReturnType<typeof mail>[]): readonly string[] =>
  unsentProblems(mails, '/年报/发件箱').map(({ code, reason }) => `${code} ${reason}`);

it('is nothing of those that were written a moment ago', () => {
  expect(told()).toEqual([]);
  expect(told(mail('2022-12-20-001'))).toEqual([]);
});

it('is that a file is gone, though none lies there too long', () => {
  expect(told(mail('2022-12-20-001'), mail('2022-12-20-002', { isGone: true, isLate: true }))).toEqual([
    'mail-gone 有 1 封通知的文件不在 /年报/发件箱 里了，也没有登记已发，如 2022-12-20-002',
  ]);
});

it('is how many lie there for two working days, beside those that are gone', () => {
  const late = ['001', '003'].map((number) => mail(`2022-12-20-${number}`, { isLate: true }));
  expect(told(...late, mail('2022-12-20-002', { isGone: true }))).toEqual([
    expect.stringMatching(/^mail-gone 有 1 封/u),
    'mail-unsent 已写入发件箱（2 封，尚未发出）：/年报/发件箱，已满两个工作日，最早的是 2022-12-20-001',
  ]);
});
