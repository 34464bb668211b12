/** Whole numbers in Chinese characters, as used in headings and 一是/二是. */

const digits = '零一二三四五六七八九';
const units = ['', '十', '百', '千'];

/** `一`, `十二`, `一百零五`, `二万三千`; numbers outside 0 … 99,999,999 and fractions stay in digits. */
export function inChinese(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99_999_999) return String(value);
  if (value === 0) return '零';
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  const gap = high > 0 && low > 0 && low < 1000 ? '零' : '';
  const text = (high > 0 ? `${belowTenThousand(high)}万` : '') + gap + (low > 0 ? belowTenThousand(low) : '');
  return text.replace(/^一十/u, '十');
}

function belowTenThousand(value: number): string {
  let text = '';
  let zero = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      zero = text !== '';
    } else {
      text += (zero ? '零' : '') + digits.charAt(digit) + (units[power] ?? '');
      zero = false;
    }
  }
  return text;
}

/** `二〇二二` for 2022, digit by digit, as years of dates are written; the zero is 〇. */
export function yearInChinese(year: number): string {
  return Number.isInteger(year) && year >= 0
    ? String(year).replace(/\d/gu, (digit) => (digit === '0' ? '〇' : digits.charAt(Number(digit))))
    : String(year);
}
