/** The history of a year as lines: one a day, oldest first, gaps left open, and a line nobody can read told. */
import type { Snapshot } from '../../../src/contract/history';
import { historyLine, isKept, readHistory } from '../../../src/core/report/history-lines';

const snapshot: Snapshot = {
  ...{ day: '2022-03-04', done: 3, due: 5, unknown: 2, overdue: 2, problems: 7 },
  departments: [{ name: '司法所', done: 1, due: 2, overdue: 1 }],
  figures: { 'F-01': 12.5, 'F-02': null },
};

function lineOf(given: Partial<Snapshot>, year = 2022): string {
  const line = historyLine({ year, at: '2022-03-04 09:00:00', snapshot: { ...snapshot, ...given } });
  if (line === null) throw new Error('too long');
  return line;
}

it('gives back what was kept, and a figure that was not known is not known', () => {
  expect(readHistory([lineOf({})], 2022)).toEqual({ value: [snapshot], problems: [] });
});

it('the last run of a day counts, days stand in their order, and another year is another history', () => {
  const texts = [
    lineOf({ day: '2022-03-11', done: 1 }),
    lineOf({}),
    lineOf({ day: '2022-03-11', done: 4 }),
    lineOf({ day: '2022-03-18' }, 2023),
  ];
  const { value } = readHistory(texts, 2022);
  expect(value.map(({ day, done }) => [day, done])).toEqual([
    ['2022-03-04', 3],
    ['2022-03-11', 4],
  ]);
});

it.each([
  ['that was cut off', lineOf({}).slice(0, -20)],
  ['that is blank', ''],
  ['of a day there is none of', lineOf({ day: '2022-02-30' })],
  ['that lacks a count', lineOf({}).replace('"due":5,"unknown"', '"unknown"')],
  ['with a word for a figure', lineOf({}).replace('12.5', '"12.5"')],
  ['with a department without a name', lineOf({}).replace('"name"', '"nome"')],
])('a line %s is told with its row and costs itself alone', (_, text) => {
  const { value, problems } = readHistory([lineOf({}), text, lineOf({ day: '2022-03-11' })], 2022);
  expect(value.map(({ day }) => day)).toEqual(['2022-03-04', '2022-03-11']);
  expect(problems.map(({ level, place }) => [level, place.spot])).toEqual([['note', '第 2 行']]);
});

it('knows what it says already', () => {
  const texts = [lineOf({ done: 1 }), lineOf({})];
  expect([isKept(texts, 2022, snapshot), isKept(texts, 2022, { ...snapshot, done: 1 })]).toEqual([true, false]);
  expect(isKept(texts, 2023, snapshot)).toBe(false);
});

it('60 departments and 150 figures are a few KB, and what fits into no cell is not written', () => {
  const departments = Array.from({ length: 60 }, (_, n) => ({
    ...snapshot.departments[0],
    name: `综合行政执法局${String(n)}`,
  }));
  const figures = Object.fromEntries(
    Array.from({ length: 150 }, (_, n) => [`F-${String(n)}`, n === 3 ? null : n * 1.25]),
  );
  expect(Buffer.byteLength(lineOf({ departments: departments as Snapshot['departments'], figures }))).toBeLessThan(
    8000,
  );
  const many = Object.fromEntries(Array.from({ length: 9000 }, (_, n) => [`F-${String(n)}`, n]));
  expect(historyLine({ year: 2022, at: '', snapshot: { ...snapshot, figures: many } })).toBeNull();
});
