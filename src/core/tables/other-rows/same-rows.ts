/** Rows of a table of events that say the same as one above, from the first cell to the last: one of them may have been pasted twice. */
import { isFilled, rowAt, type Grid } from '../../base/grid';
import { placeAt } from '../../base/place';
import type { Problem } from '../../base/problem';
import { dittoIn } from '../../cells/ditto';
import { numberColumns } from '../account/number-columns';
import type { Declared } from '../declared';
import type { Table } from '../sheet';
import type { Segment } from '../table-layout';
import { rowSigns } from './row-signs';

/** Rows that are named. */
const most = 10;

/** One doubt for all of them; the numbers of the rows say nothing, and rows that name nothing (no subject, no case) may well be alike. */
export function sameRows(
  grid: Grid,
  table: Table,
  { found }: Pick<Segment, 'found'>,
  { records, declared }: { readonly records: readonly number[]; readonly declared: Declared },
): readonly Problem[] {
  if (!Object.values(table.columns).some(({ isEvent = false }) => isEvent)) return [];
  const numbers = new Set(numberColumns(found, rowSigns(declared.words.rows)));
  const naming = namingColumns(table, found, numbers);
  const seen = new Map<string, number>();
  const twice: (readonly [row: number, first: number])[] = [];
  for (const row of naming.length === 0 ? [] : records) {
    const cells = rowAt(grid, row);
    if (!naming.some((at) => cells[at]?.kind === 'text') || cells.some((cell) => cell && dittoIn(cell))) continue;
    const key = cells.map((cell, at) => (isFilled(cell) && !numbers.has(at) ? cell.shown.trim() : '')).join('\n');
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    else twice.push([row, first]);
  }
  const [[row] = [0]] = twice;
  if (twice.length === 0) return [];
  const said = twice.slice(0, most).map(([one, other]) => `第${String(one + 1)}行同第${String(other + 1)}行`);
  return [
    {
      code: 'row-twice',
      level: 'doubt',
      place: placeAt(grid, row, Math.min(...found.columns.values())),
      actual: '',
      reason: `有${String(twice.length)}行与上面的行完全相同（${said.join('、')}${twice.length > most ? ' 等' : ''}），都计入了`,
      expected: '重复的请删去整行，确是两件事的不用改',
    },
  ];
}

/** What a row is about: the texts that are required, and columns of the department's own. */
function namingColumns({ columns }: Table, found: Segment['found'], numbers: ReadonlySet<number>): readonly number[] {
  const read = new Set(found.columns.values());
  const required = [...found.columns].flatMap(([field, at]) =>
    columns[field]?.type === 'text' && columns[field].required ? [at] : [],
  );
  const own = found.band.shown.flatMap((shown, at) => (shown === '' || read.has(at) || numbers.has(at) ? [] : [at]));
  return [...required, ...own];
}
