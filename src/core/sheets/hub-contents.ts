/** What stands in a hub when it is made: by default the rows nearly every township can start from. */
import { headingWords, titleForms } from '../catalogue/settings-form';
import type { settingsForm } from '../catalogue/settings-form';
import type { departmentsTable, holidaysTable, narrativesTable, tasksTable } from '../catalogue/hub-sheets';
import type { indicatorsTable, weakAreasTable } from '../catalogue/indicator-sheets';
import type { Indicator } from '../catalogue/indicator';
import { aggregateWords, directionWords, kindWords, onEmptyWords } from '../catalogue/indicator-words';
import { indicators } from '../catalogue/indicators';
import type { publishedTable } from '../catalogue/published-sheet';
import { starterDepartments } from '../catalogue/starter-departments';
import { starterTasks } from '../catalogue/starter-tasks';
import { weakAreas } from '../catalogue/weak-areas';
import type { RowContent } from './cell-content';

/** The rows of each sheet of the hub. */
export interface HubContents {
  readonly settings: RowContent<typeof settingsForm.columns>;
  readonly departments: readonly RowContent<typeof departmentsTable.columns>[];
  readonly tasks: readonly RowContent<typeof tasksTable.columns>[];
  readonly indicators: readonly RowContent<typeof indicatorsTable.columns>[];
  readonly weakAreas: readonly RowContent<typeof weakAreasTable.columns>[];
  readonly narratives: readonly RowContent<typeof narrativesTable.columns>[];
  readonly holidays: readonly RowContent<typeof holidaysTable.columns>[];
  readonly published: readonly RowContent<typeof publishedTable.columns>[];
}

/** The hub of a town nothing is known of yet. `reportYear` null leaves the year for the office to fill in. */
export function starterContents(reportYear: number | null): HubContents {
  return {
    settings: starterSettings(reportYear),
    departments: starterDepartments.map(({ aliases, isEnforcer, ...rest }) => ({
      ...rest,
      aliases: aliases.join('、'),
      isEnforcer: yesNo(isEnforcer),
      active: '是',
    })),
    tasks: starterTasks.map((task, index) => ({
      ...task,
      number: index + 1,
      deadline: dated(task.deadline, reportYear),
      weight: 1,
    })),
    indicators: indicators.map(indicatorRow),
    weakAreas,
    narratives: [],
    holidays: [],
    published: [],
  };
}

/** `2022年6月底前` for `6月底前`; recurring deadlines stay as they are. */
function dated(deadline: string, year: number | null): string {
  return year !== null && /^\d/u.test(deadline) ? `${String(year)}年${deadline}` : deadline;
}

/** An indicator as a row of the 指标 sheet. */
function indicatorRow(indicator: Indicator): HubContents['indicators'][number] {
  const { kind, aggregate, direction, redLine, threshold, minSample, onEmpty, ...rest } = indicator;
  const isJudged = threshold !== null;
  return {
    ...rest,
    kind: kindWords[kind],
    aggregate: aggregateWords[aggregate],
    direction: directionWords[direction],
    onEmpty: onEmptyWords[onEmpty],
    threshold,
    redLine: isJudged ? yesNo(redLine) : null,
    minSample: isJudged ? minSample : null,
  };
}

function starterSettings(reportYear: number | null): HubContents['settings'] {
  return {
    reportYear,
    cutoff: reportYear === null ? null : `${String(reportYear)}-12-31`,
    superior: '县委、县政府',
    addressee: '县委、县政府',
    cc: '县委依法治县办',
    titleForm: titleForms[0],
    situationHeadings: headingWords['run-in'],
    planHeadings: headingWords.block,
    isPublic: '否',
    remindDays: 10,
    lagPoints: 20,
    publicityPlan: reportYear !== null && reportYear > 2025 ? '九五' : '八五',
    outlineName: reportYear !== null && reportYear > 2025 ? null : '法治政府建设实施纲要（2021－2025年）',
    attachTable: '否',
    sample: '否',
  };
}

function yesNo(value: boolean): string {
  return value ? '是' : '否';
}
