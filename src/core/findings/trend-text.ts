/** How a figure stands against last year's, in the numbers that are printed of both. */
import { plain, round, subtract } from '../base/decimal';
import type { Indicator } from '../edition/indicator';
import { isFewCases, type Parts } from './indicator-text';
import type { Computed } from './indicator-amount';

/** A year's amount and what a rate was computed from. */
interface YearsAmount extends Pick<Computed, 'value' | 'qualifier'> {
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
function printed({ kind, unit }: Indicator, value: number): number {
  return round(value, kind === 'rate' || unit === '%' ? 1 : 2);
}
