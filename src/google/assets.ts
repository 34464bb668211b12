/** Files pushed beside the code as HTML files: they cost nothing when the code starts, and are read when they are needed. */

/** Word files as base64, made by the build from `templates/`. */
export type WordAsset = 'word-annual-report';

/** The bytes of a Word file. */
export function wordAsset(name: WordAsset): Uint8Array {
  return Uint8Array.from(Utilities.base64Decode(HtmlService.createHtmlOutputFromFile(name).getContent().trim()));
}
