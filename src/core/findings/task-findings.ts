/** Joins each task with its department's progress and judges it. */
import type { Day } from '../base/day';
import { placeText, type Place } from '../base/place';
import type { Problem, Result } from '../base/problem';
import { nameKey } from '../base/text';
import type { Calendar } from '../base/working-days';
import type { BookRecord, Progress, Rows, Task } from '../rows/rows';
import type { Settings } from '../settings/settings';
import type { TaskFinding } from './findings';
import { lightOf, type TaskOnDay } from './task-light';
import { onNewDay, standingOf } from './task-state';

/**
 * One finding per task, in the hub's order. A task without a progress line counts as not started; of tasks with one number
 * nobody knows which a line is about.
 */
export function taskFindings(rows: Rows, settings: Settings, calendar: Calendar): Result<readonly TaskFinding[]> {
  const lines = progressByTask(rows.progress);
  const twice = repeatedIds(rows.tasks);
  const books = new Map(rows.workbooks.map((book) => [book.department, book]));
  const findings = rows.tasks.map((task) => {
    const isTwice = twice.has(nameKey(task.id));
    const progress = isTwice ? null : progressOf(task, lines.get(task.id) ?? []);
    const book = books.get(task.lead ?? '');
    const unused = book === undefined ? null : lossOf(book, settings.edition.sheets.progress.title);
    const found = taskFinding({ task, progress, filledOn: filledOn(progress, book), unused }, settings, calendar);
    return isTwice ? withoutLine(found) : unlessUnused(found);
  });
  return { value: findings, problems: unknownYearProblems(findings, rows, settings.asOf, calendar) };
}

/** The cover of a workbook dates what stands in it, and nothing that the town's table tells. */
function filledOn(progress: Progress | null, book: BookRecord | undefined): Day | null {
  return book === undefined || progress?.place.file !== book.file ? null : book.filledOn;
}

function repeatedIds(tasks: readonly Task[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of tasks.map((task) => nameKey(task.id))) {
    if (id !== '' && seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return twice;
}

/** What can be said of a task whose department's line may be about another one. */
function withoutLine(found: TaskFinding): TaskFinding {
  const isOpen = found.state === 'running' || found.state === 'unreported';
  const state = found.state === 'unreported' ? 'unclear' : found.state;
  return isOpen ? { ...found, state, light: 'yellow', why: '任务编号重复，进展对不上' } : found;
}

/** Who sent something that nobody could read or use is not one who has not reported. */
function unlessUnused(found: TaskFinding): TaskFinding {
  if (found.state !== 'unreported' || found.unused === null) return found;
  return { ...found, state: 'unclear', why: `已到期，牵头单位的${found.unused.why}，完成情况待核实` };
}

/** What became of what it sent; null where it was read, or nothing came. */
function lossOf({ status, unused = [] }: BookRecord, title: string): TaskFinding['unused'] {
  switch (status.kind) {
    case 'refused':
      return { why: '填报表没有采用', remedy: status.why };
    case 'not-read':
      return { why: '填报表没有读到', remedy: status.why };
    case 'usable':
      return unused.find((one) => one.title === title) ?? null;
    case 'none':
      return null;
  }
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

type Reported = Pick<TaskOnDay, 'task' | 'progress' | 'filledOn' | 'unused'>;

function taskFinding(reported: Reported, settings: Settings, calendar: Calendar): TaskFinding {
  const { task, progress } = reported;
  const standing = standingOf(task, progress, settings);
  const { state, due } = standing;
  const between = due === null ? 0 : calendar.workingDaysBetween(settings.asOf, due);
  const workingDaysLate = state === 'overdue' ? Math.max(0, -between) : 0;
  const workingDaysLeft = state === 'running' && due !== null ? between : null;
  const { filledOn, unused } = reported;
  const about = onNewDay(task, settings);
  const judged = { task: about, progress, filledOn, unused, standing, workingDaysLate, workingDaysLeft };
  const { light, why } = lightOf(judged, settings, calendar);
  const sources = sourcesOf(task, progress);
  return { task, progress, state, due, workingDaysLate, workingDaysLeft, light, why, unused, sources };
}

function sourcesOf(task: Task, progress: Progress | null): readonly Place[] {
  if (progress === null) return [task.duePlace];
  const said = [progress.status, progress.percent, progress.doneOn, progress.doneThrough].filter(
    ({ shown }) => shown !== '',
  );
  return [task.duePlace, ...said.map(({ place }) => place)];
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
