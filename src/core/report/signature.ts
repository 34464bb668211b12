/** Where the signatures and the date stand (GB/T 9704—2012, 7.3.5.2: a document without seals). */
import { width } from './text-width';

/** Characters in a line of the type area. */
const line = 28;
/** Characters kept free at the right, and by which the date starts to the right of the signatures. */
const shift = 2;

/** Ideographic spaces before the signatures and before the date. */
export interface SignatureLayout {
  readonly beforeNames: string;
  readonly beforeDate: string;
}

/**
 * The longest signature ends two characters before the edge and all start below one another; the date starts two
 * characters further right. Where the date is longer it keeps the two characters and the signatures move left.
 */
export function layOutSignature(names: readonly string[], date: string): SignatureLayout {
  const longest = Math.max(0, ...names.map(width));
  const dateWidth = width(date);
  const left = dateWidth > longest ? line - 2 * shift - dateWidth : line - shift - longest;
  return { beforeNames: spaces(left), beforeDate: spaces(left + shift) };
}

function spaces(characters: number): string {
  return '\u3000'.repeat(Math.max(0, Math.floor(characters)));
}
