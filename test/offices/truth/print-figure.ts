/** How the report prints a figure. */
import { compare, fixed, plain, spelled, whole, type Fraction } from './fractions';
import type { Line } from '../world/rules';

/** What a rate was divided from; `counted` when the upper part counts cases or people, in its `unit`. */
export interface Divided {
  readonly numerator: Fraction;
  readonly denominator: Fraction;
  readonly unit: string;
  readonly counted: boolean;
}

/** Below this number of cases the cases are printed, not their rate. */
const few = 5;

/**
 * `86.8%`, `100%`, `38.3学时`, `2件中1件`, `2.86万元`, `12件`: one decimal for rates, two at most for money and counts, half up; as many more
 * as it takes to tell a rate from its threshold, from nothing and from all.
 */
export function printed(
  line: Pick<Line, 'kind' | 'unit'> & Partial<Pick<Line, 'threshold'>>,
  value: Fraction,
  divided: Divided | null,
): string {
  const { kind, unit } = line;
  if (kind === '金额') return `${plain(value, 2)}${unit}`;
  if (kind !== '比率' && unit !== '%') return `${plain(value, 2)}${unit}`;
  if (divided?.counted === true && unit === '%' && compare(divided.denominator, whole(few)) < 0) {
    return `${plain(divided.denominator, 8)}${divided.unit}中${plain(divided.numerator, 8)}${divided.unit}`;
  }
  return `${rateDigits(line, value)}${unit}`;
}

/** The digits of a rate, or of what is told in percent. */
export function rateDigits(
  { unit, threshold = '' }: Pick<Line, 'unit'> & Partial<Pick<Line, 'threshold'>>,
  value: Fraction,
): string {
  const marks = ['0', ...(unit === '%' ? ['100'] : []), ...(threshold === '' ? [] : [threshold])].map(spelled);
  if (compare(value, whole(0)) === 0 || (unit === '%' && compare(value, whole(100)) === 0)) return plain(value, 0);
  const isTold = (digits: string): boolean =>
    marks.every((mark) => Math.sign(compare(spelled(digits), mark)) === Math.sign(compare(value, mark)));
  const forms = [1, 2, 3, 4, 5, 6].map((decimals) => fixed(value, decimals));
  return forms.find(isTold) ?? fixed(value, 6);
}
