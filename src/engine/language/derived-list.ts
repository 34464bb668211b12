/** Lists that a helper picked out of others: each item remembers where it stands in the model, so that its trace is right. */
import type { Model } from './model';
import type { Found } from './run';

/** List → the path of each of its items. */
const origins = new WeakMap<readonly Model[], readonly string[]>();

/** A new list of the items found. */
export function derivedList(items: readonly Found[]): readonly Model[] {
  const list = items.map(({ model }) => model ?? null);
  origins.set(
    list,
    items.map(({ path }) => path),
  );
  return list;
}

/** The path of a list's or record's member: where it was taken from, or that of the whole followed by its key. */
export function memberPath({ model, path }: Found, key: string | number): string {
  const known = Array.isArray(model) ? origins.get(model)?.[Number(key)] : undefined;
  return known ?? (path === '' ? String(key) : `${path}.${String(key)}`);
}
