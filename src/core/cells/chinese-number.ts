/** Numbers written in Chinese characters: 六十, 一百二十, 两万, 二〇二二. */

const digits = '零一二三四五六七八九';
/** Characters for the same digit or unit, each brought to its plain form. */
const plainForms: Readonly<Record<string, string>> = {
  ...{ 〇: '零', '○': '零', 两: '二', 壹: '一', 贰: '二', 叁: '三', 肆: '四', 伍: '五', 陆: '六', 柒: '七' },
  ...{ 捌: '八', 玖: '九', 拾: '十', 佰: '百', 仟: '千' },
};
const large = { 亿: 100_000_000, 万: 10_000 } as const;

/** All characters such a number may hold, for use inside a character class. */
export const numeralCharacters = `${digits}十百千万亿${Object.keys(plainForms).join('')}`;

const one = '[一二三四五六七八九]';
const belowTenThousand = new RegExp(
  `^(?:(?<thousands>${one})千)?零?(?:(?<hundreds>${one})百)?零?(?:(?<tens>${one}?)十)?零?(?<ones>${one})?$`,
  'u',
);

/**
 * The value, or null when the text is no well-formed number. A digit after a unit must name its own unit or follow 零:
 * 一万二 (12 000 in speech, 10 002 in writing) is refused.
 */
export function chineseNumber(text: string): number | null {
  const plain = Array.from(text, (character) => plainForms[character] ?? character).join('');
  const isDigits = plain !== '' && Array.from(plain).every((character) => digits.includes(character));
  return isDigits ? digitString(plain) : sectioned(plain);
}

/** 七 is 7 and 二〇二二 is 2022, but 三五 is no number (三五次 means a few times). */
function digitString(text: string): number | null {
  const values = Array.from(text, (character) => digits.indexOf(character));
  return values.length === 1 || values.length === 4 ? Number(values.join('')) : null;
}

/** Splits at 亿, then at 万, and reads what is before and after each. */
function sectioned(text: string): number | null {
  for (const unit of ['亿', '万'] as const) {
    const at = text.lastIndexOf(unit);
    if (at < 0) continue;
    const rest = text.slice(at + 1);
    const before = sectioned(text.slice(0, at));
    const after = rest === '' ? 0 : sectioned(rest);
    const spoken = rest.length === 1 && rest !== '十';
    return before === null || after === null || spoken ? null : before * large[unit] + after;
  }
  return section(text);
}

/** 一千二百零三, 十二, 三百. */
function section(text: string): number | null {
  const parts = text === '' || text === '零' ? undefined : belowTenThousand.exec(text)?.groups;
  if (parts === undefined) return null;
  const ones = digitOf(parts.ones);
  const tens = parts.tens === '' ? 1 : digitOf(parts.tens);
  const above = digitOf(parts.thousands) * 1000 + digitOf(parts.hundreds) * 100;
  const spoken = above > 0 && parts.tens === undefined && ones > 0 && !text.includes('零');
  return spoken ? null : above + tens * 10 + ones;
}

function digitOf(character: string | undefined): number {
  return character === undefined ? 0 : digits.indexOf(character);
}
