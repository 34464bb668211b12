/** What a cell shows: its value printed by its number format, as Excel would. */
import { formatValue, isDateFormat } from 'hucre';
import { textLimits } from '../../../core/base/limits';
import type { BookValue } from '../book';

/** A number format as it is used again and again. */
interface Format {
  readonly type: string | null;
  /** Texts printed before, by their number: most columns hold few different ones. */
  readonly printed: Map<number, string>;
}

const formats = new Map<string, Format>();
/** Beyond these numbers a file is not helped by remembering. */
const most = { formats: 2000, printed: 5000 };
/** A fraction of many digits is searched for one denominator after the other; a point drawn for some numbers moves their digits. */
// bounded: a pattern up to `textLimits.formatCode`, as all below
const unprintable = /[?#0]{4,}\s*\/|\/\s*[?#0]{4,}|[?#0](?:[!\\]\.|"\.").*;|;.*[?#0](?:[!\\]\.|"\.")/u;

/** Google's name for the kind of a number format; null for the automatic one. */
export function formatType(pattern: string | undefined): string | null {
  return pattern === undefined || isTooLong(pattern) ? null : formatOf(pattern).type;
}

/** The text a person sees. Errors show their name, blanks nothing. */
export function shownText(value: BookValue, pattern: string | undefined): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (pattern === undefined || isTooLong(pattern)) return generalText(value);
  const { type, printed } = formatOf(pattern);
  if (type === null) return generalText(value);
  const known = printed.get(value);
  if (known !== undefined) return known;
  const text = printedText(value, pattern);
  if (printed.size < most.printed) printed.set(value, text);
  return text;
}

/** No program writes such a one; whoever reads the cell refuses it. */
function isTooLong(pattern: string): boolean {
  return pattern.length > textLimits.formatCode;
}

function formatOf(pattern: string): Format {
  const known = formats.get(pattern);
  if (known) return known;
  const format: Format = { type: typeOf(pattern), printed: new Map() };
  if (formats.size < most.formats) formats.set(pattern, format);
  return format;
}

function typeOf(written: string): string | null {
  const pattern = inEnglish(written);
  if (/^(?:general|)$/iu.test(pattern)) return null;
  if (pattern === '@') return 'TEXT';
  const bare = pattern.replace(/"[^"]*"|\\./gu, '');
  if (isDateFormat(pattern) || isDatePart(bare)) return dateType(bare);
  if (bare.includes('%')) return 'PERCENT';
  if (/[eE][+-]/u.test(bare)) return 'SCIENTIFIC';
  return /[¥￥$€]/u.test(pattern) ? 'CURRENCY' : 'NUMBER';
}

/** Patterns the library takes for no date: a month alone, the year as an era's, a weekday. */
function isDatePart(bare: string): boolean {
  // bounded: a pattern
  const outside = bare.replace(/\[[^\]]*\]|[_*].|general/giu, '');
  return /aaa/iu.test(outside) || (/[ymdeq]/iu.test(outside) && !/[0#?@]/u.test(outside));
}

/** An elapsed time (`[h]:mm`) is none of the clock, but no day either. */
function dateType(bare: string): string {
  const isElapsed = /\[(?:h+|m+|s+)\]/iu.test(bare);
  // bounded: a pattern
  const outside = bare.replace(/\[[^\]]*\]/gu, '');
  const hasTime = isElapsed || /[hs]/iu.test(outside);
  if (!/[ydaeq]/iu.test(outside.replace(/am\/pm/giu, '')) && hasTime) return 'TIME';
  return hasTime ? 'DATE_TIME' : 'DATE';
}

/** A format that shows no digit, or that cannot be followed, must not hide that there is a number. */
function printedText(value: number, written: string): string {
  const pattern = inEnglish(written);
  if (unprintable.test(pattern)) return generalText(value);
  try {
    const isDay = formatType(written)?.startsWith('DATE') === true;
    if (isDay && value > lastDay) return generalText(value);
    const text = isDay ? dateText(value, pattern) : numberText(value, pattern);
    const plain = text.replaceAll(literalPercent, '%').replace('AM', '上午').replace('PM', '下午').trim();
    if (isDay && plain !== '') return plain;
    return /\d/u.test(plain) ? plain.replace(/^-(0*(?:\.0*)?%?)$/u, '$1') : generalText(value);
  } catch {
    return generalText(value);
  }
}

/** 9999-12-31: no program shows a later one. */
const lastDay = 2_958_466;

/** By a year before it, which is cut off again, the library knows any pattern for a date. */
function dateText(value: number, pattern: string): string {
  const text = formatValue(value, `yyyy"${behindYear}"${withDateWords(withLiterals(pattern, value), value)}`);
  return text.slice(text.indexOf(behindYear) + 1);
}

const behindYear = '\uE001';

/** The year of an era is the year here; no library prints quarters. */
function withDateWords(pattern: string, value: number): string {
  const month = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000).getUTCMonth();
  return outsideLiterals(pattern, (text) =>
    // bounded: a pattern
    text.replace(/g*e+/giu, 'yyyy').replace(/q+/giu, `"${String(Math.floor(month / 3) + 1)}"`),
  );
}

/** Changes what of a pattern stands in no quotes and is no escaped sign. */
function outsideLiterals(pattern: string, change: (text: string) => string): string {
  return pattern.replace(
    /("[^"]*"|\\.)|([^"\\]+)/gu,
    (_, literal?: string, text = '') => literal ?? change(String(text)),
  );
}

/** The scale of commas before the decimal point, and of a point that is drawn into a whole number, as the library knows them. */
function numberText(value: number, pattern: string): string {
  // bounded: a pattern
  const literal = withLiterals(pattern.replace(/(,+)\.([0#?]+)/gu, '.$2$1'), value);
  const drawn = /(?<=[?#0])(?:[!\\]\.|"\.")([?#0]+)/u.exec(literal);
  if (drawn === null) return formatValue(nudged(value), literal);
  const [all, digits = ''] = drawn;
  return formatValue(nudged(value / 10 ** digits.length), literal.replace(all, `.${digits}`));
}

/** The Chinese words of a pattern as the library understands them, and the system's long date and time. */
function inEnglish(pattern: string): string {
  if (pattern.includes('[$-F800]')) return 'yyyy"年"m"月"d"日"';
  if (pattern.includes('[$-F400]')) return 'h:mm:ss';
  return (
    pattern
      .replaceAll('G/通用格式', 'General')
      .replaceAll('上午/下午', 'AM/PM')
      .replace(/\[(?:\p{Script=Han}+\d*|DBNum\d)\]/giu, '')
      // bounded: a pattern
      .replace(/\[\$([^\]-]+)(?:-[^\]]*)?\]/gu, '"$1"')
      .replace(/"(\p{Script=Han}+)"/gu, '$1')
  );
}

const literalPercent = '\uE000';
const weekdays = '六日一二三四五';

/**
 * What the library does not print: `General` with something beside it, the Chinese names of the weekdays; and it takes a
 * percent sign within quotes for one that multiplies.
 */
function withLiterals(pattern: string, value: number): string {
  const weekday = weekdays.charAt(Math.floor(value) % 7);
  return pattern
    .replace(/"[^"]*"|\\./gu, (literal) => literal.replaceAll('%', literalPercent))
    .replace(/general/giu, () => `"${generalText(Math.abs(value))}"`)
    .replace(/aaaa/giu, `"星期${weekday}"`)
    .replace(/aaa/giu, `"${weekday}"`);
}

/** Half is rounded up as people do by its decimal digits: 1.005 is a hair less in binary. */
function nudged(value: number): number {
  return Number.isInteger(value) ? value : value * (1 + 1e-15);
}

/** Ten significant digits hide what binary numbers add: 0.1 + 0.2 shows 0.3. */
function generalText(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(10)));
}
