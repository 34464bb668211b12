/** 结果.xlsx, which the program writes for people, beside the same truth: read again from the file. */
import type { Area } from './truth/area-truth';
import type { Spot } from './files/department-sheets';
import type { Figure } from './truth/figures';
import type { Blanks } from './truth/gap-truth';
import type { TaskState } from './truth/task-truth';
import { judged, same, together, type Verdict } from './verdict';
import type { Shown } from './files/workbook-file';

/** What follows from a figure without some department's number: the blank cell, and the gap the report prints. */
export function isOfGap(code: string, file: string): boolean {
  return code === 'figure-incomplete' || (code === 'value-missing' && file === '年度报告.docx');
}

type Row = Readonly<Record<string, string>>;

function isReport(row: Row): boolean {
  return row['文件'] === '年度报告.docx';
}

/** What the workbook must say. */
export interface Expected {
  readonly figures: readonly Figure[];
  readonly states: ReadonlyMap<string, TaskState>;
  readonly weakAreas: readonly Area[];
  readonly errors: readonly Spot[];
  readonly blanks: readonly Blanks[];
  readonly gaps: readonly string[];
}

const stateWords: Readonly<Record<TaskState, string>> = {
  done: '已完成',
  running: '推进中',
  overdue: '逾期',
  unreported: '未报',
  unclear: '待核实',
  deferred: '暂缓',
  cancelled: '取消',
};

/** Sheets 指标一览, 任务一览, 薄弱环节 and 核对. */
export function checkResults(results: Shown, { figures, states, weakAreas, errors, blanks, gaps }: Expected): Verdict {
  const lines = new Map(tableIn(results, '指标一览').map((row) => [row['编码'] ?? '', row]));
  const weak = tableIn(results, '薄弱环节').filter((row) => row['结论'] === '薄弱');
  const tasks = tableIn(results, '任务一览').map((row) => [row['任务编号'], row['结论']]);
  const all = tableIn(results, '核对')
    .filter((row) => row['级别'] === '错误')
    .flatMap((row) => (row['文件'] ?? '').split('、').map((file): Row => ({ ...row, 文件: file })));
  const blank = all.filter((row) => row['类别'] === '指标缺数');
  const wrong = all.filter((row) => !blank.includes(row) && !(row['类别'] === '报告待补' && isReport(row)));
  return together([
    ...figures.map((figure) => lineVerdict(figure, lines.get(figure.line.code) ?? {})),
    same('任务一览', 'states', [...tasks].sort(), [...states].map(([id, state]) => [id, stateWords[state]]).sort()),
    same(
      '薄弱环节',
      'areas',
      weak.map((row) => row['类别']),
      weakAreas.map(({ area }) => area),
    ),
    same(
      '核对',
      'blank cells',
      blank.length,
      blanks.reduce((sum, { cells, isOne }) => sum + (isOne ? 1 : cells.length), 0),
    ),
    same('核对', 'whether the report has gaps', all.length > wrong.length + blank.length, gaps.length > 0),
    same(
      '核对',
      'places of errors',
      wrong.map((row) => [row['文件'], row['工作表'], row['单元格']].join(' ').trim()).sort(),
      errors.map(({ file, sheet, cell }) => [file, sheet ?? '', cell ?? ''].join(' ').trim()).sort(),
    ),
  ]);
}

/** A known figure is printed and judged, any other is not judged. */
function lineVerdict({ line, states, text, weak, met }: Figure, row: Readonly<Record<string, string>>): Verdict {
  const about = `${line.code} ${line.name}`;
  const verdict = row['结论'] ?? '';
  if (states.length > 1) return together([]);
  if (text === null) return judged('指标一览', about, !/^(?:不)?达标$/u.test(verdict), verdict, 'no verdict');
  return together([
    same('指标一览', about, row['数值'], text),
    same('指标一览', `${about}, 结论`, verdict, weak ? '不达标' : met ? '达标' : ''),
  ]);
}

/** The rows under the header in the third line, each by header. */
function tableIn(results: Shown, title: string): readonly Row[] {
  const cells = results.get(title) ?? new Map<string, string>();
  const rows = new Map<number, Record<string, string>>();
  for (const [name, text] of cells) {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/u.exec(name) ?? [];
    const header = cells.get(`${column}3`);
    if (Number(row) <= 3 || header === undefined || text === '') continue;
    rows.set(Number(row), { ...rows.get(Number(row)), [header]: text });
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}
