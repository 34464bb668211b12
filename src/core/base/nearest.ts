/** The name somebody probably meant. */
import { distance } from 'fastest-levenshtein';

/** Longer texts are no names that somebody mistyped. */
const longestName = 60;

/** How many names are offered at most. */
const mostOffered = 3;

/** The candidates that share at least half of the longer text, the likeliest first. */
export function nearestFew(text: string, candidates: readonly string[]): readonly string[] {
  if (text.length > longestName) return [];
  const known = [...new Set(candidates)].map((name) => ({ name, changes: distance(text, name) }));
  const alike = known.filter(({ name, changes }) => changes * 2 <= Math.max(text.length, name.length));
  return alike
    .sort((a, b) => a.changes - b.changes)
    .slice(0, mostOffered)
    .map(({ name }) => name);
}

/** The candidate with the fewest changed characters, null when none shares at least half of the longer text. */
export function nearest(text: string, candidates: readonly string[]): string | null {
  if (text.length > longestName) return null;
  let best: string | null = null;
  let fewest = Infinity;
  for (const candidate of candidates) {
    const longer = Math.max(text.length, candidate.length);
    const atLeast = Math.abs(text.length - candidate.length);
    if (atLeast * 2 > longer || atLeast >= fewest) continue;
    const changes = distance(text, candidate);
    if (changes < fewest && changes * 2 <= longer) {
      best = candidate;
      fewest = changes;
    }
  }
  return best;
}
