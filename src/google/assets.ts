/** Files pushed beside the code as HTML files: they cost nothing when the code starts, and are read when they are needed. */
import { Refusal } from '../core/base/refusal';
import type { PaperName } from '../core/edition/edition';
import { unpackedText } from './gzip';
import { unsignedBytes } from './signed-bytes';

/** The bytes of a paper that is a Word file, made by the build from the edition's templates; `edition` is its key. */
export function wordPaper(edition: string, paper: PaperName): Uint8Array {
  return unsignedBytes(assetBytes(`word-${edition}-${paper}`));
}

/** The text of a paper that is plain text or HTML. */
export function textPaper(edition: string, paper: PaperName): string {
  return Utilities.newBlob(assetBytes(`text-${edition}-${paper}`)).getDataAsString();
}

/** What the build compiled of the edition of that key, as JSON. */
export function editionText(edition: string): string {
  return unpackedText(assetText(`edition-${edition}`));
}

/**
 * Where the script runs on this computer: its host compiles the code in the asset of that name, and keeps what was compiled. On
 * Google there is no such thing.
 */
declare const codeBeside: ((name: string) => unknown) | undefined;

/** What the code of the document part gives: makes the part of what it is handed. */
type MakePart = (handed: readonly unknown[]) => unknown;

const partName = 'engine-document';

/**
 * The part of the engine that only documents need, made by the build from src/engine; `mark` is that of the code's own build.
 * @throws Refusal where the file is missing, cut off, or of another build: half a push
 */
export function documentPart(mark: string): MakePart {
  const code = codeOf(partText(), mark);
  // The file was pushed with this one and is of the same build: nothing in it comes from elsewhere.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the one place: what is not evaluated costs a start nothing
  const make: unknown = typeof codeBeside === 'undefined' ? new Function(`return ${code}`)() : codeBeside(partName);
  return make as MakePart;
}

function partText(): string {
  let packed: string;
  try {
    packed = assetText(partName);
  } catch {
    throw new Refusal(`程序里没有“${partName}”这个文件，或者读不出来。${again}`);
  }
  try {
    return unpackedText(packed);
  } catch {
    throw new Refusal(`程序里的“${partName}”这个文件不完整。${again}`);
  }
}

/** Between two marks of its build. */
function codeOf(text: string, mark: string): string {
  if (!text.startsWith(`${mark}\n`)) {
    throw new Refusal(`程序里的“${partName}”和“Code”不是同一个版本。${again}`);
  }
  const code = text.slice(mark.length).trim();
  if (!code.endsWith(`\n${mark}`)) throw new Refusal(`程序里的“${partName}”这个文件不完整。${again}`);
  return code.slice(0, -mark.length);
}

const again = '成文要用它：在谷歌表格里请重新推送程序（npm run push），再刷新表格；在本机请重新解压或安装程序';

/** Base64, the text as UTF-8. */
function assetBytes(name: string): number[] {
  return Utilities.base64Decode(assetText(name));
}

function assetText(name: string): string {
  return HtmlService.createHtmlOutputFromFile(name).getContent().trim();
}
