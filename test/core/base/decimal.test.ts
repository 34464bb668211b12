import fc from 'fast-check';
import { sum } from '../../../src/core/base/decimal';

it.each([
  [[0.1, 0.2], 0.3],
  [[1, 0.1, 2, 0.2], 3.3],
  [[], 0],
  [[Number.MAX_SAFE_INTEGER, 1, -1], Number.MAX_SAFE_INTEGER],
])('the sum of %j is exact', (values, total) => {
  expect(sum(values)).toBe(total);
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
