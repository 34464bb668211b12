/** The numbers of captions (SEQ), in the order of the document. */
import { inChinese } from '../../language/helpers/in-chinese';
import type { Field, FieldText } from './read-fields';

/** Field → its number as it is shown; empty for a hidden one. `levelOf` tells a heading's level from 1, null for other paragraphs. */
export function sequenceNumbers(
  { paragraphs }: FieldText,
  levelOf: (paragraph: FieldText['paragraphs'][number]) => number | null,
): ReadonlyMap<Field, string> {
  const numbers = new Map<Field, string>();
  const counts = new Map<string, number>();
  /** Counters that begin anew with headings of a level. */
  const restarts = new Map<string, number>();
  for (const paragraph of paragraphs) {
    const level = levelOf(paragraph) ?? Infinity;
    for (const [name] of [...restarts].filter(([, at]) => level <= at)) counts.set(name, 0);
    const captions = paragraph.fields.filter(({ code }) => code.name === 'SEQ');
    for (const field of captions) numbers.set(field, numberOf(field, counts, restarts));
  }
  return numbers;
}

function numberOf({ code }: Field, counts: Map<string, number>, restarts: Map<string, number>): string {
  const { words, switches } = code;
  const name = words[0] ?? '';
  const level = Number(switches.get('s'));
  if (switches.has('s') && level > 0 && !restarts.has(name)) restarts.set(name, level);
  const before = counts.get(name) ?? 0;
  const reset = switches.get('r');
  const number = switches.has('c') ? before : reset === undefined ? before + 1 : Number(reset) || 0;
  counts.set(name, number);
  return switches.has('h') ? '' : shownNumber(number, switches.get('*') ?? '');
}

/** In the format of a switch `\*`; digits where nobody says anything else. */
function shownNumber(number: number, format: string): string {
  switch (format.toUpperCase()) {
    case 'CHINESENUM1':
    case 'CHINESENUM3':
      return inChinese(number);
    case 'CHINESENUM2':
      return Array.from(inChinese(number), (sign) => formal[sign] ?? sign).join('');
    case 'ALPHABETIC':
      return inCase(letters(number), format);
    case 'ROMAN':
      return inCase(roman(number), format);
    default:
      return String(number);
  }
}

const formal: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('一二三四五六七八九十百千', (sign, at) => [sign, '壹贰叁肆伍陆柒捌玖拾佰仟'.charAt(at)]),
);

function inCase(text: string, format: string): string {
  return /^[a-z]/u.test(format) ? text.toLowerCase() : text;
}

/** A … Z, AA, BB. */
function letters(number: number): string {
  if (number < 1) return String(number);
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return letter.repeat(Math.min(20, Math.ceil(number / 26)));
}

const romans: readonly (readonly [string, number])[] = [
  ...([
    ['M', 1000],
    ['CM', 900],
    ['D', 500],
    ['CD', 400],
    ['C', 100],
    ['XC', 90],
    ['L', 50],
    ['XL', 40],
  ] as const),
  ...([
    ['X', 10],
    ['IX', 9],
    ['V', 5],
    ['IV', 4],
    ['I', 1],
  ] as const),
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let left = number;
  return romans
    .map(([sign, value]) => {
      const times = Math.floor(left / value);
      left -= times * value;
      return sign.repeat(times);
    })
    .join('');
}
