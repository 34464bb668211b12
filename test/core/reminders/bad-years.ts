/** A year of reminding by a clock that ticks late, twice, or not for weeks, held against the same year by a perfect one. */
import { addDays, type Day } from '../../../src/core/base/day';
import { chooseMails } from '../../../src/core/reminders/choose-mails';
import { keyText, reminderLevels, type DueItem, type ItemKey } from '../../../src/core/reminders/due-item';
import type { LedgerLine } from '../../../src/core/reminders/ledger/ledger';
import { claim, confirm, mailsLeft } from '../../../src/core/reminders/ledger/ledger-steps';
import { planLedger } from '../../../src/core/reminders/ledger/plan-ledger';
import type { Rows } from '../../../src/core/rows/rows';
import { randomFrom } from '../../random';
import { deadline, noRows, progress, task } from '../findings/rows-builder';
import { at, hash } from './ledger-builder';
import { calendar, departments, itemsOf, limits, workbooks } from './three-departments';

/** Done late, done in time, recurring, put off, never done; what is done later than the day is not done yet. */
const rows: Rows = {
  ...noRows,
  indicators: [],
  departments,
  workbooks,
  tasks: [
    task('A', { lead: '司法所', deadline: deadline('2022-03-31') }),
    task('B', { lead: '司法所', deadline: deadline('2022-06-30') }),
    task('C', { lead: '财政所', deadline: deadline('2022-06-30') }),
    task('D', { lead: '财政所', deadline: deadline('2022-03-31 2022-06-30 2022-09-30 2022-12-31') }),
    task('E', { lead: '综治中心', deadline: deadline('2022-10-01') }),
    task('F', {
      lead: '综治中心',
      deadline: deadline('2022-09-30'),
      approved: { status: 'deferred', basis: '批准', until: null },
    }),
    task('G', { lead: '综治中心', deadline: deadline('2022-12-20') }),
  ],
  progress: [
    progress('A', { department: '司法所', percent: 60 }),
    progress('B', { department: '司法所', status: 'done', percent: 100, doneOn: '2022-07-11' }),
    progress('C', { department: '财政所', status: 'done', percent: 100, doneOn: '2022-06-20' }),
    progress('D', { department: '财政所', percent: 50 }),
    progress('E', { department: '综治中心', percent: 90 }),
  ],
};
const days = Array.from({ length: 365 + 14 }, (_, index) => addDays('2022-01-01', index));
/** In its last days every clock ticks. */
const sound = 3;

interface Year {
  /** The keys that were mailed, in order. */
  readonly keys: readonly string[];
  /** Matter and receiver → the highest level that was mailed. */
  readonly levels: Readonly<Record<string, string>>;
}

let known: { readonly due: ReadonlyMap<Day, readonly DueItem[]>; readonly perfect: Year } | undefined;

/** What is due on each day follows from the rows, whatever the clock does. */
function office(): NonNullable<typeof known> {
  if (known) return known;
  const due = new Map(days.map((day) => [day, itemsOf(rows, day)] as const));
  known = { due, perfect: mailed(days, due) };
  return known;
}

/** A tick on each day. */
export function perfectYear(): Year {
  return office().perfect;
}

/** What is wrong with the year of this seed, in words: nothing twice, nothing of its own, and no last level missing. */
export function brokenByYear(seed: number): readonly string[] {
  const { due, perfect } = office();
  const { keys, levels } = mailed(ticksOf(seed), due);
  const stillDue = new Set((due.get(days[days.length - 1] ?? '2022-12-31') ?? []).map(({ key }) => slotOf(key)));
  return [
    ...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${key} twice`),
    ...keys.filter((key) => !perfect.keys.includes(key)).map((key) => `${key} of its own`),
    ...[...stillDue]
      .filter((slot) => levels[slot] !== perfect.levels[slot])
      .map((slot) => `${slot} at ${levels[slot] ?? 'none'} and not ${perfect.levels[slot] ?? 'none'}`),
  ];
}

/** Up to three gaps of up to sixty days; on other days no tick, one or two. */
function ticksOf(seed: number): readonly Day[] {
  const random = randomFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const gaps = Array.from({ length: below(4) }, () => ({ from: below(days.length), length: below(60) }));
  const isDead = (index: number): boolean => gaps.some(({ from, length }) => index >= from && index < from + length);
  return days.flatMap((day, index) => {
    const count = index >= days.length - sound ? 1 : isDead(index) ? 0 : ([0, 0, 1, 1, 1, 2][below(6)] ?? 1);
    return Array.from({ length: count }, () => day);
  });
}

function mailed(ticks: readonly Day[], due: ReadonlyMap<Day, readonly DueItem[]>): Year {
  let lines: readonly LedgerLine[] = [];
  const keys: string[] = [];
  for (const day of ticks) {
    const items = due.get(day) ?? [];
    const isRestDay = !calendar.isWorkingDay(day);
    lines = planLedger(lines, items, at(day), isRestDay);
    if (isRestDay) continue;
    const chosen = chooseMails(lines, items, { left: mailsLeft(lines, limits, day), day }, hash);
    lines = chosen.lines;
    for (const mail of chosen.mails) {
      lines = confirm(claim(lines, mail, { hash: 'h', channel: '邮件' }, at(day)), mail.number, at(day));
      keys.push(...mail.items.map(({ key }) => keyText(key)));
    }
  }
  return { keys, levels: highest(lines) };
}

function highest(lines: readonly LedgerLine[]): Readonly<Record<string, string>> {
  const found = new Map<string, number>();
  for (const { key, state } of lines) {
    if (state !== 'sent') continue;
    found.set(slotOf(key), Math.min(reminderLevels.indexOf(key.level), found.get(slotOf(key)) ?? Infinity));
  }
  return Object.fromEntries([...found].map(([slot, rank]) => [slot, reminderLevels[rank] ?? '']));
}

function slotOf({ department, subject, due, role }: ItemKey): string {
  return [department, subject, due, role].join(' ');
}
