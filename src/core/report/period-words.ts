/** How the time a report speaks of is called: no whole year before it has ended. */
import { addDays, dayParts, type Day } from '../base/day';
import type { Settings } from '../settings/settings';
import { lastDayOf } from '../settings/times';

/** What all that is counted is counted in: `全年`, `上半年`, `1至9月`, `截至9月15日`. */
export function periodWords(lastDay: Day): string {
  const { month, day } = dayParts(lastDay);
  if (!endsMonth(lastDay)) return `截至${String(month)}月${String(day)}日`;
  if (month === 12) return '全年';
  if (month === 6) return '上半年';
  return month === 1 ? '1月' : `1至${String(month)}月`;
}

/** The same with the year, for titles and openings: `2022年`, `2022年上半年`, `2022年1月1日至9月15日`; a day of December is the year. */
export function yearAndPeriod(lastDay: Day): string {
  const { year, month, day } = dayParts(lastDay);
  if (month === 12) return `${String(year)}年`;
  if (!endsMonth(lastDay)) return `${String(year)}年1月1日至${String(month)}月${String(day)}日`;
  return `${String(year)}年${periodWords(lastDay)}`;
}

/** What comes after it: `2023年`, `2022年下半年`, `2022年第四季度`, `2022年余下的时间`. */
export function nextPeriod(lastDay: Day): string {
  const { year, month } = dayParts(lastDay);
  const isMonthEnd = endsMonth(lastDay);
  if (month === 12) return `${String(year + 1)}年`;
  if (isMonthEnd && month === 6) return `${String(year)}年下半年`;
  return isMonthEnd && month === 9 ? `${String(year)}年第四季度` : `${String(year)}年余下的时间`;
}

function endsMonth(day: Day): boolean {
  return dayParts(addDays(day, 1)).day === 1;
}

/** The day the office wants the report to end on: by it goes the title, whatever day it is now. */
export function statedEnd({ reportYear, cutoff }: Settings): Day {
  return lastDayOf(reportYear, cutoff, cutoff);
}
