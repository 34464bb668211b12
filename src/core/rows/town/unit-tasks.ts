/** A task that is each unit's own: one line for every unit, so that each is judged for itself. */
import type { Task } from '../rows';

/** The task as it is, or once for each of the units, under its number with the unit's name. */
export function perUnit(task: Task, each: readonly string[]): readonly Task[] {
  if (each.length === 0) return [task];
  return each.map((lead) => ({ ...task, id: `${task.id}·${lead}`, listedAs: task.id, lead }));
}
