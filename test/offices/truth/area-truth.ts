/**
 * Which areas are weak: two weak indicators of one area, or one that weighs alone, by its rules or as the only one its area is
 * judged by; a single other one is a hint.
 */
import type { Figure } from './figures';
import { compare, spelled, subtract, whole } from './fractions';
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
    const all = figures.filter(({ line }) => line.area === area);
    const own = all.map(({ line }) => line);
    const missed = all.filter(({ line }) => weak.has(line.code));
    const missing = missed.map(({ line }) => line);
    const isOnly = own.filter(({ threshold }) => threshold !== '').length === 1;
    const explaining = tasks.filter(
      ({ id, indicator }) => states.get(id) === 'overdue' && own.some(({ code }) => code === indicator),
    );
    return {
      area,
      codes: missing.map(({ code }) => code),
      tasks: explaining.map(({ id }) => id),
      isWeakness: missing.length > 1 || missed.some((figure) => weighsAlone(figure, isOnly)),
    };
  });
  const named = found.filter(({ codes }) => codes.length > 0);
  return {
    weakAreas: named.filter(({ isWeakness }) => isWeakness),
    hints: named.filter(({ isWeakness }) => !isWeakness),
  };
}

/** From the first, or from the declared share and number of cases on; where no share is declared, when nothing else is judged. */
function weighsAlone({ line, value, parts }: Figure, isOnly: boolean): boolean {
  if (line.redLine) return true;
  if (line.aloneAt === '' || value === null) return isOnly;
  const difference = compare(value, spelled(line.aloneAt));
  if (line.lowIsGood ? difference <= 0 : difference >= 0) return false;
  if (line.unit !== '%' || parts === null) return true;
  const cases = line.lowIsGood ? parts.numerator : subtract(parts.denominator, parts.numerator);
  return compare(cases, whole(line.aloneCases)) >= 0;
}
