/** The operating system's own timer of a workspace: found, installed and taken away by the system's own commands. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../../core/base/refusal';
import { serviceWords } from '../../core/base/service-words';
import { writeFileDurably } from '../base/atomic-write';
import { cronLine, launchdAgent, systemdUnits, timerId, two, windowsTask, type TimerPlan } from './timer-texts';

/** One kind of timer. */
export interface TimerKind {
  /** As people call it. */
  readonly name: string;
  /** Whether it was seen to fire. */
  readonly isTried: boolean;
  /** Whether this computer has it. */
  readonly isHere: () => boolean;
  /** When it is set to run for the workspace, `08:30`; null where it is not. */
  readonly find: (folder: string) => string | null;
  readonly install: (plan: TimerPlan) => void;
  readonly remove: (folder: string) => void;
}

interface Told {
  readonly ok: boolean;
  readonly out: string;
  readonly said: string;
}

/** Runs a command of the system; no shell reads it. */
function tell(program: string, args: readonly string[], input?: string): Told {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    ...(input !== undefined && { input }),
  });
  return { ok: status === 0, out: stdout, said: (error?.message ?? stderr).trim() };
}

function demand({ ok, said }: Told, what: string): void {
  if (!ok) throw new Refusal(`${what}没有成功：${serviceWords(said)}`);
}

const cron: TimerKind = {
  name: 'cron',
  isTried: true,
  isHere: () => process.platform !== 'win32' && crontab() !== null,
  find: (folder) => {
    const line = (crontab() ?? []).find((one) => one.endsWith(`# ${timerId(folder)}`));
    const [, minute, hour] = /^(\d+) (\d+)/u.exec(line ?? '') ?? [];
    return hour === undefined ? null : `${two(Number(hour))}:${two(Number(minute))}`;
  },
  install: (plan) => {
    writeCrontab([...otherLines(plan.folder), cronLine(plan)]);
  },
  remove: (folder) => {
    writeCrontab(otherLines(folder));
  },
};

/** The lines of the person's crontab; null where there is no such command. An absent crontab has none. */
function crontab(): readonly string[] | null {
  const { ok, out, said } = tell('crontab', ['-l']);
  if (ok) return out.split('\n').slice(0, out.endsWith('\n') ? -1 : undefined);
  return /no crontab/iu.test(said) ? [] : null;
}

/** Lines of others are not touched. */
function otherLines(folder: string): readonly string[] {
  const lines = crontab();
  if (lines === null) throw new Refusal('读不到 crontab，什么都没有改');
  return lines.filter((line) => !line.endsWith(`# ${timerId(folder)}`));
}

function writeCrontab(lines: readonly string[]): void {
  demand(tell('crontab', ['-'], lines.map((line) => `${line}\n`).join('')), '写 crontab');
}

const systemd: TimerKind = {
  name: 'systemd 定时器',
  isTried: true,
  isHere: () => process.platform === 'linux' && tell('systemctl', ['--user', 'show-environment']).ok,
  find: (folder) => timeIn(unitPath(folder, 'timer'), /^OnCalendar=\*-\*-\* (\d\d)(?:\.\.\d\d)?:(\d\d):00$/mu),
  install: (plan) => {
    const units = systemdUnits(plan);
    put(unitPath(plan.folder, 'service'), Buffer.from(units.service));
    put(unitPath(plan.folder, 'timer'), Buffer.from(units.timer));
    demand(tell('systemctl', ['--user', 'daemon-reload']), 'systemctl daemon-reload ');
    demand(tell('systemctl', ['--user', 'enable', '--now', `${timerId(plan.folder)}.timer`]), 'systemctl enable ');
  },
  remove: (folder) => {
    tell('systemctl', ['--user', 'disable', '--now', `${timerId(folder)}.timer`]);
    for (const kind of ['service', 'timer'] as const) rmSync(unitPath(folder, kind), { force: true });
  },
};

function unitPath(folder: string, kind: 'service' | 'timer'): string {
  return join(homedir(), '.config/systemd/user', `${timerId(folder)}.${kind}`);
}

const windows: TimerKind = {
  name: 'Windows 任务计划程序',
  isTried: false,
  isHere: () => process.platform === 'win32',
  find: (folder) => {
    const { ok, out } = tell('schtasks', ['/Query', '/TN', timerId(folder), '/XML']);
    const [, hour, minute] = /<StartBoundary>\d{4}-\d\d-\d\dT(\d\d):(\d\d)/u.exec(out) ?? [];
    return ok && hour !== undefined && minute !== undefined ? `${hour}:${minute}` : null;
  },
  install: (plan) => {
    const path = join(tmpdir(), `${timerId(plan.folder)}.xml`);
    put(path, Buffer.from(`\uFEFF${windowsTask(plan)}`, 'utf16le'));
    const told = tell('schtasks', ['/Create', '/F', '/TN', timerId(plan.folder), '/XML', path]);
    rmSync(path, { force: true });
    demand(told, 'schtasks /Create ');
  },
  remove: (folder) => {
    tell('schtasks', ['/Delete', '/F', '/TN', timerId(folder)]);
  },
};

const launchd: TimerKind = {
  name: 'macOS launchd',
  isTried: false,
  isHere: () => process.platform === 'darwin',
  find: (folder) =>
    timeIn(agentPath(folder), /<key>Hour<\/key><integer>(\d+)<\/integer><key>Minute<\/key><integer>(\d+)</u),
  install: (plan) => {
    put(agentPath(plan.folder), Buffer.from(launchdAgent(plan)));
    demand(tell('launchctl', ['load', '-w', agentPath(plan.folder)]), 'launchctl load ');
  },
  remove: (folder) => {
    tell('launchctl', ['unload', '-w', agentPath(folder)]);
    rmSync(agentPath(folder), { force: true });
  },
};

function agentPath(folder: string): string {
  return join(homedir(), 'Library/LaunchAgents', `${timerId(folder)}.plist`);
}

/** In the order they are preferred. */
const kinds: readonly TimerKind[] = [windows, launchd, cron, systemd];

/** The timer of this computer; null where it has none. */
export function systemTimer(): TimerKind | null {
  return kinds.find((kind) => kind.isHere()) ?? null;
}

function put(path: string, bytes: Uint8Array): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileDurably(path, bytes);
}

function timeIn(path: string, form: RegExp): string | null {
  if (!existsSync(path)) return null;
  const [, hour, minute] = form.exec(readFileSync(path, 'utf8')) ?? [];
  return hour === undefined || minute === undefined ? null : `${two(Number(hour))}:${two(Number(minute))}`;
}
