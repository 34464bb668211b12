/** 定时催办: one recurring trigger that belongs to one person, and what its last ticks did. */
import type { JobAnswer } from '../contract/answer';
import type { TimerOrder } from '../contract/orders';
import type { Heartbeat, TimerDetails } from '../contract/reminders';
import { maskedMailbox } from '../core/reminders/mailbox';
import { hashOf } from '../google/digest';
import { clock, currentUser, hoursSince, keepState, underLock } from '../google/run-guard';
import { countTriggers, keepOneTrigger, removeTriggers } from '../google/triggers';
import { refusedAnswer } from './steps/job-answer';
import { busy } from './steps/office-answer';
import { readHeartbeat, readTimer, timerState, type TimerOwner } from './steps/timer-state';

/** The function the trigger calls. */
const tickFunction = 'tick';

/** Only the owner's trigger does anything: of a person's triggers nobody else can see or remove one. */
export function manageTimer({ do: what }: TimerOrder): JobAnswer {
  if (what === 'status') return status('');
  return underLock(() => change(what)) ?? busy;
}

function change(what: Exclude<TimerOrder['do'], 'status'>): JobAnswer {
  const timer = readTimer();
  const me = hashOf(currentUser());
  const isOthers = timer !== null && timer.owner !== me;
  if (what === 'take-over' || (what === 'on' && !isOthers)) return turnOn(timer, isOthers);
  if (isOthers) {
    const lead = `定时催办由 ${timer.shown} 在 ${timer.since} 打开，没有改动。`;
    return refusedAnswer(what === 'on' ? `${lead}要改由您来运行，请选“由我接管”。` : `${lead}请由本人关闭，或先接管。`);
  }
  removeTriggers(tickFunction);
  keepState(timerState, null);
  return status('定时催办已关闭。');
}

function turnOn(timer: TimerOwner | null, isOthers: boolean): JobAnswer {
  const user = currentUser();
  const shown = user === '' ? '本机用户' : maskedMailbox(user, hashOf);
  if (timer === null || isOthers) {
    keepState(timerState, { owner: hashOf(user), shown, since: clock() } satisfies TimerOwner);
  }
  keepOneTrigger(tickFunction);
  const others = isOthers ? `原来由 ${timer?.shown ?? ''} 运行，其定时器不再起作用，可由本人在“定时催办”里关闭。` : '';
  return status(`定时催办已打开：每小时检查一次，工作日上午八点以后发送，一天一次。${others}`);
}

function status(lead: string): JobAnswer {
  const timer = readTimer();
  const heartbeat = readHeartbeat();
  const triggers = countTriggers(tickFunction);
  const isMine = timer !== null && timer.owner === hashOf(currentUser());
  const details: TimerDetails = { owner: timer?.shown ?? null, isMine, triggers, heartbeat };
  const lines = [lead, ownerLine(timer), ...triggerLines(details), ...beatLines(timer, heartbeat)];
  const needsSomebody = timer !== null && ((isMine && triggers !== 1) || (heartbeat?.failures ?? 0) > 0);
  const text = lines.filter((line) => line !== '').join('\n');
  return { exit: needsSomebody ? 1 : 0, text, files: [], problems: [], summary: null, details };
}

function ownerLine(timer: TimerOwner | null): string {
  return timer === null ? '定时催办没有打开。' : `定时催办由 ${timer.shown} 运行，${timer.since} 起。`;
}

function triggerLines({ owner, isMine, triggers }: TimerDetails): readonly string[] {
  if (isMine && triggers === 0) return ['定时器不见了（被删除或停用），请再打开一次。'];
  if (isMine && triggers > 1) return [`定时器有 ${String(triggers)} 个，不会重复发送；再打开一次会只留一个。`];
  if (!isMine && triggers > 0) {
    const whose = owner === null ? '' : `现在由 ${owner} 运行，`;
    return [`${whose}您名下还有 ${String(triggers)} 个定时器，不起作用，关闭或接管后会清理。`];
  }
  return [];
}

function beatLines(timer: TimerOwner | null, heartbeat: Heartbeat | null): readonly string[] {
  if (timer === null) return [];
  if (heartbeat === null) return ['还没有自动检查过。'];
  const success = heartbeat.success === '' ? '还没有成功过' : `上次成功 ${heartbeat.success}`;
  const failed = heartbeat.failures === 0 ? '' : `；连续 ${String(heartbeat.failures)} 次没有做成：${heartbeat.said}`;
  return [`上次自动检查 ${heartbeat.tick}（${ageText(heartbeat.tick)}），${success}${failed}。`];
}

/** A trigger that fires every hour and has not for longer than a day and two hours was taken away or disabled. */
const longestSilence = 26;

/** What the menu says of it, `上次自动检查：3 天前`; empty while nobody turned the trigger on. Two calls; never throws. */
export function heartbeatNote(): string {
  try {
    const timer = readTimer();
    return timer === null ? '' : noteOf(timer, readHeartbeat());
  } catch {
    // The menu is what people need; a note that fails must not take it away.
    return '';
  }
}

function noteOf({ since }: TimerOwner, heartbeat: Heartbeat | null): string {
  const latest = heartbeat?.tick ?? since;
  const words = heartbeat === null ? '还没有自动检查过' : `上次自动检查：${ageText(latest)}`;
  const failures = heartbeat?.failures ?? 0;
  const failed = failures === 0 ? '' : `，连续 ${String(failures)} 次没有做成`;
  return `${failures > 0 || hoursSince(latest) > longestSilence ? '⚠ ' : ''}${words}${failed}`;
}

function ageText(time: string): string {
  const hours = hoursSince(time);
  if (hours < 1) return '不到 1 小时前';
  return hours < 48 ? `${String(hours)} 小时前` : `${String(Math.floor(hours / 24))} 天前`;
}
