/** A department that bears another name now is not told the same again; where that cannot be known, a person is asked. */
import { chooseMails } from '../../../../src/core/reminders/choose-mails';
import type { DueItem } from '../../../../src/core/reminders/due-item';
import { heedFormerNames } from '../../../../src/core/reminders/ledger/former-names';
import type { LedgerLine } from '../../../../src/core/reminders/ledger/ledger';
import { claim, confirm, markUnknown, settle } from '../../../../src/core/reminders/ledger/ledger-steps';
import { planLedger } from '../../../../src/core/reminders/ledger/plan-ledger';
import { at, hash, item, queued } from '../ledger-builder';

const first = at('2022-12-01');
const later = at('2022-12-02');
const leader = 'fg@town.example';
const service = { hash: 'h', channel: '邮件' } as const;
const now = '法治办';
const renamed = [{ name: now, aliases: ['司法所'] }];
const unsaid = [{ name: now, aliases: [] }];

/** The lines after all of that was mailed. */
function told(items: readonly DueItem[]): readonly LedgerLine[] {
  const lines = queued(items);
  const { mails } = chooseMails(lines, items, { left: 9, day: first.day }, hash);
  return mails.reduce((all, mail) => confirm(claim(all, mail, service, first), mail.number, first), lines);
}

function heeded(
  before: readonly LedgerLine[],
  items: readonly DueItem[],
  departments: readonly { readonly name: string; readonly aliases: readonly string[] }[],
): readonly LedgerLine[] {
  const planned = planLedger(before, items, later, false);
  return heedFormerNames(before, planned, { departments, items, hash, moment: later });
}

/** Department, level, role, state of each line that is not the former name's. */
function seen(lines: readonly LedgerLine[]): readonly string[] {
  return lines.flatMap(({ key, state }) =>
    key.department === '司法所' ? [] : [`${key.department} ${key.subject} ${key.level} ${key.role} ${state}`],
  );
}

const before = told([item(), item({ role: '分管领导' }, leader)]);
const items = [item({ department: now }), item({ department: now, role: '分管领导' }, leader)];

it('tells nobody again whose former name the hub has as 别名, and doing it again changes nothing', () => {
  const lines = heeded(before, items, renamed);
  expect(seen(lines)).toEqual(['法治办 D-01 红1 承办单位 superseded', '法治办 D-01 红1 分管领导 superseded']);
  const again = heeded(lines, items, renamed);
  expect(again.every((line, index) => line === lines[index])).toBe(true);
});

it('tells the next level, and no lower one after red', () => {
  const next = [item({ department: now, level: '红2' }), item({ department: now, level: '黄', subject: 'D-01' })];
  expect(seen(heeded(before, next.slice(0, 1), renamed))).toEqual(['法治办 D-01 红2 承办单位 queued']);
  expect(seen(heeded(before, next.slice(1), renamed))).toEqual(['法治办 D-01 黄 承办单位 superseded']);
});

it('asks a person where the mailbox is another one, or no 别名 says whose name that was', () => {
  const moved = [item({ department: now }, 'fzb@town.example')];
  for (const [due, departments] of [
    [moved, renamed],
    [items, unsaid],
    [items, [...renamed, { name: '综治办', aliases: ['司法所'] }]],
  ] as const) {
    const lines = heeded(before, due, departments);
    expect(new Set(seen(lines).map((text) => text.split(' ').at(-1)))).toEqual(new Set(['unknown']));
    expect(chooseMails(lines, due, { left: 9, day: later.day }, hash).mails).toEqual([]);
    expect(heeded(lines, due, departments)).toEqual(lines);
  }
});

it('goes by what the person says, and asks once', () => {
  const lines = heeded(before, items, unsaid);
  const number = '改名-2022-12-02-法治办';
  expect(lines.filter(({ mail }) => mail === number)).toHaveLength(2);
  const same = settle(lines, number, 'sent', later);
  expect(heeded(same, items, unsaid)).toEqual(same);
  const other = heeded(settle(lines, number, 'queued', later), items, unsaid);
  expect(chooseMails(other, items, { left: 9, day: later.day }, hash).mails).toHaveLength(2);
});

it('lets the leader be told of something else on the day', () => {
  const more = [...items, item({ department: now, subject: 'D-09', role: '分管领导' }, leader)];
  const lines = heeded(before, more, unsaid);
  expect(chooseMails(lines, more, { left: 9, day: later.day }, hash).mails.map(({ to }) => to)).toEqual([leader]);
});

it('does not take another department for one that is there, that has a bearer, or that was told of what all are told of', () => {
  const both = [...unsaid, { name: '司法所', aliases: [] }];
  expect(seen(heeded(before, items, both))).toEqual([
    '法治办 D-01 红1 承办单位 queued',
    '法治办 D-01 红1 分管领导 queued',
  ]);
  const others = [...unsaid, { name: '综治办', aliases: ['司法所'] }];
  expect(seen(heeded(before, items, others))).toEqual([
    '法治办 D-01 红1 承办单位 queued',
    '法治办 D-01 红1 分管领导 queued',
  ]);
});

describe('of what all are told of (填报表, 核对) at another mailbox', () => {
  const workbook = { subject: '填报表', level: '缺报' } as const;
  const asked = item({ ...workbook, department: now }, 'fzb@town.example');

  it('a person is asked of a department that was told of nothing under its name', () => {
    expect(seen(heeded(told([item(workbook)]), [asked], unsaid))).toEqual(['法治办 填报表 缺报 承办单位 unknown']);
    const next = { ...asked, key: { ...asked.key, due: '2023-01-01' as const } };
    expect(seen(heeded(told([item(workbook)]), [next], unsaid))).toEqual(['法治办 填报表 缺报 承办单位 queued']);
  });

  it('one that was told of anything under its name is another department', () => {
    const earlier = told([item(workbook), item({ department: now, subject: 'D-07' }, 'fzb@town.example')]);
    expect(
      heeded(earlier, [asked], unsaid).find(({ key }) => key.subject === '填报表' && key.department === now),
    ).toEqual(expect.objectContaining({ state: 'queued' }));
  });

  it('a name whose mailbox is another department’s now is that one’s', () => {
    const other = item({ ...workbook, department: '综治办' });
    const departments = [...unsaid, { name: '综治办', aliases: [] }];
    expect([...seen(heeded(told([item(workbook)]), [asked, other], departments))].sort()).toEqual([
      '法治办 填报表 缺报 承办单位 queued',
      '综治办 填报表 缺报 承办单位 unknown',
    ]);
  });
});

it('tells what was never sent under the former name', () => {
  const waiting = queued([item()]);
  expect(seen(heeded(waiting, items.slice(0, 1), renamed))).toEqual(['法治办 D-01 红1 承办单位 queued']);
  const [mail] = chooseMails(waiting, [item()], { left: 9, day: first.day }, hash).mails;
  if (mail === undefined) throw new Error('no mail');
  const doubtful = markUnknown(claim(waiting, mail, service, first), mail.number, '超时', first);
  const lines = heeded(doubtful, items.slice(0, 1), renamed);
  expect(seen(lines)).toEqual(['法治办 D-01 红1 承办单位 superseded']);
  const unsent = heeded(settle(lines, mail.number, 'queued', later), items.slice(0, 1), renamed);
  expect(seen(unsent)).toEqual(['法治办 D-01 红1 承办单位 queued']);
});

const pf = 'pf@town.example';
const workbook = { subject: '填报表', level: '缺报' } as const;
const deadline = { subject: 'D-01', level: '黄' } as const;

it.each<readonly [string, readonly DueItem[], readonly DueItem[], typeof unsaid | typeof renamed, string]>([
  ['just that', [item()], [item({ department: now })], unsaid, 'unknown'],
  ['that at another mailbox', [item()], [item({ department: now }, pf)], unsaid, 'unknown'],
  ['another task', [item({ subject: 'D-02' })], [item({ department: now })], unsaid, 'queued'],
  ['the year before', [item({ year: 2021 })], [item({ department: now })], unsaid, 'queued'],
  ['another occurrence', [item({ due: '2022-10-31' })], [item({ department: now })], unsaid, 'queued'],
  ['that for its leader', [item({ role: '分管领导' })], [item({ department: now })], unsaid, 'queued'],
  ['a lower level', [item()], [item({ department: now, level: '红2' })], unsaid, 'queued'],
  ['a higher level', [item({ level: '红2' })], [item({ department: now })], unsaid, 'queued'],
  ['what all are told', [item(workbook)], [item({ ...workbook, department: now })], unsaid, 'unknown'],
  ['that of what all are told', [item(workbook)], [item({ ...workbook, department: now }, pf)], unsaid, 'unknown'],
  ['a red level above, by 别名', [item({ level: '红2' })], [item({ department: now })], renamed, 'superseded'],
  ['a level above that is not red', [item(deadline)], [item({ department: now, level: '蓝' })], renamed, 'queued'],
  ['yellow before red, by 别名', [item(deadline)], [item({ department: now })], renamed, 'queued'],
  ['that, but has no mailbox now', [item()], [item({ department: now }, null)], unsaid, 'queued'],
])(
  'where the former name was told %s, the line of the new one is as it should be',
  (_, was, due, departments, state) => {
    expect(heeded(told(was), due, departments).at(-1)?.state).toBe(state);
  },
);

it('looks at each of two names that became one, and says under which it was told', () => {
  const merged = [{ name: now, aliases: ['司法所', '普法办'] }];
  const lines = heeded(told([item(), item({ department: '普法办' }, pf)]), [item({ department: now }, pf)], merged);
  expect(lines.at(-1)).toMatchObject({ state: 'superseded', reason: '改名前已告知（司法所）' });
});

it('says what a person is asked, and of which mail', () => {
  const { state, reason, receiver, channel, claimedOn } = heeded(before, items, unsaid).at(-1) ?? before[0]!;
  expect([state, receiver, channel, claimedOn]).toEqual(['unknown', before[1]?.receiver, '邮件', first.day]);
  expect(reason).toBe('已告知过“司法所”，“单位”表里没有它了：是同一个单位改名的登记已发，不是的登记未发');
});

it('asks of nothing that is told at a higher level or that nobody was to be told of, and tells why a line waits now', () => {
  const both = [item({ department: now }), item({ department: now, level: '红2' })];
  expect(seen(heeded(before, both, unsaid))).toEqual([
    '法治办 D-01 红1 承办单位 superseded',
    '法治办 D-01 红2 承办单位 queued',
  ]);
  const kept = [...before, ...queued([item({ department: now })])];
  expect(heedFormerNames(kept, kept, { departments: unsaid, items: [], hash, moment: later })).toEqual(kept);
  expect(heeded(kept, [item({ department: now }, null)], unsaid).at(-1)?.reason).toBe('无邮箱');
});
