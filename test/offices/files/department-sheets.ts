/** The workbook of a department as sheets, and where in it everything stands. */
import { cellName, number, text, type Cell, type Row, type Sheet } from './workbook-file';
import type { Line, Rules } from '../world/rules';
import { plain, spelled, times as multiply, whole } from '../truth/fractions';
import type { Answer, Department, Task, World } from '../world/world';

/** A cell of a workbook, or the sheet or the file when what is meant stands nowhere in it. */
export interface Spot {
  readonly file: string;
  readonly sheet: string | null;
  readonly cell: string | null;
}

/** A row of a table by field; what is not given stays empty. */
type Fields = Readonly<Record<string, Cell | null>>;

/** A table with its cells: row number and field → name of the cell. */
interface Laid {
  readonly sheet: Sheet;
  readonly nameOf: (row: number, field: string) => string;
}

/** A table as the program makes it (title, remark, header), or the header alone. */
export function tableSheet(
  rules: Rules,
  key: string,
  rows: readonly (Fields & { readonly hidden?: never })[],
  { titled, hidden = [] }: { readonly titled: boolean; readonly hidden?: readonly number[] },
): Laid {
  const title = rules.titles.get(key) ?? key;
  const fields = [...(rules.headers.get(key) ?? new Map<string, string>())];
  const above: readonly Row[] = titled ? [{ cells: [text(title)] }, { cells: [text('请如实填写。')] }] : [];
  const lines = rows.map((row, index): Row => {
    return { cells: fields.map(([field]) => row[field] ?? null), hidden: hidden.includes(index) };
  });
  const header = { cells: fields.map(([, name]) => text(name)) };
  return {
    sheet: { title, rows: [...above, header, ...lines] },
    nameOf: (row, field) =>
      cellName(
        fields.findIndex(([name]) => name === field),
        above.length + 1 + row,
      ),
  };
}

/** A form: one line for each field, label and value; `values` in their order. */
export function formSheet(title: string, values: readonly (readonly [label: string, value: Cell | null])[]): Sheet {
  const lines = values.map(([label, value]) => ({ cells: [text(label), value] }));
  const header = { cells: [text('项目（* 必填）'), text('填写'), text('说明')] };
  return { title, rows: [{ cells: [text(title)] }, header, ...lines] };
}

/** The cell of the value of a form's line, by its number. */
function formCell(line: number): string {
  return cellName(1, 2 + line);
}

/** The department's sheets, as the file of that name holds them. */
export interface LaidBook {
  readonly sheets: readonly Sheet[];
  readonly figure: (code: string) => Spot;
  readonly report: (taskId: string, field: 'status' | 'doneOn') => Spot;
  /** The cell of the year on the cover. */
  readonly year: Spot;
  readonly sheet: (key: string) => Spot;
}

/** `changed`: another year on the cover, and what the figures say instead. */
export function layBook(
  world: World,
  department: Department,
  file: string,
  changed: { readonly year?: number; readonly quantity?: Cell } = {},
): LaidBook {
  const { rules } = world;
  const title = (key: string): string => rules.titles.get(key) ?? key;
  const figures = figureLines(world, department, changed.quantity);
  const inForm = formLines(world, department);
  const tasks = world.tasks.filter(({ id }) => department.reports.has(id));
  const progress = progressTable(world, department, tasks);
  const figureTable = tableSheet(
    rules,
    'figures',
    figures.map(({ row }) => row),
    { titled: department.titled, hidden: figures.flatMap(({ hidden }, index) => (hidden ? [index] : [])) },
  );
  const form = inForm.map(({ label, cell }) => [label, cell] as const);
  const { titled } = department;
  const isOwn = (forGroup: boolean): boolean => !forGroup || department.inGroup;
  const details = rules.details.flatMap(({ sheet, forGroup }) =>
    isOwn(forGroup) ? [detailSheet(world, department, sheet, titled)] : [],
  );
  const hasForm = department.inGroup && rules.form.sheet !== '';
  return {
    sheets: [
      coverSheet(world, department, changed.year ?? world.year),
      progress.sheet,
      figureTable.sheet,
      ...(hasForm ? [formSheet(title(rules.form.sheet), form)] : []),
      ...details,
    ],
    figure: (code) => {
      const line = inForm.findIndex((one) => one.code === code);
      if (line >= 0) return { file, sheet: title(rules.form.sheet), cell: formCell(line) };
      const row = figures.findIndex((one) => one.code === code);
      return { file, sheet: title('figures'), cell: figureTable.nameOf(row, 'quantity') };
    },
    report: (taskId, field) => {
      const row = tasks.findIndex(({ id }) => id === taskId);
      return { file, sheet: title('progress'), cell: progress.nameOf(row, field) };
    },
    year: { file, sheet: title('cover'), cell: formCell(1) },
    sheet: (key) => ({ file, sheet: title(key), cell: null }),
  };
}

function coverSheet({ rules }: World, { name }: Department, year: number): Sheet {
  const header = (field: string): string => `${rules.headers.get('cover')?.get(field) ?? field}*`;
  return formSheet(rules.titles.get('cover') ?? '', [
    [header('department'), text(name)],
    [header('reportYear'), number(String(year))],
  ]);
}

interface FigureLine {
  readonly code: string;
  readonly row: Fields;
  readonly hidden: boolean;
}

function figureLines(world: World, { answers, inGroup }: Department, instead?: Cell): readonly FigureLine[] {
  const { lines, rules } = world;
  return lines.flatMap((line): readonly FigureLine[] => {
    const answer = answers.get(line.code);
    if (answer === undefined || answer.said === 'no-line' || (inGroup && rules.form.labels.has(line.code))) return [];
    const typed = 'typed' in answer ? (instead ?? answer.typed) : null;
    const lastYear = lastYearOf(answer, world.lastYearTimes);
    const row = { code: text(line.code), name: text(line.name), unit: text(line.unit), quantity: typed, lastYear };
    return [{ code: line.code, row, hidden: answer.hidden }];
  });
}

/** The year's number so many times, to two decimals. */
function lastYearOf(answer: Answer, times: number | undefined): Cell | null {
  if (times === undefined || answer.said !== 'number') return null;
  return number(lastYearDigits(answer.digits, times));
}

/** The digits of 上年值 for those of the year; `times` is a whole number. */
export function lastYearDigits(digits: string, times: number): string {
  return plain(multiply(spelled(digits), whole(times)), 2);
}

function formLines(
  { lines, rules }: World,
  { answers, inGroup }: Department,
): readonly { readonly code: string; readonly label: string; readonly cell: Cell | null }[] {
  if (!inGroup) return [];
  const asked = (line: Line | undefined): line is Line => line !== undefined;
  return [...rules.form.labels].flatMap(([code, label]) => {
    const line = lines.find((one) => one.code === code);
    const answer = answers.get(code);
    if (!asked(line)) return [];
    return [{ code, label: `${label}*`, cell: answer !== undefined && 'typed' in answer ? answer.typed : null }];
  });
}

function progressTable({ rules }: World, { reports, titled }: Department, tasks: readonly Task[]): Laid {
  const rows = tasks.map(({ id, title, deadline }) => {
    const report = reports.get(id);
    return {
      taskId: text(id),
      title: text(title),
      deadline,
      status: report?.status ?? null,
      doneOn: report?.doneOn ?? null,
    };
  });
  const hidden = tasks.flatMap(({ id }, index) => (reports.get(id)?.hidden === true ? [index] : []));
  return tableSheet(rules, 'progress', rows, { titled, hidden });
}

function detailSheet({ rules }: World, { events }: Department, key: string, titled: boolean): Sheet {
  const headers = [...(rules.headers.get(key) ?? new Map<string, string>())];
  const rows = (events.get(key) ?? []).map((row) =>
    Object.fromEntries(
      headers.flatMap(([field, header]) => {
        const stands = row[header] ?? '';
        return stands === '' ? [] : [[field, /^\d+(\.\d+)?$/u.test(stands) ? number(stands) : text(stands)]];
      }),
    ),
  );
  return tableSheet(rules, key, rows, { titled }).sheet;
}
