/** What an invented office is like whose report is read: drawn by fast-check, so that a failure shrinks to a plain one. */
import fc from 'fast-check';

/**
 * How the year went: by chance, nothing at all, nothing written down, every target reached, none, or all but one; one of everything,
 * far too much of everything, no task in time; nothing done of what was to be done, of many or of one.
 */
const shapes = [
  'any',
  'zero',
  'blank',
  'reached',
  'failed',
  'one-failed',
  'ones',
  'huge',
  'late',
  'undone',
  'one-undone',
] as const;
const kindsOfOrgan = ['镇', '乡', '街道', '局', '开发区'] as const;
/** What the level above is called by its last character. */
const levels = ['县', '区', '市', '旗'] as const;

const cutsOfTasks = ['all', 'section', 'one', 'none'] as const;

export type Shape = (typeof shapes)[number];
export type KindOfOrgan = (typeof kindsOfOrgan)[number];
export type Level = (typeof levels)[number];

export interface Plan {
  /** Of all that is left to chance. */
  readonly seed: number;
  readonly edition: 'rule-of-law' | 'work-safety';
  readonly year: number;
  /** The report looks back on a part of the year only. */
  readonly isHalf: boolean;
  /** 统计截止日 is typed: the day up to which the report looks back. */
  readonly hasCutoff: boolean;
  readonly shape: Shape;
  readonly organ: KindOfOrgan;
  readonly above: Level;
  /** 机关类型 is not chosen: the names tell it. */
  readonly isKindUntold: boolean;
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
  /** 参照标准单列＝否. */
  readonly hasNormsJoined: boolean;
  /** 自设薄弱类别, 自设章节, 自设计划章节, with a figure, a task, a paragraph and words of their own. */
  readonly hasOwnParts: boolean;
  /** Words of the hub name figures by tags; one tag is wrong. */
  readonly hasTypedTags: boolean;
  /** 用词: the departments are called otherwise. */
  readonly hasOwnWords: boolean;
  /** The headings of 一 stand on lines of their own, those of 三 do not. */
  readonly hasOtherHeadings: boolean;
  /** The template is the office's own: some paragraphs are gone, some claims are its own. */
  readonly hasOwnTemplate: boolean;
  /** 领导小组组成, 抄送, 附数据来源 are there. */
  readonly hasMoreSettings: boolean;
  /** 上级 and 主送 are cleared. */
  readonly isWithoutSuperior: boolean;
  /** Of the tasks there are all, those of one section, a single one, none. */
  readonly tasks: (typeof cutsOfTasks)[number];
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
  hasCutoff: fc.boolean(),
  shape: fc.constantFrom(...shapes),
  organ: fc.constantFrom(...kindsOfOrgan),
  above: fc.constantFrom(...levels),
  isKindUntold: fc.boolean(),
  isPublic: fc.boolean(),
  isMarked: fc.boolean(),
  hasNarratives: fc.boolean(),
  hasTable: fc.boolean(),
  hasOwnLines: fc.boolean(),
  lastYearTimes: fc.integer({ min: 0, max: 3 }),
  tellsZeros: fc.boolean(),
  hasNormsJoined: fc.boolean(),
  hasOwnParts: fc.boolean(),
  hasTypedTags: fc.boolean(),
  hasOwnWords: fc.boolean(),
  hasOtherHeadings: fc.boolean(),
  hasOwnTemplate: fc.boolean(),
  hasMoreSettings: fc.boolean(),
  isWithoutSuperior: fc.boolean(),
  tasks: fc.oneof(
    { weight: 5, arbitrary: fc.constant('all' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...cutsOfTasks) },
  ),
});

/** A plan with nothing of its own in 2024. */
export const plainPlan: Plan = {
  ...{ seed: 7, edition: 'rule-of-law', year: 2024, isHalf: false, hasCutoff: false, shape: 'any' },
  ...{ organ: '镇', above: '县', isKindUntold: false, isPublic: false, isMarked: false },
  ...{ hasNarratives: false, hasTable: false, hasOwnLines: false, lastYearTimes: 2, tellsZeros: false },
  ...{ hasNormsJoined: false, hasOwnParts: false, hasTypedTags: false, hasOwnWords: false },
  ...{ hasOtherHeadings: false, hasOwnTemplate: false, hasMoreSettings: false },
  ...{ isWithoutSuperior: false, tasks: 'all' },
};

/** The plan of a number: the same for the same number. @public used by build/fuzz/claims.mjs. */
export function planOf(number: number): Plan {
  const [plan] = fc.sample(anyPlan, { seed: number, numRuns: 1 });
  if (plan === undefined) throw new Error('fast-check gave no plan');
  return plan;
}

/** Offices in which the conditions of the template are tried: each shape in turn, all else by chance. @public used by build/fuzz/claim-conditions.mjs. */
export function conditionPlans(first: number, count: number): readonly Plan[] {
  return Array.from({ length: count }, (_, index) => ({
    ...planOf(first + index),
    ...{ edition: 'rule-of-law' as const, hasOwnTemplate: false, hasTypedTags: false },
    shape: shapes[(first + index) % shapes.length] ?? 'any',
    tasks: cutsOfTasks[Math.floor((first + index) / 2) % 8] ?? 'all',
    year: 2021 + ((first + index) % 10),
  }));
}
