/** The town's value of each indicator: computed, worded and judged. */
import type { Result } from '../base/problem';
import type { Edition } from '../edition/edition';
import type { Rows } from '../rows/rows';
import type { Settings } from '../settings/settings';
import { detailShares } from './detail-shares';
import type { IndicatorFinding } from './findings';
import { termsOf } from './formula';
import { formulaProblems } from './formula-problems';
import { gapProblems, gapsOf } from './gaps';
import { completionAmount, computed, yearOf, type Completion, type Computed, type Year } from './indicator-amount';
import { indicatorText, type Parts } from './indicator-text';
import { withDetails } from './merge-shares';
import { firstPlace, typedShares, type Share } from './shares';
import { withoutRivals } from './rival-shares';
import { checkedShares } from './town-relations';
import { typedRateProblems } from './typed-rates';

type Line = Rows['indicators'][number];

/** Whether the line is the rate computed from the tasks themselves. */
function isCompletion({ means, numerator }: Line, { indicators }: Edition): boolean {
  return means !== null && numerator === null && indicators.find(({ code }) => code === means)?.role === 'completion';
}

/** One finding per line of the 指标 sheet, in its order. */
export function indicatorFindings(
  rows: Rows,
  settings: Settings,
  completion: Completion,
): Result<readonly IndicatorFinding[]> {
  const typed = typedShares(rows, 'quantity');
  const details = detailShares(rows, settings);
  const { edition } = settings;
  const whole = withDetails(typed.value, details.value, rows, edition);
  const single = withoutRivals(whole.value, rows, edition);
  const shares = checkedShares(single.value, rows, settings);
  const lines = new Map(rows.indicators.map((line) => [line.code, line]));
  const thisYear = yearOf(lines, settings, shares.value);
  const lastYear = yearOf(lines, settings, typedShares(rows, 'lastYear').value);
  const findings = rows.indicators.map((line) => {
    const now = isCompletion(line, edition) ? completionAmount(completion) : computed(line, thisYear);
    return finding(line, now, computed(line, lastYear).value, thisYear);
  });
  const problems = [
    ...formulaProblems(rows.indicators, settings),
    ...typed.problems,
    ...details.problems,
    ...whole.problems,
    ...single.problems,
    ...shares.problems,
    ...gapProblems(rows.indicators.flatMap((line) => gapsOf(line, lines, shares.value))),
    ...findings.flatMap(({ indicator, value }) => typedRateProblems(indicator, value, thisYear)),
  ];
  return { value: findings, problems };
}

function finding(indicator: Line, now: Computed, lastYear: number | null, year: Year): IndicatorFinding {
  const { value, applies, qualifier, numerator, denominator, sources } = now;
  const parts = partsOf(indicator, now, year);
  return {
    indicator,
    value,
    applies,
    qualifier,
    numerator,
    denominator,
    text: value === null ? '' : indicatorText(indicator, value, qualifier, parts),
    lastYear,
    weak: isWeak(indicator, value, denominator),
    sources,
    byDepartment: indicator.kind === 'rate' ? [] : (year.shares.get(indicator.code) ?? []).flatMap(departmentShare),
  };
}

function departmentShare(share: Share): IndicatorFinding['byDepartment'] {
  return share.value === null ? [] : [{ department: share.department, value: share.value, place: firstPlace(share) }];
}

function partsOf(indicator: Line, now: Computed, { lines, settings }: Year): Parts | null {
  const { numerator, denominator } = now;
  if (numerator === null || denominator === null) return null;
  if (isCompletion(indicator, settings.edition)) return { numerator, denominator, unit: '项', counted: true };
  const line = lines.get(termsOf(indicator.numerator ?? '')[0]?.name ?? '');
  return { numerator, denominator, unit: line?.unit ?? '', counted: line?.kind === 'count' };
}

/** Judged on the exact value; not below the smallest sample, and never when there is no value. */
function isWeak(indicator: IndicatorFinding['indicator'], value: number | null, denominator: number | null): boolean {
  const { threshold, direction, minSample } = indicator;
  if (value === null || threshold === null) return false;
  if (denominator !== null && denominator < minSample) return false;
  return direction === 'high' ? value < threshold : value > threshold;
}
