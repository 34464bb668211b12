/** Lets a department write down its numbers: exactly, clumsily, wrongly, in words nobody can read, or not at all. */
import type { Chance } from './chance';
import type { Mood } from './make-world';
import type { Line, Rules } from './rules';
import { number, text, type Cell } from '../files/workbook-file';
import type { Answer } from './world';

interface Ground {
  /** Code → hundredths of the unit. */
  readonly own: ReadonlyMap<string, number>;
  readonly mood: Mood;
  readonly lines: readonly Line[];
  readonly rules: Rules;
  readonly numbers: ReadonlyMap<string, number>;
}

/** What is no number: ranges, vague words, sums, days, errors of formulas. */
const unreadable: readonly Cell[] = [
  ...['3-5次', '若干', '9月31日', '见附件', '3+4', '两三次', '-3', 'l2', '12次、5次'].map(text),
  { kind: 'error', text: '#DIV/0!' },
  { kind: 'error', text: '#N/A' },
  { kind: 'day', day: '2023-03-05' },
];

/** Code → answer, for every line the department is asked for. */
export function makeAnswers(ground: Ground, chance: Chance): ReadonlyMap<string, Answer> {
  const { own, lines, mood } = ground;
  const said = contradicting(ground, chance);
  return new Map(
    lines.flatMap((line) => {
      const happened = own.get(line.code);
      if (happened === undefined) return [];
      const value = said.get(line.code) ?? happened;
      return [[line.code, answer(line, value, { mood, inForm: ground.rules.form.labels.has(line.code) }, chance)]];
    }),
  );
}

interface Where {
  readonly mood: Mood;
  /** A form has all its lines. */
  readonly inForm: boolean;
}

function answer(line: Line, hundredths: number, { mood, inForm }: Where, chance: Chance): Answer {
  const hidden = chance.happens(0.05) && !inForm;
  if (chance.happens(mood.blank))
    return !inForm && chance.happens(0.2) ? { said: 'no-line' } : { said: 'nothing', hidden };
  if (chance.happens(mood.unreadable)) return { said: 'unreadable', typed: chance.oneOf(unreadable), hidden };
  if (hundredths === 0 && chance.happens(mood.noDuty)) {
    return { said: 'not-applicable', typed: text(chance.oneOf(['不涉及', '/', '—', '不适用'])), hidden };
  }
  const digits = digitsOf(hundredths);
  return { said: 'number', digits, typed: typedNumber(line, digits, chance), hidden };
}

function digitsOf(hundredths: number): string {
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/u, '');
}

function typedNumber({ unit, kind }: Line, digits: string, chance: Chance): Cell {
  if (digits === '0' && chance.happens(0.1)) return text('无');
  // A bare 1 under % may mean all of it: nobody can tell.
  if (unit === '%') return text(`${digits}%`);
  if (chance.happens(0.7)) return number(digits);
  if (kind === '金额' || unit === '' || chance.happens(0.5)) return text(digits);
  return text(`${digits}${unit}`);
}

/** A part that is larger than its whole, in some departments: both are then not believed. */
function contradicting({ own, mood, rules, numbers }: Ground, chance: Chance): ReadonlyMap<string, number> {
  const open = rules.relations.filter(
    ({ left, isSum, right }) =>
      !isSum &&
      left.length === 1 &&
      own.has(left[0] ?? '') &&
      right.every((code) => own.has(code) || numbers.has(code)),
  );
  if (open.length === 0 || !chance.happens(mood.contradicts)) return new Map();
  const { left, right, carried } = chance.oneOf(open);
  const wholes = [...right, carried].map((code) => own.get(code) ?? (numbers.get(code) ?? 0) * 100);
  return new Map([[left[0] ?? '', wholes.reduce((sum, one) => sum + one) + 100 * chance.between(1, 9)]]);
}
