/** Indicators against their standards, and the weak areas that follow from them. */
import type { CockpitArea, CockpitIndicator } from '../../contract/cockpit';
import { standardText } from '../edition/standard-text';
import type { Findings, IndicatorFinding, ToldArea } from '../findings/findings';
import { whyMissingWords } from '../rows/said';

/** Those with a standard: what misses it first, in the order of 指标. */
export function cockpitIndicators({ indicators }: Findings): readonly CockpitIndicator[] {
  const judged = indicators.flatMap((found) => {
    const { threshold } = found.indicator;
    return threshold === null ? [] : [cockpitIndicator(found, threshold)];
  });
  const order = ['missed', 'open', 'met'];
  return judged.sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict));
}

function cockpitIndicator(found: IndicatorFinding, threshold: number): CockpitIndicator {
  const { indicator, value, text, partial, lastYear, lastYearText, trend, weak, met, coverage, state } = found;
  const { code, name, unit, area, direction } = indicator;
  const lacking = new Map(coverage.missing.map(({ department, why }) => [department, whyMissingWords[why]]));
  return {
    ...{ code, name, unit, area, value, threshold, direction, lastYear, lastYearText, trend },
    text: state === 'not-applicable' ? '不涉及' : (partial?.text ?? text),
    standard: standardText(indicator),
    verdict: weak ? 'missed' : met ? 'met' : 'open',
    missing: [...lacking].map(([department, why]) => `${department}${why}`),
  };
}

/** Weaknesses first, then hints. */
export function cockpitAreas(areas: readonly ToldArea[]): readonly CockpitArea[] {
  return areas.map(({ finding, problem, cause, items, plans }) => ({
    area: finding.area,
    isWeakness: finding.isWeakness,
    problem: problem.text,
    cause: cause.text,
    indicators: items.map((item) => item.finding.indicator.code),
    measures: plans.map(({ action, lead }) => (lead === '' ? '' : `${lead}牵头，`) + action.text),
    tasks: finding.tasks.map(({ task }) => task.id),
  }));
}
