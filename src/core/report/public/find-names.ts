/**
 * Names of persons, known by a surname and a word beside them: a title before or after, the word for a party to a case. A name
 * is a surname with one or two characters; what common words begin or end like a surname is told by lists of the edition. Around each
 * word a few characters are looked at: linear in the text.
 */
import type { PublicRule } from '../../edition/public-rule';
import { findWords, type Hit, type Rulebook, type HitSpan } from './hit';

/** What the look for names goes by. */
interface NameLists {
  readonly surnames: ReadonlySet<string>;
  readonly noNames: ReadonlySet<string>;
  /** Words of two characters that end like a surname: no name begins with their second one. */
  readonly wordEnds: ReadonlySet<string>;
  readonly noGiven: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/** Finds the names that stand beside a word of a rule, and those of which only the surname is told. */
export function nameFinder(book: Rulebook): (text: string) => readonly Hit[] {
  const lists = listsOf(book);
  const before = [...book.rules('name-before'), ...book.rules('full-name-before')].map((rule) =>
    beforeWords(rule, lists),
  );
  const after = [...book.rules('name-after'), ...book.rules('party-after')].map((rule) => afterWords(rule, lists));
  const hidden = book.rules('hidden-name').map((rule) => hiddenNames(rule, lists));
  const finders = [...before, ...after, ...hidden];
  return (text) => finders.flatMap((find) => find(text));
}

function listsOf({ words }: Rulebook): NameLists {
  return {
    surnames: words('surnames'),
    noNames: words('no-names'),
    wordEnds: words('word-ends'),
    noGiven: words('no-given'),
    after: words('after-names'),
  };
}

const han = /^\p{Script=Han}+$/u;
/** Behind these a name begins, whatever they end. */
const leads = /[\s\p{P}\p{S}由和与及请找向同对为给被将让是经以\d]$/u;

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
  return (text) =>
    find(text).flatMap(({ start }) => {
      const gap = /[\s(（]{0,2}$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
      const end = start - gap;
      const length =
        nameBefore(text, end, lists) || (rule.finds === 'name-before' ? surnameBefore(text, end, lists) : 0);
      return length === 0 ? [] : [{ start: end - length, end, rule }];
    });
}

/** How long the name is that ends there; the longest that can be one. */
function nameBefore(text: string, end: number, lists: NameLists): number {
  const near = text.slice(Math.max(0, end - 24), end);
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
function surnameBefore(text: string, end: number, { surnames, wordEnds }: NameLists): number {
  const isAlone = end < 2 || (leads.test(text.slice(end - 2, end - 1)) && !wordEnds.has(text.slice(end - 2, end)));
  return isAlone && surnames.has(text.slice(end - 1, end)) ? 1 : 0;
}

/**
 * `isLed`: a name may begin where it does, so that a common word at its head is but its first two characters; behind a common word
 * 和 joins it to what follows.
 */
function isCandidate(name: string, { surnames, noNames, noGiven }: NameLists, isLed: boolean): boolean {
  if (!han.test(name)) return false;
  const surname = surnames.has(name.slice(0, 2)) && name.length > 2 ? name.slice(0, 2) : name.slice(0, 1);
  const given = Array.from(name.slice(surname.length));
  if (!surnames.has(surname) || given.length === 0 || given.length > 2) return false;
  if (given.some((sign) => noGiven.has(sign))) return false;
  return (
    !noNames.has(name) && (isLed && name.length > 2 && !name.endsWith('和') ? true : !noNames.has(name.slice(0, 2)))
  );
}

const glue = /^[\s:：(（"“是为]{0,3}/u;

function afterWords(rule: PublicRule, lists: NameLists): (text: string) => readonly Hit[] {
  const find = findWords(rule.words);
  return (text) =>
    find(text).flatMap(({ end }) => {
      const start = end + (glue.exec(text.slice(end, end + 3))?.[0].length ?? 0);
      const firm = rule.finds === 'party-after' ? firmAt(text, start) : 0;
      const stop = firm > 0 ? start + firm : namesAfter(text, start, lists);
      return stop === start ? [] : [{ start, end: stop, rule }];
    });
}

const firm =
  /^(?:(?![的在到对将被与和及把向从诉给是因])[\p{Script=Han}A-Za-z()（）]){2,24}?(?:公司|工厂|合作社|超市|饭店|经营部|门市部|商行|商店)/u;

/** How long the name of a firm is that begins there. */
function firmAt(text: string, start: number): number {
  return firm.exec(text.slice(start, start + 30))?.[0].length ?? 0;
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

/** How long the name is that begins there; 0 for none. */
function nameAt(text: string, start: number, lists: NameLists): number {
  const dotted = /^\p{Script=Han}{1,7}(?:[·•]\p{Script=Han}{1,7}){1,2}/u.exec(text.slice(start, start + 24))?.[0];
  if (dotted !== undefined && !leads.test(dotted.slice(0, 1))) return dotted.length;
  const base = lists.surnames.has(text.slice(start, start + 2)) ? 3 : 2;
  const name = text.slice(start, start + base);
  if (name.length < base || !isCandidate(name, lists, false)) return 0;
  const next = text.slice(start + base, start + base + 1);
  const goesOn = han.test(next) && (next === '某' || !lists.noGiven.has(next)) && !isEnded(text, start + base, lists);
  return goesOn ? base + 1 : base;
}

/** Whether a name is over there: the text is, a sign follows, or a word that follows names. */
function isEnded(text: string, at: number, { after }: NameLists): boolean {
  if (!/^\p{Script=Han}/u.test(text.slice(at, at + 1))) return true;
  return [1, 2].some((length) => after.has(text.slice(at, at + length)));
}

/** `王某`, `王某某`, `李某甲`. */
function hiddenNames(rule: PublicRule, { surnames }: NameLists): (text: string) => readonly Hit[] {
  return (text) =>
    [...text.matchAll(/(\p{Script=Han})某{1,2}[甲乙丙丁]?/gu)].flatMap(({ index, 0: name, 1: surname = '' }) =>
      surnames.has(surname) ? [{ start: index, end: index + name.length, rule }] : [],
    );
}

/** Finds the names that the office's own lists hold. */
export function knownNameFinder(book: Rulebook, names: Iterable<string>): (text: string) => readonly Hit[] {
  const [rule] = book.rules('known-name');
  const find: (text: string) => readonly HitSpan[] = findWords(names);
  return (text) => (rule === undefined ? [] : find(text).map((span) => ({ ...span, rule })));
}
