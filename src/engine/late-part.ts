/**
 * What stands in the program for the code behind a door, where the build has cut it off (build/bundle/cut-bundle.mjs): that is read
 * and evaluated when one of its functions is first called, once in a run. Uncut programs never ask.
 */
import { Refusal } from '../core/base/refusal';

/** The late parts of the program, files beside the first; people find them by their names among the files of the program. */
export interface LateFiles {
  /** The text of that name; null where there is none, and what is no text of the build's where it is damaged. */
  readonly read: (name: string) => string | null;
  /** What the code of that name, an expression, gives: the way to make the functions of what both parts use. */
  readonly evaluate: (name: string, code: string) => (handed: readonly unknown[]) => unknown;
}

let late: LateFiles | undefined;

/** Says where the late parts lie. */
export function openLateParts(files: LateFiles): void {
  late = files;
}

/**
 * The functions of that part, made when they are first asked for; `mark` is that of the build all parts are of. What gives them throws
 * a Refusal where the file is missing, cut off or of another build: half a push. @public used by build/bundle/cut-bundle.mjs.
 */
export function latePart(name: string, mark: string, handed: () => readonly unknown[]): () => unknown {
  let part: unknown;
  return () => (part ??= made(name, mark, handed));
}

function made(name: string, mark: string, handed: () => readonly unknown[]): unknown {
  if (late === undefined) throw new Error('nobody has said where the late parts of the program lie');
  return late.evaluate(name, codeIn(late, name, mark))(handed());
}

/** The code stands between two marks of its build. */
function codeIn({ read }: LateFiles, name: string, mark: string): string {
  const text = read(name);
  if (text === null) throw new Refusal(`程序里没有“${name}”这个文件，或者读不出来。${again}`);
  const isOwn = text.startsWith(`${mark}\n`);
  if (!isOwn && anyMark.test(text)) throw new Refusal(`程序里的“${name}”和主程序“Code”不是同一个版本。${again}`);
  const code = text.slice(mark.length).trim();
  if (!isOwn || !code.endsWith(`\n${mark}`)) throw new Refusal(`程序里的“${name}”这个文件不完整。${again}`);
  return code.slice(0, -mark.length);
}

const anyMark = /^[0-9a-f]{16}\n/u;

const again = '做这件事要用它：在谷歌表格里请重新推送程序（npm run push），再刷新表格；在本机请重新解压或安装程序';
