/** Whether a regular expression takes more than its share of steps as a text grows, by counting them. */
import { attacksOn } from './attacks.mjs';
import { compilePattern, countSteps } from './count-steps.mjs';

/** Without a part that may be repeated as often as a text is long there is nothing that grows. */
const repeats = /[*+]|\{\d+,\}|\{\d*,?\d{3,}\}/u;

/** Lengths of the texts: a first look, and those by which it is decided. Bounded repetitions no longer grow at these. */
const looks = [
  [60, 120],
  [300, 600],
];
/** A text of double the length may take so many times the steps: 2 is linear, 4 is quadratic. */
const mostGrowth = 2.9;
/** What a single sign may take by itself, so that a few steps more are no growth. */
const fewSteps = 12;
/** So many steps for each sign are too many, whatever they grow by. */
const mostSteps = 500;

/** A text on which the steps grow faster than the text, as prefix, repeated part and ending; null when none was found. */
export function worstText(source, flags) {
  if (!repeats.test(source)) return null;
  const program = compilePattern(source, flags);
  const { prefixes, pumps, suffixes } = attacksOn(program.pattern, flags);
  for (const prefix of prefixes) {
    for (const pump of pumps) {
      for (const suffix of suffixes) {
        const attack = { prefix, pump, suffix };
        if (looks.every((lengths) => grows(program, attack, lengths))) return attack;
      }
    }
  }
  return null;
}

function grows(program, attack, [short, long]) {
  const most = long * mostSteps;
  const many = countSteps(program, textOf(attack, long), most);
  if (many > most) return true;
  return many > fewSteps * long && many > countSteps(program, textOf(attack, short), most) * mostGrowth;
}

function textOf({ prefix, pump, suffix }, length) {
  return `${prefix}${pump.repeat(Math.ceil(length / pump.length))}${suffix}`;
}
