/** Which data are of one kind: they have the same fields, each of the same type, whatever stands in them. */
import { kindNumbers } from '../../../src/core/reminders/data-kinds';
import type { Model } from '../../../src/engine/fill';

const kinds: readonly (readonly Model[])[] = [
  [null],
  ['', '甲'],
  [0, 1.5],
  [true, false],
  [{}],
  [[]],
  [{ 一: '甲' }, { 一: '' }],
  [{ 一: 1 }],
  [{ 一: null }],
  [{ 二: '甲' }],
  [
    { 一: '甲', 二: 1 },
    { 一: '乙', 二: 2 },
  ],
  [{ 一: 1, 二: '甲' }],
  [['甲'], ['甲', '乙']],
  [[1], [2, 3, 4]],
  [
    ['甲', 1],
    ['乙', '丙', 2],
  ],
  [[{ 一: '甲' }], [{ 一: '甲' }, { 一: '乙' }]],
  [[{ 一: '甲' }, { 一: null }]],
  [{ 一: [{ 二: '甲' }] }, { 一: [{ 二: '乙' }, { 二: '丙' }] }],
  [{ 一: [] }],
  [{ 一: { 二: true } }],
];

it('data of the same fields have one number, others another, whenever they come', () => {
  const kindOf = kindNumbers();
  const numbers = kinds.map((same) => [...new Set(same.map(kindOf))]);
  expect(numbers.filter((own) => own.length !== 1)).toEqual([]);
  expect(new Set(numbers.flat()).size).toBe(kinds.length);
  expect([...kinds].reverse().map((same) => same.map(kindOf)[0])).toEqual(numbers.flat().reverse());
});
