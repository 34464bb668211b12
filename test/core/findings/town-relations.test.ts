/** Part and whole of different departments, over the whole town: neither side is printed where they contradict. */
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import type { Figure } from '../../../src/core/rows/rows';
import type { Settings } from '../../../src/core/settings/settings';
import { department, figure, noRows, notApplicable, quantity, settings } from './rows-builder';

const departments = ['司法所', '党政办', '派出所'].map((name) => department(name, { inGroup: true }));

/** `level file reason` of the relations that do not hold, and the values of the figures named. */
function town(codes: readonly string[], figures: readonly Figure[], own: Partial<Settings> = {}) {
  const indicators = noRows.indicators
    .filter(({ code }) => codes.includes(code))
    .map((line) => ({ ...line, filledBy: filledBy(line.code, figures) }));
  const rows = { ...noRows, departments, indicators, figures };
  const { value, problems } = findingsFromRows(rows, { ...settings, ...own }, []);
  const told = problems.filter(({ code }) => code === 'part-exceeds-whole' || code === 'parts-do-not-add-up');
  return {
    told: told.map(({ level, place, reason }) => `${level} ${place.file} ${reason}`),
    values: codes.map((code) => value.indicators.find(({ indicator }) => indicator.code === code)?.value),
  };
}

/** Whoever gives the figure is asked for it. */
function filledBy(code: string, figures: readonly Figure[]): string {
  return figures.flatMap((one) => (one.code === code ? [one.department] : [])).join('、');
}

const reviewed = (...parts: readonly [string, number | ReturnType<typeof quantity> | null][]): readonly Figure[] =>
  parts.map(([department, value]) => figure('B2.1', value, department));
const decided = (value: number | ReturnType<typeof quantity> | null, from = '党政办'): Figure =>
  figure('B1', value, from);

it('a part of one department larger than the whole of another takes both out', () => {
  expect(town(['B2.1', 'B1'], [...reviewed(['司法所', 6]), decided(5)])).toEqual({
    told: ['error 司法所.xlsx 重大决策合法性审查数 6 大于重大行政决策事项数（党政办.xlsx 填报!D-B1） 5'],
    values: [null, null],
  });
});

it('so does the total of several parts, with its name; equal is no contradiction', () => {
  expect(town(['B2.1', 'B1'], [...reviewed(['司法所', 3], ['派出所', 3]), decided(5)]).told).toEqual([
    'error 司法所.xlsx 重大决策合法性审查数合计 6 大于重大行政决策事项数（党政办.xlsx 填报!D-B1） 5',
  ]);
  expect(town(['B2.1', 'B1'], [...reviewed(['司法所', 3], ['派出所', 2]), decided(5)])).toEqual({
    told: [],
    values: [5, 5],
  });
});

it.each<[string, readonly Figure[]]>([
  ['the whole', [...reviewed(['司法所', 6]), decided(quantity(5, '余'))]],
  ['the part', [...reviewed(['司法所', quantity(6, '约')]), decided(5)]],
  ['one of several parts', [...reviewed(['司法所', 6], ['派出所', quantity(1, '约')]), decided(5)]],
])('a number that is only about right contradicts as well: no report can print both (%s)', (_, figures) => {
  const { told, values } = town(['B2.1', 'B1'], figures);
  expect([told.length, values]).toEqual([1, [null, null]]);
});

it.each<[string, readonly Figure[]]>([
  [
    'somebody has not yet told his share of the whole',
    [...reviewed(['司法所', 6]), decided(5), decided(null, '派出所')],
  ],
  ['nobody told the whole', [...reviewed(['司法所', 6]), decided(null)]],
  ['one department typed both: it was told in its own workbook', [...reviewed(['党政办', 6]), decided(5)]],
])('nothing is said where %s', (_, figures) => {
  expect(town(['B2.1', 'B1'], figures).told).toEqual([]);
});

it('不涉及 of another is an answer: the whole is whole', () => {
  const figures = [...reviewed(['司法所', 6]), decided(5), decided(notApplicable, '派出所')];
  expect(town(['B2.1', 'B1'], figures).told).toHaveLength(1);
});

it('不涉及 of all is told as that, and not as 0', () => {
  expect(town(['B2.1', 'B1'], [...reviewed(['司法所', 6]), decided(notApplicable)])).toEqual({
    told: ['error 司法所.xlsx 重大决策合法性审查数 6，而重大行政决策事项数（党政办.xlsx 填报!D-B1）填不涉及'],
    values: [null, null],
  });
});

it('a figure that is no part of it stays', () => {
  const figures = [...reviewed(['司法所', 6]), decided(5), figure('A1', 3, '党政办')];
  expect(town(['B2.1', 'B1', 'A1'], figures).values).toEqual([null, null, 3]);
});

it('against a number of 设置 the sum of several is held; one alone was told in its own workbook', () => {
  const villages = (...counts: readonly number[]): readonly Figure[] =>
    counts.map((count, index) => figure('E3.1', count, departments[index]?.name ?? ''));
  expect(town(['E3.1'], villages(20, 11))).toEqual({
    told: ['error 司法所.xlsx 有法治文化阵地村数合计 31 大于行政村数 30'],
    values: [null],
  });
  expect(town(['E3.1'], villages(20, 10))).toEqual({ told: [], values: [30] });
  expect(town(['E3.1'], villages(31)).told).toEqual([]);
  const unknown = { numbers: new Map([['行政村数', { field: 'villages', value: null }]]) };
  expect(town(['E3.1'], villages(20, 11), unknown).told).toEqual([]);
});

it('a whole that may be larger than it says is told as that', () => {
  const about = figure('B1', quantity(10, '余'), '党政办', { shown: '10余件' });
  expect(town(['B1', 'B2.1'], [...reviewed(['司法所', 12]), about]).told).toEqual([
    'error 司法所.xlsx 重大决策合法性审查数 12 可能大于重大行政决策事项数（党政办.xlsx 填报!D-B1） 10余件',
  ]);
});
