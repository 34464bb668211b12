/** A tag that has been read: what kind it is and where it stands. */
import type { Place } from '../../core/base/place';
import type { Problem } from '../../core/base/problem';
import type { Call } from './plain-call';

export type BlockWord = 'if' | 'unless' | 'each' | 'with';

/** Why a tag cannot be what it looks like. */
export interface Fault {
  readonly code: string;
  readonly reason: string;
  readonly expected: string;
  /** A piece with signs that no name may have outside of brackets; it may be a field's. */
  readonly odd?: string;
}

/** A tag of a template; `text` is as written, `place` where a person finds it. `escaped` prints its own braces. */
export interface Tag {
  readonly kind: 'value' | 'open' | 'else' | 'close' | 'comment' | 'escaped' | 'broken';
  readonly text: string;
  readonly place: Place;
  /** The block's word: for `open`, `close` and `else if …`; null otherwise. */
  readonly word: BlockWord | null;
  /** The expression of `value` and `open`, and of `else if …`. */
  readonly call: Call | null;
  /** Of `{{^名称}}` and `{{/名称}}`, which have no block word: the name; else empty. */
  readonly section: string;
  /** True for `{{^…}}`: the block stands when its head does not hold. */
  readonly inverse: boolean;
  /** All that stands in it (in a block's head: behind its word) where the grammar has no such name, a field may; else empty. */
  readonly name: string;
  /** Why the grammar refused it; null when it did not. */
  readonly fault: Fault | null;
  /** White space to take away before and after (`{{~ … ~}}`). */
  readonly stripBefore: boolean;
  readonly stripAfter: boolean;
}

/** Says what is wrong with a tag. */
export type Report = (code: string, reason: string, expected: string) => void;

/** The problem of a tag, always an error: nothing is filled while one stands. */
export function tagProblem(tag: Pick<Tag, 'text' | 'place'>, code: string, reason: string, expected: string): Problem {
  return { code, level: 'error', place: tag.place, actual: tag.text, reason, expected };
}

/** The problems in the order in which their tags stand in the template; each tag has a place record of its own. */
export function inReadingOrder(problems: readonly Problem[], tags: readonly Tag[]): readonly Problem[] {
  const order = new Map(tags.map(({ place }, index) => [place, index]));
  return [...problems].sort((left, right) => (order.get(left.place) ?? -1) - (order.get(right.place) ?? -1));
}
