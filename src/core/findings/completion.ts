/** The completion rate of the tasks as an indicator: it speaks for all that were due, or says for how many it does. */
import type { Problem } from '../base/problem';
import { taskStateWords } from '../base/state-words';
import type { Rows, WorkbookStatus } from '../rows/rows';
import type { WhyMissing } from '../rows/said';
import type { PartialFigure, Tally, TaskFinding } from './findings';
import { noAmount, type Missing } from './formula';
import type { Computed } from './indicator-amount';
import { noDepartment } from './tally';

/** What the tasks add to the indicators. */
export interface Completion {
  readonly tally: Tally;
  readonly tasks: readonly TaskFinding[];
}

const wasDue: readonly TaskFinding['state'][] = ['done', 'overdue', 'unreported', 'unclear'];

/** The rate; without value while nobody knows of some tasks that were due whether they are done. */
export function completionAmount(
  { tally, tasks }: Completion,
  code: string,
  { workbooks }: Pick<Rows, 'workbooks'>,
): Computed {
  const due = tasks.filter(({ state }) => wasDue.includes(state));
  const known = due.filter(isKnown);
  const books = new Map(workbooks.map((book) => [book.department, book]));
  const missing = due
    .filter((task) => !isKnown(task))
    .map((task): Missing => {
      const department = leadOf(task);
      const file = books.get(department)?.file;
      const place = task.progress?.status.place ?? (file == null ? task.task.duePlace : { file });
      return { department, code, why: whyUnknown(task, books.get(department)?.status.kind ?? 'none'), place };
    });
  return {
    ...noAmount,
    value: missing.length > 0 ? null : tally.rate,
    applies: tally.due > 0 || missing.length > 0,
    numerator: tally.done,
    denominator: tally.due,
    sources: [...new Set(known.flatMap(({ sources }) => sources))],
    asked: [...new Set(due.map(leadOf))],
    missing,
  };
}

function isKnown({ state }: TaskFinding): boolean {
  return state === 'done' || state === 'overdue';
}

function leadOf({ task }: TaskFinding): string {
  return task.lead ?? noDepartment;
}

function whyUnknown({ state }: TaskFinding, status: WorkbookStatus['kind']): WhyMissing {
  if (state === 'unclear') return 'refused';
  if (status === 'usable') return 'blank';
  return status === 'none' ? 'no-file' : 'not-read';
}

/** The rate over the tasks whose state is known, with those left out. */
export function partialCompletion(
  tally: Tally,
  rate: number,
  { shown, isPrinted }: { readonly shown: string; readonly isPrinted: boolean },
): PartialFigure {
  const { done: numerator, due: denominator } = tally;
  return { value: rate, text: `${shown}（${leftOut(tally)}，未计入）`, numerator, denominator, isPrinted };
}

/** `未报11项、待核实1项`; empty when the state of all is known. */
export function leftOut({ unreported, unclear }: Pick<Tally, 'unreported' | 'unclear'>): string {
  const counts = { unreported, unclear };
  return (['unreported', 'unclear'] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => `${taskStateWords[state]}${String(counts[state])}项`)
    .join('、');
}

/** The one error that tells for how many tasks the rate does not speak. */
export function incompleteCompletion({ tally, tasks }: Completion, name: string): readonly Problem[] {
  const unknown = tasks.filter(({ state }) => state === 'unreported' || state === 'unclear');
  const [first] = unknown;
  if (first === undefined) return [];
  const { file, sheet } = first.task.place;
  const ids = unknown.map(({ task }) => task.id).filter((id) => id !== '');
  const base = tally.due === 0 ? '没有任务可以计算' : `只按其余${String(tally.due)}项计算`;
  return [
    {
      code: 'completion-incomplete',
      level: 'error',
      place: { file, ...(sheet !== undefined && { sheet }) },
      actual: '',
      reason: `到期任务有${leftOut(tally)}（${ids.join('、')}），${name}${base}，不作判断`,
      expected: '请催有关单位补报或者写明状态，再运行一次',
    },
  ];
}
