/** What a run found, as one plain object: printed as text for the clerk, as JSON for programs. */
import type { ProblemLine } from '../../contract/problem-line';
import type { AreaLine, IndicatorLine, Summary, TaskLine } from '../../contract/summary';
import { placeText } from '../base/place';
import { levelName, type Problem } from '../base/problem';
import type { Light } from '../base/state-words';
import type { AreaFinding, Findings, IndicatorFinding, TaskFinding } from '../findings/findings';
import type { Settings } from '../settings/settings';
import type { SheetAccount } from '../tables/account/cell-account';

/** The summary of a run; problems stand in order of weight. */
export function summaryFromFindings(
  findings: Findings,
  settings: Settings,
  problems: readonly Problem[],
  cells: readonly SheetAccount[],
): Summary {
  return {
    edition: settings.edition.name,
    year: settings.reportYear,
    town: settings.town,
    asOf: findings.asOf,
    sample: settings.sample,
    counts: findings.tally,
    lights: countLights(findings.tasks),
    tasks: findings.tasks.map(taskLine),
    indicators: findings.indicators.map(indicatorLine),
    weakAreas: findings.areas.filter((area) => area.isWeakness).map(areaLine),
    hints: findings.areas.filter((area) => !area.isWeakness).map(areaLine),
    missingDepartments: findings.missingDepartments,
    cells,
    problems: problemLines(problems),
    publicVersion: null,
  };
}

/** Errors first, then doubts, then notes; within a level in the order of reading. */
export function sortedProblems(problems: readonly Problem[]): Problem[] {
  return (['error', 'doubt', 'note'] as const).flatMap((level) => problems.filter((one) => one.level === level));
}

/** The problems as flat lines, heaviest first. */
export function problemLines(problems: readonly Problem[]): ProblemLine[] {
  return sortedProblems(problems).map((problem) => ({
    code: problem.code,
    level: levelName[problem.level],
    workbook: problem.place.file,
    sheet: problem.place.sheet ?? null,
    cell: problem.place.cell ?? null,
    spot: problem.place.spot ?? null,
    actual: problem.actual,
    reason: problem.reason,
    expected: problem.expected,
  }));
}

function countLights(tasks: readonly TaskFinding[]): Record<Light, number> {
  const count = (light: Light): number => tasks.filter((task) => task.light === light).length;
  return {
    green: count('green'),
    blue: count('blue'),
    yellow: count('yellow'),
    red: count('red'),
    grey: count('grey'),
  };
}

function taskLine(finding: TaskFinding): TaskLine {
  const { task, state, light, due, workingDaysLate, workingDaysLeft, why } = finding;
  return {
    id: task.id,
    title: task.title,
    department: task.lead,
    state,
    light,
    due,
    workingDaysLate,
    workingDaysLeft,
    why,
  };
}

function indicatorLine(finding: IndicatorFinding): IndicatorLine {
  const { code, name, unit, threshold } = finding.indicator;
  const { value, numerator, denominator, text, weak, state, partial, coverage } = finding;
  const { asked, given, missing } = coverage;
  const isWhole = missing.length === 0;
  return {
    code,
    name,
    unit,
    value,
    state,
    partial: partial?.value ?? null,
    coverage: { asked, given, missing: missingOnce(missing) },
    // Never beside a rate of another base.
    numerator: isWhole ? numerator : null,
    denominator: isWhole ? denominator : null,
    text,
    threshold,
    weak,
    cells: finding.sources.map(placeText),
  };
}

/** A department that lacks several parts of a formula is named once for each reason. */
function missingOnce(missing: IndicatorFinding['coverage']['missing']): IndicatorLine['coverage']['missing'] {
  const once = new Map(missing.map(({ department, why }) => [`${department} ${why}`, { department, why }]));
  return [...once.values()];
}

function areaLine(finding: AreaFinding): AreaLine {
  return {
    area: finding.area,
    indicators: finding.weakIndicators.map(({ indicator, text }) => ({
      code: indicator.code,
      name: indicator.name,
      text,
    })),
    tasks: finding.tasks.map((task) => task.task.id),
  };
}
