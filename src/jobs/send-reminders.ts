/** 催办: finds what is due, tells each person in one mail, and keeps the ledger so that nothing is told twice or lost. */
import type { JobAnswer } from '../contract/answer';
import type { RemindOrder } from '../contract/orders';
import type { Editions } from '../core/edition/open-edition';
import { today, underLock } from '../google/run-guard';
import { deliverMails } from './steps/deliver-mails';
import { draftMails, noMails } from './steps/draft-mails';
import { refusedAnswer } from './steps/job-answer';
import { busy } from './steps/office-answer';
import { prepareReminders, type DayOrder } from './steps/prepare-reminders';
import { dayOfOrder } from './steps/read-office';
import { answerDelivery, answerDraft } from './steps/reminder-answer';

/**
 * A dry run shows every mail with its full text and writes nothing; it may be of any day, but nothing is sent that is true on
 * another day than today. `details` is a ReminderSummary. Exit 1: a person has to see to something (a mailbox, a mail that
 * failed, one of which nobody knows whether it went out).
 */
export function sendReminders({ dryRun, asOf, channel }: RemindOrder, editions: Editions): JobAnswer {
  const day = dayOfOrder(asOf);
  if (typeof day !== 'string') return day;
  const order = { day, channel };
  if (dryRun) return preview(order, editions);
  if (day !== today())
    return refusedAnswer(`今天是 ${today()}，不能按 ${day} 发送。要看那一天的，请只看不发（--dry-run）。`);
  return underLock(() => send(order, editions)) ?? busy;
}

function preview(order: DayOrder, editions: Editions): JobAnswer {
  const reminders = prepareReminders(order, editions);
  return 'exit' in reminders ? reminders : answerDraft(reminders, draftMails(reminders));
}

/** All letters are drafted before the first mail is claimed; on a rest day only the ledger is brought in line. */
function send(order: DayOrder, editions: Editions): JobAnswer {
  const reminders = prepareReminders(order, editions);
  if ('exit' in reminders) return reminders;
  const draft = reminders.restUntil === null ? draftMails(reminders) : noMails(reminders);
  const delivery = deliverMails(reminders, draft);
  return answerDelivery(reminders, draft, delivery);
}
