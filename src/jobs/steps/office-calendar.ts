/** What the office's templates may ask for beside the report's fields: the calendar, from the 核算日 on. */
import type { Day } from '../../core/base/day';
import { holidayTable } from '../../core/base/holiday-table';
import { makeCalendar } from '../../core/base/working-days';
import type { Rows } from '../../core/rows/rows';
import type { Services } from '../../engine/fill';

/** Working days are counted from the 核算日, by the State Council's calendar and the office's own days. */
export function officeCalendar(holidays: Rows['holidays'], asOf: Day): Services {
  const { workingDaysBetween } = makeCalendar(holidayTable, holidays);
  return { workingDaysUntil: (day) => workingDaysBetween(asOf, day) };
}

/** Enough to check a template, which counts nothing. */
export const anyCalendar: Services = { workingDaysUntil: () => 0 };
