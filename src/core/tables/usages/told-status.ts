/** A list of tasks whose column of states has a name nobody knows: 督办结果. What stands in it tells. */
import { cellAt, type Grid } from '../../base/grid';
import { mappedName } from '../../base/mapping';
import { isBlankText, nameKey } from '../../base/text';
import { listedMeaning } from '../../cells/status-meaning';
import type { Declared } from '../declared';
import type { HeaderBand } from '../header-band';
import type { Matches } from '../match-headers';
import { readCell } from '../read-cell';
import type { Column, Table } from '../sheet';

/** Fewer cells tell nothing of a column. */
const fewest = 3;
/** What is looked at of a column; a state does not depend on the year. */
const [looked, anyYear] = [50, 2022];
/** So many of them are states, and so many whole words for one, not signs that any question may be answered by. */
const [enough, outright] = [0.9, 0.5];

/** The matches with the one column that holds states, where a list of tasks has no other for them. */
export function withToldStatus(
  grid: Grid,
  table: Table,
  { band, headerRow }: { readonly band: HeaderBand; readonly headerRow: number },
  { matches, declared }: { readonly matches: Matches; readonly declared: Declared },
): Matches {
  const [field, column] = Object.entries<Column>(table.columns).find(([, { type }]) => type === 'status') ?? [];
  if (field === undefined || column === undefined || matches.has(field) || !matches.has('title')) return matches;
  const taken = new Set([...matches.values()].map(({ at }) => at));
  const isOpen = (keys: readonly string[], at: number): boolean =>
    keys.length > 0 && !taken.has(at) && keys.every((key) => mappedName(grid.mapping, table.title, key) === null);
  const told = band.names.flatMap((keys, at) =>
    isOpen(keys, at) && holdsStates(grid, { at, from: headerRow + 1 }, column, declared) ? [{ at, keys }] : [],
  );
  const [only, ...others] = told;
  if (only === undefined || others.length > 0) return matches;
  return new Map([...matches, [field, { at: only.at, by: 'likely', key: only.keys[0] ?? '', remark: '' }]]);
}

function holdsStates(
  grid: Grid,
  { at, from }: { readonly at: number; readonly from: number },
  column: Column,
  declared: Declared,
): boolean {
  const rows = grid.rows.flatMap((_, row) => (row >= from ? [cellAt(grid, row, at)] : []));
  const cells = rows.filter(({ shown }) => !isBlankText(shown)).slice(0, looked);
  const read = cells.filter(
    (cell) => readCell(cell, { file: '' }, column, { reportYear: anyYear, declared }).read.value !== null,
  );
  const words = read.filter(({ shown }) => {
    const word = nameKey(shown);
    return word.length > 1 && listedMeaning(word, declared.words.statuses) !== undefined;
  });
  return cells.length >= fewest && read.length >= cells.length * enough && words.length >= cells.length * outright;
}
