/** What follows from one thing alone is worked out once for it, however many departments ask. */

/** `make`, whose answer is kept for as long as the thing itself is. */
export function oncePer<K extends object, V extends object | boolean>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const made = make(of);
    known.set(of, made);
    return made;
  };
}
