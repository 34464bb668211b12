/** Items by a key, and lists of them put together. */

/** The items of each key, keys and items in the order they come. */
export function groupsBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The items of which it holds, and the others, both in their order. */
export function parted<T>(items: readonly T[], holds: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  const [those, others]: [T[], T[]] = [[], []];
  for (const item of items) (holds(item) ? those : others).push(item);
  return [those, others];
}

/** All lists one after the other; where only one of them holds anything, that one itself: it may have a hundred thousand items. */
export function together<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const filled = lists.filter(({ length }) => length > 0);
  const [only] = filled;
  return only !== undefined && filled.length === 1 ? only : filled.flat();
}
