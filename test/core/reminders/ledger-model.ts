/**
 * Every history of sending one reminder, with the very functions that are shipped: up to four runs, two of them at a time,
 * and up to three faults, a kill or an exception before or after the effect of any call; and a person in between who says that it was
 * sent, rightly or by a slip, that it was not, where that is true, or takes such a word back. What is asked of each state is asked of
 * what really happened (the deliveries), never of what the ledger believes.
 */
import type { Channel } from '../../../src/contract/reminders';
import { chooseMails } from '../../../src/core/reminders/choose-mails';
import type { LedgerLine } from '../../../src/core/reminders/ledger/ledger';
import {
  claim,
  confirm,
  markUnknown,
  reject,
  settle,
  settleClaims,
} from '../../../src/core/reminders/ledger/ledger-steps';
import { takeBack } from '../../../src/core/reminders/ledger/take-back';
import type { Mail } from '../../../src/core/reminders/mail';
import { planLedger } from '../../../src/core/reminders/ledger/plan-ledger';
import { at, hash, item } from './ledger-builder';

/** What is explored; `lock` and `settles` are false only to show that the model sees what they prevent. */
export interface Protocol {
  readonly channel: Channel;
  readonly lock: boolean;
  /** A stale claim is settled as it should be, instead of being sent again. */
  readonly settles: boolean;
}

/** Numbers of states. `lost`: the ledger calls it sent, or knows nothing of it, and nobody got it. */
export interface Explored {
  readonly states: number;
  readonly duplicates: number;
  readonly lost: number;
  /** Ends, after one more run without faults, that wait for a person; all others were sent. */
  readonly forAPerson: number;
  /** Ends in which sending was known to fail as often as it is tried; shown as 失败. */
  readonly gaveUp: number;
  readonly settled: number;
  /** Left to a person though no fault fell between claim and confirmation. */
  readonly falseAlarms: number;
  /** States in which the ledger calls sent, by a person's slip, what nobody got, and the slip can be taken back. */
  readonly slips: number;
  /** States in which what the program knows to have been sent could be made unsent by a person. */
  readonly unmade: number;
}

/** How far the histories go. */
export interface Bounds {
  readonly runs: number;
  readonly atOnce: number;
  readonly faults: number;
  readonly words: number;
}

const fourRuns: Bounds = { runs: 4, atOnce: 2, faults: 3, words: 0 };
/** Fewer runs, for what people say makes many more states. */
export const withWords: Bounds = { runs: 3, atOnce: 2, faults: 2, words: 3 };
type Call = 'lock' | 'read' | 'write plan' | 'write claim' | 'send' | 'write outcome' | 'unlock';
type Outcome = 'ok' | 'killed before' | 'killed after' | 'failed before' | 'failed after' | 'refused' | 'lands later';

interface Run {
  readonly id: number;
  readonly call: Call;
  /** What the run believes the ledger to be. */
  readonly lines: readonly LedgerLine[];
  readonly mail: Mail | null;
}

interface World {
  readonly lines: readonly LedgerLine[];
  readonly outbox: readonly string[];
  readonly deliveries: number;
  /** Mails of killed runs that may still arrive. */
  readonly onTheWay: number;
  readonly holder: number | null;
  readonly runs: readonly Run[];
  readonly started: number;
  readonly faults: number;
  /** A fault fell between claim and confirmation, or a person has said something. */
  readonly excused: boolean;
  /** How often a person has said something. */
  readonly words: number;
}

const items = [item()];
const now = at('2022-12-01');
const byHand = at('2022-12-01', '李');
const empty: World = {
  lines: [],
  outbox: [],
  deliveries: 0,
  onTheWay: 0,
  holder: null,
  runs: [],
  started: 0,
  faults: 0,
  excused: false,
  words: 0,
};

/** Walks through all states that can be reached. `npm run fuzz` prints the numbers. */
export function exploreLedger(protocol: Protocol, most: Bounds = fourRuns): Explored {
  const seen = new Set([JSON.stringify(empty)]);
  const open = [empty];
  const ends = {
    states: 0,
    duplicates: 0,
    lost: 0,
    forAPerson: 0,
    gaveUp: 0,
    settled: 0,
    falseAlarms: 0,
    slips: 0,
    unmade: 0,
  };
  for (let world = open.pop(); world !== undefined; world = open.pop()) {
    judge(world, protocol, ends);
    for (const next of successors(world, protocol, most)) {
      const text = JSON.stringify(next);
      if (seen.has(text)) continue;
      seen.add(text);
      open.push(next);
    }
  }
  return { ...ends, states: seen.size };
}

function judge(world: World, protocol: Protocol, ends: { -readonly [K in keyof Explored]: Explored[K] }): void {
  if (world.deliveries > 1) ends.duplicates += 1;
  if (world.lines.some(({ state }) => state === 'unknown') && !world.excused) ends.falseAlarms += 1;
  if (canUnmake(world)) ends.unmade += 1;
  if (world.runs.length > 0) return;
  const after = cleanRun(world, protocol);
  const state = after.lines[0]?.state ?? 'missing';
  const arrived = after.deliveries + after.onTheWay;
  if (arrived > 1) ends.duplicates += 1;
  const isSaid = state === 'sent' && world.words > 0;
  if ((state === (protocol.channel === '发件箱' ? 'written' : 'sent') || isSaid) && arrived === 1) ends.settled += 1;
  else if (isSaid && arrived === 0 && takenBack(after) !== null) ends.slips += 1;
  else if (state === 'unknown') ends.forAPerson += 1;
  else if (state === 'failed' && arrived === 0) ends.gaveUp += 1;
  else ends.lost += 1;
}

/** One more run, alone and without faults. */
function cleanRun(world: World, protocol: Protocol): World {
  let next = started(world);
  while (next.runs.length > 0) next = step(next, next.runs[0]!, 'ok', protocol);
  return next;
}

function successors(world: World, protocol: Protocol, most: Bounds): readonly World[] {
  const next: World[] = [];
  if (world.started < most.runs && world.runs.length < most.atOnce) next.push(started(world));
  if (world.onTheWay > 0) next.push({ ...world, onTheWay: world.onTheWay - 1, deliveries: world.deliveries + 1 });
  if (world.words < most.words && (world.holder === null || !protocol.lock)) next.push(...saidOf(world));
  for (const run of world.runs) {
    next.push(step(world, run, 'ok', protocol));
    if (world.faults >= most.faults) continue;
    for (const outcome of faultsAt(run.call, protocol)) {
      const excused =
        world.excused || run.call === 'write claim' || run.call === 'send' || run.call === 'write outcome';
      next.push(step({ ...world, faults: world.faults + 1, excused }, run, outcome, protocol));
    }
  }
  return next;
}

/** What a person says, under the lock: that it was sent whether or not it was, the rest as it is. */
function saidOf(world: World): readonly World[] {
  const isOut = world.deliveries + world.onTheWay > 0;
  const mail = world.lines[0]?.mail ?? '';
  const sent = settle(world.lines, mail, 'sent', byHand);
  const unsent = isOut ? world.lines : settle(world.lines, mail, 'queued', byHand);
  return [sent, unsent, takenBack(world) ?? world.lines]
    .filter((lines) => lines !== world.lines)
    .map((lines) => ({ ...world, lines, words: world.words + 1, excused: true }));
}

/** The lines with the last word of a person taken back; null where there is none. */
function takenBack({ lines, outbox }: World): readonly LedgerLine[] | null {
  const back = takeBack(
    lines,
    lines[0]?.mail ?? '',
    { told: lines, outbox: new Set(outbox), taken: new Set() },
    byHand,
  );
  return typeof back === 'string' ? null : back;
}

/** A line that no person has touched is what the program knows. */
function canUnmake(world: World): boolean {
  return world.lines.some(({ by }) => by !== byHand.by) && takenBack(world) !== null;
}

function faultsAt(call: Call, { channel }: Protocol): readonly Outcome[] {
  const anywhere = ['killed before', 'killed after', 'failed before', 'failed after'] as const;
  return call === 'send' && channel === '邮件' ? [...anywhere, 'refused', 'lands later'] : anywhere;
}

function started(world: World): World {
  const run: Run = { id: world.started, call: 'lock', lines: [], mail: null };
  return { ...world, started: world.started + 1, runs: [...world.runs, run] };
}

function step(world: World, run: Run, outcome: Outcome, protocol: Protocol): World {
  if (run.call === 'lock' && protocol.lock && world.holder !== null) return ended(world, run);
  const isDone = outcome === 'ok' || outcome.endsWith('after');
  const after = isDone ? effect(world, run, protocol) : world;
  if (outcome === 'lands later') return ended({ ...after, onTheWay: after.onTheWay + 1 }, run);
  if (outcome.startsWith('killed')) return ended(after, run);
  if (outcome !== 'ok') return run.call === 'send' ? caught(after, run, outcome, protocol) : ended(after, run);
  return continued(after, run, protocol);
}

/** What the call does to the world. */
function effect(world: World, run: Run, { channel }: Protocol): World {
  switch (run.call) {
    case 'lock':
      return { ...world, holder: run.id };
    case 'write plan':
    case 'write claim':
    case 'write outcome':
      return { ...world, lines: run.lines };
    case 'send': {
      const mail = run.mail?.number ?? '';
      if (channel === '发件箱' && world.outbox.includes(mail)) return world;
      const outbox = channel === '发件箱' ? [...world.outbox, mail] : world.outbox;
      return { ...world, outbox, deliveries: world.deliveries + 1 };
    }
    case 'read':
    case 'unlock':
      return world;
  }
}

/** A run that is over, for whatever reason, holds no lock. */
function ended(world: World, { id }: Run): World {
  const holder = world.holder === id ? null : world.holder;
  return { ...world, holder, runs: world.runs.filter((run) => run.id !== id) };
}

function going(world: World, run: Run, change: Partial<Run>): World {
  return { ...world, runs: world.runs.map((one) => (one.id === run.id ? { ...run, ...change } : one)) };
}

function continued(world: World, run: Run, protocol: Protocol): World {
  switch (run.call) {
    case 'lock':
      return going(world, run, { call: 'read' });
    case 'read':
      return going(world, run, { ...planned(world, protocol), call: 'write plan' });
    case 'write plan': {
      const { mail } = run;
      if (mail === null) return going(world, run, { call: 'unlock' });
      const lines = claim(run.lines, mail, { hash: 'h', channel: protocol.channel }, now);
      return going(world, run, { lines, call: 'write claim' });
    }
    case 'write claim':
      return going(world, run, { call: 'send' });
    case 'send':
      return going(world, run, { lines: confirm(run.lines, run.mail?.number ?? '', now), call: 'write outcome' });
    case 'write outcome':
      return going(world, run, { call: 'unlock' });
    case 'unlock':
      return ended(world, run);
  }
}

function planned(world: World, { settles }: Protocol): Pick<Run, 'lines' | 'mail'> {
  const stale = settles
    ? settleClaims(world.lines, { outbox: new Set(world.outbox), taken: new Set() }, now)
    : world.lines.map((line) => (line.state === 'claimed' ? { ...line, state: 'queued' as const } : line));
  const { mails, lines } = chooseMails(planLedger(stale, items, now, false), items, { left: 9, day: now.day }, hash);
  return { lines, mail: mails[0] ?? null };
}

/** Sending threw: a refusal is known not to have been sent, the outbox can be looked at, and of all else nothing is known. */
function caught(world: World, run: Run, outcome: Outcome, { channel }: Protocol): World {
  const mail = run.mail?.number ?? '';
  const isThere = channel === '发件箱' && world.outbox.includes(mail);
  const lines = isThere
    ? confirm(run.lines, mail, now)
    : channel === '发件箱' || outcome === 'refused'
      ? reject(run.lines, mail, '拒收', now)
      : markUnknown(run.lines, mail, '超时', now);
  return going(world, run, { lines, call: 'write outcome' });
}
