/** What 看板 shows, as one value. Plain JSON. Rates and shares are in percent, days are calendar days unless said otherwise. */
import type { Day } from '../core/base/day';
import type { Light, TaskState } from '../core/base/state-words';
import type { FeedbackLine } from './feedback';
import type { Snapshot } from './history';
import type { TaskCounts } from './summary';

/** What the page 看板 asks the job `look` for: beside the summary the cockpit. */
export interface LookOrder {
  /** For a file that leaves the office: no person's name, no department's own words, no name of a file. */
  readonly forMail: boolean;
}

/** A deadline of the report itself. */
export interface CockpitDeadline {
  /** `报上级`. */
  readonly name: string;
  /** The day before which it is to be done. */
  readonly day: Day;
  /** From the day of the run; negative when it has passed. */
  readonly daysLeft: number;
  /** The day on which it was done; null while it is open. */
  readonly doneOn: Day | null;
}

/**
 * How far tasks are against the time that has gone by, over those with one deadline whose department said how far they are.
 * Nothing said is never 0.
 */
export interface Schedule {
  /** Mean share of the time that has gone by, and of the work that is done; null when no task can be compared. */
  readonly expected: number | null;
  readonly actual: number | null;
  readonly counted: number;
  /** They should be among them, but nobody can say how far they are. */
  readonly unknown: number;
  /** Recurring or without an end: there is no line to hold them against. */
  readonly without: number;
  /** Put off or dropped. */
  readonly resting: number;
}

export interface CockpitTask {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  /** Null where the lead is not known. */
  readonly department: string | null;
  readonly state: TaskState;
  readonly light: Light;
  readonly due: Day | null;
  /** The deadline as it was typed. */
  readonly dueText: string;
  /** As the department has it; null when it does not say. */
  readonly percent: number | null;
  readonly workingDaysLate: number;
  readonly workingDaysLeft: number | null;
  readonly why: string;
  /** How far the reminders have risen today: 红1 … 蓝; empty for none. */
  readonly level: string;
  /** `司法所.xlsx 任务进展!D7`, or without the file in a value for the mail. */
  readonly cells: readonly string[];
  /** What the department wrote, each with the header it stands below; null in a value for the mail. */
  readonly said: readonly (readonly [header: string, text: string])[] | null;
}

/** Tasks of one department or section. */
export interface CockpitGroup {
  readonly name: string;
  readonly lights: Readonly<Record<Light, number>>;
  /** The rate does not speak of what is 未报, 待核实 or without a deadline that can be read. */
  readonly completion: TaskCounts;
  readonly schedule: Schedule;
}

/** A department: its tasks, its workbook, and how well the workbook is filled in. */
export interface CockpitDepartment extends CockpitGroup {
  /**
   * `none`: nothing came; `formless`: nothing came, and the town's table tells of its tasks; `refused`: it must not be used;
   * `not-read`: nobody knows. Null of tasks whose lead is not known.
   */
  readonly workbook: 'usable' | 'none' | 'formless' | 'refused' | 'not-read' | null;
  /** Why it is not usable; empty otherwise. */
  readonly why: string;
  /** Figures it is asked for and what became of them. */
  readonly figures: {
    readonly asked: number;
    readonly given: number;
    readonly blank: number;
    readonly refused: number;
  };
  /** What it has to put right, by level. */
  readonly problems: { readonly error: number; readonly doubt: number; readonly note: number };
}

/** A figure the department owes; `why` in words: 没有填, 填的没有采用, 没有交表, 表没有读到. */
export interface CockpitGap {
  readonly department: string;
  readonly why: string;
  /** Names of the indicators. */
  readonly figures: readonly string[];
}

/** An indicator that is judged. */
export interface CockpitIndicator {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly area: string;
  /** Null when it is not known of all. */
  readonly value: number | null;
  /** As printed; what the others gave where some lack; empty for nothing. */
  readonly text: string;
  readonly threshold: number;
  /** `不低于90%`. */
  readonly standard: string;
  readonly direction: 'high' | 'low';
  readonly lastYear: number | null;
  readonly lastYearText: string;
  readonly trend: string;
  /** `open`: it is not known, or of too few cases to judge. */
  readonly verdict: 'missed' | 'met' | 'open';
  /** Departments that lack, each with the word for it. */
  readonly missing: readonly string[];
}

export interface CockpitArea {
  readonly area: string;
  readonly isWeakness: boolean;
  readonly problem: string;
  readonly cause: string;
  /** Codes of the indicators that miss their standard. */
  readonly indicators: readonly string[];
  readonly measures: readonly string[];
  /** Ids of the overdue tasks that explain it. */
  readonly tasks: readonly string[];
}

export interface CockpitReminders {
  /** Word of the state → lines of 催办记录; null when it could not be read. */
  readonly states: Readonly<Record<string, number>> | null;
  /** Why `states` is null; empty otherwise. */
  readonly why: string;
  /** Level → what is due to be told on the day of the run. */
  readonly due: Readonly<Record<string, number>>;
}

/** What the details of `look` hold where they are asked for. */
export interface Cockpit {
  readonly edition: string;
  readonly town: string;
  readonly year: number;
  readonly asOf: Day;
  /** The day of the run. */
  readonly today: Day;
  readonly sample: boolean;
  readonly forMail: boolean;
  readonly deadlines: readonly CockpitDeadline[];
  readonly whole: Omit<CockpitGroup, 'name'>;
  /** In percent; null where none is set. */
  readonly completionThreshold: number | null;
  readonly sections: readonly CockpitGroup[];
  readonly departments: readonly CockpitDepartment[];
  readonly tasks: readonly CockpitTask[];
  readonly indicators: readonly CockpitIndicator[];
  readonly areas: readonly CockpitArea[];
  readonly gaps: readonly CockpitGap[];
  /** Overdue working days at which the reminders rise, ascending. */
  readonly overdueSteps: readonly number[];
  readonly reminders: CockpitReminders;
  /** 督办台账; without anybody's own words in a value for the mail. */
  readonly feedback: readonly FeedbackLine[];
  readonly problems: { readonly error: number; readonly doubt: number; readonly note: number };
  /** Oldest first; empty where no run has kept one. */
  readonly history: readonly Snapshot[];
}
