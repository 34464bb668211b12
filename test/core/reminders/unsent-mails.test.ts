/** What is told of mails that were written into 发件箱 and lie there, or lie there no more. */
import { holidayTable } from '../../../src/core/base/holiday-table';
import { makeCalendar } from '../../../src/core/base/working-days';
import { unsentMails, unsentProblems } from '../../../src/core/reminders/unsent-mails';
import { item, queued } from './ledger-builder';

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

describe('of the ledger', () => {
  const calendar = makeCalendar(holidayTable, []);
  const line = (department: string, mail: string, more: object = {}) => ({
    ...queued([item({ department })])[0]!,
    ...({ state: 'written', mail, claimedOn: '2022-12-28' } as const),
    ...more,
  });
  const lines = [
    line('财政所', 'b'),
    line('司法所', 'a', { claimedOn: '2022-12-29' }),
    line('综治中心', 'b'),
    line('财政所', 'b'),
    line('司法所', 'c', { state: 'sent' }),
    line('司法所', 'd'),
  ];

  it('each mail that lies there is one, by its number, with all whom it is about', () => {
    expect(unsentMails(lines, new Set(['a', 'c']), '2022-12-29', calendar)).toEqual([
      mail('a', { writtenOn: '2022-12-29' }),
      mail('b', { departments: ['财政所', '综治中心'], writtenOn: '2022-12-28', isGone: true }),
      mail('d', { writtenOn: '2022-12-28', isGone: true }),
    ]);
  });

  it.each([
    ['2022-12-29', false],
    ['2022-12-30', true],
    ['2023-01-02', true],
  ] as const)('one of Wednesday is late on %s: %s', (day, isLate) => {
    expect(unsentMails([line('司法所', 'a')], new Set(['a']), day, calendar)[0]?.isLate).toBe(isLate);
  });

  it('a weekend makes none late', () => {
    const friday = [line('司法所', 'a', { claimedOn: '2022-11-25' })];
    const late = (['2022-11-27', '2022-11-28', '2022-11-29'] as const).map(
      (day) => unsentMails(friday, new Set(), day, calendar)[0]?.isLate,
    );
    expect(late).toEqual([false, false, true]);
  });
});

it('says how a person registers them', () => {
  const problems = unsentProblems([mail('a', { isLate: true }), mail('b', { isGone: true })], '/年报/发件箱');
  expect(problems.map(({ level, place, expected }) => [level, place.file, expected])).toEqual([
    [
      'doubt',
      '发件箱',
      '已经发出的，请登记 nianbao ledger --settle 通知编号=已发；没有发出的写 通知编号=未发，下次运行重新写入',
    ],
    [
      'doubt',
      '发件箱',
      '请打开这些文件发送。发出以后登记：nianbao ledger --settle 通知编号=已发（全部发出的写 发件箱=已发），或者把文件移入“发件箱/已发”',
    ],
  ]);
});
