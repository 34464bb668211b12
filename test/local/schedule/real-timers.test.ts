/** The systems' own timers where they are installed: cron's daemon fires the line, systemd understands the units. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemdUnits } from '../../../src/local/schedule/timer-texts';
import { longIt } from '../../long';
import { environmentOn } from '../../on-day';
import { needs, pathOfTool } from '../../tools';
import { command, copyOfExample, freshFolder, removeFolders } from '../../workspace/run-command';

afterAll(removeFolders);

needs('systemd-analyze', () => {
  const analyze = (...args: readonly string[]): { readonly status: number | null; readonly stderr: string } =>
    spawnSync(pathOfTool('systemd-analyze'), args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });

  it('finds nothing wrong with the units of a workspace whose name is as awkward as names get', () => {
    const folder = freshFolder();
    // Only a program that is there can be verified.
    const program = { node: process.execPath, script: '/opt/法治 年报/$HOME %h "x" \\nianbao.mjs' };
    const units = systemdUnits({ program, folder: "/home/a/100% & '我的' <年报> $X", hour: 8, minute: 30 });
    for (const kind of ['service', 'timer'] as const) writeFileSync(join(folder, `nianbao.${kind}`), units[kind]);
    const paths = ['service', 'timer'].map((kind) => join(folder, `nianbao.${kind}`));
    expect(analyze('verify', '--man=no', ...paths)).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([
    [8, 0],
    [18, 59],
  ])('knows the times of a timer that begins at %i:%i', (hour, minute) => {
    const { timer } = systemdUnits({ program: { node: '/n', script: '/s' }, folder: '/a', hour, minute });
    const [, times = ''] = /^OnCalendar=(.*)$/mu.exec(timer) ?? [];
    expect(analyze('calendar', times).status).toBe(0);
  });
});

needs('cron', () => {
  let before: string;
  let daemon: ChildProcess | undefined;
  beforeEach(() => {
    before = spawnSync('crontab', ['-l'], { encoding: 'utf8' }).stdout;
  });
  afterEach(() => {
    daemon?.kill();
    spawnSync('crontab', ['-'], { input: before });
  });

  longIt(
    'fires: the daemon runs the line of a workspace with blanks and % in its name, and the mails are written',
    async () => {
      const home = mkdtempSync(join(tmpdir(), 'nianbao-cron-'));
      const workspace = join(home, '我的 年报 100%');
      spawnSync('cp', ['-r', copyOfExample('dazhanglou-2022'), workspace]);
      const { NODE_OPTIONS = '', NIANBAO_TEST_DAY = '' } = environmentOn('2022-12-30');
      // Noon wherever this runs: timers are only set to hours of work.
      const next = new Date(Date.now() + 61_000);
      const shift = next.getUTCHours() - 12;
      const env = {
        ...process.env,
        TZ: `TEST${shift < 0 ? '' : '+'}${String(shift)}`,
        NIANBAO_HOME: join(home, 'settings'),
      };
      const keep = { NODE_OPTIONS, NIANBAO_TEST_DAY, NIANBAO_HOME: env.NIANBAO_HOME };
      const lines = Object.entries(keep).map(([name, value]) => `${name}=${value}\n`);
      spawnSync('crontab', ['-'], { input: lines.join('') });
      const at = `12:${String(next.getUTCMinutes()).padStart(2, '0')}`;
      const nianbao = (...args: readonly string[]): string =>
        spawnSync(process.execPath, [command, 'schedule', ...args], { env, encoding: 'utf8' }).stdout;
      expect(nianbao('on', workspace, '--at', at)).toContain(`每天 ${at} 起每小时一次`);
      // It looks for changes by the second: what it has not yet read cannot be overlooked.
      daemon = spawn(pathOfTool('cron'), ['-f'], { env, stdio: 'ignore' });
      const outbox = join(workspace, '发件箱');
      await new Promise<void>((written) => {
        const watcher = watch(outbox, (_, name) => {
          if (name?.endsWith('.eml') !== true || name.startsWith('.')) return;
          watcher.close();
          written();
        });
      });
      expect(readdirSync(outbox).some((name) => /^2022-12-30-.*\.eml$/u.test(name))).toBe(true);
      // The run that has written them may not be over yet: until then nothing is changed beside it.
      let said = '';
      for (let times = 0; said === '' && times < 100; times += 1) said = nianbao('off', workspace);
      expect(said).toContain('没有装');
      rmSync(home, { recursive: true, force: true });
    },
  );
});
