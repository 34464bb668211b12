/** Fills one template many times: it is opened once, and its tags are read once for all documents with the same fields. */
import type { Dictionary, ModelRecord } from '../language/model';
import { fillPrepared, prepare, type Filled, type Preparation } from './fill-document';
import { PackedBefore } from './fill-part';
import type { FillOptions } from './fill-options';
import { openPackage } from './package/open-package';

/** Documents of one template have few kinds of fields. */
const mostKinds = 20;

/** Each filling gives what `fillDocument` gives for the same model; its long parts are packed alike (see `AlikePacker`). */
export function documentFiller(
  template: Uint8Array,
  options: FillOptions,
): (model: ModelRecord, dictionary: Dictionary) => Filled {
  const opening = openPackage(template, options.name);
  const ready = new Map<string, Preparation>();
  const before = new PackedBefore();
  const kinds = new WeakMap<Dictionary, string>();
  return (model, dictionary) => {
    const kind = kinds.get(dictionary) ?? JSON.stringify(dictionary);
    kinds.set(dictionary, kind);
    const preparation = ready.get(kind) ?? prepare(opening, dictionary, options);
    ready.delete(kind);
    const filled = fillPrepared(preparation, { model, dictionary }, options, before);
    if (ready.size < mostKinds && isAsNew(preparation)) ready.set(kind, preparation);
    return filled;
  };
}

/** Whether nothing is left of the last filling: new lists, ids, parts and drawings count on, and then all is prepared anew. */
function isAsNew({ prepared }: Preparation): boolean {
  if (prepared === null) return true;
  const { parts, edits, lists, ids, numbers, notes, objects } = prepared;
  const isUntouched =
    edits.isUntouched && lists.isUntouched && ids.isUntouched && notes.isUntouched && numbers.pictures === 0;
  if (objects.some(({ isAny }) => isAny)) return false;
  return isUntouched && parts.every(({ writer }) => writer.restart());
}
