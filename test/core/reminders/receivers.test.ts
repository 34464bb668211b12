/** Where mail goes by role, and what is told of a mailbox nobody can write to. */
import { missingMailboxes, receiversOf } from '../../../src/core/reminders/receivers';
import { department, hub, noRows, settings } from '../findings/rows-builder';
import { dueItem } from './mails';

const box = (value: string | null, shown = value ?? '') => ({ value, shown, place: hub('单位', `格 ${shown}`) });
const departments = [
  department('司法所', { mailbox: box('sfs@x.cn', '司法所邮箱'), leaderMailbox: box('fg@x.cn') }),
  department('财政所', { mailbox: box(null, '张三') }),
  department('撤销的办', { active: false, mailbox: box('李四') }),
];
const own = { ...settings, officeMailbox: 'office@x.cn', headMailbox: 'head@x.cn' };
const found = receiversOf({ ...noRows, departments }, own);

it.each([
  ['司法所', '承办单位', 'sfs@x.cn', ''],
  ['司法所', '分管领导', 'fg@x.cn', ''],
  ['司法所', '主要领导', 'head@x.cn', ''],
  ['司法所', '办公室', 'office@x.cn', ''],
  ['财政所', '承办单位', null, '邮箱无效：填的不是邮箱地址'],
  ['财政所', '分管领导', null, '无邮箱'],
  ['撤销的办', '承办单位', null, '无邮箱'],
  ['没有的办', '承办单位', null, '无邮箱'],
] as const)('of %s mail for %s goes to %s %s', (name, role, mailbox, mailboxProblem) => {
  expect(found.value(name, role)).toMatchObject({ mailbox, mailboxProblem });
});

it('tells of what is no address at its cell, and nothing of a department that is gone', () => {
  expect(found.problems).toEqual([
    {
      code: 'mailbox-invalid',
      level: 'error',
      place: hub('单位', '格 张三'),
      actual: '张三***',
      reason: '填的不是邮箱地址，不向它发送',
      expected: '请填一个地址，如 office@example.cn',
    },
  ]);
});

it.each([
  [{}, [], ['总表.xlsx 办公室邮箱', '总表.xlsx 主要领导邮箱']],
  [{}, [department('甲', { place: { file: '台账.xlsx' } })], ['台账.xlsx 办公室邮箱', '台账.xlsx 主要领导邮箱']],
  [{ officeMailbox: hub('设置', 'B20'), headMailbox: hub('设置', 'B21') }, [], ['总表.xlsx B20', '总表.xlsx B21']],
])('names the cell of 设置 where that is known, else what stands beside it: %#', (places, all, told) => {
  const { problems } = receiversOf({ departments: all }, { ...own, officeMailbox: '无', headMailbox: '无', places });
  expect(problems.map(({ place }) => [place.file, place.sheet, place.cell ?? place.spot])).toEqual(
    told.map((text) => [text.split(' ')[0], '设置', text.split(' ')[1]]),
  );
});

it('asks once for each mailbox that is blank, a leader’s as a note, and for none that is wrong', () => {
  const { value } = receiversOf({ departments: departments.slice(0, 2) }, { ...own, headMailbox: '' });
  const to = (name: string, role: '承办单位' | '分管领导' | '主要领导', mailboxProblem = '无邮箱') =>
    dueItem({ key: { department: name, role }, mailboxProblem });
  const items = [
    to('财政所', '分管领导'),
    to('财政所', '分管领导'),
    to('财政所', '承办单位', '邮箱无效：不是'),
    to('司法所', '主要领导'),
    to('没有的办', '承办单位'),
  ];
  expect(missingMailboxes(items, value).map(({ level, reason, expected }) => [level, reason, expected])).toEqual(
    [
      ['note', '财政所分管领导'],
      ['note', '主要领导'],
      ['doubt', '没有的办'],
    ].map(([level, whose]) => [
      level,
      `${String(whose)}没有邮箱，通知列入待发，发不出去`,
      '请填写邮箱，或者用其他方式告知',
    ]),
  );
  expect(missingMailboxes(items, value).at(-1)?.place).toEqual({ file: '总表.xlsx', sheet: '单位' });
});
