/** The town's value of each indicator: computed, worded and judged. */
import type { Problem, Result } from '../base/problem';
import type { Edition } from '../edition/edition';
import type { Rows } from '../rows/rows';
import type { Settings } from '../settings/settings';
import { isYearOver } from '../settings/times';
import { detailShares } from './detail-shares';
import type { Coverage, FigureState, IndicatorFinding, PartialFigure } from './findings';
import { evaluate, termsOf } from './formula';
import { formulaProblems } from './formula-problems';
import { incompleteFigures, listedNames } from './incomplete-figures';
import { completionAmount, incompleteCompletion, partialCompletion, type Completion } from './completion';
import { computed, computedWithout, yearOf, type Computed, type Year } from './indicator-amount';
import { indicatorText, trendText, type Parts } from './indicator-text';
import { withDetails } from './merge-shares';
import { firstPlace, typedShares, type Share } from './shares';
import type { Qualifier } from '../cells/readings';
import type { Inexact } from './qualifier';
import type { Range } from '../rows/said';
import { withoutRivals } from './rival-shares';
import { knownValue } from '../rows/said';
import { withAbsent } from './whole-shares';
import { checkedShares } from './town-relations';
import { typedRateProblems } from './typed-rates';

type IndicatorRow = Rows['indicators'][number];

/** Whether the line is the rate computed from the tasks themselves. */
export function isCompletion({ means, numerator }: IndicatorRow, { indicators }: Edition): boolean {
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
  const thisYear = yearOf(lines, settings, withAbsent(shares.value, rows, edition));
  // Whoever has this year's number from rows of an own table and no line for last year's is missing from it.
  const lastYear = yearOf(lines, settings, withAbsent(typedShares(rows, 'lastYear').value, rows, edition));
  const found = rows.indicators.map((line) => {
    const last = computed(line, lastYear);
    const isOfTasks = isCompletion(line, edition);
    const now = isOfTasks ? completionAmount(completion, line.code, rows) : computed(line, thisYear);
    const part = isOfTasks ? completionPart : partialFigure;
    const partial = now.missing.length === 0 ? null : part(line, now, thisYear, completion);
    return { isOfTasks, finding: finding(line, now, { partial, last }, thisYear) };
  });
  const findings = found.map((one) => one.finding);
  const figures = found.filter((one) => !one.isOfTasks).map((one) => one.finding);
  const ofTasks = found.filter((one) => one.isOfTasks).map((one) => one.finding.indicator.name);
  const problems = [
    ...formulaProblems(rows.indicators, settings),
    ...typed.problems,
    ...details.problems,
    ...whole.problems,
    ...single.problems,
    ...shares.problems,
    ...incompleteFigures(figures),
    ...ofTasks.flatMap((name) => incompleteCompletion(completion, name)),
    ...waitingProblems(rows, findings),
    ...findings.flatMap((one) => typedRateProblems(one.indicator, one, thisYear)),
  ];
  return { value: findings, problems };
}

/** What the tasks of known state make. */
function completionPart(line: IndicatorRow, now: Computed, year: Year, completion: Completion): PartialFigure | null {
  const { rate } = completion.tally;
  if (rate === null) return null;
  const shown = indicatorText(line, rate, '', partsOf(line, now, year));
  return partialCompletion(completion, rate, { shown, isPrinted: year.settings.partialFigures === 'marked' });
}

/** What a finding says besides this year's value. */
interface Beside {
  readonly partial: PartialFigure | null;
  readonly last: Computed;
}

function finding(indicator: IndicatorRow, now: Computed, { partial, last }: Beside, year: Year): IndicatorFinding {
  const { value, applies, qualifier, numerator, denominator, sources } = now;
  const parts = partsOf(indicator, now, year);
  const lastParts = partsOf(indicator, last, year);
  const isFilling = fillsUp(indicator, year.settings);
  const isWaiting = isFilling && indicator.direction === 'high';
  const isGood = judged(indicator, now);
  return {
    indicator,
    state: stateOf(now, partial),
    value,
    applies,
    qualifier,
    range: now.range,
    numerator,
    denominator,
    text: textOf(indicator, now, parts),
    partial,
    coverage: coverageIn(now),
    lastYear: last.value,
    lastYearText: textOf(indicator, last, lastParts),
    trend: isFilling ? '' : trendText(indicator, { ...now, parts }, { ...last, parts: lastParts }),
    weak: isGood === false && !isWaiting,
    met: isGood === true,
    open: isGood === null || isGood === true ? null : isWaiting ? 'waiting' : isGood === 'open' ? 'undecided' : null,
    sources,
    byDepartment: indicator.kind === 'rate' ? [] : (year.shares.get(indicator.code) ?? []).flatMap(departmentShare),
  };
}

function textOf(indicator: IndicatorRow, { value, qualifier }: Computed, parts: Parts | null): string {
  return value === null ? '' : indicatorText(indicator, value, qualifier, parts);
}

function stateOf({ value, applies, missing, isUnasked }: Computed, partial: PartialFigure | null): FigureState {
  if (isUnasked) return 'not-asked';
  if (missing.length > 0) return partial === null ? 'unknown' : 'partial';
  if (value !== null) return 'known';
  return applies ? 'not-asked' : 'not-applicable';
}

function coverageIn({ asked, missing }: Computed): Coverage {
  if (missing.length === 0) return { asked, given: asked, missing };
  const lacking = new Set(missing.map(({ department }) => department));
  return { asked, given: asked.filter((name) => !lacking.has(name)), missing };
}

/** What those who lack nothing of it make together. */
function partialFigure(line: IndicatorRow, { missing }: Computed, year: Year): PartialFigure | null {
  const lacking = [...new Set(missing.map(({ department }) => department))];
  const rest = computedWithout(lacking, line, year);
  const { value, qualifier, numerator, denominator } = rest;
  if (value === null) return null;
  const isPrinted = year.settings.partialFigures === 'marked' && isOneBase(line, lacking, year);
  const shown = indicatorText(line, value, qualifier, partsOf(line, rest, year));
  return { value, text: `${shown}（不含${listedNames(lacking)}）`, numerator, denominator, isPrinted };
}

/** A rate stands beside its parts: these must lack the same departments as it does. */
function isOneBase(
  { kind, numerator, denominator }: IndicatorRow,
  lacking: readonly string[],
  { amountOf }: Year,
): boolean {
  if (kind !== 'rate') return true;
  return [numerator, denominator].every((formula) => {
    const { missing } = evaluate(formula ?? '', amountOf);
    return new Set(missing.map(({ department }) => department)).size === lacking.length;
  });
}

function departmentShare(share: Share): IndicatorFinding['byDepartment'] {
  const value = knownValue(share.said);
  return value === null ? [] : [{ department: share.department, value, place: firstPlace(share) }];
}

function partsOf(indicator: IndicatorRow, now: Computed, { lines, settings }: Year): Parts | null {
  const { numerator, denominator, parts } = now;
  if (numerator === null || denominator === null) return null;
  const [numeratorWord, denominatorWord] = [wordOf(parts?.numerator), wordOf(parts?.denominator)];
  const exact = { numerator, denominator, numeratorWord, denominatorWord };
  if (isCompletion(indicator, settings.edition)) return { ...exact, unit: '项', counted: true };
  const line = lines.get(termsOf(indicator.numerator ?? '')[0]?.name ?? '');
  return { ...exact, unit: line?.unit ?? '', counted: line?.kind === 'count' };
}

function wordOf(part: Inexact | undefined): Qualifier {
  return part?.qualifier ?? '';
}

/** Null without a value, a standard or a sample that may be large enough; open where one of them leaves it so. */
function judged(indicator: IndicatorFinding['indicator'], now: Computed): boolean | 'open' | null {
  const { threshold, minSample } = indicator;
  const { value, denominator, parts } = now;
  if (value === null || threshold === null) return null;
  const { low, high } = parts?.denominator.range ?? { low: denominator, high: denominator };
  if ((high ?? minSample) < minSample) return null;
  return (low ?? minSample) < minSample ? 'open' : isMet(indicator, now.range);
}

/**
 * Whether the figure still fills up, as its year goes on: what happens adds up, and some rates are full at the end of the year. Until
 * then a standard of the year is not missed, and last year's figure is that of a longer time.
 */
function fillsUp({ means, kind, unit }: IndicatorRow, settings: Settings): boolean {
  const { indicators, declared } = settings.edition;
  if (isYearOver(settings)) return false;
  if (kind !== 'rate') return declared.words.rows.summedUnits.includes(unit);
  return means !== null && indicators.find(({ code }) => code === means)?.role === 'yearly';
}

/** Standards that are judged when the year is over: who ends the report before must know that nothing was said of them. */
function waitingProblems(rows: Rows, findings: readonly IndicatorFinding[]): readonly Problem[] {
  const waiting = rows.indicators.filter((_, index) => findings[index]?.open === 'waiting');
  const [first] = waiting;
  if (first === undefined) return [];
  const names = waiting.slice(0, 5).map(({ name }) => name);
  return [
    {
      code: 'standards-waiting',
      level: 'note',
      place: first.place ?? { file: '总表.xlsx', sheet: '指标' },
      actual: '',
      reason: `${names.join('、')}${waiting.length > names.length ? '等' : ''}${String(waiting.length)}项还没有达到全年的标准，报告期不到年底，不判断，不写进薄弱环节`,
      expected: '年度中间的报告不用处理；写全年的，请把总表“设置”的“统计截止日”“核算日”改为12月31日',
    },
  ];
}

/** By the exact value, not by what is printed; one that is not exact decides only where all that it may be lies on one side. */
function isMet({ threshold, direction }: IndicatorFinding['indicator'], range: Range | null): boolean | 'open' {
  if (threshold === null || range === null) return 'open';
  const { low, high } = range;
  if (direction === 'high' ? low >= threshold : high <= threshold) return true;
  return (direction === 'high' ? high < threshold : low > threshold) ? false : 'open';
}
