/** Joins each task with its department's progress and judges it. */
import type { Day } from '../base/day';
import { placeText, type Place } from '../base/place';
import type { Problem, Result } from '../base/problem';
import type { Calendar } from '../base/working-days';
import type { Progress, Rows, Task } from '../rows/rows';
import type { Settings } from '../settings/settings';
import type { TaskFinding } from './findings';
import { lightOf } from './task-light';
import { standingOf } from './task-state';

/** One finding per task, in the hub's order. A task without a progress line counts as not started. */
export function taskFindings(rows: Rows, settings: Settings, calendar: Calendar): Result<readonly TaskFinding[]> {
  const lines = progressByTask(rows.progress);
  const findings = rows.tasks.map((task) => {
    const progress = progressOf(task, lines.get(task.id) ?? []);
    return taskFinding(task, progress, settings, calendar);
  });
  const problems = [
    ...findings.flatMap(unapprovedProblems),
    ...unknownYearProblems(findings, rows, settings.asOf, calendar),
  ];
  return { value: findings, problems };
}

function progressByTask(progress: readonly Progress[]): ReadonlyMap<string, readonly Progress[]> {
  const lines = new Map<string, Progress[]>();
  for (const line of progress) {
    const others = lines.get(line.taskId);
    if (others) others.push(line);
    else lines.set(line.taskId, [line]);
  }
  return lines;
}

/** The leading department's line; another department's only when no lead is known. */
function progressOf(task: Task, lines: readonly Progress[]): Progress | null {
  const own = lines.filter(({ department }) => task.lead === null || department === task.lead);
  const [first] = [...own].sort((a, b) => (placeText(a.place) < placeText(b.place) ? -1 : 1));
  return first ?? null;
}

function taskFinding(task: Task, progress: Progress | null, settings: Settings, calendar: Calendar): TaskFinding {
  const standing = standingOf(task, progress, settings);
  const { state, due } = standing;
  const between = due === null ? 0 : calendar.workingDaysBetween(settings.asOf, due);
  const workingDaysLate = state === 'overdue' ? Math.max(0, -between) : 0;
  const workingDaysLeft = state === 'running' && due !== null ? between : null;
  const lit = lightOf({ task, progress, standing, workingDaysLate, workingDaysLeft }, settings, calendar);
  return { task, progress, state, due, workingDaysLate, workingDaysLeft, ...lit, sources: sourcesOf(task, progress) };
}

function sourcesOf(task: Task, progress: Progress | null): readonly Place[] {
  if (progress === null) return [task.duePlace];
  const said = [progress.status, progress.percent, progress.doneOn].filter(({ shown }) => shown !== '');
  return [task.duePlace, ...said.map(({ place }) => place)];
}

/** A department cannot put off or drop a task by itself. */
function unapprovedProblems({ task, progress }: TaskFinding): readonly Problem[] {
  const said = progress?.status;
  if (task.approved || !said || (said.value !== 'deferred' && said.value !== 'cancelled')) return [];
  return [
    {
      code: 'deferral-not-approved',
      level: 'doubt',
      place: said.place,
      actual: said.shown,
      reason: `任务 ${task.id} 填报为“${said.shown}”，但总表没有登记批准，仍按时限判断`,
      expected: '如已批准，请在总表“任务”表登记批准状态和依据',
    },
  ];
}

/** Days were counted in years of which no holidays are known: once per year, at the sheet where they are entered. */
function unknownYearProblems(
  findings: readonly TaskFinding[],
  rows: Rows,
  asOf: Day,
  calendar: Calendar,
): readonly Problem[] {
  const counted = findings.filter(({ state }) => state === 'running' || state === 'overdue');
  const years = new Set(counted.flatMap(({ due }) => (due === null ? [] : calendar.unknownYears(asOf, due))));
  const file = rows.tasks[0]?.place.file ?? '总表.xlsx';
  return [...years].sort().map((year) => ({
    code: 'holidays-unknown',
    level: 'doubt',
    place: { file, sheet: '节假日' },
    actual: '',
    reason: `${String(year)}年调休未录入，按周末推算`,
    expected: `请按国务院办公厅放假通知在总表“节假日”表录入${String(year)}年的放假日和补班日`,
  }));
}
