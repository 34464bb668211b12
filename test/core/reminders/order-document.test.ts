/** What a 督办单 says of its step, by the data its template is filled with. */
import { orderDocument, orderNumber, type OrderedItem } from '../../../src/core/reminders/order-document';
import type { ModelRecord } from '../../../src/engine/fill';
import { settings } from '../findings/rows-builder';
import { dueItem, overdueItem } from './mails';

function filled(item: ReturnType<typeof overdueItem>): { readonly data: ModelRecord; readonly name: string } {
  const order = item.order ?? { measure: '', leader: '', dueText: '', progress: '', answerBy: '2023-01-06' };
  let found: ReturnType<typeof filled> = { data: {}, name: '' };
  orderDocument({ ...item, order } satisfies OrderedItem, { ...settings, today: '2022-12-31' }, (data, name) => {
    found = { data, name };
    return { value: null, problems: [] };
  });
  return found;
}

it.each([
  ['红1', 1, '一级'],
  ['红2', 2, '二级（同时告知分管领导）'],
  ['红3', 3, '三级（同时告知分管领导和主要领导）'],
  ['黄', 0, ''],
] as const)('of %s it is of step %i, %j', (level, step, words) => {
  expect(filled(overdueItem({ key: { level } })).data).toMatchObject({ 级次: step, 级别: words });
});

it('says all that its department has to know', () => {
  expect(filled(overdueItem({ isOutpost: true }))).toMatchObject({
    name: '督办单 D-01 执法培训不少于60学时.docx',
    data: {
      示例: true,
      日期: '2022年12月31日',
      编号: '督办〔2022〕D-01-红1号',
      反馈编号: '督2022-D-01-1130',
      承办单位: '司法所',
      派出: true,
      无表: false,
      级次: 1,
      级别: '一级',
      事项: '执法培训不少于60学时',
      任务编号: 'D-01',
      举措: '组织执法人员集中培训',
      时限原文: '11月30日',
      到期日: '2022年11月30日',
      逾期: 22,
      进展: '已完成48学时',
      分管领导: '分管副镇长',
      反馈时限: '2023年1月6日',
      办公室全称: settings.edition.words.officeInFull,
      单位简称: settings.town,
    },
  });
});

it.each([
  ['D'.repeat(20), 'D'.repeat(20)],
  ['D'.repeat(21), `${'D'.repeat(19)}…`],
])('of the task %s its number has %s', (subject, part) => {
  expect(orderNumber(dueItem({ key: { subject } }))).toBe(`督办〔2022〕${part}-蓝号`);
});
