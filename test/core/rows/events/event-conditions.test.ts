/** Whether a row of an own sheet counts, by what one of its cells says. */
import { eventPacker } from '../../../../src/core/rows/events/event-rows';
import { meets } from '../../../../src/core/rows/events/event-conditions';
import type { Condition } from '../../../../src/core/edition/edition';
import { quantity, read } from '../../findings/rows-builder';

const is = (word: string): Condition => ({ field: 'reviewed', test: 'is', word });
const isNot = (word: string): Condition => ({ field: 'reviewed', test: 'is-not', word });
const filled: Condition = { field: 'reviewed', test: 'filled', word: '' };
const ownName: Condition = { field: 'reviewed', test: 'own-name', word: '' };

it.each<[unknown, Condition, boolean]>([
  [true, is('是'), true],
  [true, is('否'), false],
  [false, is('否'), true],
  [false, is('是'), false],
  ['简易', is('简易'), true],
  ['普通', is('简易'), false],
  [null, is('是'), false],
  [quantity(1), is('1'), false],
  [true, isNot('是'), false],
  [false, isNot('是'), true],
  [null, isNot('是'), true],
  ['普通', isNot('简易'), true],
  ['普通', isNot('普通'), false],
  [false, filled, true],
  [quantity(0), filled, true],
  ['2022-03-08', filled, true],
  [null, filled, false],
  ['司法所', ownName, true],
  ['司法 所', ownName, true],
  ['党政办', ownName, false],
  [true, ownName, false],
  [null, ownName, false],
])('%j meets %j: %s', (value, condition, expected) => {
  const row = eventPacker()({
    department: '司法所',
    cells: { reviewed: read(value, '司法所', 'H4') },
    place: { file: '司法所.xlsx', sheet: '案件明细', cell: 'A4' },
  });
  expect(meets(row, condition, {}, ['司法所', '司法办'])).toBe(expected);
  expect(meets({ ...row, said: {} }, condition, {}, ['司法所'])).toBe(condition.test === 'is-not');
});
