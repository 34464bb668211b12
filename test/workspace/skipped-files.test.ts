/** Whatever lies in 填报 and is not read is told, and no link leads the program out of the workspace. */
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { longIt } from '../long';
import { freshFolder, removeFolders, run } from './run-command';
import { needs } from '../tools';
import { smallOffice } from './small-office';

afterAll(removeFolders);

interface Answer {
  readonly exit: number;
  readonly reason?: string;
  readonly problems: readonly {
    readonly code: string;
    readonly level: string;
    readonly workbook: string;
    readonly reason: string;
  }[];
  readonly summary: { readonly missingDepartments: readonly string[] } | null;
}

function check(folder: string): Answer {
  return JSON.parse(run('check', folder, '--json').out) as Answer;
}

/** What is said of the files by name. */
function toldOf({ problems }: Answer): readonly string[] {
  return problems
    .filter(({ code }) => /^(?:workbook|file|department-un)/u.test(code))
    .map(({ code, level, workbook, reason }) => `${level} ${code} ${workbook}：${reason}`);
}

needs('links and free file names', () => {
  it('names in another encoding, hidden files, links, folders and names no path can hold are listed', () => {
    const folder = smallOffice();
    const at = (name: string): string => join(folder, '填报', name);
    const sound = at('财政所.xlsx');
    const outside = join(freshFolder(), '卫健办.xlsx');
    copyFileSync(sound, outside);
    // 司法所.xlsx as GBK, and é.xlsx as latin1.
    const encoded = (bytes: string): Buffer => Buffer.concat([Buffer.from(`${at('')}/`), Buffer.from(bytes, 'hex')]);
    copyFileSync(sound, encoded('cbbeb7a8cbf92e786c7378'));
    copyFileSync(sound, encoded('e92e786c7378'));
    copyFileSync(sound, at('.派出所.xlsx'));
    copyFileSync(sound, at('应急:管理.xlsx'));
    symlinkSync(outside, at('卫健办.xlsx'));
    symlinkSync(join(folder, '没有.xlsx'), at('中心校.xlsx'));
    mkdirSync(at('综治中心.xlsx'));
    for (const name of ['~$财政所.xlsx', '.~lock.财政所.xlsx#', '.DS_Store', '._财政所.xlsx'])
      writeFileSync(at(name), 'x');

    const answer = check(folder);
    const told = toldOf(answer);
    const listed = (start: string, why: string): string =>
      expect.stringMatching(new RegExp(`^${start}：.*${why}`, 'u')) as string;
    expect(told).toEqual(
      expect.arrayContaining([
        listed('错误 workbook-unreadable \\S+\uFFFD+.xlsx', '文件名的编码认不出来'),
        listed('错误 workbook-unreadable \uFFFD.xlsx', '文件名的编码认不出来'),
        listed('错误 workbook-unreadable 应急:管理.xlsx', '文件名里不能有'),
        listed('错误 workbook-unreadable 卫健办.xlsx', '指向别处的快捷方式'),
        listed('错误 workbook-unreadable 中心校.xlsx', '指向别处的快捷方式'),
        listed('错误 workbook-unreadable 综治中心.xlsx', '这是文件夹'),
        listed('提示 file-ignored .派出所.xlsx', '以点开头'),
        listed('错误 department-unread 卫健办.xlsx', '没有读到卫健办的填报表'),
      ]),
    );
    expect(told.filter((line) => /DS_Store|lock|~\$|\._/u.test(line))).toEqual([]);
    // Any of the files nobody could read may be the one of a department that seems to have sent none.
    expect(answer.summary?.missingDepartments).toEqual([]);
  });

  it('a link within the workspace is followed, one that leads out of it is not, whatever it is named', () => {
    const folder = smallOffice();
    const elsewhere = freshFolder();
    mkdirSync(join(folder, '原件'));
    renameSync(join(folder, '填报/司法所.xlsx'), join(folder, '原件/司法所.xlsx'));
    symlinkSync('../原件/司法所.xlsx', join(folder, '填报/司法所.xlsx'));
    const before = check(folder);
    expect(toldOf(before)).toEqual([]);
    expect(before.summary?.missingDepartments).not.toContain('司法所');

    renameSync(join(folder, '总表.xlsx'), join(elsewhere, '总表.xlsx'));
    symlinkSync(join(elsewhere, '总表.xlsx'), join(folder, '总表.xlsx'));
    const hub = check(folder);
    expect([hub.exit, hub.reason]).toEqual([2, expect.stringContaining('指向工作文件夹以外的链接')]);
    rmSync(join(folder, '总表.xlsx'));
    renameSync(join(elsewhere, '总表.xlsx'), join(folder, '总表.xlsx'));

    renameSync(join(folder, '填报'), join(elsewhere, '填报'));
    symlinkSync(join(elsewhere, '填报'), join(folder, '填报'));
    const linked = check(folder);
    expect([linked.exit, linked.reason]).toEqual([2, expect.stringContaining('“填报”是文件或者指向别处的链接')]);
  });
});

it('reports and mails of an office with files it cannot read accuse nobody', () => {
  const folder = smallOffice();
  writeFileSync(join(folder, '填报/司法所.xlsx'), 'damaged');
  rmSync(join(folder, '填报/财政所.xlsx'));
  const { exit, out } = run('remind', folder, '--dry-run', '--as-of', '2022-12-30');
  expect(exit).toBe(1);
  expect(out).toContain('财政所：截至2022年12月30日没有收到可用的填报表');
  expect(out).not.toMatch(/司法所：截至.*没有收到|贵单位牵头的.*司法所/u);
  expect(out).toMatch(/司法所的填报表没有读到：司法所\.xlsx 不是有效的.*这不是缺报/u);
  expect(readFileSync(join(folder, '填报/司法所.xlsx'), 'utf8')).toBe('damaged');
});

longIt('a workbook left beside the hub is told, with the folder it belongs into; the program’s own are none', () => {
  const folder = smallOffice();
  run('check', folder);
  for (const name of ['财政所.xlsx', '财政所（交）.xls', '说明.txt'])
    copyFileSync(join(folder, '填报', '财政所.xlsx'), join(folder, name));
  const strays = check(folder).problems.filter(({ code }) => code === 'file-stray');
  expect(strays.map(({ level, workbook }) => `${level} ${workbook}`).sort()).toEqual([
    '请核实 财政所.xlsx',
    '请核实 财政所（交）.xls',
  ]);
  expect(strays[0]?.reason).toContain('没有读取');
  expect(check(smallOffice()).problems.map(({ code }) => code)).not.toContain('file-stray');
});
