/** Which areas are weak: two weak indicators of one area, or one that a law sets; a single other one is a hint. */
import type { Figure } from './figures';
import type { TaskState } from './task-truth';
import type { World } from '../world/world';

export interface Area {
  readonly area: string;
  readonly codes: readonly string[];
  readonly tasks: readonly string[];
}

/** The weak areas and the hints, each in the order of the 薄弱 sheet. `weak` are the codes that miss their threshold. */
export function areasOf(
  { rules, tasks }: World,
  figures: readonly Figure[],
  weak: ReadonlySet<string>,
  states: ReadonlyMap<string, TaskState>,
): { readonly weakAreas: readonly Area[]; readonly hints: readonly Area[] } {
  const found = rules.areas.map((row) => {
    const area = row['薄弱类别'] ?? '';
    const own = figures.map(({ line }) => line).filter((line) => line.area === area);
    const missing = own.filter(({ code }) => weak.has(code));
    const explaining = tasks.filter(
      ({ id, indicator }) => states.get(id) === 'overdue' && own.some(({ code }) => code === indicator),
    );
    return {
      area,
      codes: missing.map(({ code }) => code),
      tasks: explaining.map(({ id }) => id),
      isWeakness: missing.length > 1 || missing.some(({ redLine }) => redLine),
    };
  });
  const named = found.filter(({ codes }) => codes.length > 0);
  return {
    weakAreas: named.filter(({ isWeakness }) => isWeakness),
    hints: named.filter(({ isWeakness }) => !isWeakness),
  };
}
