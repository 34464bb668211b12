/** Days on which no reminder goes out. */
import { holidayTable } from '../../../src/core/base/holiday-table';
import { makeCalendar } from '../../../src/core/base/working-days';
import { chooseMails, restUntil } from '../../../src/core/reminders/choose-mails';
import { hash, item, queued } from './ledger-builder';

const calendar = makeCalendar(holidayTable, []);

it.each([
  ['a Friday', '2022-12-30', null],
  ['the Saturday before New Year', '2022-12-31', '2023-01-03'],
  ['a Saturday that is worked', '2022-10-08', null],
] as const)('knows on %s until when reminders wait', (_, day, until) => {
  expect(restUntil(day, { onRestDays: false }, calendar)).toBe(until);
});

it('lets them out on any day where the office wants it so', () => {
  expect(restUntil('2022-12-31', { onRestDays: true }, calendar)).toBeNull();
});

it.each([
  ['司法所（本级）', /^2022-12-01-司法所本级-\w{8}$/u],
  ['（）', /^2022-12-01-单位-\w{8}$/u],
])('the mail to %s has a number that can be the name of a file', (department, number) => {
  const items = [item({ department })];
  const { mails } = chooseMails(queued(items), items, { left: 9, day: '2022-12-01' }, hash);
  expect(mails.map((mail) => mail.number)).toEqual([expect.stringMatching(number)]);
});

it.each([
  ['分管领导', /^2022-12-01-司法所分管领导-\w{8}$/u],
  ['主要领导', /^2022-12-01-主要领导-\w{8}$/u],
  ['办公室', /^2022-12-01-办公室-\w{8}$/u],
] as const)('the file of a mail for %s does not look like one for the department', (role, number) => {
  const items = [item({ department: '司法所', role })];
  const { mails } = chooseMails(queued(items), items, { left: 9, day: '2022-12-01' }, hash);
  expect(mails.map((mail) => mail.number)).toEqual([expect.stringMatching(number)]);
});
