/** How far a late matter has risen, day by day. */
import type { Day } from '../../../src/core/base/day';
import { holidayTable } from '../../../src/core/base/holiday-table';
import { makeCalendar } from '../../../src/core/base/working-days';
import { redLevel, rolesAt, stepAt } from '../../../src/core/reminders/ladder';

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

it('each step has its level and reaches one more', () => {
  const told = [0, 1, 2, 3].map((step) => `${String(redLevel(step))} ${rolesAt(step).join('、')}`);
  expect(told).toEqual(['null ', '红1 承办单位', '红2 承办单位、分管领导', '红3 承办单位、分管领导、主要领导']);
});

it.each([
  [[3, 6], '2022-07-05', 0],
  [[3, 6], '2022-07-06', 1],
  [[2], '2022-07-02', 0],
])('with the office’s own steps %j on %s', (overdueSteps, today, step) => {
  expect(stepAt('2022-07-01', today as Day, { overdueSteps }, calendar)).toBe(step);
});
