/** Tasks as 看板 shows them: each with its cells and its department's words, and in groups with what is not known of them. */
import type { CockpitGroup, CockpitTask, Schedule } from '../../contract/cockpit';
import { divide, round, sum } from '../base/decimal';
import { placeText } from '../base/place';
import type { Findings, TaskFinding } from '../findings/findings';
import { elapsedPercent } from '../findings/task-light';
import { onNewDay, percentOf } from '../findings/task-state';
import { countLights, taskCounts } from '../report/summary';
import type { Progress } from '../rows/rows';
import type { Settings } from '../settings/settings';

export function cockpitTask(found: TaskFinding, { edition }: Settings, level: string): CockpitTask {
  const { task, progress, state, light, due, workingDaysLate, workingDaysLeft, why, sources } = found;
  const { columns } = edition.sheets.progress;
  return {
    id: task.id,
    title: task.title,
    section: task.section,
    department: task.lead,
    ...{ state, light, due, dueText: task.dueText, percent: percentSaid(found) },
    ...{ workingDaysLate, workingDaysLeft, why, level },
    cells: sources.map(placeText),
    said: progress === null ? [] : wordsOf(progress, columns),
  };
}

type Headers = Readonly<Record<'status' | 'doneOn' | 'text' | 'problems' | 'next', { readonly header: string }>>;

/** What stands there, blanks left out. */
function wordsOf(progress: Progress, columns: Headers): readonly (readonly [string, string])[] {
  const { status, doneOn, text, problems, next } = progress;
  const said = { status: status.shown, doneOn: doneOn.shown, text, problems, next };
  return (Object.keys(said) as (keyof typeof said)[])
    .map((field) => [columns[field].header, said[field].trim()] as const)
    .filter(([, words]) => words !== '');
}

/** Null where the department does not say; a task that is done is done whole. */
function percentSaid({ progress, state }: TaskFinding): number | null {
  if (state === 'done') return 100;
  return progress === null ? null : percentOf(progress);
}

/** What is counted of any group of tasks. */
export function countsOf(
  tasks: readonly TaskFinding[],
  { completionThreshold }: Pick<Findings, 'completionThreshold'>,
  settings: Settings,
): Omit<CockpitGroup, 'name'> {
  return {
    lights: countLights(tasks),
    completion: taskCounts(tasks, completionThreshold),
    schedule: scheduleOf(tasks, settings),
  };
}

/** One task: the two shares, or why there are none. */
type Compared = readonly [expected: number, actual: number] | 'unknown' | 'without' | 'resting';

function scheduleOf(tasks: readonly TaskFinding[], settings: Settings): Schedule {
  const compared = tasks.map((found) => compare(found, settings));
  const pairs = compared.filter((one) => typeof one !== 'string');
  const count = (kind: Compared): number => compared.filter((one) => one === kind).length;
  return {
    expected: mean(pairs.map(([expected]) => expected)),
    actual: mean(pairs.map(([, actual]) => actual)),
    counted: pairs.length,
    unknown: count('unknown'),
    without: count('without'),
    resting: count('resting'),
  };
}

/** What is put off or dropped has no line; nor has what recurs or never ends. A deadline nobody can read may be any. */
function compare(found: TaskFinding, settings: Settings): Compared {
  const { state } = found;
  if (state === 'deferred' || state === 'cancelled') return 'resting';
  const task = onNewDay(found.task, settings);
  if (task.deadline === null) return 'unknown';
  const expected = elapsedPercent(task, settings.asOf);
  if (expected === null) return 'without';
  const actual = state === 'unclear' || state === 'unreported' ? null : percentSaid(found);
  return actual === null ? 'unknown' : [expected, actual];
}

function mean(values: readonly number[]): number | null {
  const whole = divide(sum(values), values.length);
  return whole === null ? null : round(whole, 1);
}
