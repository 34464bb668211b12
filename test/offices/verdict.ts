/** What a comparison finds. */

/** One thing that is not as it is in truth; `kind` is the same for all of its kind. */
export interface Difference {
  readonly kind: string;
  readonly about: string;
  readonly found: string;
  readonly expected: string;
}

export interface Verdict {
  readonly compared: number;
  readonly differences: readonly Difference[];
}

/** One comparison, member by member. */
export function same(kind: string, about: string, found: unknown, expected: unknown): Verdict {
  const [left, right] = [found, expected].map((value) => (value === undefined ? 'nothing' : JSON.stringify(value)));
  return judged(kind, about, left === right, left ?? '', right ?? '');
}

/** One comparison that was made already. */
export function judged(
  ...[kind, about, holds, found, expected]: readonly [string, string, boolean, string, string]
): Verdict {
  return { compared: 1, differences: holds ? [] : [{ kind, about, found, expected }] };
}

export function together(verdicts: readonly Verdict[]): Verdict {
  return {
    compared: verdicts.reduce((sum, { compared }) => sum + compared, 0),
    differences: verdicts.flatMap(({ differences }) => differences),
  };
}
