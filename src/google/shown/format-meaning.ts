/** What a number format says beside the value: the unit it writes, how far it shrinks the digits, what it hides of a date. */
import type { FormatMeaning, ShownDate } from '../../core/base/grid';
import { sectionFor, sectionsOf, type Section, type PatternToken } from './pattern-parts';

/** What one section means for numbers, and for dates. */
interface SectionMeaning {
  readonly number: FormatMeaning;
  readonly date: FormatMeaning;
}

interface KnownFormat {
  readonly sections: readonly Section[];
  readonly meanings: Map<Section, SectionMeaning>;
}

const known = new Map<string, KnownFormat>();
/** Beyond these a file is not helped by remembering. */
const mostPatterns = 2000;
const plain: FormatMeaning = {};

/**
 * The meaning of a pattern for one value. A format that only decorates means nothing: colours, thousands separators, signs
 * of money, blanks, words that are no unit. Percent formats have a kind of their own.
 */
export function formatMeaning(pattern: string, value: number, kind: 'number' | 'date'): FormatMeaning {
  const { sections, meanings } = partsOf(pattern);
  const section = sectionFor(sections, value);
  if (section === undefined) return plain;
  const before = meanings.get(section);
  const meaning = before ?? { number: numberMeaning(section.tokens), date: dateMeaning(section.tokens) };
  if (before === undefined) meanings.set(section, meaning);
  return meaning[kind];
}

function partsOf(pattern: string): KnownFormat {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const parts: KnownFormat = { sections: sectionsOf(pattern), meanings: new Map() };
  if (known.size < mostPatterns) known.set(pattern, parts);
  return parts;
}

function numberMeaning(tokens: readonly PatternToken[]): FormatMeaning {
  const last = lastIndex(tokens, ({ kind }) => kind === 'digit');
  const isOther = tokens.some(({ kind }) => kind === 'percent' || kind === 'other');
  if (last < 0 || isOther) return plain;
  const unit = unitOf(tokens.slice(last + 1));
  const scale = Math.min(1000 ** scalingCommas(tokens) * 10 ** digitsBehindDrawnPoint(tokens), largestScale);
  return { ...(unit !== '' && { unit }), ...(scale > 1 && { scale }) };
}

/** Nothing is left of any figure behind that; a pattern has room for more commas than a number has digits. */
const largestScale = 1e15;

function lastIndex(tokens: readonly PatternToken[], is: (token: PatternToken) => boolean): number {
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token !== undefined && is(token)) return index;
  }
  return -1;
}

/** The words behind the digits: 人, 万元, 场（次）, a written %. Anything else is decoration. */
function unitOf(behind: readonly PatternToken[]): string {
  const text = behind.map((token) => (token.kind === 'literal' ? token.text : '')).join('');
  const bare = text.normalize('NFKC').replace(/\s/gu, '').replace(/^\)+/u, '');
  return /^\p{Script=Han}[\p{Script=Han}()/]*$|^[%‰]$/u.test(bare) ? bare : '';
}

/** Each comma right behind the last digit, or right before the decimal point, leaves three digits away. */
function scalingCommas(tokens: readonly PatternToken[]): number {
  const kinds = tokens.map(({ kind }) =>
    kind === 'digit' ? '0' : kind === 'comma' ? ',' : kind === 'point' ? '.' : ' ',
  );
  const runs = kinds.join('').matchAll(/(?<=0)(,+)(?=[^0]*$|\.)/gu);
  return [...runs].reduce((sum, [, commas = '']) => sum + commas.length, 0);
}

/** `0!.0` draws a point into the whole number: what stands behind it is a part of one. */
function digitsBehindDrawnPoint(tokens: readonly PatternToken[]): number {
  const drawn = tokens.findIndex(({ kind, text }, index) => {
    const isBetween = tokens[index - 1]?.kind === 'digit' && tokens[index + 1]?.kind === 'digit';
    return kind === 'literal' && text === '.' && isBetween;
  });
  if (drawn < 0) return 0;
  const behind = tokens.slice(drawn + 1);
  const end = behind.findIndex(({ kind }) => kind === 'point');
  return behind.slice(0, end < 0 ? undefined : end).filter(({ kind }) => kind === 'digit').length;
}

interface Shows {
  year: boolean;
  month: boolean;
  day: boolean;
  other: boolean;
}

function dateMeaning(tokens: readonly PatternToken[]): FormatMeaning {
  const letters = tokens.filter(({ kind }) => kind === 'letters' || kind === 'elapsed');
  const shows: Shows = { year: false, month: false, day: false, other: false };
  letters.forEach((token, index) => {
    take(shows, token, letters[index - 1]?.text, letters[index + 1]?.text);
  });
  const shown = shownDate(shows);
  return shown === null ? plain : { shows: shown };
}

/** `m` is a minute behind hours and before seconds, and the month elsewhere. */
function take(shows: Shows, { kind, text }: PatternToken, before = '', next = ''): void {
  const isMinute = /^mm?$/u.test(text) && (before.startsWith('h') || next.startsWith('s'));
  if (kind === 'elapsed' || isMinute) return;
  const part = parts.find(([pattern]) => pattern.test(text))?.[1];
  if (part !== undefined) shows[part] = true;
}

/** Days of the week, quarters and hours say nothing of the day, but they are shown of it. */
const parts: readonly (readonly [RegExp, keyof Shows])[] = [
  [/^[yegb]/u, 'year'],
  [/^m/u, 'month'],
  [/^dd?$/u, 'day'],
  [/^[daqh]/u, 'other'],
];

/** What is left of a date; null where all of it is shown, or none is asked to be. */
function shownDate({ year, month, day, other }: Shows): ShownDate | null {
  if (year && month) return day ? null : 'year-month';
  if (month) return day ? 'month-day' : 'month';
  if (day || (year && other)) return 'other';
  if (year) return 'year';
  return other ? 'other' : null;
}
