#!/usr/bin/env node
/** The command `nianbao`: reads its arguments, runs one function of the bundle over a folder and prints what it says. */
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import type { JobAnswer } from '../../contract/answer';
import type { Orders, RolesDetails } from '../../contract/orders';
import { errorText, Refusal } from '../../core/base/refusal';
import { failureText } from '../base/failure-text';
import { openWorkspace, type Host } from '../services/bundle-host';
import { hasHub } from '../base/workspace';
import { askDepartments } from './ask-departments';
import { makeProgress } from './console';
import type { Desk } from './desk';
import { fileJob, type FileJob } from './file-commands';
import { mailRoute } from '../services/mail-route';
import {
  type Options,
  dayOrder,
  help,
  ledgerOrder,
  optionForm,
  optionOwners,
  remindOrder,
  typedDepartments,
  typedYear,
} from './options';
import { prepareFolder } from '../base/prepare-folder';
import { serveFolder } from './serve-command';

interface TypedArguments {
  readonly positionals: readonly string[];
  readonly options: Options;
}

interface Command {
  /** The job of the bundle. */
  readonly job: keyof Orders;
  /** The job's order, from the options of the command line. */
  readonly order?: (options: Options) => Orders[keyof Orders];
  readonly writes: boolean;
  /** Whether the folder may be missing or empty. */
  readonly makesWorkspace: boolean;
}

declare const packageVersion: string;

const commands: Readonly<Record<string, Command>> = {
  init: {
    job: 'set-up',
    order: (options) => ({
      hubOnly: options['hub-only'] === true,
      year: typedYear(options),
      edition: options.edition ?? null,
      departments: typedDepartments(options),
      organ: options.organ ?? null,
    }),
    writes: true,
    makesWorkspace: true,
  },
  report: { job: 'report', order: dayOrder, writes: true, makesWorkspace: false },
  check: { job: 'check', order: dayOrder, writes: false, makesWorkspace: false },
  remind: { job: 'remind', order: remindOrder, writes: true, makesWorkspace: false },
  ledger: { job: 'ledger', order: ledgerOrder, writes: false, makesWorkspace: false },
};

// In a thread of another program the command waits to be called.
if (isMainThread) {
  // A command ends before code that runs a few hundred times has paid for being optimised; a large office's still is.
  setFlagsFromString('--interrupt-budget=1000000');
  // The rest of the command never sees what breaks in a thread or in a promise nobody waits for.
  process.once('uncaughtException', (error) => {
    process.exit(refuse(failureText(error), process.argv.includes('--json')));
  });
  process.exitCode = await main(process.argv.slice(2));
}

/** One call of the command with its arguments, said on the process's own output; gives the exit code. @public called by threads. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { positionals, options } = readArguments(args);
    if (options.version === true) return say(packageVersion);
    if (options.help === true || positionals.length === 0) return say(help);
    refuseStrayOptions(positionals, options);
    return await runCommand(positionals, options);
  } catch (error) {
    return refuse(failureText(error), args.includes('--json'));
  }
}

function readArguments(args: readonly string[]): TypedArguments {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: optionForm });
    return { options: values, positionals };
  } catch (error) {
    const option = /'(-[^']*)'/u.exec(errorText(error))?.[1];
    throw new Refusal(`不认识的选项或用法：${option ?? errorText(error)}\n\n${help}`, { cause: error });
  }
}

/** Each option belongs to its commands; with any other it would be silently without effect. */
function refuseStrayOptions([first = '', second = '']: readonly string[], options: Options): void {
  for (const [option, owners] of Object.entries(optionOwners)) {
    const isOwn = owners.includes(first) || owners.includes(`${first} ${second}`);
    if (options[option as keyof Options] !== undefined && !isOwn) {
      throw new Refusal(`--${option} 只能与 ${owners.join('、')} 同用\n\n${help}`);
    }
  }
}

async function runCommand(positionals: readonly string[], options: Options): Promise<number> {
  const job = fileJob(positionals, options);
  if (job) return runFileJob(job, options.json === true);
  if (positionals[0] === 'serve') return serveFolder(positionals, options.port, say);
  const command = commandCalled(positionals);
  const order = command.order?.(options) ?? null;
  const mail = mailRoute(options.smtp, process.env);
  const { folder, undo } = prepareFolder(positionals[1] ?? '.', command.makesWorkspace);
  const progress = makeProgress(process.stderr, options.json === true);
  try {
    // In a log the job's own lines are enough; on a terminal every line takes the place of the last.
    const loading = process.stderr.isTTY ? progress.show : (): void => undefined;
    const host = await openWorkspace(folder, { progress: progress.show, loading, willWrite: command.writes, mail });
    const department = await askedDepartments(folder, host, options, command.job);
    const whole = department ? command.order?.({ ...options, department }) : order;
    const answer = host.run('runJob', command.job, JSON.stringify(whole));
    progress.clear();
    return print(answer, host.calls, options.json === true);
  } finally {
    progress.clear();
    undo();
  }
}

/** What the person at the terminal says of a hub that is to be made, as typed options; null where nobody is asked. */
async function askedDepartments(
  folder: string,
  host: Host,
  options: Options,
  job: keyof Orders,
): Promise<Options['department'] | null> {
  const { stdin: input, stderr: output } = process;
  const isAsked = job === 'set-up' && options['hub-only'] === true && options.department === undefined;
  if (!isAsked || hasHub(folder) || options.json === true || !input.isTTY || !output.isTTY) return null;
  const order = { edition: options.edition ?? null, organ: options.organ ?? null };
  const roles = host.run('runJob', 'roles', JSON.stringify(order));
  return isJobAnswer(roles) && roles.exit === 0
    ? askDepartments(roles.details as RolesDetails, { input, output })
    : null;
}

/** Files keep the names they were called by. */
async function runFileJob({ job, order, folder, desk }: FileJob, json: boolean): Promise<number> {
  const progress = makeProgress(process.stderr, true);
  try {
    const host = await openWorkspace(folder, { progress: progress.show, mounts: desk.mounts });
    const answer = host.run('runJob', job, order);
    progress.clear();
    return print(withPaths(answer, desk), host.calls, json);
  } finally {
    progress.clear();
  }
}

function withPaths(answer: unknown, desk: Desk): unknown {
  if (!isJobAnswer(answer)) return answer;
  return { ...answer, files: answer.files.map((file) => ({ ...file, id: desk.pathOf(file.id) })) };
}

/** The command, where arguments fit it. */
function commandCalled([name = '', given, ...rest]: readonly string[]): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Refusal(`没有命令“${name}”\n\n${help}`);
  if (rest.length > 0) throw new Refusal(`参数太多：${rest.join(' ')}\n\n${help}`);
  if (command.makesWorkspace && given === undefined) throw new Refusal(`请写明文件夹：nianbao ${name} <文件夹>`);
  return command;
}

function print(answer: unknown, calls: Readonly<Record<string, number>>, json: boolean): number {
  if (!isJobAnswer(answer)) throw new Error('the bundle gave no answer with exit and text');
  const { text, ...facts } = answer;
  say(json ? JSON.stringify({ ...facts, ...(answer.exit === 2 && { reason: text }), calls }, null, 2) : text);
  return answer.exit;
}

function isJobAnswer(value: unknown): value is JobAnswer {
  return (
    typeof value === 'object' && value !== null && 'exit' in value && 'text' in value && typeof value.text === 'string'
  );
}

function say(text: string): 0 {
  process.stdout.write(`${text}\n`);
  return 0;
}

/** With --json the same object as a job's refusal. */
function refuse(reason: string, json: boolean): 2 {
  if (json) say(JSON.stringify({ exit: 2, files: [], problems: [], summary: null, reason, calls: {} }, null, 2));
  else process.stderr.write(`${reason}\n`);
  return 2;
}
