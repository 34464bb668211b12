/** Counts tasks by their state. */
import { divide, multiply } from '../base/decimal';
import { groupsBy } from '../base/groups';
import type { Rows } from '../rows/rows';
import type { TaskState } from '../base/state-words';
import type { Tally } from '../../contract/summary';
import type { NamedTally, TaskFinding } from './findings';

/** Under which tasks are counted whose leading department is not known. */
export const noDepartment = '牵头单位不明';

/** The counts of all given tasks; done and overdue ones are those that were due. */
export function tallyOf(tasks: readonly TaskFinding[]): Tally {
  const count = (state: TaskState): number => tasks.filter((task) => task.state === state).length;
  const done = count('done');
  const overdue = count('overdue');
  const due = done + overdue;
  return {
    total: tasks.length,
    done,
    running: count('running'),
    overdue,
    unreported: count('unreported'),
    unclear: count('unclear'),
    deferred: count('deferred'),
    cancelled: count('cancelled'),
    due,
    rate: divide(multiply(done, 100), due),
  };
}

/** One tally per section with tasks, in the order of the report. */
export function tallyBySection(tasks: readonly TaskFinding[], sections: readonly string[]): readonly NamedTally[] {
  return tallies(tasks, sections, ({ task }) => task.section);
}

/** One tally per department that leads a task, in the hub's order, then one of the tasks without a known lead. */
export function tallyByDepartment(
  tasks: readonly TaskFinding[],
  departments: Rows['departments'],
): readonly NamedTally[] {
  const names = departments.map(({ name }) => name);
  return tallies(tasks, names, ({ task }) => task.lead ?? noDepartment);
}

function tallies(
  tasks: readonly TaskFinding[],
  order: readonly string[],
  nameOf: (task: TaskFinding) => string,
): readonly NamedTally[] {
  const groups = groupsBy(tasks, nameOf);
  const names = new Set([...order, ...groups.keys()]);
  return [...names].flatMap((name) => {
    const group = groups.get(name);
    return group === undefined ? [] : [{ name, ...tallyOf(group) }];
  });
}
