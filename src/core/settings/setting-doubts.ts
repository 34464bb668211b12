/** Settings that are probably wrong, or read but of no use. */
import { addDays, longDay, makeDay } from '../base/day';
import type { Problem } from '../base/problem';
import { type Read, textOf } from '../tables/read-row';
import { campaignsOver } from './campaigns';
import { defaultSteps, stepsOf } from './overdue-steps';
import type { Settings, TypedSettings } from './settings';

/** The last day every month has. */
const lastMonthlyDay = 28;

/** Whether workbooks can be asked for by that day of each month; null asks for none. */
export function isMonthlyDay(day: number | null): boolean {
  return day === null || (day >= 1 && day <= lastMonthlyDay);
}

/** One doubt per setting that does not fit the report's year, one error for each that is not used. */
export function settingDoubts(settings: Settings, fields: TypedSettings): readonly Problem[] {
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
    ...overDoubts(settings, fields),
  ];
}

/** Signed on a day on which the report should have gone up already. */
function lateSignDate(
  { signDate, reportYear, edition }: Settings,
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

/** Plans and campaigns that were over before the report's year. */
function overDoubts(
  { edition, reportYear, texts }: Settings,
  fields: Readonly<Record<string, Read<unknown>>>,
): readonly Problem[] {
  return Object.entries(texts).flatMap(([field, text]) => {
    const over = campaignsOver(edition.campaigns, field, reportYear).find(({ mark }) => text.includes(mark));
    const read = fields[field];
    return over === undefined || read === undefined ? [] : when(true, read, over);
  });
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
