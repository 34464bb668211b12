/** What the readers did with the cells of a sheet: of each cell that holds something they must say it. */
import type { Grid } from './grid';
import { cellOf, type Place } from './place';

/** Cells that hold no record, by what they are instead. */
export type NamedRole = 'title' | 'header' | 'note' | 'total' | 'section' | 'example' | 'number' | 'helper';

/** `used`: it was read as a value. */
export type CellRole = 'used' | NamedRole;

/** Cells a reader took for something: those of the rows (from 0) in the columns, or in all columns where these are null. */
export interface Taken {
  readonly grid: Grid;
  readonly role: CellRole;
  readonly rows: readonly number[];
  readonly columns: readonly number[] | null;
}

/** Cells of a sheet; all four bounds count from 0, the ends are exclusive. */
export interface CellSpan {
  readonly sheet: string;
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** All cells of the grid: of a part those of its rows. */
export function wholeGrid(grid: Grid): readonly CellSpan[] {
  if (grid.part === undefined) return [rowSpan(grid, 0, Number.MAX_SAFE_INTEGER)];
  return grid.rows.flatMap((cells, row) => (cells.length > 0 ? [rowSpan(grid, row, row + 1)] : []));
}

/** Whole rows, from the first to before the end. */
export function rowSpan({ sheet }: Grid, startRow: number, endRow: number): CellSpan {
  return { sheet, startRow, endRow, startColumn: 0, endColumn: Number.MAX_SAFE_INTEGER };
}

/** The whole row in which the place is; none where it is no cell. */
export function rowOfPlace({ sheet, cell = '' }: Place): readonly CellSpan[] {
  const row = cellOf(cell)?.row;
  if (sheet === undefined || row === undefined) return [];
  return [{ sheet, startRow: row, endRow: row + 1, startColumn: 0, endColumn: Number.MAX_SAFE_INTEGER }];
}

/** The cell of the place; none where it is no cell. */
export function cellOfPlace({ sheet, cell = '' }: Place): readonly CellSpan[] {
  const at = cellOf(cell);
  if (sheet === undefined || at === null) return [];
  return [{ sheet, startRow: at.row, endRow: at.row + 1, startColumn: at.column, endColumn: at.column + 1 }];
}

/** What stands in a column from the row on. */
export function columnSpan({ sheet, rows }: Grid, startRow: number, column: number): CellSpan {
  return { sheet, startRow, endRow: rows.length, startColumn: column, endColumn: column + 1 };
}

/** One cell. */
export function cellSpan({ sheet }: Grid, row: number, column: number): CellSpan {
  return { sheet, startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
}
