/** Part and whole of different departments, over the whole town: neither side is printed where they contradict. */
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { byCode, type Share } from '../../../src/core/findings/shares';
import { checkedShares } from '../../../src/core/findings/town-relations';
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
    asked: problems.flatMap(({ code, reason }) => (code === 'figure-incomplete' ? [reason] : [])),
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
  expect(town(['B2.1', 'B1'], [...reviewed(['司法所', 6]), decided(5)])).toMatchObject({
    told: ['error 司法所.xlsx 重大决策合法性审查数 6 大于重大行政决策事项数（党政办.xlsx 填报!D-B1） 5'],
    values: [null, null],
  });
});

it('so does the total of several parts, with its name; equal is no contradiction', () => {
  expect(town(['B2.1', 'B1'], [...reviewed(['司法所', 3], ['派出所', 3]), decided(5)]).told).toEqual([
    'error 司法所.xlsx 重大决策合法性审查数合计 6 大于重大行政决策事项数（党政办.xlsx 填报!D-B1） 5',
  ]);
  expect(town(['B2.1', 'B1'], [...reviewed(['司法所', 3], ['派出所', 2]), decided(5)])).toMatchObject({
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

it('不涉及 of another is an answer: the whole is whole, and it is told as the number it is', () => {
  const figures = [...reviewed(['司法所', 6]), decided(5), decided(notApplicable, '派出所')];
  expect(town(['B2.1', 'B1'], figures).told).toEqual([
    'error 司法所.xlsx 重大决策合法性审查数 6 大于重大行政决策事项数合计（党政办.xlsx 填报!D-B1） 5',
  ]);
});

it('the part of one who typed both counts with that of another who typed no whole', () => {
  expect(town(['B2.1', 'B1'], [...reviewed(['党政办', 3], ['司法所', 4]), decided(5)])).toMatchObject({
    told: ['error 司法所.xlsx 重大决策合法性审查数合计 7 大于重大行政决策事项数（党政办.xlsx 填报!D-B1） 5'],
    values: [null, null],
  });
});

it('who has yet to fill in a part is still asked for it where the others’ parts are kept out', () => {
  const { told, asked } = town(['B2.1', 'B1'], [...reviewed(['司法所', 6], ['派出所', null]), decided(5)]);
  expect([told.length, asked]).toEqual([1, [expect.stringMatching(/^派出所没有填重大决策合法性审查数/u)]]);
});

it('a whole number as the limit is that of one department, not of all together', () => {
  const counsel = ['司法所', '派出所'].map((name) => figure('B5.1', 1, name));
  expect(town(['B5.1'], counsel)).toMatchObject({ told: [], values: [1] });
});

it('不涉及 of all is told as that, and not as 0', () => {
  expect(town(['B2.1', 'B1'], [...reviewed(['司法所', 6]), decided(notApplicable)])).toMatchObject({
    told: ['error 司法所.xlsx 重大决策合法性审查数 6，而重大行政决策事项数（党政办.xlsx 填报!D-B1）填不涉及'],
    values: [null, null],
  });
});

it('so is 不涉及 of the very department that has a part: its own workbook was not held against that', () => {
  expect(town(['B2.1', 'B1'], [...reviewed(['党政办', 6]), decided(notApplicable)]).told).toEqual([
    'error 党政办.xlsx 重大决策合法性审查数 6，而重大行政决策事项数（填报!D-B1）填不涉及',
  ]);
});

it('a figure that is no part of it stays', () => {
  const figures = [...reviewed(['司法所', 6]), decided(5), figure('A1', 3, '党政办')];
  expect(town(['B2.1', 'B1', 'A1'], figures).values).toEqual([null, null, 3]);
});

it('against a number of 设置 the sum of several is held; one alone was told in its own workbook', () => {
  const villages = (...counts: readonly number[]): readonly Figure[] =>
    counts.map((count, index) => figure('E3.1', count, departments[index]?.name ?? ''));
  expect(town(['E3.1'], villages(20, 11))).toMatchObject({
    told: ['error 司法所.xlsx 有法治文化阵地村数合计 31 大于行政村数 30'],
    values: [null],
  });
  expect(town(['E3.1'], villages(20, 10))).toMatchObject({ told: [], values: [30] });
  expect(town(['E3.1'], villages(31)).told).toEqual([]);
  expect(town(['E3.1'], [...villages(31), figure('E3.1', null, '党政办', { shown: '若干' })]).told).toEqual([]);
  const unknown = { numbers: new Map([['行政村数', { field: 'villages', value: null }]]) };
  expect(town(['E3.1'], villages(20, 11), unknown).told).toEqual([]);
});

it('a whole that may be larger than it says is told as that', () => {
  const about = figure('B1', quantity(10, '余'), '党政办', { shown: '10余件' });
  expect(town(['B1', 'B2.1'], [...reviewed(['司法所', 12]), about]).told).toEqual([
    'error 司法所.xlsx 重大决策合法性审查数 12 可能大于重大行政决策事项数（党政办.xlsx 填报!D-B1） 10余件',
  ]);
});

it('a sum of which one part is only about right is not held against its whole', () => {
  const cases = (ordinary: number | ReturnType<typeof quantity>): readonly Figure[] => [
    ...[figure('C2', 10, '党政办'), figure('C2.2', 3), figure('C2.2', ordinary, '派出所'), figure('C2.3', 1)],
  ];
  expect(town(['C2', 'C2.2', 'C2.3'], cases(2)).told).toHaveLength(1);
  expect(town(['C2', 'C2.2', 'C2.3'], cases(quantity(2, '约')))).toMatchObject({ told: [], values: [10, 5, 1] });
});

it('of a chain the figure is told beside the nearest that it exceeds, and what lies beyond stays', () => {
  const exam = [figure('D9.1', 6, '派出所'), figure('D9.2', 5, '党政办'), figure('D9.3', 9)];
  const { told, values } = town(['D9.1', 'D9.2', 'D9.3'], exam);
  expect([told.length, values]).toEqual([1, [6, null, null]]);
});

describe('figures that rows make', () => {
  const share = (code: string, value: number, department: string): Share => ({
    ...{ code, department, said: { kind: 'known', value, qualifier: '' }, shown: String(value) },
    places: [{ file: `${department}.xlsx`, sheet: '台账', cell: code }],
  });

  /** What is told of shares, by code; `typed` are those that stand in cells of their own. */
  const told = (shares: readonly Share[], typed: readonly Figure[], own = departments): readonly string[] => {
    const indicators = noRows.indicators.map((line) => ({ ...line, filledBy: '司法所、党政办' }));
    const rows = { ...noRows, departments: own, indicators, figures: typed };
    const { value, problems } = checkedShares(byCode(shares, rows), rows, settings);
    const kinds = [...value.values()].flat().map(({ code, said }) => `${code} ${said.kind}`);
    return [...kinds, ...problems.map(({ code }) => code)];
  };
  const none = ['D9.1', 'D9.2'].map((code) => share(code, 0, '党政办'));
  const both = [share('D9.1', 20, '司法所'), share('D9.2', 30, '司法所'), ...none];
  const refused = ['D9.1 refused', 'D9.1 refused', 'D9.2 refused', 'D9.2 refused', 'part-exceeds-whole'];
  const kept = ['D9.1 known', 'D9.1 known', 'D9.2 known', 'D9.2 known'];

  it.each([
    ['the part', ['D9.1'], refused],
    ['the whole', ['D9.2'], refused],
    ['neither, for both were typed and told there', ['D9.1', 'D9.2'], kept],
  ])('are held against what their own department typed: rows make %s', (_, typed, expected) => {
    const ofOthers = none.map(({ code }) => figure(code, 0, '党政办'));
    const cells = typed.map((code) => figure(code, code === 'D9.1' ? 20 : 30));
    expect(told(both, [...cells, ...ofOthers])).toEqual(expected);
  });

  it('wait for the whole that one who is not asked for it tried to tell', () => {
    const stray: Share = { ...share('D9.1', 0, '派出所'), said: { kind: 'refused' } };
    expect(told([...both, stray], [])).toEqual(['D9.1 known', 'D9.1 known', 'D9.1 refused', ...kept.slice(2)]);
  });

  it('wait for the whole of a department that said nothing at all, unless it reports no more', () => {
    const alone = both.filter(({ department: name }) => name === '司法所');
    expect(told(alone, [])).toEqual(['D9.1 known', 'D9.2 known']);
    const active = departments.map((one) => ({ ...one, active: one.name !== '党政办' }));
    expect(told(alone, [], active)).toEqual(['D9.1 refused', 'D9.2 refused', 'part-exceeds-whole']);
  });
});
