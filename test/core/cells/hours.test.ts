/** Hours and crowds as ledgers of trainings and activities write them. */
import { readQuantity } from '../../../src/core/cells/read-quantity';
import { contextOf, read } from './reading';

const hours = contextOf('学时', { unit: '学时' });

it.each([
  ['半天', 4, 'doubt'],
  ['一天', 8, 'doubt'],
  ['全天', 8, 'doubt'],
  ['2.5天', 20, 'doubt'],
  ['一天半', 12, 'doubt'],
  ['两个半天', 8, 'doubt'],
  ['90分钟', 1.5, 'doubt'],
  ['1小时30分', 1.5, 'doubt'],
  ['一个半小时', 1.5, 'note'],
  ['半小时', 0.5, 'note'],
  ['4h', 4, 'note'],
  ['8学时/人', 8, 'note'],
  ['每人8学时', 8, 'note'],
])('%s is %d hours', (text, value, level) => {
  const [read1, told = ''] = read(readQuantity, hours, text);
  expect([read1?.value, told]).toEqual([value, expect.stringMatching(new RegExp(`^${level} `, 'u'))]);
});

it.each([
  ['整天', 'doubt 学时“整天”按 8 学时计。请核对，并直接填学时数，如 4'],
  ['两天', 'doubt 学时“两天”按 16 学时计。请核对，并直接填学时数，如 4'],
  ['两小时20分钟', null],
  ['2小时20分钟', 'doubt 学时“2小时20分钟”按 2.33 学时计。请核对，并直接填学时数，如 4'],
  ['2个半小时', 'note 学时“2个半小时”按 2.5 计。请核对'],
  ['3.5H', 'note 学时“3.5H”按 3.5 计。请核对'],
  ['每人4h', 'note 学时“每人4h”是每人的学时，按 4 计。如不对，请直接填一个人的学时'],
  ['人均2课时', 'note 学时“人均2课时”是每人的学时，按 2 计。如不对，请直接填一个人的学时'],
  ['8/人次', 'note 学时“8/人次”是每人的学时，按 8 计。如不对，请直接填一个人的学时'],
  ['天', null],
  ['半天半', null],
  ['半个半天半', null],
])('of %s is said %s', (text, says) => {
  const [value, ...told] = read(readQuantity, hours, text);
  if (says === null) expect(value).toBeNull();
  else expect(told).toEqual([says]);
});

it.each([
  ['16学时', 16],
  ['4小时', 4],
  ['3.5', 3.5],
])('%s is plainly %d', (text, value) => {
  expect(read(readQuantity, hours, text).map((one) => (typeof one === 'string' ? one : one?.value))).toEqual([value]);
});

it('a dash says that there were none', () => {
  expect(read(readQuantity, hours, '/')[0]).toEqual({ value: null, applies: false, qualifier: '' });
});

it.each(['几天', '3-4小时', '若干', '半月'])('%s is refused', (text) => {
  expect(read(readQuantity, hours, text)[0]).toBeNull();
});

it('half a day is no number of persons', () => {
  expect(read(readQuantity, contextOf('人数', { unit: '人' }), '半天')[0]).toBeNull();
});

it.each([
  ['300余人', 300, '余'],
  ['约400人', 400, '约'],
  ['近500', 500, '近'],
  ['600人次', 600, ''],
  ['600人', 600, ''],
])('%s of an event are so many 人次', (text, value, qualifier) => {
  const [people] = read(readQuantity, contextOf('参加人数', { unit: '人次', isEvent: true }), text);
  expect([people?.value, people?.qualifier]).toEqual([value, qualifier]);
});

it('500-600 says no number, and persons of a whole year are no 人次', () => {
  expect(read(readQuantity, contextOf('参加人数', { unit: '人次', isEvent: true }), '500-600')[0]).toBeNull();
  expect(read(readQuantity, contextOf('受众人次', { unit: '人次' }), '300人')[0]).toBeNull();
});
