/**
 * Names that the office's own lists hold, and those that stand in one list with a name that was found: of `王小明、李小红` the second
 * is a person too, whether or not a list knows her. Each look from name to name is bounded, and none begins at a place twice: linear.
 */
import { anyOf } from '../../base/text';
import { isCandidate, isEnded, leads, listsOf, nameAt, nameBefore, type NameLists } from './find-names';
import { findWords, type Hit, type HitSpan, type Rulebook } from './hit';

/** Finds the names that the office's own lists hold. */
export function knownNameFinder(book: Rulebook, names: Iterable<string>): (text: string) => readonly Hit[] {
  const [rule] = book.rules('known-name');
  const find = findSpaced(names);
  return (text) => (rule === undefined ? [] : find(text).map((span) => ({ ...span, rule })));
}

/** Short names are spaced to the width of others: two signs under three. */
function findSpaced(names: Iterable<string>): (text: string) => readonly HitSpan[] {
  const given = [...names];
  const find = findWords(given);
  const spaced = given
    .filter((name) => /^\p{Script=Han}+$/u.test(name))
    .map((name) => Array.from(name))
    .filter(({ length }) => length < 5)
    .map((signs) => signs.join(' {1,3}'));
  if (spaced.length === 0) return find;
  // bounded: names of four signs and at most three spaces between
  const pattern = new RegExp(spaced.join('|'), 'gu');
  return (text) => [
    ...find(text),
    ...(text.includes(' ')
      ? [...text.matchAll(pattern)].map(({ index, 0: name }) => ({ start: index, end: index + name.length }))
      : []),
  ];
}

/** What may stand between two names of a list; a title or a word in brackets may follow the first. */
interface Joints {
  readonly after: RegExp;
  readonly before: RegExp;
}

/** Longer than any joint with the title and the bracket before it. */
const jointReach = 32;

function jointsOf(book: Rulebook): Joints {
  const joint = String.raw`(?:\([^()]{1,10}\))?(?:\s?[、,/和及与]\s?|\s{1,3})`;
  return {
    after: new RegExp(`^${anyOf(book.words('name-before'))}?${joint}`, 'u'),
    before: new RegExp(`${joint}$`, 'u'),
  };
}

/** Whether a found name is surely one. */
interface Found extends HitSpan {
  readonly isSure: boolean;
}

/** Finds what stands in one list with the names that were found in the text. */
export function besideFinder(book: Rulebook): (text: string, named: readonly HitSpan[]) => readonly Hit[] {
  const [lists, joints] = [listsOf(book), jointsOf(book)];
  const ruleOf = ({ isSure }: Found): Hit['rule'] | undefined =>
    book.rules(isSure ? 'name-beside' : 'perhaps-beside')[0];
  return (text, named) => {
    const [starts, ends] = [new Set(named.map(({ start }) => start)), new Set(named.map(({ end }) => end))];
    const next = [...ends].flatMap((end) => walk(end, ends, (at) => nextName(text, at, { lists, joints })));
    const last = [...starts].flatMap((start) => walk(start, starts, (at) => lastName(text, at, { lists, joints })));
    return apartFrom(named, [...next, ...last]).flatMap((found) => {
      const rule = ruleOf(found);
      return rule === undefined ? [] : [{ start: found.start, end: found.end, rule }];
    });
  };
}

/** Those that lie in none of the names: `王所长、李主任`, of which 李 is one. */
function apartFrom(named: readonly HitSpan[], found: readonly Found[]): readonly Found[] {
  if (found.length === 0) return found;
  const taken = new Set(named.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
  return found.filter(({ start, end }) => {
    for (let at = start; at < end; at += 1) if (taken.has(at)) return false;
    return true;
  });
}

/** From a name to the next, until there is none or another walk begins there. */
function walk(from: number, begun: ReadonlySet<number>, step: (at: number) => Step | null): readonly Found[] {
  const found: Found[] = [];
  let one = step(from);
  while (one !== null && !begun.has(one.to)) {
    found.push(one.name);
    one = one.name.isSure ? step(one.to) : null;
  }
  return found;
}

interface Step {
  readonly name: Found;
  /** Where the walk goes on. */
  readonly to: number;
}

interface Means {
  readonly lists: NameLists;
  readonly joints: Joints;
}

function nextName(text: string, at: number, { lists, joints }: Means): Step | null {
  const joint = joints.after.exec(text.slice(at, at + jointReach))?.[0].length ?? 0;
  const start = at + joint;
  const end = start + (joint === 0 ? 0 : nameAt(text, start, lists));
  // 李庄村, 马庙镇: a place.
  if (end === start || lists.unitEnds.has(text.slice(end, end + 1))) return null;
  const name = text.slice(start, end);
  return lists.noNames.has(name)
    ? null
    : { name: { start, end, isSure: isWhole(name, lists) && isEnded(text, end, lists) }, to: end };
}

function lastName(text: string, at: number, { lists, joints }: Means): Step | null {
  const joint = joints.before.exec(text.slice(Math.max(0, at - jointReach), at))?.[0].length ?? 0;
  const end = at - joint;
  const start = end - (joint === 0 ? 0 : nameBefore(text, end, lists));
  if (start === end) return null;
  const isBegun = start === 0 || leads.test(text.slice(start - 1, start));
  return { name: { start, end, isSure: isBegun && isWhole(text.slice(start, end), lists) }, to: start };
}

/** No word of the lists stands at its head: 成功率, 任务数. */
function isWhole(name: string, lists: NameLists): boolean {
  return /[·•\s]/u.test(name) || isCandidate(name, lists, false);
}
