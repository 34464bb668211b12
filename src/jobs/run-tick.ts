/** What the hourly trigger does: whatever is due since the last success. Late, skipped and doubled ticks change nothing. */
import type { Editions } from '../core/edition/open-edition';
import type { JobAnswer } from '../contract/answer';
import type { Channel, Heartbeat } from '../contract/reminders';
import type { TickOrder } from '../contract/orders';
import { levelName } from '../core/base/problem';
import { isRefusal, Refusal } from '../core/base/refusal';
import { hashOf } from '../google/digest';
import { clock, currentUser, keepState, tellProgress } from '../google/run-guard';
import { manageTimer } from './manage-timer';
import { resumeReport } from './generate-report';
import { sendReminders } from './send-reminders';
import { refusedAnswer } from './steps/job-answer';
import { busy } from './steps/office-answer';
import { heartbeatState, readHeartbeat, readTimer } from './steps/timer-state';
import { failureWords } from '../core/base/failure-words';

/** Mails at night help nobody. */
const firstHour = '08';
/** From the second failure in a row Google itself is let to tell the owner. */
const alarm = 2;

/**
 * One tick; `channel` null: what fits the workspace. Another run that holds the lock, a trigger that is not the owner's, and a day that is done end it at once.
 * @throws Refusal when ticks fail one after the other, or where nothing can be kept of a failure: Google mails its text to the trigger's owner.
 */
export function runTick(editions: Editions, channel: Channel | null = null): void {
  try {
    doTick(editions, channel);
  } catch (error) {
    if (isRefusal(error)) throw error;
    throw new Refusal(`定时催办没有做成：${failureWords(error)}`);
  }
}

function doTick(editions: Editions, channel: Channel | null): void {
  const timer = readTimer();
  if (timer?.owner !== hashOf(currentUser())) return;
  const now = clock();
  const resumed = tried(() => resumeReport(editions));
  if (resumed) {
    // What is left of this run's time is too short for the mails: the next tick sends them.
    tellProgress(resumed.text.split('\n')[0] ?? '');
    if (resumed.exit === 2) keepBeat(beat(readHeartbeat(), resumed, now));
    return;
  }
  const heartbeat = readHeartbeat();
  if (now.slice(11, 13) < firstHour || heartbeat?.success.slice(0, 10) === now.slice(0, 10)) return;
  const answer = tried(() => sendReminders({ dryRun: false, asOf: null, channel }, editions));
  if (answer === busy) return;
  tellProgress(answer.text.split('\n')[0] ?? '');
  keepBeat(beat(heartbeat, answer, now));
}

/** The same for a timer on this computer, which is told how it went. */
export function answerTick({ channel }: TickOrder, editions: Editions): JobAnswer {
  runTick(editions, channel);
  return manageTimer({ do: 'status' });
}

/** @throws Refusal from the second failure in a row on. */
function keepBeat(next: Heartbeat): void {
  keepState(heartbeatState, next);
  if (next.failures >= alarm) throw new Refusal(`定时催办连续 ${String(next.failures)} 次没有做成：${next.said}`);
}

/** What breaks is a failure like any other, to be counted. */
function tried<T>(work: () => T): T | JobAnswer {
  try {
    return work();
  } catch (error) {
    return refusedAnswer(failureWords(error));
  }
}

/** A run whose time was over is neither: the next tick goes on. */
function beat(before: Heartbeat | null, answer: JobAnswer, tickAt: string): Heartbeat {
  const { exit, isUnfinished } = answer;
  const success = before?.success ?? '';
  if (isUnfinished) return { tick: tickAt, success, failures: before?.failures ?? 0, said: before?.said ?? '' };
  if (exit === 2) return { tick: tickAt, success, failures: (before?.failures ?? 0) + 1, said: whyOf(answer) };
  return { tick: tickAt, success: tickAt, failures: 0, said: '' };
}

/** What tells of every mail, at length, is no reason: there it is the first error. */
function whyOf({ text, problems, details }: JobAnswer): string {
  const worst = details === undefined ? undefined : problems.find(({ level }) => level === levelName.error);
  return worst?.reason ?? text.slice(0, 300);
}
