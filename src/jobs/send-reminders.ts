/** 催办: finds what is due, tells each person in one mail, and keeps the ledger so that nothing is told twice or lost. */
import type { JobAnswer } from '../contract/answer';
import type { RemindOrder } from '../contract/orders';
import type { ReminderSummary } from '../contract/reminders';
import type { Editions } from '../core/edition/open-edition';
import { today, underLock } from '../google/run-guard';
import { deliverMails } from './steps/deliver-mails';
import { draftMails, noMails } from './steps/draft-mails';
import { longDay, type Day } from '../core/base/day';
import { farYear } from '../core/reminders/far-year';
import { bounded, reminderCounts } from '../core/reminders/reminder-summary';
import { placeDoubtText, placeRemedies } from '../core/reminders/ledger/place-doubt';
import { failureWords } from '../core/base/failure-words';
import { keepHistory } from './steps/cockpit/history';
import { refusedAnswer } from './steps/job-answer';
import { acceptLedger, type Ledger } from './steps/ledger/ledger-store';
import { busy } from './steps/office-answer';
import { prepareReminders, type DayOrder } from './steps/prepare-reminders';
import { dayOfOrder } from './steps/read-office';
import { answerDelivery, answerDraft } from './steps/reminder-answer';

/**
 * A dry run shows every mail with its full text and writes nothing; it may be of any day, but nothing is sent that is true on
 * another day than today. `details` is a ReminderSummary, in brief ReminderCounts. Exit 1: a person has to see to something (a mailbox, a mail that
 * failed, one of which nobody knows whether it went out).
 */
export function sendReminders(order: RemindOrder, editions: Editions): JobAnswer {
  const answer = told(order, editions);
  if (answer.details === undefined) return answer;
  const details = answer.details as ReminderSummary;
  if (order.brief === true) return { ...answer, details: reminderCounts(details) };
  return order.most === undefined ? answer : { ...answer, details: bounded(details, order.most) };
}

function told({ dryRun, asOf, channel, ...confirmed }: RemindOrder, editions: Editions): JobAnswer {
  const day = dayOfOrder(asOf);
  if (typeof day !== 'string') return day;
  const order = { day, channel };
  if (dryRun) return preview(order, editions);
  if (day !== today())
    return refusedAnswer(`今天是 ${today()}，不能按 ${day} 发送。要看那一天的，请只看不发（--dry-run）。`);
  return underLock(() => send(order, confirmed, editions)) ?? busy;
}

function preview(order: DayOrder, editions: Editions): JobAnswer {
  const reminders = prepareReminders(order, editions);
  return 'exit' in reminders ? reminders : answerDraft(reminders, draftMails(reminders));
}

/** What a person has said yes to. */
type Confirmed = Pick<RemindOrder, 'year' | 'resume' | 'letters'>;

/** All letters are drafted before the first mail is claimed; on a rest day only the ledger is brought in line. */
function send(order: DayOrder, confirmed: Confirmed, editions: Editions): JobAnswer {
  const reminders = prepareReminders(order, editions);
  if ('exit' in reminders) return reminders;
  const far = farYear(reminders.office.settings.reportYear, order.day);
  if (far !== null && far !== confirmed.year) return refusedAnswer(farText(order.day, far));
  const draft = reminders.restUntil === null ? draftMails(reminders) : noMails(reminders);
  const { letters = draft.mails.length } = confirmed;
  if (letters !== draft.mails.length) return refusedAnswer(otherCountText(letters, draft.mails.length));
  const isDoubtful = reminders.ledger.place.doubt !== null;
  if (isDoubtful && confirmed.resume !== true) return refusedAnswer(doubtfulText(reminders.ledger, draft.mails.length));
  const ledger = isDoubtful ? resumed(reminders.ledger) : reminders.ledger;
  if ('exit' in ledger) return ledger;
  const delivery = deliverMails({ ...reminders, ledger }, draft);
  const problems = [...delivery.problems, ...keepHistory(reminders.office)];
  return answerDelivery(reminders, draft, { ...delivery, problems });
}

/** From here on the workspace goes on by itself: before the first mail, and as it stands. */
function resumed(ledger: Ledger): Ledger | JobAnswer {
  try {
    return acceptLedger(ledger, ledger.lines);
  } catch (error) {
    return refusedAnswer(`催办记录没有写成，没有发送任何邮件：${failureWords(error)}`);
  }
}

function doubtfulText({ place: { doubt, mark }, lines }: Ledger, count: number): string {
  const why = doubt === null ? '' : placeDoubtText(doubt, mark, lines);
  const now = `没有发送，什么都没有写。现在要发的有 ${String(count)} 封，其中可能有已经发过的。`;
  return [why, now, ...placeRemedies].join('\n');
}

function otherCountText(confirmed: number, now: number): string {
  return `没有发送：您看过、确认的是 ${String(confirmed)} 封，现在要发的是 ${String(now)} 封，可能有人刚发过，或者填报有变化。请再看一遍，再确认发送。`;
}

function farText(day: Day, year: number): string {
  const told = `没有发送：今天是 ${longDay(day)}，报告年度是 ${String(year)} 年，隔得太远。`;
  return `${told}请先看电脑的日期对不对。日期没有错、确实要催办 ${String(year)} 年度的，请加 --year ${String(year)}，或者在“催办”页面先看，再确认发送。`;
}
