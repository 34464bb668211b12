/** All that was read from the hub and the departments' workbooks: typed records that know their cells. */
import type { Day } from '../base/day';
import type { Place } from '../base/place';
import type { ReadFailure } from '../base/read-failure';
import type { Deadline, Decision, Quantity, Status } from '../cells/readings';
import type { DetailSheet, Relation } from '../edition/edition';
import type { Indicator } from '../edition/indicator';
import type { Read, Said } from '../tables/read-row';
import type { ExtraCells } from '../edition/extra-cells';
import type { RowMatch } from './matching/row-match';

/** The unit names of the hub's 单位 sheet; `name` is what every other record refers to. */
export interface Department {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** One of the kinds of the 类型 column. */
  readonly kind: string;
  /** It belongs to the edition's group of departments with sheets of their own. */
  readonly inGroup: boolean;
  /** As typed; whether mail may be sent there is judged in core/reminders. */
  readonly mailbox: Read<string>;
  readonly leaderMailbox: Read<string>;
  /** Id of the spreadsheet the department brought along, from its link; null when the program makes one. */
  readonly spreadsheet: string | null;
  readonly active: boolean;
  /** What it does for the office, by which tasks and indicators may name it: 执法. */
  readonly roles: readonly string[];
  readonly place: Place;
}

/** A task of the hub's 任务 sheet. A value that could not be read is null and stands in the problem list. */
export interface Task {
  readonly id: string;
  /** Its number on the list where that is another one: `A-03` of `A-03·司法所`, which each unit has for itself. */
  readonly listedAs?: string;
  readonly section: string;
  readonly title: string;
  readonly measure: string;
  /** Name of the leading department, null when it matches none. */
  readonly lead: string | null;
  readonly partners: readonly string[];
  readonly leader: string;
  readonly dueText: string;
  readonly deadline: Deadline | null;
  readonly target: number | null;
  readonly targetUnit: string;
  readonly weight: number;
  /** Code of the indicator the task explains, or null. */
  readonly indicator: string | null;
  /**
   * A deferral or cancellation approved by the office, with its basis; `as-asked`: whichever the department asks for. `until`:
   * the day to which it is put off, null where none is named.
   */
  readonly approved: {
    readonly status: Exclude<Decision, 'refused'>;
    readonly basis: string;
    readonly until: Day | null;
  } | null;
  readonly phrase: string;
  /** Of the columns the edition adds. */
  readonly extra: ExtraCells;
  readonly place: Place;
  readonly duePlace: Place;
}

/** A department's line on one task. */
export interface Progress {
  readonly taskId: string;
  /** Name of the department whose workbook it stands in. */
  readonly department: string;
  readonly status: Read<Status>;
  /** 0–100. */
  readonly percent: Read<Quantity>;
  readonly doneOn: Read<Day>;
  /** Of a recurring task: through which period it is done, from 1. */
  readonly doneThrough: Read<number>;
  readonly text: string;
  readonly problems: string;
  readonly next: string;
  readonly evidence: string;
  readonly coordination: string;
  /** Of the columns the edition adds. */
  readonly extra: ExtraCells;
  readonly place: Place;
}

/** One typed indicator value of one department. */
export interface Figure {
  readonly code: string;
  readonly department: string;
  readonly quantity: Read<Quantity>;
  readonly lastYear: Read<Quantity>;
  readonly note: string;
}

/** What another yearbook of the same year gives for an indicator; `source` names it. */
export interface PublishedFigure extends Pick<Figure, 'code' | 'quantity'> {
  readonly source: string;
}

/** What a cell says, wherever it stands; a null value was blank or could not be read. */
export type { Said };

/**
 * One row of an own sheet of the edition. There may be a hundred thousand: what many cells say is one object, and the place of a
 * cell is made when it is asked for (see events/event-cells).
 */
export interface EventRow {
  readonly department: string;
  /** By the field's name. */
  readonly said: Readonly<Record<string, Said>>;
  /** The row's first declared cell. */
  readonly place: Place;
  /** The letters of each field's column; in place of them the cells themselves where they do not stand in one row. */
  readonly columns: Readonly<Record<string, string | Place>>;
  /** What stands beside it says that it may be none: 作废, 重复登记. */
  readonly voidBy?: string;
}

/** All rows of one own table, whatever department they come from. */
export interface EventList {
  readonly detail: DetailSheet;
  readonly rows: readonly EventRow[];
  /** Where departments wrote 无 and nothing else: they had none of it. */
  readonly none?: readonly NoneSaid[];
}

/** A department's word that there is none of what a sheet lists. */
interface NoneSaid {
  readonly department: string;
  readonly place: Place;
}

export interface Suggestion {
  readonly department: string;
  readonly text: string;
  readonly place: Place;
}

/** What the office wants said of an indicator that misses its threshold, or of all those of an area; texts empty for none. */
export interface WeakText {
  /** Empty where the line names an indicator only. */
  readonly area: string;
  /** Code in the 指标 sheet; null for a line of the whole area. */
  readonly indicator: string | null;
  readonly problem: string;
  /** How its figures are told, with template tags. */
  readonly figures: string;
  readonly cause: string;
  readonly action: string;
  /** Department or post that leads the measure, as typed. */
  readonly lead: string;
  readonly plan: string;
  readonly place: Place;
}

/**
 * An indicator with its row and the cell of its sentence, both null when it comes from the edition. `means` is the code of the
 * edition's line that means the same; null for a line of the office's own.
 */
export type PlacedIndicator = Indicator & {
  /** Names in 填报单位 that no department has: their part of the figure is not there. */
  readonly strangers: readonly string[];
  readonly place: Place | null;
  readonly sentencePlace: Place | null;
  readonly means: string | null;
};

/** The edition's knowledge in the codes of this hub, as far as its lines still mean the same. */
export interface Meanings {
  /** The edition's code → the hub's. */
  readonly codes: ReadonlyMap<string, string>;
  readonly relations: readonly Relation[];
}

/** A paragraph the office adds to a section of the report. */
export interface Narrative {
  readonly section: string;
  readonly order: number;
  readonly text: string;
  readonly condition: string;
  readonly source: string;
  readonly place: Place;
}

/** One day the 节假日 sheet sets free (`off`) or makes a working day. */
export interface HolidayRow {
  readonly day: Day;
  readonly off: boolean;
}

/** A line of 督办反馈: what a department says of a paper it got. */
export interface FeedbackRow {
  readonly department: string;
  /** As it was typed. */
  readonly code: string;
  readonly signedOn: Read<Day>;
  readonly reply: string;
  readonly rectifyOn: Read<Day>;
  readonly closed: Read<boolean>;
  /** The cell of the code. */
  readonly place: Place;
}

/**
 * What became of a department's workbook. `none`: no file came. `refused`: it was read and must not be used (another year,
 * several for one department). `not-read`: it could not be opened, or may be the file nobody could open; of such a
 * department nobody knows whether it reported. `why` is Chinese, without a full stop.
 */
export type WorkbookStatus =
  | { readonly kind: 'usable' }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly why: string }
  | ({ readonly kind: 'not-read' } & ReadFailure);

/** A department's workbook as found: one for each department. */
export interface BookRecord {
  readonly department: string;
  /** File name; null when there is none, though it may be usable what the town's table tells. */
  readonly file: string | null;
  readonly status: WorkbookStatus;
  /** 填报日期 of the cover; null when it is blank or there is no cover. */
  readonly filledOn: Day | null;
  /** Of 任务进展 and 指标数据, where they are there and not all of them could be read: what they say is not known, and not unsaid. */
  readonly unused?: readonly UnusedSheet[];
}

/** A sheet of which not all could be read: why (without a full stop), and what to do. */
export interface UnusedSheet {
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
}

export interface Rows {
  readonly departments: readonly Department[];
  readonly tasks: readonly Task[];
  readonly indicators: readonly PlacedIndicator[];
  readonly meanings: Meanings;
  readonly weakTexts: readonly WeakText[];
  readonly narratives: readonly Narrative[];
  readonly holidays: readonly HolidayRow[];
  readonly published: readonly PublishedFigure[];
  readonly workbooks: readonly BookRecord[];
  readonly progress: readonly Progress[];
  readonly figures: readonly Figure[];
  /** In the order of the edition's own sheets. */
  readonly events: readonly EventList[];
  readonly suggestions: readonly Suggestion[];
  readonly feedback: readonly FeedbackRow[];
  /** Rows without our codes, and what each was taken for. */
  readonly matches: readonly RowMatch[];
}
