/** Lists that may be long. */

/** All lists one after the other; where only one of them holds anything, that one itself. */
export function together<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const filled = lists.filter(({ length }) => length > 0);
  const [only] = filled;
  const none: readonly T[] = [];
  return only !== undefined && filled.length === 1 ? only : none.concat(...filled);
}
