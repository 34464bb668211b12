/** An office that meets faults, is left to recover, and is judged. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerDetails } from '../../src/contract/reminders';
import type { LedgerOrder } from '../../src/contract/orders';
import { brokenPromises } from './check-promises';
import { runFaulty, type Fault, type FaultyOffice, type Job, type RunRecord } from './faulty-run';
import type { OfficeStore } from './office-store';
import { expectedItems, morning } from './small-office';

/** 发件箱: the command `remind`, mails become files. 邮件: a service takes them. 定时: the hourly trigger, into files. */
export const ways = ['发件箱', '邮件', '定时'] as const;
export type Way = (typeof ways)[number];

export interface Outcome {
  /** What was broken; empty when the office survived. */
  readonly broken: readonly string[];
  /** Faults that came to pass. */
  readonly fired: number;
  /** Lines that wait for a person in the end. */
  readonly unknown: number;
}

const hour = 3_600_000;
/** Recovery may take two more working days: what was told to wait for the next day goes then. */
const laterMornings = ['2022-12-23', '2022-12-26', '2022-12-27', '2022-12-28'].map((day) =>
  Date.parse(`${day}T09:10:00+08:00`),
);

const order = (channel: string, dryRun: boolean): Job => [
  'runJob',
  'remind',
  JSON.stringify({ dryRun, asOf: null, channel }),
];
const jobs: Readonly<Record<Way, Job>> = { 发件箱: order('发件箱', false), 邮件: order('邮件', false), 定时: ['tick'] };

/** The faults of each run, one run after the other; `slip`: those of a person's registering wrongly, after it, that all was sent. */
export type History = readonly {
  readonly hoursLater: number;
  readonly faults: readonly Fault[];
  readonly slip?: readonly Fault[];
}[];

/**
 * Lives through the history in a fresh office, recovers and judges. `calls` of the first run come along. `back`: the faults of taking
 * back all that was registered wrongly.
 */
export async function survive(
  makeStore: () => OfficeStore,
  way: Way,
  history: History,
  back: readonly Fault[] = [],
): Promise<Outcome & { readonly first: RunRecord }> {
  const store = makeStore();
  try {
    const office = openOffice(store, way);
    const before = inputsOf(store.folder);
    const hands: RunRecord[] = [];
    const runs = history.map(({ hoursLater, faults, slip }) => {
      office.now += hoursLater * hour;
      const run = runFaulty(office, jobs[way], faults);
      if (slip) hands.push(...slipped(office, slip));
      return run;
    });
    const stuck = history.some(({ slip }) => slip) ? takenBack(office, back, hands) : [];
    const restless = recover(office, way);
    const all = runs.flatMap(withOthers);
    const unchanged = inputsOf(store.folder) === before ? [] : ['a workbook of the office was changed'];
    const judged = await judge(office, way, all);
    const [first] = runs;
    if (!first) throw new Error('a history without runs');
    const fired = [...all, ...hands.flatMap(withOthers)].reduce((sum, run) => sum + run.fired.length, 0);
    return { ...judged, broken: [...judged.broken, ...restless, ...stuck, ...unchanged], fired, first };
  } finally {
    store.remove();
  }
}

function openOffice(store: OfficeStore, way: Way): FaultyOffice {
  const user = way === '定时' ? 'office@town.example' : '';
  const office = { store, service: way === '邮件' ? [] : null, user, now: morning };
  if (way === '定时') runFaulty(office, ['runJob', 'timer', '{"do":"on"}']);
  return office;
}

/** Runs without faults until one does nothing. */
function recover(office: FaultyOffice, way: Way): readonly string[] {
  const said: string[] = [];
  for (const then of [office.now + hour, ...laterMornings]) {
    office.now = Math.max(office.now, then);
    const run = runFaulty(office, jobs[way]);
    if (run.threw !== '') said.push(`a run without faults failed: ${run.threw}`);
    if (run.calls.includes('Drive.Files.list') && !run.calls.some((name) => changing.includes(name))) return said;
  }
  return [...said, 'it does not come to rest'];
}

const ledgerJob = (order: LedgerOrder): Job => ['runJob', 'ledger', JSON.stringify(order)];
const minute = 60_000;

/** A person says of each mail that waits for a word that it was sent, wrongly. */
function slipped(office: FaultyOffice, faults: readonly Fault[]): readonly RunRecord[] {
  office.now += minute;
  return numbersIn(office).map((mail) =>
    runFaulty(office, ledgerJob({ settle: { mail, to: 'sent' }, accept: false }), faults),
  );
}

/** And takes it back, once with faults, then until nothing of a person's word is left; a mail a service took stays sent. */
function takenBack(office: FaultyOffice, faults: readonly Fault[], hands: RunRecord[]): readonly string[] {
  const wrong: string[] = [];
  for (const mail of numbersIn(office, true)) {
    const order = ledgerJob({ settle: { mail, to: 'back' }, accept: false });
    office.now += minute;
    hands.push(runFaulty(office, order, faults));
    const told = [runFaulty(office, order), runFaulty(office, order)].map(
      ({ told: answer }) => answer as LookedAt | null,
    );
    if (told[1]?.exit !== 2) wrong.push(`${mail} is taken back again and again: ${told[1]?.text ?? ''}`);
  }
  return wrong;
}

/** The numbers in the ledger as a person sees them. */
function numbersIn(office: FaultyOffice, all = false): readonly string[] {
  const { told } = runFaulty(office, ledgerJob({ settle: null, accept: false, all }));
  const lines = (told as { readonly details?: LedgerDetails } | null)?.details?.lines ?? [];
  return [...new Set(lines.map(({ mail }) => mail))].filter((mail) => mail !== '');
}

const changing = ['Sheets.Spreadsheets.batchUpdate', 'MailApp.sendEmail'];

function withOthers(run: RunRecord): readonly RunRecord[] {
  return [run, ...run.others.flatMap(withOthers)];
}

async function judge(office: FaultyOffice, way: Way, runs: readonly RunRecord[]): Promise<Omit<Outcome, 'fired'>> {
  const { store, service } = office;
  const told = runFaulty(office, order(way === '邮件' ? way : '发件箱', true)).told as LookedAt | null;
  const listed = told?.details?.attention ?? [];
  const sheet = await store.sheet('结果.xlsx', '催办记录');
  const mails = service ?? (await store.outbox().catch((error: unknown) => [brokenMail(error)]));
  const after = { mails, sheet, listed, mayBeUnknown: runs.some(mayLeaveDoubt), isOutbox: way !== '邮件' };
  const refusal = told === null || told.exit === 2 ? [`the office cannot be looked at: ${told?.text ?? ''}`] : [];
  return { broken: [...refusal, ...brokenPromises(after, expectedItems)], unknown: listed.length };
}

function brokenMail(error: unknown) {
  return { file: String(error), to: '', subject: '', text: '', attachments: [] };
}

interface LookedAt {
  readonly exit: number;
  readonly text: string;
  readonly details: { readonly attention: readonly { readonly mail: string; readonly state: string }[] } | null;
}

/** A fault fell on the write of a claim or after it: the write that goes before a mail, or the last one where none came. */
function mayLeaveDoubt({ calls, fired }: RunRecord): boolean {
  const sent = calls.indexOf('MailApp.sendEmail');
  const claim = calls.lastIndexOf('Sheets.Spreadsheets.batchUpdate', sent < 0 ? calls.length : sent);
  return claim >= 0 && fired.some(({ at, kind }) => kind !== 'other run' && at > claim);
}

/** A hash of all that belongs to people: promise 7. */
function inputsOf(folder: string): string {
  const hash = createHash('sha256').update(readFileSync(join(folder, '总表.xlsx')));
  for (const name of readdirSync(join(folder, '填报')).sort()) {
    hash.update(name).update(readFileSync(join(folder, '填报', name)));
  }
  return hash.digest('hex');
}
