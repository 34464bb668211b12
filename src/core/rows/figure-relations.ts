/** Which figures cannot all be true at once: a part larger than its whole, parts that do not add up. */
import { villagesName } from '../catalogue/indicator-words';

/**
 * `left` must not exceed `right` (`≤`) or must equal it (`=`). A side is one code or several to be added. An `error` keeps
 * both sides out of the report; a `doubt` is only listed.
 */
export interface Relation {
  readonly left: readonly string[];
  readonly relation: '≤' | '=';
  readonly right: readonly string[];
  /** A code that adds to the right side where it is given: what was carried over from last year. */
  readonly carried?: string;
  readonly level: 'error' | 'doubt';
  /** An error that is one no more, but a doubt, once somebody has written a word of it: 超编, 追加. */
  readonly unless?: RegExp;
}

/** All relations, by the codes of the 指标 sheet. */
export const relations: readonly Relation[] = [
  equal(['C2.2', 'C2.3'], ['C2']),
  atMost(['C2', 'C2.4'], ['C2.1', 'C2.6']),
  atMost(['C2.5'], ['C2']),
  atMost(['C5.1'], ['C5']),
  atMost(['C5.2', 'C5.3'], ['C5.1']),
  { ...atMost(['C5.2', 'C5.3', 'C5.4'], ['C5.1']), level: 'doubt' },
  atMost(['C6.1'], ['C6.2']),
  atMost(['C6.2'], ['C2', 'C4.1', 'C4.2', 'C5.2']),
  atMost(['C7.1'], ['C2']),
  atMost(['C8.1'], ['C2']),
  atMost(['C9.1'], ['C9.2']),
  { ...atMost(['C10.2'], ['C10.1']), level: 'doubt' },
  atMost(['C10.3'], ['C10.2']),
  atMost(['C11.2'], ['C11.1']),
  atMost(['C11.1'], ['C11.3', 'C11.4']),
  atMost(['C12.1'], ['C12.2']),
  atMost(['A4.1'], ['A4.2']),
  atMost(['B2.1'], ['B1']),
  atMost(['B3.1'], ['B3.2']),
  atMost(['B3.2'], ['B1']),
  atMost(['B4.1'], ['B1']),
  atMost(['B5.2'], [villagesName]),
  { ...atMost(['B7.2'], ['B7.1']), level: 'doubt' },
  { ...atMost(['D1.2'], ['D1.1']), unless: /超编/u },
  atMost(['D2.1'], ['D1.3']),
  atMost(['D4.1'], ['D1.3']),
  atMost(['D5'], ['D4.1']),
  atMost(['D6.1'], ['D1.3']),
  atMost(['D7.1'], ['D1.3']),
  atMost(['D8.3'], ['D1.3']),
  atMost(['D9.2'], ['D9.1']),
  atMost(['D9.3'], ['D9.2']),
  { ...atMost(['D10.2'], ['D10.1']), unless: /追加|调整预算|上级(补助|拨)/u },
  { ...atMost(['D10.3'], ['D10.2']), carried: 'D10.5', unless: /结余|结转/u },
  atMost(['E3.1'], [villagesName]),
  atMost(['E5.1'], ['E5.2']),
  atMost(['E6.1'], ['E6.2']),
  atMost(['E8.1'], ['E8.2']),
  atMost(['F2.1'], ['F2.2']),
  atMost(['F3.1'], [villagesName]),
  atMost(['F3.3'], ['F3.4']),
];

function atMost(left: readonly string[], right: readonly string[]): Relation {
  return { left, relation: '≤', right, level: 'error' };
}

function equal(left: readonly string[], right: readonly string[]): Relation {
  return { left, relation: '=', right, level: 'error' };
}
