/** The width of a printed text in Chinese characters. */

/** Digits, Latin letters and other narrow characters count half. */
export function width(text: string): number {
  return Array.from(text).reduce((total, character) => total + (character < '\u2000' ? 0.5 : 1), 0);
}
