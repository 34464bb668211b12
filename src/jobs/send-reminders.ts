/** 催办: finds what is due, tells each person in one mail, and keeps the ledger so that nothing is told twice or lost. */
import { parseDay, type Day } from '../core/base/day';
import type { Problem } from '../core/base/problem';
import { chooseMails } from '../core/reminders/choose-mails';
import { composeMail, type MailTools } from '../core/reminders/compose-mail';
import type { Channel, LedgerLine } from '../core/reminders/ledger/ledger';
import { mailsLeft } from '../core/reminders/ledger/ledger-steps';
import type { MailPlan } from '../core/reminders/mail';
import { keyText } from '../core/reminders/due-item';
import {
  countStates,
  lineReport,
  mailReport,
  needsPerson,
  reminderText,
  type MailReport,
  type ReminderSummary,
} from '../core/reminders/reminder-summary';
import { problemLines } from '../core/report/summary';
import { problemsText } from '../core/report/summary-text';
import { textAsset, wordAsset } from '../google/assets';
import { hashOf } from '../google/digest';
import { quotaLeft } from '../google/mailbox';
import { today, underLock } from '../google/run-guard';
import { deliverMails, quotaReserve } from './steps/deliver-mails';
import { refused, type JobAnswer, type WrittenFile } from './steps/job-answer';
import { busy } from './steps/office-answer';
import { prepareReminders, type Reminders } from './steps/prepare-reminders';
import { workbookLink } from './steps/workbook-link';
import { checkPapersOf } from './steps/write-check-notes';

/** `asOf`: the day to judge by as `2022-12-30`, null for today. `channel` null: what fits the workspace. */
export interface RemindOrder {
  readonly dryRun: boolean;
  readonly asOf: string | null;
  readonly channel: Channel | null;
}

/**
 * A dry run shows every mail with its full text and writes nothing. `details` is a ReminderSummary. Exit 1: a person has to
 * see to something (a mailbox, a mail that failed, one of which nobody knows whether it went out).
 */
export function sendReminders({ dryRun, asOf, channel }: RemindOrder): JobAnswer {
  const day = asOf === null ? today() : parseDay(asOf);
  if (day === null) return refused(`“${asOf ?? ''}”不是日期，请写成 2022-12-30 的样子。`);
  if (dryRun) return preview(day, channel);
  return underLock(() => send(day, channel)) ?? busy;
}

function preview(day: Day, channel: Channel | null): JobAnswer {
  const reminders = prepareReminders(day, channel);
  if ('exit' in reminders) return reminders;
  const left = leftToday(reminders);
  const { plans, lines } = chooseMails(reminders.lines, reminders.items, { left, day }, hashOf);
  const composed = plans.map((plan) => ({ plan, ...composerOf(reminders)(plan) }));
  const mails = composed.map(({ plan, value }) => mailReport(plan, value, 'planned'));
  const problems = composed.flatMap((mail) => mail.problems);
  return answerOf(reminders, { left, dryRun: true, mails, lines, problems });
}

function send(day: Day, channel: Channel | null): JobAnswer {
  const reminders = prepareReminders(day, channel);
  if ('exit' in reminders) return reminders;
  const isRest = reminders.restUntil !== null;
  const left = isRest ? 0 : leftToday(reminders);
  const { plans, lines } = isRest
    ? { plans: [], lines: reminders.lines }
    : chooseMails(reminders.lines, reminders.items, { left, day }, hashOf);
  const delivery = deliverMails({ ...reminders, lines, compose: composerOf(reminders) }, plans);
  const answer = answerOf(reminders, { left, dryRun: false, ...delivery });
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

/** The templates are read once, and only when there is a mail to write. */
function composerOf({ office }: Reminders): (plan: MailPlan) => ReturnType<typeof composeMail> {
  let tools: MailTools | null = null;
  return (plan) => {
    tools ??= {
      orderTemplate: wordAsset('word-order'),
      textTemplate: textAsset('text-mail-text'),
      htmlTemplate: textAsset('text-mail-html'),
      checkPaper: checkPapersOf(office),
      link: (mail) => workbookLink(office.workspace, mail),
    };
    return composeMail(plan, office.settings, tools);
  };
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
  const due = new Set(items.map(({ key }) => keyText(key)));
  const planned = new Set(mails.flatMap((mail) => mail.items.map(keyText)));
  const isWaiting = ({ key, state }: LedgerLine): boolean =>
    state === 'queued' && due.has(keyText(key)) && !planned.has(keyText(key));
  const details: ReminderSummary = {
    dryRun,
    day: moment.day,
    restUntil,
    channel,
    left,
    mails,
    waiting: lines.filter(isWaiting).map(lineReport),
    attention: lines.filter(needsPerson).map(lineReport),
    counts: countStates(lines),
  };
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
