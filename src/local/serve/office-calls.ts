/** What the pages of this computer ask beside the jobs: the timers of a workspace, and the server that sends mails. */
import { fileURLToPath } from 'node:url';
import type { MailAnswerDetails, MailOrder, ScheduleOrder, ScheduleState } from '../../contract/schedule';
import { Refusal } from '../../core/base/refusal';
import { askOnce } from '../base/thread-once';
import {
  forgetMailSettings,
  isSettings,
  keepMailSettings,
  keptMailRoute,
  keptMailSettings,
} from '../schedule/mail-settings';
import { installTimer, scheduleState, timeOfDay, turnReminders, type TimerWorld } from '../schedule/schedule-state';
import { systemTimer } from '../schedule/system-timer';
import { timerProgram } from '../schedule/timer-program';
import { trialAnswer, trialMail } from '../schedule/trial-mail';
import { readOrder, unknownOrder } from './read-order';
import type { ServeTimer } from './serve-timer';

/** The answer to what was sent to `path`, JSON text; null for a path nobody answers. Throws a refusal for the clerk. */
export async function answerCall(
  path: string,
  text: string,
  folder: string,
  timer: ServeTimer,
): Promise<object | null> {
  if (path === 'schedule') return changeSchedule(readOrder(text) as ScheduleOrder, folder, timer);
  return path === 'mail' ? changeMail(readOrder(text) as MailOrder) : null;
}

async function changeSchedule(order: ScheduleOrder, folder: string, timer: ServeTimer): Promise<ScheduleState> {
  const world: TimerWorld = { kind: systemTimer(), now: () => new Date() };
  switch (order.do) {
    case 'on':
    case 'off':
      await turnReminders(folder, order.do);
      break;
    case 'install':
      if (typeof order.at !== 'string') throw unknownOrder();
      await installTimer({ program: timerProgram(), folder, ...timeOfDay(order.at) }, world.kind);
      break;
    case 'remove':
      world.kind?.remove(folder);
      break;
    case 'show':
      break;
    default:
      throw unknownOrder();
  }
  return scheduleState(folder, world, timer.next());
}

async function changeMail(order: MailOrder): Promise<MailAnswerDetails> {
  switch (order.do) {
    case 'show':
      return mailState('');
    case 'forget':
      forgetMailSettings();
      return mailState('已清除。催办写成文件放进“发件箱”。');
    case 'keep':
      if (!isSettings(order.settings)) throw new Refusal('发信设置没有填完');
      keepMailSettings(order.settings);
      return mailState('已保存。请试发一封，收到了再用。');
    case 'try':
      return mailState(await tryMail());
    default:
      throw unknownOrder();
  }
}

function mailState(said: string): MailAnswerDetails {
  const kept = keptMailSettings();
  if (kept === null) return { kept: null, said };
  const { host, port, secure, from, user } = kept;
  return { kept: { host, port, secure, from, user }, said };
}

/** Longer than a server may take to answer each step. */
const patience = { milliseconds: 120_000, megabytes: 256 };

async function tryMail(): Promise<string> {
  const route = keptMailRoute();
  if (route.server === null) throw new Refusal('还没有填发信设置');
  const worker = fileURLToPath(new URL('./mail-worker.mjs', import.meta.url));
  const outcome = await askOnce(worker, { mail: trialMail(route.from, new Date()), server: route.server }, patience);
  return trialAnswer('answer' in outcome ? outcome.answer : null, route.from);
}
