/** A clock that is years wrong lets no mail go out. */
import type { Day } from '../../../src/core/base/day';
import { farYear } from '../../../src/core/reminders/far-year';

it.each<[Day, number | null]>([
  ['2021-12-31', null],
  ['2022-01-01', null],
  ['2023-12-31', null],
  ['2020-12-31', 2022],
  ['2024-01-01', 2022],
  ['2036-06-30', 2022],
])('on %s the reminders of 2022 need %s confirmed', (day, year) => {
  expect(farYear(2022, day)).toBe(year);
});
