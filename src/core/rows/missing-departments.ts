/** Active departments without a usable workbook, and what the report loses by it. */
import type { Problem } from '../base/problem';
import type { Edition } from '../edition/edition';
import type { Indicator } from '../edition/indicator';
import { isAsked } from './asked-indicators';
import type { Department, Task, BookStatus } from './rows';

/** What departments are asked for. */
interface Asked {
  readonly indicators: readonly Indicator[];
  readonly edition: Edition;
}

/** One error per department whose values are missing, with its tasks and the number of its indicator lines. */
export function missingDepartments(
  departments: readonly Department[],
  workbooks: readonly BookStatus[],
  tasks: readonly Task[],
  { indicators, edition }: Asked,
): readonly Problem[] {
  return departments
    .filter(({ active, name }) => active && !workbooks.some((book) => book.department === name && book.usable))
    .map((department) => {
      const file = workbooks.find((book) => book.department === department.name)?.file ?? null;
      return {
        code: 'department-missing',
        level: 'error',
        place: { file: file ?? `${department.name}.xlsx` },
        actual: '',
        reason: `${file === null ? `没有收到${department.name}的填报表` : `${department.name}没有可用的填报表`}，报告缺少${loss(department, tasks, { indicators, edition })}`,
        expected: `${file === null ? '请催报，收到后放入“填报”文件夹' : '请改好或换掉这个文件'}再运行一次`,
      };
    });
}

function loss(department: Department, tasks: readonly Task[], { indicators, edition }: Asked): string {
  const ids = tasks.filter(({ lead }) => lead === department.name).map(({ id }) => id);
  const lines = indicators.filter((indicator) => isAsked(department, indicator, edition));
  const parts = [
    ...(ids.length === 0 ? [] : [`${String(ids.length)}项任务的进展（${ids.join('、')}）`]),
    ...(lines.length === 0 ? [] : [`${String(lines.length)}项指标的数据`]),
  ];
  return parts.length === 0 ? '该单位的情况' : parts.join('和');
}
