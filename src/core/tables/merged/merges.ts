/** Which merged cell holds a cell: a long sheet may have ten thousand, and each of its rows asks. */
import type { Merge } from '../../base/grid';
import { oncePer } from '../../base/once-per';

/** So many rows share one list. */
const step = 32;

const byRows = oncePer((merges: readonly Merge[]): ReadonlyMap<number, readonly Merge[]> => {
  const lists = new Map<number, Merge[]>();
  for (const merge of merges)
    for (let at = Math.floor(merge.startRow / step); at * step < merge.endRow; at += 1) {
      const list = lists.get(at);
      if (list === undefined) lists.set(at, [merge]);
      else list.push(merge);
    }
  return lists;
});

const none: readonly Merge[] = [];

/** The merges that may reach into the row, and a few of its neighbours', in their order. */
function near(merges: readonly Merge[], row: number): readonly Merge[] {
  return merges.length < few ? merges : (byRows(merges).get(Math.floor(row / step)) ?? none);
}

/** They are gone through as fast as they are looked up. */
const few = 8;

/** Whether the cell lies in the merge. */
export function holds(merge: Merge, row: number, column: number): boolean {
  return row >= merge.startRow && row < merge.endRow && column >= merge.startColumn && column < merge.endColumn;
}

/** The merges that reach into the rows from the first to before the end, in their order. */
export function mergesIn(merges: readonly Merge[], from: number, end: number): readonly Merge[] {
  const reachesIn = (merge: Merge): boolean => merge.startRow < end && merge.endRow > from;
  if (Math.floor(from / step) === Math.floor((end - 1) / step)) return near(merges, from).filter(reachesIn);
  return merges.length < few || end - from > step
    ? merges.filter(reachesIn)
    : inTwo(merges, from, end).filter(reachesIn);
}

/** Of the rows of two neighbouring lists, each merge once. */
function inTwo(merges: readonly Merge[], from: number, end: number): readonly Merge[] {
  const first = near(merges, from);
  const known = new Set(first);
  return [...first, ...near(merges, end - 1).filter((merge) => !known.has(merge))];
}

/** The merge in which the cell lies. */
export function mergeOver(merges: readonly Merge[], row: number, column: number): Merge | undefined {
  return near(merges, row).find((merge) => holds(merge, row, column));
}

/** The merge that begins in the cell. */
export function mergeFrom(merges: readonly Merge[], row: number, column: number): Merge | undefined {
  return near(merges, row).find((merge) => merge.startRow === row && merge.startColumn === column);
}
