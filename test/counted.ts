/** What a piece of work costs, in reads of its data: the same number on every computer, whatever else it is doing. */

/** The list, and how often one of its items was looked up so far. */
export interface Counted<T> {
  readonly list: readonly T[];
  readonly reads: () => number;
}

/** A list that counts the look-ups of its items. */
export function counted<T>(items: readonly T[]): Counted<T> {
  let reads = 0;
  const list = new Proxy(items, {
    get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/u.test(key)) reads += 1;
      return Reflect.get(target, key) as unknown;
    },
  });
  return { list, reads: () => reads };
}
