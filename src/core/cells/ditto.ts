/** Marks for what stands in another cell: 〃, 同上. */
import type { Cell } from '../base/grid';

const ofAbove = /^(?:[〃″〞＂"“”]+|'{2}|,,|[同如][上前]一?[行栏格列]?)[。.]?$/u;
const ofOther = /^同[左右下后]一?[行栏格列边]?[。.]?$/u;
/** One of them is in all that are meant. */
const signs = /[〃″〞＂"“”',同如]/u;
const longest = 5;

/** Whether the cell says no more than that it holds what the one above does, or another; null where it says something. */
export function dittoIn({ kind, shown }: Cell): 'above' | 'other' | null {
  if (kind !== 'text' || shown.length > longest * 2 || !signs.test(shown)) return null;
  const text = shown.replace(/\s/gu, '');
  if (text.length > longest) return null;
  return ofAbove.test(text) ? 'above' : ofOther.test(text) ? 'other' : null;
}
