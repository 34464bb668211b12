/** 催办: finds what is due, tells each person in one mail, and keeps the ledger so that nothing is told twice or lost. */
import type { Editions } from '../core/edition/open-edition';
import type { JobAnswer, WrittenFile } from '../contract/answer';
import type { RemindOrder } from '../contract/orders';
import type { MailReport } from '../contract/reminders';
import { parseDay } from '../core/base/day';
import type { Problem } from '../core/base/problem';
import type { LedgerLine } from '../core/reminders/ledger/ledger';
import { mailsLeft } from '../core/reminders/ledger/ledger-steps';
import { mailReport, reminderSummary, reminderText } from '../core/reminders/reminder-summary';
import { problemLines } from '../core/report/summary';
import { problemsText } from '../core/report/summary-text';
import { quotaLeft } from '../google/mailbox';
import { today, underLock } from '../google/run-guard';
import { deliverMails, quotaReserve } from './steps/deliver-mails';
import { draftMails, type MailsDraft } from './steps/draft-mails';
import { refusedAnswer } from './steps/job-answer';
import { busy } from './steps/office-answer';
import { prepareReminders, type DayOrder, type Reminders } from './steps/prepare-reminders';

/**
 * A dry run shows every mail with its full text and writes nothing. `details` is a ReminderSummary. Exit 1: a person has to
 * see to something (a mailbox, a mail that failed, one of which nobody knows whether it went out).
 */
export function sendReminders({ dryRun, asOf, channel }: RemindOrder, editions: Editions): JobAnswer {
  const day = asOf === null ? today() : parseDay(asOf);
  if (day === null) return refusedAnswer(`“${asOf ?? ''}”不是日期，请写成 2022-12-30 的样子。`);
  const order = { day, channel };
  if (dryRun) return preview(order, editions);
  return underLock(() => send(order, editions)) ?? busy;
}

function preview(order: DayOrder, editions: Editions): JobAnswer {
  const reminders = prepareReminders(order, editions);
  return 'exit' in reminders ? reminders : tellDraft(reminders, leftToday(reminders));
}

function tellDraft(reminders: Reminders, left: number): JobAnswer {
  const { mails: drafted, lines, problems } = draftMails(reminders, left);
  const mails = drafted.map(({ mail, letter }) => mailReport(mail, letter, 'planned'));
  return answerOf(reminders, { left, dryRun: true, mails, lines, problems });
}

function send(order: DayOrder, editions: Editions): JobAnswer {
  const reminders = prepareReminders(order, editions);
  if ('exit' in reminders) return reminders;
  return reminders.restUntil === null ? sendAll(reminders, leftToday(reminders)) : sendNone(reminders);
}

/** On a rest day only the ledger is brought in line. */
function sendNone(reminders: Reminders): JobAnswer {
  return deliver(reminders, 0, { mails: [], lines: reminders.lines, problems: [] });
}

/** All letters are drafted before the first mail is claimed. */
function sendAll(reminders: Reminders, left: number): JobAnswer {
  return deliver(reminders, left, draftMails(reminders, left));
}

function deliver(reminders: Reminders, left: number, draft: MailsDraft): JobAnswer {
  const delivery = deliverMails(reminders, draft);
  const problems = [...draft.problems, ...delivery.problems];
  const answer = answerOf(reminders, { ...delivery, left, dryRun: false, problems });
  const files = reminders.channel === '发件箱' ? filesOf(delivery.mails) : [];
  if (delivery.isLost && delivery.mails.every(({ fate }) => fate === 'planned')) {
    return { ...answer, exit: 2 };
  }
  return { ...answer, files, ...(delivery.isUnfinished && { isUnfinished: true }) };
}

function leftToday({ lines, office, moment }: Reminders): number {
  const { dailyMost } = office.settings;
  return mailsLeft(lines, { dailyMost, quota: quotaLeft(), reserve: quotaReserve }, moment.day);
}

interface Told {
  readonly left: number;
  readonly dryRun: boolean;
  readonly mails: readonly MailReport[];
  readonly lines: readonly LedgerLine[];
  readonly problems: readonly Problem[];
}

function answerOf(reminders: Reminders, { left, dryRun, mails, lines, problems }: Told): JobAnswer {
  const { items, moment, channel, restUntil, office } = reminders;
  const details = reminderSummary({ dryRun, moment, restUntil, channel, left, items, mails, lines });
  const all = [...reminders.problems, ...problems];
  const told = all.length === 0 ? [] : problemsText(all);
  const text = [reminderText(details), ...told, ...otherErrors(office.problems)].join('\n');
  const needsSomebody = details.attention.length > 0 || all.some(({ level }) => level === 'error');
  return { exit: needsSomebody ? 1 : 0, text, files: [], problems: problemLines(all), summary: null, details };
}

/** What is wrong in the sheets is the check's to tell; here only that there is something. */
function otherErrors(problems: readonly Problem[]): readonly string[] {
  const count = problems.filter(({ level }) => level === 'error').length;
  return count === 0 ? [] : [`各表另有 ${String(count)} 处错误，涉及的数据没有参与判断，请运行检查填报查看。`];
}

function filesOf(mails: readonly MailReport[]): readonly WrittenFile[] {
  const sent = mails.filter(({ fate }) => fate === 'sent');
  return sent.map(({ mail }) => ({ what: 'mail', name: `${mail}.eml`, id: `发件箱/${mail}.eml` }));
}
