/** Where a task stands on the 核算日: the office's approvals first, then the department's word, then the calendar. */
import type { Day } from '../base/day';
import type { TaskState } from '../base/state-words';
import type { Progress, Task } from '../rows/rows';
import type { Settings } from '../settings/settings';

/** `due` is the day that counts; of a recurring task `occurrence` is its number from 1 and `of` how many there are. */
export interface Standing {
  readonly state: TaskState;
  readonly due: Day | null;
  readonly occurrence: number | null;
  readonly of: number | null;
}

/**
 * The state of a task. Due on the day is not late: a day is past when the 核算日 is later. Only the 统计截止日 itself
 * counts as past when the figures are drawn up on it, because the statistics close with the end of that day.
 */
export function standingOf(task: Task, progress: Progress | null, settings: Settings): Standing {
  const done = isDone(progress, settings.asOf);
  const standing = deadlineStanding(task, done ? 100 : (percentOf(progress) ?? 0), settings);
  if (task.approved) return { ...standing, state: task.approved.status };
  if (done) return { ...standing, state: 'done' };
  const isSilent = progress?.status.value == null;
  return standing.state === 'overdue' && isSilent ? { ...standing, state: 'unreported' } : standing;
}

/** 0–100 as the department has it; 0 when it says 未启动, null when it does not say. */
export function percentOf(progress: Progress | null): number | null {
  const typed = progress?.percent.value?.value;
  if (typed !== undefined && typed !== null) return typed;
  return progress === null || progress.status.value === 'not-started' ? 0 : null;
}

/** A completion dated after the 核算日 has not happened yet. */
function isDone(progress: Progress | null, asOf: Day): boolean {
  if (progress?.status.value !== 'done') return false;
  const day = progress.doneOn.value;
  return day === null || day <= asOf;
}

function isPast(day: Day, settings: Settings): boolean {
  return day < settings.asOf || (day === settings.asOf && day === settings.cutoff);
}

function deadlineStanding(task: Task, percent: number, settings: Settings): Standing {
  const { deadline } = task;
  const open = { due: null, occurrence: null, of: null };
  if (deadline === null || deadline.kind === 'ongoing') return { ...open, state: 'running' };
  if (deadline.kind === 'recurring') return recurringStanding(deadline.due, percent, settings);
  return { ...open, due: deadline.due, state: isPast(deadline.due, settings) ? 'overdue' : 'running' };
}

/** Overdue when the department's percentage covers fewer occurrences than have passed. */
function recurringStanding(occurrences: readonly Day[], percent: number, settings: Settings): Standing {
  const days = [...occurrences].sort();
  const covered = days.filter((_, index) => percent >= Math.floor(((index + 1) * 100) / days.length)).length;
  const passed = days.filter((day) => isPast(day, settings)).length;
  const state = covered < passed ? 'overdue' : 'running';
  const index = state === 'overdue' ? covered : passed;
  const due = days[index] ?? null;
  return { state, due, occurrence: due === null ? null : index + 1, of: days.length };
}
