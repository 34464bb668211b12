/** A cheap look at a text before a row is looked at as a header. */
import { headerKey } from '../base/text';
import { knownNames } from './match-headers';
import type { Table } from './sheet';

/** Longer texts head no column. */
const longestHeader = 24;
/** Different texts remembered; beyond them a text is looked at anew. */
const remembered = 1000;

/** Whether a cell's text is the name of a column of these tables, with a remark in brackets or without, or one of `more`. */
export function headerWordTest(tables: readonly Table[], more: readonly string[] = []): (shown: string) => boolean {
  const words = new Set([...tables.flatMap(knownNames), ...more]);
  const known = new Map<string, boolean>();
  return (shown) => {
    if (shown.length > longestHeader) return false;
    const before = known.get(shown);
    if (before !== undefined) return before;
    const key = headerKey(shown);
    const answer = words.has(key) || words.has(key.replace(/[([【].*$/u, ''));
    if (known.size < remembered) known.set(shown, answer);
    return answer;
  };
}
