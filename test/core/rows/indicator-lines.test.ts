/** Rows that are each about one indicator: how its value is read, and what is said of its unit and its code. */
import type { Indicator } from '../../../src/core/edition/indicator';
import { amountUnit, columnFor, unitProblems, unknownCode } from '../../../src/core/rows/indicator-lines';
import { figuresTable, indicators, publishedTable, ruleOfLaw } from '../../edition';

const [declared] = indicators;
const line = (unit: string, more: Partial<Indicator> = {}): Indicator => ({
  ...declared!,
  ...{ code: 'X1', name: '自设指标', kind: 'count', unit },
  ...more,
});
const { quantity } = figuresTable.columns;
const place = { file: '司法所.xlsx', sheet: '指标数据', cell: 'C4' };

it.each<[string, Indicator | null, string, unknown]>([
  ['a number of cases', line('件'), '', { type: 'quantity', unit: '件', isAverage: false }],
  ['whatever unit the row says', line('件'), '人', { type: 'quantity', unit: '件' }],
  ['a rate per head', line('学时', { kind: 'rate' }), '', { type: 'quantity', unit: '学时', isAverage: true }],
  ['a percentage', line('%', { kind: 'rate' }), '', { type: 'percent', unit: '%' }],
  ['money in 万元', line('万元', { kind: 'money' }), '', { type: 'money', unit: '万元' }],
  ['money in 元', line('元', { kind: 'money' }), '', { type: 'money', unit: '元' }],
  ['money of 万元 in a row of 元', line('万元', { kind: 'money' }), '元', { type: 'money', unit: '元' }],
  ['money of 元 in a row of 万元', line('元', { kind: 'money' }), '万元', { type: 'money', unit: '万元' }],
  ['money in a row of another unit', line('万元', { kind: 'money' }), '件', { type: 'money', unit: '万元' }],
  ['cases in a row of money', line('件'), '元', { type: 'quantity', unit: '件' }],
  ['nobody’s, by the row', null, '元', { type: 'money', unit: '元' }],
  ['nobody’s percentage', null, '%', { type: 'percent', unit: '%' }],
  ['nobody’s without a unit', null, '', { type: 'quantity', unit: null, header: quantity.header, isAverage: false }],
])('%s is read as such', (_, indicator, unit, column) => {
  expect(columnFor(quantity, indicator, unit)).toMatchObject(column as object);
});

it('a cell is called by its indicator, and by its column where that is another than the value’s', () => {
  const { lastYear } = figuresTable.columns;
  const names = [quantity, lastYear, publishedTable.columns.quantity].map(
    (column) => columnFor(column, line('件'), '').header,
  );
  expect(names).toEqual([
    '自设指标',
    `自设指标${lastYear.header}`,
    `自设指标${publishedTable.columns.quantity.header}`,
  ]);
});

it('a code nobody declared is told with the nearest one, a blank one not at all', () => {
  const told = (value: string | null) =>
    unknownCode({ value, shown: value ?? '', place }, [line('件', { code: 'E2' }), line('件', { code: 'F10' })]);
  expect(told('E22')).toMatchObject([
    {
      ...{ code: 'indicator-unknown', level: 'error', place, actual: 'E22' },
      reason: '编码“E22”不在总表的“指标”里，这一行没有采用',
      expected: '是否指“E2”？请按总表的指标编码填写',
      covers: [{ sheet: '指标数据', startRow: 3, endRow: 4 }],
    },
  ]);
  expect(told('行政处罚')[0]?.expected).toBe('请按总表的指标编码填写');
  expect(told(null)).toEqual([]);
});

it.each([
  ['件', '件', null],
  ['件', '', null],
  ['场次', '场', null],
  ['件', ' 件 ', null],
  ['件', '司法所', null],
  ['万元', '元', 'note X的这一行的单位是“元”，按元计，已换算成万元。如不对，请把单位改回“万元”'],
  ['元', '万元', 'note X的这一行的单位是“万元”，按万元计，已换算成元。如不对，请把单位改回“元”'],
  ['件', '元', 'error X的的单位应为“件”，这一行写作“元”，填报值没有采用。请按“件”填报，并改回单位'],
  ['万元', '件', 'error X的的单位应为“万元”，这一行写作“件”，填报值没有采用。请按“万元”填报，并改回单位'],
  ['人次', '人', 'error X的的单位应为“人次”，这一行写作“人”，填报值没有采用。请按“人次”填报，并改回单位'],
])('of a line in %s a row in “%s” is told: %j', (unit, shown, told) => {
  const cell = { value: shown === '' ? null : shown, shown, place };
  const found = unitProblems(cell, line(unit, { name: 'X的' }), ruleOfLaw.declared.words.units);
  expect(found.map(({ level, reason, expected }) => `${level} ${reason}。${expected}`)).toEqual(
    told === null ? [] : [told],
  );
  for (const one of found) expect(one).toMatchObject({ place, actual: shown });
});

it.each([
  ['罚没金额（元）', '元'],
  ['罚没金额(万元)', '万元'],
  ['罚没金额（单位：万元）', '万元'],
  ['罚没金额', ''],
  ['（元）罚没金额', ''],
  ['罚没金额元', ''],
  ['罚没金额（美元）', ''],
  ['罚没金额（元/件）', ''],
  [`${'罚没'.repeat(3000)}（元）`, '元'],
])('behind the name %s stands %j', (name, unit) => {
  expect(amountUnit(name)).toBe(unit);
});
