/** The ways in which something can be not there, each as an office whose 司法所 has it in its figure and its task. */
import { mkdirSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formSheet, tableSheet } from '../offices/files/department-sheets';
import { number, text, workbookBytes, type Cell, type Sheet } from '../offices/files/workbook-file';
import { unzipped, zipped } from '../offices/files/zip';
import { rulesOf } from '../offices/world/rules';

const rules = rulesOf('rule-of-law');
/** The department that has it. */
export const department = '司法所';
const other = '综合行政执法办';

/** A row of a table by field. */
type Fields = Readonly<Record<string, Cell | null>>;

/** What stands where the figure and the state of the task should; `null` for nothing. */
interface Written {
  readonly figure?: Cell | null;
  readonly status?: Cell | null;
  /** What the sheets or the file lack, or how they hide it. */
  readonly how?:
    | 'row'
    | 'column'
    | 'sheet'
    | 'file'
    | 'damaged'
    | 'hidden'
    | 'merged'
    | 'formula'
    | 'unasked'
    | 'withheld'
    | 'nobody';
}

const otherGiven: Written = { figure: number('40'), status: text('已完成') };
const given: Written = { figure: number('30'), status: text('已完成') };

/** By the names of the table beside this file. */
export const states: Readonly<Record<string, Written>> = {
  'a blank cell': { figure: null, status: null },
  'a cell everybody left blank': { figure: null, status: null, how: 'nobody' },
  无: { figure: text('无'), status: text('无') },
  '—': { figure: text('—'), status: text('—') },
  不涉及: { figure: text('不涉及'), status: text('不涉及') },
  'a zero that is said': { figure: number('0'), status: text('未启动') },
  'words nobody can read': { figure: text('若干'), status: text('差不多了') },
  'no row': { ...given, how: 'row' },
  'no column': { ...given, how: 'column' },
  'no sheet': { ...given, how: 'sheet' },
  'no workbook': { ...given, how: 'file' },
  'a damaged workbook': { ...given, how: 'damaged' },
  'a workbook the service does not give': { ...given, how: 'withheld' },
  'a hidden row': { ...given, how: 'hidden' },
  'a cell under a merged one': { ...given, how: 'merged' },
  'a formula that was not computed': { ...given, how: 'formula' },
  'asked of nobody': { ...given, how: 'unasked' },
};

const lines = [
  { code: 'X0', name: '走访次数', unit: '次' },
  { code: 'X1', name: '巡查次数', unit: '次', threshold: number('100'), sentence: '全年巡查{{指标.巡查次数}}' },
  { code: 'X2', name: '巡查建档数', unit: '次' },
];

/** What the law wants told and no figure tells: without it no report is in order. */
const required = ['第一责任人', '其他情况'];

/** Makes the office in the folder. Its 综合行政执法办 has done 40 of everything. */
export function writeOffice(folder: string, state: Written): void {
  for (const name of ['填报', '模板', '报告', '发件箱']) mkdirSync(join(folder, name), { recursive: true });
  copyFileSync(resolve('build/out/templates/rule-of-law/年度报告.docx'), join(folder, '模板/年度报告.docx'));
  writeFileSync(join(folder, '总表.xlsx'), workbookBytes(hub(state)));
  writeFileSync(
    join(folder, '填报', `${other}.xlsx`),
    workbookBytes(book(other, { ...otherGiven, ...othersPart(state) })),
  );
  const own = join(folder, '填报', `${department}.xlsx`);
  const bytes = hiding(workbookBytes(book(department, state)), state);
  writeFileSync(own, state.how === 'damaged' ? bytes.subarray(0, Math.floor(bytes.length / 3)) : bytes);
  if (state.how === 'file') rmSync(own);
}

/** What is so in the other department too. */
function othersPart({ how }: Written): Written {
  if (how === 'nobody') return { figure: null };
  return how === 'unasked' ? { how } : {};
}

function table(key: string, rows: readonly Fields[], hidden: readonly number[] = []): Sheet {
  return tableSheet(rules, key, rows, { titled: true, hidden }).sheet;
}

function hub({ how }: Written): readonly Sheet[] {
  const isUnasked = how === 'unasked';
  const settings: Readonly<Record<string, Cell>> = {
    ...{
      reportYear: number('2025'),
      town: text('某镇'),
      partyName: text('中共某镇委员会'),
      governmentName: text('某镇人民政府'),
      superior: text('县委、县政府'),
    },
    ...{
      asOf: text('2025-12-31'),
      signDate: text('2026-01-20'),
      villages: number('3'),
      officeMailbox: text('dzb@a.example'),
    },
  };
  const labels = [...(rules.headers.get('settings') ?? new Map<string, string>())];
  const department_ = (id: string, name: string): Fields => ({
    ...{ id: text(id), name: text(name), kind: text('内设'), inGroup: text('否'), active: text('是') },
    mailbox: text(`${id.toLowerCase()}@a.example`),
  });
  return [
    formSheet(
      rules.titles.get('settings') ?? '',
      labels.map(([field, label]) => [label, settings[field] ?? null]),
    ),
    table('departments', [department_('D01', department), department_('D02', other)]),
    table('tasks', tasks(isUnasked)),
    table('indicators', [
      ...lines.map(({ threshold = null, sentence = '', ...line }) => ({
        ...{
          code: text(line.code),
          name: text(line.name),
          unit: text(line.unit),
          kind: text('数量'),
          area: text('执法'),
        },
        ...{ filledBy: isUnasked && line.code === 'X1' ? null : text(`${department}、${other}`), threshold },
        ...{
          aggregate: text('合计'),
          direction: text('高好'),
          redLine: text('是'),
          sentence: sentence === '' ? null : text(sentence),
        },
      })),
      {
        ...{
          code: text('X3'),
          name: text('巡查建档率'),
          unit: text('%'),
          kind: text('比率'),
          filledBy: text('程序计算'),
        },
        ...{ numerator: text('X2'), denominator: text('X1'), area: text('执法'), direction: text('高好') },
      },
    ]),
    table(
      'narratives',
      required.map((section) => ({ section: text(section), text: text(`${section}由办公室写明。`) })),
    ),
    table('weakAreas', [{ area: text('执法'), problem: text('巡查不够'), action: text('加强巡查') }]),
  ];
}

function tasks(isUnasked: boolean): readonly Fields[] {
  const task = (id: string, lead: string | null): Fields => ({
    ...{ id: text(id), section: text('组织领导'), title: text(`重点工作${id}`), deadline: text('2025-06-30') },
    lead: lead === null ? null : text(lead),
  });
  return [task('T-1', isUnasked ? null : department), task('T-2', other), task('T-3', department)];
}

/** The figures X0 to X2 and the tasks of the department; only X1 and its first task are what is looked at. */
function book(name: string, { figure = null, status = null, how }: Written): readonly Sheet[] {
  const hidden = how === 'hidden' ? [1] : [];
  const isMissing = (code: string): boolean => isAbsent(how) && (code === 'X1' || code === 'T-1');
  const figures = lines.map(({ code, name: line, unit }) => ({
    ...{ code: text(code), name: text(line), unit: text(unit) },
    quantity: code === 'X1' ? figure : number(name === other ? '40' : '0'),
  }));
  const own = name === other ? ['T-2'] : ['T-3', 'T-1'];
  const progress = own.map((id) => ({
    ...{ taskId: text(id), title: text(`重点工作${id}`), deadline: text('2025-06-30') },
    ...{ status: id === 'T-3' ? text('已完成') : status, doneOn: isDone(id, status) ? text('2025-05-01') : null },
  }));
  const sheets = [
    formSheet(rules.titles.get('cover') ?? '', [
      ['单位*', text(name)],
      ['报告年度*', number('2025')],
    ]),
    table(
      'progress',
      progress.filter(({ taskId }) => taskId.kind === 'text' && !isMissing(taskId.text)),
      hidden,
    ),
    table(
      'figures',
      figures.filter(({ code }) => code.kind === 'text' && !isMissing(code.text)),
      hidden,
    ),
  ];
  if (how === 'sheet') return sheets.slice(0, 1);
  return how === 'column' ? sheets.map(withoutColumn) : sheets;
}

function isAbsent(how: Written['how']): boolean {
  return how === 'row' || how === 'unasked';
}

function isDone(id: string, status: Cell | null): boolean {
  return id === 'T-3' || (status?.kind === 'text' && status.text === '已完成');
}

/** Without the column of the figures, or of the states of tasks. */
function withoutColumn(sheet: Sheet): Sheet {
  const header = sheet.rows[2]?.cells.map((cell) => (cell?.kind === 'text' ? cell.text : '')) ?? [];
  const at = header.findIndex((name) => name === '填报值' || name === '状态');
  return at < 0
    ? sheet
    : { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => index !== at) })) };
}

/** Merges the cell with the one above it, or puts a formula without a result in its place, in both sheets. */
function hiding(bytes: Buffer, { how }: Written): Buffer {
  if (how !== 'merged' && how !== 'formula') return bytes;
  const parts = unzipped(bytes);
  const change = how === 'merged' ? merged : uncomputed;
  const changed = [...parts].map(([name, part]): [string, Buffer] => {
    const cell = { 'xl/worksheets/sheet2.xml': 'D5', 'xl/worksheets/sheet3.xml': 'D5' }[name];
    return [name, cell === undefined ? part : Buffer.from(change(part.toString('utf8'), cell))];
  });
  return zipped(new Map(changed));
}

function merged(xml: string, cell: string): string {
  const above = `${cell.slice(0, 1)}${String(Number(cell.slice(1)) - 1)}`;
  return xml.replace(
    '</sheetData>',
    `</sheetData><mergeCells count="1"><mergeCell ref="${above}:${cell}"/></mergeCells>`,
  );
}

function uncomputed(xml: string, cell: string): string {
  return xml.replace(new RegExp(`<c r="${cell}".*?</c>`, 'u'), `<c r="${cell}"><f>15+15</f></c>`);
}
