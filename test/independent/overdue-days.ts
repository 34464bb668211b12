/** What the lights of many tasks are on many days, as one text to compare. */
import { addDays } from '../../src/core/base/day';
import { holidayTable } from '../../src/core/base/holiday-table';
import { makeCalendar } from '../../src/core/base/working-days';
import { taskFindings } from '../../src/core/findings/task-findings';
import { noRows, progress, settings, task } from '../core/findings/rows-builder';

const daysOfFourYears = 1461;
const everyNth = 61;
const days = Array.from({ length: Math.floor(daysOfFourYears / everyNth) }, (_, index) =>
  addDays('2024-01-01', index * everyNth),
);
const calendar = makeCalendar(holidayTable, []);
const tasks = days.map((due) => task(due, { deadline: { kind: 'day', due, start: null } }));
const rows = { ...noRows, tasks, progress: days.map((id) => progress(id, { percent: 50 })) };

/** State and working days late or left of every task, on every one of the days of 2024 to 2027. */
export function overdueDays(): string {
  const found = days.map((asOf) => taskFindings(rows, { ...settings, asOf, today: asOf }, calendar).value);
  return JSON.stringify(found.map((all) => all.map((one) => [one.state, one.workingDaysLate, one.workingDaysLeft])));
}
