/**
 * An edition: what one kind of annual report knows, as plain data. It is written as tables under `src/editions`, checked and
 * compiled by the build, and handed in from the top; no rule knows one.
 */
import type { Day } from '../base/day';
import type { Declared } from '../tables/declared';
import type { Form, RosterLine, Table } from '../tables/sheet';
import type { Indicator } from './indicator';
import type { Organ, OrganKind, WordRule } from './organ';
import type { PublicRule } from './public-rule';
import type { CoreSheets } from './shapes';

/** An indicator as the edition declares it, with what only its own line may claim. */
export interface DeclaredIndicator extends Indicator {
  /** Other names a hub may give it without its meaning becoming another. */
  readonly synonyms: readonly string[];
  /** What departments' own tables call it. */
  readonly usages: readonly string[];
  /**
   * `completion`: the rate of done tasks among those that were due, which no formula gives. `yearly`: a rate that is full only when
   * the year is. Null for all others.
   */
  readonly role: 'completion' | 'yearly' | null;
}

/**
 * Figures that cannot all be true at once. `left` must not exceed `right` (`≤`) or must equal it (`=`). A side is one code or
 * several to be added; the right one may be a numeric setting by its name. An `error` keeps both sides out of the report; a
 * `doubt` is only listed.
 */
export interface Relation {
  readonly left: readonly string[];
  readonly relation: '≤' | '=';
  readonly right: readonly string[];
  /** A code that adds to the right side where it is given: what was carried over from last year. Null for none. */
  readonly carried: string | null;
  readonly level: 'error' | 'doubt';
  /** An error is one no more, but a doubt, once somebody has written one of these words: 超编, 追加. */
  readonly unless: readonly string[];
}

/**
 * Which rows of an own sheet count: those whose field says the word, does not say it, is filled in, or names the department; `once`: of
 * rows that say the same only the first; `dated`: filled in where the sheet has the column.
 */
export interface Condition {
  readonly field: string;
  readonly test: 'is' | 'is-not' | 'filled' | 'dated' | 'own-name' | 'once';
  readonly word: string;
}

/** How an own table gives the value of an indicator. */
export interface ShareRule {
  readonly code: string;
  /** The fields that are multiplied and then added up over the rows; none: the rows are counted. */
  readonly fields: readonly string[];
  readonly where: readonly Condition[];
  /** The field of the day that decides whether a row lies in the period, where it is another one than the sheet's. */
  readonly day?: string;
  /** 0 is said when there are rows and none counts; otherwise nothing is said then. */
  readonly saysZero: boolean;
  /** The typed figure must equal it, or neither can be believed. */
  readonly isTotal: boolean;
}

/** What must hold within one row of an own table. */
export type RowCheck =
  | { readonly kind: 'part'; readonly part: string; readonly whole: string }
  | { readonly kind: 'crowd'; readonly events: string; readonly people: string; readonly most: number }
  | {
      readonly kind: 'filled' | 'blank';
      readonly code: string;
      readonly field: string;
      readonly where: Condition;
      /** `{实际}` stands for what is there. */
      readonly reason: string;
      readonly expected: string;
    }
  | {
      /** One of the words stands in `field`, in which N is any number but one, and `count`, if there is such a field, is none above one. */
      readonly kind: 'words';
      readonly code: string;
      readonly field: string;
      readonly count: string | null;
      readonly words: readonly string[];
      readonly reason: string;
      readonly expected: string;
    };

/** A sheet of the departments' workbooks that is the edition's own. */
export interface DetailSheet {
  /** Its name in the tables of the edition. */
  readonly key: string;
  readonly sheet: Table | Form;
  /** Whose workbooks have it: every department's, or those of the edition's group; `nobody`: it is read where a ledger has one. */
  readonly madeFor: 'all' | 'group' | 'nobody';
  /** A workbook that should have it and does not is reported. */
  readonly isRequired: boolean;
  /** The field of the day that decides whether a row lies in the period; null: every row counts. */
  readonly day: string | null;
  /** Of a joint event the row of the department that leads it counts: the yes-or-no field that says so, and what it is about. */
  readonly joint: { readonly leads: string; readonly topic: string } | null;
  /** Of a form: the indicator each line gives. */
  readonly lines: readonly { readonly field: string; readonly code: string }[];
  /** Of a form: how its lines are counted where a roster comes instead. */
  readonly roster: readonly RosterLine[];
  readonly shares: readonly ShareRule[];
  readonly checks: readonly RowCheck[];
  /** What the cover tells people of it, in one sentence; empty for nothing. */
  readonly guide: string;
}

/** Two indicators of one department of which one counts people at the events the other counts. */
interface CrowdFigures {
  readonly events: string;
  readonly people: string;
  readonly most: number;
}

/** Words that contradict an indicator: where it is at least `atLeast` (or less than `below`), nobody may write them of `about`. */
export interface Contradiction {
  readonly code: string;
  readonly atLeast: number | null;
  readonly below: number | null;
  /** Told only of what is printed as a shortcoming, and there behind `about`; else wherever the office itself writes it. */
  readonly isShortcoming: boolean;
  readonly about: string;
  readonly words: readonly string[];
  /** Words of a clause by which it speaks of something else. */
  readonly unless: readonly string[];
}

/** A category of weaknesses. Its words, without closing full stop, are said of indicators that have none of their own. */
interface AreaWords {
  readonly area: string;
  readonly rule: string;
  readonly problem: string;
  readonly action: string;
  readonly plan: string;
}

/**
 * What is said of an indicator that misses its threshold, unless the office words it otherwise. Sentences carry no closing full
 * stop; `figures` is a template text. `marks` are the words by which a text is told to speak of it.
 */
export interface WeaknessWords {
  readonly code: string;
  readonly problem: string;
  readonly figures: string;
  readonly cause: string;
  readonly action: string;
  /** The department that leads the measure; one the office does not have is not named. */
  readonly lead: string;
  readonly plan: string;
  readonly marks: readonly string[];
}

/** The names of the parts of the report. */
interface Sections {
  /** By which tasks are grouped. */
  readonly tasks: readonly string[];
  /** Into which the office may put paragraphs of its own. */
  readonly narratives: readonly string[];
  /** Of the plan, in which a measure can stand. */
  readonly plans: readonly string[];
  /** Of the narratives those without which the report lacks what the law asks for. */
  readonly required: readonly string[];
  /** Of the narratives the one that speaks of shortcomings. */
  readonly shortcomings: string;
}

/** A unit a new workspace starts with. */
export interface StarterDepartment {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: string;
  readonly inGroup: boolean;
  /** What it does for the office, under whatever name: 执法. One each in the tables, and no two the same. */
  readonly roles: readonly string[];
}

/** A task a new workspace starts with; `deadline` is text as an office writes it and holds for any year. */
export interface StarterTask {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly lead: string;
  readonly deadline: string;
  readonly measure: string;
  readonly indicator: string;
}

/** One form a title can take; `{年度}`, `{名称}` (of the edition) and `{单位}` (the office's short name) are filled in. */
export interface TitleForm {
  readonly form: string;
  /** The settings whose texts open the title and sign. */
  readonly organs: readonly ('partyName' | 'governmentName')[];
  readonly subject: string;
}

/** Something a report may name only while it holds: a congress, a plan, a law. */
export interface DatedThing {
  /** What it is one of; of several with one name at most one holds on a day. */
  readonly name: string;
  /** How a text calls it. */
  readonly value: string;
  /** Words by which a text is told to speak of it; none where the same words also mean what held before. */
  readonly marks: readonly string[];
  /** The first day, and the last one; null while it goes on. */
  readonly from: Day;
  readonly to: Day | null;
  /** The setting that names it; empty where the report does so by itself. */
  readonly setting: string;
  /** Whether the setting holds it unless the office says otherwise. */
  readonly isDefault: boolean;
  /** The problem told when a report names it out of its time. */
  readonly code: string;
  readonly reason: string;
  readonly expected: string;
}

/** A deadline of the report itself. */
export interface OfficeDeadline {
  /** Key in the ledger: 报送. */
  readonly subject: string;
  readonly title: string;
  /** The first day that is too late, in the year after the report's. */
  readonly month: number;
  readonly day: number;
  /** What must have happened: 报送上级. */
  readonly fact: string;
  /** The setting in which the office enters the day it happened. */
  readonly setting: 'submittedOn' | 'publishedOn';
}

/** A file the program itself asks for: where its wording comes from is told in the edition's list, which may hold more. */
export type PaperName = 'report' | 'order' | 'check-note' | 'check-letter' | 'mail-text' | 'mail-html';

/** Words the program puts into its own sentences. */
export interface OfficeWords {
  /** The office that draws up the report and sends the mails: 党政办. */
  readonly office: string;
  /** The same in full: 党政办公室. */
  readonly officeInFull: string;
  /** The office as departments speak of it: 镇里. */
  readonly us: string;
  /** Before what counts for all: 全镇. */
  readonly whole: string;
  /** The group of departments that have sheets of their own, as written in 填报单位. */
  readonly group: string;
  readonly everybody: string;
  /** Who computes a line that nobody fills in. */
  readonly nobody: string;
  /** Beginnings of words that name no one department: 镇直. */
  readonly manyPrefixes: readonly string[];
  /** The kind of departments that the office asks and does not command; empty for none. */
  readonly outpost: string;
}

export interface Edition {
  /** The folder under `src/editions`, and the first part of the names of its files in the bundle. */
  readonly key: string;
  /** What the hub's 设置 calls it; it stands in titles, headings and subjects. */
  readonly name: string;
  readonly sheets: CoreSheets;
  /** All sheets by the workbook they may stand in, and the words cells are read by. */
  readonly declared: Declared;
  readonly details: readonly DetailSheet[];
  readonly indicators: readonly DeclaredIndicator[];
  readonly relations: readonly Relation[];
  readonly registers: Declared['registers'];
  readonly crowds: readonly CrowdFigures[];
  readonly contradictions: readonly Contradiction[];
  readonly areas: readonly AreaWords[];
  readonly weaknesses: readonly WeaknessWords[];
  /** Words on areas that hubs were made with before; left as they are in a hub, they are nobody's. */
  readonly former: readonly string[];
  readonly sections: Sections;
  readonly departments: readonly StarterDepartment[];
  readonly tasks: readonly StarterTask[];
  readonly titles: readonly TitleForm[];
  readonly times: readonly DatedThing[];
  readonly deadlines: readonly OfficeDeadline[];
  /** What must not stand in the public version. */
  readonly publicRules: readonly PublicRule[];
  /** What the cover tells everybody, before and after the sentences of the own sheets. */
  readonly guide: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly words: OfficeWords;
  /** What the office added to the lists above; empty lists in an edition as it was built. */
  readonly own: Readonly<Record<'areas' | 'sections' | 'plans', readonly string[]>>;
  /** The kinds of organ the report may be made in, the usual one first, and how they are spoken of. */
  readonly organs: readonly OrganKind[];
  readonly wordRules: readonly WordRule[];
  /** The one all texts of this edition are worded for. */
  readonly organ: Organ;
}
