/** The hub's 设置 sheet, read and completed with defaults. */
import { dayParts, makeDay, type Day } from '../base/day';
import type { Grid } from '../base/grid';
import type { Place } from '../base/place';
import type { Problem, Result } from '../base/problem';
import { findSheet } from '../tables/find-sheet';
import { readForm } from '../tables/read-form';
import { textOf, valueOr } from '../tables/read-row';
import { headingWords, settingsForm, titleForms } from '../catalogue/settings-form';
import { columnMapping } from './column-mapping';
import { defaultSteps, stepsOf } from './overdue-steps';
import { isMonthlyDay, settingDoubts } from './setting-doubts';
import type { HeadingMode, Settings, TypedSettings } from './settings';

const hubFile = '总表.xlsx';
/** The years a report can be made for. */
export const reportYears = { first: 2019, last: 2035 } as const;
/** Only the examples in error texts need a year before the report's own is known. */
const yearOfExamples = 2022;

/**
 * The settings, or null when there is no 设置 sheet or 报告年度 cannot be read: without it no date and no workbook can be
 * judged. A setting that is blank or unreadable takes its default; the latter is listed.
 */
export function settingsFromGrids(hub: readonly Grid[]): Result<Settings | null> {
  const found = findSheet(hub, settingsForm, hub[0]?.workbook ?? hubFile, true);
  if (found.grid === null) return { value: null, problems: found.problems };
  const first = readForm(found.grid, settingsForm, yearOfExamples);
  const { reportYear } = first.fields;
  const year = reportYear.value;
  if (year === null) {
    return { value: null, problems: first.problems.filter(({ place }) => place.cell === reportYear.place.cell) };
  }
  if (year < reportYears.first || year > reportYears.last)
    return { value: null, problems: [yearOutOfRange(reportYear)] };
  const { fields, problems, unknown } = readForm(found.grid, settingsForm, year);
  const mapping = columnMapping(textOf(fields.columnMapping), fields.columnMapping.place);
  const value = { ...completed(year, fields), columnMapping: mapping.value };
  return { value, problems: [...problems, ...unknown, ...mapping.problems, ...settingDoubts(value, fields)] };
}

function yearOutOfRange({ shown, place }: TypedSettings['reportYear']): Problem {
  const range = `${String(reportYears.first)}至${String(reportYears.last)}`;
  return {
    code: 'year-out-of-range',
    level: 'error',
    place,
    actual: shown,
    reason: `报告年度“${shown}”不在${range}之间`,
    expected: `请填写${range}之间的年份`,
  };
}

function completed(reportYear: number, fields: TypedSettings): Omit<Settings, 'columnMapping'> {
  const cutoff = valueOr(fields.cutoff, yearEnd(reportYear));
  const isLater = reportYear > 2025;
  return {
    reportYear,
    town: textOf(fields.town),
    partyName: textOf(fields.partyName),
    governmentName: textOf(fields.governmentName),
    superior: textOf(fields.superior),
    addressee: textOf(fields.addressee),
    cc: textOf(fields.cc),
    villages: valueOr(fields.villages, 0),
    cutoff,
    asOf: valueOr(fields.asOf, cutoff),
    signDate: fields.signDate.value,
    titleForm: valueOr(fields.titleForm, titleForms[0]),
    situationHeadings: headingMode(fields.situationHeadings.value, 'run-in'),
    planHeadings: headingMode(fields.planHeadings.value, 'block'),
    isPublic: valueOr(fields.isPublic, false),
    remindDays: valueOr(fields.remindDays, 10),
    lagPoints: valueOr(fields.lagPoints, 20),
    ...mailSettings(fields),
    publicityPlan: valueOr(fields.publicityPlan, isLater ? '九五' : '八五'),
    outlineName: valueOr(fields.outlineName, isLater ? '' : '法治政府建设实施纲要（2021－2025年）'),
    signer: textOf(fields.signer),
    attachTable: valueOr(fields.attachTable, false),
    attachSources: valueOr(fields.attachSources, false),
    sample: valueOr(fields.sample, false),
    places: placesOf(fields),
  };
}

/** What reminders go by; the steps are judged by `stepsOf`. */
function mailSettings(fields: TypedSettings): Pick<Settings, MailSetting> {
  return {
    overdueSteps: stepsOf(textOf(fields.overdueSteps)) ?? defaultSteps,
    monthlyDay: isMonthlyDay(fields.monthlyDay.value) ? fields.monthlyDay.value : null,
    doubtReminders: valueOr(fields.doubtReminders, true),
    onRestDays: valueOr(fields.onRestDays, false),
    dailyMost: valueOr(fields.dailyMost, 80),
    officeMailbox: textOf(fields.officeMailbox),
    headMailbox: textOf(fields.headMailbox),
    mailDomains: valueOr(fields.mailDomains, []).map((domain) => domain.toLowerCase()),
    submittedOn: fields.submittedOn.value,
    publishedOn: fields.publishedOn.value,
  };
}

type MailSetting =
  | 'overdueSteps'
  | 'monthlyDay'
  | 'doubtReminders'
  | 'onRestDays'
  | 'dailyMost'
  | 'officeMailbox'
  | 'headMailbox'
  | 'mailDomains'
  | 'submittedOn'
  | 'publishedOn';

function headingMode(word: string | null, otherwise: HeadingMode): HeadingMode {
  if (word === headingWords['run-in']) return 'run-in';
  return word === headingWords.block ? 'block' : otherwise;
}

function yearEnd(year: number): Day {
  const day = makeDay(year, 12, 31);
  if (day === null) throw new Error(`no such year: ${String(year)}`);
  return day;
}

function placesOf(fields: TypedSettings): Readonly<Record<string, Place>> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, read]) => read.value !== null)
      .map(([field, read]) => [field, read.place]),
  );
}

/**
 * The year a new workspace is for: a report is submitted before 1 March of the next year and published before 1 April, and
 * until then work belongs to it.
 */
export function reportYearOn(today: Day): number {
  const { year, month } = dayParts(today);
  return month <= 3 ? year - 1 : year;
}
