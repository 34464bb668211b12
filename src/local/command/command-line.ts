/** The command `nianbao`: reads its arguments, runs one function of the bundle over a folder and prints what it says. */
import { parseArgs } from 'node:util';
import type { JobAnswer } from '../../contract/answer';
import type { LedgerFolder, Orders, RolesDetails } from '../../contract/orders';
import { Refusal } from '../../core/base/refusal';
import { serviceWords } from '../../core/base/service-words';
import { failureText } from '../base/failure-text';
import { openWorkspace, type Host, type HostOptions } from '../services/bundle-host';
import { hasHub } from '../base/workspace';
import { askDepartments } from './ask-departments';
import { dashboardCommand } from './dashboard-command';
import { expectShortRun } from '../base/memory';
import { makeProgress } from './console';
import { Desk } from '../serve/desk';
import { fileJob, type FileJob } from './file-commands';
import { keptMailRoute } from '../schedule/mail-settings';
import type { MailRoute } from '../services/mail-app';
import { mailRoute } from '../services/mail-route';
import { type Options, dayOrder, ledgerOrder, optionForm, remindOrder, typedDepartments, typedYear } from './options';
import { prepareFolder, type FolderNeed } from '../base/prepare-folder';
import { serveFolder, startHome } from './serve-command';
import { scheduleCommand } from './schedule-command';
import { foldedText } from './fold-lines';
import { commandNamed, helpOf, overview, ownersOf, unknownCommand, unknownOption } from './help';
import { jsonPieces, sayPiece, withEachCell } from './json-pieces';
import { nextStep, type RunCommand } from './next-step';

interface TypedArguments {
  readonly positionals: readonly string[];
  readonly options: Options;
}

interface Command {
  /** The job of the bundle. */
  readonly job: keyof Orders;
  /** The job's order, from the options of the command line. */
  readonly order?: (options: Options, from: LedgerFolder | null) => Orders[keyof Orders];
  /** Whether the folder may be missing or empty. */
  readonly makesWorkspace: boolean;
}

declare const packageVersion: string;

type OwnCommand = (positionals: readonly string[], options: Options) => Promise<number>;

/** Commands that are no job over a folder. */
const ownCommands: Readonly<Partial<Record<string, OwnCommand>>> = {
  start: (positionals, options) => startHome(positionals, options, say),
  serve: (positionals, options) => serveFolder(positionals, options, say),
  dashboard: (positionals, options) => dashboardCommand(positionals, options, say),
  schedule: async (positionals, options) => say(await scheduleCommand(positionals, options)),
};

const commands: Readonly<Record<string, Command>> = {
  init: {
    job: 'set-up',
    order: (options, from) => ({
      hubOnly: options['hub-only'] === true,
      year: typedYear(options),
      edition: options.edition ?? null,
      departments: typedDepartments(options),
      organ: options.organ ?? null,
      from,
    }),

    makesWorkspace: true,
  },
  report: { job: 'report', order: dayOrder, makesWorkspace: false },
  check: { job: 'check', order: dayOrder, makesWorkspace: false },
  remind: {
    job: 'remind',
    // What is printed is the text.
    order: (options) => ({ ...remindOrder(options), brief: options.json !== true }),
    makesWorkspace: false,
  },
  ledger: { job: 'ledger', order: ledgerOrder, makesWorkspace: false },
};

/** `main` as the process's own: gives its exit code. */
export async function run(args: readonly string[]): Promise<number> {
  // Once more: whoever opened this script has a memory of its own.
  expectShortRun();
  // The rest of the command never sees what breaks in a thread or in a promise nobody waits for.
  process.once('uncaughtException', (error) => {
    process.exit(refuse(failureText(error), args.includes('--json')));
  });
  return main(args);
}

/** What a call runs the code of, in one word. */
export function kindOf(args: readonly string[]): string {
  return commandNamed(args)?.replaceAll(' ', '-') ?? 'help';
}

/** One call of the command with its arguments, said on the process's own output; gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { positionals, options } = readArguments(args);
    if (options.version === true) return say(packageVersion);
    if (positionals[0] === 'help') return say(helpFor(positionals.slice(1)));
    if (options.help === true || positionals.length === 0) return say(helpFor(positionals));
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
    throw new Refusal(mistakeText(serviceWords(error), args), { cause: error });
  }
}

/** What `parseArgs` throws, in one line: an option nobody knows, or a known one without its value or with one too many. */
function mistakeText(thrown: string, args: readonly string[]): string {
  const [, option = ''] = /'(-[^' ]*)/u.exec(thrown) ?? [];
  const command = commandNamed(args.filter((arg) => !arg.startsWith('-')));
  if (Object.hasOwn(optionForm, option.replace(/^-+/u, ''))) {
    return `${option} 的写法不对，用法见 nianbao help${command === null ? '' : ` ${command}`}`;
  }
  return unknownOption(option === '' ? thrown : option, command);
}

/** Throws a refusal for a command nobody knows. */
function helpFor(words: readonly string[]): string {
  if (words.length === 0) return overview();
  const command = commandNamed(words) ?? (words[0] === 'template' ? 'template check' : null);
  if (command === null) throw new Refusal(unknownCommand(words[0] ?? ''));
  return helpOf(command);
}

/** Each option belongs to its commands; with any other it would be silently without effect. */
function refuseStrayOptions(positionals: readonly string[], options: Options): void {
  const command = commandNamed(positionals);
  if (command === null) return;
  for (const option of Object.keys(options)) {
    const owners = ownersOf(option);
    if (!owners.includes(command)) throw new Refusal(`--${option} 只能与 ${owners.join('、')} 同用`);
  }
}

async function runCommand(positionals: readonly string[], options: Options): Promise<number> {
  const own = ownCommand(positionals);
  if (own) return own(positionals, options);
  const job = fileJob(positionals, options);
  if (job) return runFileJob(job, options);
  const command = commandCalled(positionals);
  const { from, mounts } = typedLedgers(options);
  const order = command.order?.(options, from) ?? null;
  const mail = options.send === true ? sendingRoute(options) : mailRoute(options.smtp, process.env);
  const { folder, undo } = prepareFolder(positionals[1] ?? '.', folderNeed(command, options));
  const progress = makeProgress(process.stderr, options.json === true);
  try {
    // In a log the job's own lines are enough; on a terminal every line takes the place of the last.
    const loading = process.stderr.isTTY ? progress.show : (): void => undefined;
    const host = await openWorkspace(folder, {
      progress: progress.show,
      loading,
      mail,
      ...mounts,
    });
    const department = await askedDepartments(folder, host, options, command.job);
    const whole = department ? command.order?.({ ...options, department }, from) : order;
    const answer = host.run('runJob', command.job, JSON.stringify(whole));
    progress.clear();
    const run = { name: positionals[0] ?? '', folder: positionals[1] ?? null, options };
    return await print(answer, host.calls, run);
  } finally {
    progress.clear();
    undo();
  }
}

/** The ledgers of `--from`, and the folders they lie in; null and none without it. */
function typedLedgers({ from }: Options): {
  readonly from: LedgerFolder | null;
  readonly mounts: Pick<HostOptions, 'mounts'>;
} {
  if (from === undefined) return { from: null, mounts: {} };
  const desk = new Desk();
  return { from: desk.ledgers(from), mounts: { mounts: desk.mounts } };
}

function ownCommand([name = '']: readonly string[]): OwnCommand | undefined {
  return Object.hasOwn(ownCommands, name) ? ownCommands[name] : undefined;
}

/** Throws a refusal where no server was set up. */
function sendingRoute({ smtp }: Options): MailRoute {
  if (smtp !== undefined) throw new Refusal('--send 和 --smtp 只能写一个');
  const route = keptMailRoute();
  if (route.server === null)
    throw new Refusal('还没有发信设置。请用 nianbao start 或 serve 打开“发信设置”页填好，再用 --send');
  return route;
}

/** The first step of a new workspace says so by --hub-only; without it the folder was more likely made before. */
function folderNeed({ makesWorkspace }: Command, options: Options): FolderNeed {
  if (!makesWorkspace) return 'workspace';
  return options['hub-only'] === true || options.from !== undefined ? 'new' : 'unlike';
}

/** A hub alone is to be made, and nothing says yet what departments are called. */
function isAsking(options: Options): boolean {
  return options['hub-only'] === true && (options.department ?? options.from) === undefined;
}

/** What the person at the terminal says of a hub that is to be made, as typed options; null where nobody is asked. */
async function askedDepartments(
  folder: string,
  host: Host,
  options: Options,
  job: keyof Orders,
): Promise<Options['department'] | null> {
  const { stdin: input, stderr: output } = process;
  if (job !== 'set-up' || !isAsking(options)) return null;
  if (hasHub(folder) || options.json === true || !input.isTTY || !output.isTTY) return null;
  const order = { edition: options.edition ?? null, organ: options.organ ?? null };
  const roles = host.run('runJob', 'roles', JSON.stringify(order));
  return isJobAnswer(roles) && roles.exit === 0
    ? askDepartments(roles.details as RolesDetails, { input, output })
    : null;
}

/** Files keep the names they were called by. */
async function runFileJob({ job, order, folder, desk }: FileJob, options: Options): Promise<number> {
  const progress = makeProgress(process.stderr, true);
  try {
    const host = await openWorkspace(folder, { progress: progress.show, mounts: desk.mounts });
    const answer = host.run('runJob', job, order);
    progress.clear();
    return await print(withPaths(answer, desk), host.calls, { name: job, folder: null, options });
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
  if (!command) throw new Refusal(unknownCommand(name));
  if (rest.length > 0) throw new Refusal(`参数太多：${rest.join(' ')}。文件夹名里有空格的，前后加双引号`);
  if (command.makesWorkspace && given === undefined) throw new Refusal(`请写明文件夹：nianbao ${name} <文件夹>`);
  return command;
}

async function print(answer: unknown, calls: Readonly<Record<string, number>>, run: RunCommand): Promise<number> {
  if (!isJobAnswer(answer)) throw new Error('the bundle gave no answer with exit and text');
  const { text, ...facts } = answer;
  if (run.options.json === true) {
    await sayJson({
      ...facts,
      summary: withEachCell(answer.summary),
      ...(answer.exit === 2 && { reason: text }),
      calls,
    });
  } else {
    const next = nextStep(run, answer);
    say(next === null ? text : `${text}\n${next}`);
  }
  return answer.exit;
}

function isJobAnswer(value: unknown): value is JobAnswer {
  return (
    typeof value === 'object' && value !== null && 'exit' in value && 'text' in value && typeof value.text === 'string'
  );
}

/** On a terminal no line is broken in the middle of a word; where the output is kept, lines stay as they are. */
function say(text: string): 0 {
  const { isTTY, columns } = process.stdout;
  process.stdout.write(`${isTTY ? foldedText(text, columns || 80) : text}\n`);
  return 0;
}

/** In pieces, each let go before the next: behind a figure may stand a hundred thousand cells. */
async function sayJson(value: object): Promise<void> {
  const { stdout } = process;
  if (stdout.isTTY) say([...jsonPieces(value)].join('').trimEnd());
  else for (const piece of jsonPieces(value)) await sayPiece(piece, stdout);
}

/** With --json the same object as a job's refusal. */
function refuse(reason: string, json: boolean): 2 {
  if (json) say(JSON.stringify({ exit: 2, files: [], problems: [], summary: null, reason, calls: {} }, null, 2));
  else process.stderr.write(`${reason}\n`);
  return 2;
}
