/** What follows from the rows: lights and lateness of tasks, indicator values, weak areas. Pure data for report and mail. */
import type { Day } from '../base/day';
import type { Place } from '../base/place';
import type { Qualifier } from '../cells/readings';
import type { Indicator } from '../edition/indicator';
import type { Progress, Task, WeakText } from '../rows/rows';

/**
 * Where a task stands as of the 核算日. `running`: not yet due, or without an end. `unreported`: due, but its department
 * said nothing of it. `unclear`: due, and its department said what cannot be read or believed. Of neither can be said that it is
 * done, nor that it is overdue.
 */
export type TaskState = 'done' | 'running' | 'overdue' | 'unreported' | 'unclear' | 'deferred' | 'cancelled';

/** 绿 done or on schedule, 蓝 due soon, 黄 behind schedule, unreported or unclear, 红 overdue, 灰 deferred or cancelled. */
export type Light = 'green' | 'blue' | 'yellow' | 'red' | 'grey';

export interface TaskFinding {
  readonly task: Task;
  readonly progress: Progress | null;
  readonly state: TaskState;
  readonly light: Light;
  /** The day that counts: the due day, or of a recurring task the first missed or next occurrence. Null without one. */
  readonly due: Day | null;
  /** Working days past `due`; 0 unless overdue. */
  readonly workingDaysLate: number;
  /** Working days until `due`; null when overdue, done or without due day. */
  readonly workingDaysLeft: number | null;
  /** Why the light is what it is, a few Chinese words. */
  readonly why: string;
  readonly sources: readonly Place[];
}

/** Counts of tasks. `due` = done + overdue, the base of the completion rate; `rate` in percent, null when nothing was due. */
export interface Tally {
  readonly total: number;
  readonly done: number;
  readonly running: number;
  readonly overdue: number;
  readonly unreported: number;
  readonly unclear: number;
  readonly deferred: number;
  readonly cancelled: number;
  readonly due: number;
  readonly rate: number | null;
}

export interface NamedTally extends Tally {
  readonly name: string;
}

/** The town's value of one indicator. */
export interface IndicatorFinding {
  readonly indicator: Indicator;
  /** In the indicator's unit, exact (not rounded); null when no department gave one. */
  readonly value: number | null;
  /** No department has this duty (all said 不涉及). */
  readonly applies: boolean;
  readonly qualifier: Qualifier;
  /** Of a rate: what it was computed from; null otherwise. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Ready to print with unit: `86.8%`, `6800人次`, `2件中1件` below 5 cases, `300余人`. Empty when value is null. */
  readonly text: string;
  readonly lastYear: number | null;
  readonly weak: boolean;
  readonly sources: readonly Place[];
  /** Share of each department that gave a value. */
  readonly byDepartment: readonly { readonly department: string; readonly value: number; readonly place: Place }[];
}

/** An area with weak indicators: a weakness (`isWeakness`), or only a hint (提示) when one indicator alone misses. */
export interface AreaFinding {
  readonly area: string;
  readonly isWeakness: boolean;
  readonly weakIndicators: readonly IndicatorFinding[];
  /** The overdue tasks that explain it. */
  readonly tasks: readonly TaskFinding[];
  readonly words: WeakText | null;
}

export interface Findings {
  readonly asOf: Day;
  readonly tasks: readonly TaskFinding[];
  readonly tally: Tally;
  readonly bySection: readonly NamedTally[];
  readonly byDepartment: readonly NamedTally[];
  readonly indicators: readonly IndicatorFinding[];
  /** Weaknesses first, in the order of the 薄弱 sheet, then hints. */
  readonly areas: readonly AreaFinding[];
  /** Names of active departments without a usable workbook. */
  readonly missingDepartments: readonly string[];
}
