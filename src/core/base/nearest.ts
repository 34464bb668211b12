/** The name somebody probably meant. */
import { distance } from 'fastest-levenshtein';

/** Longer texts are no names that somebody mistyped. */
const longestName = 60;

/** How many names are offered at most. */
const mostOffered = 3;

/** Of more names than these only those are compared that begin or end as the text does. */
const mostCompared = 200;

/** So many texts get a hint from one list; a table with more that nobody knows is another table. */
const mostAsked = 1000;

/** The candidates that share at least half of the longer text, the likeliest first. */
export function nearestFew(text: string, candidates: readonly string[]): readonly string[] {
  return alike(text, [...new Set(candidates)]).slice(0, mostOffered);
}

/** Of names most of which is their form (督2022-D-01-1130): the only one that holds the text, or that has two slips at most. */
export function nearestCode(text: string, candidates: readonly string[]): string | null {
  const holding = text.length < tellingEnd ? [] : candidates.filter((code) => code.includes(text));
  if (holding.length > 0) return holding.length === 1 ? (holding[0] ?? null) : null;
  const near = nearest(text, candidates);
  return near !== null && distance(text, near) <= 2 ? near : null;
}

/** The candidate with the fewest changed characters, null when none shares at least half of the longer text. */
export function nearest(text: string, candidates: readonly string[]): string | null {
  return alike(text, candidates)[0] ?? null;
}

const known = new WeakMap<readonly object[], Map<unknown, (text: string) => string | null>>();

/**
 * `nearest` among the names of the items, for lists that are asked again and again: the names are sorted once, and a text is
 * compared once. Null for all texts beyond the thousandth. `names` must be a function of the module, never one made for the call.
 */
export function nearestIn<T extends object>(
  items: readonly T[],
  names: (item: T) => readonly string[],
): (text: string) => string | null {
  const byNames = known.get(items) ?? new Map<unknown, (text: string) => string | null>();
  known.set(items, byNames);
  const before = byNames.get(names);
  if (before) return before;
  const made = askedOnce(items.flatMap(names));
  byNames.set(names, made);
  return made;
}

function askedOnce(candidates: readonly string[]): (text: string) => string | null {
  const answers = new Map<string, string | null>();
  const byEnds = candidates.length > mostCompared ? namesByEnds(candidates) : null;
  return (text) => {
    const before = answers.get(text);
    if (before !== undefined || answers.size >= mostAsked) return before ?? null;
    const answer = nearest(text, byEnds === null ? candidates : endingAlike(text, byEnds));
    answers.set(text, answer);
    return answer;
  };
}

function namesByEnds(candidates: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byEnds = new Map<string, string[]>();
  for (const name of candidates) {
    for (const end of endsOf(name)) {
      const list = byEnds.get(end);
      if (list) list.push(name);
      else byEnds.set(end, [name]);
    }
  }
  return byEnds;
}

/** Two characters at each end; texts of fewer have one. */
function endsOf(name: string): readonly string[] {
  return [`^${name.slice(0, 2)}`, `${name.slice(-2)}$`];
}

function endingAlike(text: string, byEnds: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...new Set(endsOf(text).flatMap((end) => (byEnds.get(end) ?? []).slice(0, mostCompared)))];
}

/** An ending of so many characters says more than what is counted: 件数, 次数, 中心. */
const tellingEnd = 4;

/**
 * Whether two names share more than how names of their kind end: what stands before the common ending is a slip of one character,
 * or half of the shorter one of both is in the other, in its order.
 */
export function sharesMoreThanEnd(one: string, other: string): boolean {
  let end = 0;
  while (end < Math.min(one.length, other.length) && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  const [left, right] = [one.slice(0, one.length - end), other.slice(0, other.length - end)];
  const shorter = Math.min(left.length, right.length);
  if (end === 0 || Math.max(left.length, right.length) <= 1) return true;
  return shorter === 0 ? end >= tellingEnd : 2 * commonInOrder(left, right) >= shorter;
}

/** The length of the longest text both hold in this order, with others between. */
export function commonInOrder(one: string, other: string): number {
  const row = new Array<number>(other.length + 1).fill(0);
  for (const character of one) {
    let before = 0;
    for (let at = 0; at < other.length; at += 1) {
      const above = row[at + 1] ?? 0;
      row[at + 1] = character === other[at] ? before + 1 : Math.max(above, row[at] ?? 0);
      before = above;
    }
  }
  return row[other.length] ?? 0;
}

/** By the number of changed characters, then in the order given. */
function alike(text: string, candidates: readonly string[]): readonly string[] {
  if (text.length > longestName) return [];
  return comparable(text, candidates)
    .map((name) => ({ name, changes: distance(text, name) }))
    .filter(({ name, changes }) => changes * 2 <= Math.max(text.length, name.length) && sharesMoreThanEnd(text, name))
    .sort((left, right) => left.changes - right.changes)
    .map(({ name }) => name);
}

/** Those whose length allows it; of very many only some. */
function comparable(text: string, candidates: readonly string[]): readonly string[] {
  const fits = candidates.filter(({ length }) => Math.abs(text.length - length) * 2 <= Math.max(text.length, length));
  if (fits.length <= mostCompared) return fits;
  const [begin, end] = [text.slice(0, 2), text.slice(-2)];
  return fits.filter((name) => name.startsWith(begin) || name.endsWith(end)).slice(0, mostCompared);
}
