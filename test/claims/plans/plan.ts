/** What an invented office is like whose report is read: drawn by fast-check, so that a failure shrinks to a plain one. */
import fc from 'fast-check';

/** How the year went: by chance, nothing at all, nothing written down, every target reached, none, or all but one. */
const shapes = ['any', 'zero', 'blank', 'reached', 'failed', 'one-failed'] as const;
const kindsOfOrgan = ['镇', '乡', '街道', '局', '开发区'] as const;

export type Shape = (typeof shapes)[number];
export type KindOfOrgan = (typeof kindsOfOrgan)[number];

export interface Plan {
  /** Of all that is left to chance. */
  readonly seed: number;
  readonly edition: 'rule-of-law' | 'work-safety';
  readonly year: number;
  /** The report looks back on half a year. */
  readonly isHalf: boolean;
  readonly shape: Shape;
  readonly organ: KindOfOrgan;
  readonly isPublic: boolean;
  /** 缺数写法＝注明不含. */
  readonly isMarked: boolean;
  readonly hasNarratives: boolean;
  readonly hasTable: boolean;
  readonly hasOwnLines: boolean;
  /** 上年值 is that of the year, or so many times it; 0 where nobody writes it. */
  readonly lastYearTimes: number;
  /** 零报告＝是. */
  readonly tellsZeros: boolean;
}

/** Any office; the plainest is a town of chance in 2021 with nothing of its own. */
export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  seed: fc.noBias(fc.nat(1_000_000)),
  edition: fc.oneof(
    { weight: 5, arbitrary: fc.constant('rule-of-law' as const) },
    { weight: 1, arbitrary: fc.constant('work-safety' as const) },
  ),
  year: fc.noBias(fc.integer({ min: 2021, max: 2030 })),
  isHalf: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  shape: fc.constantFrom(...shapes),
  organ: fc.constantFrom(...kindsOfOrgan),
  isPublic: fc.boolean(),
  isMarked: fc.boolean(),
  hasNarratives: fc.boolean(),
  hasTable: fc.boolean(),
  hasOwnLines: fc.boolean(),
  lastYearTimes: fc.integer({ min: 0, max: 3 }),
  tellsZeros: fc.boolean(),
});

/** The plan of a number: the same for the same number. @public used by build/fuzz/claims.mjs. */
export function planOf(number: number): Plan {
  const [plan] = fc.sample(anyPlan, { seed: number, numRuns: 1 });
  if (plan === undefined) throw new Error('fast-check gave no plan');
  return plan;
}
