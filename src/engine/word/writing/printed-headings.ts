/** Places in a filled document name headings as they are printed, not as the template has them. */
import type { Problem } from '../../../core/base/problem';
import { isTraced, type Model, type ModelRecord } from '../../language/model';
import { leafText } from '../../language/run';

/** The problem with the tags of the heading it is told under filled in; those that are no plain field stay. */
export function underPrintedHeading(problem: Problem, model: ModelRecord): Problem {
  const { spot } = problem.place;
  if (spot?.includes('{{') !== true) return problem;
  const printed = spot.replace(/\{\{\s*([^{}#/\s]+)\s*\}\}/gu, (tag, path: string) => textAt(model, path) || tag);
  return { ...problem, place: { ...problem.place, spot: printed } };
}

function textAt(model: Model | undefined, path: string): string {
  const found = path
    .split('.')
    .reduce<Model | undefined>(
      (at, field) => (isRecord(at) && Object.keys(at).includes(field) ? at[field] : undefined),
      model,
    );
  return isRecord(found) ? '' : leafText(found);
}

function isRecord(model: Model | undefined): model is ModelRecord {
  return typeof model === 'object' && model !== null && !isTraced(model) && !Array.isArray(model);
}
