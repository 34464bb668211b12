/** How an indicator's value is printed. */
import { fixed, percentDigits, plain, round } from '../base/decimal';
import type { Indicator } from '../edition/indicator';
import type { Qualifier } from '../cells/readings';
import { qualified } from './qualifier';

/** What a rate was computed from, with the unit of the numerator. */
export interface Parts {
  readonly numerator: number;
  readonly denominator: number;
  readonly unit: string;
  /** Both are counts of cases or people, not money. */
  readonly counted: boolean;
}

/** Below this number of cases a percentage says nothing: the cases themselves are printed. */
const fewCases = 5;

/**
 * Value with unit: rates to one decimal, half up (`86.8%`, `38.2学时`; exactly 100 and 0 without decimal), few cases as
 * `2件中1件`, 万元 and counts to two decimals (typed percentages to one) without needless zeros, flags as 是 or 否.
 */
export function indicatorText(
  { kind, unit }: Pick<Indicator, 'kind' | 'unit'>,
  value: number,
  qualifier: Qualifier,
  parts: Parts | null,
): string {
  if (kind === 'flag') return value === 0 ? '否' : '是';
  if (kind === 'money') return qualified(plain(round(value, 2)), unit, qualifier);
  if (kind === 'count') return qualified(plain(round(value, unit === '%' ? 1 : 2)), unit, qualifier);
  if (unit === '%' && parts?.counted && parts.denominator < fewCases) return casesText(parts);
  return qualified(unit === '%' ? percentDigits(value) : fixed(value, 1), unit, qualifier);
}

function casesText({ numerator, denominator, unit }: Parts): string {
  return `${plain(denominator)}${unit}中${plain(numerator)}${unit}`;
}
