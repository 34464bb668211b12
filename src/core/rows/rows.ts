/** All that was read from the hub and the departments' workbooks: typed records that know their cells. */
import type { Day } from '../base/day';
import type { Place } from '../base/place';
import type { Deadline, Quantity, Status } from '../cells/readings';
import type { Indicator } from '../catalogue/indicator';
import type { Read } from '../tables/read-row';

/** The unit names of the hub's 单位 sheet; `name` is what every other record refers to. */
export interface Department {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** 内设, 派出 or 村. */
  readonly kind: string;
  readonly isEnforcer: boolean;
  /** As typed; whether mail may be sent there is judged in core/reminders. */
  readonly mailbox: Read<string>;
  readonly leaderMailbox: Read<string>;
  /** Id of the spreadsheet the department brought along, from its link; null when the program makes one. */
  readonly spreadsheet: string | null;
  readonly active: boolean;
  readonly place: Place;
}

/** A task of the hub's 任务 sheet. A value that could not be read is null and stands in the problem list. */
export interface Task {
  readonly id: string;
  /** 组织领导, 依法决策 … */
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
  /** A deferral or cancellation approved by the office, with its basis. */
  readonly approved: { readonly status: 'deferred' | 'cancelled'; readonly basis: string } | null;
  readonly phrase: string;
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
  readonly text: string;
  readonly problems: string;
  readonly next: string;
  readonly evidence: string;
  readonly coordination: string;
  readonly place: Place;
}

/** One typed indicator value of one department (指标数据, 执法队伍). */
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

export interface Training {
  readonly department: string;
  readonly day: Read<Day>;
  readonly topic: string;
  readonly organiser: string;
  /** Hours of the event for one person. */
  readonly hours: Read<Quantity>;
  readonly invited: Read<Quantity>;
  readonly attended: Read<Quantity>;
  readonly examInvited: Read<Quantity>;
  readonly examTaken: Read<Quantity>;
  readonly examPassed: Read<Quantity>;
  readonly place: Place;
}

export interface Publicity {
  readonly department: string;
  readonly day: Read<Day>;
  readonly topic: string;
  readonly location: string;
  /** False: another department leads the joint event and counts it. */
  readonly leads: Read<boolean>;
  readonly events: Read<Quantity>;
  readonly people: Read<Quantity>;
  readonly materials: Read<Quantity>;
  readonly place: Place;
}

export interface CaseRow {
  readonly department: string;
  readonly category: string;
  /** 简易 or 普通. */
  readonly procedure: string;
  readonly decidedOn: Read<Day>;
  /** 万元. */
  readonly amount: Read<Quantity>;
  /** 本级 or 受委托. */
  readonly capacity: string;
  readonly entrustedBy: string;
  readonly mustReview: Read<boolean>;
  readonly reviewed: Read<boolean>;
  readonly publishedOn: Read<Day>;
  readonly recorded: Read<boolean>;
  readonly place: Place;
}

export interface Suggestion {
  readonly department: string;
  readonly text: string;
  readonly place: Place;
}

/** What the office wants said of a weak area. */
export interface WeakText {
  readonly area: string;
  readonly problem: string;
  readonly cause: string;
  readonly action: string;
  readonly plan: string;
  readonly place: Place;
}

/** An indicator with its row and the cell of its sentence, both null when it comes from the catalogue. */
export type PlacedIndicator = Indicator & { readonly place: Place | null; readonly sentencePlace: Place | null };

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

/** A department's workbook as found. `usable` is false when its cover is of another year or it could not be read. */
export interface Workbook {
  readonly department: string;
  /** File name; null when there is none. */
  readonly file: string | null;
  readonly usable: boolean;
  /** 填报日期 of the cover; null when it is blank or there is no cover. */
  readonly filledOn: Day | null;
}

export interface Rows {
  readonly departments: readonly Department[];
  readonly tasks: readonly Task[];
  readonly indicators: readonly PlacedIndicator[];
  readonly weakTexts: readonly WeakText[];
  readonly narratives: readonly Narrative[];
  readonly holidays: readonly HolidayRow[];
  readonly published: readonly PublishedFigure[];
  readonly workbooks: readonly Workbook[];
  readonly progress: readonly Progress[];
  readonly figures: readonly Figure[];
  readonly trainings: readonly Training[];
  readonly publicity: readonly Publicity[];
  readonly cases: readonly CaseRow[];
  readonly suggestions: readonly Suggestion[];
}
