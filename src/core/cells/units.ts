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

/**
 * The unit a remark speaks of: as the column wants it (null), another one the amounts can be read in (`万元` for 元), or
 * one they cannot (`unfit`), because no number under it would mean what the column means.
 */
export function unitIn(
  remark: string,
  { type, unit }: { readonly type: string; readonly unit: string | null },
  units: UnitWords,
): string | null {
  const [said = ''] = remark.replace(/^(?:计量)?单位:?/u, '').split(/[,;、]/u);
  // Of values row by row the header may say the unit of the amounts among them.
  if (unit === null) return type === 'quantity' && isAmount(said) ? said : null;
  if (said === '' || !isUnit(said, units)) return null;
  if (type === 'money') return said === unit ? null : isAmount(said) ? said : unfit;
  return type === 'quantity' && !isCounted(said, unit, units) ? unfit : null;
}

const isAmount = (unit: string): boolean => unit === '元' || unit === '万元';

/** So many persons at an event are so many 人次 of it. */
function isCounted(said: string, unit: string, units: UnitWords): boolean {
  return unitFits(said, unit, units) || (unit === '人次' && unitFits(said, '人', units));
}

/** No unit, but the answer that a unit cannot be used. */
export const unfit = '?';
