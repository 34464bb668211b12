/** What a run found, as one plain object: printed as text for the clerk, as JSON for programs. */
import type { Day } from '../base/day';
import { placeText } from '../base/place';
import { levelName, type Problem } from '../base/problem';
import type { AreaFinding, Findings, IndicatorFinding, Light, Tally, TaskFinding } from '../findings/findings';
import type { Settings } from '../settings/settings';

/** The Chinese word for a light. */
export const lightName: Readonly<Record<Light, string>> = {
  green: '绿',
  blue: '蓝',
  yellow: '黄',
  red: '红',
  grey: '灰',
};

export interface TaskLine {
  readonly id: string;
  readonly title: string;
  readonly department: string | null;
  readonly state: TaskFinding['state'];
  readonly light: Light;
  readonly due: Day | null;
  readonly workingDaysLate: number;
  readonly workingDaysLeft: number | null;
  readonly why: string;
}

/** Whose figures it rests on; `why` in the words of the program: blank, refused, no-file, not-read. */
export interface CoverageLine {
  readonly asked: readonly string[];
  readonly given: readonly string[];
  readonly missing: readonly { readonly department: string; readonly why: string }[];
}

interface IndicatorLine {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** Exact; null when it is not known. */
  readonly value: number | null;
  /** How far it is known; `value` is null unless `known`. */
  readonly state: 'known' | 'not-applicable' | 'partial' | 'unknown' | 'not-asked';
  /** Over those who gave it, where others did not. */
  readonly partial: number | null;
  readonly coverage: CoverageLine;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** As printed in the report. */
  readonly text: string;
  readonly threshold: number | null;
  readonly weak: boolean;
  /** `司法所.xlsx 指标数据!D7` … */
  readonly cells: readonly string[];
}

export interface AreaLine {
  readonly area: string;
  readonly indicators: readonly { readonly code: string; readonly name: string; readonly text: string }[];
  readonly tasks: readonly string[];
}

/** A problem, flat. Places outside workbooks have `spot` (words) instead of `sheet` and `cell`. */
export interface ProblemLine {
  readonly code: string;
  readonly level: string;
  readonly workbook: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly spot: string | null;
  readonly actual: string;
  readonly reason: string;
  readonly expected: string;
}

export interface Summary {
  /** The name of the edition. */
  readonly edition: string;
  readonly year: number;
  readonly town: string;
  readonly asOf: Day;
  readonly sample: boolean;
  readonly counts: Tally;
  readonly lights: Readonly<Record<Light, number>>;
  readonly tasks: readonly TaskLine[];
  readonly indicators: readonly IndicatorLine[];
  readonly weakAreas: readonly AreaLine[];
  readonly hints: readonly AreaLine[];
  readonly missingDepartments: readonly string[];
  readonly problems: readonly ProblemLine[];
}

/** The summary of a run; problems stand in order of weight. */
export function summaryFromFindings(findings: Findings, settings: Settings, problems: readonly Problem[]): Summary {
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
    problems: problemLines(problems),
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
  return {
    code,
    name,
    unit,
    value,
    state,
    partial: partial?.value ?? null,
    coverage: { asked, given, missing: missing.map(({ department, why }) => ({ department, why })) },
    numerator,
    denominator,
    text,
    threshold,
    weak,
    cells: finding.sources.map(placeText),
  };
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
