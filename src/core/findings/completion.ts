/** The completion rate of the tasks as an indicator: it speaks for all that were due, or says for how many it does. */
import type { Problem } from '../base/problem';
import { taskStateWords } from '../base/state-words';
import type { Rows, WorkbookStatus } from '../rows/rows';
import type { WhyMissing } from '../rows/said';
import type { Tally } from '../../contract/summary';
import type { PartialFigure, TaskFinding } from './findings';
import { noAmount, type Missing } from './formula';
import type { Computed } from './indicator-amount';
import { noDepartment } from './tally';

/** What the tasks add to the indicators. */
export interface Completion {
  readonly tally: Tally;
  readonly tasks: readonly TaskFinding[];
}

const wasDue: readonly TaskFinding['state'][] = ['done', 'overdue', 'unreported', 'unclear'];

/** Not done, and nobody can read by when they should have been: they may be late. */
export function undatedTasks(tasks: readonly TaskFinding[]): readonly TaskFinding[] {
  return tasks.filter(({ state, task }) => state === 'running' && task.deadline === null);
}

/** The rate; without value while nobody knows of some tasks whether they were due, or of some that were whether they are done. */
export function completionAmount(
  { tally, tasks }: Completion,
  code: string,
  { workbooks }: Pick<Rows, 'workbooks'>,
): Computed {
  const due = tasks.filter(({ state }) => wasDue.includes(state));
  const known = due.filter(isKnown);
  const books = new Map(workbooks.map((book) => [book.department, book]));
  const undated = undatedTasks(tasks);
  const unknown = due
    .filter((task) => !isKnown(task))
    .map((task): Missing => {
      const department = leadOf(task);
      const file = books.get(department)?.file;
      const place = task.progress?.status.place ?? (file == null ? task.task.duePlace : { file });
      return { department, code, why: whyUnknown(task, books.get(department)?.status.kind ?? 'none'), place };
    });
  const missing = [...unknown, ...undated.map((task) => withoutDeadline(task, code))];
  return {
    ...noAmount,
    value: missing.length > 0 ? null : tally.rate,
    range: missing.length > 0 || tally.rate === null ? null : { low: tally.rate, high: tally.rate },
    parts: null,
    applies: tally.due > 0 || missing.length > 0,
    numerator: tally.done,
    denominator: tally.due,
    sources: [...new Set(known.flatMap(({ sources }) => sources))],
    asked: [...new Set([...due, ...undated].map(leadOf))],
    missing,
  };
}

function withoutDeadline({ task, ...finding }: TaskFinding, code: string): Missing {
  const why = task.dueText.trim() === '' ? 'blank' : 'refused';
  return { department: leadOf({ task, ...finding }), code, why, place: task.duePlace };
}

function isKnown({ state }: TaskFinding): boolean {
  return state === 'done' || state === 'overdue';
}

function leadOf({ task }: TaskFinding): string {
  return task.lead ?? noDepartment;
}

function whyUnknown({ state }: TaskFinding, status: WorkbookStatus['kind']): WhyMissing {
  if (status === 'not-read' || status === 'refused') return 'not-read';
  if (state === 'unclear') return 'refused';
  return status === 'none' ? 'no-file' : 'blank';
}

/** The rate over the tasks whose state is known, with those left out. */
export function partialCompletion(
  { tally, tasks }: Completion,
  rate: number,
  { shown, isPrinted }: { readonly shown: string; readonly isPrinted: boolean },
): PartialFigure {
  const { done: numerator, due: denominator } = tally;
  const undated = undatedTasks(tasks).length;
  return {
    value: rate,
    text: `${shown}（${leftOut({ ...tally, undated })}，未计入）`,
    ...{ numerator, denominator, isPrinted },
  };
}

/** `未报11项、待核实1项、时限不明1项`; empty when the rate speaks for all. */
export function leftOut({
  unreported,
  unclear,
  undated = 0,
}: Pick<Tally, 'unreported' | 'unclear'> & { readonly undated?: number }): string {
  const { unreported: unreportedWord, unclear: unclearWord } = taskStateWords;
  const counts = [
    [unreportedWord, unreported] as const,
    [unclearWord, unclear] as const,
    ['时限不明', undated] as const,
  ];
  return counts
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word}${String(count)}项`)
    .join('、');
}

/** One error that tells for how many due tasks the rate does not speak, and one for those that may have been due. */
export function incompleteCompletion({ tally, tasks }: Completion, name: string): readonly Problem[] {
  const unknown = tasks.filter(({ state }) => state === 'unreported' || state === 'unclear');
  const undated = undatedTasks(tasks);
  const base = tally.due === 0 ? '没有任务可以计算' : `只按其余${String(tally.due)}项计算`;
  const loss = `${name}${base}，不作判断`;
  return [
    ...incompleteProblem(unknown, (ids) => ({
      reason: `到期任务有${leftOut(tally)}（${ids}），${loss}`,
      expected: '请催有关单位补报或者写明状态，再运行一次',
    })),
    ...incompleteProblem(undated, (ids) => ({
      reason: `有${String(undated.length)}项没有完成的任务时限不明（${ids}），不知道到期没有，${loss}`,
      expected: '请在总表“任务”里写明完成时限，再运行一次',
    })),
  ];
}

function incompleteProblem(
  tasks: readonly TaskFinding[],
  says: (ids: string) => Pick<Problem, 'reason' | 'expected'>,
): readonly Problem[] {
  const [first] = tasks;
  if (first === undefined) return [];
  const { file, sheet } = first.task.place;
  const ids = tasks.map(({ task }) => task.id).filter((id) => id !== '');
  const place = { file, ...(sheet !== undefined && { sheet }) };
  return [{ code: 'completion-incomplete', level: 'error', place, actual: '', ...says(ids.join('、')) }];
}
