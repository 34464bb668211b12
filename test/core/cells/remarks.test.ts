/** Every sentence on a cell: how much it weighs, what it says, and that it says what counts instead. */
import { remark, type RemarkCode } from '../../../src/core/cells/remarks';
import { cellOf } from '../grid-builder';
import { contextOf } from './reading';

/** The level; `tells`: the sentence holds what the cell was taken for, or what of it cannot be used. */
type Weight = 'error' | 'doubt' | 'note' | 'error tells' | 'doubt tells' | 'note tells';

/** Errors leave a value out, doubts use it and ask, notes use it and tell. */
const weights: Readonly<Record<RemarkCode, Weight>> = {
  'cell-error': 'error',
  'cell-uncalculated': 'error',
  'cell-too-long': 'error',
  'cell-is-date': 'error',
  'cell-is-bool': 'error',
  ditto: 'note tells',
  'ditto-number': 'doubt tells',
  'ditto-open': 'error',
  'text-too-long': 'error',
  'text-long-number': 'error',
  'text-lost': 'doubt',
  'control-characters': 'note',
  'day-missing': 'error',
  'day-too-far': 'error',
  'day-order': 'error',
  'day-short': 'error',
  'day-short-year': 'error',
  'day-two-digits': 'doubt tells',
  'day-range': 'note tells',
  'day-several': 'note tells',
  'day-period': 'note tells',
  'day-end': 'doubt tells',
  'day-beside': 'note tells',
  'day-put-off': 'doubt tells',
  'day-planned': 'error',
  'event-planned': 'error',
  'day-reversed': 'error',
  'day-number': 'error',
  'day-unreadable': 'error',
  'day-serial': 'doubt tells',
  'day-hidden': 'error tells',
  'day-year-hidden': 'doubt tells',
  'day-part-hidden': 'doubt tells',
  'day-open': 'note',
  'day-affirmed': 'note',
  'year-assumed': 'note tells',
  'deadline-unreadable': 'error',
  'deadline-vague': 'error',
  'deadline-event': 'error',
  'deadline-status': 'error',
  'deadline-before-month': 'error',
  'deadline-reversed': 'error',
  'deadline-month-end': 'note tells',
  'deadline-exclusive': 'doubt tells',
  'deadline-festival': 'doubt tells',
  'deadline-immediate': 'doubt tells',
  'deadline-no-start': 'error',
  'deadline-open': 'doubt',
  'deadline-last': 'note tells',
  'deadline-last-early': 'doubt tells',
  'deadline-clamped': 'note',
  'number-range': 'error',
  'number-vague': 'error',
  'number-sum': 'error',
  'number-two': 'error',
  'number-letters': 'error',
  'number-negative': 'error',
  'number-words': 'error',
  'number-elsewhere': 'error',
  'number-percent': 'error',
  'number-unit': 'error tells',
  'number-too-large': 'error',
  'number-unreadable': 'error',
  'number-chinese': 'note tells',
  'number-parts': 'doubt tells',
  'number-expanded': 'note tells',
  'number-scaled': 'doubt tells',
  'number-about': 'note tells',
  'number-least': 'note tells',
  'number-about-odd': 'doubt tells',
  'number-about-twice': 'doubt tells',
  'number-none': 'note',
  'number-none-yet': 'doubt',
  'number-unsure': 'doubt tells',
  'number-aside': 'note tells',
  'number-aside-less': 'doubt tells',
  'number-hours': 'doubt tells',
  'number-each': 'note tells',
  'number-fraction': 'error tells',
  'integer-unreadable': 'error tells',
  'money-converted': 'note tells',
  'money-large': 'doubt tells',
  'money-small': 'doubt tells',
  'percent-ask': 'error',
  'percent-over': 'error',
  'status-not-done': 'note tells',
  'status-composed': 'note tells',
  'status-done-late': 'note',
  'status-rest': 'error tells',
  'status-conflict': 'error',
  'status-unknown': 'error tells',
  'status-affirmed': 'doubt',
  'status-partly': 'doubt',
  'approval-until': 'note tells',
  'approval-day': 'error tells',
  'choice-taken': 'note tells',
  'choice-unknown': 'error tells',
  'yes-no-open': 'note',
  'yes-no-unknown': 'error',
};

it.each(Object.entries(weights) as [RemarkCode, Weight][])('%s is an %s', (code, weight) => {
  const context = contextOf('填报值', { unit: '场次', reportYear: 2031 });
  const { level, reason, expected } = remark(code, cellOf('甲'), context, '丙丁');
  const said = reason.slice('填报值“甲”'.length);
  expect(`${level}${`${said}${expected}`.includes('丙丁') ? ' tells' : ''}`).toBe(weight);
  expect(reason).toMatch(/^填报值“甲”.*\p{Script=Han}/u);
  // What is wrong, and what to do about it: two sentences, whose full stops are set behind.
  for (const text of [said, expected]) expect(text).toMatch(/\p{Script=Han}(?:.*[^。，；{])?$/u);
  expect(`${said}${expected}`).not.toMatch(/[{}]/u);
  // An example is of the year the report is on.
  for (const [year] of expected.matchAll(/\d{4}(?=-\d\d|年)/gu)) expect(year).toBe('2031');
  expect(expected.startsWith('请') || !weight.startsWith('error') || /本格|已经办/u.test(expected)).toBe(true);
});
