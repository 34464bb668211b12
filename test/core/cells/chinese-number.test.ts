import fc from 'fast-check';
import { chineseNumber } from '../../../src/core/cells/chinese-number';

it.each([
  ['零', 0],
  ['七', 7],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['两百', 200],
  ['一百二十', 120],
  ['一百零五', 105],
  ['一千二百零三', 1203],
  ['两万', 20000],
  ['一万零二', 10002],
  ['三十五万六千', 356000],
  ['一亿二千万', 120000000],
  ['叁佰', 300],
  ['捌仟柒佰陆拾伍', 8765],
  ['壹仟贰佰叁拾肆', 1234],
  ['玖拾玖', 99],
  ['二○○九', 2009],
  ['一百零十', 110],
  ['两亿零三万', 200_030_000],
  ['二〇二二', 2022],
])('%s is %d', (text, value) => {
  expect(chineseNumber(text)).toBe(value);
});

it.each(['', '万', '三五', '一万二', '百', '二百三', '十百', '一二三', '次'])('%s is no number', (text) => {
  expect(chineseNumber(text)).toBeNull();
});

/** Writes a number below 10 000 the full way. */
function written(value: number): string {
  const digits = '零一二三四五六七八九';
  const text = Array.from(String(value), (digit, index) => {
    const unit = ['', '十', '百', '千'][String(value).length - 1 - index] ?? '';
    return digit === '0' ? '零' : `${digits[Number(digit)] ?? ''}${unit}`;
  }).join('');
  return text.replace(/零+/gu, '零').replace(/(.)零$/u, '$1');
}

it('reads every written number below ten thousand, also as 万', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
      expect(chineseNumber(written(value))).toBe(value);
      expect(chineseNumber(`${written(value)}万`)).toBe(value * 10_000);
    }),
  );
});

it('a number on a bill is the same in its own characters', () => {
  const bill = new Map(
    ['零〇○', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖', '十拾', '百佰', '千仟'].map(
      (all) => [all.charAt(0), Array.from(all)] as const,
    ),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(2), (value, which) => {
      const text = Array.from(written(value), (sign) => {
        const all = bill.get(sign) ?? [sign];
        return all[which % all.length] ?? sign;
      }).join('');
      expect(chineseNumber(text)).toBe(value);
    }),
  );
});
