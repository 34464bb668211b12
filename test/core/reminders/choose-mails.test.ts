/** Days on which no reminder goes out. */
import { holidayTable } from '../../../src/core/base/holiday-table';
import { makeCalendar } from '../../../src/core/base/working-days';
import { chooseMails, putOffReason, restUntil } from '../../../src/core/reminders/choose-mails';
import { isMailNumber } from '../../../src/core/reminders/mail';
import { hash, item, queued } from './ledger-builder';

const calendar = makeCalendar(holidayTable, []);

it.each([
  ['a Friday', '2022-12-30', null],
  ['the Saturday before New Year', '2022-12-31', '2023-01-03'],
  ['a Saturday that is worked', '2022-10-08', null],
] as const)('knows on %s until when reminders wait', (_, day, until) => {
  expect(restUntil(day, { onRestDays: false }, calendar)).toBe(until);
});

it('lets them out on any day where the office wants it so', () => {
  expect(restUntil('2022-12-31', { onRestDays: true }, calendar)).toBeNull();
});

it.each([
  ['司法所（本级）', /^2022-12-01-司法所本级-\w{8}$/u],
  ['（）', /^2022-12-01-单位-\w{8}$/u],
])('the mail to %s has a number that can be the name of a file', (department, number) => {
  const items = [item({ department })];
  const { mails } = chooseMails(queued(items), items, { left: 9, day: '2022-12-01' }, hash);
  expect(mails.map((mail) => mail.number)).toEqual([expect.stringMatching(number)]);
});

it.each([
  ['分管领导', /^2022-12-01-司法所分管领导-\w{8}$/u],
  ['主要领导', /^2022-12-01-主要领导-\w{8}$/u],
  ['办公室', /^2022-12-01-办公室-\w{8}$/u],
] as const)('the file of a mail for %s does not look like one for the department', (role, number) => {
  const items = [item({ department: '司法所', role })];
  const { mails } = chooseMails(queued(items), items, { left: 9, day: '2022-12-01' }, hash);
  expect(mails.map((mail) => mail.number)).toEqual([expect.stringMatching(number)]);
});

const day = '2022-12-01';

it('a mail tells a hundred things at most, and who waits is told why', () => {
  const items = Array.from({ length: 101 }, (_, at) => item({ subject: `T-${String(at)}` }));
  const { mails, lines } = chooseMails(queued(items), items, { left: 9, day }, hash);
  expect(mails.map((mail) => mail.items.length)).toEqual([100]);
  expect(lines.map(({ reason }) => reason).filter((reason) => reason !== '')).toEqual(['超过当日上限，次日再发']);
});

it.each([
  [`${day} 07:59:59`, 1],
  [`${day} 08:00:00`, 0],
  [`${day} 08:14:59`, 0],
  [`${day} 08:15:00`, 1],
  [`${day} 18:05:00`, 1],
  ['2022-12-02 08:05:00', 1],
])('what a server put off at eight rests a quarter of an hour, on the same day alone: at %s %i mails', (at, count) => {
  const items = [item()];
  const [line] = queued(items);
  const lines = [{ ...line!, reason: `${putOffReason}：450`, changedAt: `${day} 08:00:30` }];
  expect(chooseMails(lines, items, { left: 9, day, at }, hash).mails).toHaveLength(count);
  const [other] = chooseMails([{ ...lines[0]!, reason: '额满' }], items, { left: 9, day, at }, hash).mails;
  expect(other?.items).toEqual(items);
});

it.each(['sent', 'written', 'claimed', 'unknown'] as const)(
  'an address with a mail of the day that is %s gets none, and its line says so; on the next day it does',
  (state) => {
    const items = [item(), item({ subject: 'D-02' })];
    const [first, second] = queued(items);
    const { receiver } = chooseMails([first!], items, { left: 9, day }, hash).mails[0]!;
    const lines = [{ ...first!, state, receiver, claimedOn: day } as const, second!];
    const chosen = chooseMails(lines, items, { left: 9, day }, hash);
    expect([chosen.mails, chosen.lines[1]?.reason]).toEqual([[], '该邮箱当日已有一封，次日再发']);
    expect(chooseMails(lines, items, { left: 9, day: '2022-12-02' }, hash).mails).toHaveLength(1);
  },
);

it.each([
  [-1, 0],
  [0, 0],
  [1, 1],
])('where the day has room for %i mails there are %i of two, and the rest says why', (left, count) => {
  const items = [item(), item({ department: '财政所' }, 'czs@town.example')];
  const { mails, lines } = chooseMails(queued(items), items, { left, day }, hash);
  const waiting = lines.filter(({ reason }) => reason === '超过当日上限，次日再发');
  expect([mails.length, waiting.length]).toEqual([count, 2 - count]);
});

it('the name of a file is short, however long that of the department', () => {
  const items = [item({ department: '甲'.repeat(60) })];
  const { mails } = chooseMails(queued(items), items, { left: 9, day }, hash);
  expect(mails[0]?.number).toMatch(/^2022-12-01-甲{20}-\w{8}$/u);
});

it('what waits and is not due any more is in no mail, and what rests without a clock goes out', () => {
  const items = [item(), item({ subject: 'D-02' })];
  const lines = queued(items).map((line) => ({ ...line, reason: `${putOffReason}：450` }));
  const { mails } = chooseMails(lines, items.slice(0, 1), { left: 9, day }, hash);
  expect(mails.map((mail) => mail.items)).toEqual([items.slice(0, 1)]);
});

it('of what has no mailbox now the line says so, whatever it said before', () => {
  const items = [item({}, null)];
  const lines = queued(items).map((line) => ({ ...line, reason: '超过当日上限，次日再发' }));
  expect(chooseMails(lines, items, { left: 9, day }, hash).lines.map(({ reason }) => reason)).toEqual(['无邮箱']);
});

it('mails of the same things to two addresses, or on two days, bear two numbers', () => {
  const numbers = (['a@x.cn', 'b@x.cn'] as const).flatMap((address) =>
    ([day, '2022-12-02'] as const).map((on) => {
      const items = [item({}, address)];
      return chooseMails(queued(items), items, { left: 9, day: on }, hash).mails[0]?.number;
    }),
  );
  expect(new Set(numbers).size).toBe(4);
  expect(numbers.map((number) => number?.slice(0, 10))).toEqual([day, '2022-12-02', day, '2022-12-02']);
});

it.each([
  ['2022-12-31-司法所-1a2b3c4d', true],
  ['2022-12-31-司法所分管领导-00000000', true],
  ['副本 2022-12-31-司法所-1a2b3c4d', false],
  ['2022-12-31-司法所-1a2b3c4d (1)', false],
  ['2022-12-31-司法所-1a2b3c4', false],
  ['2022-12-31-司法所-1A2B3C4D', false],
  ['2022-12-31--1a2b3c4d', false],
  ['改名-2022-12-31-司法所', false],
  ['重建-2022-12-31-司法所', false],
])('that %j is the number of a mail: %s', (text, expected) => {
  expect(isMailNumber(text)).toBe(expected);
});
