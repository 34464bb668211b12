/** What a run of the reminders needs before it sends or shows anything: the office, what is due, and the ledger brought in line. */
import type { Editions } from '../../core/edition/open-edition';
import type { JobAnswer } from '../../contract/answer';
import type { Channel } from '../../contract/reminders';
import type { Day } from '../../core/base/day';
import { holidayTable } from '../../core/base/holiday-table';
import type { Problem } from '../../core/base/problem';
import { makeCalendar } from '../../core/base/working-days';
import { restUntil } from '../../core/reminders/choose-mails';
import type { DueItem } from '../../core/reminders/due-item';
import { heedFormerNames } from '../../core/reminders/ledger/former-names';
import type { LedgerLine, Moment } from '../../core/reminders/ledger/ledger';
import { keepUnread, planLedger } from '../../core/reminders/ledger/plan-ledger';
import { settleClaims } from '../../core/reminders/ledger/ledger-steps';
import { maskedMailbox } from '../../core/reminders/mailbox';
import { unreadDepartments } from '../../core/rows/books/workbook-status';
import { hashOf } from '../../google/digest';
import { clock, currentUser, tellProgress } from '../../google/run-guard';
import { findDue } from './find-due';
import type { Workspace } from './find-workspace';
import { refusedAnswer } from './job-answer';
import {
  mailsInOutbox,
  mailsTaken,
  openLedger,
  refuseDamaged,
  type DamagedLedger,
  type Ledger,
} from './ledger/ledger-store';
import { readOffice, type Office } from './read-office';
import { failureWords } from '../../core/base/failure-words';

export interface Reminders {
  readonly office: Office;
  readonly ledger: Ledger;
  readonly items: readonly DueItem[];
  /** Workbooks that could not be read, and mailboxes that cannot be used. */
  readonly problems: readonly Problem[];
  /** The ledger's lines as they should stand before anything is sent. */
  readonly lines: readonly LedgerLine[];
  readonly moment: Moment;
  readonly channel: Channel;
  /** The next working day, where reminders wait for it; null when they may go out. */
  readonly restUntil: Day | null;
}

/** What is to be told on a day, and how. */
export interface DayOrder {
  readonly day: Day;
  readonly channel: Channel | null;
}

/** `channel` null: files where the workspace is a folder, mails where it is on Drive. */
export function prepareReminders({ day, channel }: DayOrder, editions: Editions): Reminders | JobAnswer {
  const office = readOffice(editions, { day, judged: 'day' });
  if ('exit' in office) return office;
  const ledger = tryOpen(office.workspace, office.settings);
  if ('exit' in ledger) return ledger;
  if ('damage' in ledger) return refuseDamaged(ledger);
  tellProgress('查找要催办的事项');
  const rest = restUntil(day, office.settings, makeCalendar(holidayTable, office.rows.holidays));
  const { value: items, problems: unmailable } = findDue(office);
  const problems = [...unreadProblems(office.problems), ...unmailable];
  const moment = momentOf(day);
  const files = { outbox: mailsInOutbox(office.workspace), taken: mailsTaken(office.workspace) };
  const settled = settleClaims(ledger.lines, files, moment);
  const unread = unreadDepartments(office.rows);
  const planned = planLedger(settled, items, moment, rest !== null);
  const kept = keepUnread(settled, planned, (department) => unread.has(department));
  const { departments } = office.rows;
  const lines = heedFormerNames(settled, kept, { departments, items, hash: hashOf, moment });
  return {
    office,
    ledger,
    items,
    problems,
    lines,
    moment,
    channel: channelOf(office.workspace, channel),
    restUntil: rest,
  };
}

/** What the office has to see to before the reminders are whole. */
function unreadProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ code }) => code === 'workbook-unreadable' || code === 'department-unread');
}

/** The ledger, or why the workbook could not be read. */
export function tryOpen(workspace: Workspace, settings: Office['settings']): Ledger | DamagedLedger | JobAnswer {
  try {
    return openLedger(workspace, settings);
  } catch (error) {
    return refusedAnswer(`催办记录无法读取，没有发送任何邮件：${failureWords(error)}`);
  }
}

/** Whoever works on a computer of the office has no account. */
export function momentOf(day: Day): Moment {
  const user = currentUser();
  return { day, at: clock(), by: user === '' ? '' : maskedMailbox(user, hashOf) };
}

/** Files where the workspace is a folder, mails where it is on Drive. */
export function channelOf({ isOnDrive }: Pick<Workspace, 'isOnDrive'>, channel: Channel | null): Channel {
  return channel ?? (isOnDrive ? '邮件' : '发件箱');
}
