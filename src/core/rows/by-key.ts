/** Looks records up by what people write for them. */
import { nameKey } from '../base/text';

/** Finds the first record with that key, compared without spaces and width; a blank key finds none. */
export type Finder<T> = (text: string) => T | null;

/** The way from a typed key to its record; each record may go by several keys. */
export function finderOf<T>(records: readonly T[], keysOf: (record: T) => readonly string[]): Finder<T> {
  const byKey = new Map<string, T>();
  for (const record of records) {
    for (const key of keysOf(record).map(nameKey)) if (key !== '' && !byKey.has(key)) byKey.set(key, record);
  }
  return (text) => byKey.get(nameKey(text)) ?? null;
}
