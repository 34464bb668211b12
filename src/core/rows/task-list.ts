/** The hub's 任务 sheet. */
import type { Grid } from '../base/grid';
import type { Place } from '../base/place';
import type { Problem, Result } from '../base/problem';
import { findSheet } from '../tables/find-sheet';
import type { ColumnsOf } from '../edition/shapes';
import type { Indicator } from '../edition/indicator';
import { textOf, valueOr, type Read } from '../tables/read-row';
import { readTable, type TableRow } from '../tables/read-table';
import type { TableLayout } from '../tables/table-layout';
import type { Deadline } from '../cells/readings';
import type { Settings } from '../settings/settings';
import type { Finder } from './by-key';
import { meansEverybody, unknownDepartment, type Directory } from './department-names';
import { extraCells, extraColumns } from '../edition/extra-cells';
import type { Task } from './rows';
import { duplicateKeys } from './same-key';
import { leadNames, type LeadNames } from './town/lead-names';
import { withSections } from './town/task-sections';

/** A row of a list of tasks, whatever else it holds. */
export type TaskRow = TableRow<ColumnsOf<'tasks'>>;

/** What a task refers to. */
export interface TaskContext {
  readonly directory: Directory;
  /** By code or name: people write the code or, now and then, the name. */
  readonly indicatorCalled: Finder<Indicator>;
  readonly settings: Settings;
}

/** Every row is a task and counts, whatever of it could not be read; one that is each unit's own counts for each of them. */
export function taskList(hub: readonly Grid[], file: string, context: TaskContext): Result<readonly Task[]> {
  const { reportYear, edition } = context.settings;
  const { sheets, declared } = edition;
  const { grid, problems } = findSheet(hub, sheets.tasks, { file, required: true, declared });
  if (grid === null) return { value: [], problems };
  const read = readTable(grid, sheets.tasks, { reportYear, declared, carried: ['section', 'lead'] });
  const made = tasksOf(read.rows, read.layout, context);
  return {
    value: made.value.flatMap(({ tasks }) => tasks),
    taken: read.taken,
    problems: [...problems, ...read.problems, ...made.problems],
  };
}

/** A row of a list with the tasks it gives: one, or one for each unit. */
export interface TasksOfRow<R> {
  readonly row: R;
  readonly tasks: readonly Task[];
}

/** The tasks of the rows of a list: numbered and sorted into sections by what the list has of it, and all that is doubtful. */
export function tasksOf<R extends TaskRow>(
  rows: readonly R[],
  { segments }: TableLayout,
  context: TaskContext,
): Result<readonly TasksOfRow<R>[]> {
  const { settings } = context;
  const has = (field: string): boolean => segments.some(({ found }) => found.columns.has(field));
  const columns = extraColumns('tasks', settings.edition.sheets.tasks.columns);
  const listed = rows.map((row) => taskOf(row, context, columns));
  const numbered = has('id') ? listed : withNumbers(listed, rows);
  const sorted = has('section') ? { value: numbered, problems: [] } : withSections(numbered, settings);
  const ids = rows.map(({ cells }) => ({ key: textOf(cells.id), place: cells.id.place }));
  return {
    value: rows.map((row, index) => {
      const task = sorted.value[index];
      return { row, tasks: task === undefined ? [] : perUnit(task, namesIn(row, context).each) };
    }),
    problems: [
      ...duplicateKeys('任务编号', ids),
      ...sorted.problems,
      ...rows.flatMap((row) => [...unitProblems(row, context), ...referenceProblems(row, context)]),
      ...rows.flatMap(orderProblems),
    ],
  };
}

/** The task as it is, or once for each of the units it is each one's own, under its number with the unit's name. */
function perUnit(task: Task, each: readonly string[]): readonly Task[] {
  if (each.length === 0) return [task];
  return each.map((lead) => ({ ...task, id: `${task.id}·${lead}`, listedAs: task.id, lead }));
}

/** A list that only numbers its rows gives its tasks these numbers, where each has its own; else the numbers of their rows. */
function withNumbers(tasks: readonly Task[], rows: readonly TaskRow[]): readonly Task[] {
  const numbers = rows.map(({ cells }) => cells.number.value);
  const isTold = numbers.every((number) => number !== null) && new Set(numbers).size === numbers.length;
  return tasks.map((task, index) => ({ ...task, id: String(isTold ? numbers[index] : index + 1) }));
}

function namesIn({ cells }: TaskRow, { directory, settings }: TaskContext): LeadNames {
  return leadNames(textOf(cells.lead), directory, settings.edition);
}

function taskOf({ cells, place }: TaskRow, context: TaskContext, columns: ReturnType<typeof extraColumns>): Task {
  const { directory } = context;
  const called = (name: string): string => directory.meant(name)?.name ?? name;
  const { lead, partners } = namesIn({ cells, place }, context);
  return {
    id: textOf(cells.id),
    section: textOf(cells.section),
    title: textOf(cells.title),
    measure: textOf(cells.measure),
    lead: directory.meant(lead ?? '')?.name ?? null,
    partners: [...new Set([...partners, ...valueOr(cells.partners, [])].map(called))],
    leader: textOf(cells.leader),
    dueText: cells.deadline.shown.trim(),
    deadline: deadlineOf(cells),
    target: cells.target.value?.value ?? null,
    targetUnit: textOf(cells.targetUnit),
    weight: valueOr(cells.weight, 1),
    indicator: context.indicatorCalled(textOf(cells.indicator))?.code ?? null,
    approved: approvalOf(cells),
    phrase: textOf(cells.phrase),
    place,
    duePlace: cells.deadline.place,
    extra: extraCells(cells, columns),
  };
}

/** The deadline with the day of 起始日期, which goes before a start told in the deadline itself. */
function deadlineOf({ deadline, start }: TaskRow['cells']): Deadline | null {
  const { value } = deadline;
  if (value?.kind !== 'day' || start.value === null || start.value > value.due) return value;
  return { ...value, start: start.value };
}

function approvalOf({ approved, basis }: TaskRow['cells']): Task['approved'] {
  if (approved.value === null || approved.value.decision === 'refused') return null;
  return { status: approved.value.decision, basis: basis.value ?? '', until: approved.value.until };
}

/** Units that do not exist, and what a cell of several units was taken for. */
function unitProblems(row: TaskRow, context: TaskContext): readonly Problem[] {
  const { directory } = context;
  const isUnknown = (name: string): boolean =>
    !meansEverybody(name, context.settings.edition.words) && directory.meant(name) === null;
  const { lead: cell, partners: others } = row.cells;
  const { lead, partners, each, isAssumed } = namesIn(row, context);
  const shown = cell.shown.trim();
  const isStrange = cell.value !== null && lead !== null && directory.meant(lead) === null;
  const strange = (names: readonly string[], place: Place): readonly Problem[] =>
    names
      .filter(isUnknown)
      .map((name) => ({ ...unknownDepartment('配合单位', name, place, directory), level: 'doubt' }));
  return [
    ...(isStrange ? [unknownDepartment('牵头单位', lead, cell.place, directory)] : []),
    ...(each.length > 0
      ? [note('task-of-each', cell, `“${shown}”各有一项，${String(each.length)}个单位分别判断`)]
      : []),
    ...(isAssumed ? [note('lead-first', cell, `“${shown}”写了几个单位，按第一个“${lead ?? ''}”牵头，其余配合`)] : []),
    ...[lead ?? '', ...partners].flatMap((name) => shortNote(name, cell, directory)),
    ...valueOr(others, []).flatMap((name) => shortNote(name, others, directory)),
    ...strange(partners, cell.place),
    ...strange(valueOr(others, []), others.place),
  ];
}

/** A name that was taken for the one it shortens. */
function shortNote(name: string, { place }: Read<unknown>, directory: Directory): readonly Problem[] {
  const meant = directory.find(name) === null ? directory.meant(name) : null;
  if (name === '' || meant === null) return [];
  const reason = `“${name}”是简称，按“${meant.name}”计`;
  const expected = `如不对，请改为“单位”表里的名称；常用的简称可以加为别名`;
  return [{ code: 'department-short', level: 'note', place, actual: name, reason, expected }];
}

/** Indicators that do not exist, and approvals without a basis. */
function referenceProblems({ cells }: TaskRow, context: TaskContext): readonly Problem[] {
  const { indicator, approved, basis } = cells;
  return [
    ...(indicator.value !== null && context.indicatorCalled(indicator.value) === null
      ? [doubt('indicator-unknown', indicator, `关联指标“${indicator.value}”不在“指标”表里`, '请填写指标编码，如 E3')]
      : []),
    ...(approved.value !== null && approved.value.decision !== 'refused' && basis.value === null
      ? [
          doubt(
            'approval-without-basis',
            approved,
            `批准状态“${approved.shown.trim()}”没有批准依据`,
            '请填写批准的文号、纪要或说明',
          ),
        ]
      : []),
    ...(approved.value?.decision === 'as-asked'
      ? [
          doubt(
            'approval-unnamed',
            approved,
            `批准状态“${approved.shown.trim()}”没有写明批准什么，按单位填报的暂缓或取消计`,
            '请改为“暂缓”或“取消”',
          ),
        ]
      : []),
  ];
}

/** A task that ends before it starts, or is put off to a day before it ends. */
function orderProblems({ cells }: TaskRow): readonly Problem[] {
  const { start, deadline, approved } = cells;
  const due = deadline.value?.kind === 'day' ? deadline.value.due : null;
  if (due === null) return [];
  const until = approved.value?.until ?? null;
  return [
    ...(start.value !== null && start.value > due
      ? [
          doubt(
            'due-before-start',
            deadline,
            `完成时限“${deadline.shown}”早于起始日期 ${start.value}`,
            '请核对两个日期',
          ),
        ]
      : []),
    ...(until !== null && until < due
      ? [
          doubt(
            'deferred-before-due',
            approved,
            `批准状态“${approved.shown.trim()}”的新时限 ${until} 早于完成时限“${deadline.shown}”`,
            '请核对两个日期',
          ),
        ]
      : []),
  ];
}

function note(code: string, { shown, place }: Read<string>, reason: string): Problem {
  const expected = '如不对，请在牵头单位后面写“（牵头）”，或者写进“配合单位”';
  return { code, level: 'note', place, actual: shown.trim(), reason, expected };
}

function doubt(
  code: string,
  { shown, place }: Pick<TaskRow['cells']['id'], 'shown' | 'place'>,
  reason: string,
  expected: string,
): Problem {
  return { code, level: 'doubt', place, actual: shown, reason, expected };
}
