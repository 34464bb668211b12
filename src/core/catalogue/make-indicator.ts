/** Short forms in which the indicator list is written down. */
import type { Area, Indicator } from './indicator';

type Given = Pick<Indicator, 'filledBy' | 'area' | 'help'> & Partial<Indicator>;

const plain = {
  kind: 'count',
  numerator: null,
  denominator: null,
  aggregate: 'sum',
  direction: 'high',
  threshold: null,
  redLine: false,
  minSample: 1,
  basis: '',
  sentence: '',
  onEmpty: 'omit',
} satisfies Partial<Indicator>;

/** Who computes a line that nobody fills in. */
export const computedBy = '程序计算';

/** A line that departments fill in: a sum of counts, judged by nothing, unless `given` says otherwise. */
export function typed(code: string, name: string, unit: string, given: Given): Indicator {
  return { ...plain, ...given, code, name, unit };
}

/** A rate in % of two formulas, more being better, unless `given` says otherwise. */
export function rate(
  code: string,
  name: string,
  formula: readonly [numerator: string, denominator: string],
  given: { readonly area: Area; readonly help: string } & Partial<Indicator>,
): Indicator {
  const [numerator, denominator] = formula;
  return { ...plain, kind: 'rate', unit: '%', filledBy: computedBy, numerator, denominator, ...given, code, name };
}

/** A count nobody fills in: the sum or difference of other lines. */
export function total(
  code: string,
  name: string,
  formula: string,
  given: Pick<Indicator, 'unit' | 'area' | 'help'>,
): Indicator {
  return { ...plain, ...given, filledBy: computedBy, numerator: formula, code, name };
}
