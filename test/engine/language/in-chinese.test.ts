import fc from 'fast-check';
import { yearInChinese } from '../../../src/engine/language/helpers/in-chinese';

it.each([
  [2000, '二〇〇〇'],
  [2010, '二〇一〇'],
  [2022, '二〇二二'],
  [2030, '二〇三〇'],
  [2099, '二〇九九'],
])('%i is written %s', (year, text) => {
  expect(yearInChinese(year)).toBe(text);
});

it('each year of the century is read back digit by digit, and none holds a 零 or a ○', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2099 }), (year) => {
      const text = yearInChinese(year);
      const digits = Array.from(text, (sign) => '〇一二三四五六七八九'.indexOf(sign));
      expect(Number(digits.join(''))).toBe(year);
    }),
  );
});
