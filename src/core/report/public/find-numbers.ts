/**
 * Numbers of telephones, papers and accounts. The figures of a text are taken as chains: groups of digits with no more than
 * three signs between them, or a gap. In each chain the longest stretch that has the form of such a number is one; dates, amounts,
 * counts and numbers of documents have another form. Every group is looked at with the twenty after it: linear in the text. What lines
 * break is looked at once more without them.
 */
import { anyOf } from '../../base/text';
import type { PublicFinder, PublicRule } from '../../edition/public-rule';
import type { Hit, Rulebook, HitSpan } from './hit';

interface Group extends HitSpan {
  readonly digits: string;
}

type NumberKind = Extract<PublicFinder, 'mobile' | 'landline' | 'identity' | 'account'>;

/** Longer than any number with its area and extension. */
const mostGroups = 20;
const mostDigits = 26;
const joint = /^(?:[\s\-.·_/()]{1,3}|\s{4,24})$/u;
const longestJoint = 24;
/** How far before a number a word that names it may begin, and what may stand between. */
const labelReach = 16;

/** Finds them; short ones only where a word of the rule names them. */
export function numberFinder(book: Rulebook): (text: string) => readonly Hit[] {
  const labels = labelsOf(book);
  const numbersIn = (text: string, isJoined: boolean): readonly Hit[] =>
    chainsIn(text).flatMap((chain) => {
      const hits: Hit[] = [];
      for (let index = 0; index < chain.length;) {
        const found = longest(chain, index, { text, labels, isJoined });
        const rule = found === null ? undefined : book.rules(found.kind)[0];
        if (found !== null && rule !== undefined) hits.push(hitOf(found, text, rule));
        index += found?.groups ?? 1;
      }
      return hits;
    });
  return (text) => [...numbersIn(text, false), ...overLines(text, (joined) => numbersIn(joined, true))];
}

/** What is found where a line that ends in a digit goes on in the next one, in the places of the text itself. */
function overLines(text: string, find: (joined: string) => readonly Hit[]): readonly Hit[] {
  const gaps = [...text.matchAll(/(?<=\d)\s{1,24}(?=\d)/gu)].filter(([gap]) => /[\n\r]/u.test(gap));
  if (gaps.length === 0) return [];
  let joined = '';
  let at = 0;
  const places: number[] = [];
  const take = (end: number): void => {
    for (let place = at; place < end; place += 1) places.push(place);
    joined += text.slice(at, end);
  };
  for (const { index, 0: gap } of gaps) {
    take(index);
    at = index + gap.length;
  }
  take(text.length);
  return find(joined).map((hit) => ({ ...hit, start: places[hit.start] ?? 0, end: (places[hit.end - 1] ?? 0) + 1 }));
}

interface FoundNumber extends HitSpan {
  readonly kind: NumberKind;
  readonly groups: number;
}

interface Around {
  readonly text: string;
  readonly labels: Readonly<Record<NumberKind, RegExp>>;
  /** Lines were put together: figures below one another may look like one number, so that only what is surely one is taken. */
  readonly isJoined: boolean;
}

/** A label, then at most a few words that only lead to the number. */
function labelsOf(book: Rulebook): Around['labels'] {
  const label = (kind: NumberKind): RegExp => new RegExp(`${anyOf(book.words(kind))}[\\s:为是号码()"“]{0,5}$`, 'u');
  return {
    mobile: label('mobile'),
    landline: label('landline'),
    identity: label('identity'),
    account: label('account'),
  };
}

function chainsIn(text: string): readonly (readonly Group[])[] {
  const chains: Group[][] = [];
  let last: Group | undefined;
  for (const { index, 0: digits } of text.matchAll(/\d+/gu)) {
    const group = { start: index, end: index + digits.length, digits };
    const isNext = last !== undefined && index - last.end <= longestJoint && joint.test(text.slice(last.end, index));
    if (isNext) chains[chains.length - 1]?.push(group);
    else chains.push([group]);
    last = group;
  }
  return chains;
}

function longest(chain: readonly Group[], first: number, around: Around): FoundNumber | null {
  let best: FoundNumber | null = null;
  let digits = 0;
  for (let last = first; last < Math.min(chain.length, first + mostGroups); last += 1) {
    digits += chain[last]?.digits.length ?? 0;
    if (digits > mostDigits && last > first) break;
    const groups = chain.slice(first, last + 1);
    const kind = kindOf(groups, around);
    const start = groups[0]?.start ?? 0;
    const end = groups[groups.length - 1]?.end ?? 0;
    if (kind !== null) best = { kind, start, end, groups: groups.length };
  }
  return best;
}

function kindOf(groups: readonly Group[], around: Around): NumberKind | null {
  const digits = groups.map((group) => group.digits).join('');
  if (isPaper(digits, around.text, groups[groups.length - 1]?.end ?? 0)) return 'identity';
  const found = groups.length === 1 ? kindOfOne(digits) : kindOfSeveral(groups, digits, around);
  const isTaken = !around.isJoined || (found === 'identity' && digits.length > 16);
  return (isTaken ? found : null) ?? named(groups, around);
}

const identity = /^[1-9]\d{5}(?:(?:19|20)\d{2}|\d{2})(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}\d?$/u;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A number of a paper by its day and its check digit (GB 11643), into whatever groups it is split. */
function isPaper(digits: string, text: string, end: number): boolean {
  if (digits.length < 17 || digits.length > 18 || !identity.test(digits)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = digits.length === 18 ? digits.slice(17) : text.slice(end, end + letterAfter(text, end)).trim();
  return '10X98765432'[sum % 11] === check.toUpperCase();
}

/** The letter at the end of a paper's number, with the gap before it. */
function letterAfter(text: string, end: number): number {
  return /^\s{0,8}[xX](?![A-Za-z])/u.exec(text.slice(end, end + 10))?.[0].length ?? 0;
}

/** `202212311530`: a time, however long it is. */
const moment = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:\d{4}|\d{6})$/u;
const mobile = /^(?:0{0,2}86)?0?1[3-9]\d{9}$/u;
const landline = /^(?:86)?0?(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/u;

function kindOfOne(digits: string): NumberKind | null {
  if (mobile.test(digits)) return 'mobile';
  if (/^0\d{9,11}$/u.test(digits) || /^[48]00\d{7}$/u.test(digits)) return 'landline';
  if (digits.length < 12 || moment.test(digits)) return null;
  return identity.test(digits) ? 'identity' : 'account';
}

function kindOfSeveral(groups: readonly Group[], digits: string, { text }: Around): NumberKind | null {
  const sizes = groups.map((group) => group.digits.length);
  const written = text.slice(groups[0]?.start, groups[groups.length - 1]?.end);
  if (mobile.test(digits) && isSplitMobile(sizes, written)) return 'mobile';
  if (isLandline(groups, digits)) return 'landline';
  if (!isSplitAccount(groups, sizes, written)) return null;
  return identity.test(digits) ? 'identity' : 'account';
}

/** Digit by digit, or in groups of three and more. */
function isSplitAccount(groups: readonly Group[], sizes: readonly number[], written: string): boolean {
  if (/[/_()]/u.test(written)) return false;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total >= 12 && sizes.every((size) => size === 1)) return true;
  return total >= 15 && sizes.slice(0, -1).every((size) => size >= 3) && !isYears(groups);
}

/** With a point only as people write it; with a stroke or a bracket it is a row of figures. */
function isSplitMobile(sizes: readonly number[], written: string): boolean {
  if (/[/(]/u.test(written)) return false;
  return !written.includes('.') || /^(?:\d{1,4},)?(?:3,4,4|3,8|7,4|4,4,3|3,3,5|3,4,2,2)$/u.test(sizes.join());
}

/** Area and number, the number in one or two pieces, then at most an extension. */
function isLandline(groups: readonly Group[], digits: string): boolean {
  const parts = groups.map((group) => group.digits);
  const shape = parts.map((part) => part.length).join();
  if (/^[48]00$/u.test(parts[0] ?? '')) return digits.length === 10 && groups.length <= 4;
  const area = /^0\d{2,3}$/u.test(parts[0] ?? '');
  if (area) return /^\d,(?:[78]|[34],4|[78],[1-5]|[34],4,[1-5])$/u.test(shape);
  return /^(?:00)?86$/u.test(parts[0] ?? '') && landline.test(digits);
}

/** `2018-2022 2023-2025` are no number. */
function isYears(groups: readonly Group[]): boolean {
  return groups.every(({ digits }) => /^(?:19|20)\d{2}$|^\d{1,2}$/u.test(digits));
}

/** A number too short to be known by its form, with a word before it that says what it is. */
function named(groups: readonly Group[], { text, labels }: Around): NumberKind | null {
  const [first] = groups;
  if (first === undefined) return null;
  const before = text.slice(Math.max(0, first.start - labelReach), first.start);
  const digits = groups.map((group) => group.digits).join('');
  const sizes = groups.map((group) => group.digits.length).join();
  if (/^(?:[78]|[34],4)$/u.test(sizes) && labels.landline.test(before)) return 'landline';
  if (digits.length < 6 || !/^\d+(?:,[3-9])*$/u.test(sizes)) return null;
  if (labels.identity.test(before)) return 'identity';
  return labels.account.test(before) ? 'account' : null;
}

/** With the letter at the end of a paper's number, and the sign for a country before it. */
function hitOf({ start, end, kind }: FoundNumber, text: string, rule: PublicRule): Hit {
  const last = kind === 'identity' || kind === 'account' ? letterAfter(text, end) : 0;
  const opens = /[+(]{1,2}$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
  const extension = kind === 'landline' ? (/^\s?转\s?\d{1,6}/u.exec(text.slice(end, end + 9))?.[0].length ?? 0) : 0;
  return { start: start - opens, end: end + last + extension, rule };
}
