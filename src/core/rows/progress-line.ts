/** A line of progress as a row of any table gives it: a department's own, or the town's. */
import { extraCells, extraColumns } from '../edition/extra-cells';
import { isBlankText } from '../base/text';
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
