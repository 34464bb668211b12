/** Active departments without a usable workbook, and what the report loses by it. */
import { groupsBy } from '../../base/groups';
import { oncePer } from '../../base/once-per';
import { sheetName, sheetPlace } from '../../base/place';
import type { Problem } from '../../base/problem';
import { readRemedies } from '../../base/read-failure';
import type { Edition } from '../../edition/edition';
import { isAsked } from '../asked-indicators';
import type { toldInOffice } from '../events/counted-rows';
import type { BookRecord, Department, Rows, Task, WorkbookStatus } from '../rows';
import type { TownOffice } from '../town/town-office';
import { zeroOrNone } from '../figure-checks';
import { listed } from '../unreported';

type Tasks = Pick<TownOffice, 'value' | 'told' | 'town'>;

/** What departments are asked for. */
interface Asked extends Pick<Rows, 'departments' | 'indicators'> {
  readonly edition: Edition;
  /** Whether sheets of other departments tell the figure of a department. */
  readonly toldFor: ReturnType<typeof toldInOffice>;
}

/**
 * One error per department whose values are missing, with its tasks and the number of its indicator lines. Of a workbook
 * that could not be read it is not said that none came. A department that sent none, and of which the town's table tells, lacks its
 * figures, and the table what it leaves out.
 */
export function missingDepartments(workbooks: readonly BookRecord[], tasks: Tasks, asked: Asked): readonly Problem[] {
  const books = new Map([...workbooks].reverse().map((one) => [one.department, one]));
  return asked.departments.flatMap((department) => {
    const book = books.get(department.name) ?? null;
    const status = book?.status ?? { kind: 'none' };
    if (!department.active) return [];
    const about = { level: 'error', place: { file: book?.file ?? `${department.name}.xlsx` }, actual: '' } as const;
    if (status.kind === 'usable') {
      return book?.file === null
        ? [...untold(department, tasks), ...noFigures(department, tasks, asked).map((one) => ({ ...about, ...one }))]
        : [];
    }
    return [{ ...about, ...told(department.name, status, loss(department, tasks, asked)) }];
  });
}

function told(
  name: string,
  status: Exclude<WorkbookStatus, { kind: 'usable' }>,
  lost: string,
): Pick<Problem, 'code' | 'reason' | 'expected'> {
  switch (status.kind) {
    case 'none':
      return {
        code: 'department-missing',
        reason: `没有收到${name}的填报表，报告缺少${lost}`,
        expected: '请催报，收到后放入“填报”文件夹再运行一次',
      };
    case 'refused':
      return {
        code: 'department-missing',
        reason: `${name}没有可用的填报表，报告缺少${lost}`,
        expected: '请改好或换掉这个文件再运行一次',
      };
    case 'not-read':
      return {
        code: 'department-unread',
        reason: `没有读到${name}的填报表（${status.why}），报告缺少${lost}`,
        expected: `这不是缺报，不向该单位催报；${readRemedies[status.fault]}`,
      };
  }
}

/** What the table leaves out is the office's to ask for: the department has no sheet in which to add it. */
function untold({ name }: Department, { value, told, town }: Tasks): readonly Problem[] {
  const lost = untoldTasks(name, { value, told }).filter(({ id }) => id !== '');
  if (town === null || lost.length === 0) return [];
  const ids = listed(lost.map(({ id }) => id));
  return [
    {
      code: 'task-unreported',
      level: 'doubt',
      place: sheetPlace(town.grid),
      actual: '',
      reason: `${name}牵头的${String(lost.length)}项任务（${ids}）这里没有写进展，该单位也没有填报表，到期的按未报计`,
      expected: `请补上这些行，或者由${name}报送填报表`,
    },
  ];
}

/** The table tells no figures: what is asked of the department nobody has given. */
function noFigures(
  department: Department,
  { town }: Tasks,
  asked: Asked,
): readonly Pick<Problem, 'code' | 'reason' | 'expected'>[] {
  const lines = lostFigures(department, asked);
  if (lines.length === 0) return [];
  const { name } = department;
  const from = town === null ? '' : `（任务进展按${sheetName(sheetPlace(town.grid))}采用）`;
  const lost = `${String(lines.length)}项指标的数据（${listed(lines.map((line) => line.name))}）`;
  return [
    {
      code: 'figures-missing',
      reason: `没有收到${name}的填报表${from}，报告缺少${lost}`,
      expected: `请由${name}报送填报表，补上这些数据；${zeroOrNone}`,
    },
  ];
}

function untoldTasks(name: string, { value, told }: Pick<Tasks, 'value' | 'told'>): readonly Task[] {
  return (byLead(value).get(name) ?? []).filter((task) => told.get(name)?.has(task) !== true);
}

const byLead = oncePer((tasks: readonly Task[]) => groupsBy(tasks, ({ lead }) => lead));

function lostFigures(department: Department, { indicators, edition, toldFor }: Asked): Rows['indicators'] {
  const isTold = toldFor(department.name);
  return indicators.filter((line) => isAsked(department, line, edition) && !isTold(line.code));
}

/** What the town's table or a sheet of another department tells is not lost. */
function loss(department: Department, tasks: Tasks, asked: Asked): string {
  const ids = untoldTasks(department.name, tasks).map(({ id }) => id);
  const lines = lostFigures(department, asked);
  const parts = [
    ...(ids.length === 0 ? [] : [`${String(ids.length)}项任务的进展（${ids.join('、')}）`]),
    ...(lines.length === 0 ? [] : [`${String(lines.length)}项指标的数据`]),
  ];
  if (parts.length > 0) return parts.join('和');
  return byLead(tasks.value).has(department.name) ? '该单位的其余情况' : '该单位的情况';
}
