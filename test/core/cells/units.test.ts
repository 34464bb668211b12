/** Units as people write them: which may stand for which, and which cannot be used in a column. */
import { countsWholes, isUnit, unfit, unitFits, unitIn } from '../../../src/core/cells/units';
import { ruleOfLaw } from '../../edition';

const { units } = ruleOfLaw.declared.words;

it.each([
  ['', '场', true],
  ['场', '场', true],
  ['次', '场', true],
  ['场次', '次', true],
  ['人', '人次', false],
  ['份', '场', false],
  ['份', null, true],
  ['箩筐', null, false],
  ['箩筐', '箩筐', true],
])('%j may stand in a column of %s: %s', (typed, unit, fits) => {
  expect(unitFits(typed, unit, units)).toBe(fits);
});

it.each([
  ['件', true],
  ['人次', true],
  ['学时', false],
  ['万元', false],
  ['箩筐', false],
  [null, false],
])('%s counts whole things: %s', (unit, whole) => {
  expect(countsWholes(unit, units)).toBe(whole);
});

it.each([
  ['元', true],
  ['人次', true],
  ['千人', true],
  ['万人次', true],
  ['万', true],
  ['', false],
  ['箩筐', false],
  ['万箩筐', false],
  ['人万', false],
])('%j is a unit: %s', (word, is) => {
  expect(isUnit(word, units)).toBe(is);
});

it.each<[remark: string, type: string, unit: string | null, said: string | null]>([
  ['单位：件', 'quantity', '件', null],
  ['计量单位:次', 'quantity', '场次', null],
  ['单位:人', 'quantity', '人次', null],
  ['单位:人次', 'quantity', '人', unfit],
  ['单位:份', 'quantity', '件', unfit],
  ['单位:万元', 'money', '元', '万元'],
  ['单位:元', 'money', '万元', '元'],
  ['单位:万元', 'money', '万元', null],
  ['单位:件', 'money', '万元', unfit],
  ['单位:千元', 'money', '万元', unfit],
  ['单位:', 'money', '万元', null],
  ['单位:司法所', 'quantity', '件', null],
  ['件、人次', 'quantity', '件', null],
  ['单位:份', 'text', '件', null],
  ['单位:万元', 'quantity', null, '万元'],
  ['单位:元', 'quantity', null, '元'],
  ['单位:件', 'quantity', null, null],
  ['单位:万元', 'text', null, null],
])('“%s” over a column of %s in %s says %s', (remark, type, unit, said) => {
  expect(unitIn(remark.replace('：', ':'), { type, unit }, units)).toBe(said);
});
