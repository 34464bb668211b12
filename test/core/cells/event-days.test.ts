/** Days of events: what a ledger of trainings or activities writes where one day is not all. */
import { isStillToCome, markOf, readDay, saysNotYet, saysOpen } from '../../../src/core/cells/read-day';
import { contextOf, read } from './reading';
import { cellOf, dateCell } from '../grid-builder';

const event = contextOf('活动时间', { isEvent: true });
const single = contextOf('完成日期');

it.each([
  ['4/15', '2022-04-15', '没有写年份，按 2022-04-15 理解'],
  ['9/5', '2022-09-05', '没有写年份，按 2022-09-05 理解'],
  ['4月12日至13日', '2022-04-12', '是一段时间，按第一天 2022-04-12 计'],
  ['2022年4月12日-13日', '2022-04-12', '是一段时间'],
  ['4月12日—4月13日', '2022-04-12', '是一段时间'],
  ['2022.11.28-12.4', '2022-11-28', '是一段时间'],
  ['2022-11-28至2022-12-04', '2022-11-28', '是一段时间'],
  ['2022-11-28-12-04', '2022-11-28', '是一段时间'],
  ['2022/3/5~3/6', '2022-03-05', '是一段时间'],
  ['4.11-12', '2022-04-11', '是一段时间'],
  ['3.28-4.2', '2022-03-28', '是一段时间'],
  ['12.1—12.7', '2022-12-01', '是一段时间'],
  ['12.1—12.1', '2022-12-01', '是一段时间'],
  ['3.5～3.9', '2022-03-05', '是一段时间'],
  ['6.1日-6.7日', '2022-06-01', '是一段时间'],
  ['11.1至11.30', '2022-11-01', '是一段时间'],
  ['4.10-12', '2022-04-10', '是一段时间'],
  ['2022.11.5、11.12', '2022-11-05', '写了几天，按第一天 2022-11-05 计'],
  ['3月5日、6日、9日', '2022-03-05', '写了几天'],
  ['9月下旬', '2022-09-30', '没有写明是哪一天，按 2022-09-30 计'],
  ['6月上旬', '2022-06-10', '没有写明是哪一天'],
  ['2022年6月中旬', '2022-06-20', '没有写明是哪一天'],
  ['10月', '2022-10-31', '没有写明是哪一天'],
  ['2022.9', '2022-09-30', '没有写明是哪一天'],
  ['2022年2月份', '2022-02-28', '没有写明是哪一天'],
])('%s of an event is %s', (text, day, says) => {
  const [value, ...told] = read(readDay, event, text);
  expect([value, told.length, told[0]]).toEqual([day, 1, expect.stringContaining(says)]);
  expect(told[0]).toMatch(/^note /u);
});

it.each([
  ['2022年3月5日（星期六）', '2022-03-05'],
  ['2022-03-05(周六)', '2022-03-05'],
  ['2022年3月5日上午', '2022-03-05'],
  ['2022年3月5日（上午）', '2022-03-05'],
  ['2022年3月5日 9:00-11:00', '2022-03-05'],
  ['2022-03-05 09:30', '2022-03-05'],
  ['2022年3月5日下午2点半', '2022-03-05'],
  ['2022年3月5日（周六上午）', '2022-03-05'],
])('%s is plainly %s', (text, day) => {
  expect(read(readDay, single, text)).toEqual([day]);
});

it.each([true, false])('a tick box that says %s is no day, also where the column may say whether', (ticked) => {
  const [value, told = ''] = read(readDay, contextOf('完成日期', { isMarked: true }), ticked);
  expect([value, told]).toEqual([null, expect.stringMatching(/^error .*不是能识别的日期/u)]);
});

it.each(['2022-05月17日', '2022年5-17', '2022.5/17日', '2022/05.17'])('signs may be mixed: %s', (text) => {
  expect(read(readDay, single, text)).toEqual(['2022-05-17']);
});

it.each([
  [2022.9, '2022-09-30'],
  [2022.11, '2022-11-30'],
  [2022.12, '2022-12-31'],
  [2022.1, null],
  [2022.13, null],
])(
  'a month that a spreadsheet took for the number %d is %s of an event, and no day of what was finished',
  (value, day) => {
    expect(read(readDay, event, value)[0]).toBe(day);
    expect(read(readDay, single, value)[0]).toBeNull();
  },
);

it.each(['22.6.10', '22-6-10', '22年6月10日'])('%s is asked about', (text) => {
  const [value, told = ''] = read(readDay, single, text);
  expect([value, told]).toEqual(['2022-06-10', expect.stringMatching(/^doubt .*年份只写了两位，按 2022-06-10 理解/u)]);
});

it.each([
  ['6.10', '2022-06-10'],
  ['9.5', '2022-09-05'],
  [1.25, '2022-01-25'],
  [6.9, '2022-06-09'],
])('%s of an event is a day of the year, which is told', (text, day) => {
  const [value, told = ''] = read(readDay, event, text);
  expect([value, told]).toEqual([day, expect.stringMatching(/^note .*没有写年份/u)]);
});

it.each(['10.6.22', '6.1', '2022.9.31', '4月30日至31日', '4月13日至12日', '第三季度', '3-5次', '9.31', '2022年13月'])(
  '%s of an event is refused',
  (text) => {
    const [value, told = ''] = read(readDay, event, text);
    expect([value, told]).toEqual([null, expect.stringMatching(/^error /u)]);
  },
);

it.each(['4月12日至13日', '6月上旬', '2022年6月'])('on %s nothing was finished that could be judged', (text) => {
  expect(read(readDay, single, text)[0]).toBeNull();
});

it('a date cell that shows only its month counts for an event, not for the day something was done', () => {
  const cell = { ...dateCell('2022-12-01'), format: { shows: 'year-month' as const }, shown: '2022年12月' };
  expect(read(readDay, event, cell)[0]).toBe('2022-12-31');
  expect(read(readDay, single, cell)[0]).toBeNull();
});

const marked = contextOf('办结日期', { isMarked: true, choiceUsages: { 是: ['已办结', '办结', '已答复'] } });

it.each([
  ['8.13办结', '2022-08-13'],
  ['已办结（8月13日）', '2022-08-13'],
  ['于8月13日答复办结', '2022-08-13'],
  ['于8月13日答复', '2022-08-13'],
  ['已于8月13日办结', '2022-08-13'],
  ['已于2022年8月13日全部办理完毕。', '2022-08-13'],
  ['办结于8月13日', '2022-08-13'],
  ['8月13日完成', '2022-08-13'],
  ['8月13日经调解办结（见附件）', '2022-08-13'],
  ['逾期，于8月13日办结', '2022-08-13'],
  ['已延期至8.13办结', '2022-08-13'],
  ['已于8月13日上报', null],
  ['8月13日答复，8月20日办结', null],
  ['未于8月13日前办结', null],
  ['未于8月13日办结', null],
  ['拟于8月13日办结', null],
  ['计划8月13日完成', null],
  ['争取于8月13日办结', null],
  ['8月13日起办理', null],
  ['8月13日部分办结', null],
  ['推迟至8月13日', null],
  ['办结，推迟至8月13日', null],
  ['8月13日延期，未办结', null],
  ['8月13日应办结', null],
  ['8月13日完成80%', null],
  ['8月13日办理', null],
  ['于8月32日办结', null],
  ['于8月13日已答复', '2022-08-13'],
  ['√ 8.13', '2022-08-13'],
  ['6.1日', '2022-06-01'],
  ['延期至8.13', null],
  ['预计8.13办结', null],
  ['8.13前办结', null],
  ['8.13未办结', null],
  ['13.40办结', null],
])('beside a word that it was done %s tells %s', (text, day) => {
  const [value, told = ''] = read(readDay, marked, text);
  expect([value, /^\w*/u.exec(told)?.[0]]).toEqual([day, day === null ? 'error' : 'note']);
});

it.each(['延期8.13办结', '经批准延期，8月13日办结', '延期至8月13日，已办结'])(
  'whether what was put off was done on its day is asked about: %s',
  (text) => {
    const [value, told] = read(readDay, marked, text);
    expect([value, told]).toEqual([
      '2022-08-13',
      expect.stringMatching(/^doubt .*说到延期，按那一天 2022-08-13 已经办结计/u),
    ]);
  },
);

const open = [
  ...[
    '预计8月13日办结',
    '预计于2022年8月13日完成',
    '8月13日（预计）',
    '拟于8月13日办结',
    '拟8.13完成',
    '将于8月13日办结',
  ],
  ...['计划8月13日前办结', '争取8月13日完成', '正在办理，预计8月13日办结', '未办结，计划8月13日完成', '预计12月底办结'],
  ...['预计年底完成', '尚未办结，延期至8月13日', '将于12月中旬办结', '预计2022年底完成', '预计明年3月完成'],
  ...['预计四季度完成', '拟于2022年第4季度末办结', '计划下半年完成', '预计8月上旬'],
];
/** These tell no day, and do not deny another cell that says 已办结. */
const due = [
  ...['延期至8.13办结', '经批准延期至2022.8.13办结', '已批准延期至8月13日办结', '推迟到8月13日办结', '推迟到8月13日'],
  ...['延至8月13日', '顺延到2022-08-13完成', '已延期至8月13日', '办结，推迟至8月13日', '调整到8月13日完成'],
  ...['8月13日前完成', '8月13日应办结', '最迟8月13日办结', '不晚于8月13日办结', '12月底前完成', '6月底前'],
  ...['2022年底前完成', '三季度前办结', '上半年之前', '12月下旬前', '今年底前', '明年年底前'],
];

it.each([...open, ...due])('what was meant for a day, or put off to it, was not done on it: %s', (text) => {
  const [value, told] = read(readDay, marked, text);
  expect([value, told]).toEqual([
    null,
    `error 办结日期“${text}”说的是打算或者期限，不是办好的那一天，没有采用。已经办好的请只写年月日，如 2022-06-30；还没有的请清空`,
  ]);
  expect(saysOpen(text, marked)).toBe(open.includes(text));
});

it.each([
  '已延期至8月13日办结',
  '按计划8月13日完成',
  '8月13日按计划办结',
  '已于8月13日提前办结',
  '8月13日办结',
  '经批准延期，8月13日办结',
])('what was done on its day, late or as planned, was meant for none: %s', (text) => {
  expect([read(readDay, marked, text)[0], saysOpen(text, marked)]).toEqual(['2022-08-13', false]);
});

it.each([
  '已计划8月13日完成',
  '计划8月13日，8月20日完成',
  '未按期8月13日办结',
  '于8月13日延期后办结',
  '8月13日延期到完成',
  '预计',
  '预计底',
  '确保内',
])('what may have been done is not called a plan, and stays unread: %s', (text) => {
  const [value, told] = read(readDay, marked, text);
  expect([value, told]).toEqual([null, expect.stringContaining('不是能识别的日期')]);
  expect(saysOpen(text, marked)).toBe(false);
});

it.each([
  ['于8月13日上报', '2022-08-13'],
  ['已于8月13日印发', '2022-08-13'],
  ['8月13日已整改', '2022-08-13'],
  ['8月13日整改', null],
  ['拟于8月13日上报', null],
])('where a column has no words of its own, what was done may be any deed: %s', (text, day) => {
  const [value] = read(readDay, contextOf('完成日期', { isMarked: true }), text);
  expect(value).toBe(day);
});

it.each([
  ['于3月5日开展', '2022-03-05'],
  ['3月5日已组织', '2022-03-05'],
  ['拟于3月5日开展', null],
  ['延期至3月5日开展', null],
])('beside what an event is %s tells %s', (text, day) => {
  expect(read(readDay, event, text)[0]).toBe(day);
});

it.each([
  ['6月', '2022-06-30'],
  ['6.10-6.12', '2022-06-12'],
  ['6月上旬', '2022-06-10'],
])('what was finished within %s counts on the last day, for a look', (text, day) => {
  const [value, told = ''] = read(readDay, marked, text);
  expect([value, told]).toEqual([day, expect.stringMatching(/^doubt .*没有写明是哪一天/u)]);
});

it('what was finished on a day that nobody wrote down, or is not yet, is told', () => {
  const column = contextOf('办结日期', {
    isMarked: true,
    choiceUsages: { 是: ['已办结'], 否: ['不予受理'], 未到: ['未结案'] },
  });
  const affirmed = 'note 办结日期“已办结”没有写是哪一天，按已有计。请补写日期，如 2022-06-30';
  const isOpen = 'note 办结日期“未结案”不是日期，按还没有计。有了日期再填写，如 2022-06-30';
  expect(['已办结', '√', '未结案', '不予受理', '否', '/'].map((text) => read(readDay, column, text))).toEqual([
    [null, affirmed],
    [null, affirmed.replace('已办结', '√')],
    [null, isOpen],
    [null],
    [null],
    [null],
  ]);
  expect(read(readDay, single, '√')[1]).toMatch(/^error .*不是能识别的日期/u);
});

describe('a word in the place of a day', () => {
  const usages = { 是: ['已办结'], 否: ['不予受理'], 未到: ['未结案', '办理中'] };

  it.each([
    ['已办结', '是'],
    ['√', '是'],
    [' 已 办 结 ', '是'],
    ['不予受理', '否'],
    ['×', '否'],
    ['无', '否'],
    ['—', '否'],
    ['未结案', '未到'],
    ['尚未结案', '未到'],
    ['正在办理中', '未到'],
    ['仍在办理中', '未到'],
    ['办理', null],
    ['尚', null],
    ['8月13日', null],
  ])('%s says %s', (text, says) => {
    expect(markOf(text, usages)).toBe(says);
  });

  it.each([
    ['未结案（涉诉）', true],
    ['涉诉，未结案', true],
    ['未结案、已办结', false],
    ['已办结', false],
    ['涉诉', false],
    ['', false],
  ])('%s says that it is not yet: %s', (text, notYet) => {
    expect(saysNotYet(text, usages)).toBe(notYet);
  });

  it('of an event that is still to come the row does not count', () => {
    const column = contextOf('活动时间', { isEvent: true, choiceUsages: { 未到: ['未召开'] } });
    expect(['未召开', '拟于12月召开', '12月5日', '已召开'].map((text) => isStillToCome(text, column))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(readDay(cellOf('未召开'), column).remarks[0]?.reason).toMatch(/，这一行没有计入$/u);
  });
});

it.each(['4月13日至12日', '6.10-6.31'])('what was finished within %s, which cannot be, is refused', (text) => {
  const [value, told = ''] = read(readDay, marked, text);
  expect([value, told]).toEqual([null, expect.stringMatching(/^error /u)]);
});

it.each([
  ['拟于12月召开', '说的是打算或者期限，不是当天的日期，没有采用，这一行没有计入'],
  ['预计2022年12月中旬', '说的是打算或者期限，不是当天的日期，没有采用，这一行没有计入'],
  ['12月底前', '说的是打算或者期限，不是当天的日期，没有采用，这一行仍当作统计期内的'],
  ['延期至8月13日', '说的是打算或者期限，不是当天的日期，没有采用，这一行仍当作统计期内的'],
])('of an event that is still to come it is told whether the row counts: %s', (text, says) => {
  expect(read(readDay, event, text)).toEqual([
    null,
    `error 活动时间“${text}”${says}。已经办了的请改为当天的日期，如 2022-06-30；还没有办的请删去这一行`,
  ]);
});

it.each(['不定期', '2035-01-01', '2月30日', '未召开', '已完成', '4月12日至县局', '4月12日-县局'])(
  'a row whose day nobody can read is told to count: %s',
  (text) => {
    const [value, told] = read(readDay, event, text);
    expect([value, told]).toEqual([null, expect.stringMatching(/，这一行仍当作统计期内的。/u)]);
    expect(read(readDay, single, text)[1]).not.toContain('这一行');
  },
);

it.each([
  ['21.6.10', '2021-06-10'],
  ['23.6.10', '2023-06-10'],
  ['20.6.10', null],
  ['24.6.10', null],
])('a year of two digits is one beside the report’s, or none: %s', (text, day) => {
  expect(read(readDay, event, text)[0]).toBe(day);
});
