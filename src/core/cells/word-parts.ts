/** Takes wordings apart into the words an edition knows. */

/** Words by what they say. */
export type Vocabulary<K extends string> = Readonly<Record<K, readonly string[]>>;

const compiled = new WeakMap<object, { readonly kinds: ReadonlyMap<string, string>; readonly longest: number }>();

/** Word → kind, and the length of the longest word; worked out once. */
function kindsOf(words: Vocabulary<string>): { readonly kinds: ReadonlyMap<string, string>; readonly longest: number } {
  const before = compiled.get(words);
  if (before) return before;
  const kinds = new Map(Object.entries(words).flatMap(([kind, list]) => list.map((word) => [word, kind] as const)));
  const longest = Math.max(0, ...[...kinds.keys()].map(({ length }) => length));
  compiled.set(words, { kinds, longest });
  return { kinds, longest };
}

/** The kinds of the words the text consists of, the longest word first at each place; null when anything else is in it. */
export function partsOf<K extends string>(text: string, words: Vocabulary<K>): readonly K[] | null {
  const { kinds, longest } = kindsOf(words);
  const found: K[] = [];
  for (let at = 0; at < text.length;) {
    const lengths = Array.from({ length: Math.min(longest, text.length - at) }, (_, index) => index + 1).reverse();
    const length = lengths.find((one) => kinds.has(text.slice(at, at + one)));
    if (length === undefined) return null;
    found.push(kinds.get(text.slice(at, at + length)) as K);
    at += length;
  }
  return found;
}
