/** A cell means what is shown of it: units and shrunk digits of numbers, months and hidden years of dates. */
import fc from 'fast-check';
import { addDays, dayParts, lastDayOfMonth, parseDay, type Day } from '../../../src/core/base/day';
import type { Cell, FormatMeaning, ShownDate } from '../../../src/core/base/grid';
import { readDay } from '../../../src/core/cells/read-day';
import { readDeadline } from '../../../src/core/cells/read-deadline';
import { readInteger } from '../../../src/core/cells/read-integer';
import { readMoney } from '../../../src/core/cells/read-money';
import { readPercent } from '../../../src/core/cells/read-percent';
import { readQuantity } from '../../../src/core/cells/read-quantity';
import { dateCell } from '../grid-builder';
import { contextOf, read } from './reading';

const number = (value: number, shown: string, format: FormatMeaning): Cell => ({
  kind: 'number',
  value,
  shown,
  format,
});

describe('quantities', () => {
  const quantity = (unit: string, cell: Cell) => {
    const [value, ...says] = read(readQuantity, contextOf('填报值', { unit }), cell);
    return [value?.value ?? null, ...says];
  };

  it.each<[unit: string, cell: Cell, ...read: unknown[]]>([
    ['人', number(12, '12人', { unit: '人' }), 12],
    ['场', number(3, '3场次', { unit: '场次' }), 3],
    ['人次', number(35_000, '3.5万', { unit: '万', scale: 10_000 }), 35_000],
    ['人次', number(1.2, '1.2万', { unit: '万' }), 12_000, 'note 填报值“1.2万”按 12000 计。请核对'],
    [
      '人次',
      number(12, '12人', { unit: '人' }),
      null,
      'error 填报值“12人”的单位“人”与本栏单位“人次”不一致。请按本栏单位填写，如 12人次',
    ],
    [
      '人次',
      number(1_234_000, '1,234', { scale: 1000 }),
      1234,
      'doubt 填报值“1,234”是缩小后显示的数，按 1234 计，格内的数是 1234000。请核对，并改用不缩小的数字格式，按本栏单位填写',
    ],
    ['次', number(85, '85%', { unit: '%' }), null, 'error 填报值“85%”是百分数，本栏应填数量。请填写一个数，如 12次'],
    ['人', number(-3, '-3人', { unit: '人' }), null, 'error 填报值“-3人”是负数。请填写 0 或正数；没有发生的填 0'],
  ])('in %s: %j', (unit, cell, ...expected) => {
    expect(quantity(unit, cell)).toEqual(expected);
  });
});

describe('money', () => {
  const money = (unit: string, cell: Cell) => {
    const [value, ...says] = read(readMoney, contextOf('金额', { unit }), cell);
    return [value?.value ?? null, ...says];
  };

  it.each<[unit: string, cell: Cell, ...read: unknown[]]>([
    ['万元', number(3.456, '3.46万元', { unit: '万元' }), 3.456],
    ['元', number(3.5, '3.50万元', { unit: '万元' }), 3.5, 'note 金额“3.50万元”按 3.5万元 计。请核对'],
    ['元', number(35_000, '35000元', { unit: '元' }), 3.5],
    ['万元', number(35_000, '35000元', { unit: '元' }), 3.5, 'note 金额“35000元”按 3.5万元 计。请核对'],
    ['万元', number(35_000, '3.5万元', { unit: '万元', scale: 10_000 }), 3.5],
    [
      '万元',
      number(35_000, '35.0千元', { unit: '千元', scale: 1000 }),
      3.5,
      'note 金额“35.0千元”按 3.5万元 计。请核对',
    ],
    [
      '万元',
      number(2.5e8, '250.0亿', { unit: '亿', scale: 1e6 }),
      2_500_000,
      'doubt 金额“250.0亿”是缩小后显示的数，按 2500000万元 计，格内的数是 250000000。请核对，并改用不缩小的数字格式，按本栏单位填写',
    ],
    [
      '万元',
      number(35_000, '3.5', { scale: 10_000 }),
      3.5,
      'doubt 金额“3.5”是缩小后显示的数，按 3.5万元 计，格内的数是 35000。请核对，并改用不缩小的数字格式，按本栏单位填写',
    ],
  ])('in %s: %j', (unit, cell, ...expected) => {
    expect(money(unit, cell)).toEqual(expected);
  });
});

it('rates and whole numbers', () => {
  const rate = (cell: Cell) => read(readPercent, contextOf('完成率', { unit: '%' }), cell)[0]?.value ?? null;
  expect(rate(number(85, '85%', { unit: '%' }))).toBe(85);
  expect(rate(number(0.8, '0.8%', { unit: '%' }))).toBe(0.8);
  expect(rate(number(12, '12人', { unit: '人' }))).toBeNull();
  const whole = (cell: Cell, unit: string | null = null) => read(readInteger, contextOf('年度', { unit }), cell)[0];
  expect(whole(number(2022, '2022年', { unit: '年' }))).toBe(2022);
  expect(whole(number(10, '10个工作日', { unit: '个工作日' }), '个工作日')).toBe(10);
});

it('a unit that is the column’s own changes no number, and nothing is said of it', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (value) => {
      const plain: Cell = { kind: 'number', value, shown: String(value) };
      const context = contextOf('学时', { unit: '学时' });
      const decorated = number(value, `${String(value)}学时`, { unit: '学时' });
      expect(readQuantity(decorated, context)).toEqual(readQuantity(plain, context));
    }),
  );
});

const date = (day: string, shown: string, shows: ShownDate): Cell => ({ ...dateCell(day), shown, format: { shows } });
const yearHidden = (shown: string, day: string): string =>
  `doubt 时限“${shown}”没有显示年份，按格内的 ${day} 理解。请核对年份，并写明年月日，如 2022-06-30`;
const monthEnd = (shown: string, day: string): string =>
  `note 时限“${shown}”没有写明日期，按 ${day} 理解。如不对，请写明日期，如 2022-06-30`;

describe('dates that are not shown whole', () => {
  it.each<[cell: Cell, due: string, ...says: string[]]>([
    [date('2022-12-01', '2022年12月', 'year-month'), '2022-12-31', monthEnd('2022年12月', '2022-12-31')],
    [date('2022-02-01', 'Feb-22', 'year-month'), '2022-02-28', monthEnd('Feb-22', '2022-02-28')],
    [date('2021-12-01', '2021/12', 'year-month'), '2021-12-31', monthEnd('2021/12', '2021-12-31')],
    [date('2022-12-01', '12月', 'month'), '2022-12-31', monthEnd('12月', '2022-12-31')],
    [
      date('2023-12-01', '12月', 'month'),
      '2023-12-31',
      yearHidden('12月', '2023-12-01'),
      monthEnd('12月', '2023-12-31'),
    ],
    [date('2022-01-01', '2022年', 'year'), '2022-12-31'],
    [date('2022-06-30', '6月30日', 'month-day'), '2022-06-30'],
    [date('2021-06-30', '6月30日', 'month-day'), '2021-06-30', yearHidden('6月30日', '2021-06-30')],
    [
      date('2022-06-30', '30日', 'other'),
      '2022-06-30',
      'doubt 时限“30日”没有显示完整的日期，按格内的 2022-06-30 理解。请核对，并写明年月日，如 2022-06-30',
    ],
  ])('as deadlines: %j', (cell, due, ...says) => {
    const expected = [{ kind: 'day', due, start: null }, ...says];
    expect(read(readDeadline, contextOf('时限'), cell)).toEqual(expected);
  });

  it('as days: a month is none, a hidden year is doubted', () => {
    const day = (cell: Cell) => read(readDay, contextOf('时限'), cell);
    expect(day(date('2022-12-01', '2022年12月', 'year-month'))).toEqual([
      null,
      'error 时限“2022年12月”没有显示是哪一天，格内的日期是 2022-12-01。请写明年月日，如 2022-06-30',
    ]);
    expect(day(date('2035-12-01', '2035年12月', 'year-month'))).toEqual([
      null,
      'error 时限“2035年12月”超出报告年度前后5年。请改为如 2022-09-30',
    ]);
    expect(day(date('2022-06-30', '6月30日', 'month-day'))).toEqual(['2022-06-30']);
    expect(day(date('2023-06-30', '6月30日', 'month-day'))).toEqual([
      '2023-06-30',
      yearHidden('6月30日', '2023-06-30'),
    ]);
  });

  it('a month means the same as date and as text; a whole date means its day', () => {
    const start = parseDay('2018-01-01') ?? ('' as Day);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (offset) => {
        const day = addDays(start, offset);
        const { year, month } = dayParts(day);
        const text = `${String(year)}年${String(month)}月`;
        const context = contextOf('时限');
        const asText = readDeadline({ kind: 'text', value: text, shown: text }, context);
        expect(readDeadline(date(day, text, 'year-month'), context)).toEqual(asText);
        expect(asText.value).toEqual({ kind: 'day', due: lastDayOfMonth(year, month), start: null });
        expect(readDeadline(dateCell(day), context)).toEqual({
          value: { kind: 'day', due: day, start: null },
          remarks: [],
        });
      }),
    );
  });
});
