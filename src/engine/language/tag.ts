/** A tag that has been read: what kind it is and where it stands. */
import type { Place } from '../../core/base/place';
import type { Problem } from '../../core/base/problem';
import type { Call } from './handlebars-ast';

export type BlockWord = 'if' | 'unless' | 'each' | 'with';

/** A tag of a template; `text` is as written, `place` where a person finds it. */
export interface Tag {
  readonly kind: 'value' | 'open' | 'else' | 'close' | 'comment' | 'broken';
  readonly text: string;
  readonly place: Place;
  /** The block's word: for `open`, `close` and `else if …`; null otherwise. */
  readonly word: BlockWord | null;
  /** The expression of `value` and `open`, and of `else if …`. */
  readonly call: Call | null;
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
