/** `nianbao schedule` against a crontab that is only a file, and the very line that it writes there. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { longIt } from '../../long';
import { environmentOn } from '../../on-day';
import { command, copyOfExample, freshFolder, removeFolders } from '../../workspace/run-command';

const onUnix = process.platform === 'win32' ? describe.skip : describe;
let home: string;
let workspace: string;

beforeEach(() => {
  home = freshFolder();
  workspace = copyOfExample('dazhanglou-2022');
  // As cron's own does: -l prints the file or says there is none, - takes it from the input.
  const crontab = [
    '#!/bin/sh',
    `file='${join(home, 'crontab')}'`,
    'if [ "$1" = -l ]; then if [ -f "$file" ]; then exec /bin/cat "$file"; else echo "no crontab for office" >&2; exit 1; fi; fi',
    '/bin/cat > "$file"',
  ];
  writeFileSync(join(home, 'crontab-command'), '');
  writeFileSync(join(home, 'crontab.sh'), `${crontab.join('\n')}\n`);
  const programs = freshFolder();
  writeFileSync(join(programs, 'crontab'), readFileSync(join(home, 'crontab.sh')));
  chmodSync(join(programs, 'crontab'), 0o755);
  environment = { ...environmentOn('2022-12-30'), PATH: programs, HOME: home, NIANBAO_HOME: join(home, 'settings') };
});
afterAll(removeFolders);

let environment: Record<string, string | undefined>;
const table = (): string => readFileSync(join(home, 'crontab'), 'utf8');

function nianbao(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [command, ...args], { env: environment, cwd: home, encoding: 'utf8' });
}

onUnix('nianbao schedule', () => {
  longIt('puts one line into the crontab, leaves those of others, and takes its own away again', () => {
    writeFileSync(join(home, 'crontab'), '# mine\n0 1 * * * backup\n');
    expect(nianbao('schedule', 'on', workspace)).toMatchObject({ status: 0 });
    expect(nianbao('schedule', 'on', workspace, '--at', '9:05').stdout).toContain('每天 09:05 起每小时一次');
    const lines = table().trimEnd().split('\n');
    expect(lines.slice(0, 2)).toEqual(['# mine', '0 1 * * * backup']);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/^5 9-18 \* \* \* /u);
    expect(nianbao('schedule', 'show', workspace).stdout).toMatch(/^定时催办：开。\n.*cron.*每天 09:05/u);
    const off = nianbao('schedule', 'off', workspace).stdout;
    expect(off).toContain('定时催办：关，不会自己发。\n系统的计划任务（cron）：没有装。');
    expect(table()).toBe('# mine\n0 1 * * * backup\n');
  });

  longIt('fires: the line of the crontab, run by a shell without a PATH, writes the mails once and keeps when', () => {
    expect(nianbao('schedule', 'show', workspace).stdout).toContain('上次运行：还没有运行过。');
    nianbao('schedule', 'on', workspace);
    const [, line = ''] = /^(?:\S+ ){5}(.*)$/mu.exec(table()) ?? [];
    const fire = (): number | null => {
      const env = { ...environment, PATH: '' };
      return spawnSync('/bin/sh', ['-c', line.replaceAll('\\%', '%')], { env, cwd: '/' }).status;
    };
    const mails = (): readonly string[] =>
      readdirSync(join(workspace, '发件箱')).filter((name) => name.endsWith('.eml'));
    expect(fire()).toBe(0);
    const first = mails();
    expect(first.length).toBeGreaterThan(0);
    expect(fire()).toBe(0);
    expect(mails()).toEqual(first);
    expect(nianbao('schedule', 'show', workspace).stdout).toContain(
      '上次运行 2022-12-30 09:10:00，上次成功 2022-12-30 09:10:00。',
    );
  });

  it('does nothing when it fires while reminders are off', () => {
    expect(nianbao('schedule', 'run', workspace)).toMatchObject({ status: 0 });
    expect(readdirSync(join(workspace, '发件箱')).filter((name) => name.endsWith('.eml'))).toEqual([]);
  });

  longIt('refuses what it cannot do, and changes nothing', () => {
    expect(nianbao('schedule', 'on', workspace, '--at', '6:00').stderr).toContain('应写成 时:分');
    expect(nianbao('schedule', 'start', workspace).stderr).toContain('请写 nianbao schedule on、off 或 show');
    expect(nianbao('schedule', 'on', home).stderr).toContain('不是工作文件夹');
    expect(existsSync(join(home, 'crontab'))).toBe(false);
    environment = { ...environment, PATH: freshFolder() };
    expect(nianbao('schedule', 'on', workspace).stderr).toContain('没有 crontab');
    expect(nianbao('schedule', 'show', workspace).stdout).toContain('这台电脑没有本程序认识的');
    expect(statSync(join(workspace, '总表.xlsx')).isFile()).toBe(true);
  });
});
