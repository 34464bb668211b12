/** Active departments without a usable workbook, and what the report loses by it. */
import type { Problem } from '../../base/problem';
import { readRemedies } from '../../base/read-failure';
import type { Edition } from '../../edition/edition';
import { isAsked } from '../asked-indicators';
import type { toldInOffice } from '../events/counted-rows';
import type { BookRecord, Department, Rows, WorkbookStatus } from '../rows';
import type { TownOffice } from '../town/town-office';
import { unreportedTasks } from '../unreported';
import type { DepartmentBook } from './department-books';

/** What departments are asked for. */
interface Asked extends Pick<Rows, 'departments' | 'indicators'> {
  readonly edition: Edition;
  /** Whether sheets of other departments tell the figure of a department. */
  readonly toldFor: ReturnType<typeof toldInOffice>;
}

/**
 * One error per department whose values are missing, with its tasks and the number of its indicator lines. Of a workbook
 * that could not be read it is not said that none came. A department that sent none, and of which the town's table tells, lacks what
 * that leaves out.
 */
export function missingDepartments(
  workbooks: readonly BookRecord[],
  tasks: Pick<TownOffice, 'value' | 'told'>,
  asked: Asked,
): readonly Problem[] {
  return asked.departments.flatMap((department) => {
    const book = workbooks.find((one) => one.department === department.name) ?? null;
    const status = book?.status ?? { kind: 'none' };
    if (!department.active) return [];
    const file = book?.file ?? `${department.name}.xlsx`;
    if (status.kind === 'usable') return book?.file === null ? untold({ department, file }, tasks, asked) : [];
    const about = { level: 'error', place: { file }, actual: '' } as const;
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

function untold(
  book: Pick<DepartmentBook, 'department' | 'file'>,
  { value, told }: Pick<TownOffice, 'value' | 'told'>,
  { edition }: Asked,
): readonly Problem[] {
  const given = [...(told.get(book.department.name) ?? [])];
  return unreportedTasks(book, value, edition.sheets.progress.title, { missing: true, given });
}

/** What the town's table or a sheet of another department tells is not lost. */
function loss(
  department: Department,
  { value, told }: Pick<TownOffice, 'value' | 'told'>,
  { indicators, edition, toldFor }: Asked,
): string {
  const led = value.filter(({ lead }) => lead === department.name);
  const ids = led.filter((task) => told.get(department.name)?.has(task) !== true).map(({ id }) => id);
  const isTold = toldFor(department.name);
  const lines = indicators.filter((line) => isAsked(department, line, edition) && !isTold(line.code));
  const parts = [
    ...(ids.length === 0 ? [] : [`${String(ids.length)}项任务的进展（${ids.join('、')}）`]),
    ...(lines.length === 0 ? [] : [`${String(lines.length)}项指标的数据`]),
  ];
  if (parts.length > 0) return parts.join('和');
  return led.length > 0 ? '该单位的其余情况' : '该单位的情况';
}
