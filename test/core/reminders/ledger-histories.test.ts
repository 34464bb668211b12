/** Long histories of the office and its ledger: clocks that run badly, tasks that change, runs that die, hands that edit. */
import fc from 'fast-check';
import { addDays, type Day } from '../../../src/core/base/day';
import type { Grid } from '../../../src/core/base/grid';
import { holidayTable } from '../../../src/core/base/holiday-table';
import { makeCalendar } from '../../../src/core/base/working-days';
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { chooseMails } from '../../../src/core/reminders/choose-mails';
import { keyText, reminderLevels, type DueItem } from '../../../src/core/reminders/due-item';
import { dueItems } from '../../../src/core/reminders/due-items';
import { ledgerFromGrid } from '../../../src/core/reminders/ledger-from-grid';
import { claim, confirm, doubt, mailsLeft, settle } from '../../../src/core/reminders/ledger-steps';
import type { Channel, LedgerLine } from '../../../src/core/reminders/ledger';
import type { MailPlan } from '../../../src/core/reminders/mail';
import { planLedger } from '../../../src/core/reminders/plan-ledger';
import { sealFits, sealOf } from '../../../src/core/reminders/seal';
import { settleClaims } from '../../../src/core/reminders/settle-claims';
import type { Rows, Task } from '../../../src/core/rows/rows';
import { deadline, department, noRows, progress, settings, task } from '../findings/rows-builder';
import { at, hash, ledgerGrid } from './ledger-builder';

const calendar = makeCalendar(holidayTable, []);
const names = ['司法所', '财政所', '综治中心'];
const departments = names.map((name, index) => {
  const box = (text: string) => ({ value: text, shown: text, place: { file: '总表.xlsx', sheet: '单位', cell: text } });
  return department(name, {
    mailbox: box(`d${String(index)}@town.example`),
    leaderMailbox: box(`fg${String(index % 2)}@town.example`),
  });
});
const workbooks = names.map((name) => ({ department: name, file: `${name}.xlsx`, usable: true, filledOn: null }));
const limits = { dailyMost: 80, quota: Infinity, reserve: 5 };

function itemsOf(rows: Rows, asOf: Day): readonly DueItem[] {
  const all = { ...settings, asOf, headMailbox: 'head@town.example', officeMailbox: 'office@town.example' };
  const findings = findingsFromRows(rows, all).value;
  return dueItems({ rows, settings: all, findings, departmentItems: [] }, calendar).value;
}

describe('a year of bad clocks', () => {
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
        approved: { status: 'deferred', basis: '批准' },
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
  const due = new Map(days.map((day) => [day, itemsOf(rows, day)] as const));
  const last = days.at(-1)!;

  /** The keys that were mailed, in order, with ticks at these days. */
  function mailed(ticks: readonly Day[]): { readonly keys: readonly string[]; readonly lines: readonly LedgerLine[] } {
    let lines: readonly LedgerLine[] = [];
    const keys: string[] = [];
    for (const day of ticks) {
      const items = due.get(day) ?? [];
      const isRestDay = !calendar.isWorkingDay(day);
      lines = planLedger(lines, items, at(day), isRestDay);
      if (isRestDay) continue;
      const chosen = chooseMails(lines, items, { left: mailsLeft(lines, limits, day), day }, hash);
      lines = chosen.lines;
      for (const plan of chosen.plans) {
        lines = confirm(claim(lines, plan, { hash: 'h', channel: '邮件' }, at(day)), plan.mail, at(day));
        keys.push(...plan.items.map(({ key }) => keyText(key)));
      }
    }
    return { keys, lines };
  }

  /** Matter and receiver → the highest level that was mailed. */
  function highest(lines: readonly LedgerLine[]): Readonly<Record<string, string>> {
    const found = new Map<string, number>();
    for (const { key, state } of lines) {
      if (state !== 'sent') continue;
      const slot = [key.department, key.subject, key.due, key.role].join(' ');
      found.set(slot, Math.min(reminderLevels.indexOf(key.level), found.get(slot) ?? Infinity));
    }
    const slots = [...found.keys()].sort();
    return Object.fromEntries(slots.map((slot) => [slot, reminderLevels[found.get(slot) ?? 0] ?? '']));
  }

  const perfect = mailed(days);
  const stillDue = new Set(
    (due.get(last) ?? []).map(({ key }) => [key.department, key.subject, key.due, key.role].join(' ')),
  );

  it('give the same last level of everything that is still due, nothing twice, and nothing of their own', () => {
    expect(stillDue.size).toBeGreaterThan(5);
    const ticks = fc.array(fc.constantFrom(0, 0, 1, 1, 1, 2), {
      minLength: days.length - 3,
      maxLength: days.length - 3,
    });
    const gaps = fc.array(fc.record({ from: fc.nat(days.length), length: fc.nat(60) }), { maxLength: 3 });
    fc.assert(
      fc.property(ticks, gaps, (times, dead) => {
        const isDead = (index: number): boolean =>
          dead.some(({ from, length }) => index >= from && index < from + length);
        const bad = days.flatMap((day, index) => {
          const count = index >= times.length ? 1 : isDead(index) ? 0 : (times[index] ?? 1);
          return Array.from({ length: count }, () => day);
        });
        const { keys, lines } = mailed(bad);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.filter((key) => !perfect.keys.includes(key))).toEqual([]);
        const only = (levels: Readonly<Record<string, string>>): unknown =>
          Object.entries(levels).filter(([slot]) => stillDue.has(slot));
        expect(only(highest(lines))).toEqual(only(highest(perfect.lines)));
      }),
      { numRuns: 60 },
    );
  });

  it('and a perfect one sends each level once', () => {
    expect(new Set(perfect.keys).size).toBe(perfect.keys.length);
    expect(highest(perfect.lines)).toMatchObject({
      '司法所 A 2022-03-31 主要领导': '红3',
      '司法所 B 2022-06-30 分管领导': '红2',
      '综治中心 E 2022-10-01 承办单位': '红3',
    });
    expect(perfect.keys.filter((key) => key.includes('|F|'))).toEqual([]);
    expect(perfect.keys.filter((key) => key.includes('|C|') && key.includes('红'))).toEqual([]);
  });
});

/** What may happen between two looks at the office. */
type Action =
  | { readonly do: 'tick'; readonly dies: 'not' | 'after claim' | 'after send' | 'unsure' }
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'finish' | 'reopen' | 'cancel'; readonly task: number }
  | { readonly do: 'postpone'; readonly task: number; readonly days: number }
  | { readonly do: 'settle' }
  | {
      readonly do: 'edit';
      readonly how: 'word' | 'drop' | 'double' | 'truncate' | 'requeue' | 'sort';
      readonly row: number;
    };

interface OpenTask {
  due: Day;
  state: 'open' | 'done' | 'cancelled';
}

/** An office of six tasks, its sheet 催办记录 with the seal, and what people really received. */
class Office {
  day: Day = '2022-05-30';
  readonly tasks: OpenTask[] = Array.from({ length: 6 }, (_, index) => ({
    due: addDays('2022-06-01', index * 3),
    state: 'open',
  }));
  sheet: Grid = ledgerGrid([]);
  good: Grid = this.sheet;
  seals = [sealOf([], hash)];
  readonly outbox = new Set<string>();
  readonly received: string[] = [];
  ticks = 0;
  stops = 0;

  readonly channel: Channel;

  constructor(channel: Channel) {
    this.channel = channel;
  }

  write(lines: readonly LedgerLine[]): void {
    this.sheet = this.good = ledgerGrid(lines);
    this.seals = [sealOf(lines, hash)];
  }

  /** The lines, or null when the sheet is not as the program left it. */
  read(): readonly LedgerLine[] | null {
    const read = ledgerFromGrid(this.sheet);
    return 'lines' in read && this.seals.some((seal) => sealFits(seal, read.lines, hash)) ? read.lines : null;
  }

  rows(): Rows {
    const lead = (index: number): string => names[index % names.length]!;
    const tasks = this.tasks.map(({ due, state }, index): Task => {
      const approved = state === 'cancelled' ? ({ status: 'cancelled', basis: '批准' } as const) : null;
      return task(`T${String(index)}`, { lead: lead(index), deadline: deadline(due), approved });
    });
    const said = this.tasks.map(({ state }, index) =>
      progress(`T${String(index)}`, {
        department: lead(index),
        ...(state === 'done' ? { status: 'done' as const, percent: 100, doneOn: this.day } : { percent: 90 }),
      }),
    );
    return { ...noRows, indicators: [], departments, workbooks, tasks, progress: said };
  }

  hand(plan: MailPlan): void {
    if (this.channel === '发件箱' && this.outbox.has(plan.mail)) return;
    this.outbox.add(plan.mail);
    for (const { key } of plan.items) {
      this.received.push(keyText(key));
      const open = this.tasks[Number(key.subject.slice(1))];
      // Judged by the office's own list and not by what the program made of it.
      expect(open).toMatchObject({ state: 'open', due: key.due });
      expect(key.level.startsWith('红') ? key.due < this.day : key.due >= this.day).toBe(true);
    }
  }
}

function tick(office: Office, dies: Extract<Action, { do: 'tick' }>['dies']): void {
  const { day } = office;
  office.ticks += 1;
  const before = office.read();
  if (before === null) {
    office.stops += 1;
    office.sheet = office.good;
    return;
  }
  const items = itemsOf(office.rows(), day);
  const isRestDay = !calendar.isWorkingDay(day);
  const inOutbox = office.channel === '发件箱' ? office.outbox : new Set<string>();
  let lines = planLedger(settleClaims(before, inOutbox, at(day)), items, at(day), isRestDay);
  office.write(lines);
  const known = new Set(lines.map(({ key }) => keyText(key)));
  for (const { key } of items) expect(known).toContain(keyText(key));
  if (isRestDay) return;
  const left = mailsLeft(lines, { ...limits, dailyMost: 4 }, day);
  const chosen = chooseMails(lines, items, { left, day }, hash);
  expect(chosen.plans.length).toBeLessThanOrEqual(4);
  lines = chosen.lines;
  for (const plan of chosen.plans) {
    lines = claim(lines, plan, { hash: 'h', channel: office.channel }, at(day));
    office.write(lines);
    if (dies === 'after claim') return;
    office.hand(plan);
    if (dies === 'after send') return;
    const isUnsure = dies === 'unsure' && office.channel === '邮件';
    lines = isUnsure ? doubt(lines, plan.mail, '超时', at(day)) : confirm(lines, plan.mail, at(day));
    office.write(lines);
  }
}

function edit(office: Office, { how, row }: Extract<Action, { do: 'edit' }>): void {
  const head = office.sheet.rows.slice(0, 3);
  const body = [...office.sheet.rows.slice(3)];
  if (body.length === 0) return;
  const index = row % body.length;
  const chosen = body[index]!;
  const text = (value: string) => ({ kind: 'text' as const, value, shown: value });
  const bodies = {
    word: body.map((row, at) => (at === index ? [text('已发送'), ...row.slice(1)] : row)),
    requeue: body.map((row, at) => (at === index ? [text('待发'), ...row.slice(1)] : row)),
    drop: body.filter((_, at) => at !== index),
    double: [...body, chosen],
    truncate: body.slice(0, index),
    sort: [...body].reverse(),
  };
  office.sheet = { ...office.sheet, rows: [...head, ...bodies[how]] };
}

/** A person who looks at what really arrived. */
function settleAll(office: Office): void {
  const lines = office.read();
  if (lines === null) return;
  const stale = lines.filter(({ state }) => state === 'unknown');
  const settled = stale.reduce((all, { key }) => {
    const to = office.received.includes(keyText(key)) ? 'sent' : 'queued';
    return settle(all, [keyText(key)], to, at(office.day, '李'));
  }, lines);
  office.write(settled);
}

function act(office: Office, action: Action): void {
  switch (action.do) {
    case 'tick':
      tick(office, action.dies);
      return;
    case 'wait':
      office.day = addDays(office.day, action.days);
      return;
    case 'settle':
      settleAll(office);
      return;
    case 'edit':
      edit(office, action);
      return;
    case 'postpone':
      office.tasks[action.task]!.due = addDays(office.tasks[action.task]!.due, action.days);
      return;
    case 'finish':
    case 'reopen':
    case 'cancel':
      office.tasks[action.task]!.state = ({ finish: 'done', reopen: 'open', cancel: 'cancelled' } as const)[action.do];
  }
}

const whichTask = fc.nat(5);
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('tick' as const),
      dies: fc.constantFrom('not', 'not', 'not', 'after claim', 'after send', 'unsure'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('finish', 'reopen', 'cancel'), task: whichTask }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('postpone' as const), task: whichTask, days: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'settle' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      how: fc.constantFrom('word', 'drop', 'double', 'truncate', 'requeue', 'sort'),
      row: fc.nat(20),
    }),
  },
);

describe('any sequence of days, changes, dying runs and editing hands', () => {
  it.each(['邮件', '发件箱'] as const)('sends nothing twice and nothing that is not open (%s)', (channel) => {
    const totals = { ticks: 0, stops: 0, mails: 0 };
    fc.assert(
      fc.property(fc.array(action, { minLength: 5, maxLength: 40 }), (actions) => {
        const office = new Office(channel);
        for (const one of actions) act(office, one);
        expect(new Set(office.received).size).toBe(office.received.length);
        totals.ticks += office.ticks;
        totals.stops += office.stops;
        totals.mails += office.received.length;
      }),
      { numRuns: 150 },
    );
    expect(totals.mails).toBeGreaterThan(300);
    expect(totals.stops).toBeGreaterThan(20);
  });
});
