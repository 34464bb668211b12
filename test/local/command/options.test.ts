/** What stands on the command line of `ledger`, as an order. */
import {
  dayOrder,
  ledgerOrder,
  remindOrder,
  typedDepartments,
  typedYear,
  type Options,
} from '../../../src/local/command/options';

it.each([
  ['2022-12-22-司法所-84998d44=已发', '2022-12-22-司法所-84998d44', 'sent'],
  ['发件箱/2022-12-22-司法所-84998d44.eml＝未发', '2022-12-22-司法所-84998d44', 'queued'],
  ['C:\\年报\\发件箱\\2022-12-22-司法所-84998d44.EML=已发', '2022-12-22-司法所-84998d44', 'sent'],
  ['发件箱=已发', '发件箱', 'sent'],
  ['2022-12-22-司法所-84998d44=撤回', '2022-12-22-司法所-84998d44', 'back'],
  ['司法所|A/01|红1=已发', '司法所|A/01|红1', 'sent'],
])('--settle %s', (settle, mail, to) => {
  expect(ledgerOrder({ settle }).settle).toEqual({ mail, to });
});

it('--settle without a decision is refused', () => {
  expect(() => ledgerOrder({ settle: '2022-12-22-司法所-84998d44' })).toThrow('应写成 通知编号=已发');
});

it.each<readonly [Options, Partial<ReturnType<typeof remindOrder>>]>([
  [{}, {}],
  [{ 'dry-run': true }, { dryRun: true }],
  [{ 'dry-run': false }, {}],
  [{ send: true }, { channel: '邮件' }],
  [{ smtp: 'smtps://a.cn' }, { channel: '邮件' }],
  [{ send: false }, {}],
  [{ resume: true }, { resume: true }],
  [{ year: '2023' }, { year: 2023 }],
  [{ 'as-of': '2022-12-30' }, { asOf: '2022-12-30' }],
])('remind %j orders, beside what is usual, %j', (options, order) => {
  const usual = { dryRun: false, asOf: null, channel: '发件箱', year: null, resume: false };
  expect(remindOrder(options)).toEqual({ ...usual, ...order });
});

it('check and report go by the day that is typed', () => {
  expect([dayOrder({}), dayOrder({ 'as-of': '2022-12-30' })]).toEqual([{ asOf: null }, { asOf: '2022-12-30' }]);
});

it.each(['22', '20222', '1999', '二〇二二', '2022年', '约2022', ''])('%j is no year', (year) => {
  expect(() => typedYear({ year })).toThrow('--year 应为四位年份，如 2022');
});

it('departments are typed by role, each role once', () => {
  expect(typedDepartments({})).toBeNull();
  const department = ['执法=综合行政执法局', ' 财务 ＝ 财政所=甲 '];
  expect(typedDepartments({ department })).toEqual({ 执法: '综合行政执法局', 财务: '财政所=甲' });
  expect(() => typedDepartments({ department: ['执法=甲', '财务=乙', '执法 =丙'] })).toThrow('写了两次角色“执法”');
  for (const given of ['执法', '=甲', '执法='])
    expect(() => typedDepartments({ department: [given] })).toThrow(`不是“${given}”`);
});

it('ledger takes what is lost for lost or settles, not both, and shows all where that is asked', () => {
  expect(ledgerOrder({})).toEqual({ settle: null, accept: false, all: false });
  expect(ledgerOrder({ accept: true, all: true })).toEqual({ settle: null, accept: true, all: true });
  expect(() => ledgerOrder({ accept: true, settle: '发件箱=已发' })).toThrow('--accept 和 --settle 请分两次运行');
  for (const settle of ['发件箱=发了', '发件箱=已发了', '=已发', '发件箱'])
    expect(() => ledgerOrder({ settle })).toThrow('应写成 通知编号=已发');
});
