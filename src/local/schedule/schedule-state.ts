/** Which timers are on for a workspace, when they last ran and will run; and what turns them on and off. */
import type { JobAnswer } from '../../contract/answer';
import type { ScheduleState, SystemTimer } from '../../contract/schedule';
import type { TimerOrder } from '../../contract/orders';
import type { TimerDetails } from '../../contract/reminders';
import { Refusal } from '../../core/base/refusal';
import { openWorkspace } from '../services/bundle-host';
import { keptMailSettings } from './mail-settings';
import type { TimerKind } from './system-timer';
import { lastHour, two, type TimerPlan } from './timer-texts';

/** What the computer has, and what its clock says. */
export interface TimerWorld {
  readonly kind: TimerKind | null;
  readonly now: () => Date;
}

/** The state as it is found; `serving` is when an open server looks next. */
export async function scheduleState(
  folder: string,
  { kind, now }: TimerWorld,
  serving: Date | null,
): Promise<ScheduleState> {
  const { isMine, triggers, heartbeat } = await askTimer(folder, 'status');
  const isOn = isMine && triggers > 0;
  return {
    isOn,
    system: kind === null ? null : timerOf(kind, folder, now()),
    serving: isOn && serving !== null ? momentText(serving) : null,
    heartbeat,
    server: keptMailSettings()?.host ?? null,
    clock: clockNote(now()),
  };
}

/** Timers go by this computer's clock, reminders by China's: what a person must know where these differ; else empty. */
export function clockNote(now: Pick<Date, 'getTimezoneOffset'>): string {
  const hours = -now.getTimezoneOffset() / 60 - 8;
  if (hours === 0) return '';
  const by = `${hours < 0 ? '慢' : '快'} ${String(Math.abs(hours))} 小时`;
  return `这台电脑的时区不是北京时间，时钟比北京时间${by}：以上“下次”按这台电脑的时钟，催办按北京时间，八点以后才发。`;
}

/** Turns the reminders of the workspace on or off; what fires them is another matter. */
export async function turnReminders(folder: string, what: 'on' | 'off'): Promise<void> {
  await askTimer(folder, what);
}

/** Installs the system's timer, and turns the reminders on: one without the other would do nothing. */
export async function installTimer(plan: TimerPlan, kind: TimerKind | null): Promise<void> {
  if (kind === null) {
    throw new Refusal(
      '这台电脑没有 crontab，也没有能用的 systemd 用户服务。可以让 nianbao serve 一直开着，在“定时催办”页点“开启”，它每小时看一次。',
    );
  }
  if (/[\r\n]/u.test(plan.folder)) throw new Refusal('文件夹名里有换行，不能写进计划任务，请改名');
  if (/[/\\]_npx[/\\]/u.test(plan.program.script)) {
    throw new Refusal(
      '程序是用 npx 临时下载的，那个地方会被清理。请用解压的程序，或者先 npm install -g fazhi-nianbao。',
    );
  }
  await turnReminders(plan.folder, 'on');
  kind.install(plan);
}

async function askTimer(folder: string, what: TimerOrder['do']): Promise<TimerDetails> {
  const host = await openWorkspace(folder, { progress: () => undefined, mounts: {} });
  const answer = host.run('runJob', 'timer', JSON.stringify({ do: what } satisfies TimerOrder)) as JobAnswer;
  if (answer.exit === 2) throw new Refusal(answer.text);
  return answer.details as TimerDetails;
}

function timerOf(kind: TimerKind, folder: string, now: Date): SystemTimer {
  const at = kind.find(folder);
  return { name: kind.name, at, next: at === null ? null : momentText(nextRun(at, now)), isTried: kind.isTried };
}

/** The first time after `now` that a timer of `at` fires: each hour from then on, until the office closes. */
export function nextRun(at: string, now: Date): Date {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  for (let days = 0; ; days += 1) {
    for (let one = hour; one <= lastHour; one += 1) {
      const time = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, one, minute);
      if (time > now) return time;
    }
  }
}

/** `08:30` as hour and minute. Throws a refusal for another form, and for hours in which nothing is sent. */
export function timeOfDay(given: string): { readonly hour: number; readonly minute: number } {
  const [, hour, minute] = /^(\d{1,2})[:：](\d{2})$/u.exec(given.trim()) ?? [];
  const time = { hour: Number(hour), minute: Number(minute) };
  if (hour === undefined || time.hour < 8 || time.hour > lastHour || time.minute > 59) {
    throw new Refusal(`“${given}”应写成 时:分，在 08:00 至 ${String(lastHour)}:59 之间，如 08:30；八点以前不发催办`);
  }
  return time;
}

/** `2026-11-30 08:30`, by this computer's clock. */
export function momentText(time: Date): string {
  const day = `${String(time.getFullYear())}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** The state in lines for a person; nothing is claimed that nothing fires. */
export function scheduleLines({ isOn, system, serving, heartbeat, server, clock }: ScheduleState): readonly string[] {
  const fires = (system?.at ?? null) !== null || serving !== null;
  return [
    isOn ? (fires ? '定时催办：开。' : '定时催办：开，但现在没有什么会到时间运行它。') : '定时催办：关，不会自己发。',
    systemLine(system, isOn),
    ...(serving === null ? [] : [`这个窗口开着时每小时检查一次，下次 ${serving}；关闭窗口就停。`]),
    ...(clock === '' ? [] : [clock]),
    ...beatLines(heartbeat),
    server === null ? '写成文件放进“发件箱”，由人发出。' : `直接发出，经 ${server}。`,
  ];
}

function systemLine(system: SystemTimer | null, isOn: boolean): string {
  if (system === null) return '系统的计划任务：这台电脑没有本程序认识的。';
  if (system.at === null) return `系统的计划任务（${system.name}）：没有装。`;
  const doubt = system.isTried ? '' : '（这一种还没有人看着它跑过，装好后请在“上次运行”里核对）';
  const idle = isOn ? '' : '；定时催办关着，到时间也不做事';
  return `系统的计划任务（${system.name}）：每天 ${system.at} 起每小时一次，一天只发一次，下次 ${system.next ?? ''}${idle}。${doubt}`;
}

function beatLines(heartbeat: ScheduleState['heartbeat']): readonly string[] {
  if (heartbeat === null) return ['上次运行：还没有运行过。'];
  const { tick, success, failures, said } = heartbeat;
  const failed = failures === 0 ? '' : `；连续 ${String(failures)} 次没有做成：${said}`;
  return [`上次运行 ${tick}，${success === '' ? '还没有成功过' : `上次成功 ${success}`}${failed}。`];
}
