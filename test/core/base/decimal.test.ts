import fc from 'fast-check';
import {
  divide,
  fixed,
  multiply,
  percentDigits,
  placesBeside,
  plain,
  round,
  roundDown,
  subtract,
  sum,
} from '../../../src/core/base/decimal';

it.each([
  [[0.1, 0.2], 0.3],
  [[1, 0.1, 2, 0.2], 3.3],
  [[], 0],
  [[Number.MAX_SAFE_INTEGER, 1, -1], Number.MAX_SAFE_INTEGER],
  [[5829778884.339299, 5829778884.339299, 5829778884.339299], 17489336653.0179],
])('the sum of %j is exact', (values, total) => {
  expect(sum(values)).toBe(total);
});

it('a large amount times a rate keeps its decimals', () => {
  expect(multiply(8891490714.096, 871.24)).toBe(7746622369748.999);
  expect([multiply(3, 0.1), multiply(12, 5), multiply(3, 0.3333333333333333)]).toEqual([0.3, 60, 0.9999999999999999]);
});

it('what is left of an amount is what is left on paper', () => {
  expect([subtract(0.3, 0.1), subtract(1, 0.9), subtract(12, 5), subtract(5, 12)]).toEqual([0.2, 0.1, 7, -7]);
});

it('a number is printed in plain digits', () => {
  expect([9500, 2.86, 1e21, 1e-7, -0.5].map(plain)).toEqual([
    '9500',
    '2.86',
    '1000000000000000000000',
    '0.0000001',
    '-0.5',
  ]);
});

it.each([
  [99.97, [100], 2],
  [50, [100], 1],
  [89.96, [90, 100], 2],
  [89.994, [90], 2],
  [89.996, [90], 3],
  [90, [90], 1],
  [90.04, [90], 2],
  [99.9999999, [100], 6],
])('%d beside the marks %j is told with %i decimals', (value, marks, places) => {
  expect(placesBeside(value, marks)).toBe(places);
});

it('a percentage that is nearly all or nearly nothing is printed as neither', () => {
  expect([99.97, 100, 99.4, 0.02, 0].map((value) => percentDigits(value))).toEqual([
    '99.97',
    '100',
    '99.4',
    '0.02',
    '0',
  ]);
  expect([89.96, 90, 99.97, 0.04].map((value) => percentDigits(value, 90))).toEqual(['89.96', '90.0', '99.97', '0.04']);
});

it('an amount is shared out as with pen and paper', () => {
  expect([divide(0.3, 3), divide(1, 3), divide(7, 0)]).toEqual([0.1, 1 / 3, null]);
  expect([divide(5, 1.1), divide(1, 30_000_000), divide(0, 7)]).toEqual([4.545454545454546, 1 / 30_000_000, 0]);
});

it('amounts of money add up to the cent, in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e9 })), (cents) => {
      const amounts = cents.map((cent) => cent / 100);
      const total = cents.reduce((all, cent) => all + cent, 0) / 100;
      expect([sum(amounts), sum([...amounts].reverse())]).toEqual([total, total]);
    }),
  );
});

it.each([
  [86.75, 1, 86.8, '86.8'],
  [86.85, 1, 86.9, '86.9'],
  [2.665, 2, 2.67, '2.67'],
  [2.675, 2, 2.68, '2.68'],
  [0.5, 0, 1, '1'],
  [2.5, 0, 3, '3'],
  [-2.5, 0, -3, '-3'],
  [86.749, 1, 86.7, '86.7'],
])('%d to %i places is rounded half up, as with pen and paper', (value, places, rounded, printed) => {
  expect([round(value, places), fixed(value, places)]).toEqual([rounded, printed]);
});

it.each([
  [86.79, 1, 86.7],
  [86.75, 0, 86],
  [0.29, 2, 0.29],
  [7, 1, 7],
])('%d to %i places, and no larger, is %d', (value, places, rounded) => {
  expect(roundDown(value, places)).toBe(rounded);
});
