/** What a run found, as one plain object: printed as text for the clerk, as JSON for programs. */
import type { ProblemLine } from '../../contract/problem-line';
import type { AreaLine, IndicatorLine, Summary, TaskCounts, TaskLine } from '../../contract/summary';
import { percentDigits } from '../base/decimal';
import { placeRanges } from '../base/place';
import { levelName, type Problem } from '../base/problem';
import type { Light } from '../base/state-words';
import { standingWords } from '../edition/indicator-words';
import { standardText } from '../edition/standard-text';
import { undatedTasks } from '../findings/completion';
import type { Findings, IndicatorFinding, TaskFinding, ToldArea } from '../findings/findings';
import { tallyOf } from '../findings/tally';
import type { Settings } from '../settings/settings';
import type { SheetAccount } from '../tables/account/cell-account';

/** The summary of a run, without what only the run knows: 督办台账 and the public version. Problems stand in order of weight. `areas` are the weak areas of the findings as they are told. */
export function summaryFromFindings(
  { findings, areas }: { readonly findings: Findings; readonly areas: readonly ToldArea[] },
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
    counts: taskCounts(findings.tasks, findings.completionThreshold),
    lights: countLights(findings.tasks),
    tasks: findings.tasks.map(taskLine),
    indicators: findings.indicators.map(indicatorLine),
    weakAreas: areas.filter(({ finding }) => finding.isWeakness).map(areaLine),
    hints: areas.filter(({ finding }) => !finding.isWeakness).map(areaLine),
    missingDepartments: findings.missingDepartments,
    unreadDepartments: findings.unreadDepartments,
    formlessDepartments: findings.formlessDepartments,
    cells,
    problems: problemLines(problems),
    feedback: [],
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

/** `threshold`: the standard of the completion rate, at which its digits are chosen; null for none. */
export function taskCounts(tasks: readonly TaskFinding[], threshold: number | null): TaskCounts {
  const tally = tallyOf(tasks);
  const rateText = tally.rate === null ? '—' : `${percentDigits(tally.rate, threshold)}%`;
  return { ...tally, rateText, undated: undatedTasks(tasks).length };
}

/** Of no light there may be no task. */
export function countLights(tasks: readonly TaskFinding[]): Readonly<Record<Light, number>> {
  const lights = { red: 0, yellow: 0, blue: 0, green: 0, grey: 0 };
  for (const { light } of tasks) lights[light] += 1;
  return lights;
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
  const { code, name, unit, threshold, standing, basis } = finding.indicator;
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
    lastYear: finding.lastYearText,
    trend: finding.trend,
    threshold,
    standing: threshold === null ? '' : standingWords[standing],
    basis,
    weak,
    cells: placeRanges(finding.sources),
  };
}

/** A department that lacks several parts of a formula is named once for each reason. */
function missingOnce(missing: IndicatorFinding['coverage']['missing']): IndicatorLine['coverage']['missing'] {
  const once = new Map(missing.map(({ department, why }) => [`${department} ${why}`, { department, why }]));
  return [...once.values()];
}

function areaLine({ finding, problem, cause, items, plans }: ToldArea): AreaLine {
  return {
    area: finding.area,
    problem: problem.text,
    cause: cause.text,
    indicators: items.map(({ finding: { indicator, text, trend } }) => ({
      code: indicator.code,
      name: indicator.name,
      text,
      trend,
      standard: standardText(indicator),
      standing: standingWords[indicator.standing],
      basis: indicator.basis,
    })),
    measures: plans.map(({ action, lead, plan }) => ({ action: action.text, lead, plan })),
    tasks: finding.tasks.map(({ task }) => task.id),
  };
}
