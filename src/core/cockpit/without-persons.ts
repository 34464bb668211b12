/**
 * The cockpit as it may leave the office in a mail: departments are named, persons are not. Departments' own words and names
 * of files, which may hold anything, are left out; what the office wrote itself goes through the rules of the public version.
 */
import type { Cockpit, CockpitArea, CockpitDepartment, CockpitTask } from '../../contract/cockpit';
import type { Publisher } from '../report/public/publish-text';

/** Stands where nothing is left of a text. */
const leftOut = '（略）';

type Mask = (text: string) => string;

/** `publish` knows the names of the office's people. */
export function withoutPersons(cockpit: Cockpit, publish: Publisher): Cockpit {
  const known = new Map<string, string>();
  const mask: Mask = (text) => {
    const done = known.get(text) ?? maskOf(text, publish);
    known.set(text, done);
    return done;
  };
  return {
    ...cockpit,
    forMail: true,
    tasks: cockpit.tasks.map((task) => taskWithout(task, mask)),
    areas: cockpit.areas.map((area) => areaWithout(area, mask)),
    departments: cockpit.departments.map((department) => departmentWithout(department)),
    reminders: { ...cockpit.reminders, why: mask(cockpit.reminders.why) },
  };
}

function maskOf(text: string, publish: Publisher): string {
  if (text === '') return '';
  const masked = publish(text).text;
  return masked.trim() === '' ? leftOut : masked;
}

/** Cells are told by sheet: the department is named beside them. */
function taskWithout(task: CockpitTask, mask: Mask): CockpitTask {
  const cells = task.cells.flatMap((cell) => {
    const [, place] = / ([^ ]+![A-Z]+\d+)$/u.exec(cell) ?? [];
    return place === undefined ? [] : [place];
  });
  return {
    ...task,
    title: mask(task.title),
    dueText: mask(task.dueText),
    why: mask(unquoted(task)),
    cells,
    said: null,
  };
}

/** Without what a department typed, which stands in quotes, and without the basis of an approval, which the office typed. */
function unquoted({ why, state }: CockpitTask): string {
  const isApproved = state === 'deferred' || state === 'cancelled';
  return (isApproved ? (why.split('：')[0] ?? '') : why).replace(/“[^“”]*”/gu, '');
}

function areaWithout(area: CockpitArea, mask: Mask): CockpitArea {
  const { problem, cause, measures } = area;
  return { ...area, problem: mask(problem), cause: mask(cause), measures: measures.map(mask) };
}

/** Why a workbook cannot be used names files. */
function departmentWithout(department: CockpitDepartment): CockpitDepartment {
  return { ...department, why: '' };
}
