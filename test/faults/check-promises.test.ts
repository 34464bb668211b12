/** The checker itself must be able to fail: each promise, broken by hand, is found. */
import { brokenPromises, type Aftermath } from './check-promises';
import type { Expected } from './small-office';

const item: Expected = {
  department: '司法所',
  subject: 'A-01',
  due: '2022-11-30',
  level: '红3',
  role: '承办单位',
  to: 'sfs@town.example',
};
const waiting: Expected = { ...item, department: '综治中心', level: '缺报', subject: '填报表', to: null };
const number = '2022-12-22-司法所-1a2b3c4d';
const mail = {
  file: `${number}.eml`,
  to: 'sfs@town.example',
  subject: '',
  text: `【逾期】1项。\n1．司法所的“执法培训”（A-01）逾期。（随附督办〔2022〕A-01-红3号）\n\n通知编号：${number}`,
  attachments: ['督办单.docx'],
};
const header = ['状态', '级别', '单位', '事项', '到期日', '收件角色', '说明', '通知编号'];
const line = (state: string): readonly string[] => [
  state,
  '红3',
  '司法所',
  'A-01',
  '2022-11-30',
  '承办单位',
  '',
  number,
];
const unmailed = ['待发', '缺报', '综治中心', '填报表', '2022-11-30', '承办单位', '无邮箱', ''];

function judged(change: Partial<Aftermath>): readonly string[] {
  const sound = {
    mails: [mail],
    sheet: [header, line('已写入发件箱'), unmailed],
    listed: [],
    mayBeUnknown: false,
    isOutbox: true,
  };
  return brokenPromises({ ...sound, ...change }, [item, waiting]);
}

it('finds nothing where all promises are kept', () => {
  expect(judged({})).toEqual([]);
});

it.each<[string, Partial<Aftermath>, RegExp]>([
  ['a mail that went out twice', { mails: [mail, { ...mail, to: mail.to }] }, /mailed twice/u],
  ['a line that says 已写入发件箱 of a mail that is not there', { mails: [] }, /已写入发件箱, mailed 0 times/u],
  ['a line that says 已发 of a file nobody sent', { sheet: [header, line('已发'), unmailed] }, /is 已发/u],
  ['an item without a line', { sheet: [header, unmailed] }, /A-01.* has 0 lines/u],
  ['an item with two lines', { sheet: [header, line('已写入发件箱'), line('已写入发件箱'), unmailed] }, /has 2 lines/u],
  ['a ledger that is gone', { sheet: null }, /has 0 lines/u],
  [
    'an item that waits without a mailbox and without a word',
    { sheet: [header, line('已写入发件箱')] },
    /填报表.* has 0 lines/u,
  ],
  ['a claim nobody settled', { sheet: [header, line('发送中'), unmailed] }, /发送中/u],
  ['a 状态不明 in a folder', { sheet: [header, line('状态不明'), unmailed] }, /though the file tells/u],
  [
    'a 状态不明 that no fault explains and nobody is shown',
    { sheet: [header, line('状态不明'), unmailed], isOutbox: false },
    /nobody is told.*|no fault explains/u,
  ],
  ['half a mail', { mails: [{ ...mail, attachments: [] }] }, /no whole mail/u],
  ['a mail under a number that is not its own', { mails: [{ ...mail, file: 'x.eml' }] }, /no whole mail/u],
  ['a mail of what is not due', { mails: [mail, { ...mail, to: 'x@town.example' }] }, /for no reason/u],
])('finds %s', (_, change, expected) => {
  expect(judged(change).join('; ')).toMatch(expected);
});
