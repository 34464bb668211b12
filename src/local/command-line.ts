#!/usr/bin/env node
/** The command `nianbao`: reads its arguments, runs one function of the bundle over a folder and prints what it says. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { errorText, fileErrorText } from './atomic-write';
import { openWorkspace } from './bundle-host';
import { makeProgress } from './console';
import { statOf } from './workspace';

/** What every job answers: 0 done, 1 done with problems that need people, 2 refused. `text` is for the screen. */
interface JobAnswer {
  readonly exit: 0 | 1 | 2;
  readonly text: string;
}

interface Command {
  readonly functionName: string;
  /** Whether the folder may be missing or empty. */
  readonly makesWorkspace: boolean;
}

declare const packageVersion: string;

const commands: Readonly<Record<string, Command>> = {
  init: { functionName: 'setUpWorkspace', makesWorkspace: true },
  report: { functionName: 'generateReport', makesWorkspace: false },
  check: { functionName: 'checkSheets', makesWorkspace: false },
};

const help = `用法：nianbao <命令> [文件夹] [--json]

命令：
  init <文件夹>     建立工作文件夹：总表、各单位填报表、报告模板；已有的文件不覆盖
  report [文件夹]   读取各表，生成年度报告和核对结果
  check [文件夹]    只检查各表，不生成报告
文件夹不写时为当前文件夹。

选项：
  --json      结果以 JSON 输出
  --help      显示本说明
  --version   显示版本

退出码：0 完成；1 完成，但有需要人工处理的问题；2 未能执行，没有写入任何文件`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } },
    });
    if (values.version === true) return say(packageVersion);
    if (values.help === true || positionals.length === 0) return say(help);
    return await runCommand(positionals, values.json === true);
  } catch (error) {
    return refuse(isUsageError(error) ? `${usageText(error)}\n\n${help}` : `程序出错：${errorText(error)}`);
  }
}

async function runCommand(positionals: readonly string[], json: boolean): Promise<number> {
  const [name = '', given = '.', ...rest] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return refuse(`没有命令“${name}”\n\n${help}`);
  if (rest.length > 0) return refuse(`参数太多：${rest.join(' ')}\n\n${help}`);
  if (command.makesWorkspace && positionals.length < 2) return refuse(`请写明文件夹：nianbao ${name} <文件夹>`);
  const folder = resolve(given);
  const refusal = prepareFolder(folder, command);
  if (refusal !== null) return refuse(refusal);
  const progress = makeProgress(process.stderr, json);
  const host = await openWorkspace(folder, { progress: progress.show });
  try {
    const answer = host.run(command.functionName);
    progress.clear();
    return print(answer, host.calls, json);
  } finally {
    progress.clear();
  }
}

/** Why the command cannot run in this folder; null when it can. */
function prepareFolder(folder: string, { makesWorkspace }: Command): string | null {
  const stats = statOf(folder);
  if (stats && !stats.isDirectory()) return `${folder} 不是文件夹`;
  if (makesWorkspace) return stats ? null : makeFolder(folder);
  if (!stats) return `找不到文件夹 ${folder}`;
  return statOf(resolve(folder, '总表.xlsx'))
    ? null
    : `${folder} 不是工作文件夹（没有 总表.xlsx）。请先运行 nianbao init <文件夹>`;
}

function makeFolder(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true });
    return null;
  } catch (error) {
    return fileErrorText(folder, error);
  }
}

function print(answer: unknown, calls: Readonly<Record<string, number>>, json: boolean): number {
  if (!isJobAnswer(answer)) throw new Error('the bundle gave no answer with exit and text');
  const { text, ...facts } = answer;
  say(json ? JSON.stringify({ ...facts, calls }, null, 2) : text);
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

function refuse(text: string): 2 {
  process.stderr.write(`${text}\n`);
  return 2;
}

function isUsageError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function usageText(error: Error): string {
  const option = /'(-[^']*)'/u.exec(error.message)?.[1];
  return option === undefined ? `参数有误：${error.message}` : `不认识的选项或用法：${option}`;
}
