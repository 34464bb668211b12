/**
 * Outages of the services that hold the sheets: of each thing that is read, in each way it is reported to fail, under each
 * call. Judged by what can be seen from outside: the answer, the mails, the files, and what the timer keeps.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { OfficeStore, Received } from './office-store';
import { morning } from './small-office';
import { count, type Tally } from './sweep';

/** What the services are reported to say when they fail, the last four where a right is lost. `null` and `{}`: no error, and no content. */
export const failures: readonly (string | null | object)[] = [
  'Exception: Service Spreadsheets timed out while accessing document with id 1AbC.',
  'Exception: Service Spreadsheets failed while accessing document with id 1AbC.',
  'GoogleJsonResponseException: API call failed with error: The service is currently unavailable.',
  'GoogleJsonResponseException: API call failed with error: Empty response',
  'GoogleJsonResponseException: API call failed with error: Internal error encountered.',
  "Exception: We're sorry, a server error occurred. Please wait a bit and try again.",
  'Exception: Service invoked too many times for one day: spreadsheet.',
  "API call failed with error: Quota exceeded for quota metric 'Read requests' of service",
  'GoogleJsonResponseException: API call failed with error: User Rate Limit Exceeded (403)',
  'Exception: Request failed for https://www.googleapis.com returned code 503',
  'Exception: 很抱歉，服务器出错，请稍后再试。',
  'Exception: 当天调用服务的次数过多。',
  'Exception: 服务超时：电子表格',
  'Something that nobody has ever reported',
  null,
  {},
  'GoogleJsonResponseException: API call failed with error: Requested entity was not found.',
  'GoogleJsonResponseException: API call failed with error: The caller does not have permission',
  'GoogleJsonResponseException: API call failed with error: File not found: 1AbC.',
  'Exception: 您没有访问所请求文档的权限。',
];

/** What fails, as the ids a call names. */
const targets = {
  listing: null,
  hub: ['总表.xlsx'],
  'one workbook': ['填报/司法所.xlsx'],
  'all workbooks': ['填报/司法所.xlsx', '填报/财政所.xlsx'],
} as const;
type Target = keyof typeof targets;

const remind = (dryRun: boolean): string => JSON.stringify({ dryRun, asOf: null, channel: '发件箱' });
const calls = {
  check: ['runJob', 'check'],
  look: ['runJob', 'look'],
  report: ['runJob', 'report'],
  remind: ['runJob', 'remind', remind(false)],
  'remind --dry-run': ['runJob', 'remind', remind(true)],
  tick: ['tick'],
} as const;
type Call = keyof typeof calls;

/** One run of the program while something fails. */
export interface Outage {
  readonly target: Target;
  readonly call: Call;
  /** The error's text, or what is answered in place of the content. */
  readonly failure: string | null | object;
}

/** All of them, or those of the failures chosen. @public used by build/fuzz/faults.mjs. */
export function allOutages(chosen: typeof failures = failures): readonly Outage[] {
  const names = { targets: Object.keys(targets) as Target[], calls: Object.keys(calls) as Call[] };
  const all = names.targets.flatMap((target) =>
    names.calls.flatMap((call) => chosen.map((failure) => ({ target, call, failure }))),
  );
  // A list with nothing in it is what an empty folder gives.
  return all.filter(({ target, failure }) => target !== 'listing' || typeof failure === 'string' || failure === null);
}

export interface OutageTally extends Tally {
  /** Mails that tell a department which reported that it did not. */
  falseMails: number;
}

/** Lives through each of them in a fresh office. */
export async function sweepOutages(
  makeStore: () => OfficeStore,
  outages: readonly Outage[] = allOutages(),
): Promise<OutageTally> {
  const tally: OutageTally = { injected: 0, survived: 0, unknown: 0, faults: [], falseMails: 0 };
  for (const outage of outages) {
    const { broken, falseMails } = await liveThroughOutage(makeStore, outage);
    tally.falseMails += falseMails;
    count(tally, `${outage.call} while ${outage.target} says ${JSON.stringify(outage.failure)}`, broken, 0);
  }
  return tally;
}

interface Answer {
  readonly exit: number;
  readonly text: string;
  readonly problems: readonly { readonly workbook: string; readonly reason: string; readonly level: string }[];
  readonly summary: { readonly missingDepartments: readonly string[] } | null;
}

/** `prepare` may change the office before, so that the judge has something to find. */
export async function liveThroughOutage(
  makeStore: () => OfficeStore,
  outage: Outage,
  prepare: (folder: string) => void = () => undefined,
): Promise<{ readonly broken: readonly string[]; readonly falseMails: number }> {
  const store = makeStore();
  try {
    prepare(store.folder);
    runJob(store, ['runJob', 'timer', '{"do":"on"}'], null);
    const before = filesOf(store.folder);
    const answer = runJob(store, calls[outage.call], outage);
    const mails = await store.outbox();
    const falseMails = mails.filter(isFalse);
    const told = { answer, beat: heartbeatOf(store.folder), isUnchanged: filesOf(store.folder) === before, mails };
    const broken = [...falseMails.map(({ to }) => `${to} is told that it did not report`), ...judge(outage, told)];
    return { broken, falseMails: falseMails.length };
  } finally {
    store.remove();
  }
}

/** Runs the function while the outage lasts; gives its answer, or what it threw as one. */
function runJob(store: OfficeStore, job: readonly unknown[], outage: Outage | null): Answer | string | null {
  let now = morning;
  const host = store.open({
    progress: () => undefined,
    user: 'office@town.example',
    clock: () => now,
    between: (name, args, make) => {
      if (name === 'Utilities.sleep') return void (now += Number(args[0]));
      if (outage === null || !isHit(outage.target, name, args)) return make();
      if (typeof outage.failure === 'string') throw new Error(outage.failure);
      return outage.failure;
    },
  });
  try {
    return host.run(...(job as [string, ...unknown[]])) as Answer | null;
  } catch (error) {
    return String(error);
  }
}

function isHit(target: Target, name: string, args: readonly unknown[]): boolean {
  const ids: readonly string[] | null = targets[target];
  if (ids === null) return name === 'Drive.Files.list';
  return name === 'Sheets.Spreadsheets.get' && ids.includes(String(args[0]));
}

/** 司法所 and 财政所 have handed in; that they did not, no mail may say. */
function isFalse({ to, text }: Received): boolean {
  return /sfs@|czs@/u.test(to) && /【缺报】|没有收到|没有报送|还没有可用/u.test(text);
}

interface Seen {
  readonly answer: Answer | string | null;
  readonly beat: Heartbeat | null;
  readonly isUnchanged: boolean;
  readonly mails: readonly Received[];
}

interface Heartbeat {
  readonly success: string;
  readonly failures: number;
  readonly said: string;
}

/** Whether nothing may be concluded from what could be read. */
function mustStop({ target, call }: Outage): boolean {
  if (target === 'hub' || target === 'listing') return true;
  return target === 'all workbooks' && call !== 'check' && call !== 'look';
}

function judge(outage: Outage, seen: Seen): readonly string[] {
  const { answer, beat, isUnchanged } = seen;
  const stops = mustStop(outage);
  if (typeof answer === 'string') return [`it threw ${answer}`];
  const written = stops && !isUnchanged ? ['something was written'] : [];
  if (outage.call === 'tick') return [...written, ...judgeBeat(beat, stops)];
  if (answer === null) return ['it told nothing'];
  const exit = stops ? 2 : 1;
  return [
    ...written,
    ...(answer.exit === exit
      ? []
      : [`exit ${String(answer.exit)} in place of ${String(exit)}: ${shortened(answer.text)}`]),
    ...(stops ? judgeRefusal(answer) : judgeTold(outage, answer)),
  ];
}

function judgeBeat(beat: Heartbeat | null, stops: boolean): readonly string[] {
  if (beat === null) return ['no heartbeat'];
  const isFailed = beat.failures > 0 && beat.success === '' && beat.said !== '';
  return isFailed === stops ? [] : [`the heartbeat says ${JSON.stringify(beat)}`];
}

function judgeRefusal({ text }: Answer): readonly string[] {
  return /[。！]/u.test(text) && text.includes('请') && !/缺报单位|没有收到/u.test(text)
    ? []
    : [`it says ${shortened(text)}`];
}

function shortened(text: string): string {
  return text.slice(0, 100).replaceAll('\n', ' ');
}

/** Each workbook that failed is told as not read, and none as missing. */
function judgeTold({ target }: Outage, { problems, summary, text }: Answer): readonly string[] {
  const names = (targets[target] ?? []).map((id) => id.slice(id.indexOf('/') + 1));
  const untold = names.filter(
    (name) => !problems.some((one) => one.workbook === name && one.level === '错误' && one.reason.includes('没有读到')),
  );
  const missed = (summary?.missingDepartments ?? []).filter((name) => names.includes(`${name}.xlsx`));
  const said = names.filter((name) => text.includes(`没有收到${name.replace('.xlsx', '')}`));
  return [
    ...untold.map((name) => `${name} is not told as not read`),
    ...[...missed, ...said].map((name) => `${name} is told as missing`),
  ];
}

function heartbeatOf(folder: string): Heartbeat | null {
  const kept = JSON.parse(readFileSync(join(folder, '.nianbao/properties.json'), 'utf8')) as {
    script: Readonly<Record<string, string>>;
  };
  const text = kept.script.heartbeat;
  return text === undefined ? null : (JSON.parse(text) as Heartbeat);
}

/** All that stands in the office's folder, but for what the program keeps for itself. */
function filesOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
    if (name.startsWith('.nianbao')) continue;
    hash.update(name);
    if (statSync(join(folder, name)).isFile()) hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}
