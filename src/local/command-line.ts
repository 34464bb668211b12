#!/usr/bin/env node
/** The command `nianbao`: reads its arguments, runs one function of the bundle over a folder and prints what it says. */
import { parseArgs } from 'node:util';
import { errorText } from './atomic-write';
import { openWorkspace } from './bundle-host';
import { makeProgress } from './console';
import type { Desk } from './desk';
import { fileJob, type FileJob } from './file-commands';
import { prepareFolder, Refusal } from './prepare-folder';

/** What every job answers: 0 done, 1 done with problems that need people, 2 refused. `text` is for the screen. */
interface JobAnswer {
  readonly exit: 0 | 1 | 2;
  readonly text: string;
  readonly files: readonly { readonly id: string }[];
}

interface Options {
  readonly json: boolean;
  readonly hubOnly: boolean;
  /** Null when not given. */
  readonly year: number | null;
  /** Null when not given. */
  readonly trace: string | null;
  /** Null when not given. */
  readonly annotate: string | null;
}

interface Arguments {
  readonly positionals: readonly string[];
  readonly wantsHelp: boolean;
  readonly wantsVersion: boolean;
  readonly options: Options;
}

interface Command {
  readonly functionName: string;
  /** What the function is given, from the options of the command line. */
  readonly argument?: (options: Options) => string;
  readonly writes: boolean;
  /** Whether the folder may be missing or empty. */
  readonly makesWorkspace: boolean;
}

declare const packageVersion: string;

const commands: Readonly<Record<string, Command>> = {
  init: {
    functionName: 'setUpWorkspace',
    argument: ({ hubOnly, year }) => JSON.stringify({ hubOnly, year }),
    writes: true,
    makesWorkspace: true,
  },
  report: { functionName: 'generateReport', writes: true, makesWorkspace: false },
  check: { functionName: 'checkSheets', writes: false, makesWorkspace: false },
};

const argumentForm = {
  json: { type: 'boolean' },
  'hub-only': { type: 'boolean' },
  year: { type: 'string' },
  trace: { type: 'string' },
  annotate: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

const help = `用法：nianbao <命令> [文件夹] [选项]

命令：
  init <文件夹>     建立工作文件夹：总表、各单位填报表、报告模板；已有的文件不覆盖
  report [文件夹]   读取各表，生成年度报告和核对结果
  check [文件夹]    只检查各表，不生成报告
文件夹不写时为当前文件夹。
  fill <模板.docx> <数据.json> <输出.docx>   用任何数据填写任何模板，字段就是数据里的名称
  template check <模板.docx>                 检查年度报告模板，列出全部错误

选项：
  --hub-only  与 init 同用：先只建总表，填好单位和任务后再运行 init 建各单位填报表
  --year 年份  与 init 同用：报告年度；不写时一至三月为上一年，其余为当年
  --trace 文件.json     与 fill 同用：另存每个值的位置和字段
  --annotate 文件.docx  与 template check 同用：另存一份副本，错误写成批注
  --json      结果以 JSON 输出
  --help      显示本说明
  --version   显示版本

退出码：0 完成；1 完成，但有需要人工处理的问题；2 未能执行，没有写入任何文件`;

// The rest of the command never sees what breaks in a thread or in a promise nobody waits for.
process.once('uncaughtException', (error) => {
  process.exit(refuse(refusalText(error), process.argv.includes('--json')));
});
process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  try {
    const { positionals, wantsHelp, wantsVersion, options } = readArguments(args);
    if (wantsVersion) return say(packageVersion);
    if (wantsHelp || positionals.length === 0) return say(help);
    return await runCommand(positionals, options);
  } catch (error) {
    return refuse(refusalText(error), args.includes('--json'));
  }
}

function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  if (!/^20\d\d$/u.test(values.year ?? '2022')) throw new Refusal('--year 应为四位年份，如 2022');
  return {
    positionals,
    wantsHelp: values.help === true,
    wantsVersion: values.version === true,
    options: {
      json: values.json === true,
      hubOnly: values['hub-only'] === true,
      year: values.year === undefined ? null : Number(values.year),
      trace: values.trace ?? null,
      annotate: values.annotate ?? null,
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: argumentForm });
  } catch (error) {
    const option = /'(-[^']*)'/u.exec(errorText(error))?.[1];
    throw new Refusal(`不认识的选项或用法：${option ?? errorText(error)}\n\n${help}`, { cause: error });
  }
}

async function runCommand(positionals: readonly string[], options: Options): Promise<number> {
  const job = fileJob(positionals, options);
  if (job) return runFileJob(job, options);
  const command = commandCalled(positionals, options);
  const { folder, undo } = prepareFolder(positionals[1] ?? '.', command.makesWorkspace);
  const progress = makeProgress(process.stderr, options.json);
  try {
    // In a log the job's own lines are enough; on a terminal every line takes the place of the last.
    const loading = process.stderr.isTTY ? progress.show : (): void => undefined;
    const host = await openWorkspace(folder, { progress: progress.show, loading, willWrite: command.writes });
    const answer = host.run(command.functionName, ...(command.argument ? [command.argument(options)] : []));
    progress.clear();
    return print(answer, host.calls, options.json);
  } finally {
    progress.clear();
    undo();
  }
}

/** Files keep the names they were called by. */
async function runFileJob({ functionName, argument, folder, desk }: FileJob, { json, hubOnly, year }: Options) {
  if (hubOnly || year !== null) throw new Refusal(`--hub-only 和 --year 只能与 init 同用\n\n${help}`);
  const progress = makeProgress(process.stderr, true);
  try {
    const host = await openWorkspace(folder, { progress: progress.show, mounts: desk.mounts });
    const answer = host.run(functionName, argument);
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

/** The command, where arguments and options fit it. */
function commandCalled([name = '', given, ...rest]: readonly string[], options: Options): Command {
  const { hubOnly, year, trace, annotate } = options;
  if (trace !== null || annotate !== null) {
    throw new Refusal(`--trace 只能与 fill 同用，--annotate 只能与 template check 同用\n\n${help}`);
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Refusal(`没有命令“${name}”\n\n${help}`);
  if (rest.length > 0) throw new Refusal(`参数太多：${rest.join(' ')}\n\n${help}`);
  if ((hubOnly || year !== null) && !command.argument) {
    throw new Refusal(`--hub-only 和 --year 只能与 init 同用\n\n${help}`);
  }
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

/** What the files themselves refuse (open, read-only, changed meanwhile) is the clerk's to mend; all else is our mistake. */
function refusalText(error: unknown): string {
  const text = errorText(error);
  const isForClerk = error instanceof Refusal || /^无法(?:写入|读取) |没有覆盖$|重新运行$|再试$/u.test(text);
  return isForClerk ? text : `程序出错：${text}`;
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
