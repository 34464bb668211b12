/** The rows of the result sheets, one function for each kind of finding. */
import { round } from '../base/decimal';
import { placeText, type Place } from '../base/place';
import { levelName, type Problem } from '../base/problem';
import { areaWords, indicatorWords, lightWords, taskStateWords } from '../base/state-words';
import { standingWords } from '../edition/indicator-words';
import { standardText, standingText } from '../edition/standard-text';
import { listedNames } from '../findings/incomplete-figures';
import type { ColumnsOf } from '../edition/shapes';
import { matterText } from '../base/feedback-text';
import type { FeedbackLine } from '../../contract/feedback';
import type { Tally } from '../../contract/summary';
import type { Findings, IndicatorFinding, TaskFinding, ToldArea } from '../findings/findings';
import type { DepartmentItems } from '../rows/department-items';
import { problemKind } from './problem-kinds';
import type { Percent, RowContent } from './cell-content';

/** Places named in one cell; beyond them their number is told. */
const mostSources = 6;

export function taskRow(finding: TaskFinding): RowContent<ColumnsOf<'taskResults'>> {
  const { task, progress, state, light, due, workingDaysLate, why, sources } = finding;
  return {
    light: lightWords[light],
    taskId: task.id,
    section: task.section,
    title: task.title,
    lead: task.lead,
    deadline: task.dueText,
    due,
    state: taskStateWords[state],
    percent: progress?.percent.value?.value ?? null,
    daysLate: state === 'overdue' ? workingDaysLate : null,
    why,
    source: sourcesText(sources),
  };
}

/** All tasks first, then sections, then departments. */
export function tallyRows(
  { tally, bySection, byDepartment }: Findings,
  whole: string,
): RowContent<ColumnsOf<'tallyResults'>>[] {
  return [
    tallyRow(whole, '全部任务', tally),
    ...bySection.map((part) => tallyRow('章节', part.name, part)),
    ...byDepartment.map((part) => tallyRow('单位', part.name, part)),
  ];
}

function tallyRow(group: string, name: string, tally: Tally): RowContent<ColumnsOf<'tallyResults'>> {
  const { total, done, running, overdue, unreported, unclear, deferred, cancelled, rate } = tally;
  return { group, name, total, done, running, overdue, unreported, unclear, deferred, cancelled, rate };
}

export function indicatorRow(finding: IndicatorFinding): RowContent<ColumnsOf<'indicatorResults'>> {
  const { indicator, value, lastYear, trend, weak, sources } = finding;
  const isJudged = indicator.threshold !== null && value !== null;
  return {
    code: indicator.code,
    name: indicator.name,
    value: valueText(finding),
    number: numberOf(value, indicator.unit),
    lastYear: numberOf(lastYear, indicator.unit),
    trend,
    threshold: standardText(indicator),
    standing: indicator.threshold === null ? '' : standingWords[indicator.standing],
    weak: weak ? indicatorWords.missed : isJudged ? indicatorWords.met : '',
    area: indicator.area,
    basis: indicator.basis,
    source: sourcesText(sources),
  };
}

/** To two decimals, percents as such; null of what is not known. */
function numberOf(value: number | null, unit: string): number | Percent | null {
  if (value === null) return null;
  return unit === '%' ? { percent: round(value, 2) } : round(value, 2);
}

/** What is known; without a department's number, what the others gave, with its name. */
function valueText({ state, text, partial, coverage }: IndicatorFinding): string {
  if (state === 'not-applicable') return '不涉及';
  if (partial !== null) return partial.text;
  if (state !== 'unknown') return text;
  const lacking = [...new Set(coverage.missing.map(({ department }) => department))];
  return lacking.length === 0 ? text : `缺${listedNames(lacking)}的数`;
}

export function areaRow({ finding, problem, cause, plans }: ToldArea): RowContent<ColumnsOf<'areaResults'>> {
  const { area, isWeakness, weakIndicators, tasks } = finding;
  return {
    area,
    verdict: isWeakness ? areaWords.weakness : areaWords.hint,
    figures: weakIndicators.map(({ indicator, text }) => `${indicator.name} ${text}`).join('；'),
    tasks: tasks.map(({ task }) => `${task.id} ${task.title}`).join('；'),
    standing: weakIndicators.map(({ indicator }) => `${indicator.name}${standingText(indicator)}`).join('；'),
    problem: problem.text,
    cause: cause.text,
    action: plans.map(({ action, lead }) => (lead === '' ? '' : `${lead}牵头，`) + action.text).join('；'),
  };
}

export function problemRow({
  code,
  level,
  place,
  actual,
  reason,
  expected,
}: Problem): RowContent<ColumnsOf<'problemResults'>> {
  return {
    level: levelName[level],
    file: place.file,
    sheet: place.sheet ?? '',
    cell: place.cell ?? place.spot ?? '',
    actual,
    reason,
    expected,
    kind: problemKind(code),
  };
}

export function feedbackRow(line: FeedbackLine): RowContent<ColumnsOf<'feedbackResults'>> {
  const { code, department, title, task, due, signedOn, reply, rectifyOn, closed, settled, doubts } = line;
  return {
    ...{ code, department, due, signedOn, reply, rectifyOn },
    title: task === null ? title : `${task} ${title}`,
    state: matterText(line),
    closed: yesNo(closed),
    settled: yesNo(settled),
    doubts: doubts.join('；'),
  };
}

function yesNo(said: boolean | null): string {
  return said === null ? '' : said ? '是' : '否';
}

/** A department's own list: its workbook needs no naming, only sheet and cell do. */
export function departmentProblemRows({
  department,
  items,
}: DepartmentItems): RowContent<ColumnsOf<'departmentProblems'>>[] {
  return items.map(({ level, place, actual, reason, expected }, index) => ({
    department,
    number: index + 1,
    level: levelName[level],
    where: placeText({ ...place, file: '' }).trim() || '整本',
    actual,
    reason,
    expected,
  }));
}

/** `司法所.xlsx 指标数据!D4、D6；…`: the cells of one sheet stand together. */
function sourcesText(sources: readonly Place[]): string {
  const bySheet = new Map<string, string[]>();
  for (const place of sources.slice(0, mostSources)) {
    const { cell, ...sheet } = place;
    const name = placeText(sheet);
    bySheet.set(name, [...(bySheet.get(name) ?? []), ...(cell === undefined ? [] : [cell])]);
  }
  const named = [...bySheet].map(([sheet, cells]) => (cells.length === 0 ? sheet : `${sheet}!${cells.join('、')}`));
  return `${named.join('；')}${sources.length > mostSources ? `等 ${String(sources.length)} 处` : ''}`;
}
