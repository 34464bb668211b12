/** What a mail says of itself: its groups, the words of each, and for whom it is. */
import type { DueItem } from '../../../src/core/reminders/due-item';
import { groupItems, mailData, subjectOf } from '../../../src/core/reminders/mail-fields';
import { settings } from '../findings/rows-builder';
import { dueItem, mailOf, overdueItem } from './mails';

const kinds = [
  ['红3', 'D-01', '逾期', '已过完成时限，要尽快办结。', '#b3261e'],
  ['红2', 'D-02', '逾期', '已过完成时限，要尽快办结。', '#b3261e'],
  ['红1', 'D-03', '逾期', '已过完成时限，要尽快办结。', '#b3261e'],
  ['缺报', '月报', '未更新', '填报表没有按月更新，要更新内容和封面的填报日期。', '#b3261e'],
  ['缺报', '填报表', '缺报', '还没有可用的填报表，要尽快报送。', '#b3261e'],
  ['黄', 'D-04', '滞后', '落后于时间进度，没有报进展，或者状态读不明白，要加快推进并报告进展。', '#9a6700'],
  ['蓝', 'D-05', '临近', '完成时限快到了，要按时办结。', '#1f5fbf'],
  ['数据存疑', '读取', '没有读到', '程序没有读到这些填报表，要先排除原因；这不是缺报。', '#5f6368'],
  ['数据存疑', '指标数据', '未报数据', '没有填报表报送这些数据，要报送填报表。', '#5f6368'],
  ['数据存疑', '核对', '数据存疑', '填报的内容有疑问或者没有填全，要在原填报表里核实、更正、补填。', '#5f6368'],
] as const;
const oneOfEach = kinds.map(([level, subject]) => dueItem({ key: { level, subject } }));

it.each(kinds)('what is %s (%s) is called %s, and what is asked is said', (level, subject, word, asks, colour) => {
  const items = [dueItem({ key: { level, subject } })];
  expect(groupItems(items)).toEqual([{ word, asks, colour, items }]);
});

it('has each thing in one group, the most urgent group first', () => {
  const groups = groupItems([...oneOfEach].reverse());
  expect(groups.map(({ word }) => word)).toEqual([...new Set(kinds.map(([, , word]) => word))]);
  expect(groups.flatMap(({ items }) => items)).toEqual(oneOfEach);
  expect(subjectOf(groups, { ...settings, today: '2022-12-31' })).toBe(
    '【法治政府建设】逾期3项、未更新1项、缺报1项、滞后1项、临近1项、没有读到1项、未报数据1项、数据存疑1项（2022-12-31）',
  );
});

it.each<readonly [string, Partial<DueItem['key']>, number]>([
  ['in another role', { role: '分管领导' }, 1],
  ['at another level', { level: '红2' }, 2],
  ['of another department', { department: '财政所' }, 2],
  ['of another task', { subject: 'D-02' }, 2],
  ['of another day', { due: '2022-10-31' }, 2],
])('a matter that comes again %s stands there %i times', (_, key, count) => {
  const groups = groupItems([overdueItem(), overdueItem({ key })]);
  expect(groups.flatMap(({ items }) => items)).toHaveLength(count);
});

const workbook = { level: '缺报', subject: '填报表' } as const;

it.each<readonly [string, readonly DueItem[], readonly string[]]>([
  ['a department', [dueItem({})], []],
  ['its leader', [dueItem({ key: { role: '分管领导' } })], ['领导']],
  ['the head', [dueItem({ key: { role: '主要领导' } })], ['领导']],
  ['two leaders in one', [dueItem({ key: { role: '分管领导' } }), dueItem({ key: { role: '主要领导' } })], ['领导']],
  ['a leader whose mailbox is a department’s', [dueItem({ key: { role: '分管领导' } }), dueItem({})], []],
  ['the office', [dueItem({ key: { role: '办公室' } })], ['内部']],
  ['an office whose mailbox is a department’s', [dueItem({ key: { role: '办公室' } }), dueItem({})], []],
  ['an outpost', [dueItem({ isOutpost: true })], ['派出']],
  ['an outpost and another', [dueItem({ isOutpost: true }), dueItem({})], []],
  ['one without a form', [dueItem({ isFormless: true })], ['无表']],
  ['one without a form and another', [dueItem({ isFormless: true }), dueItem({})], []],
  ['the office, of one without a form', [dueItem({ isFormless: true, key: { role: '办公室' } })], ['内部']],
  ['who sent nothing', [dueItem({ key: workbook })], ['只缺报']],
  ['who renewed nothing', [dueItem({ key: { ...workbook, subject: '月报' } })], []],
  ['who sent nothing and more', [dueItem({ key: workbook }), dueItem({})], []],
  ['whose sheet is doubted', [dueItem({ key: { ...workbook, level: '数据存疑' } })], []],
])('a mail to %s knows that it is one', (_, items, expected) => {
  const data = mailData(mailOf(items), groupItems(items), settings);
  expect(['领导', '内部', '派出', '无表', '只缺报'].filter((name) => data[name] === true)).toEqual(expected);
});

it('numbers what it tells in each group from one, counts it, and cuts a title that is too long', () => {
  const items = [
    overdueItem({ title: '题'.repeat(80) }),
    overdueItem({ key: { subject: 'D-02' }, title: '题'.repeat(81) }),
    dueItem({}),
  ];
  const data = mailData(mailOf(items), groupItems(items), settings);
  expect(data).toMatchObject({
    件数: 3,
    分组: [
      {
        个数: 2,
        事项: [
          { 序号: 1, 标题: '题'.repeat(80), 督办单: '督办〔2022〕D-01-红1号' },
          { 序号: 2, 标题: `${'题'.repeat(79)}…` },
        ],
      },
      { 个数: 1, 事项: [{ 序号: 1, 标题: '法律六进', 督办单: '' }] },
    ],
  });
});
