/** What a town's table says of its tasks, as lines of the departments that lead them. */
import type { Problem, Result } from '../../base/problem';
import type { Settings } from '../../settings/settings';
import { tasksOfRows } from '../matching/task-matches';
import type { RowMatch } from '../matching/row-match';
import { checkedProgress } from '../progress-checks';
import { progressLine } from '../progress-line';
import type { Progress, Task } from '../rows';
import type { TableRow } from '../../tables/read-table';
import type { TownColumns, TownTable } from './town-table';

type TownRow = TableRow<TownColumns>;

/** The lines, and the rows that were taken for a task by their titles. */
export interface TownProgress extends Result<readonly Progress[]> {
  readonly matches: readonly RowMatch[];
}

/** Of a table that says nothing of progress, and of none. */
export const nothingTold: TownProgress = { value: [], problems: [], matches: [] };

/** Lines for the tasks the table gave itself, each by its own row. */
export function progressOfOwn(
  rows: readonly { readonly row: TownRow; readonly tasks: readonly Task[] }[],
  town: TownTable,
  settings: Settings,
): TownProgress {
  if (town.isPlan) return nothingTold;
  const lines = rows.flatMap(({ row, tasks }) => tasks.map((task) => lineOf(row, task, town, settings)));
  return { value: lines.map(({ value }) => value), problems: toldOf(lines, town), matches: [] };
}

/** Lines for the tasks of the hub: a row speaks of one by its number, or else by its title. */
export function progressOfHub(tasks: readonly Task[], town: TownTable, settings: Settings): TownProgress {
  if (town.isPlan) return nothingTold;
  const rows = town.read.rows.map((row) => ({ row, cells: { ...row.cells, taskId: row.cells.id } }));
  const found = tasksOfRows(
    // A town's table is nobody's own: the columns of a progress line that it lacks are not looked at.
    rows.map(({ row, cells }) => ({ row, cells: { ...cells, deadline: { ...cells.title } } })),
    { department: '', tasks, settings },
  );
  const lines = found.flatMap(({ row: { row }, task }) => (task === null ? [] : [lineOf(row, task, town, settings)]));
  return {
    value: lines.map(({ value }) => value),
    problems: [...found.flatMap(({ problems }) => problems), ...toldOf(lines, town)],
    matches: found.flatMap(({ match }) => match ?? []),
  };
}

function lineOf(row: TownRow, task: Task, town: TownTable, settings: Settings): Result<Progress> {
  const line = progressLine(row, { taskId: task.id, department: task.lead ?? '' }, settings);
  const reporting = { isUnasked: !hasColumn(town, 'doneOn'), isWordless: !hasColumn(town, 'status') };
  return checkedProgress(line, task, settings, reporting);
}

function hasColumn({ read }: TownTable, field: string): boolean {
  return read.layout.segments.some(({ found }) => found.columns.has(field));
}

/** A line of a task that several units have is told once. */
function toldOf(lines: readonly Result<Progress>[], { grid }: TownTable): readonly Problem[] {
  const seen = new Set<string>();
  return lines
    .flatMap(({ problems }) => problems)
    .filter(({ code, place }) => {
      const key = `${code} ${place.sheet ?? grid.sheet} ${place.cell ?? ''}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
}
