/**
 * One text as it may stand in the public version. What must not be there is found by the rules of the edition; it is masked, or the
 * sentence or the text goes. Pure, and linear in the length of the text: every look to the side is bounded.
 */
import type { PublicAction, PublicRule } from '../../edition/public-rule';
import { markFinder } from './find-marks';
import { besideFinder, knownNameFinder } from './find-known-names';
import { nameFinder } from './find-names';
import { numberFinder } from './find-numbers';
import { placeFinder } from './find-places';
import { rulebookOf, type Hit } from './hit';
import { plainText } from './plain-text';

/** What was done to a text. */
export interface TextChange {
  /** The name of the rule. */
  readonly rule: string;
  readonly does: PublicAction;
  /** What stood there, in the writer's own signs. */
  readonly actual: string;
  /** What stands there now. */
  readonly instead: string;
}

/** The text as it may be public; empty when nothing is left of it. */
export interface PublishedText {
  readonly text: string;
  readonly changes: readonly TextChange[];
}

/** Makes a text public. */
export type Publisher = (text: string) => PublishedText;

/** Names of the office's own people are known besides; `rules` are the edition's. */
export function publisherOf(rules: readonly PublicRule[], names: readonly string[]): Publisher {
  const book = rulebookOf(rules);
  const finders = [markFinder(book), placeFinder(book), numberFinder(book)];
  const persons = [nameFinder(book), knownNameFinder(book, names)];
  const beside = besideFinder(book);
  return (text) =>
    published(text, (plain) => {
      const named = persons.flatMap((find) => find(plain));
      return [...finders.flatMap((find) => find(plain)), ...named, ...beside(plain, named)];
    });
}

/** Taking one thing out may put two others side by side: the text is looked through until nothing is found. */
const mostRounds = 4;
/** Nothing of this form can hold anything: figures with a sign or two, or words of one or two characters. */
const harmless = /^(?:[\d.,%年月日\s]{1,8}|.{0,1})$/u;

function published(written: string, find: (text: string) => readonly Hit[]): PublishedText {
  if (harmless.test(written)) return { text: written, changes: [] };
  const changes: TextChange[] = [];
  let text = written;
  let asked: readonly Hit[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const plain = plainText(text);
    const found = apart(asWritten(find(plain.text), plain));
    const hits = found.filter((hit) => !isAsked(hit));
    // What a name stood beside is seen in the first round: then the name is gone.
    if (round === 0) asked = found.filter(isAsked);
    if (hits.length === 0) break;
    const next = changed(text, hits);
    changes.push(...next.changes);
    text = next.text;
  }
  const left = asked.map((hit) => changeOf(written, hit)).filter(({ actual }) => text.includes(actual));
  return { text, changes: [...changes, ...left] };
}

function isAsked({ rule }: Hit): boolean {
  return rule.does === 'ask';
}

/** The hits in the places of the written text. */
function asWritten(hits: readonly Hit[], { starts, ends }: ReturnType<typeof plainText>): readonly Hit[] {
  return hits.flatMap(({ start, end, rule }) => {
    const first = starts[start];
    const last = ends[end - 1];
    return first === undefined || last === undefined || last <= first ? [] : [{ start: first, end: last, rule }];
  });
}

const weights: Readonly<Record<PublicAction, number>> = {
  stop: 0,
  'drop-text': 1,
  'drop-sentence': 2,
  mask: 3,
  ask: 4,
};

/** In order, those that overlap as one: by the weightier rule, else by the one that begins first. */
function apart(hits: readonly Hit[]): readonly Hit[] {
  const sorted = [...hits].sort((left, right) => left.start - right.start || right.end - left.end);
  const kept: Hit[] = [];
  for (const hit of sorted) {
    const last = kept[kept.length - 1];
    if (last === undefined || hit.start >= last.end) kept.push(hit);
    else kept[kept.length - 1] = { ...weightier(last, hit), start: last.start, end: Math.max(last.end, hit.end) };
  }
  return kept;
}

function weightier(one: Hit, other: Hit): Hit {
  return weights[other.rule.does ?? 'mask'] < weights[one.rule.does ?? 'mask'] ? other : one;
}

/** `stop` and `drop-text` leave nothing of the text. */
function changed(text: string, hits: readonly Hit[]): PublishedText {
  const whole = hits.filter(({ rule }) => rule.does === 'stop' || rule.does === 'drop-text');
  if (whole.length > 0) return { text: '', changes: [wholeChange(text, whole)] };
  const changes: TextChange[] = [];
  let result = '';
  let at = 0;
  for (const hit of hits) {
    if (hit.start < at) continue;
    const isSentence = hit.rule.does === 'drop-sentence';
    const { start, end } = isSentence ? sentenceAround(text, hit, at) : hit;
    const change = changeOf(text, { ...hit, start, end });
    changes.push(change);
    result += text.slice(at, start) + change.instead;
    at = end;
  }
  return { text: result + text.slice(at), changes };
}

const ends = /[。！？；!?;\n]/u;

/** From the end of the sentence before to the end of this one, with its sign. */
function sentenceAround(
  text: string,
  { start, end }: Hit,
  from: number,
): { readonly start: number; readonly end: number } {
  let first = start;
  while (first > from && !ends.test(text.charAt(first - 1))) first -= 1;
  const rest = text.slice(end).search(ends);
  return { start: first, end: rest < 0 ? text.length : end + rest + 1 };
}

/** Of what stops the mark is told, of a text that goes the whole of it. */
function wholeChange(text: string, hits: readonly Hit[]): TextChange {
  const [first] = [...hits].sort(
    (left, right) => weights[left.rule.does ?? 'mask'] - weights[right.rule.does ?? 'mask'],
  );
  if (first === undefined) throw new Error('a text goes by a rule');
  return first.rule.does === 'stop' ? changeOf(text, first) : changeOf(text, { ...first, start: 0, end: text.length });
}

function changeOf(text: string, { start, end, rule }: Hit): TextChange {
  const does = rule.does ?? 'mask';
  return { rule: rule.name, does, actual: text.slice(start, end), instead: does === 'mask' ? rule.instead : '' };
}
