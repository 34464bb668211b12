/** How the report prints a figure. */
import { compare, fixed, plain, whole, type Fraction } from './fractions';
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

/** `86.8%`, `100%`, `38.3学时`, `2件中1件`, `2.86万元`, `12件`: one decimal for rates, two at most for money and counts, half up. */
export function printed({ kind, unit }: Pick<Line, 'kind' | 'unit'>, value: Fraction, divided: Divided | null): string {
  if (kind === '金额') return `${plain(value, 2)}${unit}`;
  if (kind !== '比率') return `${plain(value, unit === '%' ? 1 : 2)}${unit}`;
  if (unit !== '%') return `${fixed(value, 1)}${unit}`;
  if (divided?.counted === true && compare(divided.denominator, whole(few)) < 0) {
    return `${plain(divided.denominator, 8)}${divided.unit}中${plain(divided.numerator, 8)}${divided.unit}`;
  }
  const isRound = compare(value, whole(0)) === 0 || compare(value, whole(100)) === 0;
  return `${isRound ? plain(value, 0) : fixed(value, 1)}%`;
}
