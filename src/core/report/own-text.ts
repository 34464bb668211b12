/** Texts with tags that the office writes into cells of the hub: filled like the template itself. */
import type { Place } from '../base/place';
import type { Result } from '../base/problem';
import { type Dictionary, fillText, type ModelRecord, type Traced } from '../../engine/fill';
import { words } from './declare';

/** What such a text may name. */
export interface OwnTextWords {
  readonly model: ModelRecord;
  readonly dictionary: Dictionary;
}

/** The text with its figures, null when it is refused or comes out empty. Mistakes are reported at the cell. */
export function fillOwnText(text: string, place: Place, { model, dictionary }: OwnTextWords): Result<Traced | null> {
  const filled = fillText(text, model, dictionary);
  const problems = filled.problems.map((problem) => ({ ...problem, place }));
  const content = filled.text?.trim() ?? '';
  if (content === '') return { value: null, problems };
  const printed = words(content, [place]);
  const sources = [...printed.sources, ...filled.trace.flatMap((entry) => entry.sources)];
  return { value: { ...printed, sources }, problems };
}
