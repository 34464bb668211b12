/** How an indicator's value is printed, and how it stands against last year's. */
import { fixed, percentDigits, placesBeside, plain, round, roundDown, subtract } from '../base/decimal';
import type { Indicator } from '../edition/indicator';
import type { Qualifier } from '../cells/readings';
import { qualified } from './qualifier';

/** What a rate was computed from, with the unit of the numerator. */
export interface Parts {
  readonly numerator: number;
  readonly denominator: number;
  /** How exact they are. */
  readonly numeratorWord: Qualifier;
  readonly denominatorWord: Qualifier;
  readonly unit: string;
  /** Both are counts of cases or people, not money. */
  readonly counted: boolean;
}

/** Below this number of cases a percentage says nothing: the cases themselves are printed. */
const fewCases = 5;

/**
 * Value with unit: rates and whatever is in % to one decimal, half up (`86.8%`, `38.2学时`; exactly 100 and 0 without decimal, more where
 * one decimal would tell a missed threshold as reached), few cases as `2件中1件` or `4名中至少3名`, 万元 and counts to two decimals without needless zeros, flags as 是 or 否.
 */
export function indicatorText(
  { kind, unit, threshold }: Pick<Indicator, 'kind' | 'unit' | 'threshold'>,
  value: number,
  qualifier: Qualifier,
  parts: Parts | null,
): string {
  if (kind === 'flag') return value === 0 ? '否' : '是';
  if (kind === 'money' || (kind === 'count' && unit !== '%'))
    return qualified(plain(rounded(value, 2, qualifier)), unit, qualifier);
  if (parts !== null && isFewCases({ kind, unit }, parts)) return casesText(parts);
  const bound = rounded(value, 1, qualifier);
  const shown = qualifier === '至少' && bound > 0 ? bound : value;
  return qualified(unit === '%' ? percentDigits(shown, threshold) : ratioDigits(shown, threshold), unit, qualifier);
}

/** What is at least 1.505 is not at least 1.51. */
function rounded(value: number, places: number, qualifier: Qualifier): number {
  return qualifier === '至少' && value > 0 ? roundDown(value, places) : round(value, places);
}

function ratioDigits(value: number, threshold: number | null): string {
  return value === 0 ? '0' : fixed(value, placesBeside(value, [0, ...(threshold === null ? [] : [threshold])]));
}

/** The cases are told in place of the rate. */
function isFewCases({ kind, unit }: Pick<Indicator, 'kind' | 'unit'>, parts: Parts | null): boolean {
  return kind === 'rate' && unit === '%' && parts !== null && parts.counted && parts.denominator < fewCases;
}

function casesText({ numerator, denominator, numeratorWord, denominatorWord, unit }: Parts): string {
  return `${qualified(plain(denominator), unit, denominatorWord)}中${qualified(plain(numerator), unit, numeratorWord)}`;
}

/** A year's amount and what a rate was computed from. */
interface YearsAmount {
  readonly value: number | null;
  readonly qualifier: Qualifier;
  readonly parts: Parts | null;
}

/**
 * `比上年增加2次`, `比上年减少3.1个百分点`, `与上年持平`. Empty where either is unknown or not exact, is yes or no, or is told as cases
 * because these are few.
 */
export function trendText(indicator: Indicator, now: YearsAmount, last: YearsAmount): string {
  const { kind, unit } = indicator;
  if (now.value === null || last.value === null || kind === 'flag') return '';
  if ([now, last].some(({ qualifier, parts }) => qualifier !== '' || isFewCases(indicator, parts))) return '';
  const change = subtract(printed(indicator, now.value), printed(indicator, last.value));
  if (change === 0) return '与上年持平';
  return `比上年${change > 0 ? '增加' : '减少'}${plain(Math.abs(change))}${unit === '%' ? '个百分点' : unit}`;
}

/** What a reader who subtracts the printed numbers reckons with. */
function printed({ kind, unit, threshold }: Indicator, value: number): number {
  if (kind !== 'rate' && unit !== '%') return round(value, 2);
  const marks = [0, ...(unit === '%' ? [100] : []), ...(threshold === null ? [] : [threshold])];
  return round(value, placesBeside(value, marks));
}
