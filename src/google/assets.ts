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
  return unpackedText(assetText(`edition-${edition}`));
}

/** Base64, the text as UTF-8. */
function assetBytes(name: string): number[] {
  return Utilities.base64Decode(assetText(name));
}

function assetText(name: string): string {
  return HtmlService.createHtmlOutputFromFile(name).getContent().trim();
}
