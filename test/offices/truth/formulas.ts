/** Formulas as the 指标 sheet has them: `D1.1-D1.2`, `1+行政村数`. */
import type { Line } from '../world/rules';

/** `minus` where the term is taken away; `constant` where it is a number itself. */
export interface Term {
  readonly minus: boolean;
  readonly name: string;
  readonly constant: boolean;
}

export function termsIn(formula: string): readonly Term[] {
  return [...formula.matchAll(/([+-]?)([^+-]+)/gu)].map(([, sign, name = '']) => {
    return { minus: sign === '-', name, constant: /^\d+$/u.test(name) };
  });
}

/** The typed lines that the line comes down to, itself where it is typed; settings and numbers are none. */
export function leavesOf(line: Line, lines: ReadonlyMap<string, Line>): readonly Line[] {
  const formulas = [line.numerator, line.denominator].filter((formula) => formula !== '');
  if (formulas.length === 0) return line.kind === '比率' ? [] : [line];
  const named = formulas.flatMap(termsIn).flatMap(({ name }) => lines.get(name) ?? []);
  return [...new Set(named.flatMap((one) => leavesOf(one, lines)))];
}
