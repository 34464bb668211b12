/**
 * The cockpit as it may leave the office in a mail: departments are named, persons are not. Departments' own words and names
 * of files, which may hold anything, are left out; what the office wrote itself goes through the rules of the public version.
 */
import type { Cockpit, CockpitArea, CockpitDepartment, CockpitTask } from '../../contract/cockpit';
import type { FeedbackLine } from '../../contract/feedback';
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
    sections: cockpit.sections.map((section) => ({ ...section, name: mask(section.name) })),
    tasks: cockpit.tasks.map((task) => taskWithout(task, mask)),
    areas: cockpit.areas.map((area) => areaWithout(area, mask)),
    departments: cockpit.departments.map((department) => departmentWithout(department)),
    feedback: cockpit.feedback.map((line) => paperWithout(line, mask)),
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
    const [, sheet = '', name] = / ([^ ]+)(![A-Z]+\d+)$/u.exec(cell) ?? [];
    return name === undefined ? [] : [mask(sheet) + name];
  });
  return {
    ...task,
    id: mask(task.id),
    title: mask(task.title),
    section: mask(task.section),
    dueText: mask(task.dueText),
    why: mask(unquoted(task)),
    cells,
    said: null,
  };
}

/** Without what a department typed, which stands in quotes and may hold more of them, and without the basis of an approval, which the office typed. */
function unquoted({ why, state }: CockpitTask): string {
  if (state === 'deferred' || state === 'cancelled') return why.split('：')[0] ?? '';
  const [first, last] = [why.indexOf('“'), why.lastIndexOf('”')];
  return first < 0 || last < first ? why : why.slice(0, first) + why.slice(last + 1);
}

function areaWithout(area: CockpitArea, mask: Mask): CockpitArea {
  const { problem, cause, measures, tasks } = area;
  return { ...area, problem: mask(problem), cause: mask(cause), measures: measures.map(mask), tasks: tasks.map(mask) };
}

/** That something was said is told, and not what. */
function paperWithout(line: FeedbackLine, mask: Mask): FeedbackLine {
  const { code, title, task, reply, doubts } = line;
  return {
    ...line,
    code: mask(code),
    task: task === null ? null : mask(task),
    title: mask(title),
    reply: reply === '' ? '' : leftOut,
    entry: null,
    doubts: doubts.map(mask),
  };
}

/** Why a workbook cannot be used names files. */
function departmentWithout(department: CockpitDepartment): CockpitDepartment {
  return { ...department, why: '' };
}
