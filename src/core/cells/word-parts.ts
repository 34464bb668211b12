/** Takes wordings apart into the words an edition knows. */

/** Words by what they say. */
export type Vocabulary<K extends string> = Readonly<Record<K, readonly string[]>>;

/** What is no word of a list, as a number with its sign: kind → a sticky pattern. */
export type Shapes<K extends string> = Readonly<Record<K, RegExp>>;

/** One word of a text. */
export interface WordPart<K extends string> {
  readonly kind: K;
  readonly text: string;
}

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
  return splitParts(text, words, {})?.map(({ kind }) => kind) ?? null;
}

/** The words and shapes the text consists of; at each place a shape goes before a word, and the longest word before others. */
export function splitParts<K extends string, S extends string = never>(
  text: string,
  words: Vocabulary<K>,
  shapes: Shapes<S>,
): readonly WordPart<K | S>[] | null {
  const found: WordPart<K | S>[] = [];
  for (let at = 0; at < text.length;) {
    const part = shapeAt(text, at, shapes) ?? wordAt(text, at, words);
    if (part === null) return null;
    found.push(part);
    at += part.text.length;
  }
  return found;
}

function shapeAt<S extends string>(text: string, at: number, shapes: Shapes<S>): WordPart<S> | null {
  for (const [kind, shape] of Object.entries<RegExp>(shapes)) {
    shape.lastIndex = at;
    const found = shape.exec(text)?.[0];
    if (found !== undefined && found !== '') return { kind: kind as S, text: found };
  }
  return null;
}

function wordAt<K extends string>(text: string, at: number, words: Vocabulary<K>): WordPart<K> | null {
  const { kinds, longest } = kindsOf(words);
  for (let length = Math.min(longest, text.length - at); length > 0; length -= 1) {
    const word = text.slice(at, at + length);
    const kind = kinds.get(word);
    if (kind !== undefined) return { kind: kind as K, text: word };
  }
  return null;
}
