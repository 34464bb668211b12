/** Whether a name that is like another speaks of something else: 信访立案数 is no 行政处罚立案数. */
import { oncePer } from '../../base/once-per';
import { nameKey } from '../../base/text';
import type { Answer, Candidate } from './row-match';

/** The answer, or only a hint where the text speaks of what others of `all` are of. */
export function ownOnly<T>(text: string, answer: Answer<T>, all: readonly Candidate<T>[]): Answer<T> {
  const { matched } = answer;
  if (matched === null) return answer;
  const own = all.find(({ item }) => item === matched.item);
  return own !== undefined && isOfOther(text, own, all) ? { matched: null, hint: matched.item } : answer;
}

/**
 * Whether the text says a pair of characters that stands in the names of other candidates and in none that `own` is called by. Of a word
 * that no name has nothing is known: it may be a place, or what departments say besides.
 */
function isOfOther<T>(text: string, { names, usages }: Candidate<T>, all: readonly Candidate<T>[]): boolean {
  const own = [...names, ...usages].map(nameKey).join(' ');
  const subjects = subjectsOf(all);
  return pairsOf(nameKey(text.slice(0, longestName))).some((pair) => subjects.has(pair) && !own.includes(pair));
}

const longestName = 60;

/** Pairs of neighbours in all names. */
const subjectsOf = oncePer(
  (all: readonly Candidate<unknown>[]): ReadonlySet<string> =>
    new Set(all.flatMap(({ names }) => names.flatMap((name) => pairsOf(nameKey(name))))),
);

function pairsOf(name: string): readonly string[] {
  return Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2));
}
