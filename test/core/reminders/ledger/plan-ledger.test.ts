/** How the ledger follows what is due, which mails go out of it, and what becomes of a run that was cut off. */
import fc from 'fast-check';
import { addDays } from '../../../../src/core/base/day';
import { chooseMails, putOffReason } from '../../../../src/core/reminders/choose-mails';
import { keyText, type DueItem } from '../../../../src/core/reminders/due-item';
import type { LedgerLine } from '../../../../src/core/reminders/ledger/ledger';
import {
  claim,
  confirm,
  markUnknown,
  mailsLeft,
  reject,
  settle,
  settleClaims,
  withdraw,
} from '../../../../src/core/reminders/ledger/ledger-steps';
import { keepUnread, planLedger } from '../../../../src/core/reminders/ledger/plan-ledger';
import { counted } from '../../../counted';
import { at, hash, item, queued } from '../ledger-builder';
import { rounds } from '../../../rounds';

const day = '2022-12-01';
const now = at(day);
const mail = { hash: 'h', channel: '邮件' } as const;
const file = { hash: 'h', channel: '发件箱' } as const;

/** Level, role, state and reason of each line. */
function told(lines: readonly LedgerLine[]): readonly string[] {
  return lines.map(({ key, state, reason }) => [key.subject, key.level, key.role, state, reason].join(' ').trim());
}

function planned(lines: readonly LedgerLine[], items: readonly DueItem[], isRestDay = false): readonly LedgerLine[] {
  return planLedger(lines, items, now, isRestDay);
}

/** The lines after all that may go out today was claimed and confirmed. */
function sent(lines: readonly LedgerLine[], items: readonly DueItem[]): readonly LedgerLine[] {
  const { mails } = chooseMails(lines, items, { left: 99, day }, hash);
  return mails.reduce((before, one) => confirm(claim(before, one, mail, now), one.number, now), lines);
}

describe('planning', () => {
  it('queues each item once and changes nothing when done again', () => {
    const items = [item(), item({ subject: 'D-02' }, null)];
    const lines = planned([], items);
    expect(told(lines)).toEqual(['D-01 红1 承办单位 queued', 'D-02 红1 承办单位 queued 无邮箱']);
    const again = planned(lines, items);
    expect(again.every((line, index) => line === lines[index])).toBe(true);
  });

  it('queues on a rest day too, says that it waits, and takes that back', () => {
    const lines = planned([], [item()], true);
    expect(told(lines)).toEqual(['D-01 红1 承办单位 queued 休息日，下一个工作日发']);
    expect(told(planned(lines, [item()]))).toEqual(['D-01 红1 承办单位 queued']);
  });

  it('cancels what is over and brings it back when it is due again', () => {
    const over = planned(queued([item()]), []);
    expect(told(over)).toEqual(['D-01 红1 承办单位 cancelled 已办结或不再需要']);
    expect(told(planned(over, [item()]))).toEqual(['D-01 红1 承办单位 queued']);
  });

  it('keeps what was sent, whatever becomes of the task', () => {
    const lines = sent(queued([item()]), [item()]);
    expect(planned(lines, [])).toEqual(lines);
    expect(planned(lines, [item()])).toEqual(lines);
  });

  it('lets a higher level replace a waiting lower one', () => {
    const higher = [item({ level: '红2' }), item({ level: '红2', role: '分管领导' })];
    expect(told(planned(queued([item()]), higher))).toEqual([
      'D-01 红1 承办单位 superseded 已有更高一级',
      'D-01 红2 承办单位 queued',
      'D-01 红2 分管领导 queued',
    ]);
  });

  it('takes each due day of a task, and each year, for a matter of its own', () => {
    const red = item({ level: '红2' });
    const others = [{ due: '2022-06-30' }, { year: 2023 }, { department: '应急办' }, { subject: 'D-02' }] as const;
    const later = [item({ role: '分管领导' }), ...others.map((more) => item(more))];
    const lines = planned(sent(queued([red]), [red]), later);
    expect(lines.slice(1).map(({ state }) => state)).toEqual(later.map(() => 'queued'));
  });

  it('sends no lower level after a red one of the same due day, but a 蓝 after a 黄', () => {
    const red = item({ level: '红2' });
    expect(told(planned(sent(queued([red]), [red]), [item()]))).toEqual([
      'D-01 红2 承办单位 sent',
      'D-01 红1 承办单位 superseded 已有更高一级',
    ]);
    const yellow = item({ level: '黄' });
    expect(told(planned(sent(queued([yellow]), [yellow]), [item({ level: '蓝' })]))[1]).toBe('D-01 蓝 承办单位 queued');
  });

  it('of one matter lets only the highest level wait, in whatever order they come', () => {
    const levels = ['红2', '红1', '黄'] as const;
    for (const order of [levels, [...levels].reverse()]) {
      const lines = planned(
        [],
        order.map((level) => item({ level })),
      );
      expect(lines.filter(({ state }) => state === 'queued').map(({ key }) => key.level)).toEqual(['红2']);
    }
  });

  it('tells a lower level where the higher one never went out', () => {
    const red = item({ level: '红2' });
    expect(told(planned(planned(queued([red]), []), [item()]))).toEqual([
      'D-01 红2 承办单位 cancelled 已办结或不再需要',
      'D-01 红1 承办单位 queued',
    ]);
  });

  it('leaves what is over as it was, with the time at which it was so', () => {
    const both = planned(queued([item(), item({ subject: 'D-02' })]), [item({ level: '红2' })]);
    expect(both.map(({ state }) => state)).toEqual(['superseded', 'cancelled', 'queued']);
    const later = planLedger(both, [item({ level: '红2' })], at('2022-12-05'), false);
    expect(later).toEqual(both);
  });

  it.each([
    ['无邮箱', ''],
    ['邮箱无效：写法不对', ''],
    ['超过当日上限，次日再发', '超过当日上限，次日再发'],
  ])('of what waited because of %s says, once it has a mailbox, %j', (before, after) => {
    const lines = queued([item()]).map((line) => ({ ...line, reason: before }));
    expect(planned(lines, [item()])[0]?.reason).toBe(after);
  });

  it('tries a refused mail three times, then leaves it to a person', () => {
    const items = [item()];
    let lines = queued(items);
    for (const expected of ['queued', 'queued', 'failed']) {
      const [one] = chooseMails(lines, items, { left: 1, day }, hash).mails;
      lines = planned(reject(claim(lines, one!, mail, now), one!.number, '对方拒收', now), items);
      expect(lines.map(({ state, reason }) => [state, reason])).toEqual([[expected, '对方拒收']]);
    }
    const again = settle(lines, lines[0]!.mail, 'queued', now);
    expect(again[0]).toMatchObject({ state: 'queued', attempts: 0 });
  });

  it('never sends by itself what may have been sent', () => {
    const items = [item()];
    const [one] = chooseMails(queued(items), items, { left: 1, day }, hash).mails;
    const lines = markUnknown(claim(queued(items), one!, mail, now), one!.number, '超时', now);
    expect(told(planned(lines, items))).toEqual(['D-01 红1 承办单位 unknown 超时']);
    expect(chooseMails(planned(lines, items), items, { left: 9, day: '2022-12-02' }, hash).mails).toEqual([]);
    expect(() => claim(lines, one!, mail, now)).toThrow('not waiting');
  });
});

describe('a claim that is found at the start of a run', () => {
  const items = [item()];
  const [one] = chooseMails(queued(items), items, { left: 1, day }, hash).mails;

  it('was written when its file is in the outbox, and goes again when it is not', () => {
    const lines = claim(queued(items), one!, file, now);
    expect(settleClaims(lines, { outbox: new Set([one!.number]), taken: new Set() }, now)[0]?.state).toBe('written');
    expect(settleClaims(lines, { outbox: new Set(['other']), taken: new Set() }, now)[0]).toMatchObject({
      state: 'queued',
      attempts: 0,
    });
  });

  it('that was written is sent once its file lies among those that were', () => {
    const lines = confirm(claim(queued(items), one!, file, now), one!.number, now);
    expect(lines[0]?.state).toBe('written');
    expect(planned(lines, items)[0]).toBe(lines[0]);
    expect(settleClaims(lines, { outbox: new Set(), taken: new Set() }, now)[0]).toBe(lines[0]);
    expect(settleClaims(lines, { outbox: new Set(), taken: new Set([one!.number]) }, now)[0]?.state).toBe('sent');
  });

  it('is sent, too, where nobody had confirmed it before its file was moved there', () => {
    for (const by of [file, mail]) {
      const lines = claim(queued(items), one!, by, now);
      expect(settleClaims(lines, { outbox: new Set(), taken: new Set([one!.number]) }, now)[0]?.state).toBe('sent');
    }
  });

  it('is unknown when it was handed to a mail service', () => {
    const lines = claim(queued(items), one!, mail, now);
    expect(settleClaims(lines, { outbox: new Set([one!.number]), taken: new Set() }, now)[0]?.state).toBe('unknown');
  });

  it('is for a person to settle, by the number of the mail or by its keys', () => {
    const lines = settleClaims(claim(queued(items), one!, mail, now), { outbox: new Set(), taken: new Set() }, now);
    expect(settle(lines, one!.number, 'sent', at(day, '李'))[0]).toMatchObject({ state: 'sent', by: '李' });
    expect(settle(lines, [keyText(items[0]!.key)], 'queued', now)[0]?.state).toBe('queued');
    expect(settle(lines, 'another', 'sent', now)).toBe(lines);
    expect(settle(queued(items), '', 'sent', now)).toEqual(queued(items));
    const failed = queued(items).map((line) => ({ ...line, state: 'failed' as const }));
    expect(settle(failed, '', 'sent', now)).toBe(failed);
  });
});

const allStates = ['queued', 'claimed', 'written', 'sent', 'failed', 'unknown', 'cancelled', 'superseded'] as const;
type State = (typeof allStates)[number];

describe('of lines of one mail in every state, and the same of another mail,', () => {
  const lines = allStates.flatMap((state) =>
    ['m1', 'm2'].map((number): LedgerLine => {
      const [line] = queued([item({ subject: `${state}-${number}` })]);
      return { ...line!, state, mail: number, channel: '邮件', claimedOn: day, attempts: 2 };
    }),
  );
  const all = [...lines, { ...lines[0]!, key: { ...lines[0]!.key, subject: '无' }, mail: '' }];
  const filed = all.map((line) => ({ ...line, channel: '发件箱' as const }));
  const then = at('2022-12-05', '李');
  const keys = all.filter(({ mail: number }) => number === 'm1').map(({ key }) => keyText(key));
  const files = (outbox: readonly string[], taken: readonly string[]) => ({
    outbox: new Set(outbox),
    taken: new Set(taken),
  });
  /** `claimed-m1 sent 2`: subject, state, attempts and reason of those that were changed. */
  const changes = (after: readonly LedgerLine[], before: readonly LedgerLine[] = all): readonly string[] =>
    after.flatMap((line, index) =>
      line === before[index]
        ? []
        : [`${line.key.subject} ${line.state} ${String(line.attempts)} ${line.reason}`.trim()],
    );

  it.each<readonly [string, readonly LedgerLine[], readonly LedgerLine[], readonly string[]]>([
    ['a confirmation', confirm(all, 'm1', then), all, ['claimed-m1 sent 2']],
    ['that of a file', confirm(filed, 'm1', then), filed, ['claimed-m1 written 2']],
    ['a refusal', reject(all, 'm1', '拒收', then), all, ['claimed-m1 failed 2 拒收']],
    ['a withdrawal', withdraw(all, 'm1', '稍后', then), all, ['claimed-m1 queued 1 稍后']],
    ['a lost answer', markUnknown(all, 'm1', '超时', then), all, ['claimed-m1 unknown 2 超时']],
    [
      'a person’s word that it was sent',
      settle(all, 'm1', 'sent', then),
      all,
      ['written-m1', 'failed-m1', 'unknown-m1'].map((subject) => `${subject} sent 2 人工确认已发`),
    ],
    [
      'a person’s word that it was not, by keys',
      settle(all, keys, 'queued', then),
      all,
      ['written-m1', 'failed-m1', 'unknown-m1'].map((subject) => `${subject} queued 0 人工确认未发，重新待发`),
    ],
    [
      'its file among those that were sent',
      settleClaims(all, files([], ['m1']), then),
      all,
      [
        'claimed-m1 sent 2',
        'claimed-m2 unknown 2 上次发送中断，不能确定是否已发',
        'written-m1 sent 2 文件已移入“已发”',
      ],
    ],
    [
      'its file in 发件箱',
      settleClaims(filed, files(['m1'], []), then),
      filed,
      ['claimed-m1 written 2', 'claimed-m2 queued 1 上次发送中断，没有发出'],
    ],
  ])('%s changes those alone that it can be about, and says why', (_, after, before, changed) => {
    expect(changes(after, before)).toEqual(changed);
    const touched = after.filter((line, index) => line !== before[index]);
    expect(new Set(touched.map(({ changedAt, by }) => `${changedAt} ${by}`))).toEqual(
      new Set([`${then.at} ${then.by}`]),
    );
  });

  it.each<readonly [State, boolean]>(
    allStates.map((state) => [state, ['claimed', 'written', 'sent', 'unknown'].includes(state)]),
  )('%s: that a mail was or may be out is %s, for the plan and for the limit of the day', (state, isOut) => {
    const own = all.filter((line) => line.state === state).slice(0, 1);
    expect(mailsLeft(own, { dailyMost: 9, quota: Infinity, reserve: 0 }, day)).toBe(isOut ? 8 : 9);
    const dropped = planned(own, [])[0];
    expect(dropped?.state).toBe(isOut || state === 'superseded' ? state : 'cancelled');
  });
});

it('what nobody could read is not called settled, and goes on once it is read again', () => {
  const items = [item({ department: '司法所', subject: 'a' }), item({ department: '财政所', subject: 'b' })];
  const before = queued(items);
  const after = keepUnread(before, planned(before, []), (department) => department === '司法所');
  expect(after.map(({ state }) => state)).toEqual(['queued', 'cancelled']);
  expect(after[0]).toBe(before[0]);
  const higher = keepUnread(before, planned(before, [item({ subject: 'a', level: '红2' })]), () => true);
  expect(higher.map(({ state }) => state)).toEqual(['superseded', 'queued', 'queued']);
  expect(planned(after, items).map(({ state }) => state)).toEqual(['queued', 'queued']);
});

describe('choosing mails', () => {
  it('makes one digest for one person of three departments, the most urgent first', () => {
    const items = [
      item({ department: '司法所', level: '蓝' }),
      item({ department: '综治中心', level: '红3' }),
      item({ department: '财政所', level: '缺报', subject: '填报表' }),
    ];
    const { mails } = chooseMails(queued(items), items, { left: 9, day }, hash);
    expect(mails.map(({ to, items: all }) => [to, all.map(({ key }) => key.level)])).toEqual([
      ['sfs@town.example', ['红3', '缺报', '蓝']],
    ]);
    expect(mails[0]?.number).toMatch(/^2022-12-01-综治中心-[0-9a-f]{8}$/u);
    expect(mails[0]?.receiver).not.toContain('town');
  });

  it('takes the most urgent first and says why the others wait', () => {
    const items = [
      item({ subject: 'a', level: '数据存疑' }, 'a@x.cn'),
      item({ subject: 'b', level: '红1' }, 'b@x.cn'),
      item({ subject: 'c', level: '红1', due: '2022-11-01' }, 'c@x.cn'),
      item({ subject: 'd' }, null),
    ];
    const { mails, lines } = chooseMails(queued(items), items, { left: 2, day }, hash);
    expect(mails.map(({ to }) => to)).toEqual(['c@x.cn', 'b@x.cn']);
    expect(lines.map(({ reason }) => reason)).toEqual(['超过当日上限，次日再发', '', '', '无邮箱']);
  });

  it('gives an address that had a mail today nothing more today', () => {
    const first = [item()];
    const both = [...first, item({ subject: 'D-02' })];
    const lines = planned(sent(queued(first), first), both);
    const today = chooseMails(lines, both, { left: 9, day }, hash);
    expect(today.mails).toEqual([]);
    expect(today.lines[1]?.reason).toBe('该邮箱当日已有一封，次日再发');
    expect(chooseMails(lines, both, { left: 9, day: '2022-12-02' }, hash).mails).toHaveLength(1);
  });

  it('gives the same number to the same mail, another to another', () => {
    const numbers = (items: readonly DueItem[]): readonly string[] =>
      chooseMails(queued(items), items, { left: 9, day }, hash).mails.map(({ number }) => number);
    expect(numbers([item()])).toEqual(numbers([item()]));
    expect(numbers([item()])).not.toEqual(numbers([item({ subject: 'D-02' })]));
    expect(numbers([item({ department: '../综治（信访）中心.exe' })])[0]).toMatch(/^2022-12-01-综治信访中心exe-/u);
  });

  it('counts what may be out today against the limit and keeps the reserve', () => {
    const items = [item(), item({ subject: 'D-02' }, 'b@x.cn')];
    const lines = sent(queued(items), items);
    expect(mailsLeft(lines, { dailyMost: 80, quota: Infinity, reserve: 5 }, day)).toBe(78);
    expect(mailsLeft(lines, { dailyMost: 80, quota: 12, reserve: 5 }, day)).toBe(7);
    expect(mailsLeft(lines, { dailyMost: 80, quota: 3, reserve: 5 }, day)).toBe(0);
    expect(mailsLeft(lines, { dailyMost: 1, quota: Infinity, reserve: 5 }, day)).toBe(0);
    expect(mailsLeft(lines, { dailyMost: 80, quota: Infinity, reserve: 5 }, '2022-12-02')).toBe(80);
  });
});

describe('a mail of which nobody knows whether it went out', () => {
  const items = [item()];
  const first = chooseMails(queued(items), items, { left: 1, day }, hash).mails[0]!;
  const claimed = claim(queued(items), first, mail, now);
  const unknown = markUnknown(claimed, first.number, '连接中断', now);

  it.each([
    ['while it is being sent', claimed],
    ['once its answer was lost', unknown],
  ])('stays as it is while its item is due, and when it no longer is, %s', (_, lines) => {
    expect(planned(lines, items)).toEqual(lines);
    expect(planned(lines, [])).toEqual(lines);
    expect(chooseMails(lines, items, { left: 9, day }, hash).mails).toEqual([]);
  });

  it('counts as a mail of the day, and its address gets no other one', () => {
    expect(mailsLeft(unknown, { dailyMost: 80, quota: Infinity, reserve: 5 }, day)).toBe(79);
    const more = [...items, item({ subject: 'D-02' }), item({ subject: 'D-03' }, 'b@x.cn')];
    const { mails, lines } = chooseMails(planned(unknown, more), more, { left: 9, day }, hash);
    expect(mails.map(({ to }) => to)).toEqual(['b@x.cn']);
    expect(told(lines)).toContain('D-02 红1 承办单位 queued 该邮箱当日已有一封，次日再发');
  });

  it('of a red level stands for the lower ones, which do not go out behind it', () => {
    const lower = item({ level: '黄' });
    expect(told(planned(unknown, [lower])).slice(1)).toEqual(['D-01 黄 承办单位 superseded 已有更高一级']);
  });
});

describe('thirty days with a hundred addresses due and thirty mails a day', () => {
  const items = Array.from({ length: 100 }, (_, index) =>
    item({ subject: `T-${String(index)}`, level: index % 3 === 0 ? '红2' : '蓝' }, `u${String(index)}@x.cn`),
  );

  it('sends thirty a day by urgency, none twice, and is through on the fourth', () => {
    let lines: readonly LedgerLine[] = [];
    const days = Array.from({ length: 30 }, (_, index) => addDays('2022-11-01', index));
    const perDay = days.map((today) => {
      const moment = at(today);
      lines = planLedger(lines, items, moment, false);
      const left = mailsLeft(lines, { dailyMost: 80, quota: 35, reserve: 5 }, today);
      const chosen = chooseMails(lines, items, { left, day: today }, hash);
      lines = chosen.mails.reduce(
        (all, one) => confirm(claim(all, one, mail, moment), one.number, moment),
        chosen.lines,
      );
      return chosen.mails;
    });
    expect(perDay.map((mails) => mails.length)).toEqual([30, 30, 30, 10, ...days.slice(4).map(() => 0)]);
    const levels = perDay.flat().flatMap((one) => one.items.map(({ key }) => key.level));
    expect(levels).toEqual([...levels].sort((a, b) => (a === b ? 0 : a === '红2' ? -1 : 1)));
    expect(new Set(perDay.flat().map(({ to }) => to)).size).toBe(100);
  });
});

it('planning looks a few times at each item and line of three levels, however many there are', () => {
  const levels = ['红1', '红2', '红3'] as const;
  const readsOf = (count: number): number => {
    const items = Array.from({ length: count }, (_, index) => item({ subject: `T-${String(index)}`, level: '红3' }));
    const lower = items.flatMap(({ key }) => levels.slice(0, 2).map((level) => item({ ...key, level })));
    const [lines, due] = [counted(queued(lower)), counted(items)];
    expect(planned(lines.list, due.list)).toHaveLength(3 * count);
    return lines.reads() + due.reads();
  };
  expect(readsOf(1000) / readsOf(100)).toBeCloseTo(10, 0);
});

it('planning twice is planning once, whatever the lines and items', () => {
  const items = fc.uniqueArray(
    fc.record({
      subject: fc.constantFrom('A', 'B'),
      due: fc.constantFrom<'2022-11-30' | '2022-12-10'>('2022-11-30', '2022-12-10'),
      level: fc.constantFrom<'红1' | '红2' | '红3' | '黄' | '蓝'>('红1', '红2', '红3', '黄', '蓝'),
      role: fc.constantFrom<'承办单位' | '分管领导'>('承办单位', '分管领导'),
    }),
    { selector: (key) => JSON.stringify(key), maxLength: 12 },
  );
  const states = fc.array(
    fc.constantFrom<LedgerLine['state']>('queued', 'written', 'sent', 'failed', 'unknown', 'cancelled'),
    {
      minLength: 12,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(items, items, states, (before, due, state) => {
      const found = due.map((key) => item(key));
      const lines = queued(before.map((key) => item(key))).map((line, at) => ({
        ...line,
        state: state[at] ?? 'queued',
      }));
      const once = planned(lines, found);
      expect(planned(once, found)).toEqual(once);
      expect(once.slice(0, lines.length).map(({ key }) => key)).toEqual(lines.map(({ key }) => key));
      const texts = once.map(({ key }) => keyText(key));
      expect(new Set(texts).size).toBe(texts.length);
      for (const { key } of found) expect(texts).toContain(keyText(key));
    }),
    { numRuns: rounds(500) },
  );
});

describe('a mail that a server put off', () => {
  const items = [item()];
  const first = chooseMails(queued(items), items, { left: 1, day }, hash).mails[0]!;
  const moment = { ...now, at: `${day} 08:50:00` };
  const putOff = withdraw(claim(queued(items), first, mail, moment), first.number, `${putOffReason}：450`, moment);
  const mailsAt = (time: string): number =>
    chooseMails(planLedger(putOff, items, now, false), items, { left: 1, day, at: time }, hash).mails.length;

  it('waits, and that counts as no attempt', () => {
    expect(putOff.map(({ state, attempts, reason }) => [state, attempts, reason])).toEqual([
      ['queued', 0, '对方服务器要求稍后再投：450'],
    ]);
  });

  it.each([
    [`${day} 08:50:30`, 0],
    [`${day} 09:04:59`, 0],
    [`${day} 09:05:00`, 1],
    ['2022-12-02 08:51:00', 1],
  ])('at %s goes out in %i mails', (time, count) => {
    expect(mailsAt(time)).toBe(count);
  });

  it('is the only one that waits so: one that failed otherwise may go out at once', () => {
    const other = putOff.map((line) => ({ ...line, reason: '拒收' }));
    expect(chooseMails(other, items, { left: 1, day, at: `${day} 08:51:00` }, hash).mails).toHaveLength(1);
  });

  it('keeps its reason while it waits', () => {
    const { lines } = chooseMails(putOff, items, { left: 1, day, at: `${day} 08:51:00` }, hash);
    expect(lines[0]?.reason).toContain(putOffReason);
  });
});
