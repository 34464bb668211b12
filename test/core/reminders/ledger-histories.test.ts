/** Long histories of the office and its ledger: clocks that run badly, tasks that change, runs that die, hands that edit. */
import fc from 'fast-check';
import type { Channel } from '../../../src/contract/reminders';
import { addDays, type Day } from '../../../src/core/base/day';
import type { Grid } from '../../../src/core/base/grid';
import { chooseMails } from '../../../src/core/reminders/choose-mails';
import { keyText } from '../../../src/core/reminders/due-item';
import { ledgerFromGrid } from '../../../src/core/reminders/ledger/ledger-from-grid';
import {
  claim,
  confirm,
  mailsLeft,
  markUnknown,
  settle,
  settleClaims,
} from '../../../src/core/reminders/ledger/ledger-steps';
import { takeBack } from '../../../src/core/reminders/ledger/take-back';
import { type LedgerLine, sealFits, sealOf } from '../../../src/core/reminders/ledger/ledger';
import type { Mail } from '../../../src/core/reminders/mail';
import { planLedger } from '../../../src/core/reminders/ledger/plan-ledger';
import type { Rows, Task } from '../../../src/core/rows/rows';
import { deadline, noRows, progress, task } from '../findings/rows-builder';
import { brokenByYear, perfectYear } from './bad-years';
import { at, hash, ledgerGrid } from './ledger-builder';
import { calendar, departments, itemsOf, limits, names, workbooks } from './three-departments';
import { ledgerTable } from '../../edition';
import { longIt } from '../../long';
import { rounds } from '../../rounds';

describe('a year of bad clocks', () => {
  longIt('gives the same last level of everything that is still due, nothing twice, and nothing of its own', () => {
    for (let seed = 1; seed <= 60; seed += 1) expect([seed, brokenByYear(seed)]).toEqual([seed, []]);
  });

  it('and a perfect one sends each level once', () => {
    const { keys, levels } = perfectYear();
    expect(new Set(keys).size).toBe(keys.length);
    expect(levels).toMatchObject({
      '司法所 A 2022-03-31 主要领导': '红3',
      '司法所 B 2022-06-30 分管领导': '红2',
      '综治中心 E 2022-10-01 承办单位': '红3',
    });
    expect(keys.filter((key) => key.includes('|F|'))).toEqual([]);
    expect(keys.filter((key) => key.includes('|C|') && key.includes('红'))).toEqual([]);
  });
});

/** What may happen between two looks at the office. */
type Action =
  | { readonly do: 'tick'; readonly dies: 'not' | 'after claim' | 'after send' | 'unsure' }
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'finish' | 'reopen' | 'cancel'; readonly task: number }
  | { readonly do: 'postpone'; readonly task: number; readonly days: number }
  | { readonly do: 'settle' | 'slip' | 'take back' }
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
  takenBack = 0;

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
    const read = ledgerFromGrid(this.sheet, ledgerTable);
    return 'lines' in read && this.seals.some((seal) => sealFits(seal, read.lines, hash)) ? read.lines : null;
  }

  rows(): Rows {
    const lead = (index: number): string => names[index % names.length]!;
    const tasks = this.tasks.map(({ due, state }, index): Task => {
      const approved = state === 'cancelled' ? ({ status: 'cancelled', basis: '批准', until: null } as const) : null;
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

  hand(mail: Mail): void {
    if (this.channel === '发件箱' && this.outbox.has(mail.number)) return;
    this.outbox.add(mail.number);
    for (const { key } of mail.items) {
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
  let lines = planLedger(
    settleClaims(before, { outbox: inOutbox, taken: new Set() }, at(day)),
    items,
    at(day),
    isRestDay,
  );
  office.write(lines);
  const known = new Set(lines.map(({ key }) => keyText(key)));
  for (const { key } of items) expect(known).toContain(keyText(key));
  if (isRestDay) return;
  const left = mailsLeft(lines, { ...limits, dailyMost: 4 }, day);
  const chosen = chooseMails(lines, items, { left, day }, hash);
  expect(chosen.mails.length).toBeLessThanOrEqual(4);
  lines = chosen.lines;
  for (const mail of chosen.mails) {
    lines = claim(lines, mail, { hash: 'h', channel: office.channel }, at(day));
    office.write(lines);
    if (dies === 'after claim') return;
    office.hand(mail);
    if (dies === 'after send') return;
    const isUnsure = dies === 'unsure' && office.channel === '邮件';
    lines = isUnsure ? markUnknown(lines, mail.number, '超时', at(day)) : confirm(lines, mail.number, at(day));
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

/** A person who calls sent whatever waits for a word, whether or not it arrived. */
function slip(office: Office): void {
  const lines = office.read();
  if (lines === null) return;
  const keys = lines.map(({ key }) => keyText(key));
  const said = settle(lines, keys, 'sent', at(office.day, '李'));
  if (said !== lines) office.write(said);
}

/** All words of persons are taken back, mail by mail; what the program sent cannot be. */
function takeAllBack(office: Office): void {
  const lines = office.read();
  if (lines === null) return;
  const files = {
    told: lines,
    outbox: office.channel === '发件箱' ? office.outbox : new Set<string>(),
    taken: new Set<string>(),
  };
  const back = [...new Set(lines.map(({ mail }) => mail))].reduce((all, mail) => {
    const next = takeBack(all, mail, { ...files, told: all }, at(office.day, '王'));
    return typeof next === 'string' ? all : next;
  }, lines);
  back.forEach((line, index) => {
    const before = lines[index]!;
    if (line === before) return;
    expect(before.by).toBe('李');
    expect(['written', 'unknown']).toContain(line.state);
    office.takenBack += 1;
  });
  if (back !== lines) office.write(back);
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
    case 'slip':
      slip(office);
      return;
    case 'take back':
      takeAllBack(office);
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

/** What was only said to be sent is open again once that is taken back, and nothing of it has arrived twice then. */
function unsaidIsToldOnce(office: Office): void {
  office.sheet = office.good;
  takeAllBack(office);
  for (const { key, state, by } of office.read() ?? []) {
    if (state === 'sent') expect([by, office.received.includes(keyText(key))]).toEqual(['值班', true]);
  }
  settleAll(office);
  act(office, { do: 'tick', dies: 'not' });
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
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('slip', 'take back') }) },
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
    const totals = { ticks: 0, stops: 0, mails: 0, takenBack: 0 };
    fc.assert(
      fc.property(fc.array(action, { minLength: 5, maxLength: 40 }), (actions) => {
        const office = new Office(channel);
        for (const one of actions) act(office, one);
        unsaidIsToldOnce(office);
        expect(new Set(office.received).size).toBe(office.received.length);
        totals.ticks += office.ticks;
        totals.stops += office.stops;
        totals.mails += office.received.length;
        totals.takenBack += office.takenBack;
      }),
      { numRuns: rounds(150) },
    );
    expect(totals.mails).toBeGreaterThan(rounds(300));
    expect(totals.stops).toBeGreaterThan(rounds(20));
    expect(totals.takenBack).toBeGreaterThan(rounds(20));
  });
});
