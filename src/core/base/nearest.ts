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

/** By the number of changed characters, then in the order given. */
function alike(text: string, candidates: readonly string[]): readonly string[] {
  if (text.length > longestName) return [];
  return comparable(text, candidates)
    .map((name) => ({ name, changes: distance(text, name) }))
    .filter(({ name, changes }) => changes * 2 <= Math.max(text.length, name.length))
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
