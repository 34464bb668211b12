/** What a department's workbook says nothing of: tasks it leads and indicators it is asked for that have no line. */
import { groupsBy } from '../base/groups';
import { oncePer } from '../base/once-per';
import type { Place } from '../base/place';
import type { Problem } from '../base/problem';
import type { Edition } from '../edition/edition';
import type { Indicator } from '../edition/indicator';
import { askedIndicators } from './asked-indicators';
import type { DepartmentBook } from './books/department-books';
import { zeroOrNone } from './figure-checks';
import type { Rows, Task, UnusedSheet } from './rows';

/** What was found of a sheet: whether it was `missing`, and what its lines speak of. */
interface Reported<T> {
  readonly missing: boolean;
  /** Why nobody knows what it says of the others, where that is so. */
  readonly unused?: UnusedSheet | null;
  readonly given: readonly (T | null)[];
}

/** The same of figures; `isTold`: other sheets, of whichever workbook, tell the figure of a code. */
interface ReportedFigures extends Reported<Indicator> {
  readonly isTold: (code: string) => boolean;
}

/** Each task by itself; where the whole sheet is missing, what the report loses by it in one line. */
export function unreportedTasks(
  book: Pick<DepartmentBook, 'department' | 'file'>,
  tasks: readonly Task[],
  sheet: string,
  { missing, unused = null, given }: Reported<Task>,
): readonly Problem[] {
  const told = new Set(given);
  const led = ledBy(tasks).get(book.department.name) ?? [];
  const lost = led.filter((task) => task.id !== '' && !told.has(task));
  if (lost.length === 0) return [];
  const about = { code: 'task-unreported', level: 'doubt', actual: '' } as const;
  if (missing || unused !== null) {
    const ids = listed(lost.map(({ id }) => id));
    return [
      {
        ...about,
        place: { file: book.file },
        reason: `${lackOf(sheet, unused)}，报告缺少${String(lost.length)}项任务的进展（${ids}），到期的按${unused === null ? '未报' : '待核实'}计`,
        expected: unused?.remedy ?? `请补上“${sheet}”，每项任务一行`,
      },
    ];
  }
  return lost.map((task) => ({
    ...about,
    place: { file: book.file, sheet },
    reason: `牵头任务 ${task.id} ${task.title}没有进展，到期的按未报计`,
    expected: `请在“${sheet}”里补上 ${task.id} 一行`,
  }));
}

const ledBy = oncePer((tasks: readonly Task[]) => groupsBy(tasks, ({ lead }) => lead));

/** The rule of figures that have no line. */
export const figureUnreported = 'figure-unreported';

/** The indicators in one line: a sheet that lost its rows must not look like one that has nothing to say. */
export function unreportedFigures(
  book: DepartmentBook,
  { indicators, meanings }: Pick<Rows, 'indicators' | 'meanings'>,
  edition: Edition,
  { missing, unused = null, given, isTold }: ReportedFigures,
): readonly Problem[] {
  const lost = askedIndicators(indicators, book.department, edition, meanings).filter(
    (indicator) => !given.includes(indicator) && !isTold(indicator.code),
  );
  if (lost.length === 0) return [];
  const names = listed(lost.map(({ code, name }) => `${code} ${name}`));
  const count = `${String(lost.length)}项指标`;
  const { title } = edition.sheets.figures;
  const place: Place = missing ? { file: book.file } : { file: book.file, sheet: title };
  return [
    {
      code: figureUnreported,
      level: 'doubt',
      place,
      actual: '',
      reason:
        missing || unused !== null
          ? `${lackOf(title, unused)}，报告缺少${count}的填报值（${names}）`
          : `缺少${count}的填报行（${names}），报告没有这些填报值`,
      expected: unused?.remedy ?? `请补上这些行；${zeroOrNone}`,
      lines: lost.filter(({ onEmpty }) => onEmpty !== 'optional').map(({ code }) => code),
    },
  ];
}

function lackOf(title: string, unused: UnusedSheet | null): string {
  return unused?.why ?? `没有“${title}”`;
}

const mostListed = 10;

/** The names, `等` behind the tenth. */
export function listed(names: readonly string[]): string {
  return names.slice(0, mostListed).join('、') + (names.length > mostListed ? '等' : '');
}
