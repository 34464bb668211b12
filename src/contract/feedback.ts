/** 督办台账: what became of each 督办单 and 核对单, as its department types it into its own workbook and the office notes it. */
import type { Day } from '../core/base/day';
import type { TaskState } from '../core/base/state-words';

/** What the office notes of one paper. What it has not said is null or empty, which is no 否. */
export interface FeedbackEntry {
  readonly signedOn: Day | null;
  readonly reply: string;
  /** The day by which it is or will be put right. */
  readonly rectifyOn: Day | null;
  /** 销号: whether the office calls it settled. It makes no task done. */
  readonly settled: boolean | null;
}

/** One paper. What nobody has said is null or empty. The days are the office's where it noted any, else the department's. */
export interface FeedbackLine extends FeedbackEntry {
  /** 反馈编号, printed on the paper: `督2022-D-01-1130`, `核2022-司法所`. */
  readonly code: string;
  /** `order`: a 督办单 on a task; `check`: a 核对单. */
  readonly kind: 'order' | 'check';
  readonly department: string;
  /** Id of the task; null for a 核对单. */
  readonly task: string | null;
  readonly title: string;
  readonly due: Day | null;
  /** How the task stands by its progress, whatever is said of the paper; null for a 核对单 and for an earlier period of the task. */
  readonly state: TaskState | null;
  /** Cells a 核对单 still asks for; 0 for a 督办单. */
  readonly open: number;
  /** 申请销号: whether the department calls it settled. */
  readonly closed: boolean | null;
  /** What of all this the office noted; null for nothing. */
  readonly entry: FeedbackEntry | null;
  /** What does not fit together, in words. */
  readonly doubts: readonly string[];
}

/** What the office noted of a paper, in place of what it noted before; where all of it is empty, nothing is noted any more. */
export interface FeedbackOrder extends FeedbackEntry {
  readonly code: string;
  /** What the person saw noted before; where something else is noted by now, nothing is written. Left out, nothing is compared. */
  readonly before?: FeedbackEntry | null;
}

/** Details of an answer that wrote nothing, because somebody noted this since the person looked. */
export interface NotedSince {
  readonly noted: FeedbackEntry;
}
