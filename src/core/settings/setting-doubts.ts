/** Settings that are probably wrong, or read but of no use. */
import { addDays, longDay, makeDay } from '../base/day';
import type { Problem } from '../base/problem';
import type { DatedThing } from '../edition/edition';
import { type Read, textOf } from '../tables/read-row';
import type { Column } from '../tables/sheet';
import { othersIn, ownNames, strangeSuperior, type SettingLines } from './organ-of-hub';
import { defaultSteps, stepsOf } from './overdue-steps';
import type { Settings, TypedSettings } from './settings';
import { outOfTime, settingThingOn } from './times';

/** The last day every month has. */
const lastMonthlyDay = 28;

/** The settings before it is known what the sheet was taken for. */
type Completed = Omit<Settings, 'read'>;

/** Whether workbooks can be asked for by that day of each month; null asks for none. */
export function isMonthlyDay(day: number | null): boolean {
  return day === null || (day >= 1 && day <= lastMonthlyDay);
}

/** One doubt per setting that does not fit the report's year, one error for each that is not used. */
export function settingDoubts(settings: Completed, fields: TypedSettings, lines: SettingLines): readonly Problem[] {
  const year = String(settings.reportYear);
  const { signDate, cutoff, asOf, today } = settings;
  const typed = fields.asOf.value;
  return [
    ...reminderDoubts(fields),
    ...lateSignDate(settings, fields.signDate),
    ...when(signDate !== null && signDate < cutoff, fields.signDate, {
      code: 'sign-date-early',
      reason: '成文日期早于统计截止日',
      expected: '请核对成文日期和统计截止日',
    }),
    ...when(!cutoff.startsWith(year), fields.cutoff, {
      code: 'cutoff-other-year',
      reason: `统计截止日不在${year}年内`,
      expected: `一般填写 ${year}-12-31`,
    }),
    ...when(typed !== null && typed > today, fields.asOf, {
      code: 'as-of-future',
      level: 'error',
      reason: `核算日“${fields.asOf.shown.trim()}”还没有到，今天是 ${today}，按 ${asOf} 核算`,
      expected: '请改为今天或以前的日期，或者留空：留空按当天核算，过了统计截止日按统计截止日核算',
    }),
    ...when(typed !== null && typed < `${year}-01-01`, fields.asOf, {
      code: 'as-of-early',
      reason: '核算日早于报告年度',
      expected: '一般留空，或者填报告年度以内、今天以前的日期',
    }),
    ...timeProblems(settings, fields),
    ...superiorProblems(settings, fields, lines),
    ...ownProblems(fields, lines),
  ];
}

/** Signed on a day on which the report should have gone up already. */
function lateSignDate(
  { signDate, reportYear, edition }: Completed,
  field: TypedSettings['signDate'],
): readonly Problem[] {
  return edition.deadlines
    .filter(({ setting }) => setting === 'submittedOn')
    .flatMap(({ month, day }) => {
      const limit = makeDay(reportYear + 1, month, day);
      if (limit === null || signDate === null || signDate < limit) return [];
      return when(true, field, {
        code: 'sign-date-late',
        reason: `成文日期晚于${longDay(addDays(limit, -1))}`,
        expected: `年度报告应在次年${String(month)}月${String(day)}日以前报送，请核对`,
      });
    });
}

/** Plans and campaigns that are named out of their time, which is an error, or not named in it. */
function timeProblems(settings: Completed, fields: Readonly<Record<string, Read<unknown>>>): readonly Problem[] {
  const { times } = settings.edition;
  return [...new Set(times.map(({ setting }) => setting))].flatMap((setting) => {
    const read = fields[setting];
    if (read === undefined) return [];
    const ofField = times.filter((one) => one.setting === setting);
    return typedText(read) === '' ? missingThing(settings, setting, read) : strangeThing(settings, ofField, read);
  });
}

function typedText({ value }: Read<unknown>): string {
  return typeof value === 'string' ? value : '';
}

function strangeThing({ lastDay }: Completed, times: readonly DatedThing[], read: Read<unknown>): readonly Problem[] {
  const [out] = outOfTime(times, typedText(read), lastDay);
  if (out === undefined) return [];
  const reason = `${out.reason}，报告写的是${lastDay.slice(0, 4)}年，没有采用`;
  return when(true, read, { code: out.code, level: 'error', reason, expected: out.expected });
}

/** Nothing is noted of a line that is not there and whose usual word is printed. */
function missingThing({ edition, lastDay }: Completed, setting: string, read: Read<unknown>): readonly Problem[] {
  const due = settingThingOn(edition.times, setting, lastDay);
  if (due === undefined || (read.place.cell === undefined && due.isDefault)) return [];
  const columns: Readonly<Record<string, Column>> = edition.sheets.settings.columns;
  return when(true, read, {
    code: 'time-missing',
    level: 'note',
    reason: `${columns[setting]?.header ?? ''}没有填，报告里不写`,
    expected: `${lastDay.slice(0, 4)}年的报告一般写“${due.value}”；不写的不用改`,
  });
}

/** 县委、县政府 over an organ whose full names stand in a district; or nothing that tells a county from a district. */
function superiorProblems(
  { edition }: Completed,
  { superior }: TypedSettings,
  lines: SettingLines,
): readonly Problem[] {
  const said = strangeSuperior(lines, edition);
  const { columns } = edition.sheets.settings;
  const { above } = edition.organ;
  const names = `${columns.partyName.header}、${columns.governmentName.header}`;
  return [
    ...when(said !== null, superior, {
      code: 'superior-other',
      level: 'error',
      reason: `${columns.superior.header}写的是“${superior.shown.trim()}”，机关的全称里上级却是${above}，没有采用`,
      expected: `请核对${columns.superior.header}和${names}`,
    }),
    ...when(above === '', superior, {
      code: 'level-unknown',
      level: 'error',
      reason: `${columns.superior.header}和${names}都看不出上级是哪一级，提到上级的地方写“【待补：上级】”`,
      expected: `请填写${columns.superior.header}，如“县委、县政府”“区委、区政府”，或者把${names}写全`,
    }),
  ];
}

/** The organ itself where another body is asked for. */
function ownProblems({ superior, addressee, cc }: TypedSettings, lines: SettingLines): readonly Problem[] {
  const names = ownNames(lines);
  return [superior, addressee, cc].flatMap((field) =>
    when(othersIn(textOf(field), names) !== textOf(field), field, {
      code: 'organ-itself',
      level: 'error',
      reason: `“${field.shown.trim()}”里有本机关自己，没有采用`,
      expected: '请只写别的机关，没有的留空',
    }),
  );
}

/** What reminders go by and cannot be used. */
function reminderDoubts({ overdueSteps, monthlyDay }: TypedSettings): readonly Problem[] {
  const steps = textOf(overdueSteps);
  return [
    ...when(steps !== '' && stepsOf(steps) === null, overdueSteps, {
      code: 'steps-unreadable',
      level: 'error',
      reason: `逾期催办工作日“${steps}”不是一至三个不同的正整数，按 ${defaultSteps.join('、')} 采用`,
      expected: `请改为如 ${defaultSteps.join('、')}`,
    }),
    ...when(!isMonthlyDay(monthlyDay.value), monthlyDay, {
      code: 'monthly-day-unusable',
      level: 'error',
      reason: `月报日“${monthlyDay.shown}”不在1至${String(lastMonthlyDay)}之间，没有采用`,
      expected: '请改为如 25；不催月报的留空',
    }),
  ];
}

function when(
  wrong: boolean,
  { shown, place }: Read<unknown>,
  {
    code,
    level = 'doubt',
    reason,
    expected,
  }: Pick<Problem, 'code' | 'reason' | 'expected'> & Partial<Pick<Problem, 'level'>>,
): readonly Problem[] {
  return wrong ? [{ code, level, place, actual: shown, reason, expected }] : [];
}
