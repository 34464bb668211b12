/** The sample town as the sheets its departments would have filled in, and all that is found in such an office. */
import { holidayTable } from '../../src/core/base/holiday-table';
import type { Problem } from '../../src/core/base/problem';
import { makeCalendar } from '../../src/core/base/working-days';
import {
  coverForm,
  departmentsTable,
  figuresTable,
  progressTable,
  publicityTable,
  tasksTable,
  teamCodes,
  teamForm,
} from '../edition';
import type { Findings } from '../../src/core/findings/findings';
import { findingsFromRows } from '../../src/core/findings/findings-from-rows';
import { keyText } from '../../src/core/reminders/due-item';
import { dueItems } from '../../src/core/reminders/due-items';
import { departmentItems } from '../../src/core/rows/department-items';
import type { Figure, Progress, Rows, Task } from '../../src/core/rows/rows';
import { rowsFromGrids, type OfficeGrids } from '../../src/core/rows/rows-from-grids';
import { sampleRows } from './findings/sample';
import { formGrid, settingsGrid, settingsOf, tableGrid } from './office-builder';

const statusWords = { done: '已完成', 'in-progress': '推进中' } as Readonly<Record<string, string>>;
const staff = new Map(Object.entries(teamCodes).map(([field, code]) => [code, field]));

function taskRecord({ id, lead, deadline, indicator, approved }: Task) {
  const due = deadline?.kind === 'day' ? deadline.due : deadline?.kind === 'recurring' ? '每季度末' : '长期坚持';
  const words = approved === null ? null : approved.status === 'deferred' ? '暂缓' : '取消';
  return {
    id,
    section: '组织领导',
    title: id,
    lead,
    deadline: due,
    indicator,
    approved: words,
    basis: approved?.basis ?? null,
  };
}

function progressRecord({ taskId, status, percent, doneOn }: Progress) {
  const isDone = status.value === 'done';
  return {
    taskId,
    status: statusWords[status.value ?? ''] ?? null,
    percent: percent.value?.value == null ? null : `${String(percent.value.value)}%`,
    doneOn: isDone ? (doneOn.value ?? '2022-12-30') : null,
  };
}

function figureRecord({ code, quantity }: Figure) {
  return { code, quantity: quantity.value?.value ?? '不涉及' };
}

/** One of its departments has made a crowd of mistakes. */
export const sampleOffice: OfficeGrids = {
  hub: [
    settingsGrid(),
    tableGrid(
      departmentsTable,
      sampleRows.departments.map(({ id, name, inGroup }) => ({
        id,
        name,
        inGroup: inGroup ? '是' : '否',
        mailbox: `${id.toLowerCase()}@town.example`,
      })),
      { workbook: '总表.xlsx' },
    ),
    tableGrid(tasksTable, sampleRows.tasks.map(taskRecord), { workbook: '总表.xlsx' }),
  ],
  departments: sampleRows.departments.map(({ name }) => {
    const more = { workbook: `${name}.xlsx` };
    const own = sampleRows.figures.filter(({ department }) => department === name);
    const team = own.flatMap(({ code, quantity }) => {
      const field = staff.get(code);
      return field === undefined ? [] : [[field, quantity.value?.value ?? 0] as const];
    });
    const events = [1, 2, 3].map((day) => ({ day: `2022-03-0${String(day)}`, topic: name, leads: '是', events: day }));
    const joint = { day: '2022-12-04', topic: '宪法日', leads: '是', events: 1 };
    const bad = { day: '2月30日', topic: '错误', leads: '否', events: '若干' };
    const grids = [
      formGrid(coverForm, { department: name, reportYear: 2022 }, more),
      tableGrid(
        progressTable,
        sampleRows.progress.filter(({ department }) => department === name).map(progressRecord),
        more,
      ),
      tableGrid(figuresTable, own.filter(({ code }) => !staff.has(code)).map(figureRecord), more),
      tableGrid(
        publicityTable,
        name === '司法所' ? [...events, joint, bad] : name === '派出所' ? [...events, joint] : events,
        more,
      ),
      ...(team.length === 0 ? [] : [formGrid(teamForm, Object.fromEntries(team), more)]),
    ];
    return { file: `${name}.xlsx`, grids };
  }),
};

interface Judged {
  readonly rows: Rows;
  readonly findings: Findings;
  readonly problems: readonly Problem[];
  /** The key of each reminder that is due. */
  readonly reminders: readonly string[];
}

/** Reads the office and judges it as of the last day of 2022. */
export function judged({ hub, departments }: OfficeGrids): Judged {
  const settings = settingsOf();
  const rows = rowsFromGrids({ hub, departments }, settings);
  const findings = findingsFromRows(rows.value, settings, []);
  const problems = [...rows.problems, ...findings.problems];
  const told = { rows: rows.value, settings, findings: findings.value };
  const calendar = makeCalendar(holidayTable, rows.value.holidays);
  const items = dueItems({ ...told, departmentItems: departmentItems(problems, rows.value) }, calendar);
  return {
    rows: rows.value,
    findings: findings.value,
    problems,
    reminders: items.value.map(({ key }) => keyText(key)),
  };
}

/** Everything printed of the findings, without cells and in an order of its own. */
export function printed({ findings, reminders }: Judged): Readonly<Record<string, readonly string[]>> {
  const sorted = (lines: readonly unknown[]): readonly string[] => lines.map((line) => JSON.stringify(line)).sort();
  const { tasks, indicators, areas, byDepartment, bySection, missingDepartments } = findings;
  return {
    tasks: sorted(tasks.map(({ task, state, light, why, due }) => [task.id, state, light, why, due])),
    indicators: sorted(
      indicators.map(({ indicator, text, weak, value, lastYear }) => [indicator.code, text, weak, value, lastYear]),
    ),
    areas: sorted(areas.map(({ area, isWeakness, weakIndicators }) => [area, isWeakness, weakIndicators.length])),
    byDepartment: sorted(byDepartment),
    bySection: sorted(bySection),
    missingDepartments: sorted(missingDepartments),
    reminders: sorted(reminders),
  };
}
