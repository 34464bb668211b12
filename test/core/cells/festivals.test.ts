import { festivalDay } from '../../../src/core/cells/festivals';

/** First days of the lunar year as the holiday notices of those years have them, from 2028 on as the almanac has. */
it.each([
  [2019, '2019-02-05'],
  [2020, '2020-01-25'],
  [2021, '2021-02-12'],
  [2022, '2022-02-01'],
  [2023, '2023-01-22'],
  [2024, '2024-02-10'],
  [2025, '2025-01-29'],
  [2026, '2026-02-17'],
  [2027, '2027-02-06'],
  [2028, '2028-01-26'],
  [2029, '2029-02-13'],
  [2030, '2030-02-03'],
  [2031, '2031-01-23'],
  [2032, '2032-02-11'],
  [2033, '2033-01-31'],
  [2034, '2034-02-19'],
  [2035, '2035-02-08'],
  [2036, '2036-01-28'],
  [2037, '2037-02-15'],
  [2038, '2038-02-04'],
])('春节 of %d is %s', (year, day) => {
  expect(festivalDay('春节', year)).toBe(day);
});

it('a year outside the table is unknown, 元旦 is the one that ends the year', () => {
  expect(festivalDay('春节', 2018)).toBeNull();
  expect(festivalDay('春节', 2039)).toBeNull();
  expect(festivalDay('国庆', 2022)).toBe('2022-10-01');
  expect(festivalDay('五一', 2022)).toBe('2022-05-01');
  expect(festivalDay('元旦', 2022)).toBe('2023-01-01');
  expect(festivalDay('中秋', 2022)).toBeNull();
});
