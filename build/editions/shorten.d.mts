/** Writes editions short, for the tests. */
export function textsOf(editions: readonly object[], forms: object): readonly string[];
