/** What the jobs `remind`, `ledger` and `timer` say in the details of their answers. Plain JSON. */
import type { Day } from '../core/base/day';
import type { FeedbackLine } from './feedback';
import type { MailFate } from '../core/base/state-words';

/** How a mail leaves: 发件箱 a file, which is its own proof; 邮件 handed to a mail service, which proves nothing. */
export type Channel = '发件箱' | '邮件';

/** What makes a reminder the same reminder. `level` and `role` are words. */
export interface ReminderKey {
  readonly year: number;
  readonly department: string;
  readonly subject: string;
  readonly due: Day;
  readonly level: string;
  readonly role: string;
}

/** One mail, looked at or handed over. */
export interface MailReport {
  /** 通知编号. */
  readonly mail: string;
  /** Masked. */
  readonly receiver: string;
  readonly fate: MailFate;
  /** Why it failed or is not known; empty otherwise. */
  readonly reason: string;
  readonly subject: string;
  readonly text: string;
  /** File names. */
  readonly attachments: readonly string[];
  readonly items: readonly (ReminderKey & { readonly title: string; readonly text: string })[];
}

/** A line of 催办记录 for people. */
export interface LineReport extends ReminderKey {
  /** The word of the sheet: 待发, 状态不明 … */
  readonly state: string;
  readonly reason: string;
  readonly receiver: string;
  readonly mail: string;
  readonly changedAt: string;
}

/** A mail that lies in 发件箱 and of which nobody has said that it was sent. */
export interface UnsentMail {
  /** 通知编号. */
  readonly mail: string;
  readonly departments: readonly string[];
  readonly writtenOn: Day;
  /** It has lain there for two working days. */
  readonly isLate: boolean;
  /** Its file lies there no more. */
  readonly isGone: boolean;
}

/** The details of `remind`, where it is not ordered in brief. */
export interface ReminderSummary {
  /** Nothing was sent or written. */
  readonly dryRun: boolean;
  /** The day that was judged by. */
  readonly day: Day;
  /** The next working day, where nothing goes out today because it is none; null otherwise. */
  readonly restUntil: Day | null;
  /** The 报告年度 where the day is years away from it and a person must confirm before anything goes out; null otherwise. */
  readonly farYear: number | null;
  /** Why the workspace is perhaps not the one this computer sent from, so that a person must confirm; empty where it is. */
  readonly placeDoubt: string;
  readonly channel: Channel;
  /** How many mails might still go out on the day, at the start of the run. */
  readonly left: number;
  readonly mails: readonly MailReport[];
  /** Due, but in no mail of this run: no mailbox, above the day's limit, rest day … */
  readonly waiting: readonly LineReport[];
  /** 状态不明 and 失败: for a person to settle. */
  readonly attention: readonly LineReport[];
  /** Those of earlier runs and of this one, the oldest first. */
  readonly unsent: readonly UnsentMail[];
  /** Where 发件箱 is on this computer; empty where mails leave by themselves. */
  readonly outbox: string;
  /** Lines of the whole ledger by the word of their state. */
  readonly counts: Readonly<Record<string, number>>;
  /** 督办台账. */
  readonly feedback: readonly FeedbackLine[];
  /** How many lines more there are of each, where only so many were ordered; then a mail's items name its readers alone. */
  readonly rest?: Readonly<Record<'waiting' | 'attention' | 'unsent' | 'feedback', number>>;
}

/** The details of `remind` where it is ordered in brief: how many there are of each. */
export interface ReminderCounts extends Pick<ReminderSummary, 'restUntil'> {
  readonly mails: number;
  /** Of the mails, those that did not go out. */
  readonly planned: number;
  readonly waiting: number;
  readonly attention: number;
  readonly unsent: number;
}

/** The details of `ledger`. */
export interface LedgerDetails {
  readonly lines: readonly LineReport[];
  /** Lines of the whole ledger by the word of their state. */
  readonly counts: Readonly<Record<string, number>>;
}

/** What the ticks of the trigger did. Times are China time, `2022-12-31 08:05:10`. */
export interface Heartbeat {
  /** The latest tick of the owner's trigger. */
  readonly tick: string;
  /** The latest run of the reminders that went through; empty before the first. */
  readonly success: string;
  /** Ticks in a row that could not do their work. */
  readonly failures: number;
  /** What the latest of them said; empty without one. */
  readonly said: string;
}

/** The details of `timer`. */
export interface TimerDetails {
  /** Masked; null when reminders are not sent by themselves. */
  readonly owner: string | null;
  readonly isMine: boolean;
  /** Triggers of the person who asks; of others Google shows none. */
  readonly triggers: number;
  readonly heartbeat: Heartbeat | null;
}
