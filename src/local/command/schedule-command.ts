/** The command `schedule`: the operating system's own timer for a workspace. */
import { resolve } from 'node:path';
import { Refusal } from '../../core/base/refusal';
import { prepareFolder } from '../base/prepare-folder';
import { keptMailRoute } from '../schedule/mail-settings';
import {
  installTimer,
  scheduleLines,
  scheduleState,
  timeOfDay,
  turnReminders,
  type TimerWorld,
} from '../schedule/schedule-state';
import { systemTimer } from '../schedule/system-timer';
import { timerProgram } from '../schedule/timer-program';
import { openWorkspace } from '../services/bundle-host';
import { quoted } from './next-step';
import type { Options } from './options';

const usual = '08:30';

/** What is said; exit code 0. Throws a refusal for another word than on, off, show and run. */
export async function scheduleCommand(
  [, what = 'show', given = '.', ...rest]: readonly string[],
  options: Options,
): Promise<string> {
  if (rest.length > 0) throw new Refusal(`参数太多：${rest.join(' ')}`);
  if (!['on', 'off', 'show', 'run'].includes(what)) {
    throw new Refusal(`请写 nianbao schedule on、off 或 show <文件夹>，不是“${what}”`);
  }
  const folder = resolve(prepareFolder(given, 'workspace').folder);
  if (what === 'run') return runOnce(folder);
  const world: TimerWorld = { kind: systemTimer(), now: () => new Date() };
  if (what === 'on')
    await installTimer({ program: timerProgram(), folder, ...timeOfDay(options.at ?? usual) }, world.kind);
  if (what === 'off') {
    await turnReminders(folder, 'off');
    world.kind?.remove(folder);
  }
  const state = await scheduleState(folder, world, null);
  return [...scheduleLines(state), nextLine(state.system === null ? 'serve' : what, given)].join('\n');
}

function nextLine(what: string, given: string): string {
  const folder = quoted(given);
  if (what === 'on') return `下一步：过了时间用 nianbao schedule show ${folder} 看上次运行`;
  if (what === 'serve') return `下一步：运行 nianbao serve ${folder}，在“定时催办”页点“开启”，窗口开着就每小时看一次`;
  return what === 'off'
    ? `下一步：要催办时 nianbao remind ${folder} --dry-run`
    : `下一步：开启 nianbao schedule on ${folder}，关闭 off`;
}

/** What the timer calls; a second call on a day finds nothing to do. */
async function runOnce(folder: string): Promise<string> {
  const mail = keptMailRoute();
  const host = await openWorkspace(folder, { progress: () => undefined, mail });
  const channel = mail.server === null ? '发件箱' : '邮件';
  const answer = host.run('runJob', 'tick', JSON.stringify({ channel })) as {
    readonly text: string;
    readonly exit: number;
  };
  if (answer.exit === 2) throw new Refusal(answer.text);
  return answer.text;
}
