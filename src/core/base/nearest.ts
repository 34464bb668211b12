/** The name somebody probably meant. */

/** The candidate with the fewest changed characters, null when none shares at least half of the longer text. */
export function nearest(text: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let fewest = Infinity;
  for (const candidate of candidates) {
    const changes = editDistance(text, candidate);
    if (changes < fewest && changes * 2 <= Math.max(text.length, candidate.length)) {
      best = candidate;
      fewest = changes;
    }
  }
  return best;
}

/** Insertions, deletions and replacements that turn one text into the other. */
function editDistance(left: string, right: string): number {
  const target = Array.from(right);
  let previous = [0, ...target.map((_, column) => column + 1)];
  Array.from(left).forEach((character, row) => {
    const current = [row + 1];
    target.forEach((other, column) => {
      const replaced = (previous[column] ?? 0) + (character === other ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    });
    previous = current;
  });
  return previous[target.length] ?? 0;
}
