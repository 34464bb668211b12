/** Which timers of this computer are on, when they last ran and will run; nothing is said to run that nothing fires. */
import type { ScheduleState } from '../../contract/schedule';
import { make, makeTable } from './make-element';

/** The state as a table, under one word on whether anything goes by itself. */
export function scheduleView(state: ScheduleState): HTMLElement {
  const { isOn, server } = state;
  const look = isOn && fires(state) ? 'good' : isOn ? 'warn' : '';
  const where = server === null ? '到时写成文件放进“发件箱”，由人发出。' : `到时直接发出，经 ${server}。`;
  return make(
    'div',
    {},
    make('div', { class: `note ${look}` }, make('h2', {}, headWord(state)), make('p', {}, isOn ? where : '')),
    makeTable(
      '由谁到时间运行',
      { 方式: ([name]) => name, 现在: ([, now]) => now, 下次: ([, , next]) => next },
      lines(state),
    ),
    ...(state.clock === '' ? [] : [make('p', {}, state.clock)]),
    make('p', {}, beatText(state)),
  );
}

function fires({ system, serving }: ScheduleState): boolean {
  return serving !== null || (system !== null && system.at !== null);
}

function headWord(state: ScheduleState): string {
  if (!state.isOn) return '定时催办没有开，不会自己发';
  return fires(state) ? '定时催办已开' : '定时催办已开，但没有什么会到时间运行它';
}

function lines({ system, serving, isOn }: ScheduleState): readonly (readonly [string, string, string])[] {
  const window = ['这个窗口（关闭就停）', serving === null ? '没有开' : '每小时检查一次', serving ?? '—'] as const;
  if (system === null) return [window, ['系统的计划任务', '这台电脑没有本程序认识的', '—']];
  const { name, at, next, isTried } = system;
  const doubt = isTried ? '' : '（这一种还没有人看着它跑过）';
  const idle = isOn ? '' : '；定时催办关着，到时间也不做事';
  const now = at === null ? '没有装' : `每天 ${at} 起每小时一次，一天只发一次${idle}${doubt}`;
  return [window, [`系统的计划任务：${name}`, now, at !== null && isOn ? (next ?? '—') : '—']];
}

function beatText({ heartbeat }: ScheduleState): string {
  if (heartbeat === null) return '上次运行：还没有运行过。';
  const { tick, success, failures, said } = heartbeat;
  const failed = failures === 0 ? '' : `；连续 ${String(failures)} 次没有做成：${said}`;
  return `上次运行 ${tick}，${success === '' ? '还没有成功过' : `上次成功 ${success}`}${failed}。`;
}
