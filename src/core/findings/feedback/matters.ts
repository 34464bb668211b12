/** What departments can speak of: each 督办单 and 核对单 there is or was this year, by its code. */
import type { Day } from '../../base/day';
import { groupsBy } from '../../base/groups';
import { nameKey } from '../../base/text';
import type { Rows } from '../../rows/rows';
import type { TaskFinding } from '../findings';
import { checkCode, codeKey, looseKey, orderCode, taskOfNumber } from './matter-code';

/** What a code stands for. `found` is the task of a 督办单; null for a 核对单. */
export interface PaperMatter {
  readonly code: string;
  readonly department: string;
  readonly found: TaskFinding | null;
  readonly due: Day | null;
}

/** All codes of a year. What two of them would be once the signs are left out is none. */
export interface Matters {
  readonly byKey: ReadonlyMap<string, PaperMatter>;
  readonly byLooseKey: ReadonlyMap<string, PaperMatter | null>;
  /** By task and year alone, each in the period that is due. */
  readonly byTask: ReadonlyMap<string, PaperMatter | null>;
}

/** Of a task without an id of its own, a lead or a day there is no paper. Former periods of tasks count where somebody speaks at all. */
export function mattersOf(
  tasks: readonly TaskFinding[],
  { departments, isSpokenOf }: Pick<Rows, 'departments'> & { readonly isSpokenOf: boolean },
  year: number,
): Matters {
  const byId = groupsBy(tasks, ({ task }) => nameKey(task.id));
  const own = [...byId].flatMap(([id, alike]) => (id === '' || alike.length > 1 ? [] : alike));
  const orders = own.flatMap((found) => ordersOf(found, year, isSpokenOf));
  const checks = departments.map(({ name }) => ({
    code: checkCode(year, name),
    department: name,
    found: null,
    due: null,
  }));
  const all: readonly PaperMatter[] = [...orders, ...checks];
  return {
    byKey: new Map(all.map((matter) => [codeKey(matter.code), matter])),
    byLooseKey: onlyOnes(all, ({ code }) => looseKey(code)),
    byTask: onlyOnes(
      orders.filter(({ found, due }) => found.due === due),
      ({ found }) => looseKey(`督${String(year)}${found.task.id}`),
    ),
  };
}

/** Null under a key that several have. */
function onlyOnes<T extends PaperMatter>(
  matters: readonly T[],
  keyOf: (matter: T) => string,
): ReadonlyMap<string, T | null> {
  const groups = groupsBy(matters, keyOf);
  return new Map([...groups].map(([key, [first = null, ...others]]) => [key, others.length > 0 ? null : first]));
}

/** The matter of a code as it was typed; the number of a 督办单 is taken too. Null for what is none of this year's. */
export function matterCalled(text: string, { byKey, byLooseKey, byTask }: Matters): PaperMatter | null {
  const task = taskOfNumber(text);
  return (
    byKey.get(codeKey(text)) ?? byLooseKey.get(looseKey(text)) ?? (task === null ? null : (byTask.get(task) ?? null))
  );
}

type OrderMatter = PaperMatter & { readonly found: TaskFinding };

function ordersOf(found: TaskFinding, year: number, isWithFormer: boolean): readonly OrderMatter[] {
  const { id, lead, deadline } = found.task;
  if (lead === null) return [];
  const periods = isWithFormer && deadline?.kind === 'recurring' ? deadline.due : [];
  const days = new Set([...periods, ...(found.due === null ? [] : [found.due])]);
  return [...days].map((due) => ({ code: orderCode(year, id, due), department: lead, found, due }));
}
