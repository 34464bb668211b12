/** The line that ends what a command says: what to do next, as it can be typed. */
import { nextStep } from '../../../src/local/command/next-step';

const answer = { text: '', files: [], problems: [], summary: null };
const busy = {
  lines: [{ state: '待发' }, { state: '状态不明' }],
  mails: 1,
  planned: 0,
  unsent: 0,
  attention: 0,
  waiting: 0,
  restUntil: null,
};

const step = (name: string, exit: 0 | 1 | 2, options: object = {}, folder: string | null = '年报'): string | null =>
  nextStep({ name, folder, options }, { ...answer, exit, details: busy });

it.each<[string, 0 | 1, object, string]>([
  [
    'init',
    0,
    { 'hub-only': true },
    '打开 年报/总表.xlsx，填好“设置”“单位”“任务”，再运行 nianbao init 年报\n各单位已有台账的，不用重填：nianbao init <新文件夹> --from <台账文件夹>，或在 nianbao start 的首页点“从台账开始”',
  ],
  ['init', 0, {}, '把 年报/填报 里的表发给各单位，填好收回原处，再运行 nianbao check 年报'],
  ['check', 0, {}, '生成报告 nianbao report 年报'],
  ['check', 1, {}, '把“核对单”发给各单位改表，改好再运行 nianbao check 年报；先出报告用 nianbao report 年报'],
  ['report', 0, {}, '打开“报告”里的 Word 文件通读；催办先看 nianbao remind 年报 --dry-run'],
  ['report', 1, {}, '打开“报告”里的 Word 文件，补上【待补】处的数或设置，再运行 nianbao report 年报'],
  ['remind', 0, { 'dry-run': true }, '看过无误，运行 nianbao remind 年报'],
  ['remind', 0, {}, '打开 年报/发件箱 里的文件发送；要登记、人工处理的见 nianbao ledger 年报'],
  ['remind', 0, { smtp: 'smtps://smtp.example.cn:465' }, '发出的记录见 nianbao ledger 年报 --all'],
  ['ledger', 0, {}, '登记一封 nianbao ledger 年报 --settle 通知编号=已发'],
  ['ledger', 0, { settle: '1=已发' }, '再催办 nianbao remind 年报 --dry-run'],
  ['ledger', 0, { accept: true }, '再催办 nianbao remind 年报 --dry-run'],
  ['map', 0, {}, '认错的，把末尾几行照抄进总表“设置”的“列对应”里改正，再看一次'],
  ['map', 0, { 'as-form': true }, '打开“核对单”里的新表看一遍，要换用的改名放进“填报”'],
  ['check-template', 0, {}, '模板可以用，运行 nianbao report <文件夹>'],
  ['check-template', 1, {}, '改好模板，再检查一次'],
  ['fill', 0, {}, '用 Word 或 WPS 打开输出的文件看一遍'],
])('after %s that ended with %i, %j', (name, exit, options, expected) => {
  expect(step(name, exit, options)).toBe(`下一步：${expected}`);
});

it.each([
  ['remind', {}, { waiting: 1 }, '没有发的，上面写着原因；缺邮箱的填在总表里，运行 nianbao remind'],
  [
    'remind',
    {},
    { waiting: 1, restUntil: '2022-12-26' },
    '没有发的，上面写着原因；缺邮箱的填在总表里，2022-12-26 运行 nianbao remind',
  ],
  ['remind', {}, {}, null],
  ['remind', {}, { unsent: 1 }, '打开 发件箱 里的文件发送；要登记、人工处理的见 nianbao ledger'],
  ['remind', { 'dry-run': true }, {}, null],
  ['remind', { 'dry-run': true }, { mails: 1, restUntil: '2022-12-26' }, '看过无误，2022-12-26 运行 nianbao remind'],
  ['remind', { send: true }, { attention: 1 }, '要人工处理的见 nianbao ledger'],
  [
    'remind',
    { send: true },
    { mails: 2, planned: 1 },
    '没有发出的，上面写着原因；排除以后再运行 nianbao remind --send',
  ],
  ['ledger', {}, {}, '再催办 nianbao remind --dry-run'],
  ['ledger', { all: true }, { lines: [{ state: '待发' }, { state: '已发' }] }, '再催办 nianbao remind --dry-run'],
  ['ledger', { all: true }, { lines: [{ state: '已写入发件箱' }] }, '登记一封 nianbao ledger --settle 通知编号=已发'],
])('%s %j that told %j does not speak of files or lines there are none of', (name, options, details, expected) => {
  const none = { ...busy, lines: [], mails: 0, ...details };
  const told = nextStep({ name, folder: null, options }, { ...answer, exit: 0, details: none });
  expect(told).toBe(expected === null ? null : `下一步：${expected}`);
});

it('nothing is next where nothing was done, or nobody knows what', () => {
  expect([step('check', 2), step('serve', 0)]).toEqual([null, null]);
});

it('the folder is named as it was typed: not at all, in quotes, without the stroke at its end', () => {
  expect(step('check', 0, {}, null)).toBe('下一步：生成报告 nianbao report');
  expect(step('check', 0, {}, '我的 年报')).toBe('下一步：生成报告 nianbao report "我的 年报"');
  expect(step('init', 0, {}, '年报/')).toContain('把 年报/填报 里的表');
  expect(step('init', 0, {}, null)).toContain('把 填报 里的表');
});
