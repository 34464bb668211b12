/** Files pushed beside the code as HTML files: they cost nothing when the code starts, and are read when they are needed. */

/** Word files as base64, made by the build from `templates/`. */
export type WordAsset = 'word-annual-report' | 'word-order' | 'word-check-note';

/** Texts as base64 of their UTF-8, from `templates/`. */
export type TextAsset = 'text-mail-text' | 'text-mail-html' | 'text-check-note';

/** The bytes of a Word file. */
export function wordAsset(name: WordAsset): Uint8Array {
  return Uint8Array.from(assetBytes(name));
}

/** The text of a mail's template. */
export function textAsset(name: TextAsset): string {
  return Utilities.newBlob(assetBytes(name)).getDataAsString();
}

function assetBytes(name: WordAsset | TextAsset): number[] {
  return Utilities.base64Decode(HtmlService.createHtmlOutputFromFile(name).getContent().trim());
}
