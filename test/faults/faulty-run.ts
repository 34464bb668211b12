/** Runs a function of the bundle while its services fail: each call that would reach Google has a number. */
import { historyId } from '../../src/core/base/office-names';
import { reachesGoogle } from '../../src/local/services/service';
import type { OfficeStore, Received } from './office-store';

/**
 * What can become of a call. `killed`: nothing of the run happens from there on, not even what it does when it is left by an
 * error. `throws`: an error in no known words. `time-out`: done, but told too late, and the time of the run is over.
 * `slow`: done and told, but the time of the run is over. `quota`: refused, as are all mails after it in this run.
 */
export const faultKinds = [
  'killed before',
  'killed after',
  'throws before',
  'throws after',
  'time-out',
  'slow',
  'quota',
] as const;

/** `other run`: before the call is made, somebody else's run begins and goes to its end, or its death. */
export type Fault =
  | { readonly at: number; readonly kind: (typeof faultKinds)[number] }
  | { readonly at: number; readonly kind: 'other run'; readonly faults: readonly Fault[] };

/** What one run was asked, and what it told. */
export interface RunRecord {
  /** Names of the calls, in order; call `n` is the `n`-th, from 1 on. */
  readonly calls: readonly string[];
  /** The faults that came to pass. */
  readonly fired: readonly Fault[];
  /** What the function gave back; null for a run that was killed, that failed, or that gives nothing. */
  readonly told: unknown;
  /** What it threw, where it was not killed. */
  readonly threw: string;
  /** Runs that began inside this one. */
  readonly others: readonly RunRecord[];
}

/** An office whose runs are watched. */
export interface FaultyOffice {
  readonly store: OfficeStore;
  /** A mail service outside of the folder takes the mails; null for 发件箱. */
  readonly service: Received[] | null;
  readonly user: string;
  /** Milliseconds since 1970; runs that sleep or are slow move it on. */
  now: number;
}

/** Name and JSON arguments of a function of the bundle. */
export type Job = readonly [string, ...unknown[]];

/** Longer than a run may take, as the program counts. */
const tooLong = 290_000;

interface State {
  readonly calls: string[];
  readonly fired: Fault[];
  readonly others: RunRecord[];
  isDead: boolean;
  isShut: boolean;
}

export function runFaulty(office: FaultyOffice, job: Job, faults: readonly Fault[] = []): RunRecord {
  const state: State = { calls: [], fired: [], others: [], isDead: false, isShut: false };
  const host = office.store.open({
    progress: () => undefined,
    user: office.user,
    clock: () => office.now,
    between: (name, args, make) => {
      if (name === 'Utilities.sleep') return void (office.now += Number(args[0]));
      if (!reachesGoogle(name)) return make();
      if (state.isDead) throw new Error('killed');
      state.calls.push(isOfHistory(name, args) ? `${name} 年度历史` : name);
      const own = faults.filter(({ at }) => at === state.calls.length);
      return callWith(own, { name, call: () => serve(office, name, args, make), office, job, state });
    },
  });
  const record = { calls: state.calls, fired: state.fired, others: state.others };
  try {
    const told = host.run(...job);
    return { ...record, told: state.isDead ? null : told, threw: '' };
  } catch (error) {
    return { ...record, told: null, threw: state.isDead ? '' : String(error) };
  }
}

/** A line a day is written there whatever else happens: it is no sign of a run that has something to do. */
function isOfHistory(name: string, args: readonly unknown[]): boolean {
  return name === 'Sheets.Spreadsheets.batchUpdate' && args[1] === historyId;
}

function serve({ service }: FaultyOffice, name: string, args: readonly unknown[], make: () => unknown): unknown {
  if (service === null || name !== 'MailApp.sendEmail') return make();
  const { to, subject, body } = args[0] as { to: string; subject: string; body: string };
  service.push({ file: '', to, subject, text: body, attachments: [] });
  return undefined;
}

interface Called {
  readonly name: string;
  readonly call: () => unknown;
  readonly office: FaultyOffice;
  readonly job: Job;
  readonly state: State;
}

function callWith([fault, ...rest]: readonly Fault[], called: Called): unknown {
  const { name, office, job, state } = called;
  if (state.isShut && name === 'MailApp.getRemainingDailyQuota') return 0;
  if (state.isShut && name === 'MailApp.sendEmail') throw new Error(exhausted);
  if (fault === undefined) return called.call();
  state.fired.push(fault);
  switch (fault.kind) {
    case 'other run':
      state.others.push(runFaulty(office, job, fault.faults));
      return callWith(rest, called);
    case 'quota':
      state.isShut = true;
      if (name === 'MailApp.getRemainingDailyQuota') return 0;
      throw new Error(exhausted);
    case 'killed before':
      state.isDead = true;
      throw new Error('killed');
    case 'throws before':
      throw new Error(serverError);
    case 'killed after':
      called.call();
      state.isDead = true;
      throw new Error('killed');
    case 'throws after':
      called.call();
      throw new Error(serverError);
    case 'slow':
      office.now += tooLong;
      return called.call();
    case 'time-out':
      called.call();
      office.now += tooLong;
      throw new Error(`Exception: Service timed out: ${name}`);
  }
}

const exhausted = 'Exception: Service invoked too many times for one day.';
const serverError = 'Exception: 很抱歉，服务器出错，请稍后再试。';
