import { nextPeriod, periodWords, yearAndPeriod } from '../../../src/core/report/period-words';

it.each([
  ['2022-12-31', '全年', '2022年', '2023年'],
  ['2022-12-20', '截至12月20日', '2022年', '2023年'],
  ['2025-06-30', '上半年', '2025年上半年', '2025年下半年'],
  ['2025-09-30', '1至9月', '2025年1至9月', '2025年第四季度'],
  ['2025-01-31', '1月', '2025年1月', '2025年余下的时间'],
  ['2024-02-29', '1至2月', '2024年1至2月', '2024年余下的时间'],
  ['2024-02-28', '截至2月28日', '2024年1月1日至2月28日', '2024年余下的时间'],
  ['2025-02-28', '1至2月', '2025年1至2月', '2025年余下的时间'],
  ['2025-09-15', '截至9月15日', '2025年1月1日至9月15日', '2025年余下的时间'],
] as const)('until %s: %s, %s, then %s', (day, period, title, next) => {
  expect([periodWords(day), yearAndPeriod(day), nextPeriod(day)]).toEqual([period, title, next]);
});

it('a whole year is said on its last day alone', () => {
  const days = ['2025-12-30', '2025-11-30', '2025-06-30', '2026-01-01'] as const;
  expect(days.map(periodWords)).not.toContain('全年');
});
