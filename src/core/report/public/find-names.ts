/**
 * Names of persons, known by a surname and a word beside them: a title before or after, the word for a party to a case. A name
 * is a surname with one or two characters; what common words begin or end like a surname is told by lists of the edition. Around each
 * word a few characters are looked at: linear in the text.
 */
import type { PublicRule } from '../../edition/public-rule';
import { oncePer } from '../../base/once-per';
import { anyOf } from '../../base/text';
import { findWords, type Hit, type Rulebook, type HitSpan } from './hit';

/** What the look for names goes by. */
export interface NameLists {
  readonly surnames: ReadonlySet<string>;
  readonly noNames: ReadonlySet<string>;
  /** Words of two characters that end like a surname: no name begins with their second one. */
  readonly wordEnds: ReadonlySet<string>;
  readonly noGiven: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  /** How names of units end: `司法所王所长`. */
  readonly unitEnds: ReadonlySet<string>;
  /** `李强任组长`, `李强任第一组长`: between a name and what the person became. */
  readonly became: RegExp;
  /** `书记任双组长`: no 任双 is named there. */
  readonly appointed: RegExp;
}

/** Finds the names that stand beside a word of a rule, and those of which only the surname is told. */
export function nameFinder(book: Rulebook): (text: string) => readonly Hit[] {
  const lists = listsOf(book);
  const before = [...book.rules('name-before'), ...book.rules('full-name-before'), ...book.rules('several-before')].map(
    (rule) => beforeWords(rule, lists),
  );
  const after = [...book.rules('name-after'), ...book.rules('party-after')].map((rule) =>
    afterWords(rule, lists, book),
  );
  const hidden = book.rules('hidden-name').map((rule) => hiddenNames(rule, lists));
  const finders = [...before, ...after, ...hidden];
  return (text) => finders.flatMap((find) => find(text));
}

/** Opens the lists of an edition. */
export const listsOf = oncePer(({ words }: Rulebook): NameLists => {
  const [ranks, posts] = [anyOf(words('ranks')), anyOf(words('posts'))];
  return {
    surnames: words('surnames'),
    noNames: words('no-names'),
    wordEnds: words('word-ends'),
    noGiven: words('no-given'),
    after: words('after-names'),
    unitEnds: words('unit-ends'),
    became: new RegExp(`(?:担任|兼任|任)(${ranks})?$`, 'u'),
    appointed: new RegExp(`^任${ranks}副?(?:\\p{Script=Han}长|${posts})`, 'u'),
  };
});

const han = /^\p{Script=Han}+$/u;
/** Behind these a name begins, whatever they end. */
export const leads = /[\s\p{P}\p{S}由和与及请找向同对为给被将让是经以\d]$/u;
/** `孙  强` as it is spaced to the width of three, before and behind a word. */
const spacedBefore = /(?<=^|[^\p{Script=Han}]|[任由和与及])(\p{Script=Han})\s{1,3}\p{Script=Han}$/u;
const spacedAfter = /^(\p{Script=Han})\s{1,3}\p{Script=Han}(?!\p{Script=Han})/u;

/** `买买提·艾合买提`: a name of parts, whatever it begins with. */
const wholeDotted = /^\p{Script=Han}{1,7}(?:[·•]\p{Script=Han}{1,7}){1,2}$/u;

/** Whether the text is a name by itself: a cell of a column of names. */
export function isName(text: string, book: Rulebook): boolean {
  const lists = listsOf(book);
  if (wholeDotted.test(text)) return true;
  return text.length >= 2 && text.length <= 4 && han.test(text) && isCandidate(text, lists, false);
}

function beforeWords(rule: PublicRule, lists: NameLists): (text: string) => readonly Hit[] {
  const find = findWords(rule.words);
  const fewest = rule.finds === 'several-before' ? 2 : 1;
  return (text) =>
    find(text).flatMap(({ start: word }) => {
      const [verb = '', rank = ''] = lists.became.exec(text.slice(Math.max(0, word - 4), word)) ?? [];
      const ends = [word - verb.length, ...(rank === '' ? [word] : [])];
      const named = ends.map((at) => namesBefore(text, at, lists)).find(({ length }) => length >= fewest);
      if (named !== undefined) return named.map((span) => ({ ...span, rule }));
      if (rank !== '') return [];
      const end = word - gapBefore(text, word);
      const length = rule.finds === 'name-before' ? surnameBefore(text, end, lists) : 0;
      return length === 0 ? [] : [{ start: end - length, end, rule }];
    });
}

function gapBefore(text: string, at: number): number {
  return /[\s(（]{0,2}$/u.exec(text.slice(Math.max(0, at - 2), at))?.[0].length ?? 0;
}

/** More names than any list of persons beside one word has. */
const mostNames = 20;

/** The names that end there, the last first: one, or several with 、 between them. */
function namesBefore(text: string, at: number, lists: NameLists): readonly HitSpan[] {
  const spans: HitSpan[] = [];
  let end = at - gapBefore(text, at);
  for (let length = nameBefore(text, end, lists); length > 0 && spans.length < mostNames;) {
    spans.push({ start: end - length, end });
    const joint = /\s?[、,和及与]\s?$/u.exec(text.slice(Math.max(0, end - length - 3), end - length))?.[0].length ?? 0;
    end -= length + joint;
    length = joint === 0 ? 0 : nameBefore(text, end, lists);
  }
  return spans;
}

/** How long the name is that ends there; the longest that can be one. */
export function nameBefore(text: string, end: number, lists: NameLists): number {
  const near = text.slice(Math.max(0, end - 24), end);
  const spaced = spacedBefore.exec(near);
  if (spaced !== null && lists.surnames.has(spaced[1] ?? '')) return spaced[0].length;
  const dotted = /\p{Script=Han}{1,4}(?:[·•]\p{Script=Han}{1,7}){1,2}$/u.exec(near)?.[0];
  if (dotted !== undefined) return dotted.length - leadOf(dotted, lists);
  for (const length of [4, 3, 2]) {
    const name = text.slice(end - length, end);
    const leading = text.slice(Math.max(0, end - length - 1), end - length);
    if (end < length || lists.wordEnds.has(leading + name.slice(0, 1))) continue;
    if (isCandidate(name, lists, leading === '' || leads.test(leading))) return length;
  }
  return 0;
}

/** How much of the first part belongs to words before the name: `和艾力·买买提`. */
function leadOf(dotted: string, { noGiven }: NameLists): number {
  const first = Array.from(/^[^·•]*/u.exec(dotted)?.[0] ?? '');
  const isLead = (sign: string): boolean => noGiven.has(sign) || leads.test(sign);
  return first.slice(0, -1).reduce((last, sign, index) => (isLead(sign) ? index + 1 : last), 0);
}

/** `王主任`: the surname alone, where no word goes before it. */
function surnameBefore(text: string, end: number, { surnames, wordEnds, unitEnds, became }: NameLists): number {
  const [before, surname] = [text.slice(end - 2, end - 1), text.slice(end - 1, end)];
  const isBegun = end < 2 || leads.test(before) || unitEnds.has(before);
  const isAlone = isBegun && !wordEnds.has(before + surname) && !became.test(surname);
  return isAlone && surnames.has(surname) ? 1 : 0;
}

/**
 * `isLed`: a name may begin where it does, so that a common word at its head is but its first two characters; behind a common word
 * 和 joins it to what follows.
 */
export function isCandidate(name: string, { surnames, noNames, noGiven }: NameLists, isLed: boolean): boolean {
  if (!han.test(name)) return false;
  const surname = surnames.has(name.slice(0, 2)) && name.length > 2 ? name.slice(0, 2) : name.slice(0, 1);
  const given = Array.from(name.slice(surname.length));
  if (!surnames.has(surname) || given.length === 0 || given.length > 2) return false;
  if (given.some((sign) => noGiven.has(sign))) return false;
  return (
    !noNames.has(name) && (isLed && name.length > 2 && !name.endsWith('和') ? true : !noNames.has(name.slice(0, 2)))
  );
}

const glue = /^[\s:：(（"“是为系]{0,3}/u;

function afterWords(rule: PublicRule, lists: NameLists, book: Rulebook): (text: string) => readonly Hit[] {
  const [find, firmAt] = [findWords(rule.words), firmFinder(book)];
  const instead = (isFirm: boolean): string => book.rules(isFirm ? 'firm' : 'known-name')[0]?.instead ?? '';
  return (text) =>
    find(text).flatMap(({ end }) => {
      const start = end + (glue.exec(text.slice(end, end + 3))?.[0].length ?? 0);
      const firm = rule.finds === 'party-after' ? firmAt(text, start) : 0;
      const stop = firm > 0 ? start + firm : namesAfter(text, start, lists);
      if (stop === start) return [];
      // 罚款对象为大发公司 needs an object, 当事人大发公司 none.
      const isObject = /[:：为是系]$/u.test(text.slice(end, start).trim());
      return [{ start, end: stop, rule: isObject ? { ...rule, instead: instead(firm > 0) } : rule }];
    });
}

/** How long the name of a firm is that begins there. */
function firmFinder(book: Rulebook): (text: string, start: number) => number {
  const firm = new RegExp(
    `^(?:(?![的在到对将被与和及把向从诉给是因])[\\p{Script=Han}A-Za-z()（）]){2,24}?${anyOf(book.words('firm'))}`,
    'u',
  );
  return (text, start) => firm.exec(text.slice(start, start + 30))?.[0].length ?? 0;
}

/** Where the names end that begin there: one, or several with 、 between them. */
function namesAfter(text: string, start: number, lists: NameLists): number {
  let end = start + nameAt(text, start, lists);
  while (end > start) {
    const next = end + (/^\s?[、,和及与]\s?/u.exec(text.slice(end, end + 3))?.[0].length ?? 0);
    const length = next === end ? 0 : nameAt(text, next, lists);
    if (length === 0 || !isEnded(text, next + length, lists)) break;
    end = next + length;
  }
  return end;
}

/** How long the name of parts or with spaces is that begins there; 0 for none. */
function apartAt(text: string, start: number, { surnames }: NameLists): number {
  const dotted = /^\p{Script=Han}{1,7}(?:[·•]\p{Script=Han}{1,7}){1,2}/u.exec(text.slice(start, start + 24))?.[0];
  if (dotted !== undefined && !leads.test(dotted.slice(0, 1))) return dotted.length;
  const [spaced = '', surname = ''] = spacedAfter.exec(text.slice(start, start + 6)) ?? [];
  return surnames.has(surname) ? spaced.length : 0;
}

/** How long the name is that begins there; 0 for none. */
export function nameAt(text: string, start: number, lists: NameLists): number {
  const apart = apartAt(text, start, lists);
  if (apart > 0) return apart;
  if (lists.appointed.test(text.slice(start, start + 8))) return 0;
  const base = lists.surnames.has(text.slice(start, start + 2)) ? 3 : 2;
  const name = text.slice(start, start + base);
  if (name.length < base || !isCandidate(name, lists, false)) return 0;
  const next = text.slice(start + base, start + base + 1);
  const goesOn = han.test(next) && (next === '某' || !lists.noGiven.has(next)) && !isEnded(text, start + base, lists);
  return goesOn ? base + 1 : base;
}

/** Whether a name is over there: the text is, a sign follows, or a word that follows names. */
export function isEnded(text: string, at: number, { after }: NameLists): boolean {
  if (!/^\p{Script=Han}/u.test(text.slice(at, at + 1))) return true;
  return [1, 2].some((length) => after.has(text.slice(at, at + length)));
}

/** `王某`, `李某甲`, `Z某`, `张××`, `李*强`, `王X`. */
function hiddenNames(rule: PublicRule, { surnames }: NameLists): (text: string) => readonly Hit[] {
  return (text) =>
    [...text.matchAll(hidden)].flatMap(({ index, 0: name, 1: surname = '' }) =>
      surnames.has(surname) || /^[A-Z]某/u.test(name) ? [{ start: index, end: index + name.length, rule }] : [],
    );
}

const hidden = /(\p{Script=Han}|[A-Z])(?:某{1,2}[甲乙丙丁]?|[×*○]{1,2}\p{Script=Han}?|[Xx]{1,2}(?![A-Za-z0-9]))/gu;
