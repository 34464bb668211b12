/** Whether today can be a day on which an office is reminded of the report's year: a computer's clock may be years wrong. */
import type { Day } from '../base/day';

/**
 * The 报告年度 where the day is neither in it nor in the year before or after; null otherwise. A report is due in the spring after
 * its year, and its tasks are followed up until the next one.
 */
export function farYear(reportYear: number, day: Day): number | null {
  return Math.abs(Number(day.slice(0, 4)) - reportYear) > 1 ? reportYear : null;
}
