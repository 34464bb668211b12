/** When a timer fires next, and that nothing is said to run that nothing fires. */
import type { ScheduleState } from '../../../src/contract/schedule';
import {
  clockNote,
  installTimer,
  momentText,
  nextRun,
  scheduleLines,
  timeOfDay,
} from '../../../src/local/schedule/schedule-state';

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

it.each([
  ['08:00', 8, 0],
  ['18:59', 18, 59],
  [' 8:05 ', 8, 5],
  ['7:59', null, null],
  ['19:00', null, null],
  ['8:5', null, null],
  ['008:30', null, null],
  ['08:30:00', null, null],
  ['约08:30', null, null],
  ['08:60', null, null],
])('of the time %j takes %j:%j', (given, hour, minute) => {
  if (hour === null) {
    expect(() => timeOfDay(given)).toThrow(
      `“${given}”应写成 时:分，在 08:00 至 18:59 之间，如 08:30；八点以前不发催办`,
    );
  } else expect(timeOfDay(given)).toEqual({ hour, minute });
});

it.each([
  ['18:05', new Date(2026, 11, 31, 18, 4), '2026-12-31 18:05'],
  ['18:05', new Date(2026, 11, 31, 18, 5), '2027-01-01 18:05'],
  ['09:00', new Date(2026, 1, 28, 23, 59), '2026-03-01 09:00'],
  ['09:07', new Date(2026, 0, 5, 12, 6), '2026-01-05 12:07'],
])('a timer of %s, looked at on %s, fires next at %s', (at, now, next) => {
  expect(momentText(nextRun(at, now))).toBe(next);
});

it('says all in its order, line by line', () => {
  const system = { name: 'cron', at: '08:30', next: '2026-12-01 08:30', isTried: true };
  const heartbeat = { tick: '2026-11-30 09:10:00', success: '2026-11-30 09:10:00', failures: 0, said: '' };
  expect(
    scheduleLines({ ...state, system, serving: '2026-11-30 10:01', heartbeat, clock: '慢。', server: 'a.cn' }),
  ).toEqual([
    '定时催办：开。',
    '系统的计划任务（cron）：每天 08:30 起每小时一次，一天只发一次，下次 2026-12-01 08:30。',
    '这个窗口开着时每小时检查一次，下次 2026-11-30 10:01；关闭窗口就停。',
    '慢。',
    '上次运行 2026-11-30 09:10:00，上次成功 2026-11-30 09:10:00。',
    '直接发出，经 a.cn。',
  ]);
  expect(scheduleLines({ ...state, serving: '2026-11-30 10:01' })).toEqual([
    '定时催办：开。',
    '系统的计划任务：这台电脑没有本程序认识的。',
    '这个窗口开着时每小时检查一次，下次 2026-11-30 10:01；关闭窗口就停。',
    '上次运行：还没有运行过。',
    '写成文件放进“发件箱”，由人发出。',
  ]);
});

it.each([
  ['/a', '/opt/nianbao.mjs', false, '这台电脑没有 crontab'],
  ['/a\nb', '/opt/nianbao.mjs', true, '文件夹名里有换行'],
  ['/a\rb', '/opt/nianbao.mjs', true, '文件夹名里有换行'],
  ['/a', '/home/a/.npm/_npx/1/nianbao.mjs', true, '程序是用 npx 临时下载的'],
  ['/a', 'C:\\npm\\_npx\\1\\nianbao.mjs', true, '程序是用 npx 临时下载的'],
])('for %j by %s installs nothing, and says why', async (folder, script, has, told) => {
  const install = jest.fn();
  const kind = { name: 'cron', isTried: true, isHere: () => true, find: () => null, install, remove: install };
  const plan = { program: { node: '/usr/bin/node', script }, folder, hour: 8, minute: 30 };
  await expect(installTimer(plan, has ? kind : null)).rejects.toThrow(told);
  expect(install).not.toHaveBeenCalled();
});
