/**
 * Weak areas. Two weak indicators of one area make a weakness, and so does one that stands alone: one that the edition or the office
 * declares so, as of the share they name, or the only one its area is judged by. All others are hints.
 */
import { subtract } from '../base/decimal';
import type { Rows } from '../rows/rows';
import type { Settings } from '../settings/settings';
import type { AreaFinding, IndicatorFinding, TaskFinding } from './findings';
import { wordsOfAreas } from './weak-words';

type Judged = Pick<AreaFinding, 'area' | 'isWeakness' | 'weakIndicators' | 'tasks'>;

/** The areas with at least one weak indicator: weaknesses, then hints, each in the order of the 薄弱 sheet. */
export function areaFindings(
  { indicators, tasks }: { readonly indicators: readonly IndicatorFinding[]; readonly tasks: readonly TaskFinding[] },
  rows: Rows,
  settings: Settings,
): readonly AreaFinding[] {
  const found = areaNames(indicators, rows, settings)
    .map((area) => judgedArea(area, indicators, tasks, settings))
    .filter(({ weakIndicators }) => weakIndicators.length > 0);
  const words = wordsOfAreas(found, rows, settings);
  const worded = found.map((area) => ({ ...area, ...words(area) }));
  return [...worded.filter(({ isWeakness }) => isWeakness), ...worded.filter(({ isWeakness }) => !isWeakness)];
}

/** In the order in which the 薄弱 sheet first speaks of them, then as in the edition. */
function areaNames(
  indicators: readonly IndicatorFinding[],
  { weakTexts }: Rows,
  { edition }: Settings,
): readonly string[] {
  const areaOf = new Map(indicators.map(({ indicator }) => [indicator.code, indicator.area]));
  const inSheet = weakTexts.map(({ area, indicator }) => areaOf.get(indicator ?? '') ?? area);
  const others = [...edition.areas.map(({ area }) => area), ...areaOf.values()];
  return [...new Set([...inSheet, ...others])].filter((area) => area !== '');
}

function judgedArea(
  area: string,
  indicators: readonly IndicatorFinding[],
  tasks: readonly TaskFinding[],
  settings: Settings,
): Judged {
  const own = indicators.filter(({ indicator }) => indicator.area === area);
  const weakIndicators = own.filter(({ weak }) => weak);
  const isOnly = own.filter(({ indicator }) => indicator.threshold !== null).length === 1;
  const codes = new Set(own.map(({ indicator }) => indicator.code));
  return {
    area,
    isWeakness: weakIndicators.length >= 2 || weakIndicators.some((weak) => standsAlone(weak, isOnly, settings)),
    weakIndicators,
    tasks: tasks.filter(
      ({ state, task }) => state === 'overdue' && task.indicator !== null && codes.has(task.indicator),
    ),
  };
}

/** Whether a weak indicator makes a weakness without another one. Where a share is declared, that decides. */
function standsAlone(weak: IndicatorFinding, isOnly: boolean, { normsAlone }: Settings): boolean {
  const { standing, redLine, aloneAt, aloneCases, direction } = weak.indicator;
  const mayStand = standing !== 'norm' || normsAlone;
  if (mayStand && redLine) return true;
  if (!mayStand || aloneAt === null || weak.range === null) return isOnly;
  const isFar = direction === 'high' ? weak.range.high < aloneAt : weak.range.low > aloneAt;
  return isFar && casesMissing(weak) >= aloneCases;
}

/** Of a percentage of cases, how many at least keep it from being met; of anything else nothing is counted. */
function casesMissing({ indicator, numerator, denominator, range }: IndicatorFinding): number {
  if (indicator.unit !== '%' || numerator === null || denominator === null || range === null) return Infinity;
  if (range.low === range.high) return indicator.direction === 'high' ? subtract(denominator, numerator) : numerator;
  return ((indicator.direction === 'high' ? 100 - range.high : range.low) * denominator) / 100;
}
