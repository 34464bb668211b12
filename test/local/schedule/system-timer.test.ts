/** The timers of Linux and of a Mac, whose commands are only stand-ins: what was installed is found again, and nothing else. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemTimer } from '../../../src/local/schedule/system-timer';
import { freshFolder, removeFolders } from '../../workspace/run-command';

const onUnix = process.platform === 'win32' ? describe.skip : describe;
const { platform } = process;
const { PATH, HOME } = process.env;
let home: string;
let programs: string;

beforeEach(() => {
  home = freshFolder();
  programs = join(home, 'programs');
  mkdirSync(programs);
  Object.assign(process.env, { PATH: programs, HOME: home });
});
afterEach(() => {
  Object.assign(process.env, { PATH, HOME });
  Object.defineProperty(process, 'platform', { value: platform });
});
afterAll(removeFolders);

/** A command that writes down what it is told and does as it is bidden. */
function standIn(program: string, ending = 'exit 0'): void {
  const lines = ['#!/bin/sh', `echo "${program} $*" >> '${join(home, 'told')}'`, ending];
  writeFileSync(join(programs, program), `${lines.join('\n')}\n`, { mode: 0o755 });
}

const told = (): readonly string[] => readFileSync(join(home, 'told'), 'utf8').trimEnd().split('\n');
const program = { node: '/opt/node', script: '/opt/nianbao.mjs' };
const plan = { program, folder: '/home/a/年报', hour: 8, minute: 5 };

onUnix('a timer', () => {
  it.each([
    ['linux', 'systemctl', 'systemd 定时器', ['--user enable --now', '--user disable --now']],
    ['darwin', 'launchctl', 'macOS launchd', ['load -w', 'unload -w']],
  ])('of %s is shown with its time from when it was set until it is taken away', (system, command, name, orders) => {
    Object.defineProperty(process, 'platform', { value: system });
    standIn(command);
    const timer = systemTimer();
    expect([timer?.name, timer?.find(plan.folder)]).toEqual([name, null]);
    timer?.install(plan);
    expect([timer?.find(plan.folder), timer?.find('/home/b/年报')]).toEqual(['08:05', null]);
    expect(told().at(-1)).toContain(`${command} ${orders[0] ?? ''}`);
    timer?.install({ ...plan, hour: 16, minute: 40 });
    expect(timer?.find(plan.folder)).toBe('16:40');
    timer?.remove(plan.folder);
    expect(told().at(-1)).toContain(`${command} ${orders[1] ?? ''}`);
    expect(timer?.find(plan.folder)).toBeNull();
  });

  it('that the system refuses is told with its words', () => {
    Object.defineProperty(process, 'platform', { value: 'linux' });
    standIn('systemctl', '[ "$2" = daemon-reload ] || exit 0; echo "Failed to connect to bus" >&2; exit 1');
    expect(() => systemTimer()?.install(plan)).toThrow('systemctl daemon-reload 没有成功');
  });

  it('is none where the computer has no command for it', () => {
    Object.defineProperty(process, 'platform', { value: 'linux' });
    expect(systemTimer()).toBeNull();
    standIn('systemctl', 'exit 1');
    expect(systemTimer()).toBeNull();
    rmSync(join(programs, 'systemctl'));
    standIn('crontab', 'echo "no crontab for a" >&2; exit 1');
    expect(systemTimer()?.name).toBe('cron');
  });

  describe('of cron', () => {
    const others = ['# mine', '0 7 * * * backup', '30 8 * * * x # fazhi-nianbao-00000000'];
    const table = (): string => readFileSync(join(home, 'table'), 'utf8');
    const start = (lines: readonly string[]): ReturnType<typeof systemTimer> => {
      Object.defineProperty(process, 'platform', { value: 'linux' });
      writeFileSync(join(home, 'table'), lines.map((line) => `${line}\n`).join(''));
      const file = `'${join(home, 'table')}'`;
      standIn('crontab', `if [ "$1" = -l ]; then /bin/cat ${file}; else /bin/cat > ${file}; fi`);
      return systemTimer();
    };

    it('leaves the lines of others as they are, and has one of its own at the end', () => {
      const timer = start(others);
      expect(timer?.find(plan.folder)).toBeNull();
      timer?.install(plan);
      timer?.install({ ...plan, hour: 16, minute: 40 });
      expect(timer?.find(plan.folder)).toBe('16:40');
      const lines = table().split('\n');
      expect([lines.slice(0, 3), lines.length, lines.at(-1)]).toEqual([others, 5, '']);
      expect(lines[3]).toMatch(/^40 16-18 \* \* \* .*'\/home\/a\/年报'/u);
      timer?.remove(plan.folder);
      expect(table()).toBe(`${others.join('\n')}\n`);
    });

    it('keeps the last line where no end of line stands behind it', () => {
      const timer = start([]);
      writeFileSync(join(home, 'table'), '0 7 * * * backup');
      timer?.install(plan);
      expect(table()).toMatch(/^0 7 \* \* \* backup\n5 8-18 .*\n$/u);
    });

    it('begins a table where there is none, and writes nothing where it cannot be read', () => {
      const timer = start([]);
      const file = `'${join(home, 'table')}'`;
      const writes = `[ "$1" = -l ] || { /bin/cat > ${file}; exit 0; }`;
      standIn('crontab', `${writes}; echo "no crontab for a" >&2; exit 1`);
      timer?.install(plan);
      expect(table()).toMatch(/^5 8-18 .*\n$/u);
      standIn('crontab', `${writes}; echo "permission denied" >&2; exit 1`);
      writeFileSync(join(home, 'table'), 'as it was');
      expect(() => timer?.install(plan)).toThrow('读不到 crontab，什么都没有改');
      expect(() => timer?.remove(plan.folder)).toThrow('读不到 crontab，什么都没有改');
      expect(table()).toBe('as it was');
      standIn('crontab', `[ "$1" = -l ] && exit 0; /bin/cat > /dev/null; echo "disk full" >&2; exit 1`);
      expect(() => timer?.install(plan)).toThrow('写 crontab没有成功：disk full');
    });
  });
});
