/** Numbers written in Chinese characters: 六十, 一百二十, 两万, 二〇二二. */

const digits: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, '○': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 },
};
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 };
const large: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** All characters such a number may hold, for use inside a character class. */
export const numeralCharacters = [digits, tens, large].flatMap((table) => Object.keys(table)).join('');

/**
 * The value, or null when the text is no well-formed number. A digit after a unit must name its own unit or follow 零:
 * 一万二 (12 000 in speech, 10 002 in writing) is refused.
 */
export function chineseNumber(text: string): number | null {
  if (text === '') return null;
  const plainDigits = Array.from(text, (character) => digits[character]);
  if (plainDigits.every((digit) => digit !== undefined)) return digitString(text, plainDigits);
  return Array.from(text).every((c) => c in digits || c in tens || c in large) ? sectioned(text) : null;
}

/** 七 is 7 and 二〇二二 is 2022, but 三五 is no number (三五次 means a few times). */
function digitString(text: string, values: readonly number[]): number | null {
  return values.length === 1 || (values.length === 4 && !text.includes('两')) ? Number(values.join('')) : null;
}

/** Splits at 亿, then at 万, and reads what is before and after each. */
function sectioned(text: string): number | null {
  for (const unit of ['亿', '万']) {
    const at = text.lastIndexOf(unit);
    if (at >= 0) {
      const before = sectioned(text.slice(0, at));
      const after = at === text.length - 1 ? 0 : sectioned(text.slice(at + 1));
      const spoken = /^[^零〇十百千]$/u.test(text.slice(at + 1));
      return before === null || after === null || spoken ? null : before * (large[unit] ?? 1) + after;
    }
  }
  return belowTenThousand(text);
}

/** 一千二百零三, 十二, 三百: units must fall from left to right. */
function belowTenThousand(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = Infinity;
  let zero = false;
  for (const character of text) {
    const unit = tens[character];
    if (unit === undefined) {
      const value = digits[character] ?? 0;
      if (digit !== null) return null;
      if (value === 0) zero = true;
      else digit = value;
    } else {
      if (unit >= lastUnit || (digit === null && !(unit === 10 && total === 0))) return null;
      total += (digit ?? 1) * unit;
      lastUnit = unit;
      digit = null;
      zero = false;
    }
  }
  if (digit !== null && lastUnit !== Infinity && lastUnit > 10 && !zero) return null;
  return total + (digit ?? 0);
}
