/** Units as people write them, and which of them mean the same. */
import type { UnitWords } from './readings';

/** Whether the typed unit may stand in a column of the unit; a column without unit takes any known one. */
export function unitFits(typed: string, unit: string | null, { families }: UnitWords): boolean {
  if (typed === '' || typed === unit) return true;
  const family = families.find((names) => names.includes(typed));
  return family !== undefined && (unit === null || family.includes(unit));
}

/** Units that count whole things. */
export function countsWholes(unit: string | null, words: UnitWords): boolean {
  return unit !== null && !words.fractional.includes(unit) && unitFits(unit, null, words);
}

/** 元, 人次, and 万元, 千人: a known unit, also with a power of ten before it. */
export function isUnit(word: string, words: UnitWords): boolean {
  const scaled = word.replace(/^[十百千万亿]/u, '');
  return (
    word !== '' &&
    (unitFits(word, null, words) || (scaled !== word && (scaled === '' || unitFits(scaled, null, words))))
  );
}
