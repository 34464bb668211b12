/**
 * A workspace opened as the command line opens it, but that the threads are started and the bundle is compiled once for all
 * the workspaces of a test file: both take longer than most runs.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import vm from 'node:vm';
import { startThread } from '../../src/local/base/thread-sync';
import { xlsxSyncOf, type XlsxSync } from '../../src/local/books/xlsx/xlsx-sync';
import type { MailAnswer } from '../../src/local/mail/mail-worker';
import {
  callIn,
  makeContext,
  makeHost,
  offerServices,
  type Host,
  type HostOptions,
  type HostParts,
  type RunScript,
} from '../../src/local/services/bundle-host';
import { loadWorkbooks } from '../../src/local/services/load-workbooks';

const built = resolve('build/out');
/** The folder of the bundle and of the files beside it. */
export const assets = join(built, 'google');

interface Threads {
  readonly xlsx: XlsxSync;
  readonly mail: HostParts['mail'];
}

let threads: Threads | undefined;

/** The threads as they are shipped. */
export function shippedThreads(): Threads {
  if (threads) return threads;
  const ask = startThread(join(built, 'local/mail-worker.mjs'), 60_000);
  const mail: HostParts['mail'] = (task) => ask(task) as MailAnswer | null;
  threads = { xlsx: xlsxSyncOf(join(built, 'local/xlsx-worker.mjs')), mail };
  return threads;
}

const shipped = join(assets, 'Code.js');
let script: vm.Script | undefined;

function compiled(bundleFile: string): vm.Script {
  return new vm.Script(readFileSync(bundleFile, 'utf8'), { filename: 'Code.js' });
}

/** As Apps Script does it: evaluated anew for each call. */
function runAnew(bundle: vm.Script): RunScript {
  return (services, watch, call) => {
    const context = makeContext();
    offerServices(context, services, watch);
    bundle.runInContext(context);
    return callIn(context, call);
  };
}

/** Where the long tests run, each run evaluates the script anew, as on Apps Script; elsewhere most runs share a context. */
export const isAnew = process.env.NIANBAO_LONG === '1';

/** Without a clock of its own a run lives two minutes before the one before it, for half an hour: it waits for none of that one's reads. */
function earlierClock(run: number): () => number {
  const earlier = (run % 15) * 120_000;
  return () => Date.now() - earlier;
}

/** As `RunScript`; the prelude runs before the call and may put services in their place. */
type WarmRun = (...run: readonly [...Parameters<RunScript>, prelude?: string]) => unknown;

interface Offered {
  readonly services: Parameters<RunScript>[0];
  readonly watch: Parameters<RunScript>[1];
  readonly prelude: string;
}

/**
 * Evaluated once for all runs, which makes a run many times as quick: code that was run often is fast. It was evaluated so
 * late, as it believes, that no run's time is ever over.
 */
export function runsWarm(bundle: vm.Script): WarmRun {
  let warm: vm.Context | undefined;
  let latest: Offered | undefined;
  let runs = 0;
  return (services, unclocked, call, prelude = '') => {
    const watch = { ...unclocked, clock: unclocked.clock ?? earlierClock((runs += 1)) };
    if (warm === undefined) {
      warm = makeContext();
      offerServices(warm, services, { ...watch, clock: () => Date.parse('2100-01-01') });
      bundle.runInContext(warm);
    }
    // A run may begin inside another, which goes on with its own services then.
    const outer = latest;
    latest = { services, watch, prelude };
    offer(warm, latest);
    try {
      return callIn(warm, call);
    } finally {
      latest = outer;
      if (outer) offer(warm, outer);
    }
  };
}

function offer(context: vm.Context, { services, watch, prelude }: Offered): void {
  offerServices(context, services, watch);
  vm.runInContext(prelude, context);
}

interface Warm {
  readonly file: string;
  readonly code: string;
  readonly run: RunScript;
}

let warm: Warm | undefined;
/** Other programs than the one built: the latest. */
let otherWarm: Warm | undefined;

/** For one run of many in a test file, all in one context. */
export async function openWarmOffice(folder: string, options: Partial<HostOptions>): Promise<Host> {
  const { bundleFile } = options;
  if (bundleFile === undefined || bundleFile === shipped) {
    warm ??= { file: shipped, code: '', run: runsWarm((script ??= compiled(shipped))) };
    return hostOver(folder, assets, options, warm.run);
  }
  const code = readFileSync(bundleFile, 'utf8');
  if (otherWarm?.file !== bundleFile || otherWarm.code !== code) {
    otherWarm = { file: bundleFile, code, run: runsWarm(compiled(bundleFile)) };
  }
  return hostOver(folder, dirname(bundleFile), options, otherWarm.run);
}

/** For one run: the workbooks of the folder are read now. */
export async function openOffice(folder: string, options: Partial<HostOptions> = {}): Promise<Host> {
  const bundleFile = options.bundleFile ?? shipped;
  if (!isAnew && bundleFile === shipped) return openWarmOffice(folder, options);
  return openAnew(folder, options);
}

/** The same, evaluated anew in any case: for what a run must not know of the one before. */
export async function openAnew(folder: string, options: Partial<HostOptions> = {}): Promise<Host> {
  const bundleFile = options.bundleFile ?? shipped;
  const bundle = bundleFile === shipped ? (script ??= compiled(shipped)) : compiled(bundleFile);
  return hostOver(folder, dirname(bundleFile), options, runAnew(bundle));
}

/** For one run as on Google, where nobody helps the bundle: what it reads beside itself it evaluates. */
export async function openAsPushed(folder: string, options: Partial<HostOptions> & Bundled): Promise<Host> {
  const { bundleFile } = options;
  return hostOver(folder, dirname(bundleFile), options, (services, watch, call) => {
    const context = vm.createContext({});
    offerServices(context, services, { ...watch, beside: undefined });
    compiled(bundleFile).runInContext(context);
    return callIn(context, call);
  });
}

type Bundled = Required<Pick<HostOptions, 'bundleFile'>>;

async function hostOver(
  folder: string,
  files: string,
  options: Partial<HostOptions>,
  runScript: RunScript,
): Promise<Host> {
  const silent = (): void => undefined;
  const { xlsx, mail } = shippedThreads();
  const loaded = options.mounts ? new Map<string, never>() : await loadWorkbooks(folder, options.loading ?? silent);
  const parts = { assets: files, loaded, xlsx: () => xlsx, mail };
  return makeHost(folder, parts, { progress: silent, ...options }, runScript);
}
