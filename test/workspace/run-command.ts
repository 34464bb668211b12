/** Runs the built command line over a copy of a workspace, as a clerk would. */
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { startThread } from '../../src/local/base/thread-sync';
import { clockOn } from '../on-day';

export const root = join(__dirname, '../..');
/** The command line as shipped. */
export const command = join(root, 'build/out/local/nianbao.mjs');
const made: string[] = [];

/** What the command said and how it ended. */
export interface Run {
  readonly exit: number | null;
  readonly out: string;
  readonly progress: string;
}

export function run(...args: readonly string[]): Run {
  return runIn(args, null);
}

/** The same on the day: nothing is sent that is true on another one. */
export function runOn(day: string, ...args: readonly string[]): Run {
  return runIn(args, clockOn(day)());
}

/** What the thread is asked: the arguments; the moment the program is to live at, null for now. */
interface Call {
  readonly args: readonly string[];
  readonly then: number | null;
}

/** Longer than any run on the slowest machine. */
const patience = 600_000;
let thread: ((call: Call) => unknown) | undefined;

/** All runs of all test files in one thread, which has the program loaded already: its start takes as long as most runs. */
function runIn(args: readonly string[], then: number | null): Run {
  thread ??= startThread(join(__dirname, 'command-thread.mjs'), patience);
  const answer = thread({ args, then });
  if (answer === null) throw new Error(`no answer to ${args.join(' ')}`);
  return answer as Run;
}

/** A fresh folder that is removed with `removeFolders`. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-test-'));
  made.push(folder);
  return folder;
}

/** Makes a copy an office of its own: for the program it would be a copy, and a person would be asked. */
export function asItsOwn(folder: string): string {
  const path = join(folder, '.nianbao/properties.json');
  if (!existsSync(path)) return folder;
  const { script = {}, ...stores } = JSON.parse(readFileSync(path, 'utf8')) as Stores;
  const others = Object.entries(script).filter(([name]) => name !== 'identity');
  writeFileSync(path, JSON.stringify({ ...stores, script: Object.fromEntries(others) }));
  return folder;
}

type Stores = Record<string, Record<string, string> | undefined>;

/** What somebody's own run over the example has left in it. */
const leftByRuns = /(?:^|[/\\])(?:结果\.xlsx|\.nianbao|核对单|(?:报告|发件箱)[/\\][^.].*)$/u;

/** A copy of an example as it is in the repository, to write into. */
export function copyOfExample(name: string): string {
  const folder = join(freshFolder(), name);
  const example = join(root, 'examples', name);
  cpSync(example, folder, { recursive: true, filter: (path) => !leftByRuns.test(path.slice(example.length)) });
  return folder;
}

/** The last act of a test file: its folders go. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The only report in the workspace's 报告, or the one of the given version. */
export function reportPath(folder: string, version = 1): string {
  const name = readdirSync(join(folder, '报告')).find((one) => one.endsWith(`第${String(version)}版.docx`));
  if (name === undefined) throw new Error(`no version ${String(version)} in ${folder}`);
  return join(folder, '报告', name);
}

/** The printed paragraphs of a part of a Word file, read without the document engine. */
export function wordText(path: string, part = 'word/document.xml'): string {
  const parts = unzipSync(readFileSync(path));
  const xml = strFromU8(parts[part] ?? new Uint8Array());
  return xml
    .split('</w:p>')
    .slice(0, -1)
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<(w:br|w:tab)\b/gu)]
        .map(([, text, mark]) => (text === undefined ? (mark === 'w:br' ? '\n' : '\t') : unescaped(text)))
        .join(''),
    )
    .join('\n');
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
