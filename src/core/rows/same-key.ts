/** Records that must be unique and are not. */
import { placeText, type Place } from '../base/place';
import type { Problem } from '../base/problem';
import { nameKey } from '../base/text';

/** A key and where it stands. */
export interface Keyed {
  readonly key: string;
  readonly place: Place;
}

/** One error for each key that stands more than once, at its first cell and naming all others; blank keys are left out. */
export function duplicateKeys(header: string, records: readonly Keyed[]): readonly Problem[] {
  const groups = new Map<string, Keyed[]>();
  for (const record of records) {
    const key = nameKey(record.key);
    const group = groups.get(key);
    if (group) group.push(record);
    else if (key !== '') groups.set(key, [record]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return [];
    const cells = others.map(({ place }) => placeText(place)).join('、');
    return [
      {
        code: 'key-twice',
        level: 'error' as const,
        place: first.place,
        actual: first.key,
        reason: `${header}“${first.key}”重复，另见 ${cells}`,
        expected: '请改成互不相同的编号，或删去多余的行',
      },
    ];
  });
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
