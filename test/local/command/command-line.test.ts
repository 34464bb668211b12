import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createFileDurably, fileErrorText, writeFileDurably } from '../../../src/local/base/atomic-write';
import { longIt } from '../../long';

/** Matches a text that holds the part. */
const containing = (part: string): unknown => expect.stringContaining(part);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Exit code and output of the shipped command. */
function nianbao(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const command = resolve('build/out/local/nianbao.mjs');
  return spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8' });
}

describe('the command nianbao', () => {
  it('explains itself', () => {
    for (const args of [[], ['--help'], ['-h']]) {
      expect(nianbao(...args)).toMatchObject({
        status: 0,
        stdout: containing('用法：nianbao <命令>'),
        stderr: '',
      });
    }
    for (const version of ['--version', '-v']) expect(nianbao(version).stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
    expect(nianbao('help').stdout).toBe(nianbao().stdout);
  });

  longIt('explains one command with its options, and fits into 80 columns', () => {
    for (const args of [
      ['help', 'remind'],
      ['remind', '--help'],
      ['remind', '-h'],
    ]) {
      const { status, stdout } = nianbao(...args);
      expect({ status, stdout }).toMatchObject({
        status: 0,
        stdout: containing('用法：nianbao remind [文件夹] [选项]'),
      });
      expect(stdout).toContain('--dry-run');
      expect(stdout).not.toContain('--hub-only');
    }
    expect(nianbao('help', 'template', 'check').stdout).toContain('--annotate 文件.docx');
    expect(nianbao('help', 'remnid')).toMatchObject({ status: 2, stderr: containing('是不是想写 remind？') });
    const commands = [...nianbao().stdout.matchAll(/^ {2}([a-z]+)/gmu)].map(([, name = '']) => name);
    for (const text of [nianbao().stdout, ...commands.map((name) => nianbao('help', name).stdout)]) {
      const widths = text
        .split('\n')
        .map((line) => Array.from(line).reduce((sum, sign) => sum + (sign > '\u2E7F' ? 2 : 1), 0));
      expect(Math.max(...widths)).toBeLessThanOrEqual(80);
    }
  });

  it('says in one line what was probably meant', () => {
    for (const [args, meant] of [
      [['chek'], '是不是想写 check？'],
      [['check', '--asof', '2022-12-30'], '是不是想写 --as-of？用法见 nianbao help check'],
      [['remind', '--dryrun'], '是不是想写 --dry-run？'],
      [['report', '--as-of'], '--as-of 的写法不对，用法见 nianbao help report'],
    ] as const) {
      const { status, stderr } = nianbao(...args);
      expect(status).toBe(2);
      expect(stderr).toContain(meant);
      expect(stderr.split('\n')).toHaveLength(2);
    }
  });

  longIt('takes a mistyped folder for no new workspace', () => {
    expect(nianbao('init', '我的年报', '--hub-only')).toMatchObject({
      status: 0,
      stdout: containing('下一步：打开 我的年报/总表.xlsx，填好“设置”“单位”“任务”，再运行 nianbao init 我的年报'),
    });
    expect(nianbao('init', '我的年抱')).toMatchObject({
      status: 2,
      stderr: containing('旁边有 我的年报，是不是想写它？'),
    });
    expect(nianbao('check', '我的年')).toMatchObject({ status: 2, stderr: containing('是不是想写 我的年报？') });
    expect(nianbao('serve', '我的年抱')).toMatchObject({ status: 2, stderr: containing('是不是想写 我的年报？') });
    expect(readdirSync(folder)).toEqual(['我的年报']);
    expect(nianbao('init', '我的年报').stdout).toContain('下一步：把 我的年报/填报 里的表发给各单位');
    for (const name of ['安全年报', '我的年报2']) expect(nianbao('init', name)).toMatchObject({ status: 0 });
  });

  it('refuses what it does not know', () => {
    expect(nianbao('check', '--bogus')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: '不认识的选项 --bogus。用法见 nianbao help check\n',
    });
    expect(nianbao('toString').stderr).toBe('没有命令“toString”。全部命令见 nianbao help\n');
    expect(nianbao('check', 'a', 'b')).toMatchObject({ status: 2, stderr: containing('参数太多：b') });
    expect(nianbao('init')).toMatchObject({ status: 2, stderr: containing('请写明文件夹') });
    expect(nianbao('check', '--hub-only')).toMatchObject({
      status: 2,
      stderr: containing('--hub-only 只能与 init 同用'),
    });
  });

  it('says what to do where there is no workspace, and writes nothing', () => {
    expect(nianbao('report').stderr).toContain('不是工作文件夹（没有 总表.xlsx）。请先运行 nianbao init <文件夹>');
    expect(nianbao('report', '没有')).toMatchObject({ status: 2, stderr: containing('找不到文件夹') });
    expect(JSON.parse(nianbao('report', '--json').stdout)).toMatchObject({
      exit: 2,
      reason: containing('没有 总表.xlsx'),
    });
    writeFileSync(join(folder, '文件'), '');
    expect(nianbao('init', '文件')).toMatchObject({ status: 2, stderr: containing('不是文件夹') });
    expect(readdirSync(folder)).toEqual(['文件']);
  });

  longIt('makes the hub of one kind of report, and refuses a kind nobody knows with the list of all', () => {
    expect(nianbao('init', '年报', '--edition', '环境保护')).toMatchObject({
      status: 2,
      stdout: containing('没有“环境保护”这一种报告，可用：法治政府建设、安全生产。什么都没有写。'),
    });
    expect(readdirSync(folder)).toEqual([]);
    expect(nianbao('init', '年报', '--hub-only', '--edition', '安全生产')).toMatchObject({ status: 0 });
    expect(nianbao('init', '年报', '--edition', '法治政府建设')).toMatchObject({
      status: 2,
      stdout: containing('总表是“安全生产”的，不是“法治政府建设”的'),
    });
    expect(nianbao('check', '--edition', '安全生产').stderr).toContain('--edition 只能与 init 同用');
  });

  longIt('begins a workspace from the ledgers an office has, and changes none that is there', () => {
    mkdirSync(join(folder, '台账', '派出所'), { recursive: true });
    const training = '日期,学习内容,组织单位,课时,应到,实到人数\n2024-01-10,行政处罚法,司法所,4,10,9\n';
    writeFileSync(join(folder, '台账', '执法队2024年培训台账.csv'), training);
    writeFileSync(
      join(folder, '台账', '派出所', '落实情况.csv'),
      '工作任务,完成时限,完成情况\n排查校园周边,2024-09-30,已完成\n',
    );
    writeFileSync(join(folder, '台账', '说明.txt'), '');
    const { status, stdout } = nianbao('init', '年报', '--from', '台账');
    expect(status).toBe(1);
    expect(stdout).toContain('执法队.csv（原名 执法队2024年培训台账.csv）：“执法队”＝培训明细');
    expect(stdout).toContain('说明.txt：不是表格文件，没有采用');
    expect(stdout).toContain('报告年度按台账定为2024年');
    expect(readFileSync(join(folder, '年报', '填报', '执法队.csv'), 'utf8')).toBe(training);
    const files = readdirSync(join(folder, '年报', '填报'));
    expect(files).toEqual(expect.arrayContaining(['派出所.csv', '执法队.csv', '司法所.xlsx']));
    expect(files).not.toContain('执法队.xlsx');
    expect(nianbao('check', '年报').stdout).toContain('任务 1 项');
    expect(nianbao('map', '年报/填报/派出所.csv').stdout).toContain('“排查校园周边”＝X-01');
    const forms = nianbao('map', '年报/填报/派出所.csv', '--as-form');
    expect(forms.stdout).toContain('已写 核对单/派出所 换用填报表.xlsx');
    expect(readdirSync(join(folder, '年报', '核对单'))).toContain('派出所 换用填报表.xlsx');
    expect(nianbao('map', '年报/填报/派出所.csv', '--as-form').status).toBe(2);
    const hub = readFileSync(join(folder, '年报', '总表.xlsx'));
    const again = nianbao('init', '年报', '--from', '台账', '--hub-only');
    expect(again.stdout).toContain('“填报”里已有执法队的表');
    expect(readFileSync(join(folder, '年报', '总表.xlsx')).equals(hub)).toBe(true);
    expect(readFileSync(join(folder, '年报', '填报', '执法队.csv'), 'utf8')).toBe(training);
    expect(nianbao('check', '年报', '--from', '台账').stderr).toContain('--from 只能与 init 同用');
  });

  longIt('makes the hub with the names the office has for its departments, and refuses names it cannot use', () => {
    const named = (...names: string[]): ReturnType<typeof nianbao> =>
      nianbao('init', '年报', '--hub-only', ...names.flatMap((name) => ['--department', name]));
    expect(named('执法')).toMatchObject({ status: 2, stderr: containing('--department 应写成 角色=单位名称') });
    expect(named('执法=甲', '执法=乙')).toMatchObject({ status: 2, stderr: containing('写了两次角色“执法”') });
    expect(named('法治=甲')).toMatchObject({ status: 2, stdout: containing('没有“法治”这个角色，可用：综合、司法、') });
    expect(readdirSync(folder)).toEqual([]);
    expect(named('执法=综合行政执法局', '教育=无')).toMatchObject({ status: 0 });
    expect(named('执法=甲')).toMatchObject({ status: 2, stdout: containing('总表已经建好') });
    expect(nianbao('init', '年报').stdout).toContain('填报/综合行政执法局.xlsx');
    expect(readdirSync(join(folder, '年报/填报'))).not.toContain('中心校.xlsx');
    expect(nianbao('check', '--department', '执法=甲').stderr).toContain('--department 只能与 init 同用');
  });

  it('makes the hub of one kind of organ, and refuses what shows none', () => {
    expect(nianbao('init', '年报', '--organ', '某某公司')).toMatchObject({
      status: 2,
      stdout: containing('看不出“某某公司”是哪种机关，可用：镇、乡、街道、局、开发区。什么都没有写。'),
    });
    expect(readdirSync(folder)).toEqual([]);
    expect(nianbao('init', '年报', '--hub-only', '--organ', '任城区柳行街道')).toMatchObject({ status: 0 });
    expect(nianbao('check', '--organ', '街道').stderr).toContain('--organ 只能与 init 同用');
  });
});

describe('writing files', () => {
  const bytes = (text: string): Buffer => Buffer.from(text);

  it('leaves nothing behind when it fails', () => {
    expect(() => {
      writeFileDurably(folder, bytes('x'));
    }).toThrow('无法写入');
    createFileDurably(join(folder, 'a'), bytes('x'));
    expect(() => {
      createFileDurably(join(folder, 'a'), bytes('y'));
    }).toThrow('a 已经存在，没有覆盖');
    expect(readdirSync(folder)).toEqual(['a']);
    expect(readdirSync(join(folder, '..')).filter((name) => name.startsWith('.~'))).toEqual([]);
  });

  it('tells the clerk what to do', () => {
    const text = (code: string): string => fileErrorText('/x/表.xlsx', Object.assign(new Error(code), { code }));
    expect(text('EACCES')).toBe('无法写入 表.xlsx：文件夹只读或没有权限，请换一个文件夹或修改权限后再试');
    expect(text('EROFS')).toBe(text('EACCES'));
    expect(text('EBUSY')).toBe('无法写入 表.xlsx：文件正被 Excel/WPS 打开，请关闭后再试');
    expect(text('EPERM')).toBe(text('EBUSY'));
    expect(text('ENOSPC')).toBe('无法写入 表.xlsx：磁盘已满，请清理后再试');
  });
});
