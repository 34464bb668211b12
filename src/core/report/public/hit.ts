/** What a look through a text finds, and what the look goes by. */
import { anyOf } from '../../base/text';
import type { PublicFinder, PublicRule } from '../../edition/public-rule';

/** A stretch of a plain text that a rule speaks of; `end` is exclusive. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly rule: PublicRule;
}

/** The stretch alone. */
export type HitSpan = Pick<Hit, 'start' | 'end'>;

/** The rules by how they find, and the words of the lists. */
export interface Rulebook {
  readonly rules: (finds: PublicFinder) => readonly PublicRule[];
  /** All words of the lines with that finder. */
  readonly words: (finds: PublicFinder) => ReadonlySet<string>;
}

/** Opens the rules of an edition. */
export function rulebookOf(rules: readonly PublicRule[]): Rulebook {
  const by = new Map<PublicFinder, PublicRule[]>();
  for (const rule of rules) by.set(rule.finds, [...(by.get(rule.finds) ?? []), rule]);
  const words = new Map([...by].map(([finds, lines]) => [finds, new Set(lines.flatMap((line) => line.words))]));
  const none: ReadonlySet<string> = new Set();
  return { rules: (finds) => by.get(finds) ?? [], words: (finds) => words.get(finds) ?? none };
}

/** Where the words stand, one after the other, none inside another. */
export function findWords(words: Iterable<string>): (text: string) => readonly HitSpan[] {
  // bounded: words and nothing that repeats; the tables' own are looked at as they are
  const pattern = new RegExp(anyOf(words), 'gu');
  return (text) =>
    [...text.matchAll(pattern)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
}
