/** The hub's 任务 sheet. */
import type { Grid } from '../base/grid';
import type { Problem, Result } from '../base/problem';
import { nameKey } from '../base/text';
import { findSheet } from '../catalogue/find-sheet';
import { approvalWords, tasksTable } from '../catalogue/hub-sheets';
import type { Indicator } from '../catalogue/indicator';
import { textOf, valueOr } from '../catalogue/read-row';
import { readTable, type TableRow } from '../catalogue/read-table';
import type { Settings } from '../settings/settings';
import { departmentCalled, meansEverybody, unknownDepartment } from './department-names';
import type { Department, Task } from './rows';
import { duplicateKeys } from './same-key';

type TaskRow = TableRow<typeof tasksTable.columns>;

/** What a task refers to. */
export interface TaskContext {
  readonly departments: readonly Department[];
  readonly indicators: readonly Indicator[];
  readonly settings: Settings;
}

/** Every row is a task and counts, whatever of it could not be read. */
export function taskList(hub: readonly Grid[], file: string, context: TaskContext): Result<readonly Task[]> {
  const { grid, problems } = findSheet(hub, tasksTable, file, true);
  if (grid === null) return { value: [], problems };
  const { reportYear } = context.settings;
  const read = readTable(grid, tasksTable, { reportYear, carried: ['section', 'lead'] });
  const ids = read.rows.map(({ cells }) => ({ key: textOf(cells.id), place: cells.id.place }));
  return {
    value: read.rows.map((row) => taskOf(row, context)),
    problems: [
      ...problems,
      ...read.problems,
      ...duplicateKeys('任务编号', ids),
      ...read.rows.flatMap((row) => referenceProblems(row, context)),
      ...read.rows.flatMap(orderProblems),
    ],
  };
}

function taskOf({ cells, place }: TaskRow, context: TaskContext): Task {
  const { departments, settings } = context;
  const called = (name: string): string => departmentCalled(name, departments, settings.town)?.name ?? name;
  return {
    id: textOf(cells.id),
    section: textOf(cells.section),
    title: textOf(cells.title),
    measure: textOf(cells.measure),
    lead: departmentCalled(textOf(cells.lead), departments, settings.town)?.name ?? null,
    partners: valueOr(cells.partners, []).map(called),
    leader: textOf(cells.leader),
    dueText: cells.deadline.shown.trim(),
    deadline: cells.deadline.value,
    target: cells.target.value?.value ?? null,
    targetUnit: textOf(cells.targetUnit),
    weight: valueOr(cells.weight, 1),
    indicator: indicatorCalled(cells.indicator.value, context)?.code ?? null,
    approved: approvalOf(cells),
    phrase: textOf(cells.phrase),
    place,
    duePlace: cells.deadline.place,
  };
}

function approvalOf({ approved, basis }: TaskRow['cells']): Task['approved'] {
  if (approved.value === null) return null;
  const status = approved.value === approvalWords.deferred ? 'deferred' : 'cancelled';
  return { status, basis: basis.value ?? '' };
}

/** People write the code or, now and then, the name. */
function indicatorCalled(text: string | null, { indicators }: TaskContext): Indicator | undefined {
  const key = nameKey(text ?? '');
  return indicators.find(({ code, name }) => nameKey(code) === key || nameKey(name) === key);
}

/** Departments and indicators that do not exist, and approvals without a basis. */
function referenceProblems({ cells }: TaskRow, context: TaskContext): readonly Problem[] {
  const { departments, settings } = context;
  const isUnknown = (name: string): boolean =>
    !meansEverybody(name) && departmentCalled(name, departments, settings.town) === null;
  const lead = cells.lead.value;
  const { indicator, approved, basis } = cells;
  return [
    ...(lead !== null && departmentCalled(lead, departments, settings.town) === null
      ? [unknownDepartment('牵头单位', lead, cells.lead.place, departments)]
      : []),
    ...valueOr(cells.partners, [])
      .filter(isUnknown)
      .map((name): Problem => ({
        ...unknownDepartment('配合单位', name, cells.partners.place, departments),
        level: 'doubt',
      })),
    ...(indicator.value !== null && indicatorCalled(indicator.value, context) === undefined
      ? [doubt('indicator-unknown', indicator, `关联指标“${indicator.value}”不在“指标”表里`, '请填写指标编码，如 E3')]
      : []),
    ...(approved.value !== null && basis.value === null
      ? [
          doubt(
            'approval-without-basis',
            approved,
            `批准状态“${approved.value}”没有批准依据`,
            '请填写批准的文号、纪要或说明',
          ),
        ]
      : []),
  ];
}

/** A task that ends before it starts. */
function orderProblems({ cells }: TaskRow): readonly Problem[] {
  const { start, deadline } = cells;
  const due = deadline.value?.kind === 'day' ? deadline.value.due : null;
  if (start.value === null || due === null || start.value <= due) return [];
  const reason = `完成时限“${deadline.shown}”早于起始日期 ${start.value}`;
  return [doubt('due-before-start', deadline, reason, '请核对两个日期')];
}

function doubt(
  code: string,
  { shown, place }: Pick<TaskRow['cells']['id'], 'shown' | 'place'>,
  reason: string,
  expected: string,
): Problem {
  return { code, level: 'doubt', place, actual: shown, reason, expected };
}
