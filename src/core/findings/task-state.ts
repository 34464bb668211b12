/** Where a task stands on the 核算日: the office's approvals first, then the department's word, then the calendar. */
import type { Day } from '../base/day';
import type { TaskState } from '../base/state-words';
import type { Progress, Task } from '../rows/rows';
import type { Settings } from '../settings/settings';

/** `due` is the day that counts; of a recurring task `occurrence` is its number from 1 and `of` how many there are. */
export interface TaskStanding {
  readonly state: TaskState;
  readonly due: Day | null;
  readonly occurrence: number | null;
  readonly of: number | null;
}

/**
 * The state of a task. Due on the day is not late: a day is past when the 核算日 is later. Only the 统计截止日 itself
 * counts as past when the figures are drawn up as of it, once that day is over: with its end the statistics close.
 */
export function standingOf(given: Task, progress: Progress | null, settings: Settings): TaskStanding {
  const task = onNewDay(given, settings);
  const done = isDone(progress, settings.asOf);
  const standing = deadlineStanding(task, progress, done, settings);
  const approved = approvedState(task, progress);
  if (approved !== null) return { ...standing, state: approved };
  if (standing.state === 'overdue') return { ...standing, state: unsaid(task, progress, done) ?? 'overdue' };
  const isSaid = done || periodOf(task, progress) !== null;
  const isWhole = task.deadline?.kind === 'recurring' ? isSaid && standing.due === null : done;
  return isWhole ? { ...standing, state: 'done' } : standing;
}

/** The task as it is to be judged: once the day to which it was put off has passed, that day is its deadline. */
export function onNewDay(task: Task, settings: Settings): Task {
  const until = task.approved?.until ?? null;
  if (until === null || !isPast(until, settings)) return task;
  return { ...task, approved: null, deadline: { kind: 'day', due: until, start: null } };
}

/** What the office has put off or dropped; where it only approved, whichever the department asked for. */
function approvedState({ approved }: Task, progress: Progress | null): 'deferred' | 'cancelled' | null {
  if (approved === null) return null;
  if (approved.status !== 'as-asked') return approved.status;
  const asked = progress?.status.value;
  return asked === 'deferred' || asked === 'cancelled' ? asked : null;
}

/** Why nobody can call the task overdue that should have been done; null where its department says how far it is. */
function unsaid(task: Task, progress: Progress | null, done: boolean): 'unreported' | 'unclear' | null {
  if (progress === null) return 'unreported';
  // It is done as of a day before the latest periods, or says how far it is in a way that cannot be used.
  if ((done && periodOf(task, progress) === null) || isPeriodRefused(task, progress)) return 'unclear';
  if (progress.status.value !== null || periodOf(task, progress) !== null) return null;
  const { status, percent, doneOn, doneThrough, text } = progress;
  const isSilent = [status, percent, doneOn, doneThrough].every(({ shown }) => shown.trim() === '') && text === '';
  return isSilent ? 'unreported' : 'unclear';
}

/** Of a recurring task the number of the period through which its department says that it is done; null where it does not. */
export function periodOf({ deadline }: Task, progress: Progress | null): number | null {
  return deadline?.kind === 'recurring' ? (progress?.doneThrough.value ?? null) : null;
}

/** Of a recurring task: something stands where the period belongs, and it is none. */
export function isPeriodRefused({ deadline }: Task, progress: Progress | null): boolean {
  if (deadline?.kind !== 'recurring' || progress === null) return false;
  return progress.doneThrough.value === null && progress.doneThrough.shown.trim() !== '';
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
  const { asOf, cutoff, today } = settings;
  return day < asOf || (day === asOf && day === cutoff && day < today);
}

function deadlineStanding(task: Task, progress: Progress | null, done: boolean, settings: Settings): TaskStanding {
  const { deadline } = task;
  const open = { state: 'running', due: null, occurrence: null, of: null } as const;
  if (deadline === null || deadline.kind === 'ongoing') return open;
  if (deadline.kind === 'day') {
    return { ...open, due: deadline.due, state: !done && isPast(deadline.due, settings) ? 'overdue' : 'running' };
  }
  const days = [...deadline.due].sort();
  const passed = days.filter((day) => isPast(day, settings)).length;
  return recurringStanding(days, Math.min(throughOf(task, progress, { days, passed, done }), days.length), passed);
}

interface Periods {
  readonly days: readonly Day[];
  readonly passed: number;
  readonly done: boolean;
}

/** Through which period the task is done. What is done on a day is done for the period of that day, not for later ones. */
function throughOf(task: Task, progress: Progress | null, { days, passed, done }: Periods): number {
  if (isPeriodRefused(task, progress)) return 0;
  const day = progress?.doneOn.value ?? null;
  const presumed = done && day !== null ? days.filter((due) => due < day).length + 1 : null;
  return periodOf(task, progress) ?? presumed ?? (done ? days.length : presumedThrough(progress, passed));
}

/**
 * Through which period a task is done whose department names none. 推进中 says that it is in order; 未完成 that the latest period
 * is not done; 未启动, and a department that says nothing, that none is.
 */
function presumedThrough(progress: Progress | null, passed: number): number {
  const status = progress?.status.value ?? 'not-started';
  if (status === 'not-started') return 0;
  const isBehind = status === 'not-done' || status === 'deferred' || status === 'cancelled';
  return isBehind ? Math.max(0, passed - 1) : passed;
}

/** Overdue when fewer periods are done than have passed. Without a due day when all are done. */
function recurringStanding(days: readonly Day[], through: number, passed: number): TaskStanding {
  const due = days[through] ?? null;
  return {
    state: through < passed ? 'overdue' : 'running',
    due,
    occurrence: due === null ? null : through + 1,
    of: days.length,
  };
}
