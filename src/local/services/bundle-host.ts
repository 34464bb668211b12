/** Runs the very bundle that is pushed to Apps Script over a folder, in a context that holds only Google's services. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { makeCacheService, type CacheEntries } from './cache-service';
import { makeDocs } from './docs/docs';
import { makeDrive } from './drive';
import { makeHtmlService } from './html-service';
import { loadWorkbooks } from './load-workbooks';
import { makeLocks } from './lock';
import { makeMailApp, type MailRoute } from './mail-app';
import { outboxRoute } from './mail-route';
import { mailMaker } from '../mail/mail-here';
import type { MailAnswer, MailTask } from '../mail/mail-worker';
import { makeProperties } from './properties';
import { makeScriptApp } from './script-app';
import { hasHub, hubId, type Mounts } from '../base/workspace';
import { offerService, type Between, type Calls, type ServiceRun } from './service';
import { makeSheets } from './sheets';
import type { LoadedBook } from '../books/workbook-shelf';
import { codeBeside, type CodeBeside } from '../base/code-beside';
import { keptScript, type KeptScript } from '../base/kept-code';
import { clearMemory } from '../base/memory';
import { startThread } from '../base/thread-sync';
import { makeUrlFetchApp } from './url-fetch-app';
import { bytesHere, makeUtilities } from './utilities';
import { xlsxSyncOf, type XlsxSync } from '../books/xlsx/xlsx-sync';

/** A mail server that says nothing for a minute is given up by the thread itself. */
const mailPatience = 180_000;

/** Characters of an answer that is parsed only after clearing up. */
const longAnswer = 16_000_000;

/** A folder opened for running functions of the bundle. */
export interface Host {
  /** Calls a top-level function of the bundle with JSON arguments; what it returns must be JSON text, which is parsed, or nothing. */
  readonly run: (functionName: string, ...args: readonly unknown[]) => unknown;
  /** Service calls so far, by name. */
  readonly calls: Calls;
}

export interface HostOptions {
  /** Takes a line of progress of the job: `读取 3/14 司法所.xlsx`. */
  readonly progress: (text: string) => void;
  /** Takes a line for each workbook loaded before the job starts; nothing is told when not given. */
  readonly loading?: (text: string) => void;
  /** Other folders of which files are read or written; workbooks are then read only when they are asked for. */
  readonly mounts?: Mounts;
  /** Stands between the bundle and the services. */
  readonly between?: Between;
  /** What `SpreadsheetApp.getUi` gives where somebody sits at the menu; without it nobody does. */
  readonly ui?: Partial<GoogleAppsScript.Base.Ui>;
  /** What CacheService holds; nothing at first when not given. */
  readonly cache?: CacheEntries;
  /** Where mails go; 发件箱 when not given. */
  readonly mail?: MailRoute;
  /** Milliseconds since 1970, in place of the computer's clock. */
  readonly clock?: () => number;
  /** The address of the account that runs the script; none when not given. */
  readonly user?: string;
  /** The bundle; the one built beside this file when not given. */
  readonly bundleFile?: string;
  /** The xlsx thread; the one built beside this file when not given. */
  readonly workerFile?: string;
}

/** What the services of a folder work with; `loaded` holds the workbooks read so far, `assets` is the bundle's folder. */
export interface HostParts {
  readonly assets: string;
  readonly loaded: Map<string, LoadedBook>;
  readonly xlsx: () => XlsxSync;
  readonly mail: (task: MailTask) => MailAnswer | null;
  /** The code in `assets`; compiled anew by each process when not given. */
  readonly beside?: CodeBeside;
}

/** Reads the workbooks of the folder and prepares the services. */
export async function openWorkspace(folder: string, options: HostOptions): Promise<Host> {
  const bundleFile = options.bundleFile ?? fileURLToPath(new URL('../google/Code.js', import.meta.url));
  const workerFile = options.workerFile ?? fileURLToPath(new URL('./xlsx-worker.mjs', import.meta.url));
  const { script, keep } = scriptOf(readFileSync(bundleFile), dirname(workerFile));
  const xlsx = lazily(() => xlsxSyncOf(workerFile));
  const mail = lazily(() => startThread(join(dirname(workerFile), 'mail-worker.mjs'), mailPatience));
  const loaded = options.mounts
    ? new Map<string, LoadedBook>()
    : await loadWorkbooks(folder, options.loading ?? ignore, workerFile);
  const file = mailMaker(dirname(workerFile));
  const ask = (task: MailTask): MailAnswer | null =>
    'server' in task ? (mail()(task) as MailAnswer | null) : file(task.mail);
  const beside = codeBeside(dirname(bundleFile), dirname(workerFile));
  const parts = { assets: dirname(bundleFile), loaded, xlsx, mail: ask, beside };
  return makeHost(folder, parts, options, (services, watch, call) => {
    const context = makeContext();
    offerServices(context, services, watch);
    script.runInContext(context);
    const answer = callIn(context, call);
    if (options.bundleFile === undefined) for (const code of [{ keep }, beside]) code.keep(kindOf(call));
    return answer;
  });
}

/** What a call runs the code of. */
function kindOf({ functionName, args }: FunctionCall): string {
  return functionName === 'runJob' ? String(args[0]) : functionName;
}

let latest: { readonly code: Buffer; readonly kept: KeptScript } | undefined;

/** Parsed once for the whole process, however many folders are opened. */
function scriptOf(code: Buffer, folder: string): KeptScript {
  if (latest?.code.equals(code) !== true) latest = { code, kept: keptScript('Code.js', code, folder) };
  return latest.kept;
}

/** The services over a folder, for scripts that are run by `runScript`. */
export function makeHost(folder: string, parts: HostParts, options: HostOptions, runScript: RunScript): Host {
  const { assets, loaded, xlsx, mail, beside = codeBeside(assets, assets) } = parts;
  const calls: Calls = {};
  const locks = makeLocks(folder, options.progress);
  const drive = makeDrive(folder, loaded, (book) => xlsx().write(book), options.mounts);
  const services = {
    Sheets: makeSheets(folder, loaded, xlsx, options.mounts),
    Drive: drive,
    Docs: makeDocs(folder),
    UrlFetchApp: makeUrlFetchApp(drive),
    Utilities: makeUtilities(),
    PropertiesService: makeProperties(folder),
    LockService: locks.service,
    SpreadsheetApp: {
      getActiveSpreadsheet: () => (hasHub(folder) ? { getId: () => hubId } : null),
      getUi: () => options.ui ?? refuseUi(),
    },
    Session: {
      getScriptTimeZone: () => 'Asia/Shanghai',
      getEffectiveUser: () => ({ getEmail: () => options.user ?? '' }),
    },
    MailApp: makeMailApp(folder, options.mail ?? outboxRoute, mail),
    ScriptApp: makeScriptApp(folder),
    HtmlService: makeHtmlService(assets),
    CacheService: makeCacheService(options.cache ?? new Map<string, string>()),
  };
  return {
    calls,
    run: (functionName, ...args) => {
      try {
        return runScript(services, { ...options, calls, beside }, { functionName, args });
      } finally {
        locks.release();
      }
    },
  };
}

/** Calls the function with the services under their names. */
export type RunScript = (services: Readonly<Record<string, object>>, watch: Watch, call: FunctionCall) => unknown;

export interface Watch {
  readonly calls: Calls;
  readonly progress: (text: string) => void;
  readonly between?: Between;
  readonly clock?: () => number;
  /** The code the bundle asks for by name; it evaluates a text of its own when not given, as it does on Google. */
  readonly beside?: CodeBeside | undefined;
}

interface FunctionCall {
  readonly functionName: string;
  readonly args: readonly unknown[];
}

/** Each call gets a context of its own, as each call on Apps Script evaluates the script anew. */
export function makeContext(): vm.Context {
  return vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
}

/** Puts the services into the context, in place of any that were there. */
export function offerServices(context: vm.Context, services: Readonly<Record<string, object>>, watch: Watch): void {
  const contextError = vm.runInContext('Error', context) as ErrorConstructor;
  if (watch.clock) (vm.runInContext('Date', context) as DateConstructor).now = watch.clock;
  const run: ServiceRun = { calls: watch.calls, contextError, between: watch.between };
  for (const [name, service] of Object.entries(services)) context[name] = offerService(name, service, run);
  const print = (...parts: unknown[]): void => {
    watch.progress(parts.map(String).join(' '));
  };
  context.console = { log: print, info: print, warn: print, error: print };
  const { beside } = watch;
  if (beside) {
    const run = (name: string): unknown => beside.script(name).runInContext(context);
    context.codeBeside = { text: beside.text, run };
    context.bytesHere = bytesHere;
  }
}

/** Calls a top-level function of the script in the context. */
export function callIn(context: vm.Context, { functionName, args }: FunctionCall): unknown {
  if (!/^\w+$/u.test(functionName)) throw new Error(`no such function: ${functionName}`);
  const text: unknown = vm.runInContext(`${functionName}(...${JSON.stringify(args)})`, context);
  if (text === undefined) return null;
  if (typeof text !== 'string') throw new Error(`${functionName} did not return JSON text`);
  return JSON.parse(text.length > longAnswer ? alone(text) : text);
}

/** The text in one piece and nothing beside it: neither what it was made of nor the pieces it was put together from. */
function alone(text: string): string {
  clearMemory();
  // Looking at a character makes one piece of a text.
  if (text.startsWith('{')) clearMemory();
  return text;
}

function ignore(): void {
  // Nobody looks.
}

function refuseUi(): never {
  throw new Error('Cannot call SpreadsheetApp.getUi() from this context.');
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
