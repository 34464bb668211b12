/** One clock: what is judged is judged as of the 核算日, which is never a day still to come. */
import fc from 'fast-check';
import { addDays, type Day } from '../../../src/core/base/day';
import { problemText } from '../../../src/core/base/problem';
import { settingsFromGrids } from '../../../src/core/settings/settings-from-grids';
import { editions } from '../../edition';
import { dateCell } from '../grid-builder';
import { settingsGrid } from '../office-builder';

function read(today: Day, asOf?: Day, cutoff?: Day) {
  const typed = {
    ...(asOf === undefined ? {} : { asOf: dateCell(asOf) }),
    ...(cutoff === undefined ? {} : { cutoff: dateCell(cutoff) }),
  };
  return settingsFromGrids([settingsGrid(typed)], editions, today);
}

it.each([
  ['before the statistics end it is today', '2022-11-28', undefined, '2022-11-28'],
  ['after that it is the 统计截止日', '2023-02-01', undefined, '2022-12-31'],
  ['a day the office names goes before', '2022-11-28', '2022-06-30', '2022-06-30'],
  ['also one after the 统计截止日 that has come', '2023-02-01', '2023-01-15', '2023-01-15'],
] as const)('%s', (_, today, typed, asOf) => {
  expect(read(today, typed)).toMatchObject({ value: { asOf, today }, problems: [] });
});

it('a day still to come is an error at its cell and not used', () => {
  const { value, problems } = read('2022-11-28', '2022-12-31');
  expect(value?.asOf).toBe('2022-11-28');
  expect(problems.map((problem) => [problem.level, problemText(problem)])).toEqual([
    [
      'error',
      expect.stringMatching(
        /^总表\.xlsx 设置!B\d+：核算日“2022-12-31”还没有到，今天是 2022-11-28，按 2022-11-28 核算。/u,
      ),
    ],
  ]);
});

it('is never later than the day of the run, whatever is typed', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2021-06-01', days));
  fc.assert(
    fc.property(day, fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined }), (today, asOf, cutoff) => {
      const { value } = read(today, asOf, cutoff);
      expect((value?.asOf ?? '9999') <= today).toBe(true);
    }),
  );
});
