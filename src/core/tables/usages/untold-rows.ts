/** What a sheet tells that other sheets of its kind do not. */
import type { Grid } from '../../base/grid';
import { groupsBy } from '../../base/groups';
import type { Declared } from '../declared';
import { findHeader } from '../find-header';
import type { Form, Table } from '../sheet';

/** The cells of a row that hold something, by their columns. */
type FilledRow = readonly (readonly [column: number, text: string])[];

/** The filled rows below the header; of a form all. */
export function recordRows(grid: Grid, sheet: Table | Form, declared: Declared): readonly FilledRow[] {
  const top = sheet.kind === 'form' ? 0 : (findHeader(grid, sheet, declared)?.headerRow ?? -1) + 1;
  return grid.rows.slice(top).flatMap((cells) => {
    const filled = cells.flatMap((cell, column): FilledRow => {
      const text = cell?.shown.trim() ?? '';
      return text === '' ? [] : [[column, text]];
    });
    return filled.length === 0 ? [] : [filled];
  });
}

/** How many of the rows say what no one of the others says whole; a row that only leaves cells blank says nothing else. */
export function countUntold(rows: readonly FilledRow[], others: readonly FilledRow[]): number {
  const begun = groupsBy(others, ([first]) => cellKey(first));
  return rows.filter((row) => !(begun.get(cellKey(row[0])) ?? []).some((other) => holdsAll(other, row))).length;
}

function holdsAll(other: FilledRow, row: FilledRow): boolean {
  const said = new Map(other);
  return row.every(([column, text]) => said.get(column) === text);
}

function cellKey(cell: FilledRow[number] | undefined): string {
  return cell === undefined ? '' : `${String(cell[0])} ${cell[1]}`;
}
