/** What a cell says of a figure, and between which numbers the figure then lies: nothing unknown is a number. */
import type { Qualifier, Quantity } from '../../../src/core/cells/readings';
import { isAnswer, knownValue, qualifierOf, rangeOf, saidIn, whyMissingWords } from '../../../src/core/rows/said';
import { notApplicable, quantity } from '../findings/rows-builder';

const place = { file: '司法所.xlsx' };

it.each<[string, Quantity | null, string, string, number | null, boolean]>([
  ['a number', quantity(3), '3', 'known', 3, true],
  ['nothing happened', quantity(0), '无', 'known', 0, true],
  ['no such duty', notApplicable, '不涉及', 'not-applicable', null, true],
  ['a blank cell', null, '', 'blank', null, false],
  ['spaces', null, ' 　', 'blank', null, false],
  ['words nobody understands', null, '若干', 'refused', null, false],
  ['a word of a quantity without number', { ...quantity(0), value: null }, '约', 'refused', null, false],
])('%s: %j written %j is %s, the number %j, an answer: %s', (_, value, shown, kind, known, answers) => {
  const said = saidIn({ value, shown, place });
  expect([said.kind, knownValue(said), isAnswer(said)]).toEqual([kind, known, answers]);
  expect(said).not.toHaveProperty('range');
});

it('the word of inexactness is that of the number, and none where there is no number', () => {
  expect(qualifierOf(saidIn({ value: quantity(300, '余'), shown: '300余', place }))).toBe('余');
  expect(qualifierOf(saidIn({ value: null, shown: '约', place }))).toBe('');
});

it.each<[Qualifier, number, number | undefined, number, number]>([
  ['', 7, undefined, 7, 7],
  ['至少', 9, undefined, 9, Infinity],
  ['至少', 9, 12, 9, 12],
  ['逾', 300, undefined, 300, Infinity],
  ['超', 300, undefined, 300, Infinity],
  ['至多', 9, undefined, 0, 9],
  ['近', 300, undefined, 1, 300],
  ['近', 1, undefined, 0, 1],
  ['约', 300, undefined, 1, Infinity],
  ['约', 2, undefined, 1, Infinity],
  ['约', 0, undefined, 0, Infinity],
  ['余', 300, undefined, 300, 400],
  ['多', 30, undefined, 30, 40],
  ['余', 9, undefined, 9, 10],
  ['余', 10, undefined, 10, 20],
  ['余', 0, undefined, 0, 0],
])('%s%s (at most %j) lies between %s and %s', (qualifier, value, atMost, low, high) => {
  expect(rangeOf(value, qualifier, atMost)).toEqual({ low, high });
});

it('a number of which is known what it is at most says so', () => {
  const said = saidIn({ value: { ...quantity(9, '至少'), atMost: 12 }, shown: '9至12', place });
  expect(said).toEqual({ kind: 'known', value: 9, qualifier: '至少', range: { low: 9, high: 12 } });
});

it('why a figure is not there is told behind the department’s name', () => {
  expect(whyMissingWords).toEqual({
    blank: '没有填',
    refused: '填的没有采用',
    'no-file': '没有交表',
    'no-department': '“单位”表里没有',
    'not-read': '表没有读到',
  });
});
