/** Chance by seed, with what is asked of it. */
import { randomFrom } from '../../random';

export interface Chance {
  /** True with that probability. */
  readonly happens: (probability: number) => boolean;
  /** A whole number from `least` to `most`. */
  readonly between: (least: number, most: number) => number;
  /** One of them; they are not none. */
  readonly oneOf: <T>(choices: readonly T[]) => T;
  /** All of them in another order. */
  readonly shuffled: <T>(choices: readonly T[]) => readonly T[];
}

export function chanceFrom(seed: number): Chance {
  const next = randomFrom(seed);
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const oneOf = <T>(choices: readonly T[]): T => {
    const [chosen] = choices.slice(between(0, choices.length - 1));
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  const shuffled = <T>(choices: readonly T[]): readonly T[] =>
    choices
      .map((choice) => ({ choice, rank: next() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ choice }) => choice);
  return { happens: (probability) => next() < probability, between, oneOf, shuffled };
}
