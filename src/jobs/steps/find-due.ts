/** What is due to be told in the office: the mails and 催办清单 are made of the same items. */
import { holidayTable } from '../../core/base/holiday-table';
import type { Result } from '../../core/base/problem';
import { makeCalendar } from '../../core/base/working-days';
import type { DueItem } from '../../core/reminders/due-item';
import { dueItems } from '../../core/reminders/due-items';
import { departmentItems } from '../../core/rows/department-items';
import type { Office } from './read-office';

/** The day of the office's settings is the day that is judged by. */
export function findDue({ rows, settings, findings, problems }: Office): Result<readonly DueItem[]> {
  const calendar = makeCalendar(holidayTable, rows.holidays);
  return dueItems({ rows, settings, findings, departmentItems: departmentItems(problems, rows) }, calendar);
}
