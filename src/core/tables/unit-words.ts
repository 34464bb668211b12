/** Words that are units, as they stand in headers. */
import { unitFits } from '../cells/units';

/** 元, 人次, and 万元, 千人: a known unit, also with a power of ten before it. */
export function isUnit(word: string): boolean {
  const scaled = word.replace(/^[十百千万亿]/u, '');
  return word !== '' && (unitFits(word, null) || (scaled !== word && (scaled === '' || unitFits(scaled, null))));
}
