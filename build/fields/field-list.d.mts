import type { Edition } from '../../src/core/edition/edition';
import type { Dictionary } from '../../src/engine/fill';

/** The list of all that a template of the edition may name, for the tests. */
export function fieldList(of: {
  readonly edition: Edition;
  readonly dictionary: Dictionary;
  readonly helpers: readonly object[];
}): string;
