/** Days on which no reminder goes out. */
import { holidayTable } from '../../../src/core/base/holiday-table';
import { makeCalendar } from '../../../src/core/base/working-days';
import { restUntil } from '../../../src/core/reminders/choose-mails';

const calendar = makeCalendar(holidayTable, []);

it.each([
  ['a Friday', '2022-12-30', null],
  ['the Saturday before New Year', '2022-12-31', '2023-01-03'],
  ['a Saturday that is worked', '2022-10-08', null],
] as const)('knows on %s until when reminders wait', (_, day, until) => {
  expect(restUntil(day, { onRestDays: false }, calendar)).toBe(until);
});

it('lets them out on any day where the office wants it so', () => {
  expect(restUntil('2022-12-31', { onRestDays: true }, calendar)).toBeNull();
});
