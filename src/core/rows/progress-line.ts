/** A line of progress as a row of any table gives it: a department's own, or the town's. */
import type { Problem, Result } from '../base/problem';
import { readStatus } from '../cells/read-status';
import type { Status } from '../cells/readings';
import { extraCells, extraColumns } from '../edition/extra-cells';
import { clipped, holdsWord, isBlankText } from '../base/text';
import type { ColumnsOf } from '../edition/shapes';
import type { Settings } from '../settings/settings';
import { textOf } from '../tables/read-row';
import type { TableRow } from '../tables/read-table';
import type { Progress } from './rows';

/** The cells that tell how a task stands, whatever names it. */
type ToldRow = Pick<TableRow<Omit<ColumnsOf<'progress'>, 'taskId' | 'title' | 'deadline'>>, 'cells' | 'place'>;

/** What the row says of the task. */
export function progressLine(
  { cells, place }: ToldRow,
  { taskId, department }: Pick<Progress, 'taskId' | 'department'>,
  { edition }: Pick<Settings, 'edition'>,
): Progress {
  const { status, percent, doneOn, doneThrough, text, problems, next, evidence, coordination } = cells;
  return {
    taskId,
    department,
    ...{ status, percent, doneOn, doneThrough },
    text: textOf(text),
    problems: textOf(problems),
    next: textOf(next),
    evidence: textOf(evidence),
    coordination: textOf(coordination),
    extra: extraCells(cells, extraColumns('progress', edition.sheets.progress.columns)),
    place,
  };
}

/** A line in which nothing stands, as in a form that nobody has begun. */
export function isUntold({ status, percent, doneOn, doneThrough, extra, ...line }: Progress): boolean {
  const read = [status, percent, doneOn, doneThrough].map(({ shown }) => shown);
  const own = Object.values(extra).map(({ text }) => text);
  const { text, problems, next, evidence, coordination } = line;
  return [...read, ...own, text, problems, next, evidence, coordination].every(isBlankText);
}

/**
 * The line of a table without a column for the status: what stands in the text where that is a status and nothing else, else done
 * where a day of completion stands and nothing speaks against it.
 */
export function withoutStatus(line: Progress, { edition, reportYear }: Settings): Result<Progress> {
  const { doneOn, status, percent, text } = line;
  const { words } = edition.declared;
  const cell = { kind: 'text', value: text, shown: text } as const;
  const said = readStatus(cell, { header: '', unit: null, choices: [], reportYear, words }).value;
  const as = (value: Status, shown: string): Progress => ({ ...line, status: { ...status, value, shown } });
  const about = { actual: doneOn.shown, place: doneOn.place, level: 'doubt', code: 'done-by-day' } as const;
  if (said !== null) {
    const reason = `没有“状态”列，进展情况按“${text}”计`;
    const told: Problem = {
      ...about,
      code: 'status-by-text',
      level: 'note',
      place: status.place,
      actual: text,
      reason,
      expected,
    };
    return { value: as(said, text), problems: [told] };
  }
  if (doneOn.value === null) return { value: line, problems: [] };
  const day = `没有“状态”列，填了完成日期“${doneOn.shown}”`;
  const against =
    percent.value !== null && percent.value.value !== 100
      ? `完成率却是“${percent.shown}”`
      : holdsWord(text, words.said.notYet, words.said.noDenials)
        ? `进展情况里却写着“${clipped(text, 20)}”`
        : null;
  return against === null
    ? { value: as('done', ''), problems: [{ ...about, reason: `${day}，按已完成计`, expected }] }
    : {
        value: line,
        problems: [
          { ...about, reason: `${day}，${against}，没有当作已完成`, expected: '请补上“状态”列，或者核对这两格' },
        ],
      };
}

const expected = '如不对，请补上“状态”列';
