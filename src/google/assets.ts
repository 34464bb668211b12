/** Files pushed beside the code as HTML files: they cost nothing when the code starts, and are read when they are needed. */
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
  const name = `edition-${edition}`;
  const unpacked = typeof codeBeside === 'undefined' ? null : codeBeside.text(name);
  // Nothing where it is damaged, which is then told as on Google.
  return unpacked === null || unpacked === '' ? unpackedText(assetText(name)) : unpacked;
}

/**
 * Where the script runs on this computer: its host unpacks the asset of that name quicker, compiles the code in it, and keeps what was
 * compiled. On Google there is no such thing.
 */
declare const codeBeside:
  { readonly text: (name: string) => string | null; readonly run: (name: string) => unknown } | undefined;

/** What a piece of code gives of what it is handed. */
type MakePart = (handed: readonly unknown[]) => unknown;

/** The parts of the program that few runs need: code of ours, put beside the rest by the build. */
export const lateFiles = {
  read: (name: string): string | null => {
    if (typeof codeBeside !== 'undefined') return codeBeside.text(name);
    const packed = assetOrNull(name);
    return packed === null ? null : textOrNothing(packed);
  },
  evaluate: (name: string, code: string): MakePart => {
    if (typeof codeBeside !== 'undefined') return codeBeside.run(name) as MakePart;
    // The one place where code is made of a text: that of a file that was pushed with this one and bears the mark of its build.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- see above
    return (new Function(`return ${code}`) as () => MakePart)();
  },
};

function assetOrNull(name: string): string | null {
  try {
    return assetText(name);
  } catch {
    return null;
  }
}

/** Nothing for what is cut off. */
function textOrNothing(packed: string): string {
  try {
    return unpackedText(packed);
  } catch {
    return '';
  }
}

/** Base64, the text as UTF-8. */
function assetBytes(name: string): number[] {
  return Utilities.base64Decode(assetText(name));
}

function assetText(name: string): string {
  return HtmlService.createHtmlOutputFromFile(name).getContent().trim();
}
