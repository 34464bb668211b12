/** What a cell shows: its value printed by its number format, as Excel would. */
import { formatValue, isDateFormat } from 'hucre';
import type { BookValue } from './book';

/** Google's name for the kind of a number format; null for the automatic one. */
export function formatType(pattern: string | undefined): string | null {
  if (pattern === undefined || /^general$/iu.test(pattern)) return null;
  if (pattern === '@') return 'TEXT';
  if (isDateFormat(pattern)) return dateType(pattern);
  const bare = pattern.replace(/"[^"]*"|\\./gu, '');
  if (bare.includes('%')) return 'PERCENT';
  if (/[eE][+-]/u.test(bare)) return 'SCIENTIFIC';
  return /[¥￥$€]/u.test(pattern) ? 'CURRENCY' : 'NUMBER';
}

/** The text a person sees. Errors show their name, blanks nothing. */
export function shownText(value: BookValue, pattern: string | undefined): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  return formatType(pattern) === null ? generalText(value) : formatValue(value, pattern ?? '').trim();
}

function dateType(pattern: string): string {
  const bare = pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]/gu, '');
  const hasTime = /[hs]/iu.test(bare);
  if (!/[yd]/iu.test(bare) && hasTime) return 'TIME';
  return hasTime ? 'DATE_TIME' : 'DATE';
}

/** Ten significant digits hide what binary numbers add: 0.1 + 0.2 shows 0.3. */
function generalText(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(10)));
}
