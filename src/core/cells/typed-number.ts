/** A number as people type it, taken apart: qualifier, digits or Chinese numerals, 万, unit. */
import { multiply } from '../base/decimal';
import { withoutEnd } from '../base/text';
import { chineseNumber, numeralCharacters } from './chinese-number';
import type { Qualifier } from './readings';
import type { RemarkCode } from './remarks';

/** The parts of a typed number; the value has 万 and 亿 multiplied in. */
export interface TypedNumber {
  readonly value: number;
  readonly qualifier: Qualifier;
  /** The unit as typed, empty without one; 万元 comes as 元. */
  readonly unit: string;
  /** Written in Chinese numerals. */
  readonly chinese: boolean;
  /** Typed with 百, 千, 万 or 亿 after digits: 12万. */
  readonly expanded: boolean;
  /** Two qualifiers at once (约300余), or 余 after a number exact to the unit (15余). */
  readonly clumsy: 'twice' | 'odd' | null;
}

const qualifiers: Readonly<Record<string, Qualifier>> = {
  ...{ 余: '余', 多: '多', 来: '约', '+': '余', 约: '约', 大约: '约', 近: '近', 将近: '近', 接近: '近' },
  ...{ 逾: '逾', 超: '超', 超过: '超', 至少: '至少', 左右: '约', 上下: '约', 以上: '余' },
};
const multipliers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

const shape = new RegExp(
  '^(?:共|共计|合计|累计|人民币|¥)?(?<before>约|大约|近|将近|接近|逾|超过|超|至少)?(?:共|人民币|¥)?' +
    String.raw`(?:(?<digits>\d[\d,]*(?:\.\d+)?)(?<first>[百千万亿]*)|(?<numerals>[${numeralCharacters}]+))` +
    String.raw`(?<after>余|多|来|\+)?(?<second>[百千万亿]*)(?<unit>[^\d\s,;、+]{0,5}?)(?<around>左右|上下|以上)?$`,
  'u',
);

type Groups = Readonly<Record<string, string | undefined>>;

/** Why a text is no single number, the most telling reason first; the last one takes everything. */
const refusals: readonly (readonly [RegExp, RemarkCode])[] = [
  [/见(附件|备注|附表|台账)|详见|同上|附后/u, 'number-elsewhere'],
  // bounded: texts up to `longest` only, as below
  [/[-−－]\s*[\d.]+\D*$/u, 'number-negative'],
  [/\d\s*[+*×/÷=]\s*\d/u, 'number-sum'],
  // bounded: as above
  [/[\d]\D*[、,;，；和及]\s*\D*\d|\d\s+\d/u, 'number-two'],
  // bounded: as above
  [/\d[a-z]|[a-z]\d|^[lo|]+\D*$/iu, 'number-letters'],
  [
    /若干|多次|多场|大量|数次|几|部分|一些|不少(?!于)|许多|数十|数百|上百|上千|无数|^[一二三四五六七八九]{2}\D*$/u,
    'number-vague',
  ],
  [/[%‰]|百分之/u, 'number-percent'],
  [/\d/u, 'number-unreadable'],
  [/^/u, 'number-words'],
];

const digit = String.raw`[\d〇零一二两三四五六七八九十百千]`;
const range = new RegExp(`${digit}\\D{0,2}?(?:-|—|–|~|至|到)+${digit}`, 'u');

/** Above it a number typed with digits is no longer exactly what it says. */
export const largest = 1e15;

/** A longer text is no number, and not worth the search for one. */
const longest = 200;

/** The mark of a note behind a number, as ① is one: 300注2, 300元注①. */
export const noteMark = /(?<=[\d%元])\s?(注\(?\d{1,2}\)?)[。;,、.]{0,3}$/u;

/** Takes a normalised text apart, or says why it is no number. A remark in brackets or the mark of a note after the number is left out. */
export function typedNumber(text: string): TypedNumber | RemarkCode {
  if (text.length > longest) return 'number-words';
  const bare = withoutAside(text).replace(/(\d)[, ](?=\d{3}(?!\d))/gu, '$1');
  if (range.test(bare)) return 'number-range';
  if (bare.includes('几')) return 'number-vague';
  const groups = /\d\s+\d/u.test(bare) ? undefined : shape.exec(bare.replace(/\s/gu, ''))?.groups;
  return (groups === undefined ? null : fromParts(groups)) ?? refusal(bare);
}

/** The number of the matched parts; null when its commas or numerals are not in order. */
function fromParts(groups: Groups): TypedNumber | RemarkCode | null {
  const base = baseNumber(groups);
  const { unit, factor } = unitParts(groups.unit ?? '');
  if (base === null) return null;
  if (unit === '%') return 'number-percent';
  if (/[a-z]/iu.test(unit)) return 'number-letters';
  const scale = `${groups.first ?? ''}${groups.second ?? ''}`;
  const value = multiply(base, multiply(scaleFactor(scale), factor));
  if (value > largest) return 'number-too-large';
  return {
    value,
    unit,
    chinese: groups.numerals !== undefined,
    expanded: scale !== '',
    ...qualified(groups, base, unit === '元' ? base : multiply(base, scaleFactor(scale))),
  };
}

/** The number before any 万; null when its commas or numerals are not in order. */
function baseNumber(groups: Groups): number | null {
  const numerals = groups.numerals ?? '';
  // 近千人, 百余场: beside a qualifier the bare unit is one of it.
  if ((groups.before ?? groups.after) !== undefined && numerals in multipliers) return multipliers[numerals] ?? null;
  if (groups.digits === undefined) return chineseNumber(numerals);
  return groups.digits.includes(',') ? null : Number(groups.digits);
}

function scaleFactor(scale: string): number {
  return Array.from(scale).reduce((product, sign) => product * (multipliers[sign] ?? 1), 1);
}

/** `3次(其中集中学习2次)。` → `3次`. */
function withoutAside(text: string): string {
  return (
    withoutEnd(text, /[。;,、.]/u)
      .replace(noteMark, '')
      // bounded: a text up to `longest`
      .replace(/(?<=\S)\s*[(〔[【][^()]*[)〕\]】]$/u, '')
      .trim()
  );
}

function refusal(text: string): RemarkCode {
  return refusals.find(([pattern]) => pattern.test(text))?.[1] ?? 'number-unreadable';
}

/** 万元 is 10 000 of 元; every other unit stands for itself. */
function unitParts(unit: string): { readonly unit: string; readonly factor: number } {
  const money = /^(?<scale>[百千万亿]*)元整?$/u.exec(unit)?.groups?.scale;
  if (money === undefined) return { unit, factor: 1 };
  return { unit: '元', factor: scaleFactor(money) };
}

function qualified(groups: Groups, base: number, count: number): Pick<TypedNumber, 'qualifier' | 'clumsy'> {
  const given = [groups.before, groups.after, groups.around].filter((word) => word !== undefined);
  const [word = ''] = given;
  // 300人以上 is 300余人, but 4次以上 is no 4余次.
  const isLeast = (word === '以上' || word === '+') && count % 10 !== 0;
  const qualifier = isLeast ? '至少' : (qualifiers[word] ?? '');
  if (given.length > 1) return { qualifier, clumsy: 'twice' };
  // 15余 and 300余 differ: only a round number can be rounded down from more.
  const odd = groups.after !== undefined && base >= 10 && base % 10 !== 0;
  return { qualifier, clumsy: odd ? 'odd' : null };
}
