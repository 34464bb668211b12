/**
 * Kinds of organ an office can be, and the words that differ between them. Texts of an edition name such a word in braces,
 * templates name it as a field.
 */

/** One kind of organ: 街道. */
export interface OrganKind {
  readonly kind: string;
  /** Other ways to write it in the setting. */
  readonly synonyms: readonly string[];
  /** What names of such an organ contain; the kind whose mark stands furthest right is meant. */
  readonly marks: readonly string[];
  /** What the level above it can be, by the last character of its name; the usual one first. */
  readonly above: readonly string[];
  /** Codes of indicators and headers of settings that do not exist there. */
  readonly lacks: readonly string[];
}

/** What a word is in organs of some kinds below some levels, or of some names; an empty list stands for all. */
export interface WordRule {
  readonly word: string;
  readonly kinds: readonly string[];
  readonly above: readonly string[];
  /** Only for an organ whose name ends so; for all where it is not there. */
  readonly own?: readonly string[];
  /** May name other words in braces; empty where there is no such thing. */
  readonly text: string;
  /** On one rule of a word that templates may print: what it is, for the list of fields. */
  readonly help: string;
}

/** Word → its text. */
type Words = Readonly<Record<string, string>>;

/** Which organ the texts are for. */
export interface OrganChoice {
  readonly kind: string;
  readonly above: string;
  /** Words the office says otherwise. */
  readonly own: Words;
  /** What it is called, in short and in full, where that is known: other bodies are not to be itself. */
  readonly names?: readonly string[];
}

/** The organ with all its words. */
export interface Organ extends OrganChoice {
  readonly words: Words;
  /** Codes and headers of what does not exist in it. */
  readonly lacks: readonly string[];
}

interface Tables {
  readonly organs: readonly OrganKind[];
  readonly wordRules: readonly WordRule[];
}

/** The usual organ of an edition. */
export function usualOrgan({ organs: [first] }: Tables): OrganChoice {
  return { kind: first?.kind ?? '', above: first?.above[0] ?? '', own: {} };
}

/** The words of an organ, each put together; of the rules that hold the narrowest one counts. */
export function organOf({ organs, wordRules }: Tables, choice: OrganChoice): Organ {
  const kind = organs.find((one) => one.kind === choice.kind);
  const names = [...new Set(wordRules.map(({ word }) => word))];
  const said = Object.fromEntries(names.map((word) => [word, choice.own[word] ?? ruleText(word, wordRules, choice)]));
  const whole = Object.fromEntries(names.map((word) => [word, nested(said[word] ?? '', said)]));
  return { ...choice, words: whole, lacks: (kind?.lacks ?? []).map((one) => filledWith(one, whole)) };
}

function ruleText(word: string, rules: readonly WordRule[], { kind, above, names = [] }: OrganChoice): string {
  const holds = (wanted: readonly string[], is: string): boolean => wanted.length === 0 || wanted.includes(is);
  const isNamed = (ends: WordRule['own']): boolean =>
    ends === undefined || ends.some((end) => names.some((name) => name.endsWith(end)));
  const narrow = ({ kinds, above: levels, own }: WordRule): number =>
    (own === undefined ? 0 : 4) + (kinds.length > 0 ? 2 : 0) + (levels.length > 0 ? 1 : 0);
  const fitting = rules.filter(
    (rule) => rule.word === word && holds(rule.kinds, kind) && holds(rule.above, above) && isNamed(rule.own),
  );
  const [best] = [...fitting].sort((left, right) => narrow(right) - narrow(left));
  return best?.text ?? '';
}

/** Words name words that name words, not deeper. */
const depth = 3;

function nested(text: string, words: Words): string {
  return Array.from({ length: depth }).reduce<string>((known) => filledWith(known, words), text);
}

/** The text with the words put in where it names them in single braces; other braces stay. */
function filledWith(text: string, words: Words): string {
  if (!text.includes('{')) return text;
  return text.replace(/(?<!\{)\{([^{}]{1,12})\}(?!\})/gu, (whole, name: string) =>
    Object.prototype.hasOwnProperty.call(words, name) ? (words[name] ?? whole) : whole,
  );
}

/** Every text within a value filled in; keys stay as they are. */
export function wordedFor<T>(value: T, words: Words): T {
  // What comes out has the shape of what went in.
  return filledDeep(value, words) as T;
}

/** The same object where nothing within it changes, as in nearly all of an edition: only what changes is made anew. */
function filledDeep(value: unknown, words: Words): unknown {
  if (typeof value === 'string') return filledWith(value, words);
  if (typeof value !== 'object' || value === null) return value;
  const before = value as Readonly<Record<string, unknown>>;
  let after: Record<string, unknown> | undefined;
  for (const key of Object.keys(before)) {
    const now = filledDeep(before[key], words);
    if (now === before[key]) continue;
    after ??= (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
    after[key] = now;
  }
  return after ?? value;
}

/** What a text is in an organ of each kind, each once. */
export function inEachKind(text: string, tables: Tables): readonly string[] {
  if (!text.includes('{')) return [text];
  return [...new Set(wordsOfKinds(tables).map((words) => filledWith(text, words)))];
}

/** Worked out once for all texts of an edition. */
const wordsByTables = new WeakMap<Tables, readonly Words[]>();

function wordsOfKinds(tables: Tables): readonly Words[] {
  const known = wordsByTables.get(tables);
  if (known) return known;
  const words = tables.organs.map(({ kind, above }) => organOf(tables, { kind, above: above[0] ?? '', own: {} }).words);
  wordsByTables.set(tables, words);
  return words;
}
