/** The hub's 任务 sheet. */
import type { Grid } from '../base/grid';
import type { Problem, Result } from '../base/problem';
import { findSheet } from '../tables/find-sheet';
import type { ColumnsOf } from '../edition/shapes';
import type { Indicator } from '../edition/indicator';
import { textOf, valueOr } from '../tables/read-row';
import { readTable, type TableRow } from '../tables/read-table';
import type { Deadline } from '../cells/readings';
import type { Settings } from '../settings/settings';
import type { Finder } from './by-key';
import { meansEverybody, unknownDepartment, type Directory } from './department-names';
import { extraCells, extraColumns } from '../edition/extra-cells';
import type { Task } from './rows';
import { duplicateKeys } from './same-key';

type TaskRow = TableRow<ColumnsOf<'tasks'>>;

/** What a task refers to. */
export interface TaskContext {
  readonly directory: Directory;
  /** By code or name: people write the code or, now and then, the name. */
  readonly indicatorCalled: Finder<Indicator>;
  readonly settings: Settings;
}

/** Every row is a task and counts, whatever of it could not be read. */
export function taskList(hub: readonly Grid[], file: string, context: TaskContext): Result<readonly Task[]> {
  const { reportYear, edition } = context.settings;
  const { sheets, declared } = edition;
  const { grid, problems } = findSheet(hub, sheets.tasks, { file, required: true, declared });
  if (grid === null) return { value: [], problems };
  const read = readTable(grid, sheets.tasks, { reportYear, declared, carried: ['section', 'lead'] });
  const columns = extraColumns('tasks', sheets.tasks.columns);
  const ids = read.rows.map(({ cells }) => ({ key: textOf(cells.id), place: cells.id.place }));
  return {
    value: read.rows.map((row) => ({ ...taskOf(row, context), extra: extraCells(row.cells, columns) })),
    taken: read.taken,
    problems: [
      ...problems,
      ...read.problems,
      ...duplicateKeys('任务编号', ids),
      ...read.rows.flatMap((row) => referenceProblems(row, context)),
      ...read.rows.flatMap(orderProblems),
    ],
  };
}

function taskOf({ cells, place }: TaskRow, context: TaskContext): Omit<Task, 'extra'> {
  const { directory } = context;
  const called = (name: string): string => directory.find(name)?.name ?? name;
  return {
    id: textOf(cells.id),
    section: textOf(cells.section),
    title: textOf(cells.title),
    measure: textOf(cells.measure),
    lead: directory.find(textOf(cells.lead))?.name ?? null,
    partners: valueOr(cells.partners, []).map(called),
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

/** Departments and indicators that do not exist, and approvals without a basis. */
function referenceProblems({ cells }: TaskRow, context: TaskContext): readonly Problem[] {
  const { directory } = context;
  const isUnknown = (name: string): boolean =>
    !meansEverybody(name, context.settings.edition.words) && directory.find(name) === null;
  const lead = cells.lead.value;
  const { indicator, approved, basis } = cells;
  return [
    ...(lead !== null && directory.find(lead) === null
      ? [unknownDepartment('牵头单位', lead, cells.lead.place, directory)]
      : []),
    ...valueOr(cells.partners, [])
      .filter(isUnknown)
      .map((name): Problem => ({
        ...unknownDepartment('配合单位', name, cells.partners.place, directory),
        level: 'doubt',
      })),
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

function doubt(
  code: string,
  { shown, place }: Pick<TaskRow['cells']['id'], 'shown' | 'place'>,
  reason: string,
  expected: string,
): Problem {
  return { code, level: 'doubt', place, actual: shown, reason, expected };
}
