import { holidayTable } from '../../../src/core/base/holiday-table';
import { makeCalendar } from '../../../src/core/base/working-days';
import { restUntil } from '../../../src/core/reminders/rest-day';

const calendar = makeCalendar(holidayTable, []);

it.each([
  ['2022-12-30', null],
  ['2022-12-31', '2023-01-03'],
  ['2022-10-08', null],
] as const)('lets reminders of %s wait until %s', (day, until) => {
  expect(restUntil(day, { onRestDays: false }, calendar)).toBe(until);
});

it('lets them out on any day where the office wants it so', () => {
  expect(restUntil('2022-12-31', { onRestDays: true }, calendar)).toBeNull();
});
