/** How alike two titles are that people wrote for one thing: 执法人员全员持证, 执法人员持证. */
import { commonInOrder } from '../../base/nearest';
import { oncePer } from '../../base/once-per';
import { nameKey } from '../../base/text';
import type { RowWords } from '../../cells/readings';

/** Longer titles are compared by their beginnings. */
const compared = 40;

/** Numbers and periods: titles that name different ones are about different things. */
const measures = /\d+|[一二三四]季度|[上下]半年|[一二三四五六七八九十]{1,2}月/gu;

/**
 * The title as it is compared: no number before it, no year, one word for what kinds of organs call one body,
 * no counting unit in brackets behind it, no punctuation.
 */
export const titleForms = oncePer(({ sameNames: [first = '', ...others] }: Pick<RowWords, 'sameNames'>) => {
  const same = (text: string): string => others.reduce((whole, other) => whole.split(other).join(first), text);
  return (text: string): string => plainTitle(same(nameKey(text).slice(0, compared * 2)));
});

function plainTitle(key: string): string {
  return key
    .replace(/^(?:\d{1,3}[.、)]|[（(]?[一二三四五六七八九十]{1,3}[)）、.])/u, '')
    .replace(/20\d\d年度?/u, '')
    .replace(/\((?:件次?|[人场批]?次|[人份场个条批起项])\)$/u, '')
    .replace(/[\p{P}\p{S}]/gu, '')
    .slice(0, compared);
}

/**
 * From 0 to 1, of two compared forms: the mean of the characters they share in their order and of their pairs of neighbours,
 * both against the shorter title or a little less against both. 1 only for the same. 0, too, for all that is less than `least`.
 */
export function similarity(one: string, other: string, least = 0): number {
  if (one === '' || other === '') return 0;
  if (one === other) return 1;
  const [left, right] = [partsOf(one), partsOf(other)];
  if (differInMeasure(left, right)) return 0;
  const shorter = Math.min(one.length, other.length);
  const inOrder = (common: number): number =>
    Math.max((2 * common) / (one.length + other.length), shorter < shortest ? 0 : (0.9 * common) / shorter);
  const pairs = shared(left.pairs, right.pairs) / Math.max(1, shorter - 1);
  const score = (common: number): number => Math.min(0.99, (inOrder(common) + Math.min(1, pairs)) / 2);
  // In whatever order they stand, no more are shared; to find the order is what costs.
  if (score(shared(left.signs, right.signs)) < least) return 0;
  const found = score(commonInOrder(one, other));
  return found < least ? 0 : found;
}

/** A title of fewer characters is part of too many others. */
const shortest = 4;

function differInMeasure({ measures: left }: Parts, { measures: right }: Parts): boolean {
  return left.length > 0 && right.length > 0 && !left.some((measure) => right.includes(measure));
}

/** How many numbers are in both, which are sorted. */
function shared(left: Uint32Array, right: Uint32Array): number {
  let both = 0;
  for (let [at, to] = [0, 0]; at < left.length && to < right.length;) {
    const [here, there] = [left[at] ?? 0, right[to] ?? 0];
    if (here === there) both += 1;
    if (here <= there) at += 1;
    if (there <= here) to += 1;
  }
  return both;
}

/** What titles are compared by. */
interface Parts {
  readonly measures: readonly string[];
  /** Each two neighbours as one number, each once, in their order. */
  readonly pairs: Uint32Array;
  /** Its characters as numbers, in their order. */
  readonly signs: Uint32Array;
}

/** Each title is compared with all others: it is taken apart once. */
const known = new Map<string, Parts>();
const mostKnown = 5000;

function partsOf(title: string): Parts {
  const before = known.get(title);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const made = { measures: title.match(measures) ?? [], pairs: pairsOf(title), signs: signsOf(title) };
  known.set(title, made);
  return made;
}

function pairsOf(text: string): Uint32Array {
  const codes = new Set<number>();
  for (let at = 0; at + 1 < text.length; at += 1) codes.add(text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1));
  return Uint32Array.from(codes).sort();
}

function signsOf(text: string): Uint32Array {
  return Uint32Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).sort();
}
