/**
 * Offices of several kinds and times, from `init` to the report: `test/cases/organs/<case>` holds the commands (命令.txt), what is
 * typed into 设置 and into every department's 指标数据, and the report that comes out, to be read aloud.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openXlsx, type OpenedWorkbook } from '../../examples/build/edit-xlsx.mjs';
import { fillWorkbook } from '../../examples/build/fill-workbook.mjs';
import { longDescribe } from '../long';
import { expectText } from './expected-text';
import { freshFolder, removeFolders, reportPath, root, runOn, wordText } from './run-command';

afterAll(removeFolders);

const cases = join(root, 'test/cases/organs');

interface Case {
  readonly init: readonly string[];
  readonly day: string;
  readonly settings: readonly (readonly string[])[];
  readonly figures: ReadonlyMap<string, string>;
}

function caseNamed(name: string): Case {
  const text = (file: string): string => readFileSync(join(cases, name, file), 'utf8');
  const rows = (file: string): string[][] =>
    text(file)
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'));
  const [, init = '', day = ''] = /^init (.+)；report (\S+)$/u.exec(text('命令.txt').trim()) ?? [];
  return {
    init: init.split(' '),
    day,
    settings: rows('设置.tsv'),
    figures: new Map(rows('指标.tsv').map(([code = '', value = '']) => [code, value])),
  };
}

function edit(path: string, change: (workbook: OpenedWorkbook) => void): void {
  const workbook = openXlsx(readFileSync(path));
  change(workbook);
  writeFileSync(path, workbook.bytes());
}

/** Every figure of the case where it is asked, and all tasks done early in the year. */
function fillDepartment(workbook: OpenedWorkbook, { figures, day, init }: Case): void {
  const year = init[init.indexOf('--year') + 1] ?? day.slice(0, 4);
  const codes = keysOf(workbook, '指标数据', '编码');
  const tasks = keysOf(workbook, '任务进展', '任务编号');
  fillWorkbook(workbook, {
    ...(codes.length > 0 && { 指标数据: codes.map((code) => ({ 编码: code, 填报值: figures.get(code) ?? '' })) }),
    ...(tasks.length > 0 && {
      任务进展: tasks.map((id) => ({
        任务编号: id,
        状态: '已完成',
        完成率: '100%',
        完成日期: `${year}-03-20`,
        进展情况: '已经办结',
      })),
    }),
  });
}

function keysOf(workbook: OpenedWorkbook, table: string, header: string): readonly string[] {
  const sheet = workbook.sheet(table);
  const cells = sheet.rowNumbers().map((row) => ({ row, texts: sheet.texts(row) }));
  const head = cells.find(({ texts }) => texts.some(([, shown]) => shown.replace('*', '') === header));
  const column = head?.texts.find(([, shown]) => shown.replace('*', '') === header)?.[0] ?? 0;
  return cells
    .filter(({ row }) => row > (head?.row ?? 0))
    .map(({ row }) => sheet.text(row, column))
    .filter((key) => key !== '');
}

/** The folder of the office with its report. */
function madeOffice(name: string): { readonly folder: string; readonly problems: string } {
  const one = caseNamed(name);
  const folder = join(freshFolder(), name);
  expect(runOn(one.day, 'init', folder, '--hub-only', ...one.init).exit).toBe(0);
  edit(join(folder, '总表.xlsx'), (workbook) => {
    fillWorkbook(workbook, { 设置: one.settings.map(([item = '', text = '']) => ({ 项目: item, 填写: text })) });
  });
  runOn(one.day, 'init', folder);
  for (const file of readdirSync(join(folder, '填报'))) {
    edit(join(folder, '填报', file), (workbook) => {
      fillDepartment(workbook, one);
    });
  }
  const { out } = runOn(one.day, 'report', folder, '--json');
  const { problems } = JSON.parse(out) as {
    readonly problems: readonly { level: string; sheet: string; actual: string; reason: string }[];
  };
  const ofSettings = problems.filter(({ sheet }) => sheet === '设置');
  return {
    folder,
    problems: ofSettings.map(({ level, actual, reason }) => `${level}：${actual}：${reason}`).join('\n'),
  };
}

longDescribe.each(readdirSync(cases))('%s', (name) => {
  let office: ReturnType<typeof madeOffice>;
  beforeAll(() => {
    office = madeOffice(name);
  });

  it('has the expected report, and is told what its settings lack', () => {
    const text = [wordText(reportPath(office.folder)), '', '——设置里要看的——', office.problems].join('\n');
    expectText(`organs/${name}/expected/报告.txt`, text);
  });
});
