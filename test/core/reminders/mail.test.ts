import { isMailNumber } from '../../../src/core/reminders/mail';

it.each([
  ['2022-12-31-司法所-1a2b3c4d', true],
  ['2022-12-31-司法所分管领导-00000000', true],
  ['副本 2022-12-31-司法所-1a2b3c4d', false],
  ['2022-12-31-司法所-1a2b3c4d (1)', false],
  ['2022-12-31-司法所-1a2b3c4', false],
  ['2022-12-31-司法所-1A2B3C4D', false],
  ['2022-12-31--1a2b3c4d', false],
  ['改名-2022-12-31-司法所', false],
  ['重建-2022-12-31-司法所', false],
])('that %j is the number of a mail: %s', (text, expected) => {
  expect(isMailNumber(text)).toBe(expected);
});
