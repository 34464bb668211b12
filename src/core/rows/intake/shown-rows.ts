/** Which rows of a sheet are shown to a person: the first, and of the others those in which something is to be looked at. */
import { isFilled, type Grid } from '../../base/grid';
import type { IntakeCell, IntakeRow } from '../../../contract/intake';

interface Look {
  readonly cells: (row: number, column: number) => IntakeCell;
  readonly width: number;
}

/** Rows shown whatever stands in them, and rows shown at all. */
const firstRows = 40;
const mostRows = 120;

/** `naming` gives what a row is called and speaks of; null where rows have no names. */
export function shownRows(
  { rows }: Grid,
  { cells, width }: Look,
  naming: (row: number) => Pick<IntakeRow, 'name' | 'code'> | null,
): { readonly rows: readonly IntakeRow[]; readonly more: number } {
  const shown: IntakeRow[] = [];
  let more = 0;
  for (const [row, own] of rows.entries()) {
    if (!own.some(isFilled)) continue;
    const views = Array.from({ length: width }, (_, column) => cells(row, column));
    const isPlain = shown.length >= firstRows && !views.some(isToBeLookedAt);
    if (isPlain || shown.length >= mostRows) more += 1;
    else shown.push({ row: row + 1, role: roleOf(views), ...(naming(row) ?? { name: '', code: null }), cells: views });
  }
  return { rows: shown, more };
}

function isToBeLookedAt({ end, why }: IntakeCell): boolean {
  return why !== '' || end === 'listed' || end === 'unread';
}

/** A row that holds a value is a record, whatever else stands in it. */
function roleOf(views: readonly IntakeCell[]): IntakeRow['role'] {
  const ends = new Set(views.flatMap(({ end }) => (end === 'blank' ? [] : [end])));
  if (ends.has('used')) return 'used';
  const [only, ...others] = ends;
  return only !== undefined && others.length === 0 ? only : 'mixed';
}
