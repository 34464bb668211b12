/** Records that must be unique and are not. */
import { placeText, type Place } from '../base/place';
import type { Problem } from '../base/problem';
import { nameKey } from '../base/text';

/** A key and where it stands. */
export interface Keyed {
  readonly key: string;
  readonly place: Place;
  /** What a usable record says under its key; records that say the same may stand twice. Null of one that is not. */
  readonly says?: string | null;
}

/**
 * One problem for each key that stands more than once, at its first cell and naming all others; blank keys are left out.
 * Records that say the same are a doubt, all others an error.
 */
export function duplicateKeys(header: string, records: readonly Keyed[]): readonly Problem[] {
  return repeated(records).flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined) return [];
    const cells = others.map(({ place }) => placeText(place)).join('、');
    const isSame = first.says !== undefined && !disagree(group);
    const used = first.says === undefined ? '' : isSame ? '，只计一次' : '，各行不一致，都没有采用';
    return [
      {
        code: 'key-twice',
        level: isSame ? 'doubt' : 'error',
        place: first.place,
        actual: first.key,
        reason: `${header}“${first.key}”重复，另见 ${cells}${used}`,
        expected: '请改成互不相同的编号，或删去多余的行',
      },
    ];
  });
}

/** The records whose key says different things in different rows: which of them is right nobody knows. */
export function contradictory(records: readonly Keyed[]): ReadonlySet<Keyed> {
  return new Set(repeated(records).filter(disagree).flat());
}

function disagree(group: readonly Keyed[]): boolean {
  return new Set(group.flatMap(({ says }) => says ?? [])).size > 1;
}

/** The records of each key that stands more than once. */
function repeated(records: readonly Keyed[]): readonly (readonly Keyed[])[] {
  const groups = new Map<string, Keyed[]>();
  for (const record of records) {
    const key = nameKey(record.key);
    const group = groups.get(key);
    if (group) group.push(record);
    else if (key !== '') groups.set(key, [record]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** The first record of each key; later ones were listed by `duplicateKeys`. */
export function firstOfEach<T>(records: readonly T[], keyOf: (record: T) => string): readonly T[] {
  const seen = new Set<string>();
  return records.filter((record) => {
    const key = nameKey(keyOf(record));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
