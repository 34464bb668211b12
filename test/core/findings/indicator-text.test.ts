/** Last year's figures in unit and rounding, and how this year's stand against them. */
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { indicatorText, trendText, type Parts } from '../../../src/core/findings/indicator-text';
import { officeWith } from '../report/reached-office';
import { settings } from './rows-builder';

function told(code: string, changes: string): string {
  const { indicators } = findingsFromRows(officeWith(changes), settings, []).value;
  const found = indicators.find(({ indicator }) => indicator.code === code);
  return `${found?.lastYearText ?? ''} ${found?.trend ?? ''}`.trim();
}

it.each([
  ['E7', 'E7=26 上年E7=24', '24件 比上年增加2件'],
  ['E7', 'E7=20 上年E7=24', '24件 比上年减少4件'],
  ['E7', 'E7=24 上年E7=24', '24件 与上年持平'],
  ['C3', 'C3=2.86 上年C3=2.4', '2.4万元 比上年增加0.46万元'],
  // 20/23 is 86.95652173913044.
  ['C9', 'C9.1=18 C9.2=20 上年C9.1=20 上年C9.2=23', '87.0% 比上年增加3个百分点'],
  ['C9', 'C9.1=20 C9.2=23 上年C9.1=20 上年C9.2=23', '87.0% 与上年持平'],
  ['C9', 'C9.1=13 C9.2=15 上年C9.1=20 上年C9.2=23', '87.0% 比上年减少0.3个百分点'],
  ['C9', 'C9.1=18 C9.2=20 上年C9.1=1 上年C9.2=2', '2份中1份'],
  ['C9', 'C9.1=18 C9.2=20', ''],
  // 2999/3000 is no whole, and 1899/2000 does not reach 95%.
  ['C9', 'C9.1=2999 C9.2=3000 上年C9.1=3000 上年C9.2=3000', '100% 比上年减少0.03个百分点'],
  ['C9', 'C9.1=1 C9.2=2 上年C9.1=1899 上年C9.2=2000', '94.95%'],
  ['C9', 'C9.1=18 C9.2=20 上年C9.1=20', ''],
])('%s with %s', (code, changes, expected) => {
  expect(told(code, changes)).toBe(expected);
});

const cases = (numerator: number, denominator: number, more: Partial<Parts> = {}): Parts => ({
  ...{ numerator, denominator, numeratorWord: '', denominatorWord: '', unit: '件', counted: true },
  ...more,
});

it.each<
  [
    kind: Parameters<typeof indicatorText>[0]['kind'],
    unit: string,
    threshold: number | null,
    value: number,
    text: string,
  ]
>([
  ['flag', '', null, 0, '否'],
  ['flag', '', null, 1, '是'],
  ['money', '万元', null, 9500, '9500万元'],
  ['money', '万元', null, 2.865, '2.87万元'],
  ['money', '万元', null, 0.004, '0万元'],
  ['count', '件', 3, 2.999, '3件'],
  ['count', '件', 3, 12, '12件'],
  ['count', '%', 90, 86.75, '86.8%'],
  ['count', '%', 90, 89.96, '89.96%'],
  ['count', '%', 90, 100, '100%'],
  ['rate', '%', null, 99.97, '99.97%'],
  ['rate', '%', null, 0, '0%'],
  ['rate', '学时', 40, 38.15, '38.2学时'],
  ['rate', '学时', 40, 39.96, '39.96学时'],
  ['rate', '学时', null, 39.96, '40.0学时'],
  ['rate', '学时', 40, 40, '40.0学时'],
  ['rate', '学时', 40, 0, '0学时'],
  ['rate', '学时', null, 0.04, '0.04学时'],
])('%s in %s beside %p: %d is printed %s', (kind, unit, threshold, value, text) => {
  expect(indicatorText({ kind, unit, threshold }, value, '', null)).toBe(text);
});

it('what is at least so much is never printed as more', () => {
  const rate = { kind: 'rate', unit: '%', threshold: null } as const;
  const texts = [86.79, 0.04, 0].map((value) => indicatorText(rate, value, '至少', null));
  expect(texts).toEqual(['至少86.7%', '至少0.04%', '至少0%']);
  expect(indicatorText({ kind: 'money', unit: '万元', threshold: null }, 1.505, '至少', null)).toBe('至少1.5万元');
  expect(indicatorText({ kind: 'money', unit: '万元', threshold: null }, 1.505, '约', null)).toBe('约1.51万元');
});

it.each<[text: string, parts: Parts]>([
  ['4件中3件', cases(3, 4)],
  ['约4件中至少3件', cases(3, 4, { numeratorWord: '至少', denominatorWord: '约' })],
  ['75.0%', cases(3.75, 5)],
  ['75.0%', cases(3, 4, { counted: false })],
])('few cases are told as they are, enough of them as a share: %s', (text, parts) => {
  expect(indicatorText({ kind: 'rate', unit: '%', threshold: null }, 75, '', parts)).toBe(text);
  // Of anything else but a share in percent there are no cases.
  expect(indicatorText({ kind: 'rate', unit: '学时', threshold: null }, 75, '', parts)).toBe('75.0学时');
});

it('what is only done or not has no trend', () => {
  const { indicators } = findingsFromRows(officeWith('E7=1'), settings, []).value;
  const { indicator } = indicators.find((one) => one.indicator.code === 'E7')!;
  const amount = (value: number): Parameters<typeof trendText>[1] => ({ value, qualifier: '', parts: null });
  expect(trendText(indicator, amount(1), amount(0))).toBe('比上年增加1件');
  expect(trendText({ ...indicator, kind: 'flag' }, amount(1), amount(0))).toBe('');
  const [none, about] = [
    { ...amount(1), value: null },
    { ...amount(1), qualifier: '约' as const },
  ];
  for (const one of [none, about])
    expect([trendText(indicator, one, amount(0)), trendText(indicator, amount(1), one)]).toEqual(['', '']);
});

it('a share that is typed is printed as shares are, however many digits its cell has', () => {
  const rows = officeWith('E7=90 上年E7=86.95652173913044');
  const indicators = rows.indicators.map((line) => (line.code === 'E7' ? { ...line, unit: '%' } : line));
  const { indicators: found } = findingsFromRows({ ...rows, indicators }, settings, []).value;
  const line = found.find(({ indicator }) => indicator.code === 'E7');
  expect([line?.text, line?.lastYearText, line?.trend]).toEqual(['90.0%', '87.0%', '比上年增加3个百分点']);
});

it.each([
  ['E8', 'E8.1=2999 E8.2=3000', '99.97%', true],
  ['C9', 'C9.1=1899 C9.2=2000', '94.95%', true],
  ['C9', 'C9.1=1901 C9.2=2000', '95.1%', false],
  ['E4', 'E4.1=0', '0名', true],
  ['E8', 'E8.1=1 E8.2=9000', '0.01%', true],
])('%s is never printed as reached where it is not, nor as nothing: %s', (code, changes, text, weak) => {
  const { indicators } = findingsFromRows(officeWith(changes), settings, []).value;
  const found = indicators.find(({ indicator }) => indicator.code === code);
  expect([found?.text, found?.weak]).toEqual([text, weak]);
});
