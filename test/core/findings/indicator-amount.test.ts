/** A rate from its two parts: what is known of it, and in which word. */
import type { Qualifier } from '../../../src/core/cells/readings';
import { noAmount, type Amount } from '../../../src/core/findings/formula';
import { computed, type Computed } from '../../../src/core/findings/indicator-amount';
import { inexactQuantity } from '../../../src/core/findings/qualifier';
import { indicators } from '../../edition';

type Part = readonly [value: number | null, qualifier?: Qualifier];

const amount = ([value, qualifier = '']: Part): Amount => ({
  ...noAmount,
  ...inexactQuantity({ value, applies: true, qualifier }),
});

function rate(numerator: Amount, denominator: Amount, unit = '%'): Computed {
  const line = { ...indicators[0]!, kind: 'rate' as const, unit, numerator: '子', denominator: '母' };
  return computed(line, { amountOf: (name) => (name === '子' ? numerator : denominator) });
}

it.each<
  [
    numerator: Part,
    denominator: Part,
    value: number | null,
    qualifier: Qualifier,
    range: readonly [low: number, high: number] | null,
  ]
>([
  [[3], [4], 75, '', [75, 75]],
  [[0], [4], 0, '', [0, 0]],
  [[4], [4], 100, '', [100, 100]],
  [[1], [3], 100 / 3, '', [100 / 3, 100 / 3]],
  [[3, '余'], [4], 75, '约', [75, 100]],
  [[300, '余'], [500], 60, '约', [60, 80]],
  [[300, '至少'], [500], 60, '至少', [60, Infinity]],
  [[300, '至多'], [500], 60, '至多', [0, 60]],
  [[300], [500, '至少'], 60, '至多', [0, 60]],
  [[300], [500, '至多'], 60, '至少', [60, Infinity]],
  [[300, '至少'], [500, '至多'], 60, '至少', [60, Infinity]],
  [[300, '至少'], [500, '至少'], 60, '约', [0, Infinity]],
  [[0, '约'], [500], 0, '', [0, Infinity]],
  [[null], [4], null, '', null],
  [[4], [null], null, '', null],
])('%j of %j is %p %j', (numerator, denominator, value, qualifier, range) => {
  const found = rate(amount(numerator), amount(denominator));
  expect([found.value, found.qualifier]).toEqual([value, qualifier]);
  expect(found.range).toEqual(range && { low: range[0], high: range[1] });
});

it('of which only bounds are known is told at the least it may be', () => {
  // 2 to 3 of 3 to 4 that may be void: no less than a half, and perhaps all.
  const open = (value: number, low: number, high: number): Amount => ({
    ...noAmount,
    value,
    qualifier: '至多',
    range: { low, high },
  });
  expect(rate(open(3, 2, 3), open(4, 3, 4))).toMatchObject({
    value: 50,
    qualifier: '至少',
    range: { low: 50, high: 100 },
  });
  expect(rate(open(3, 2, 3), open(4, 3, 4), '学时')).toMatchObject({ value: 0.75, qualifier: '约' });
});

it('is not a share of anything where nothing was to be divided, and nobody’s where a part is', () => {
  expect(rate(amount([0]), amount([0]))).toMatchObject({ value: null, applies: false });
  expect(rate(amount([3]), { ...noAmount, applies: false })).toMatchObject({ value: null, applies: false });
  expect(rate({ ...noAmount, applies: false }, amount([3]))).toMatchObject({ value: null, applies: false });
  expect(rate(amount([null]), amount([3]))).toMatchObject({
    value: null,
    applies: true,
    numerator: null,
    denominator: 3,
  });
});

it('of hours is no percentage, and rests on the cells of both', () => {
  const [one, other] = [{ file: '甲.xlsx' }, { file: '乙.xlsx' }];
  const found = rate({ ...amount([90]), sources: [one] }, { ...amount([4]), sources: [one, other] }, '学时');
  expect(found).toMatchObject({ value: 22.5, numerator: 90, denominator: 4, sources: [one, other] });
});
