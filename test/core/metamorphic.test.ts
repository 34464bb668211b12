/** What must not change anything: the order of rows, columns, sheets and files, and whether rows are hidden. */
import fc from 'fast-check';
import type { Grid } from '../../src/core/base/grid';
import { coverForm, figuresTable, progressTable } from '../../src/core/catalogue/department-sheets';
import { publicityTable, teamCodes, teamForm } from '../../src/core/catalogue/detail-sheets';
import { departmentsTable, tasksTable } from '../../src/core/catalogue/hub-sheets';
import { findingsFromRows } from '../../src/core/findings/findings-from-rows';
import type { Figure, Progress, Task } from '../../src/core/rows/rows';
import { rowsFromGrids, type OfficeGrids } from '../../src/core/rows/rows-from-grids';
import { sampleRows } from './findings/sample';
import { firstRow, formGrid, settingsGrid, settingsOf, tableGrid } from './office-builder';

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

/** The sample town as the sheets its departments would have filled in, one of them with a crowd of mistakes. */
const office: OfficeGrids = {
  hub: [
    settingsGrid(),
    tableGrid(
      departmentsTable,
      sampleRows.departments.map(({ id, name, isEnforcer }) => ({ id, name, isEnforcer: isEnforcer ? '是' : '否' })),
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

/** All that is found, without cells and in an order of its own. */
function found({ hub, departments }: OfficeGrids): unknown {
  const settings = settingsOf();
  const rows = rowsFromGrids({ hub, departments }, settings);
  const { value, problems } = findingsFromRows(rows.value, settings);
  const sorted = (lines: readonly unknown[]): readonly string[] => lines.map((line) => JSON.stringify(line)).sort();
  const all = [...rows.problems, ...problems].filter(({ code }) => code !== 'hidden-rows');
  return {
    tasks: sorted(value.tasks.map(({ task, state, light, why, due }) => [task.id, state, light, why, due])),
    indicators: sorted(value.indicators.map(({ indicator, text, weak }) => [indicator.code, text, weak])),
    areas: sorted(value.areas.map(({ area, isWeakness, weakIndicators }) => [area, isWeakness, weakIndicators.length])),
    byDepartment: sorted(value.byDepartment),
    problems: sorted(
      all.map(({ code, level, actual, place }) => [code, level, setOf(actual), place.file, place.sheet]),
    ),
  };
}

/** The sheets of a workbook are told in their order; what matters is which there are. */
function setOf(names: string): string {
  return names.split('、').sort().join('、');
}

/** An order of so many things, as a function of random numbers. */
function shuffled<T>(items: readonly T[], random: readonly number[]): readonly T[] {
  const keyed = items.map((item, index) => ({ item, key: random[index % random.length] ?? 0, index }));
  return keyed.sort((a, b) => a.key - b.key || a.index - b.index).map(({ item }) => item);
}

function isForm({ sheet }: Grid): boolean {
  return ['设置', '封面', '执法队伍'].includes(sheet);
}

function shuffledGrid(grid: Grid, random: readonly number[]): Grid {
  const head = grid.rows.slice(0, firstRow - 1);
  const body = shuffled(grid.rows.slice(firstRow - 1), random);
  const rows = [...head, ...body];
  const hiddenRows = rows.map((_, row) => row).filter((row) => (random[row % random.length] ?? 0) % 2 === 1);
  if (isForm(grid)) return { ...grid, rows, hiddenRows };
  const order = shuffled(
    (head[firstRow - 2] ?? []).map((_, column) => column),
    random,
  );
  const moved = rows.map((row, index) => (index < firstRow - 2 ? row : order.map((column) => row[column])));
  return { ...grid, rows: moved, hiddenRows };
}

it('the order of rows, columns, sheets and files decides nothing, nor do hidden rows', () => {
  const before = found(office);
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 7, maxLength: 61 }), (random) => {
      const mixed = (grids: readonly Grid[]): readonly Grid[] =>
        shuffled(
          grids.map((grid) => shuffledGrid(grid, random)),
          random,
        );
      const departments = office.departments.map((one) => ({ ...one, grids: mixed(one.grids ?? []) }));
      expect(found({ hub: mixed(office.hub), departments: shuffled(departments, random) })).toEqual(before);
    }),
    { numRuns: 15 },
  );
});

it('the sample is no empty town', () => {
  const { tasks, indicators, problems } = found(office) as Record<string, readonly string[]>;
  expect(tasks).toHaveLength(45);
  expect(indicators?.filter((line) => !line.includes('""')).length).toBeGreaterThan(60);
  expect(problems?.some((line) => line.includes('若干'))).toBe(true);
});
