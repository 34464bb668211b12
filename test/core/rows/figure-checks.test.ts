/** Figures of a workbook that cannot all be true: which are told, in which words, and which are kept out for it. */
import type { Relation } from '../../../src/core/edition/edition';
import {
  checkedFigures,
  nearestOnes,
  signDoubts,
  violated,
  violationProblem,
  type Known,
} from '../../../src/core/rows/figure-checks';
import type { Figure, Rows } from '../../../src/core/rows/rows';
import { figure, noRows, notApplicable, quantity, settings } from '../findings/rows-builder';

const relation = (text: string, more: Partial<Relation> = {}): Relation => {
  const [left = '', sign = '', right = ''] = text.split(' ');
  return {
    left: left.split('+'),
    relation: sign === '=' ? '=' : '≤',
    right: right.split('+'),
    carried: null,
    level: 'error',
    unless: [],
    ...more,
  };
};

/** What is said of the figures, and which of them stay. */
function check(figures: readonly Figure[], relations: readonly Relation[], said: readonly string[] = []) {
  const known: Pick<Rows, 'indicators' | 'meanings'> = { ...noRows, meanings: { codes: new Map(), relations } };
  const { value, problems } = checkedFigures(figures, known, settings, said);
  const kept = value.filter(({ quantity: one }) => one.value !== null).map(({ code }) => code);
  const told = problems.map(
    ({ level, place, reason, expected }) => `${level} ${place.cell ?? ''} ${reason}。${expected}`,
  );
  return { kept, told };
}

const about = (code: string, shown: string, value: number): Figure =>
  figure(code, quantity(value, '约'), '司法所', { shown });
const corrected = '请核对各数并改正，改正前都不计入';

it.each<[string, readonly Figure[], Relation, string]>([
  [
    'a part above its whole',
    [figure('A', 5), figure('B', 4)],
    relation('A ≤ B'),
    `error D-A A 5 大于B（填报!D-B） 4。${corrected}`,
  ],
  [
    'one part alone above the whole',
    [figure('A', 5), figure('B', 4)],
    relation('A+C ≤ B'),
    `error D-A A 5 大于B（填报!D-B） 4。${corrected}`,
  ],
  [
    'parts together above the whole',
    [figure('A', 3), figure('C', 2), figure('B', 4)],
    relation('A+C ≤ B'),
    `error D-A A加C（填报!D-C） 5 大于B（填报!D-B） 4。${corrected}`,
  ],
  [
    'a sum that is less',
    [figure('A', 3), figure('C', 2), figure('B', 6)],
    relation('A+C = B'),
    `error D-A A加C（填报!D-C） 5 不等于B（填报!D-B） 6。${corrected}`,
  ],
  [
    'a sum that is more',
    [figure('A', 3), figure('B', 1), figure('C', 1)],
    relation('A = B+C'),
    `error D-A A 3 不等于B（填报!D-B）加C（填报!D-C） 2。${corrected}`,
  ],
  ['more than a setting', [figure('A', 31)], relation('A ≤ 行政村数'), `error D-A A 31 大于行政村数 30。${corrected}`],
  ['more than a number', [figure('A', 3)], relation('A ≤ 2'), `error D-A A 3 大于 2。${corrected}`],
  [
    'more than the whole with what was carried over',
    [figure('A', 8), figure('B', 4), figure('C', 3)],
    relation('A ≤ B', { carried: 'C' }),
    `error D-A A 8 大于B（填报!D-B）加C（填报!D-C） 7。${corrected}`,
  ],
  [
    'about so many above a whole that may be more',
    [about('A', ' 约5 ', 5), figure('B', 4)],
    relation('A ≤ B'),
    `error D-A A 约5 可能大于B（填报!D-B） 4。${corrected}；约数请写准确数`,
  ],
  [
    'about so many of several together',
    [about('A', '约3', 3), figure('C', 2), figure('B', 4)],
    relation('A+C ≤ B'),
    `error D-A A加C（填报!D-C） 约5 可能大于B（填报!D-B） 4。${corrected}；约数请写准确数`,
  ],
  [
    'at least so many above a whole that is less for certain',
    [figure('A', quantity(5, '至少'), '司法所', { shown: '5件以上' }), figure('B', 4)],
    relation('A ≤ B'),
    `error D-A A 5件以上 大于B（填报!D-B） 4。${corrected}；约数请写准确数`,
  ],
  [
    'more than about so many',
    [figure('A', 5), figure('B', quantity(4, '余'), '司法所', { shown: '4余' })],
    relation('A ≤ B'),
    `error D-A A 5 可能大于B（填报!D-B） 4余。${corrected}；约数请写准确数`,
  ],
  [
    'what may be explained',
    [figure('A', 5), figure('B', 4)],
    relation('A ≤ B', { unless: ['超编', '追加'] }),
    `error D-A A 5 大于B（填报!D-B） 4。${corrected}；确属超编的请在备注栏或“问题与建议”写明“超编”`,
  ],
])('%s is told, and none of the figures counts', (_, figures, one, told) => {
  expect(check([...figures, figure('Z', 1)], [one])).toEqual({ kept: ['Z'], told: [told] });
});

it('a doubt is told, and the figures count', () => {
  expect(check([figure('A', 5), figure('B', 4)], [relation('A ≤ B', { level: 'doubt' })])).toEqual({
    kept: ['A', 'B'],
    told: ['doubt D-A A 5 大于B（填报!D-B） 4。请核对；确属如此的请在备注栏说明'],
  });
});

it.each<[string, readonly Figure[], Relation]>([
  ['a part as large as the whole', [figure('A', 4), figure('B', 4)], relation('A ≤ B')],
  ['parts that make the whole', [figure('A', 3), figure('C', 1), figure('B', 4)], relation('A+C = B')],
  ['as many as the setting', [figure('A', 30)], relation('A ≤ 行政村数')],
  ['as many as the number', [figure('A', 2)], relation('A ≤ 2')],
  [
    'what fits with what was carried over',
    [figure('A', 7), figure('B', 4), figure('C', 3)],
    relation('A ≤ B', { carried: 'C' }),
  ],
  ['a part without its whole', [figure('A', 4)], relation('A ≤ B')],
  ['a whole without its parts', [figure('B', 4)], relation('A ≤ B')],
  ['a part beside a whole of which a part is missing', [figure('A', 4), figure('B', 1)], relation('A ≤ B+C')],
  ['a sum of which a part is missing', [figure('A', 1), figure('B', 4)], relation('A+C = B')],
  ['a part beside a whole nobody has', [figure('A', 4), figure('B', notApplicable)], relation('A ≤ B')],
  ['a part beside a whole that could not be read', [figure('A', 4), figure('B', null)], relation('A ≤ B')],
  ['a part beside a whole told twice', [figure('A', 4), figure('B', 1), figure('B', 1)], relation('A ≤ B')],
  ['a doubt about one part of several', [figure('A', 5), figure('B', 4)], relation('A+C ≤ B', { level: 'doubt' })],
  [
    'a doubt about what is only about right',
    [about('A', '约5', 5), figure('B', 4)],
    relation('A ≤ B', { level: 'doubt' }),
  ],
  [
    'a doubt beside what is only about right',
    [figure('A', 5), about('B', '约4', 4)],
    relation('A ≤ B', { level: 'doubt' }),
  ],
  ['a sum of what is only about right', [about('A', '约3', 3), figure('C', 2), figure('B', 4)], relation('A+C = B')],
])('%s is no mistake', (_, figures, one) => {
  expect(check(figures, [one]).told).toEqual([]);
});

it('a setting that nobody gave judges nothing', () => {
  const atLeast = (code: string) => ({ ...figureKnown(code, 31) });
  const numbers = new Map([['行政村数', { field: 'villages', value: null }]]);
  expect(violated(relation('A ≤ 行政村数'), { atLeast, all: atLeast }, numbers)).toEqual([]);
});

it.each<[string, readonly string[], string, 'error' | 'doubt']>([
  ['in 问题与建议', ['本年度追加了经费'], '', 'doubt'],
  ['in a note', [], '年中追加', 'doubt'],
  ['nowhere', ['没有问题'], '无', 'error'],
])('what a department wrote of it %s makes a mistake a doubt: %j, %j', (_, said, note, level) => {
  const figures = [{ ...figure('A', 5), note }, figure('B', 4)];
  const found = check(figures, [relation('A ≤ B', { unless: ['超编', '追加'] })], said);
  expect(found.told).toEqual([expect.stringMatching(new RegExp(`^${level} `, 'u'))]);
  expect(found.kept).toEqual(level === 'doubt' ? ['A', 'B'] : []);
});

it('the figures are called by the names of their lines, and a sum that is wrong is another rule than a part', () => {
  const all = [figure('E1', 5), figure('E2', 4)];
  expect(check(all, [relation('E1 ≤ E2')]).told[0]).toContain('普法活动场次 5 大于普法受众人次（填报!D-E2） 4');
  const codesOf = (one: Relation) =>
    checkedFigures(all, { ...noRows, meanings: { codes: new Map(), relations: [one] } }, settings, []).problems;
  expect(codesOf(relation('E1 ≤ E2'))).toMatchObject([{ code: 'part-exceeds-whole', actual: '5' }]);
  expect(codesOf(relation('E1 = E2'))).toMatchObject([{ code: 'parts-do-not-add-up', actual: '5' }]);
});

it.each<[string, Partial<Known>, Partial<Known>, string]>([
  ['of one workbook', {}, {}, '普法活动场次 5 大于B（填报!D5） 4'],
  [
    'of two',
    {},
    { place: { file: '乙办.xlsx', sheet: '填报', cell: 'D5' } },
    '普法活动场次 5 大于B（乙办.xlsx 填报!D5） 4',
  ],
  [
    'of all departments together',
    { isTotal: true, isRough: true },
    { isTotal: true },
    '普法活动场次合计 约5 大于B合计（填报!D5） 4',
  ],
  ['of which one has no cell', {}, { place: { file: '甲办.xlsx' } }, '普法活动场次 5 大于B 4'],
  ['of which one is nobody’s', {}, { isNotApplicable: true }, '普法活动场次 5，而B（填报!D5）填不涉及'],
  ['of which the other is nobody’s', { isNotApplicable: true }, {}, '普法活动场次填不涉及，而B（填报!D5） 4'],
])('two numbers %s are told with their cells', (_, left, right, reason) => {
  const one = { ...figureKnown('E1', 5), place: { file: '甲办.xlsx', sheet: '填报', cell: 'D4' }, ...left };
  const other = { ...figureKnown('B', 4), place: { file: '甲办.xlsx', sheet: '填报', cell: 'D5' }, ...right };
  const violation = { relation: relation('E1 ≤ B'), left: [one], right: [other], leftValue: 5, rightValue: 4 };
  expect(violationProblem(violation, noRows.indicators)).toMatchObject({ reason, place: one.place });
});

describe('of one mistake only the nearest is told', () => {
  const chain = [relation('A ≤ B'), relation('B ≤ C'), relation('A ≤ C')];

  it('where 合格 is above 参考, and 参考 fits 应考', () => {
    const { kept, told } = check([figure('A', 6), figure('B', 4), figure('C', 5)], chain);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('A 6 大于B');
    expect(kept).toEqual(['C']);
  });

  it('and each where each is a mistake of its own', () => {
    expect(check([figure('A', 6), figure('B', 5), figure('C', 4)], chain).told).toHaveLength(3);
  });

  it('and the far one where the near one is a doubt alone, for it keeps nothing out', () => {
    const [near, middle, far] = chain.map(
      (one, index) => ({ ...one, level: index === 0 ? 'doubt' : 'error' }) as const,
    );
    const { kept, told } = check([figure('A', 6), figure('B', 4), figure('C', 5)], [near!, middle!, far!]);
    expect([told.length, kept]).toEqual([2, ['B']]);
  });

  it('and a far doubt is not told beside a near mistake, nor beside a near doubt', () => {
    for (const level of ['error', 'doubt'] as const) {
      const relations = chain.map((one, index): Relation => ({ ...one, level: index === 0 ? level : 'doubt' }));
      expect(check([figure('A', 6), figure('B', 4), figure('C', 5)], relations).told).toHaveLength(1);
    }
  });

  it('and a sum that does not hold always is', () => {
    const figures = [figure('A', 6), figure('B', 4), figure('C', 5)];
    expect(check(figures, [relation('A ≤ B'), relation('B ≤ C'), relation('A = C')]).told).toHaveLength(2);
    expect(nearestOnes([], chain)).toEqual([]);
  });
});

describe('a mere sign for 不涉及', () => {
  const sign = (code: string, shown: string, value = notApplicable) => figure(code, value, '司法所', { shown });
  const told = (...figures: readonly Figure[]) =>
    signDoubts(figures, noRows).map(({ level, actual, reason }) => `${level} ${actual} ${reason}`);

  it('is asked about, by the name of its line or else by its code', () => {
    expect(told(sign('E1', ' — '), sign('X9', '/'))).toEqual([
      'doubt — 普法活动场次“—”按“不涉及”计',
      'doubt / X9“/”按“不涉及”计',
    ]);
  });

  it('is not, where it is spelled out, a number, or a rate, which nobody types', () => {
    const rate = noRows.indicators.find(({ kind }) => kind === 'rate')?.code ?? '';
    expect(told(sign('E1', '不涉及'), sign('E1', '/', quantity(3)), sign(rate, '/'), figure('E1', null))).toEqual([]);
  });
});

function figureKnown(code: string, value: number) {
  const range = { low: value, high: value };
  return { code, value, shown: String(value), place: { file: '司法所.xlsx' }, isRough: false, range };
}
