/** The office's settings, as read from the hub's 设置 sheet with defaults filled in. */
import type { Day } from '../base/day';
import type { Mapping } from '../base/mapping';
import type { Edition } from '../edition/edition';
import type { Place } from '../base/place';
import type { Result } from '../base/problem';
import type { ColumnsOf } from '../edition/shapes';
import type { RowOf } from '../tables/read-row';

/** What was typed, before defaults. */
export type TypedSettings = RowOf<ColumnsOf<'settings'>>;

/** A number of the 设置 sheet and its field. */
export interface SettingNumber {
  readonly field: string;
  readonly value: number | null;
}

/** How headings of one section are set: on the line of the text, or on their own line. */
export type HeadingMode = 'run-in' | 'block';

export interface Settings {
  /** What this kind of report knows. */
  readonly edition: Edition;
  readonly reportYear: number;
  readonly town: string;
  readonly partyName: string;
  readonly governmentName: string;
  /** The superior party committee and government, as addressed in the text: 县委、县政府. */
  readonly superior: string;
  /** Empty: no 主送 line. */
  readonly addressee: string;
  readonly cc: string;
  /** The edition's own numeric settings by the name formulas use (行政村数); null where nothing is given. */
  readonly numbers: ReadonlyMap<string, SettingNumber>;
  /** The edition's own texts by field. */
  readonly texts: Readonly<Record<string, string>>;
  /** By name what congresses and laws the report may speak of; empty for those that do not hold. */
  readonly current: Readonly<Record<string, string>>;
  /** 统计截止日: events after it do not count. */
  readonly cutoff: Day;
  /** 核算日: figures, states and lights of tasks are as of this day. Never later than `today`; unset, it is today until the cutoff. */
  readonly asOf: Day;
  /** The last day the report speaks of: 统计截止日, or 核算日 while that has not come. What holds in its time is judged by it. */
  readonly lastDay: Day;
  /** The day of the run in China: by it goes who is told when, and what a letter is dated. */
  readonly today: Day;
  /** 成文日期, null when not yet set. */
  readonly signDate: Day | null;
  /** One of the words of the 标题形式 setting. */
  readonly titleForm: string;
  /** Headings （一） of section 一, and of section 三. */
  readonly situationHeadings: HeadingMode;
  readonly planHeadings: HeadingMode;
  readonly isPublic: boolean;
  /** On Google: whether the Google Doc of the report is converted from the Word file, or filled from a Google Doc. */
  readonly reportForm: 'word' | 'doc';
  /** Working days before a deadline from which a task is 蓝. */
  readonly remindDays: number;
  /** Percentage points behind schedule from which a task is 黄. */
  readonly lagPoints: number;
  /** Overdue working days at which the next step of the ladder begins, ascending, one to three: 1, 5, 10. */
  readonly overdueSteps: readonly number[];
  /** Day of the month, 1–28, by which workbooks are to be renewed each month; null when no monthly report is asked for. */
  readonly monthlyDay: number | null;
  readonly doubtReminders: boolean;
  /** Reminders go out on weekends and holidays, too. */
  readonly onRestDays: boolean;
  /** Mails a day at most; 0 stops all. */
  readonly dailyMost: number;
  /** As typed; whether mail may be sent there is judged in core/reminders. */
  readonly officeMailbox: string;
  readonly headMailbox: string;
  /** Google may write to a department that has no account there, where a workbook cannot be shared otherwise. */
  readonly shareNotices: boolean;
  /** Lower case; empty: any. */
  readonly mailDomains: readonly string[];
  /** The report went up to the superior, or was published, on that day; null when it has not. */
  readonly submittedOn: Day | null;
  readonly publishedOn: Day | null;
  readonly signer: string;
  /** A table of all indicators is attached to the report. */
  readonly attachTable: boolean;
  /** A table of the cells each figure came from is attached to the report. */
  readonly attachSources: boolean;
  /** What the departments' own sheets and headers mean; empty unless the office wrote it. */
  readonly columnMapping: Mapping;
  /** Invented data: printed on every page and in the file name. */
  readonly sample: boolean;
  /** How a figure is printed that some departments have not given: as a gap, or with what the others gave and who is left out. */
  readonly partialFigures: 'gap' | 'marked';
  /** A zero that was said is worth a sentence. */
  readonly zeroReports: boolean;
  /** A document that is followed weighs as much as a law: missing it may make a weakness alone. */
  readonly normsAlone: boolean;
  /** The cell each setting stands in; a setting left at its default has none. */
  readonly places: Readonly<Partial<Record<string, Place>>>;
  /** What the cells of the 设置 sheet were taken for and what was told of them: the account of the hub's cells goes by it. */
  readonly read: Pick<Result<unknown>, 'taken' | 'problems'>;
}

/** A text of the 设置 sheet by its field, the program's own or the edition's; empty for none. */
export function textSetting(settings: Settings, field: string): string {
  const { town, partyName, governmentName, superior, addressee, cc, signer, texts } = settings;
  const own: Readonly<Record<string, string>> = { town, partyName, governmentName, superior, addressee, cc, signer };
  return own[field] ?? texts[field] ?? '';
}
