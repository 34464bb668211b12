/** What follows from the rows: lights and lateness of tasks, indicator values, weak areas. Pure data for report and mail. */
import type { Tally } from '../../contract/summary';
import type { Day } from '../base/day';
import type { Place } from '../base/place';
import type { Light, TaskState } from '../base/state-words';
import type { Qualifier } from '../cells/readings';
import type { Indicator } from '../edition/indicator';
import type { Missing } from './formula';
import type { Progress, Task, UnusedSheet } from '../rows/rows';
import type { Range } from '../rows/said';

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
  /** What its lead sent and nobody could use, and what to do about it; null where it was used, or nothing came. */
  readonly unused: Pick<UnusedSheet, 'why' | 'remedy'> | null;
  readonly sources: readonly Place[];
}

export interface NamedTally extends Tally {
  readonly name: string;
}

/**
 * `known`: whoever is asked has answered, and there is a number. `not-applicable`: there is nothing to count. `partial`: some
 * have answered and some have not. `unknown`: nobody has given a number. `not-asked`: nobody is asked, or something that is no
 * figure is missing.
 */
export type FigureState = 'known' | 'not-applicable' | 'partial' | 'unknown' | 'not-asked';

/** Whose figures a town's figure rests on. */
export interface Coverage {
  /** Names of the departments that should give it, of a formula those of all its parts. */
  readonly asked: readonly string[];
  /** Those of them that answered all of it, be it with 不涉及. */
  readonly given: readonly string[];
  readonly missing: readonly Missing[];
}

/** A figure that does not speak for all. */
export interface PartialFigure {
  readonly value: number;
  /** Ready to print: `11.5万元（不含司法所）`. */
  readonly text: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** The office wants such figures printed, and all its parts lack the same departments. */
  readonly isPrinted: boolean;
}

/** The town's value of one indicator. */
export interface IndicatorFinding {
  readonly indicator: Indicator;
  readonly state: FigureState;
  /** In the indicator's unit, exact (not rounded); null unless its state is `known`. */
  readonly value: number | null;
  /** False: no department has this duty (all said 不涉及), or there was nothing to divide by. */
  readonly applies: boolean;
  readonly qualifier: Qualifier;
  /** Between which numbers it lies; null without a value. */
  readonly range: Range | null;
  /** Of a rate: what it was computed from; null otherwise. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Ready to print with unit: `86.8%`, `6800人次`, `2件中1件` below 5 cases, `300余人`. Empty when value is null. */
  readonly text: string;
  /** Over the departments that gave all of it, where others did not; null where nobody did, or nothing is missing. */
  readonly partial: PartialFigure | null;
  readonly coverage: Coverage;
  readonly lastYear: number | null;
  /** Last year's as printed: `87.0%`; empty when it is null. */
  readonly lastYearText: string;
  /** Against last year, as printed: `比上年增加2次`, `比上年下降3.1个百分点`, `与上年持平`; empty where either is not known exactly. */
  readonly trend: string;
  /** Never of a figure that is not known. */
  readonly weak: boolean;
  /** Judged and not weak: known, of a sample that is large enough, on the good side of its threshold. */
  readonly met: boolean;
  /** Why a figure with a standard is neither: its year goes on, or it is inexact and may be on either side. */
  readonly open: 'waiting' | 'undecided' | null;
  readonly sources: readonly Place[];
  /** Share of each department that gave a value. */
  readonly byDepartment: readonly { readonly department: string; readonly value: number; readonly place: Place }[];
}

/** A text of the 薄弱 sheet with its cell; one of the edition has none. Empty for nothing to say. */
export interface SaidText {
  readonly text: string;
  readonly place: Place | null;
}

/** What can be said in words of the area or of an indicator. */
export type SaidPart = 'problem' | 'cause' | 'action';

/** What is said of one indicator that misses its threshold; its figures may hold template tags. */
export interface WeakItem {
  readonly finding: IndicatorFinding;
  readonly problem: SaidText;
  readonly figures: SaidText;
  readonly cause: SaidText;
  readonly action: SaidText;
  /** Who leads the measure; empty where nobody is named. */
  readonly lead: string;
  /** The section of the plan the measure stands in. */
  readonly plan: string;
  /** What the words on the area say of it too. */
  readonly covered: readonly SaidPart[];
  /** The cause is the edition's, which nobody in the office has confirmed. */
  readonly isUnconfirmed: boolean;
}

/** What is said of an area as a whole, in place of what the items it covers say. */
export type SharedTexts = Readonly<Record<SaidPart, SaidText>>;

/** An area with weak indicators: a weakness (`isWeakness`), or only a hint (提示) when it misses by little. */
export interface AreaFinding {
  readonly area: string;
  readonly isWeakness: boolean;
  readonly weakIndicators: readonly IndicatorFinding[];
  /** The overdue tasks that explain it. */
  readonly tasks: readonly TaskFinding[];
  readonly shared: SharedTexts;
  /** One for each weak indicator, in their order. */
  readonly items: readonly WeakItem[];
}

/** A text ready to print, with the cells it came from. */
export interface PrintedText {
  readonly text: string;
  readonly sources: readonly string[];
}

/** One measure of the plan, and the indicators it is for. */
export interface PlanItem {
  readonly area: string;
  readonly isWeakness: boolean;
  readonly indicators: readonly IndicatorFinding[];
  /** What it is to put right. */
  readonly problem: PrintedText;
  readonly action: PrintedText;
  readonly lead: string;
  readonly plan: string;
}

/** An area in the words that are printed wherever it is told; nothing has a closing full stop. */
export interface ToldArea {
  readonly finding: AreaFinding;
  readonly problem: PrintedText;
  readonly figures: PrintedText;
  readonly cause: PrintedText;
  readonly items: readonly {
    readonly finding: IndicatorFinding;
    readonly problem: PrintedText;
    readonly figures: PrintedText;
    readonly cause: PrintedText;
    readonly action: PrintedText;
    readonly lead: string;
    readonly plan: string;
  }[];
  readonly plans: readonly PlanItem[];
}

export interface Findings {
  readonly asOf: Day;
  readonly tasks: readonly TaskFinding[];
  readonly tally: Tally;
  /** Of the line of 指标 that is the rate of the tasks, in percent; null where there is no such line, or none is set. */
  readonly completionThreshold: number | null;
  readonly bySection: readonly NamedTally[];
  readonly byDepartment: readonly NamedTally[];
  readonly indicators: readonly IndicatorFinding[];
  /** Weaknesses first, in the order of the 薄弱 sheet, then hints. */
  readonly areas: readonly AreaFinding[];
  /** Names of active departments that sent no usable workbook; not those whose workbook could not be read. */
  readonly missingDepartments: readonly string[];
  /** Names of active departments of which nobody knows whether they reported. */
  readonly unreadDepartments: readonly string[];
  /** Names of active departments that sent nothing and of whose tasks the town's table tells. */
  readonly formlessDepartments: readonly string[];
  /** Cells that somebody still has to put right or look at (错误, 请核实), as places are printed: what rests on one is not praised. */
  readonly doubted: ReadonlySet<string>;
}
