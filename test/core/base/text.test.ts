import fc from 'fast-check';
import { nearest } from '../../../src/core/base/nearest';
import { bareName, clipped, headerKey, nameKey, normalised, printable, remembered } from '../../../src/core/base/text';

it.each([
  ['完成 时限', '完成时限'],
  ['完成时限：', '完成时限'],
  ['*完成时限＊', '完成时限'],
  ['金额（元）', '金额(元)'],
  ['ＰＨＯＮＥ', 'phone'],
  ['立案数①', '立案数(1)'],
  ['立案数〔1〕', '立案数(1)'],
  ['①立案数', '1立案数'],
  ['面积m²', '面积m2'],
])('header %s is compared as %s', (typed, key) => {
  expect(headerKey(typed)).toBe(key);
});

it('names are compared without spaces, width and invisible marks', () => {
  expect(nameKey('\uFEFF司 法\u200B所　')).toBe('司法所');
  expect(normalised(' 一\n 二\u0000 ')).toBe('一 二');
  expect(printable('一\n二\t三\u000B\uFFFE')).toBe('一\n二\t三');
});

it.each([
  ['司法所.xlsx', '司法所'],
  [' 司法所 .ODS', '司法所'],
  ['年度报告', '年度报告'],
  ['12.30', '12.30'],
  ['caf\u0065\u0301.xlsx', 'caf\u00E9'],
])('the file %j is called %s', (file, name) => {
  expect(bareName(file)).toBe(name);
});

it.each(['12①', '１２①', '12¹²', '12㉑', '12⒈', '12₁', '12〔1〕'])(
  'a footnote makes no other number of %s',
  (typed) => {
    expect(normalised(typed)).toMatch(/^12\(\d+\.?\)$/u);
  },
);

it('keys are stable', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(nameKey(nameKey(text))).toBe(nameKey(text));
      expect(normalised(normalised(text))).toBe(normalised(text));
    }),
  );
});

it('a plain text is brought to the same form as any other', () => {
  const unit = fc.constantFrom(
    '一',
    '龥',
    '～',
    'Ａ',
    'a',
    '9',
    ' ',
    '\u3000',
    '\n',
    '.',
    '①',
    '㎡',
    '\u200B',
    '〇',
    '…',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      // The marks of footnotes keep apart from what is before them.
      fc.pre(!/[一龥〇9.]①/u.test(printable(text)));
      const whole = printable(text).normalize('NFKC').replace(/\s+/gu, ' ').trim();
      expect(normalised(text)).toBe(whole);
    }),
  );
});

it('a long text is cut by characters', () => {
  expect(clipped('一二三四', 3)).toBe('一二…');
  expect(clipped('一二三', 3)).toBe('一二三');
  expect(clipped('𠮷𠮷𠮷', 2)).toBe('𠮷…');
});

it.each([
  ['农业综合服务中', '农业综合服务中心'],
  ['司法办', '司法所'],
  ['宇宙飞船研究院', null],
])('the nearest to %s is %s', (name, expected) => {
  expect(nearest(name, ['司法所', '财政所', '农业综合服务中心'])).toBe(expected);
});

describe('remembered answers', () => {
  const counted = (): { readonly answer: (text: string) => string; readonly asked: string[] } => {
    const asked: string[] = [];
    return { asked, answer: remembered((text) => `${text}${String(asked.push(text))}`) };
  };

  it('are worked out once for each short text', () => {
    const { answer, asked } = counted();
    for (let round = 0; round < 3; round += 1) expect([answer('司法所'), answer('')]).toEqual(['司法所1', '2']);
    expect(asked).toEqual(['司法所', '']);
  });

  it('of long texts, and of more texts than an office has names, are not kept', () => {
    const { answer, asked } = counted();
    const long = '办'.repeat(13);
    expect([answer(long), answer(long)]).toEqual([`${long}1`, `${long}2`]);
    expect(answer('司法所')).toBe('司法所3');
    for (let number = 0; number < 10_000; number += 1) answer(String(number));
    asked.length = 0;
    expect(answer('司法所')).toBe('司法所1');
  });
});
