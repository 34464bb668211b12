/** Sums of figures: nothing missing counts as nothing, and what it rests on is told. */
import { coverageOf, evaluate, namesIn, noAmount, termsOf, type Amount } from '../../../src/core/findings/formula';

const place = (name: string) => ({ file: `${name}.xlsx` });
const amounts: Readonly<Record<string, Partial<Amount>>> = {
  甲: { value: 5, range: { low: 5, high: 5 }, sources: [place('甲')], asked: ['甲办'] },
  乙: { value: 0.1, range: { low: 0.1, high: 0.1 }, sources: [place('乙')], asked: ['甲办', '乙办'] },
  余: { value: 30, qualifier: '余', range: { low: 30, high: 40 } },
  少: { value: 30, qualifier: '至少', range: { low: 30, high: Infinity } },
  无: { applies: false },
  缺: { missing: [{ department: '丙办', why: 'blank', code: '缺', place: place('丙') }] },
  问: { isUnasked: true },
};
const sumOf = (formula: string): Amount => evaluate(formula, (name) => ({ ...noAmount, ...amounts[name] }));

it.each([
  ['甲', 5],
  ['甲+乙', 5.1],
  ['甲-乙', 4.9],
  ['乙-甲', -4.9],
  ['甲-乙-乙', 4.8],
  ['甲 + 2.5', 7.5],
  ['１＋甲', 6],
  ['甲−乙', 4.9],
  ['甲+无', 5],
  ['1+2', 3],
  ['甲+缺', null],
  ['甲+没有的', null],
  ['甲+', null],
  ['-乙+甲', 4.9],
  ['+甲-乙', 4.9],
  ['甲--乙', null],
  ['无+1', null],
])('%s is %p', (formula, value) => {
  expect(sumOf(formula).value).toBe(value);
});

it('applies where one of its names does; a number alone is nobody’s duty', () => {
  expect(['甲+无', '无', '无+无', '无+1', '1', '缺+无'].map((formula) => sumOf(formula).applies)).toEqual([
    true,
    false,
    false,
    false,
    true,
    true,
  ]);
});

it.each([
  ['甲+余', '约', 35, 45],
  ['余+无', '余', 30, 40],
  ['余-甲', '约', 25, 35],
  ['少+甲', '至少', 35, Infinity],
  ['100-少', '至多', -Infinity, 70],
  ['甲+乙', '', 5.1, 5.1],
])('%s is as inexact as its parts: %j', (formula, qualifier, low, high) => {
  expect(sumOf(formula)).toMatchObject({ qualifier, range: { low, high } });
});

it('rests on all cells and departments of its parts, each department once', () => {
  expect(sumOf('甲+乙+1')).toMatchObject({ sources: [place('甲'), place('乙')], asked: ['甲办', '乙办'] });
  expect(sumOf('甲+缺')).toMatchObject({ sources: [place('甲')], missing: [{ department: '丙办' }] });
  expect([sumOf('甲+问').isUnasked, sumOf('甲').isUnasked, sumOf('问').isUnasked]).toEqual([true, false, true]);
  const whole = (asked: readonly string[]): Amount => ({ ...noAmount, asked });
  expect(coverageOf([whole(['甲', '乙']), whole([]), whole(['甲', '乙'])]).asked).toEqual(['甲', '乙']);
  expect(coverageOf([whole(['甲']), whole(['乙']), whole(['甲'])]).asked).toEqual(['甲', '乙']);
  expect(coverageOf([]).asked).toEqual([]);
});

it('its names are its terms but for numbers', () => {
  expect(namesIn('1+行政村数-D1.2+2.5')).toEqual(['行政村数', 'D1.2']);
  expect(termsOf('-甲+乙')).toEqual([
    { sign: '-', name: '甲' },
    { sign: '+', name: '乙' },
  ]);
  expect(namesIn('')).toEqual([]);
});
