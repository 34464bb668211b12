/** Workbooks people sent, each put where it belongs in the example's office: what of them must be read, and what told. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { longIt } from '../long';
import { copyOfExample, removeFolders, root, run } from './run-command';

interface Answer {
  readonly exit: number;
  readonly problems: readonly Record<'code' | 'level' | 'workbook' | 'sheet' | 'cell' | 'reason', string | null>[];
  readonly summary: {
    readonly counts: { readonly total: number };
    readonly tasks: readonly { readonly due: string | null }[];
    readonly indicators: readonly { readonly code: string; readonly value: number | null; readonly cells: string[] }[];
    readonly cells: readonly Readonly<Record<'workbook' | 'sheet', string>>[];
  };
}

const cases = join(root, 'test/cases/intake');

function checkWith(name: string, place: string): Answer {
  const folder = copyOfExample('dazhanglou-2022');
  cpSync(join(cases, `${name}.xlsx`), join(folder, place));
  const { exit, out } = run('check', folder, '--json');
  return { ...(JSON.parse(out) as Omit<Answer, 'exit'>), exit: exit ?? -1 };
}

const about = ({ problems }: Answer, workbook: string): readonly string[] =>
  problems
    .filter((one) => one.workbook === workbook)
    .map(({ level, code, cell }) => [level, code, cell ?? ''].join(' ').trim());
const valueOf = ({ summary }: Answer, code: string): number | null | undefined =>
  summary.indicators.find((one) => one.code === code)?.value;

afterAll(removeFolders);

longIt('三张表上下相连: all three tables are read', () => {
  const answer = checkWith('三张表上下相连', '填报/应急管理办.xlsx');
  const taken = answer.problems.filter(({ code }) => code === 'sheet-by-header').map(({ reason }) => reason);
  expect(taken).toEqual(['培训明细', '普法明细', '案件明细'].map((title): unknown => expect.stringContaining(title)));
  const [account] = answer.summary.cells.filter(({ sheet }) => sheet === '工作台账');
  expect(account).toMatchObject({
    filled: 55,
    used: 32,
    listed: 0,
    named: { title: 4, header: 19, note: 0 },
    unread: 0,
  });
});

longIt('总表-备注行: the remark below the tasks is no task', () => {
  const answer = checkWith('总表-备注行', '总表.xlsx');
  expect(answer.summary.counts.total).toBe(12);
  expect(about(answer, '总表.xlsx')).toContain('提示 remark-row A16');
});

longIt('填报值改名: a value column under a name departments use is read', () => {
  const answer = checkWith('填报值改名', '填报/司法所.xlsx');
  expect(about(answer, '司法所.xlsx').filter((said) => said.includes('column'))).toEqual([]);
  expect(valueOf(answer, 'A2')).toBe(4);
});

longIt('总表-年月格式: a date shown as a month ends with it, a hidden year is doubted', () => {
  const answer = checkWith('总表-年月格式', '总表.xlsx');
  const told = about(answer, '总表.xlsx');
  expect(told).toEqual(
    expect.arrayContaining([
      '提示 deadline-month-end I4',
      '请核实 day-year-hidden I7',
      '错误 day-short I8',
      '错误 day-number I11',
      '请核实 day-serial I12',
    ]),
  );
  const dueOf = (task: number): string | null | undefined => answer.summary.tasks[task]?.due;
  expect([4, 5, 7, 10, 12].map((row) => dueOf(row - 4))).toEqual([
    ...['2022-03-31', '2022-06-30', '2023-06-30', '2022-09-30', '2022-06-30'],
  ]);
});

longIt('excel2013-1904: an extension of the same name moves no date', () => {
  const answer = checkWith('excel2013-1904', '填报/综合行政执法办.xlsx');
  // The form is of a year that did not ask for all indicators: what it lacks is told, and nothing of its days.
  expect(
    about(answer, '综合行政执法办.xlsx').filter((told) => !/figure-(?:incomplete|unreported)/u.test(told)),
  ).toEqual([]);
  expect([valueOf(answer, 'C7.1'), valueOf(answer, 'C3')]).not.toContain(null);
});

longIt.each([
  ['merged-hidden-True', true],
  ['merged-hidden-False', false],
])('%s: what a merged cell covers is in no figure', (name, isCovered) => {
  const answer = checkWith(name, '填报/卫健办.xlsx');
  expect([valueOf(answer, 'E2'), valueOf(answer, 'E1')]).toEqual([6900, 26]);
  const covered = about(answer, '卫健办.xlsx').filter((one) => one.includes('merged-covered'));
  expect(covered).toEqual(isCovered ? ['E5', 'F5', 'G5'].map((cell) => `请核实 merged-covered ${cell}`) : []);
});
