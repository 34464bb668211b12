/** Which data have the same fields: those alone decide how a template is read. */
import { isList, isTraced, type Model } from '../../engine/fill';

/** Names and kinds of a record's members; of a list (no names) each kind of its items once. */
interface Branch {
  readonly names: readonly string[] | null;
  readonly members: readonly number[];
}

const plainKinds = ['object', 'string', 'number', 'boolean', 'traced'];

/** Numbers the kinds of data in the order in which they are met: the same number means the same fields of the same types. */
export function kindNumbers(): (model: Model) => number {
  const branches: Branch[] = [];
  const numberOf = (names: Branch['names'], members: readonly number[]): number => {
    // There are few: compared one by one, without a text that names them all.
    const at = branches.findIndex((one) => isSame(one.names, names) && isSame(one.members, members));
    return plainKinds.length + (at < 0 ? branches.push({ names, members }) - 1 : at);
  };
  const kindOf = (model: Model): number => {
    if (model === null || typeof model !== 'object') return plainKinds.indexOf(typeof model);
    if (isTraced(model)) return plainKinds.indexOf('traced');
    if (isList(model)) return numberOf(null, [...new Set(model.map(kindOf))]);
    return numberOf(Object.keys(model), Object.values(model).map(kindOf));
  };
  return kindOf;
}

function isSame<T>(one: readonly T[] | null, other: readonly T[] | null): boolean {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((each, at) => each === other[at]);
}
