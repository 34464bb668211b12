/** A street office that reports on work safety, filled in at random over the files `init` makes; what is true of it is known here. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openXlsx, type OpenedWorkbook } from '../../examples/build/edit-xlsx.mjs';
import { fillWorkbook } from '../../examples/build/fill-workbook.mjs';
import { randomFrom } from '../random';
import { freshFolder, run, type Run } from './run-command';

type Records = readonly Readonly<Record<string, string>>[];
type Tables = Readonly<Record<string, Records>>;

const group = ['应急管理站', '消防工作站', '市场监管所', '城市建设办'];
/** The number of enterprises in the street. */
export const enterprises = 120;

/** What a department knows of itself. */
interface Truth {
  readonly hazards: readonly { readonly grave: boolean; readonly fixed: boolean }[];
  readonly drills: readonly { readonly leads: boolean; readonly events: number; readonly people: number }[];
}

export interface SafetyOffice {
  readonly folder: string;
  readonly made: readonly Run[];
  readonly truth: ReadonlyMap<string, Truth>;
  /** Figures only one department knows, by their codes. */
  readonly figures: Readonly<Record<string, number>>;
  /** Tasks that are done, and those that are not; all of them were due. */
  readonly done: readonly string[];
  readonly late: readonly string[];
}

/** Made by the shipped command and filled in as people fill it; the same for the same seed. */
export function safetyOffice(seed: number): SafetyOffice {
  const folder = join(freshFolder(), '安全年报');
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const hub = run('init', folder, '--hub-only', '--edition', '安全生产', '--organ', '江城区临江街道', '--year', '2025');
  edit(folder, '总表.xlsx', fillHub);
  const workbooks = run('init', folder);
  const names = readdirSync(join(folder, '填报')).map((file) => file.replace('.xlsx', ''));
  const truth = new Map(names.map((name) => [name, truthOf(name, below)]));
  const figures = { 'H3.1': 80 + below(41), H4: 0, 'H5.1': 60, 'H5.2': 20 + below(30), J3: 15 + below(20) };
  const all: { id: string; isDone: boolean }[] = [];
  for (const name of names) {
    edit(folder, join('填报', `${name}.xlsx`), (workbook) => {
      const tasks = keysOf(workbook, '任务进展', '任务编号').map((id) => ({ id, isDone: below(2) > 0 }));
      all.push(...tasks);
      fillWorkbook(workbook, tablesOf(workbook, truth.get(name) ?? truthOf('', below), { tasks, figures, below }));
    });
  }
  const ids = (isDone: boolean): string[] => all.filter((task) => task.isDone === isDone).map(({ id }) => id);
  return { folder, made: [hub, workbooks], truth, figures, done: ids(true), late: ids(false) };
}

/** Sets one cell of a department's sheet, found by header and key, as somebody types it. */
export function typeInto(folder: string, name: string, table: string, record: Readonly<Record<string, string>>): void {
  edit(folder, join('填报', `${name}.xlsx`), (workbook) => {
    const sheet = workbook.sheet(table);
    const [[, key] = ['', ''], [header, text] = ['', '']] = Object.entries(record);
    const head = headRow(workbook, table, header);
    const column = sheet.texts(head).find(([, shown]) => bare(shown) === header)?.[0] ?? 0;
    const row = sheet.rowNumbers().find((one) => sheet.texts(one).some(([, shown]) => shown === key));
    sheet.set(row ?? 0, column, { text });
  });
}

function edit(folder: string, file: string, change: (workbook: OpenedWorkbook) => void): void {
  const workbook = openXlsx(readFileSync(join(folder, file)));
  change(workbook);
  writeFileSync(join(folder, file), workbook.bytes());
}

function fillHub(workbook: OpenedWorkbook): void {
  const settings = {
    街道名称: '临江街道',
    党工委全称: '中共江城区临江街道工作委员会',
    办事处全称: '江城区人民政府临江街道办事处',
    企业数: String(enterprises),
    成文日期: '2026-01-12',
    办公室邮箱: 'ajb@linjiang.example',
    主要领导邮箱: 'zyld@linjiang.example',
    附数据表: '是',
  };
  fillWorkbook(workbook, { 设置: Object.entries(settings).map(([item, text]) => ({ 项目: item, 填写: text })) });
  const sheet = workbook.sheet('单位');
  const head = headRow(workbook, '单位', '邮箱');
  const column = (header: string): number => sheet.texts(head).find(([, shown]) => bare(shown) === header)?.[0] ?? 0;
  for (const row of sheet.rowNumbers().filter((one) => one > head && sheet.text(one, column('编号')) !== '')) {
    const mailbox = `${sheet.text(row, column('编号')).toLowerCase()}@linjiang.example`;
    sheet.set(row, column('邮箱'), { text: mailbox });
  }
}

function truthOf(name: string, below: (limit: number) => number): Truth {
  const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  return {
    hazards: group.includes(name) ? many(6 + below(10), () => ({ grave: below(4) === 0, fixed: below(6) > 0 })) : [],
    drills: many(below(4), () => ({ leads: below(3) > 0, events: 1 + below(2), people: 30 + below(100) })),
  };
}

interface Filling {
  readonly tasks: readonly { readonly id: string; readonly isDone: boolean }[];
  readonly figures: Readonly<Record<string, number>>;
  readonly below: (limit: number) => number;
}

function tablesOf(workbook: OpenedWorkbook, truth: Truth, { tasks, figures, below }: Filling): Tables {
  const day = (): string => `2025-0${String(1 + below(9))}-${String(10 + below(18))}`;
  const progress = tasks.map(({ id, isDone }) => ({
    任务编号: id,
    状态: isDone ? '已完成' : '推进中',
    完成率: isDone ? '100%' : '60%',
    完成日期: isDone ? '2025-02-14' : '',
    // Meetings of each quarter, drills of each half year: a day alone would speak for its own period only.
    已完成至第几期: isDone ? ({ 'ZR-2': '4', 'YJ-2': '2' }[id] ?? '') : '',
    进展情况: isDone ? '已经办结' : '正在办理',
  }));
  const hazards = truth.hazards.map(({ grave, fixed }, index) => ({
    排查日期: day(),
    场所: `第${String(index + 1)}号厂房`,
    隐患等级: grave ? '重大' : '一般',
    是否整改: fixed ? '是' : '否',
    整改日期: fixed ? '2025-11-20' : '',
    督办单位: grave ? '区应急管理局' : '',
  }));
  const drills = truth.drills.map(({ leads, events, people }, index) => ({
    演练日期: day(),
    演练主题: `第${String(index + 1)}次疏散演练`,
    是否牵头: leads ? '是' : '否',
    场次: String(events),
    参演人次: String(people),
  }));
  const typed = { ...figures, ...ownFigures(truth) };
  const asked = keysOf(workbook, '指标数据', '编码').map((code) => ({ 编码: code, 填报值: String(typed[code] ?? '') }));
  return {
    ...(progress.length > 0 && { 任务进展: progress }),
    ...(asked.length > 0 && { 指标数据: asked }),
    ...(hazards.length > 0 && { 隐患排查台账: hazards }),
    ...(drills.length > 0 && { 应急演练: drills }),
  };
}

/** What a department types of itself, summed from its own sheets. */
export function ownFigures({ hazards, drills }: Truth): Readonly<Record<string, number>> {
  const led = drills.filter(({ leads }) => leads);
  return {
    'H1.2': hazards.length,
    'H1.1': hazards.filter(({ fixed }) => fixed).length,
    'H2.2': hazards.filter(({ grave }) => grave).length,
    'H2.1': hazards.filter(({ grave, fixed }) => grave && fixed).length,
    J2: led.reduce((sum, { events }) => sum + events, 0),
    'J2.1': led.reduce((sum, { people }) => sum + people, 0),
  };
}

function headRow(workbook: OpenedWorkbook, title: string, header: string): number {
  const sheet = workbook.sheet(title);
  const row = sheet.rowNumbers().find((one) => sheet.texts(one).some(([, text]) => bare(text) === header));
  if (row === undefined) throw new Error(`${title} has no ${header}`);
  return row;
}

/** The keys that stand below the header already. */
function keysOf(workbook: OpenedWorkbook, title: string, header: string): string[] {
  const sheet = workbook.sheet(title);
  const head = headRow(workbook, title, header);
  const column = sheet.texts(head).find(([, text]) => bare(text) === header)?.[0] ?? 0;
  return sheet
    .rowNumbers()
    .filter((row) => row > head)
    .map((row) => sheet.text(row, column))
    .filter((text) => text !== '');
}

/** Without the mark of what must be filled in. */
function bare(header: string): string {
  return header.replace(/\*$/u, '');
}
