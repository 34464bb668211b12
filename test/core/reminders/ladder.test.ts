/** How far a late matter has risen, day by day. */
import type { Day } from '../../../src/core/base/day';
import { holidayTable } from '../../../src/core/base/holiday-table';
import { makeCalendar } from '../../../src/core/base/working-days';
import { stepAt } from '../../../src/core/reminders/ladder';

const calendar = makeCalendar(holidayTable, []);

it.each([
  // What ran out on the Friday is one working day late on the weekend already.
  ['2022-07-02', 1],
  ['2022-07-04', 1],
  ['2022-07-07', 1],
  ['2022-07-08', 2],
  ['2022-07-14', 2],
  ['2022-07-15', 3],
] as const)('of what was due on 2022-07-01 on %s', (today, step) => {
  expect(stepAt('2022-07-01', today as Day, { overdueSteps: [1, 5, 10] }, calendar)).toBe(step);
});
