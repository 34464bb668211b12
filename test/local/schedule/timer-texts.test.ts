/** What the systems' timers are told, for a workspace whose name is as awkward as names get. */
import { DOMParser } from '@xmldom/xmldom';
import { spawnSync } from 'node:child_process';
import {
  cronLine,
  launchdAgent,
  systemdUnits,
  timerId,
  windowsTask,
  type TimerPlan,
} from '../../../src/local/schedule/timer-texts';

const plan: TimerPlan = {
  program: { node: '/opt/法治 年报/runtime/node', script: '/opt/法治 年报/app/local/nianbao.mjs' },
  folder: "/home/a/100% & '我的' <年报>",
  hour: 8,
  minute: 30,
};

it('gives cron one line that a shell splits into exactly the words of the command', () => {
  const line = cronLine(plan);
  expect(line).not.toContain('\n');
  const [, times, command = ''] = /^((?:\S+ ){5})(.*)$/u.exec(line) ?? [];
  expect(times).toBe('30 8-18 * * * ');
  expect(/(?<!\\)%/u.test(command)).toBe(false);
  const shown = command
    .replaceAll('\\%', '%')
    .replace(/^/u, `'${process.execPath}' -e 'console.error(JSON.stringify(process.argv.slice(1)))' -- `);
  const { stderr } = spawnSync('/bin/sh', ['-c', shown.replace('2>&1', '')], { encoding: 'utf8' });
  expect(JSON.parse(stderr)).toEqual([plan.program.node, plan.program.script, 'schedule', 'run', plan.folder]);
});

it('gives systemd a service and a timer that catches up on what was missed', () => {
  const { service, timer } = systemdUnits({ ...plan, folder: '/a/50%"$x\\' });
  expect(service).toContain('"schedule" "run" "/a/50%%\\"$$x\\\\"\n');
  expect(service).toContain('SuccessExitStatus=1');
  expect(timer).toContain('OnCalendar=*-*-* 08..18:30:00\nPersistent=true');
});

it('gives Windows a task that runs each hour of the working day, late when the computer was off', () => {
  const task = new DOMParser().parseFromString(windowsTask({ ...plan, folder: 'D:\\年报 & 总表\\' }), 'text/xml');
  const text = (name: string): string | null | undefined => task.getElementsByTagName(name)[0]?.textContent;
  expect(text('StartBoundary')).toBe('2020-01-01T08:30:00');
  expect([text('Interval'), text('Duration'), text('StartWhenAvailable')]).toEqual(['PT1H', 'PT10H1M', 'true']);
  expect(text('Command')).toBe(plan.program.node);
  expect(text('Arguments')).toBe(`"${plan.program.script}" "schedule" "run" "D:\\年报 & 总表\\\\"`);
});

it('gives launchd an agent with a time for each hour', () => {
  const agent = new DOMParser().parseFromString(launchdAgent({ ...plan, hour: 16 }), 'text/xml');
  const texts = Array.from(agent.getElementsByTagName('string'), ({ textContent }) => textContent);
  expect(texts).toEqual([timerId(plan.folder), plan.program.node, plan.program.script, 'schedule', 'run', plan.folder]);
  expect(Array.from(agent.getElementsByTagName('integer'), ({ textContent }) => textContent)).toEqual([
    '16',
    '30',
    '17',
    '30',
    '18',
    '30',
  ]);
});

it('knows a workspace again, and no other for it', () => {
  expect(timerId('/a')).toBe(timerId('/a'));
  expect(timerId('/a')).not.toBe(timerId('/b'));
});

it('of the last hour of the office fires once a day', () => {
  const last = { ...plan, hour: 18, minute: 5 };
  expect(cronLine(last)).toMatch(/^5 18 \* \* \* '/u);
  expect(systemdUnits(last).timer).toContain('OnCalendar=*-*-* 18..18:05:00\n');
  expect(windowsTask(last)).not.toContain('Repetition');
  expect(windowsTask(last)).toContain('<StartBoundary>2020-01-01T18:05:00</StartBoundary>');
  expect(launchdAgent(last).match(/<key>Hour<\/key>/gu)).toHaveLength(1);
  expect(windowsTask({ ...last, hour: 17 })).toContain('<Duration>PT1H1M</Duration>');
});
