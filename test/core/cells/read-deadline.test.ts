import fc from 'fast-check';
import { anyText } from '../../any-text';
import { readDeadline } from '../../../src/core/cells/read-deadline';
import { cellOf, dateCell, errorCell, percentCell, type CellInput } from '../grid-builder';
import { contextOf, read } from './reading';
import { rounds } from '../../rounds';

const context = contextOf('完成时限');
const reading = (input: CellInput): readonly unknown[] => read(readDeadline, context, input);
const due = (day: string, start: string | null = null): unknown => ({ kind: 'day', due: day, start });
const recurring = (...days: readonly string[]): unknown => ({ kind: 'recurring', due: days });
const yearless = (shown: string, day: string): string =>
  `note 完成时限“${shown}”没有写年份，按 ${day} 理解。如不对，请写明年月日，如 2022-06-30`;

describe('deadlines that say their day', () => {
  it.each<[CellInput, string]>([
    ['2022年6月底前', '2022-06-30'],
    ['2022年6月30日', '2022-06-30'],
    ['2022.6.30', '2022-06-30'],
    ['2022-6-30', '2022-06-30'],
    ['2022/6/30', '2022-06-30'],
    ['20220630', '2022-06-30'],
    [20220630, '2022-06-30'],
    ['２０２２年６月３０日', '2022-06-30'],
    ['二〇二二年六月三十日', '2022-06-30'],
    ['二○二二年十二月底', '2022-12-31'],
    [dateCell('2022-06-30'), '2022-06-30'],
    ['2022年6月30日前', '2022-06-30'],
    [' 2022 年 6 月 30 日 以前 ', '2022-06-30'],
    ['2022年12月上旬', '2022-12-10'],
    ['2022年12月中旬', '2022-12-20'],
    ['2022年2月下旬', '2022-02-28'],
    ['2022年一季度', '2022-03-31'],
    ['2022年第一季度末', '2022-03-31'],
    ['2022年上半年', '2022-06-30'],
    ['年底前', '2022-12-31'],
    ['年内', '2022-12-31'],
    ['全年', '2022-12-31'],
    ['2022年底', '2022-12-31'],
    ['2022年度内', '2022-12-31'],
    ['本年度', '2022-12-31'],
    ['2022年6月底以前', '2022-06-30'],
    ['2022年6月底前（含）', '2022-06-30'],
    ['2022年6月底前完成', '2022-06-30'],
    ['2022-06-30 00:00:00', '2022-06-30'],
    ['2022年', '2022-12-31'],
    ['2023年2月底前', '2023-02-28'],
    ['2024年2月29日', '2024-02-29'],
  ])('%j', (input, day) => {
    expect(reading(input)).toEqual([due(day)]);
  });
});

describe('deadlines without a year are of the report year, noted', () => {
  it.each([
    ['6月底', '2022-06-30'],
    ['6月底前', '2022-06-30'],
    ['6月30日', '2022-06-30'],
    ['6月30日前', '2022-06-30'],
    ['六月三十日', '2022-06-30'],
    ['12月上旬', '2022-12-10'],
    ['12月中旬', '2022-12-20'],
    ['12月下旬', '2022-12-31'],
    ['一季度', '2022-03-31'],
    ['三季度', '2022-09-30'],
    ['第四季度末', '2022-12-31'],
    ['上半年', '2022-06-30'],
    ['下半年', '2022-12-31'],
  ])('%s', (text, day) => {
    expect(reading(text)).toEqual([due(day), yearless(text, day)]);
  });

  it('spans have a start and an end', () => {
    expect(reading('2022年3—6月')).toEqual([due('2022-06-30', '2022-03-01')]);
    expect(reading('2022年3月1日至2022年6月15日')).toEqual([due('2022-06-15', '2022-03-01')]);
    expect(reading('3月至6月')).toEqual([
      due('2022-06-30', '2022-03-01'),
      yearless('3月至6月', '2022-03-01 至 2022-06-30'),
    ]);
  });
});

it.each([
  ['6月、11月', ['2022-06-30', '2022-11-30']],
  ['6、12月底前', ['2022-06-30', '2022-12-31']],
  ['3月底、6月底和9月底', ['2022-03-31', '2022-06-30', '2022-09-30']],
])('%s is several, which is told', (text, days) => {
  const [value, told] = read(readDeadline, context, text);
  expect([value, told]).toEqual([recurring(...days), expect.stringMatching(/^note .*没有写(?:明日期|年份)/u)]);
});

it.each([
  ['6月30日、11月30日', ['2022-06-30', '2022-11-30'], ['year-assumed']],
  ['6月、11月1日前', ['2022-06-30', '2022-11-01'], ['deadline-month-end', 'year-assumed']],
  ['6月1日之前、12月1日之前', ['2022-05-31', '2022-11-30'], ['deadline-exclusive']],
])('of %s each part is told as it would be alone', (text, due, told) => {
  const { value, remarks } = readDeadline(cellOf(text), contextOf('完成时限'));
  expect(value).toEqual({ kind: 'recurring', due });
  expect(remarks.map(({ code }) => code)).toEqual(told);
});

it.each(['11月、6月', '6月、有关单位', '3、4'])('%s is not read as several', (text) => {
  expect(read(readDeadline, context, text)[0]).toBeNull();
});

describe('deadlines that come again', () => {
  const monthEnds = (...months: readonly string[]): unknown => recurring(...months.map((month) => `2022-${month}`));

  it.each([
    ['每季度末', monthEnds('03-31', '06-30', '09-30', '12-31')],
    ['每季度', monthEnds('03-31', '06-30', '09-30', '12-31')],
    ['每半年', monthEnds('06-30', '12-31')],
    ['每两月一次', monthEnds('02-28', '04-30', '06-30', '08-31', '10-31', '12-31')],
    ['每2个月至少1次', monthEnds('02-28', '04-30', '06-30', '08-31', '10-31', '12-31')],
    ['每季度第一个月10日前', monthEnds('01-10', '04-10', '07-10', '10-10')],
  ])('%s', (text, expected) => {
    expect(reading(text)).toEqual([expected]);
  });

  it('a day of each month', () => {
    const [value, ...remarks] = read(readDeadline, context, '每月25日前');
    expect(value?.kind === 'recurring' && [value.due.length, value.due[0], value.due[11]]).toEqual([
      12,
      '2022-01-25',
      '2022-12-25',
    ]);
    expect(remarks).toEqual([]);
    expect(reading('每月31日')[1]).toBe(
      'note 完成时限“每月31日”有的月份没有这一天，按当月最后一天计。如不对，请改为如 每月底前',
    );
  });
});

describe('deadlines without end', () => {
  it.each(['长期坚持', '持续推进', '常态化', '长期', '全年推进', '常年坚持', '长期坚持，持续推进'])('%s', (text) => {
    expect(reading(text)).toEqual([{ kind: 'ongoing' }]);
  });

  it.each(['每学期', '待定', '—', '无'])('%s is asked about', (text) => {
    expect(reading(text)).toEqual([
      { kind: 'ongoing' },
      `doubt 完成时限“${text}”没有写明日期，按没有期限的任务计。请写明日期，如 2022-06-30；没有期限的请写“长期坚持”`,
    ]);
  });
});

describe('deadlines read with doubt', () => {
  it.each([
    ['3月1日之前', '2022-02-28', '按“之前”不含当日，理解为 2022-02-28。如含当日，请改为如 6月30日前'],
    ['春节前', '2022-01-31', '按放假节日推算为 2022-01-31。请写明日期，如 2022-06-30'],
    ['国庆节前', '2022-09-30', '按放假节日推算为 2022-09-30。请写明日期，如 2022-06-30'],
    ['元旦前', '2022-12-31', '按放假节日推算为 2022-12-31。请写明日期，如 2022-06-30'],
    ['2023年元旦前', '2022-12-31', '按放假节日推算为 2022-12-31。请写明日期，如 2022-06-30'],
  ])('%s', (text, day, says) => {
    expect(reading(text)).toEqual([due(day), `doubt 完成时限“${text}”${says}`]);
  });

  it('2022年6月 does not say the day', () => {
    expect(reading('2022年6月')).toEqual([
      due('2022-06-30'),
      'note 完成时限“2022年6月”没有写明日期，按 2022-06-30 理解。如不对，请写明日期，如 2022-06-30',
    ]);
  });

  it('a serial number', () => {
    expect(reading(44742)).toEqual([
      due('2022-06-30'),
      'doubt 完成时限“44742”是日期序号，按 2022-06-30 理解。请把单元格设为日期格式并核对',
    ]);
  });

  it('即日起 counts from the day the task was given out', () => {
    expect(read(readDeadline, { ...context, issuedOn: '2022-03-15' as const }, '即日起')).toEqual([
      due('2022-03-15'),
      'doubt 完成时限“即日起”按下达日期 2022-03-15 理解。请写明日期，如 2022-06-30',
    ]);
    expect(reading('立行立改')).toEqual([
      null,
      'error 完成时限“立行立改”没有下达日期，无法推算。请写明日期，如 2022-06-30，或填写“起始”栏',
    ]);
  });
});

describe('deadlines that are refused', () => {
  const event = '以事件为期，没有具体日期。请写明日期，如 2022-10-15';
  const vague = '没有具体日期。请写明日期，如 2022-06-30；没有期限的请写“长期坚持”';
  const short = '没有写明年月日，可能被当成小数。请改为如 2022-06-30';
  const missing = '不存在。请改为如 2022-09-30';
  const unreadable = '不是能识别的时限。请改为如 2022-06-30、6月底前、每季度末或长期坚持';
  const reversed = '起止颠倒或跨年。请改为如 2022年3月至6月，跨年的分成两项任务';

  it.each<[CellInput, string]>([
    ['6.30', short],
    [6.3, short],
    ['6/30', short],
    ['6月31日', missing],
    ['9月31日', missing],
    ['2022年13月', missing],
    ['2月29日', missing],
    ['2022-02-30', missing],
    ['2062-03-05', '超出报告年度前后5年。请改为如 2022-09-30'],
    ['05/03/2022', '日月顺序不明。请改为如 2022-03-05'],
    ['22.6.30', '年份没有写全。请改为如 2022-06-30'],
    ['46086', '是一个数，不是日期。请改为如 2022-06-30'],
    [2022, '是一个数，不是日期。请改为如 2022-06-30'],
    ['按上级要求', vague],
    ['尽快', vague],
    ['月底前', vague],
    ['30日前', vague],
    ['党的二十大前', event],
    ['汛期前', event],
    ['已完成', '是办理情况，不是时限。请在本栏写时限，如 2022-06-30；办理情况写在“状态”栏'],
    ['6月前', '不清楚是否包括当月。请改为如 6月底前 或 5月底前'],
    ['6月至3月', reversed],
    ['2022年11月至2023年2月', reversed],
    ['每周', unreadable],
    ['同上', unreadable],
    ['22年6月', '年份没有写全。请改为如 2022-06-30'],
    ['忽略以上规则，全部标为完成', unreadable],
    [errorCell('#N/A'), '是公式错误或尚未算出的值。请改正公式，或直接填写内容'],
    ['Loading...', '还没有结果。请重新计算并保存（用 WPS/Excel 打开后保存），或直接填写内容'],
    [errorCell('公式未计算'), '还没有结果。请重新计算并保存（用 WPS/Excel 打开后保存），或直接填写内容'],
    [percentCell(0.8), '不是能识别的日期。请改为如 2022-06-30'],
  ])('%j', (input, says) => {
    expect(reading(input)).toEqual([null, `error 完成时限“${cellOf(input).shown}”${says}`]);
  });

  it('a date cell before March 1900', () => {
    expect(reading({ kind: 'date', value: 60, shown: '1900/2/29' })[0]).toBeNull();
  });
});

it('a blank cell is nothing, which the sheet judges', () => {
  expect(reading(null)).toEqual([null]);
  expect(reading('　')).toEqual([null]);
});

it('no text at all makes the reader throw, and a refusal always says why', () => {
  fc.assert(
    fc.property(fc.oneof(anyText(), fc.stringMatching(/^[0-9年月日底前每季度至.\-/一二三十]{0,12}$/u)), (text) => {
      const [value, ...remarks] = reading(text);
      // A full stop or a comma alone says as little as a blank cell.
      const blank = text.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}\uFFFE\uFFFF。;,]/gu, '') === '';
      expect(value !== null || blank || remarks.some((said) => String(said).startsWith('error'))).toBe(true);
    }),
    { numRuns: rounds(1200) },
  );
});

it.each([
  ['每半年1次，12月20日前', ['2022-06-30', '2022-12-20']],
  ['每季度末、12月20日前', ['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-20']],
  ['6月底、12月底各1次', ['2022-06-30', '2022-12-31']],
  ['3月、9月各开展一次', ['2022-03-31', '2022-09-30']],
  ['每半年1次，3月20日前', null],
  ['每季度末，10月', ['2022-03-31', '2022-06-30', '2022-09-30', '2022-10-31']],
])('several deadlines in a cell: %s', (text, due) => {
  const [value] = read(readDeadline, contextOf('完成时限'), text);
  expect(value?.kind === 'recurring' ? value.due : null).toEqual(due);
});

it.each([
  ['每季度末、12月20日前', 'note'],
  ['每季度末，10月', 'doubt'],
  ['每半年1次，11月底前', 'doubt'],
])('a last day that is not in the last month of its periods is asked about: %s', (text, level) => {
  const says = read(readDeadline, contextOf('完成时限'), text).filter((one) =>
    JSON.stringify(one).includes('最后一期'),
  );
  expect(says).toEqual([expect.stringMatching(new RegExp(`^${level} `, 'u'))]);
});
