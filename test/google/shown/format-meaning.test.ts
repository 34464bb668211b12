/** What number formats of Excel, WPS, LibreOffice and Google say beside the value, pattern by pattern. */
import fc from 'fast-check';
import { formatMeaning } from '../../../src/google/shown/format-meaning';

describe('numbers', () => {
  it.each<[pattern: string, value: number, unit: string | undefined, scale?: number]>([
    ['0.00"万元"', 3.5, '万元'],
    ['0"人"', 12, '人'],
    ['0人', 12, '人'],
    ['0\\人\\次', 12, '人次'],
    ['0_ "人"', 12, '人'],
    ['0.0,,"亿"', 2.5e8, '亿', 1e6],
    ['#,##0.0,"千元"', 35_000, '千元', 1000],
    ['#,##0,', 1_234_567, undefined, 1000],
    [`0${','.repeat(250)}`, 1, undefined, 1e15],
    ['#,##0,.00', 1_234_567, undefined, 1000],
    ['0!.0,"万"', 35_000, '万', 10_000],
    ['0\\.0,"万元"', 35_000, '万元', 10_000],
    ['0"."0000"万元"', 35_000, '万元', 10_000],
    ['[>=10000]0!.0,"万";0', 35_000, '万', 10_000],
    ['[>=10000]0!.0,"万";0', 350, undefined],
    ['[<100]0"件";[>=10000]0!.0,"万件";0"起"', 350, '起'],
    ['0"人";[红色]-0"人";"无"', -3, '人'],
    ['0"人";[红色]-0"人";"无"', 0, undefined],
    ['#,##0.00[$元-804]', 35_000, '元'],
    ['¥#,##0.00"元"', 35_000, '元'],
    ['[DBNum1][$-804]0"人"', 12, '人'],
    ['[DBNum2][$-804]General"元"', 12, '元'],
    ['G/通用格式"个"', 12, '个'],
    ['0"场（次）"', 3, '场(次)'],
    ['0"%"', 85, '%'],
    ['_ * #,##0.00_ "元";_ * \\-#,##0.00_ "元";_ * "-"??_ ;_ @_ ', 3, '元'],
  ])('%s of %d says what follows', (pattern, value, ...[unit, scale]) => {
    expect(formatMeaning(pattern, value, 'number')).toEqual({
      ...(unit !== undefined && { unit }),
      ...(scale !== undefined && { scale }),
    });
  });

  it.each([
    ...[
      '0',
      '0.00',
      '#,##0',
      '#,##0.00_);[Red]\\(#,##0.00\\)',
      '[蓝色]0',
      '[Color5]0;-0',
      '¥#,##0.00',
      '[$¥-804]#,##0.00',
    ],
    ...[
      '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
      '0.00E+00',
      '# ?/?',
      '000-0000',
      '"第"0',
      '0" ↑"',
      '0.0%',
    ],
    ...['@', 'General', 'G/通用格式', ';;;', '"A-"000', '0.00" kg"', ''],
  ])('%s only decorates', (pattern) => {
    for (const value of [0, 1, -3, 1234.5]) expect(formatMeaning(pattern, value, 'number')).toEqual({});
  });
});

describe('dates', () => {
  it.each([
    ['yyyy"年"m"月"', 'year-month'],
    ['yyyy\\年m\\月', 'year-month'],
    ['[$-804]yyyy"年"m"月";@', 'year-month'],
    ['[DBNum1][$-804]yyyy"年"m"月"', 'year-month'],
    ['mmm-yy', 'year-month'],
    ['[$-409]mmm\\-yy;@', 'year-month'],
    ['yyyy/m', 'year-month'],
    ['yyyy.mm', 'year-month'],
    ['e"年"m"月"', 'year-month'],
    ['yyyy"年"m"月" aaaa', 'year-month'],
    ['yyyy"年"m"月" h:mm', 'year-month'],
    ['mmmm yyyy', 'year-month'],
    ['m"月"d"日"', 'month-day'],
    ['mm-dd', 'month-day'],
    ['d-mmm', 'month-day'],
    ['[DBNum1]m"月"d"日"', 'month-day'],
    ['m"月"d"日" 上午/下午h:mm', 'month-day'],
    ['yyyy"年"', 'year'],
    ['m"月"', 'month'],
    ['mmmm', 'month'],
    ['d"日"', 'other'],
    ['aaaa', 'other'],
    ['[$-804]dddd', 'other'],
    ['yyyy"年第"q"季度"', 'other'],
  ])('%s shows no more than the %s', (pattern, shows) => {
    expect(formatMeaning(pattern, 44_896, 'date')).toEqual({ shows });
  });

  it.each([
    ...['yyyy-mm-dd', 'yyyy/m/d', 'yyyy"年"m"月"d"日";@', '[$-804]yyyy"年"m"月"d"日"', '[DBNum1]yyyy"年"m"月"d"日"'],
    ...[
      'yy-m-d',
      'd-mmm-yy',
      'm/d/yyyy h:mm',
      'yyyy-mm-dd hh:mm:ss AM/PM',
      'yyyy/m/d aaaa',
      'e"年"m"月"d"日"',
      'ge.m.d',
    ],
    ...['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'yyyy-mm-dd 上午/下午h:mm', '[Red]yyyy-mm-dd', 'yyyy"y"-mm"m"-dd'],
  ])('%s shows the whole day', (pattern) => {
    expect(formatMeaning(pattern, 44_896.5, 'date')).toEqual({});
  });

  it('minutes are no months, and the section is that of the value', () => {
    expect(formatMeaning('yyyy h:mm', 1, 'date')).toEqual({ shows: 'other' });
    expect(formatMeaning('yyyy-m-d mm:ss', 1, 'date')).toEqual({});
    const byYear = '[<44927]m"月"d"日";yyyy"年"m"月"d"日"';
    expect(formatMeaning(byYear, 44_896, 'date')).toEqual({ shows: 'month-day' });
    expect(formatMeaning(byYear, 44_930, 'date')).toEqual({});
  });
});

it('no pattern, however odd, is taken for more than it says', () => {
  const signs = fc.constantFrom(
    '0',
    '#',
    ',',
    '.',
    '"',
    '\\',
    '!',
    '[',
    ']',
    ';',
    '人',
    '万',
    'y',
    'm',
    'd',
    'h',
    '%',
    '*',
    '_',
    '@',
  );
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 40 }), fc.double({ noNaN: true }), (pattern, value) => {
      const { unit = '人', scale = 1000, ...rest } = formatMeaning(pattern.join(''), value, 'number');
      expect(rest).toEqual({});
      expect(unit).toMatch(/^(?:[人万]+|%)$/u);
      expect(scale).toBeGreaterThan(1);
    }),
  );
});
