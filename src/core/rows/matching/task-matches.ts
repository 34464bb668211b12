/** Which task each row of a progress table speaks of: by its number, or else by its title. */
import { groupsBy } from '../../base/groups';
import { inMapping, mappingName } from '../../base/mapping';
import { nearestIn } from '../../base/nearest';
import { oncePer } from '../../base/once-per';
import type { Problem } from '../../base/problem';
import { rowOfPlace } from '../../base/taken';
import { clipped, nameKey } from '../../base/text';
import type { RowWords } from '../../cells/readings';
import type { ColumnsOf } from '../../edition/shapes';
import type { Settings } from '../../settings/settings';
import { isNumbering } from '../../tables/other-rows/row-signs';
import type { Read } from '../../tables/read-row';
import type { TableRow } from '../../tables/read-table';
import type { Task } from '../rows';
import { knownNames, likenessProblem, matcherOf, type Answer, type RowMatch } from './row-match';
import { titleForms } from './similarity';

type ProgressRow = Pick<TableRow<ColumnsOf<'progress'>>, 'cells'>;

/** A row with its task, and how it was found where its number did not tell. */
export interface TaskOfRow<R> {
  readonly row: R;
  readonly task: Task | null;
  readonly match: RowMatch | null;
  readonly problems: readonly Problem[];
}

interface TaskContext {
  /** Whose table it is; a town's own has none. */
  readonly department: string;
  readonly tasks: readonly Task[];
  readonly settings: Settings;
}

/**
 * Each row with the task it speaks of. Likeness is asked of the department's own tasks only, and no two rows of one table are
 * taken for one task by it: the likeliest is, where it is clearly so.
 */
export function tasksOfRows<R extends ProgressRow>(rows: readonly R[], context: TaskContext): readonly TaskOfRow<R>[] {
  const { department, tasks, settings } = context;
  const isOpen = (task: Task): boolean => task.listedAs === undefined || task.lead === department;
  const isNear = ({ lead, partners }: Task): boolean =>
    department === '' || lead === null || lead === department || partners.includes(department);
  const titled = matcherOf(() => titlesOf(settings.edition.declared.words.rows)(tasks), {
    isOpen,
    isNear,
    mapping: settings.columnMapping,
  });
  const taskCalled = (id: string): Task | null =>
    numbersOf(tasks)
      .get(nameKey(id))
      ?.find(({ task, isOwn }) => isOwn || isOpen(task))?.task ?? null;
  const means = { ...context, taskCalled, titled };
  const found = rows.map((row) => taskOfRow(row, means));
  return withoutRivals(found).map((one) =>
    one.match === null ? one : { ...one, problems: [...one.problems, ...likenessProblem(one.match)] },
  );
}

const titlesOf = oncePer((words: RowWords) =>
  oncePer((tasks: readonly Task[]) =>
    knownNames(
      tasks.map((item) => ({ item, key: item.id, names: [item.title], usages: [] })),
      titleForms(words),
    ),
  ),
);

/** Tasks by their own numbers and by those they have on the hub's list. */
const numbersOf = oncePer((tasks: readonly Task[]) => {
  const called = tasks.flatMap((task) => [
    { key: nameKey(task.id), task, isOwn: true },
    { key: nameKey(task.listedAs ?? ''), task, isOwn: false },
  ]);
  return groupsBy(
    called.filter(({ key }) => key !== ''),
    ({ key }) => key,
  );
});

interface Finders extends TaskContext {
  readonly taskCalled: (id: string) => Task | null;
  readonly titled: (title: string) => Answer<Task>;
}

function taskOfRow<R extends ProgressRow>(row: R, finders: Finders): TaskOfRow<R> {
  const { taskId, title } = row.cells;
  const { tasks, titled, taskCalled } = finders;
  const id = taskId.value;
  const byId = id === null ? null : taskCalled(id);
  if (byId !== null) return { row, task: byId, match: null, problems: [] };
  const { matched, hint } = title.value === null ? { matched: null, hint: null } : titled(title.value);
  // A number the hub does not have may be a slip, or the number of the row on the department's own list.
  if (matched !== null && (id === null || isNumbering(id))) {
    const { item, certainty, by } = matched;
    const match = matchOf(title, item, { department: finders.department, certainty, by }, finders.settings);
    return { row, task: item, match, problems: [] };
  }
  if (id !== null) return { row, task: null, match: null, problems: [unknownTask(taskId, id, tasks)] };
  return { row, task: null, match: null, problems: unknownTitle(title, hint) };
}

function matchOf(
  { value, place }: Read<string>,
  { id, title }: Task,
  how: Pick<RowMatch, 'department' | 'certainty' | 'by'>,
  { edition }: Settings,
): RowMatch {
  const sheet = edition.sheets.progress.title;
  return { kind: 'task', sheet, place, written: value ?? '', takenAs: id, name: title, ...how };
}

/** Of several rows on one task found by likeness only the clearly likeliest stays; none where another row names the task itself. */
function withoutRivals<R extends ProgressRow>(found: readonly TaskOfRow<R>[]): readonly TaskOfRow<R>[] {
  const isGuess = ({ match }: TaskOfRow<R>): boolean => match?.by === 'likeness';
  const named = new Set(found.flatMap((one) => (one.task !== null && !isGuess(one) ? [one.task] : [])));
  const best = new Map<Task, TaskOfRow<R>>();
  for (const one of found.filter(isGuess)) {
    const before = one.task === null ? undefined : best.get(one.task);
    const isMore = (one.match?.certainty ?? 0) > (before?.match?.certainty ?? 0);
    if (one.task !== null && (before === undefined || isMore)) best.set(one.task, one);
  }
  return found.map((one) => {
    const { task, row } = one;
    if (task === null || !isGuess(one) || (!named.has(task) && best.get(task) === one)) return one;
    return { row, task: null, match: null, problems: unknownTitle(row.cells.title, task) };
  });
}

function taskIds({ id }: Task): readonly string[] {
  return id === '' ? [] : [id];
}

function unknownTask({ place }: Read<string>, id: string, tasks: readonly Task[]): Problem {
  const similar = nearestIn(tasks, taskIds)(id);
  return {
    code: 'task-unknown',
    level: 'error',
    place,
    actual: id,
    reason: `任务编号“${id}”不在总表的“任务”里，这一行没有采用`,
    expected: similar === null ? '请按总表的任务编号填写' : `是否指“${similar}”？请按总表的任务编号填写`,
    covers: rowOfPlace(place),
  };
}

/** A line without number and title was listed as not filled in. */
function unknownTitle({ value, place }: Read<string>, hint: Task | null): readonly Problem[] {
  if (value === null) return [];
  const shown = clipped(value.trim(), 30);
  return [
    {
      code: 'task-unmatched',
      level: 'error',
      place,
      actual: value.trim(),
      reason: `“${shown}”没有任务编号，按标题也对不上总表的任务，这一行没有采用`,
      expected:
        hint === null
          ? '请填写任务编号；是新任务的，请先写进总表的“任务”'
          : `是否指 ${hint.id} ${hint.title}？是的，请填写任务编号，或者${inMapping(`认作：${mappingName(shown)}＝${hint.id}`)}`,
      covers: rowOfPlace(place),
    },
  ];
}
