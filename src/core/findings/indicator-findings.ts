/** The town's value of each indicator: aggregated, computed, worded and judged. */
import { divide, multiply, plain, round, subtract } from '../base/decimal';
import type { Place } from '../base/place';
import type { Problem, Result } from '../base/problem';
import type { Rows } from '../rows/rows';
import type { Settings } from '../settings/settings';
import { amountsOf, type AmountOf } from './amounts';
import { detailShares } from './detail-shares';
import type { IndicatorFinding, Tally, TaskFinding } from './findings';
import { evaluate, missing, termsOf, type Amount } from './formula';
import { formulaProblems } from './formula-problems';
import { indicatorText, type Parts } from './indicator-text';
import { withDetails } from './merge-shares';
import { firstPlace, typedShares, type Share, type Shares } from './shares';

type Line = Rows['indicators'][number];

/** The rate computed from the tasks themselves. */
const completionRate = 'A5';
/** Percentage points by which a typed rate may differ from the computed one. */
const typedRateTolerance = 0.5;

/** An amount with what it was divided from. */
interface Computed extends Amount {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** What the tasks add to the indicators. */
export interface Completion {
  readonly tally: Tally;
  readonly tasks: readonly TaskFinding[];
}

/** One finding per line of the 指标 sheet, in its order. */
export function indicatorFindings(
  rows: Rows,
  settings: Settings,
  completion: Completion,
): Result<readonly IndicatorFinding[]> {
  const typed = typedShares(rows, 'quantity');
  const details = detailShares(rows, settings);
  const shares = withDetails(typed.value, details.value, rows);
  const amountOf = amountsOf(rows.indicators, shares.value, settings);
  const lastYearOf = amountsOf(rows.indicators, typedShares(rows, 'lastYear').value, settings);
  const findings = rows.indicators.map((line) => {
    const now = line.code === completionRate ? completionAmount(completion) : computed(line, amountOf);
    return finding(line, now, computed(line, lastYearOf).value, { rows, shares: shares.value });
  });
  const problems = [
    ...formulaProblems(rows.indicators),
    ...typed.problems,
    ...details.problems,
    ...shares.problems,
    ...findings.flatMap((found) => typedRateProblems(found, shares.value)),
  ];
  return { value: findings, problems };
}

function computed(line: Line, amountOf: AmountOf): Computed {
  const whole = { numerator: null, denominator: null };
  if (line.kind !== 'rate') return { ...amountOf(line.code), ...whole };
  if (line.numerator === null || line.denominator === null) return { ...missing, ...whole };
  return rateOf(evaluate(line.numerator, amountOf), evaluate(line.denominator, amountOf), line.unit);
}

/** Nothing to divide by means that there was no case: the rate does not apply. */
function rateOf(numerator: Amount, denominator: Amount, unit: string): Computed {
  const parts = { numerator: numerator.value, denominator: denominator.value };
  const sources = distinct([...numerator.sources, ...denominator.sources]);
  if (!numerator.applies || !denominator.applies) return { ...missing, ...parts, applies: false, sources };
  if (numerator.value === null || denominator.value === null) return { ...missing, ...parts, sources };
  const value = divide(unit === '%' ? multiply(numerator.value, 100) : numerator.value, denominator.value);
  const qualifier = [numerator, denominator].some((part) => part.qualifier !== '') ? '约' : '';
  return { value, applies: value !== null, qualifier, sources, ...parts };
}

function completionAmount({ tally, tasks }: Completion): Computed {
  const counted = tasks.filter(({ state }) => state === 'done' || state === 'overdue');
  const sources = distinct(counted.flatMap((task) => task.sources));
  return {
    value: tally.rate,
    applies: tally.due > 0,
    qualifier: '',
    numerator: tally.done,
    denominator: tally.due,
    sources,
  };
}

function finding(
  indicator: Line,
  now: Computed,
  lastYear: number | null,
  { rows, shares }: { readonly rows: Rows; readonly shares: Shares },
): IndicatorFinding {
  const { value, applies, qualifier, numerator, denominator, sources } = now;
  const parts = partsOf(indicator, now, rows.indicators);
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
    byDepartment: indicator.kind === 'rate' ? [] : (shares.get(indicator.code) ?? []).flatMap(departmentShare),
  };
}

function departmentShare(share: Share): IndicatorFinding['byDepartment'] {
  return share.value === null ? [] : [{ department: share.department, value: share.value, place: firstPlace(share) }];
}

function partsOf(indicator: IndicatorFinding['indicator'], now: Computed, lines: readonly Line[]): Parts | null {
  const { numerator, denominator } = now;
  if (numerator === null || denominator === null) return null;
  if (indicator.code === completionRate) return { numerator, denominator, unit: '项', counted: true };
  const first = termsOf(indicator.numerator ?? '')[0]?.name;
  const line = lines.find(({ code }) => code === first);
  return { numerator, denominator, unit: line?.unit ?? '', counted: line?.kind === 'count' };
}

/** Judged on the exact value; not below the smallest sample, and never when there is no value. */
function isWeak(indicator: IndicatorFinding['indicator'], value: number | null, denominator: number | null): boolean {
  const { threshold, direction, minSample } = indicator;
  if (value === null || threshold === null) return false;
  if (denominator !== null && denominator < minSample) return false;
  return direction === 'high' ? value < threshold : value > threshold;
}

/** Rates are computed; one that somebody has typed is only compared. */
function typedRateProblems({ indicator, value }: IndicatorFinding, shares: Shares): readonly Problem[] {
  if (indicator.kind !== 'rate') return [];
  const typed = (shares.get(indicator.code) ?? []).filter((share) => share.value !== null);
  return typed
    .filter((share) => value === null || Math.abs(subtract(share.value ?? 0, value)) > typedRateTolerance)
    .map((share) => ({
      code: 'typed-rate-differs',
      level: 'doubt',
      place: firstPlace(share),
      actual: share.shown,
      reason: `${indicator.name}填报为“${share.shown}”，${value === null ? '缺少分子或分母，无法核对' : `由分子、分母算得 ${plain(round(value, 2))}`}`,
      expected: '比率由程序计算，请填好分子、分母，此处不用填',
    }));
}

function distinct(places: readonly Place[]): readonly Place[] {
  return [...new Set(places)];
}
