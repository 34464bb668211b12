/** What a sheet is: one declaration from which it is made, read and explained. */
import type { Day } from '../base/day';
import type { Approval, Deadline, Quantity, Status } from '../cells/readings';

/** What each type of column gives when it is read. */
export interface ColumnValues {
  /** Free text, trimmed. */
  readonly text: string;
  /** A whole number such as a year; no unit, no qualifier. */
  readonly integer: number;
  /** A number with the column's unit; may carry 余, 约 … */
  readonly quantity: Quantity;
  /** A rate; the value is in percent: 80 for 80 %. */
  readonly percent: Quantity;
  /** An amount in 万元, whatever unit was typed. */
  readonly money: Quantity;
  readonly day: Day;
  readonly deadline: Deadline;
  /** One of the column's `choices`. */
  readonly choice: string;
  readonly yesNo: boolean;
  readonly status: Status;
  readonly approval: Approval;
  /** Names separated by 、，；/ or line breaks, as typed; matching them to departments is the reader's next step. */
  readonly names: readonly string[];
}

export type ColumnType = keyof ColumnValues;

/** One column of a table, or one line of a form. */
export interface Column {
  readonly header: string;
  /** Other headers under which people keep the same thing. */
  readonly synonyms: readonly string[];
  /** What departments' own tables call it. Known, but not offered to anybody; two columns of a table may share one. */
  readonly usages: readonly string[];
  readonly type: ColumnType;
  readonly unit: string | null;
  /** A row without it is reported. */
  readonly required: boolean;
  /** People fill it: yellow and unlocked. The rest is protected. */
  readonly open: boolean;
  /** Width in characters of half width. */
  readonly width: number;
  /** What to fill in and how to count; the note of the header and the hint of error texts. */
  readonly help: string;
  /** The words of a drop-down list; empty when free. */
  readonly choices: readonly string[];
  /** Choice → what departments' own tables write for it. */
  readonly choiceUsages: Readonly<Record<string, readonly string[]>>;
  /** The choices go from light to heavy, and of several in one cell the heaviest is meant. */
  readonly isRanked: boolean;
  /** What each row says where a table of a department's own has no such column: `1`; empty for nothing. */
  readonly whenAbsent: string;
  /** Fields that say which thing a row speaks of where this one does not; all of them must have a column then. */
  readonly standIns: readonly string[];
  /** Which of the lists an office may make longer the choices are; null for none. */
  readonly list: 'areas' | 'sections' | 'plans' | null;
  /** The report field it is printed by; empty for none. */
  readonly printedAs: string;
  /** What stands in it when a new hub is made; empty for nothing. */
  readonly prefill: string;
  /** It tells of one event, whose day may be a range and whose persons are so many 人次. */
  readonly isEvent?: boolean;
  /** It says whether the department led the event: so does the name of who did. */
  readonly isLead?: boolean;
  /** A mark may stand in it for the day: 已公示. */
  readonly isMarked?: boolean;
  /** It tells so many of its unit to each of something: 2.5名 to a village. */
  readonly isAverage?: boolean;
}

/** Field name → column, in the order in which they stand on the sheet. */
export type Columns = Readonly<Record<string, Column>>;

/** A sheet with one header row and one record a row. */
export interface Table<C extends Columns = Columns> {
  readonly kind: 'table';
  readonly title: string;
  readonly synonyms: readonly string[];
  /** How the titles of departments' own tables of this kind end or what they hold: 培训台账. */
  readonly usages: readonly string[];
  /** One line above the table that says what to do. */
  readonly help: string;
  readonly columns: C;
  /** Departments keep it or do not: no workbook is made with it, and nobody misses it. */
  readonly isOwn?: boolean;
}

/** How a line of a form is counted from a roster, one row a person. */
export interface RosterLine {
  readonly field: string;
  /** Headers of the column that says so; none: every person counts. */
  readonly columns: readonly string[];
  /** Words in it by which a person counts, and by which not. */
  readonly counts: readonly string[];
  readonly not: readonly string[];
}

/** A sheet of lines: label, value, explanation. */
export interface Form<C extends Columns = Columns> {
  readonly kind: 'form';
  readonly title: string;
  readonly synonyms: readonly string[];
  /** How the titles of departments' own forms of this kind end or what they hold: 培训台账. */
  readonly usages: readonly string[];
  readonly help: string;
  readonly columns: C;
  readonly roster?: readonly RosterLine[];
}

/** The figure of that name, and the headers of the column by which it is counted. */
export interface CountedColumn {
  readonly name: string;
  readonly headers: readonly string[];
}

/** A register a row a thing, known by words of its title: how many things it names, and how many of them are marked in a column. */
export interface ThingRegister {
  readonly titles: readonly string[];
  readonly things: CountedColumn;
  readonly marks: readonly CountedColumn[];
  /** What is said of a thing that is not done yet, or never was: 审议中, 撤回. */
  readonly pending: readonly string[];
}
