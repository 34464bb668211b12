/** Where each task stands on the 核算日, and how many stand where. */
import { isRead } from './shares';
import type { Report, Task, World } from '../world/world';

export type TaskState = 'done' | 'running' | 'overdue' | 'unreported' | 'unclear' | 'deferred' | 'cancelled';

export type Tally = Readonly<Record<TaskState, number>>;

/** Id → state. */
export function taskStates(world: World): ReadonlyMap<string, TaskState> {
  return new Map(
    world.tasks.map((task) => {
      const state = stateOf(task, reportOn(task, world), world);
      return [task.id, state === 'unreported' && hasSent(task, world) ? 'unclear' : state];
    }),
  );
}

/** How many tasks are in each state. */
export function tallyOf(states: ReadonlyMap<string, TaskState>): Tally {
  const count = (state: TaskState): number => [...states.values()].filter((one) => one === state).length;
  return {
    done: count('done'),
    running: count('running'),
    overdue: count('overdue'),
    unreported: count('unreported'),
    unclear: count('unclear'),
    deferred: count('deferred'),
    cancelled: count('cancelled'),
  };
}

/** What came and could not be used is not silence. */
function hasSent({ lead }: Task, { departments }: World): boolean {
  const department = departments.find(({ name }) => name === lead);
  return department?.active === true && !isRead(department) && department.book !== 'missing';
}

function reportOn({ id, lead }: Task, { departments }: World): Report | null {
  const department = departments.find(({ name }) => name === lead);
  return department !== undefined && isRead(department) ? (department.reports.get(id) ?? null) : null;
}

/** The office's approval first, then the department's word, then the calendar; due on the day is not late, but on the last. */
function stateOf({ approved, due }: Task, report: Report | null, { asOf, cutoff }: World): TaskState {
  if (approved !== '') return approved === '暂缓' ? 'deferred' : 'cancelled';
  const status = believedStatus(report);
  if (status === 'done' && (report?.doneDay == null || report.doneDay <= asOf)) return 'done';
  const isPast = due < asOf || (due === asOf && due === cutoff);
  if (!isPast) return 'running';
  if (status !== null) return 'overdue';
  // Something was said that cannot be read or believed; only silence is no report.
  return report?.status == null && report?.doneOn == null ? 'unreported' : 'unclear';
}

/** 已完成 without a day is not believed; with a day that nobody can read it is. */
function believedStatus(report: Report | null): Report['means'] {
  if (report === null) return null;
  return report.means === 'done' && report.doneOn === null ? null : report.means;
}
