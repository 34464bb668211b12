/** Lines of progress as they were read: which say nothing at all. */
import { isUntold } from '../../../src/core/rows/progress-line';
import type { Progress } from '../../../src/core/rows/rows';
import { progress } from '../findings/rows-builder';

const shown = (text: string) => ({ value: null, shown: text, place: { file: '司法所.xlsx' } });
const blank = progress('A-01', { status: null });

it.each<[string, Partial<Progress>]>([
  ['status', { status: shown('差不多') }],
  ['percent', { percent: shown('近半') }],
  ['doneOn', { doneOn: shown('年底') }],
  ['doneThrough', { doneThrough: shown('上季') }],
  ['text', { text: '已印发' }],
  ['problems', { problems: '缺人' }],
  ['next', { next: '继续' }],
  ['evidence', { evidence: '见附件' }],
  ['coordination', { coordination: '请协调' }],
  ['a column of the edition’s own', { extra: { 自设: { text: '有', place: { file: '' } } } }],
])('a word in %s alone, read or not, is something said', (_, said) => {
  expect(isUntold({ ...blank, ...said })).toBe(false);
});

it('a form that nobody has begun says nothing, nor do spaces and signs of nothing in it', () => {
  expect(isUntold(blank)).toBe(true);
  expect(isUntold({ ...blank, status: shown(' 　'), text: ' ' })).toBe(true);
});
