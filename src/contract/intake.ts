/** 接入台账: how a department's own workbook is taken, what a person answers, and what is kept of it. Plain JSON. */

import type { ProblemLine } from './problem-line';

/** What a rule speaks of, see src/core/tables/rules/rule.ts. */
type RuleSubject = 'sheet' | 'header' | 'column' | 'row' | 'status' | 'shape';

/** One answer of a person: this sheet, column, row or word is that. */
export interface RuleAnswer {
  readonly sheet: string;
  readonly kind: RuleSubject;
  /** The header, the row's text or the word; empty where the whole sheet is meant. */
  readonly name: string;
  readonly as: string;
}

/** A rule as it is kept. */
export interface RuleLine extends RuleAnswer {
  readonly department: string;
  readonly ground: string;
}

/**
 * `file`: the workbook by its name, one of 填报 unless it was dropped. `content`: a dropped file in base64, null for one of 填报.
 * `department`: whose a dropped one is, where its name does not say. `confirm`: keep the answers, and what was shown with them.
 */
export interface IntakeOrder {
  readonly file: string;
  readonly content: string | null;
  readonly department: string | null;
  readonly answers: readonly RuleAnswer[];
  readonly confirm: boolean;
}

/** What `intake-list` tells: the workbooks there are, and how many rules are kept for each; none of them is opened. */
export interface IntakeList {
  readonly files: readonly { readonly file: string; readonly department: string | null; readonly rules: number }[];
  readonly departments: readonly string[];
}

/** What became of a cell. */
export type CellEnd =
  'unread' | 'listed' | 'used' | 'title' | 'header' | 'note' | 'total' | 'section' | 'example' | 'number' | 'helper';

/** One cell: what stands there, what became of it, and where it was not read or is doubtful, why. */
export interface IntakeCell {
  readonly text: string;
  readonly end: CellEnd | 'blank';
  /** The heaviest problem at the cell; empty for none. */
  readonly why: string;
  /** Of a word that nobody knows: which ones it may stand for. */
  readonly words: readonly string[];
}

/** One row; `code` is the task or indicator it speaks of, null where none; `name` is what a rule calls it, empty where none can. */
export interface IntakeRow {
  /** As people count. */
  readonly row: number;
  readonly role: CellEnd | 'mixed';
  readonly name: string;
  readonly code: string | null;
  readonly cells: readonly IntakeCell[];
}

/** One column: its header, and what it is taken for; null where nobody knows it, 不读取 where it is not to be read. */
export interface IntakeColumn {
  readonly at: number;
  readonly letter: string;
  readonly header: string;
  readonly as: string | null;
  /** What told it: 列对应, the header itself, or another name of it. */
  readonly by: 'mapping' | 'header' | 'synonym' | 'usage' | 'shared' | 'likely' | null;
}

/** One sheet, or one of several tables on it. */
export interface IntakeSheet {
  readonly sheet: string;
  /** What it is taken for; null where it is not read, 不读取 where that was said. */
  readonly as: string | null;
  readonly by: 'mapping' | 'name' | 'usage' | 'header' | null;
  /** What an unread sheet is most like; null for nothing. */
  readonly likely: string | null;
  /** The row of the header as people count; null for none. */
  readonly headerRow: number | null;
  /** What names a row here: tasks, indicators or nothing. */
  readonly rowsAre: 'tasks' | 'indicators' | null;
  readonly columns: readonly IntakeColumn[];
  readonly rows: readonly IntakeRow[];
  /** Rows that are not shown: each is read as those above it. */
  readonly more: number;
  readonly counts: { readonly filled: number; readonly used: number; readonly listed: number; readonly unread: number };
}

/** What may be chosen: kinds of sheets, the headers of each, tasks and indicators. */
export interface IntakeChoices {
  readonly kinds: readonly string[];
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly tasks: readonly { readonly code: string; readonly title: string }[];
  readonly indicators: readonly { readonly code: string; readonly title: string }[];
  /** Stands for what is not to be read. */
  readonly left: string;
}

/** What the office would get of the workbook. */
export interface IntakeGain {
  readonly tasks: readonly { readonly code: string; readonly title: string; readonly status: string }[];
  readonly figures: readonly { readonly code: string; readonly title: string; readonly shown: string }[];
  /** By sheet, how many records. */
  readonly records: readonly { readonly title: string; readonly count: number }[];
}

/** The details of `intake`. */
export interface IntakeDetails {
  readonly workbook: string;
  /** Null where nobody knows whose it is. */
  readonly department: string | null;
  /** It tells of all departments' tasks: nobody need say whose it is. */
  readonly isTown: boolean;
  readonly departments: readonly string[];
  readonly sheets: readonly IntakeSheet[];
  /** Sheets that are not shown. */
  readonly moreSheets: number;
  readonly choices: IntakeChoices;
  readonly gain: IntakeGain;
  /** The doubts on how it is to be read; all others among the problems of the answer are of single values. */
  readonly questions: readonly ProblemLine[];
  /** Kept rules that were used. */
  readonly rules: readonly RuleLine[];
  /** It was confirmed just now. */
  readonly isKept: boolean;
  /** A dropped workbook was put into 填报; null where it was not dropped, or one is there already. */
  readonly isPut: boolean | null;
}
