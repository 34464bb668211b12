/** The town's amount of one indicator line: aggregated, divided, or taken from the tasks. */
import { divide, multiply } from '../base/decimal';
import type { Place } from '../base/place';
import type { Qualifier } from '../cells/readings';
import type { Indicator } from '../edition/indicator';
import type { Settings } from '../settings/settings';
import { amountsOf, type AmountOf, type Lines } from './amounts';
import { coverageOf, evaluate, noAmount, type Amount } from './formula';
import { dividedRange, turned, type Inexact } from './qualifier';
import type { FoundShares } from './shares';

/** An amount with what it was divided from. */
export interface Computed extends Amount {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly parts: { readonly numerator: Inexact; readonly denominator: Inexact } | null;
}

/** All that the indicators of one year are computed from. */
export interface Year {
  readonly lines: Lines;
  readonly settings: Settings;
  readonly shares: FoundShares;
  /** The amounts of all shares. */
  readonly amountOf: AmountOf;
}

/** The year of the shares. */
export function yearOf(lines: Lines, settings: Settings, shares: FoundShares): Year {
  return { lines, settings, shares, amountOf: amountsOf(lines, shares, settings) };
}

/** A line's amount in one year; without value when a part of its formula is missing. */
export function computed(line: Indicator, { amountOf }: Pick<Year, 'amountOf'>): Computed {
  const whole = { numerator: null, denominator: null, parts: null };
  if (line.kind !== 'rate') return { ...amountOf(line.code), ...whole };
  if (line.numerator === null || line.denominator === null) return { ...noAmount, ...whole };
  return rateOf(evaluate(line.numerator, amountOf), evaluate(line.denominator, amountOf), line.unit);
}

/** The same over the departments that lack no part of it. */
export function computedWithout(
  departments: readonly string[],
  line: Indicator,
  { lines, settings, shares }: Year,
): Computed {
  const out = new Set(departments);
  const rest: FoundShares = { get: (code) => shares.get(code)?.filter(({ department }) => !out.has(department)) };
  return computed(line, { amountOf: amountsOf(lines, rest, settings) });
}

/** Nothing to divide by means that there was no case: the rate does not apply. */
function rateOf(numerator: Amount, denominator: Amount, unit: string): Computed {
  const about = {
    numerator: numerator.value,
    denominator: denominator.value,
    parts: { numerator, denominator },
    ...coverageOf([numerator, denominator]),
    sources: joinedPlaces(numerator.sources, denominator.sources),
  };
  if (!numerator.applies || !denominator.applies) return { ...noAmount, ...about, applies: false };
  if (numerator.value === null || denominator.value === null) return { ...noAmount, ...about };
  const times = unit === '%' ? 100 : 1;
  const value = divide(multiply(numerator.value, times), denominator.value);
  const range =
    value === null || numerator.range === null || denominator.range === null
      ? null
      : dividedRange(numerator.range, denominator.range, times);
  const isExact = range !== null && range.low === range.high;
  const qualifier = isExact ? '' : wordOfRate(numerator, denominator);
  const least = leastShare([numerator, denominator], { value, range, unit, qualifier });
  if (least !== null) return { ...about, value: least, applies: true, qualifier: '至少', range };
  return { ...about, value, applies: value !== null, qualifier, range };
}

/** Of so many percent of which nothing is known but the bounds: 至多100% says nothing, the least it may be does. */
function leastShare(
  parts: readonly Amount[],
  { value, range, unit, qualifier }: Pick<Amount, 'value' | 'range' | 'qualifier'> & { readonly unit: string },
): number | null {
  const areBounds = parts.every(({ qualifier }) => ['', '至少', '至多'].includes(qualifier));
  if (unit !== '%' || !areBounds || value === null || range === null || range.low <= 0) return null;
  return qualifier === '约' || (qualifier === '至多' && range.high >= 100) ? range.low : null;
}

/** `至少` and `至多` stay what they are, all else is 约. */
function wordOfRate(numerator: Amount, denominator: Amount): Qualifier {
  const words = [numerator.qualifier, turned(denominator.qualifier)].filter((word) => word !== '');
  const [first = ''] = words;
  const isBound = first === '至少' || first === '至多';
  return first === '' || (isBound && words.every((word) => word === first)) ? first : '约';
}

/** Lines counted from the same rows share one list, which may be long. */
function joinedPlaces(left: readonly Place[], right: readonly Place[]): readonly Place[] {
  return left === right ? left : distinct([...left, ...right]);
}

function distinct(places: readonly Place[]): readonly Place[] {
  return [...new Set(places)];
}
