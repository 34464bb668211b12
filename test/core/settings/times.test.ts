/** What a report may name in its time: meetings, plans, laws. */
import { problemText } from '../../../src/core/base/problem';
import { isYearOver, lastDayOf } from '../../../src/core/settings/times';
import { settingsFromGrids } from '../../../src/core/settings/settings-from-grids';
import { editions } from '../../edition';
import { dateCell } from '../grid-builder';
import { settingsGrid } from '../office-builder';

function read(more: Parameters<typeof settingsGrid>[0], today: `${number}-${number}-${number}` = '2031-01-02') {
  const { value, problems } = settingsFromGrids([settingsGrid(more)], editions, today);
  return { value, says: problems.map((problem) => `${problem.level} ${problemText(problem)}`) };
}

it.each([
  [2019, '2019-12-31', '党的十九大和十九届历次全会'],
  [2021, '2021-12-31', '党的十九大和十九届历次全会'],
  [2022, '2022-06-30', '党的十九大和十九届历次全会'],
  [2022, '2022-12-31', '党的二十大'],
  [2023, '2023-12-31', '党的二十大和二十届二中全会'],
  [2024, '2024-06-30', '党的二十大和二十届二中全会'],
  [2024, '2024-12-31', '党的二十大和二十届二中、三中全会'],
  [2025, '2025-10-22', '党的二十大和二十届二中、三中全会'],
  [2025, '2025-12-31', '党的二十大和二十届历次全会'],
  [2026, '2026-12-31', '党的二十大和二十届历次全会'],
  [2027, '2027-12-31', ''],
] as const)('a report of %i until %s speaks of %s', (reportYear, cutoff, meeting) => {
  const { value } = read({ reportYear, cutoff: dateCell(cutoff) });
  expect(value?.current['党的会议']).toBe(meeting);
});

it.each([
  ['习近平法治思想', 2020, '2020-11-16', '2020-12-31'],
  ['行政处罚法', 2021, '2021-07-14', '2021-07-15'],
  ['信访工作条例', 2022, '2022-04-30', '2022-05-01'],
  ['行政复议法', 2023, '2023-12-31', null],
  ['行政复议法', 2024, null, '2024-01-01'],
  ['法治宣传教育法', 2025, '2025-10-31', '2025-11-01'],
  ['行政执法监督条例', 2026, '2026-01-31', '2026-02-01'],
] as const)('%s is named from the day it is in force', (name, reportYear, before, from) => {
  const named = (cutoff: string | null): string | null =>
    cutoff === null ? null : (read({ reportYear, cutoff: dateCell(cutoff) }).value?.current[name] ?? null);
  expect(named(before) ?? '').toBe('');
  if (from !== null) expect(named(from)).toBe(name);
});

it('while the year goes on, only what has come by the day of the run', () => {
  expect(read({ reportYear: 2025 }, '2025-06-20').value).toMatchObject({
    lastDay: '2025-06-20',
    current: { 党的会议: '党的二十大和二十届二中、三中全会', 法治宣传教育法: '' },
  });
});

it.each([
  [
    { reportYear: 2027, publicityPlan: '八五' },
    'publicityPlan',
    '“八五”普法规划到2025年为止，报告写的是2027年，没有采用',
  ],
  [
    { reportYear: 2025, publicityPlan: '九五' },
    'publicityPlan',
    '“九五”普法规划只在2026至2030年，报告写的是2025年，没有采用',
  ],
  [
    { reportYear: 2026, outlineName: '法治政府建设实施纲要（2021－2025年）' },
    'outlineName',
    '引用的纲要到2025年为止，报告写的是2026年，没有采用',
  ],
] as const)('what is named out of its time is an error and not printed', (typed, field, told) => {
  const { value, says } = read(typed);
  expect(value?.texts[field]).toBe('');
  expect(says.filter((one) => one.startsWith('error '))).toEqual([expect.stringContaining(told)]);
});

it('what is left blank in its time is not printed, and noted', () => {
  const { value, says } = read({ reportYear: 2024 });
  expect(value?.texts).toMatchObject({ publicityPlan: '', outlineName: '' });
  expect(says.map((one) => one.slice(0, one.indexOf(' ')))).toEqual(['note', 'note']);
  expect(says[0]).toContain('普法规划名称没有填，报告里不写。2024年的报告一般写“八五”；不写的不用改。');
});

it('a plan nobody has seen is never put in, only asked for', () => {
  const { value, says } = read({ reportYear: 2027 });
  expect(value?.texts).toMatchObject({ publicityPlan: '', outlineName: '' });
  expect(says).toEqual([expect.stringContaining('普法规划名称没有填')]);
});

it.each([
  ['2022-12-31', '2023-01-02', '2022-12-31'],
  ['2022-12-31', '2022-06-30', '2022-06-30'],
  ['2022-11-30', '2022-12-15', '2022-11-30'],
  ['2022-12-31', '2021-12-31', '2022-01-01'],
  ['2023-03-31', '2023-06-30', '2022-12-31'],
] as const)('a report of 2022 until %s, reckoned on %s, speaks of no day after %s', (cutoff, asOf, last) => {
  expect(lastDayOf(2022, cutoff, asOf)).toBe(last);
});

it.each([
  ['2022-12-31', '2022-12-31', true],
  ['2022-12-15', '2022-12-15', true],
  ['2022-12-31', '2022-12-15', false],
  ['2022-11-30', '2022-11-30', false],
  ['2022-10-31', '2022-10-31', false],
] as const)('of a year that ends for the office on %s, by %s it is over: %s', (cutoff, lastDay, isOver) => {
  expect(isYearOver({ cutoff, lastDay })).toBe(isOver);
});
