/** What the cell readers give back: a value, and what is wrong or doubtful about it. */
import type { Day } from '../base/day';
import type { Level } from '../base/problem';

/** A remark on one cell, before its place is known; the fields are those of Problem. */
export interface Remark {
  readonly code: string;
  readonly level: Level;
  readonly reason: string;
  readonly expected: string;
}

/** `value` is null when the cell is blank or cannot be read; in the second case `remarks` holds an error. */
export interface Reading<T> {
  readonly value: T | null;
  readonly remarks: readonly Remark[];
}

/** What a reader must know beside the cell. */
export interface ReadContext {
  /** What the column is called, for the texts: `完成时限`. */
  readonly header: string;
  /** The year of the report; dates without a year are taken to be of this year. */
  readonly reportYear: number;
  /** The column's unit (`场`, `万元`), or null. */
  readonly unit: string | null;
  /** The allowed words of a choice column. */
  readonly choices: readonly string[];
  /** Choice → what departments write for it; and whether of several the last is meant. */
  readonly choiceUsages?: Readonly<Record<string, readonly string[]>>;
  readonly isRanked?: boolean;
  /** Names of departments that may stand in a remark and say nothing more than who; of who led an event those of the department itself. */
  readonly names?: readonly string[];
  /** The row is one event: its day may be a range or a month, and so many persons are so many 人次. */
  readonly isEvent?: boolean;
  /** Whether the department led the event may be told by the name of who did. */
  readonly isLead?: boolean;
  /** That something was done may be told without its day. */
  readonly isMarked?: boolean;
  /** So many of the unit to each of something: 2.5名. */
  readonly isAverage?: boolean;
  readonly words: CellWords;
}

/** How exact a number is, as its source had it; empty for an exact one. */
export type Qualifier = '' | '余' | '多' | '约' | '近' | '逾' | '超' | '至少' | '至多';

/**
 * A number in the column's unit. `applies` is false for 不涉及, / and —: the department has no such duty, which is not 0;
 * `value` is then null.
 */
export interface Quantity {
  readonly value: number | null;
  readonly applies: boolean;
  readonly qualifier: Qualifier;
  /** Of 至少, where it is known: no more than this. */
  readonly atMost?: number;
}

/** A deadline as an office writes it. Days are inclusive: due on the day is not late. */
export type Deadline =
  | { readonly kind: 'day'; readonly due: Day; readonly start: Day | null }
  | { readonly kind: 'recurring'; readonly due: readonly Day[] }
  | { readonly kind: 'ongoing' };

/** What a department says of a task. Lateness is computed: who says 逾期 says `not-done`. */
export type Status = 'not-started' | 'in-progress' | 'done' | 'ongoing' | 'deferred' | 'cancelled' | 'not-done';

/** What a word within a status says; what each is for stands at the head of statuses.tsv. */
export type StatusPart =
  | 'negation'
  | 'begin'
  | 'action'
  | 'deed'
  | 'carry'
  | 'progress'
  | 'manner'
  | 'measure'
  | 'end'
  | 'some'
  | 'all'
  | 'overdue'
  | 'late'
  | 'perfect'
  | 'filler';

/** The words offices use for the status of a task and for what is approved of it. */
export interface StatusWords {
  /** By what they mean; the first of each is the one the drop-down list offers, but for `not-done`. */
  readonly meanings: Readonly<Record<Status, readonly string[]>>;
  /** In progress, and asked about. */
  readonly partly: readonly string[];
  /** Words that affirm and do not say what: 是. */
  readonly affirmed: readonly string[];
  /** Words of a day that has passed, beside which a day of completion may mean that it was done late. */
  readonly passed: readonly string[];
  /** Of what other wordings are put together. */
  readonly parts: Readonly<Record<StatusPart, readonly string[]>>;
  /** Remarks that change nothing: 见附件. */
  readonly asides: readonly string[];
  /** What may stand beside the day on which a thing was done and says how it was: 答复. */
  readonly handed: readonly string[];
  /** Beside a day: it is what is meant (预计), or by when it is due (前, 延至). */
  readonly planned: readonly string[];
  readonly limit: readonly string[];
  readonly approved: readonly string[];
  /** Not approved, or not yet. */
  readonly refused: readonly string[];
  /** What a person has confirmed of whole cells of one sheet, as names are compared: it goes before all others. */
  readonly confirmed?: ReadonlyMap<string, Status>;
}

/** What the office has decided on a task; `as-asked`: what the department asked for, be it 暂缓 or 取消. */
export type Decision = 'deferred' | 'cancelled' | 'as-asked' | 'refused';

/** The decision; `until` is the day to which the task is put off, null where none is named. */
export interface Approval {
  readonly decision: Decision;
  readonly until: Day | null;
}

/** The units an office counts in. */
export interface UnitWords {
  /** Each line is one unit by its different names. 人 and 人次 are not the same: a person can come more than once. */
  readonly families: readonly (readonly string[])[];
  /** Those that need not be whole; half a training hour is fine, half a case is not. */
  readonly fractional: readonly string[];
  /** Unit → what so many of it are in the row of one event: 人 that came are 人次, 家 that were visited 次. */
  readonly asOne: readonly (readonly [unit: string, names: readonly string[]])[];
}

/** What people call the rows and columns of a table that hold no record. */
export interface RowWords {
  /** Rows that add up others; the bare ones stand for themselves; and what may stand before either. */
  readonly totals: readonly string[];
  readonly bareTotals: readonly string[];
  readonly beforeTotals: readonly string[];
  /** Remarks, with a colon behind the word, and lines to be signed, where the word may also stand alone in its cell. */
  readonly notes: readonly string[];
  readonly signatures: readonly string[];
  /** Words in brackets behind the name of who signs: `司法所（盖章）`. */
  readonly stamps: readonly string[];
  /** How a sentence below a table begins: 以上数据. */
  readonly closings: readonly string[];
  readonly examples: readonly string[];
  /** Headers of columns that only number the rows. */
  readonly numbers: readonly string[];
  /** Headers of columns that departments keep for themselves and that are never one of ours under another name. */
  readonly ownColumns: readonly string[];
  /** Headers of columns of persons' names, which are nobody's business here: never read, never kept. */
  readonly personColumns: readonly string[];
  /** The last part of the header of any column. */
  readonly headerEnds: readonly string[];
  /** What stands above the labels of a form. */
  readonly lineHeadings: readonly string[];
  /** Units of what happens, so that the parts of a year add up to it. */
  readonly summedUnits: readonly string[];
  /** Headers of the column of names where each row is a person. */
  readonly personNames: readonly string[];
  /** What is written beside a person who may not be at work: 退休, 借调. */
  readonly absences: readonly string[];
  /** What is written of a post nobody holds: 未聘请. */
  readonly vacancies: readonly string[];
  /** What is written beside a thing that is none, or none of its own: 作废, 重复登记, 并案. */
  readonly voids: readonly string[];
  /** Headers of columns in which 是 says that: 是否作废. */
  readonly voidColumns: readonly string[];
  /** Parts of headers of columns in which the same words tell of the thing, not of its row: 信访类型, 审查意见, 整改情况. */
  readonly tellingColumns: readonly string[];
  /** How names of towns and of their units end; and words that begin so and are no such end: 处罚 for 处. */
  readonly townEnds: readonly string[];
  readonly unitEnds: readonly string[];
  readonly noEnds: readonly string[];
  /** Before the name of the unit whose ledger it is: 填报单位. */
  readonly ownerLabels: readonly string[];
  /** What kinds of organs call one body, the first for all where titles are compared: 党委, 党工委, 党组. */
  readonly sameNames: readonly string[];
  /** How names of units of other organs end. */
  readonly otherUnitEnds: readonly string[];
  /** What is done with a thing, before its name; the second also tell a step of it, as the third do within an indicator's name. */
  readonly doings: readonly string[];
  readonly stepsBefore: readonly string[];
  readonly steps: readonly string[];
  /** What is done with a paper or a case later: 规范性文件报备 is no 制定. */
  readonly laterDeeds: readonly string[];
  /** What a name says of how far a case has come, those for one step parted by /: 办结/审结; and words that only have their characters. */
  readonly caseSteps: readonly string[];
  readonly noSteps: readonly string[];
  /** In the name of a column: no part of the sum of its neighbours. */
  readonly countedApart: readonly string[];
  /** Whose honour a thing bears, where it bears one: 省级. */
  readonly honourLevels: readonly string[];
  /** Of a unit of a town, above a column of such units. */
  readonly unitHeadings: readonly string[];
  /** Before what was to be done (and words that only begin so), and before what was done, in names of figures. */
  readonly dueWords: readonly string[];
  readonly notDue: readonly string[];
  readonly doneWords: readonly string[];
}

/** Words by which a text is understood that hold no value themselves; each kind is a line of said.tsv. */
export interface SaidWords {
  /** In brackets behind a number: it is none yet (未统计); the second also where a part of it is told. */
  readonly unsure: readonly string[];
  readonly doubtful: readonly string[];
  /** A remark begins so that tells a part of the number (其中), or what is beside it (不含). */
  readonly parts: readonly string[];
  readonly besides: readonly string[];
  /** It is less: 损坏3台. */
  readonly less: readonly string[];
  /** How names end of those who came to an event, before how many they were: 师生480人. */
  readonly crowdEnds: readonly string[];
  /** Makes another number of it: 每村30人, 缺席3人; the second, where things are told kind by kind: 应到, 合计. */
  readonly notAll: readonly string[];
  readonly noPart: readonly string[];
  /** Units of cases, of which a register has one in a row; and all in which records are counted: 成功3件. */
  readonly caseUnits: readonly string[];
  readonly recordUnits: readonly string[];
  /** Makes another thing of the name behind it (计划, 未, 应), and words that only begin so: 应诉. */
  readonly others: readonly string[];
  readonly noOthers: readonly string[];
  /** Denies (不予罚款) or says not yet, and words that only begin so: 没收. */
  readonly denials: readonly string[];
  readonly notYet: readonly string[];
  readonly noDenials: readonly string[];
  /** Behind the name of a figure: signs that leave it what it is, and how it is counted. */
  readonly neutral: readonly string[];
  readonly counts: readonly string[];
  /** A cell says of a thing that it is there (已建), that it is not, or that what its column names was done with it (开展). */
  readonly built: readonly string[];
  readonly unbuilt: readonly string[];
  readonly carriedOut: readonly string[];
  /** Before and behind what a column of a list of persons asks: 是否持有效执法证. */
  readonly askings: readonly string[];
  readonly answers: readonly string[];
  /** In brackets behind a unit that leads, or helps: 司法所（牵头）; and before the names of such units: 配合单位：. */
  readonly leadMarks: readonly string[];
  readonly helpMarks: readonly string[];
  readonly leadLabels: readonly string[];
  readonly helpLabels: readonly string[];
  /** Behind a unit, who does it: 由司法所牵头. */
  readonly byUnit: readonly string[];
  /** How names of units end, behind which a blank may part them from the next: 司法所 派出所. */
  readonly nameEnds: readonly string[];
  /** What units are called: 各站所 are all of them. */
  readonly unitNouns: readonly string[];
  /** What is meant to be, what was so once, and what is told as not so. */
  readonly notSo: readonly string[];
}

/** The words cells are read by. */
export interface CellWords {
  readonly statuses: StatusWords;
  readonly units: UnitWords;
  readonly rows: RowWords;
  readonly said: SaidWords;
}
