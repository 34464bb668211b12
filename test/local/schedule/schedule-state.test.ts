/** When a timer fires next, and that nothing is said to run that nothing fires. */
import type { ScheduleState } from '../../../src/contract/schedule';
import { clockNote, momentText, nextRun, scheduleLines, timeOfDay } from '../../../src/local/schedule/schedule-state';

it('fires each hour from its time until six, then on the next morning', () => {
  const next = (hour: number, minute: number): string =>
    momentText(nextRun('08:30', new Date(2026, 10, 30, hour, minute)));
  expect(next(7, 0)).toBe('2026-11-30 08:30');
  expect(next(8, 30)).toBe('2026-11-30 09:30');
  expect(next(18, 29)).toBe('2026-11-30 18:30');
  expect(next(18, 30)).toBe('2026-12-01 08:30');
});

it('takes times in which mails are sent, and no others', () => {
  expect(timeOfDay('9：05')).toEqual({ hour: 9, minute: 5 });
  for (const given of ['7:59', '19:00', '8点', '08:60', '', '8'])
    expect(() => timeOfDay(given)).toThrow('应写成 时:分');
});

const state: ScheduleState = { isOn: true, system: null, serving: null, heartbeat: null, server: null, clock: '' };

it('says of reminders that are on that nothing fires them', () => {
  expect(scheduleLines(state)[0]).toBe('定时催办：开，但现在没有什么会到时间运行它。');
  expect(scheduleLines(state).at(-1)).toBe('写成文件放进“发件箱”，由人发出。');
  const system = { name: 'cron', at: null, next: null, isTried: true };
  expect(scheduleLines({ ...state, system }).join('\n')).toMatch(
    /没有什么会到时间运行它。\n系统的计划任务（cron）：没有装。/u,
  );
});

it('says of a timer that fires while reminders are off that it does nothing', () => {
  const system = { name: 'cron', at: '08:30', next: '2026-12-01 08:30', isTried: true };
  const text = scheduleLines({ ...state, isOn: false, system }).join('\n');
  expect(text).toMatch(/^定时催办：关，不会自己发。/u);
  expect(text).toContain('定时催办关着，到时间也不做事');
});

it('says when it last ran and how, where mails go, and which kind nobody has seen fire', () => {
  const system = { name: 'macOS launchd', at: '08:30', next: '2026-12-01 08:30', isTried: false };
  const heartbeat = { tick: '2026-11-30 09:10:00', success: '', failures: 2, said: '读不到总表' };
  const text = scheduleLines({ ...state, system, heartbeat, server: 'smtp.example.cn' }).join('\n');
  expect(text).toContain('上次运行 2026-11-30 09:10:00，还没有成功过；连续 2 次没有做成：读不到总表。');
  expect(text).toContain('还没有人看着它跑过');
  expect(text).toContain('直接发出，经 smtp.example.cn。');
});

it('says by how much a computer’s clock is not that of China, by which mails are sent', () => {
  const at = (minutes: number): string => clockNote({ getTimezoneOffset: () => minutes });
  expect(at(-480)).toBe('');
  expect(at(0)).toContain('比北京时间慢 8 小时');
  expect(at(-540)).toContain('比北京时间快 1 小时');
  expect(at(-330)).toContain('比北京时间慢 2.5 小时');
  expect(scheduleLines({ ...state, clock: at(0) })).toContain(at(0));
});
