/** What a run found, as far as it is shown or handed on; rates are in percent. */
import type { Day } from '../core/base/day';
import type { Light, TaskState } from '../core/base/state-words';
import type { FeedbackLine } from './feedback';
import type { ProblemLine } from './problem-line';

/** A task as it stands on the day of the summary. */
export interface TaskLine {
  readonly id: string;
  readonly title: string;
  /** Null where the lead is not known. */
  readonly department: string | null;
  readonly state: TaskState;
  readonly light: Light;
  readonly due: Day | null;
  readonly workingDaysLate: number;
  readonly workingDaysLeft: number | null;
  readonly why: string;
}

/** Whose figures it rests on; `why` in the words of the program: blank, refused, no-file, not-read, no-department. */
interface CoverageLine {
  readonly asked: readonly string[];
  readonly given: readonly string[];
  readonly missing: readonly { readonly department: string; readonly why: string }[];
}

/** The town's value of one indicator. */
export interface IndicatorLine {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** Exact; null when it is not known. */
  readonly value: number | null;
  /** How far it is known; `value` is null unless `known`. */
  readonly state: 'known' | 'not-applicable' | 'partial' | 'unknown' | 'not-asked';
  /** Over those who gave it, where others did not. */
  readonly partial: number | null;
  readonly coverage: CoverageLine;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** As printed in the report. */
  readonly text: string;
  /** Last year's as printed, and how this year's stands against it; empty where it is not known. */
  readonly lastYear: string;
  readonly trend: string;
  readonly threshold: number | null;
  /** 法定, 参照 or 内部; empty without a threshold. */
  readonly standing: string;
  readonly basis: string;
  readonly weak: boolean;
  /** `司法所.xlsx 指标数据!D7` …; many below one another as `…!A2:A28001`, which the command line prints one by one. */
  readonly cells: readonly string[];
}

/** An indicator that misses its standard (不低于90%), and what that rests on. */
interface MissingLine {
  readonly code: string;
  readonly name: string;
  readonly text: string;
  readonly trend: string;
  readonly standard: string;
  readonly standing: string;
  readonly basis: string;
}

/** An area in the report's words, with the indicators that miss and the ids of the overdue tasks that explain it. */
export interface AreaLine {
  readonly area: string;
  readonly problem: string;
  readonly cause: string;
  readonly indicators: readonly MissingLine[];
  readonly measures: readonly { readonly action: string; readonly lead: string; readonly plan: string }[];
  readonly tasks: readonly string[];
}

/** The cells of one sheet by what became of them; `filled` is the sum of all others, and `unread` is 0 unless something is wrong. */
interface CellsLine {
  readonly workbook: string;
  readonly sheet: string;
  readonly filled: number;
  /** Read as values. */
  readonly used: number;
  /** A problem names them. */
  readonly listed: number;
  /** Known as no data. */
  readonly named: Readonly<
    Record<'title' | 'header' | 'note' | 'total' | 'section' | 'example' | 'number' | 'helper', number>
  >;
  readonly unread: number;
}

/** Something that must not be public, and what was done about it; `does` in words: 遮盖, 删句, 删段, 停止, 核对. */
export interface PublicChangeLine {
  readonly kind: string;
  readonly does: string;
  /** `司法所.xlsx 任务进展!D7`. */
  readonly places: readonly string[];
  readonly actual: string;
  readonly instead: string;
}

/** The version for the public; `file` null: it was not written, by a mark of secrecy, or because the run only checks. */
interface PublicVersion {
  readonly file: string | null;
  readonly changes: readonly PublicChangeLine[];
  /** Paragraphs that the template does not print for the public, or not whole. */
  readonly unprinted: number;
}

/** Tasks by their state. `due` = done + overdue, the base of the completion rate; `rate` in percent, null when nothing was due. */
export interface Tally extends Readonly<Record<TaskState, number>> {
  readonly total: number;
  readonly due: number;
  readonly rate: number | null;
}

/** The same as it is shown. */
export interface TaskCounts extends Tally {
  /** The rate as the report prints it, `—` for none. */
  readonly rateText: string;
  /** Of those running: not done, and nobody can read by when they should be. */
  readonly undated: number;
}

export interface Summary {
  /** The name of the edition. */
  readonly edition: string;
  readonly year: number;
  readonly town: string;
  readonly asOf: Day;
  readonly sample: boolean;
  readonly counts: TaskCounts;
  readonly lights: Readonly<Record<Light, number>>;
  readonly tasks: readonly TaskLine[];
  readonly indicators: readonly IndicatorLine[];
  readonly weakAreas: readonly AreaLine[];
  readonly hints: readonly AreaLine[];
  readonly missingDepartments: readonly string[];
  /** Nobody knows whether they reported: their workbooks could not be read. */
  readonly unreadDepartments: readonly string[];
  /** They sent nothing, and the town's table tells of their tasks. */
  readonly formlessDepartments: readonly string[];
  readonly cells: readonly CellsLine[];
  readonly problems: readonly ProblemLine[];
  /** 督办台账: each 督办单 and 核对单 that asks for something now, or that its department speaks of. */
  readonly feedback: readonly FeedbackLine[];
  /** Null where none is asked for. */
  readonly publicVersion: PublicVersion | null;
}
