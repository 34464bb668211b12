/** Tags that people type into cells whose text the report prints: filled, or the text is a gap and the cell is told. */
import type { Problem, Result } from '../base/problem';
import { fillText, isList, isTraced, tracedGap, type Model, type ModelRecord, type Traced } from '../../engine/fill';
import type { OwnTextWords } from './own-text';

/** The model with every such text filled from the model as it was; the same text at several places is told once. */
export function withTagsFilled({ model, dictionary }: OwnTextWords): Result<ModelRecord> {
  if (!hasTags(model)) return { value: model, problems: [] };
  const told = new Map<string, Problem>();
  const filled = (leaf: Traced): Traced => {
    const place = { file: leaf.sources[0] ?? '' };
    const { text, trace, problems } = fillText(leaf.text, model, dictionary);
    for (const problem of problems) told.set(`${place.file} ${problem.actual}`, { ...problem, place });
    if (text === null) return tracedGap('里的标记不对', leaf.sources);
    return { ...leaf, value: text, text, sources: [...leaf.sources, ...trace.flatMap(({ sources }) => sources)] };
  };
  return { value: recordWith(model, filled), problems: [...told.values()] };
}

function hasTags(model: Model): boolean {
  if (typeof model !== 'object' || model === null) return false;
  if (isTraced(model)) return isTagged(model);
  return isList(model) ? model.some(hasTags) : Object.values(model).some(hasTags);
}

function isTagged({ value, text }: Traced): boolean {
  return typeof value === 'string' && text.includes('{{');
}

function recordWith(record: ModelRecord, filled: (leaf: Traced) => Traced): ModelRecord {
  return Object.fromEntries(Object.entries(record).map(([name, inside]) => [name, modelWith(inside, filled)]));
}

function modelWith(model: Model, filled: (leaf: Traced) => Traced): Model {
  if (typeof model !== 'object' || model === null) return model;
  if (isTraced(model)) return isTagged(model) ? filled(model) : model;
  return isList(model) ? model.map((item) => modelWith(item, filled)) : recordWith(model, filled);
}
