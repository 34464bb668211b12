/** 任务进展 of one department's workbook. */
import { groupsBy, parted } from '../base/groups';
import { oncePer } from '../base/once-per';
import type { Problem, Result } from '../base/problem';
import type { ColumnsOf } from '../edition/shapes';
import { rowOfPlace } from '../base/taken';
import { textOf } from '../tables/read-row';
import type { TableRow } from '../tables/read-table';
import { leftWord } from '../tables/rules/rule';
import { withoutTold } from '../tables/unfilled-sheet';
import type { Settings } from '../settings/settings';
import { finderOf } from './by-key';
import type { DepartmentBook } from './books/department-books';
import { unusedSheet, type MatchedSheet } from './books/unused-sheets';
import { rowsOfAll, textSource } from './office-texts';
import { checkedProgress, withoutDay, type DayReporting } from './progress-checks';
import { isUntold, progressLine } from './progress-line';
import { withoutBlank } from './matching/row-match';
import { tasksOfRows } from './matching/task-matches';
import type { Progress, Task } from './rows';
import { listed, unreportedTasks } from './unreported';
import { leftRows, rulesAt, ruledCode, withoutAsked } from './rules/ruled-rows';
import { contradictory, duplicateKeys, firstOfEach, type Keyed } from './same-key';

type ProgressRow = TableRow<ColumnsOf<'progress'>>;

/**
 * One line for each known task that has one. A line on an unknown task, a task without a line, and lines that contradict
 * each other are problems. Of tasks that the town's table tells (by their leads) nothing is missed: a line that says nothing of one is none.
 */
export function progressList(
  book: DepartmentBook,
  tasks: readonly Task[],
  settings: Settings,
  toldBeside: ReadonlyMap<string, ReadonlySet<Task>>,
): Result<readonly Progress[]> & MatchedSheet {
  const sheet = settings.edition.sheets.progress;
  const told = toldBeside.get(book.department.name) ?? new Set<Task>();
  const source = textSource(book, settings);
  const names = namesBeside(book, tasks);
  const read = rowsOfAll(source, sheet, !isAllTold(book, tasks, told), { names });
  const { rows, problems, taken, missing, columns: given } = read;
  const lineOf = (row: ProgressRow, { id: taskId }: Task): Progress =>
    progressLine(row, { taskId, department: book.department.name }, settings);
  const lines = linesOf(rows, book, tasks, settings);
  const isOwn = !given.has('taskId');
  const reporting = { isUnasked: isOwn && !given.has('doneOn'), isWordless: isOwn && !given.has('status') };
  const keys = lines.map(({ keyed }) => keyed);
  const refused = contradictory(keys);
  const progress = lines.flatMap(({ row, task, keyed }) =>
    task === null ? [] : [{ row, task, keyed, line: checkedProgress(lineOf(row, task), task, settings, reporting) }],
  );
  const silent = silentRows(progress, told);
  const used = progress.flatMap(({ row, keyed, line }) =>
    silent.has(row) ? [] : refused.has(keyed) ? unbelieved(line.value) : line.value,
  );
  const unnamed = lines.filter(isUnnamed).length;
  const unused = unusedSheet(sheet, { grids: book.grids, problems, missing, unnamed }, settings.edition);
  const reported = [...told, ...progress.map(({ task }) => task)];
  return {
    value: firstOfEach([...used.filter(hasStatus), ...used], ({ taskId }) => taskId),
    taken,
    matches: lines.flatMap(({ match }) => match ?? []),
    problems: [
      ...askedProblems(withoutTold(problems, sheet, { rows, told: silent, given }), lines, sheet.columns.taskId.header),
      ...leftRows(lines.flatMap(({ ruled, row }) => (ruled === leftWord ? [row.cells.title.place] : []))),
      ...duplicateKeys('任务编号', keys),
      ...lineProblems(lines, isOwn),
      ...withoutDayColumn(
        progress.flatMap(({ line }) => line.problems.map((problem) => ({ problem, task: line.value.taskId }))),
        { sheet: given.has('doneOn') ? null : sheet, ...reporting },
      ),
      ...unreportedTasks(book, tasks, sheet.title, { missing, unused, given: reported }),
    ],
    unused,
  };
}

/** Whether the row says something, and its number could not be read: of which task nobody knows. */
function isUnnamed({ row: { cells }, task, ruled }: ReturnType<typeof linesOf>[number]): boolean {
  const said = [cells.status, cells.percent, cells.doneOn, cells.doneThrough];
  return (
    task === null && ruled === null && cells.taskId.value === null && said.some(({ shown }) => shown.trim() !== '')
  );
}

/** Rows that say nothing of a task that the town's table (`told`) or another row tells: they are as if they were not there. */
function silentRows(
  progress: readonly { readonly row: ProgressRow; readonly task: Task; readonly line: Result<Progress> }[],
  told: ReadonlySet<Task>,
): ReadonlySet<ProgressRow> {
  const saying = new Set([...told, ...progress.flatMap(({ task, line }) => (isUntold(line.value) ? [] : task))]);
  return new Set(progress.flatMap(({ row, task, line }) => (isUntold(line.value) && saying.has(task) ? row : [])));
}

/** What was found of the cells, but for numbers of rows whose task is known without. */
function askedProblems(
  problems: readonly Problem[],
  lines: ReturnType<typeof linesOf>,
  header: string,
): readonly Problem[] {
  const asked = lines.flatMap(({ row, ruled }) => (ruled === null ? [] : [row.cells.taskId.place]));
  return withoutBlank(
    withoutAsked(problems, header, asked, lines.length),
    lines.flatMap(({ row, match, problems: told }) =>
      match !== null || told.length > 0 ? [row.cells.taskId.place] : [],
    ),
  );
}

/** What is wrong with the lines; of a table without numbers also those that do not name their task either. */
function lineProblems(lines: ReturnType<typeof linesOf>, isOwn: boolean): readonly Problem[] {
  const told = lines.flatMap(({ problems }) => problems);
  const rows = lines.filter(({ task, ruled, problems }) => task === null && ruled === null && problems.length === 0);
  const [first] = rows;
  if (first === undefined || !isOwn) return told;
  return [
    ...told,
    {
      code: 'task-unnamed',
      level: 'error',
      place: first.row.place,
      actual: '',
      reason: `有${String(rows.length)}行看不出是哪项任务，没有采用`,
      expected: '请填任务编号',
      covers: rows.flatMap(({ row }) => rowOfPlace(row.place)),
    },
  ];
}

/** The rows with the task each speaks of: by what was confirmed, else by what the row says. */
function linesOf(rows: readonly ProgressRow[], book: DepartmentBook, tasks: readonly Task[], settings: Settings) {
  return tasksOfRows(rows, { department: book.department.name, tasks, settings }).map((one) => {
    const { taskId, title } = one.row.cells;
    const ruled = ruledCode(rulesAt(book.grids, one.row.place), [taskId.shown, title.shown]);
    // A rule that names no task is told where the rules are.
    const line = ruled === null ? one : { ...one, task: numbered(tasks)(ruled), match: null, problems: [] };
    return { ...line, ruled, keyed: keyedLine(line.row, line.task) };
  });
}

/**
 * The problems of the lines; where the sheet has no column for the day of completion, one for all tasks that say they are done.
 */
function withoutDayColumn(
  told: readonly { readonly problem: Problem; readonly task: string }[],
  { sheet, isUnasked }: { readonly sheet: Settings['edition']['sheets']['progress'] | null } & DayReporting,
): readonly Problem[] {
  const [lacking, more] = parted(told, ({ problem }) => sheet !== null && problem.code === withoutDay);
  const [first] = lacking;
  const others = more.map(({ problem }) => problem);
  if (first === undefined || sheet === null) return others;
  const { header, synonyms } = sheet.columns.doneOn;
  const { file, sheet: title } = first.problem.place;
  const used = isUnasked ? '都按已完成计' : '它们的状态没有采用';
  return [
    {
      code: 'column-missing',
      level: isUnasked ? 'doubt' : 'error',
      place: { file, ...(title !== undefined && { sheet: title }) },
      actual: '',
      reason: `表头中没有“${header}”列，${String(lacking.length)}项已完成的任务（${listed(lacking.map(({ task }) => task))}）不知道是否按时，${used}`,
      expected: `请补上这一列，已完成的填写日期；表头可用：${[header, ...synonyms].join('、')}`,
    },
    ...others,
  ];
}

/** Nobody misses a sheet in which nothing would stand: the department leads no task, or the town's table tells all of them. */
function isAllTold({ department }: DepartmentBook, tasks: readonly Task[], told: ReadonlySet<Task>): boolean {
  const led = ledBy(tasks).get(department.name) ?? [];
  return led.every((task) => told.has(task));
}

const ledBy = oncePer((tasks: readonly Task[]) =>
  groupsBy(
    tasks.filter(({ id }) => id !== ''),
    ({ lead }) => lead,
  ),
);

/** Who may have done it, in any order: the department, and whoever a task names; one list for all departments that lead a task. */
function namesBeside({ department }: DepartmentBook, tasks: readonly Task[]): readonly string[] {
  const named = namedIn(tasks);
  const own = [department.name, ...department.aliases].filter((name) => name !== '' && !named.all.has(name));
  return own.length === 0 ? named.list : [...own, ...named.list];
}

const namedIn = oncePer((tasks: readonly Task[]) => {
  const all = new Set(tasks.flatMap(({ lead, partners }) => [lead ?? '', ...partners]));
  all.delete('');
  return { all, list: [...all] };
});

const numbered = oncePer((tasks: readonly Task[]) => finderOf(tasks, ({ id }) => [id]));

/** One of several lines on a task that contradict each other: that something was said is all that is known. */
function unbelieved(line: Progress): Progress {
  const { status, percent, doneOn, doneThrough } = line;
  return {
    ...line,
    status: { ...status, value: null },
    percent: { ...percent, value: null },
    doneOn: { ...doneOn, value: null },
    doneThrough: { ...doneThrough, value: null },
  };
}

function keyedLine({ cells }: ProgressRow, task: Task | null): Keyed {
  const { taskId, title, status, percent, doneOn, doneThrough } = cells;
  const said = [status.value, percent.value, doneOn.value, doneThrough.value];
  const says = status.value === null ? null : JSON.stringify(said);
  const key = task?.id ?? textOf(taskId);
  return { key, place: taskId.value === null && task !== null ? title.place : taskId.place, says };
}

function hasStatus({ status }: Progress): boolean {
  return status.value !== null;
}
