/** Rates are computed; one that somebody has typed all the same is only compared. */
import { plain, round } from '../base/decimal';
import type { Problem } from '../base/problem';
import type { Indicator } from '../edition/indicator';
import { computed, yearOf, type Year } from './indicator-amount';
import type { Range } from '../rows/said';
import { inexactOf, type Inexact } from './qualifier';
import { firstPlace, type FoundShares, type Share } from './shares';

/** Percentage points by which a typed rate may differ from the computed one. */
const tolerance = 0.5;

/**
 * One problem per typed rate: an error when it differs from what the department's own figures give, or else the town's.
 *
 * 530项中已覆盖490项，覆盖率填报为“77.78%”: the parts give 92.45.
 */
export function typedRateProblems(line: Indicator, town: Pick<Inexact, 'range'>, year: Year): readonly Problem[] {
  if (line.kind !== 'rate') return [];
  const typed = (year.shares.get(line.code) ?? []).filter(({ said }) => said.kind === 'known');
  return typed.map((share) => {
    const own = computed(line, ownYear(share.department, year));
    const { range } = own.range === null ? town : own;
    const typedRange = inexactOf(share.said).range;
    const differs = range !== null && typedRange !== null && isApart(typedRange, range);
    return differs ? difference(line, share, range) : unused(line, share);
  });
}

/** The year as if the department were the whole town. */
function ownYear(department: string, year: Year): Year {
  const own: FoundShares = { get: (code) => year.shares.get(code)?.filter((share) => share.department === department) };
  return yearOf(year.lines, year.settings, own);
}

/** All that one may be is farther than that from all that the other may be. */
function isApart(one: Range, other: Range): boolean {
  return one.low - other.high > tolerance || other.low - one.high > tolerance;
}

function rangeText({ low, high }: Range): string {
  const [least, most] = [low, high].map((end) => (Number.isFinite(end) ? plain(round(end, 2)) : ''));
  return low === high ? (least ?? '') : most === '' ? `至少 ${least ?? ''}` : `${least ?? ''} 至 ${most ?? ''}`;
}

function difference({ name }: Indicator, share: Share, range: Range): Problem {
  return {
    code: 'typed-rate-differs',
    level: 'error',
    place: firstPlace(share),
    actual: share.shown,
    reason: `${name}填报为“${share.shown}”，由分子、分母算得 ${rangeText(range)}，填报的没有采用`,
    expected: '请核对分子、分母；比率由程序计算，此处不用填',
  };
}

function unused({ name }: Indicator, share: Share): Problem {
  return {
    code: 'rate-typed',
    level: 'note',
    place: firstPlace(share),
    actual: share.shown,
    reason: `${name}由程序计算，填报的“${share.shown}”没有采用`,
    expected: '请填写计算它的各项数据，比率不用填',
  };
}
