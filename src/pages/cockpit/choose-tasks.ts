/** Which tasks are listed, and in which order. Pure: no DOM. */
import type { CockpitTask } from '../../contract/cockpit';
import { lightWords, type Light } from '../../core/base/state-words';

/** What the orders of the list are called. */
export const taskOrders = { urgent: '急的在前', due: '按时限', department: '按单位', id: '按编号' } as const;

export type TaskOrder = keyof typeof taskOrders;

/** Empty texts choose all; `words` must all stand somewhere in the task, in what was said of it or in its department. */
export interface TaskChoice {
  readonly department: string;
  readonly section: string;
  readonly light: Light | '';
  readonly words: string;
  readonly order: TaskOrder;
}

/** A task with all that is searched in it, made once. */
export interface SearchedTask {
  readonly task: CockpitTask;
  readonly text: string;
}

/** What stands for a lead nobody knows, in lists and filters. */
export const unknownLead = '牵头单位不明';

export function leadOf({ department }: CockpitTask): string {
  return department ?? unknownLead;
}

export function searchedTasks(tasks: readonly CockpitTask[]): readonly SearchedTask[] {
  return tasks.map((task) => {
    const said = (task.said ?? []).map(([, words]) => words);
    const parts = [task.id, task.title, leadOf(task), task.section, task.why, task.dueText, ...said];
    return { task, text: parts.join('\n').toLowerCase() };
  });
}

export function chooseTasks(searched: readonly SearchedTask[], choice: TaskChoice): readonly CockpitTask[] {
  const { department, section, light, order } = choice;
  const words = choice.words.toLowerCase().split(/\s+/u).filter(Boolean);
  const chosen = searched.filter(
    ({ task, text }) =>
      (department === '' || leadOf(task) === department) &&
      (section === '' || task.section === section) &&
      (light === '' || task.light === light) &&
      words.every((word) => text.includes(word)),
  );
  return chosen.map(({ task }) => task).sort(comparers[order]);
}

type Comparer = (one: CockpitTask, other: CockpitTask) => number;

const lights = Object.keys(lightWords);
/** What has no day comes after all that have one. */
const dayOf = ({ due }: CockpitTask): string => due ?? '9999';
const byText = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
const byDay: Comparer = (one, other) => byText(dayOf(one), dayOf(other));
const byUrgency: Comparer = (one, other) =>
  lights.indexOf(one.light) - lights.indexOf(other.light) ||
  other.workingDaysLate - one.workingDaysLate ||
  byDay(one, other);

const comparers: Readonly<Record<TaskOrder, Comparer>> = {
  urgent: byUrgency,
  due: byDay,
  department: (one, other) => byText(leadOf(one), leadOf(other)) || byUrgency(one, other),
  id: (one, other) => byText(one.id, other.id),
};

/** Header and lines as a spreadsheet takes them from the clipboard. */
export function taskTable(tasks: readonly CockpitTask[]): string {
  const heads = ['灯', '编号', '任务', '章节', '牵头单位', '完成时限', '完成比例', '逾期工作日', '说明'];
  const lines = tasks.map((task) => [
    lightWords[task.light],
    ...[task.id, task.title, task.section, leadOf(task), task.dueText],
    task.percent === null ? '' : `${String(task.percent)}%`,
    task.state === 'overdue' ? String(task.workingDaysLate) : '',
    task.why,
  ]);
  return [heads, ...lines].map((cells) => cells.map(asCell).join('\t')).join('\n');
}

/** A spreadsheet takes a text that begins with one of these for a formula. */
function asCell(text: string): string {
  const flat = text.replace(/\s+/gu, ' ');
  return /^[=+\-@]/u.test(flat) ? `'${flat}` : flat;
}
