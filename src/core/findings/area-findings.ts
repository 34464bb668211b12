/** Weak areas: two weak indicators of one area, or one that a law sets, make a weakness; a single other one is a hint. */
import type { WeakText } from '../rows/rows';
import type { AreaFinding, IndicatorFinding, TaskFinding } from './findings';

/** The areas with at least one weak indicator: weaknesses, then hints, each in the order of the 薄弱 sheet. */
export function areaFindings(
  indicators: readonly IndicatorFinding[],
  tasks: readonly TaskFinding[],
  weakTexts: readonly WeakText[],
): readonly AreaFinding[] {
  const inSheet = weakTexts.map(({ area }) => area);
  const areas = new Set(
    [...inSheet, ...indicators.map(({ indicator }) => indicator.area)].filter((area) => area !== ''),
  );
  const found = [...areas]
    .map((area) => areaFinding(area, indicators, tasks, weakTexts))
    .filter(({ weakIndicators }) => weakIndicators.length > 0);
  return [...found.filter(({ isWeakness }) => isWeakness), ...found.filter(({ isWeakness }) => !isWeakness)];
}

function areaFinding(
  area: string,
  indicators: readonly IndicatorFinding[],
  tasks: readonly TaskFinding[],
  weakTexts: readonly WeakText[],
): AreaFinding {
  const own = indicators.filter(({ indicator }) => indicator.area === area);
  const weakIndicators = own.filter(({ weak }) => weak);
  const codes = new Set(own.map(({ indicator }) => indicator.code));
  return {
    area,
    isWeakness: weakIndicators.length >= 2 || weakIndicators.some(({ indicator }) => indicator.redLine),
    weakIndicators,
    tasks: tasks.filter(
      ({ state, task }) => state === 'overdue' && task.indicator !== null && codes.has(task.indicator),
    ),
    words: weakTexts.find((words) => words.area === area) ?? null,
  };
}
