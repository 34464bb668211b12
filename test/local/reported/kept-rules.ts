/** Ledgers of departments' own on Google: uploaded, mapped once in 接入台账, read the same way from then on, by whoever asks. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { JobAnswer } from '../../../src/contract/answer';
import type { IntakeDetails, IntakeOrder, RuleAnswer } from '../../../src/contract/intake';
import type { GoogleWorld } from '../../../src/local/reported/google-world';
import { shippedThreads } from '../shared-host';
import { colleague, owner, rawWords, runJob, settledWorld, type Meddler } from './google-office';
import type { YearStep } from './office-year';

const heads = ['序号', '工作', '目前情形', '办妥', '经办'];
/** A month of 司法所: its three tasks by their titles, in words of its own. */
type Month = readonly (readonly [title: string, state: string, doneOn: string | null])[];

const november: Month = [
  ['执法培训', '上会了', '2022-11-20'],
  ['清理文件', '还在路上', null],
  ['案卷评查', '上会了', '2022-10-20'],
];
const december: Month = november.map(([title]) => [title, '上会了', '2022-11-25']);

/** In base64, as a page sends it. */
async function ledger(month: Month): Promise<string> {
  const book = new ExcelJS.Workbook();
  const rows = month.map((cells, at) => [at + 1, ...cells, '某甲']);
  book.addWorksheet('落实2022').addRows([['司法所工作台账'], heads, ...rows]);
  return Buffer.from(await book.xlsx.writeBuffer()).toString('base64');
}

const answer = (kind: RuleAnswer['kind'], name: string, as: string): RuleAnswer => ({
  ...{ sheet: '落实2022', kind, name, as },
});
const answers: readonly RuleAnswer[] = [
  answer('sheet', '', '任务进展'),
  answer('column', '工作', '重点任务'),
  answer('column', '目前情形', '状态'),
  answer('column', '办妥', '完成日期'),
  answer('column', '经办', '不读取'),
  answer('status', '上会了', '已完成'),
  answer('status', '还在路上', '推进中'),
];

const order = (more: Partial<IntakeOrder> = {}): IntakeOrder => ({
  ...{ file: '司法所', content: null, department: null, answers: [], confirm: false },
  ...more,
});

const upload =
  (month: Month): YearStep['act'] =>
  async (world, meddle) => {
    const sent = { what: 'department', name: '司法所.xlsx', content: await ledger(month), instead: true };
    return runJob(world, owner, ['upload', sent], meddle);
  };

const intake =
  (person: string, given: IntakeOrder): YearStep['act'] =>
  (world, meddle) =>
    runJob(world, person, ['intake', given], meddle);

const look =
  (person: string): YearStep['act'] =>
  (world, meddle) =>
    runJob(world, person, ['look', null], meddle);

const detailsOf = (told: JobAnswer | null): IntakeDetails | undefined => told?.details as IntakeDetails | undefined;

function unless(isSo: boolean, complaint: string, told: JobAnswer | null): readonly string[] {
  return isSo ? [] : [`${complaint}: ${told?.text.slice(0, 200) ?? ''}`];
}

/** The rows of 列对应 as people see them: department, sheet, what, as. */
function keptRows({ folder }: GoogleWorld): readonly string[] {
  const books = readdirSync(folder).filter((name) => name.startsWith('列对应'));
  const { xlsx } = shippedThreads();
  const sheets = books.flatMap((name) => xlsx.read(name, readFileSync(join(folder, name))).sheets);
  const rows = sheets.flatMap(({ cells }) => cells);
  const text = (cell: { readonly value?: unknown } | undefined): string =>
    typeof cell?.value === 'string' ? cell.value : '';
  return rows.map((cells) => Array.from(cells, text).slice(0, 4).join('|')).filter((row) => row.startsWith('司法所'));
}

/** A colleague finds the workbook by what the script remembers alone. */
function isRemembered({ folder }: GoogleWorld): boolean {
  return readFileSync(join(folder, '.nianbao/properties.json'), 'utf8').includes('"file rules"');
}

function judgeKept(wanted: readonly string[]): YearStep['judge'] {
  return (world, told) => {
    const rows = keptRows(world);
    const lacking = wanted.filter((row) => !rows.includes(row));
    return [
      ...unless(isRemembered(world), 'the workbook of rules is not remembered', told),
      ...unless(new Set(rows).size === rows.length, `kept twice: ${rows.join(' ')}`, told),
      ...unless(lacking.length === 0, `not kept: ${lacking.join(' ')} among ${rows.join(' ')}`, told),
    ];
  };
}

const first = ['司法所|落实2022|整张表|任务进展', '司法所|落实2022|词：上会了|已完成'];

function judgeStates(wanted: Readonly<Record<string, string>>): YearStep['judge'] {
  return (_, told) => {
    const tasks = told?.summary?.tasks ?? [];
    const said = (id: string): string => tasks.find((task) => task.id === id)?.state ?? '';
    return Object.entries(wanted).flatMap(([id, state]) => unless(said(id) === state, `${id} is ${said(id)}`, told));
  };
}

const nothing = (): void => undefined;
const done = (_: GoogleWorld, told: JobAnswer | null): readonly string[] =>
  unless(told?.exit === 0, 'it was not done', told);

/** What happens to the ledger; `before` and `judge` as in the office year. */
const steps: readonly YearStep[] = [
  { name: 'the owner uploads a ledger', before: nothing, act: upload(november), judge: done },
  {
    name: 'the owner maps the ledger',
    before: nothing,
    act: intake(owner, order({ answers, confirm: true })),
    judge: judgeKept(first),
  },
  {
    name: 'the owner sees what it says',
    before: nothing,
    act: look(owner),
    judge: judgeStates({ 'A-01': 'done', 'A-02': 'running', 'A-03': 'done' }),
  },
  { name: 'the owner uploads the next month’s', before: nothing, act: upload(december), judge: done },
  {
    name: 'the owner is asked nothing',
    before: nothing,
    act: intake(owner, order()),
    judge: (_, told) =>
      unless(detailsOf(told)?.questions.length === 0 && detailsOf(told)?.department === '司法所', 'it is asked', told),
  },
  {
    name: 'a colleague sees what the next month’s says',
    before: nothing,
    act: look(colleague),
    judge: judgeStates({ 'A-01': 'done', 'A-02': 'done', 'A-03': 'done' }),
  },
  {
    name: 'a colleague says more of it',
    before: nothing,
    act: intake(colleague, order({ answers: [answer('column', '经办', '佐证材料')], confirm: true })),
    judge: judgeKept([...first, '司法所|落实2022|列：经办|佐证材料']),
  },
];

/** From a settled office on. @public used by build/fuzz/google.mjs. */
export const intakeStory = { begin: settledWorld, steps };

/** All of it goes well. */
export async function ledgersOnGoogle(): Promise<readonly string[]> {
  const world = await settledWorld();
  const complaints: string[] = [];
  for (const { name, before, act, judge } of steps) {
    before(world);
    const told = await act(world);
    complaints.push(...[...judge(world, told), ...rawWords(told?.text ?? '')].map((one) => `${name}: ${one}`));
  }
  return complaints;
}

/** The workbook is made, and the run ends before the script notes it: confirmed once more, colleagues find it, too. */
export async function interruptedRules(): Promise<readonly string[]> {
  const world = await settledWorld();
  await upload(november)(world);
  const map = intake(owner, order({ answers, confirm: true }));
  const fail: Meddler = (name, args, make) => {
    if (name === 'Properties.setProperty' && args[0] === 'file rules') throw new Error('Service timed out');
    return make();
  };
  const broken = await map(world, fail);
  const told = await map(world);
  return [...unless(broken?.exit === 2, 'it is not told', broken), ...judgeKept(first)(world, told)];
}

/** Who sees no folder can make no workbook of rules: the owner confirms the first of them. */
export async function colleagueMapsFirst(): Promise<readonly string[]> {
  const world = await settledWorld();
  await upload(november)(world);
  const told = await intake(colleague, order({ answers, confirm: true }))(world);
  const isRefused = told?.exit === 2 && told.text.includes('ba***') && keptRows(world).length === 0;
  return [...unless(isRefused, 'the owner is not named', told), ...rawWords(told?.text ?? '')];
}
