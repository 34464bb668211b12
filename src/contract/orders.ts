/** What can be started, by name, and the order each takes. Plain JSON. */
import type { LookOrder } from './cockpit';
import type { FeedbackOrder } from './feedback';
import type { IntakeOrder } from './intake';
import type { Channel } from './reminders';

/** A file that is read. */
export interface FileSource {
  readonly id: string;
  readonly name: string;
}

/** A file to be written: a new one in the folder, or, where `id` is given, a new content for that one. */
export interface FileTarget {
  readonly id: string | null;
  readonly folder: string;
  readonly name: string;
}

/**
 * `hubOnly`: stop before the departments' workbooks, so that the office can enter departments and tasks first. `year`: the
 * report year of a new hub; null takes the year that today's work belongs to. `anew`: where the folder on Drive is not seen,
 * make another one; the hub stays.
 */
export interface SetUpOrder {
  readonly hubOnly: boolean;
  readonly year: number | null;
  readonly anew?: boolean;
  /** Which kind of report a new hub is for; the first one without it. A hub of another kind is refused. */
  readonly edition?: string | null;
  /** Which kind of organ a new hub is for, by the words of the edition or as a part of the organ's name; the edition's usual one without it. */
  readonly organ?: string | null;
  /** What a new hub calls the department of each role, `{ 执法: '综合行政执法局' }`; refused where there is a hub. */
  readonly departments?: Readonly<Record<string, string>> | null;
  /** Ledgers the office has: a new hub is proposed from them, and they are copied into 填报. */
  readonly from?: LedgerFolder | null;
  /** Says what would be made of the ledgers, in `ProposalDetails`, and writes nothing. */
  readonly isTrial?: boolean;
}

/** As a page of this computer orders it: the ledgers go by the path of their folder. */
export interface SetUpPageOrder extends SetUpOrder {
  readonly ledgerFolder?: string;
}

/** What the details of a trial hold: the hub the ledgers propose. */
export interface ProposalDetails {
  readonly year: number;
  /** Null where the ledgers do not name it. */
  readonly town: string | null;
  /** `files`: the ledgers that would be its own; none for a unit a new hub begins with anyway. */
  readonly departments: readonly { readonly name: string; readonly files: readonly string[] }[];
  readonly tasks: readonly { readonly title: string; readonly lead: string; readonly section: string }[];
}

/** A ledger of a folder; `folder`: the one below it in which it lay, null for none. */
export interface LedgerSource extends FileSource {
  readonly folder: string | null;
}

/** The workbooks of a folder, and the names of what else lies there. */
export interface LedgerFolder {
  readonly ledgers: readonly LedgerSource[];
  readonly others: readonly string[];
}

/** The kind of report and of organ as in `SetUpOrder`. */
export type RolesOrder = Pick<SetUpOrder, 'edition' | 'organ'>;

/** What the details of `roles` hold: the roles of a kind of report, and what a new hub calls their departments. */
export interface RolesDetails {
  readonly roles: readonly { readonly role: string; readonly department: string }[];
}

/** What the details of a refused `set-up` hold whose remedy is `anew`. */
export interface SetUpDetails {
  readonly canMakeAnew: true;
}

export interface FillOrder {
  readonly template: FileSource;
  readonly data: FileSource;
  readonly output: FileTarget;
  /** The folder of the pictures the template names. */
  readonly pictures: string;
  /** Where to write the trace as JSON; null for nowhere. */
  readonly trace: FileTarget | null;
}

/** The data whose fields are listed. */
export interface FieldsOrder {
  readonly data: FileSource;
}

export interface CheckOrder {
  readonly template: FileSource;
  /** The data it is checked against; null for those of a report. */
  readonly data: FileSource | null;
  /** Where the copy with comments goes; null for none. */
  readonly annotate: FileTarget | null;
  /** The folder of the pictures the template names. */
  readonly pictures: string;
  /** Whether the template belongs to an office, whose own indicators it may name. */
  readonly inWorkspace: boolean;
}

export interface MapOrder {
  readonly workbook: FileSource;
  /** Whether there is an office whose 列对应 holds. */
  readonly inWorkspace: boolean;
  /** Also put all that was read into a workbook of the program's own, in the folder 核对单. */
  readonly asForm?: boolean;
}

/**
 * `state`: where it is; `check`: its mistakes, and a copy with comments when there are any; `restore`: the default
 * template takes its place, after a copy of the present one was put beside it.
 */
export interface TemplateOrder {
  readonly do: 'state' | 'check' | 'restore';
}

/** `asOf`: the day that stands for today, as `2022-12-30`; null for today. */
export interface DayOnly {
  readonly asOf: string | null;
}

/**
 * `asOf`: the day to judge by as `2022-12-30`, null for today; only a dry run may be of another day. `channel` null: what fits
 * the workspace.
 */
export interface RemindOrder {
  readonly dryRun: boolean;
  readonly asOf: string | null;
  readonly channel: Channel | null;
  /** The 报告年度, confirmed by a person although today is far from it. */
  readonly year?: number | null;
  /** How many mails the person has looked at and confirmed: when there are others by now, nothing is sent. */
  readonly letters?: number;
  /** A person goes on from this workspace although it looks like a copy, a backup, or one from another computer. */
  readonly resume?: boolean;
}

/**
 * `settle`: what a person found out of 已写入发件箱 (of all, by 发件箱), 状态不明 or 失败, by 通知编号 or the key of one line (`2022|司法所|D-01|…`);
 * `back`: such a word was wrong (by 发件箱: the last one for all that lay there). `accept`:
 * hold the sheet true as it is now. `all`: list every line. `asOf` as in a run of the reminders, only with `accept`.
 */
export interface LedgerOrder {
  readonly settle: { readonly mail: string; readonly to: 'sent' | 'queued' | 'back' } | null;
  readonly accept: boolean;
  readonly all?: boolean;
  readonly asOf?: string | null;
}

/** One run of what is due since the last success, as a timer on this computer starts it; `channel` as in `RemindOrder`. */
export interface TickOrder {
  readonly channel: Channel | null;
}

export interface TimerOrder {
  readonly do: 'on' | 'off' | 'take-over' | 'status';
}

/**
 * `content`: the file in base64. What is there under the name is taken the place of only where `instead` says so; a template
 * is kept as a copy then. The name of a department's workbook is the department's.
 */
export interface UploadOrder {
  readonly what: 'template' | 'picture' | 'department';
  readonly name: string;
  readonly content: string;
  readonly instead: boolean;
}

/** What the details of a refused `upload` hold whose remedy is `instead`. */
export interface UploadDetails {
  readonly isThere: true;
}

/** What the details of `who` hold: the address of the account; empty where there are none. */
export interface AccountDetails {
  readonly account: string;
}

/** What the details of `state` hold: whose workspace it is and how far it is; `workspace` null before 初始化. */
export interface StateDetails {
  readonly workspace: string | null;
  readonly year: number | null;
  readonly edition: string;
  /** Files in 填报. */
  readonly workbooks: number;
  readonly reports: number;
}

/** The jobs a page may start: none of them names a file by its place. */
export interface PageOrders {
  readonly 'set-up': SetUpPageOrder;
  readonly roles: RolesOrder;
  readonly check: DayOnly | null;
  readonly report: DayOnly | null;
  readonly look: LookOrder | null;
  readonly template: TemplateOrder;
  readonly 'self-check': null;
  readonly remind: RemindOrder;
  readonly ledger: LedgerOrder;
  readonly feedback: FeedbackOrder;
  readonly timer: TimerOrder;
  readonly tick: TickOrder;
  readonly upload: UploadOrder;
  readonly who: null;
  readonly state: null;
  /** Another page in place of this one, by its name; only where pages are dialogs. */
  readonly open: string;
  readonly 'intake-list': null;
  readonly intake: IntakeOrder;
  /** The key of the run that is watched. */
  readonly progress: string;
}

/** As a page orders it; on this computer the file that was dropped is one that can be read. */
export interface DroppedOrder extends IntakeOrder {
  readonly dropped?: FileSource;
}

/** All jobs; those over single files belong to the command line. */
export interface Orders extends Omit<PageOrders, 'intake' | 'set-up'> {
  readonly 'set-up': SetUpOrder;
  readonly intake: DroppedOrder;
  readonly fill: FillOrder;
  readonly 'list-fields': FieldsOrder;
  readonly 'check-template': CheckOrder;
  readonly map: MapOrder;
}
