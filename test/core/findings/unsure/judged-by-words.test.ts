/** What 约, 近, 逾 leave open is not decided: a standard is judged only by what the word itself says. */
import { rangeOf } from '../../../../src/core/rows/said';

it.each([
  ['约', 300, 1, Infinity],
  ['约', 0, 0, Infinity],
  ['近', 300, 1, 300],
  ['逾', 300, 300, Infinity],
  ['超', 300, 300, Infinity],
  ['余', 300, 300, 400],
  ['多', 1200, 1200, 2200],
  ['至少', 9, 9, Infinity],
  ['至多', 9, 0, 9],
  ['', 9, 9, 9],
] as const)('%s%d lies between %d and %d', (word, value, low, high) => {
  expect(rangeOf(value, word)).toEqual({ low, high });
});
