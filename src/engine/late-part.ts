/**
 * What stands in the program for the code behind the door, where the build has cut it off (build/bundle/cut-bundle.mjs): that is
 * read and evaluated when one of its functions is first called, once in a run. Uncut programs never ask.
 */
import { Refusal } from '../core/base/refusal';

/** The other part of the program, a file beside the first. */
export interface LateFile {
  /** As people find it among the files of the program. */
  readonly name: string;
  /** Its text; null where there is none, and what is no text of the build's where it is damaged. */
  readonly read: () => string | null;
  /** What its code, an expression, gives: the way to make the functions of what both parts use. */
  readonly evaluate: (code: string) => (handed: readonly unknown[]) => unknown;
}

let late: LateFile | undefined;

/** Says where the other part lies. */
export function openLatePart(file: LateFile): void {
  late = file;
}

/**
 * The functions, made when they are first asked for; `mark` is that of the build both parts are of. What gives them throws a Refusal
 * where the file is missing, cut off or of another build: half a push. @public used by build/bundle/cut-bundle.mjs.
 */
export function latePart(mark: string, handed: () => readonly unknown[]): () => unknown {
  let part: unknown;
  return () => (part ??= made(mark, handed));
}

function made(mark: string, handed: () => readonly unknown[]): unknown {
  if (late === undefined) throw new Error('nobody has said where the other part of the program lies');
  return late.evaluate(codeIn(late, mark))(handed());
}

/** The code stands between two marks of its build. */
function codeIn({ name, read }: LateFile, mark: string): string {
  const text = read();
  if (text === null) throw new Refusal(`程序里没有“${name}”这个文件，或者读不出来。${again}`);
  const isOwn = text.startsWith(`${mark}\n`);
  if (!isOwn && anyMark.test(text)) throw new Refusal(`程序里的“${name}”和主程序“Code”不是同一个版本。${again}`);
  const code = text.slice(mark.length).trim();
  if (!isOwn || !code.endsWith(`\n${mark}`)) throw new Refusal(`程序里的“${name}”这个文件不完整。${again}`);
  return code.slice(0, -mark.length);
}

const anyMark = /^[0-9a-f]{16}\n/u;

const again = '成文要用它：在谷歌表格里请重新推送程序（npm run push），再刷新表格；在本机请重新解压或安装程序';
