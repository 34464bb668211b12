/** What the typed cells of a row say: the evidence of whether the row is a record. */
import { cellAt, type Grid } from '../../base/grid';
import { isBlankText } from '../../base/text';
import { dittoIn } from '../../cells/ditto';
import type { Declared } from '../declared';
import type { FoundColumns } from '../find-header';
import { readCell } from '../read-cell';
import type { Column, ColumnType, Table } from '../sheet';

/** What rows below one header are judged by. */
export interface Below {
  readonly table: Table;
  readonly found: FoundColumns;
  readonly declared: Declared;
  /** The fields of which a merged cell speaks for all its rows. */
  readonly carried?: readonly string[];
}

/** One filled cell of a typed column. */
export interface TypedCell {
  readonly at: number;
  readonly type: ColumnType;
  readonly isRead: boolean;
}

/** Whether a cell holds a value of its column does not depend on the year. */
const anyYear = 2022;

/** The filled cells of a row whose column holds more than any text. */
export function typedCells(grid: Grid, row: number, { table, found, declared }: Below): readonly TypedCell[] {
  return [...found.columns].flatMap(([field, at]) => {
    const column: Column | undefined = table.columns[field];
    if (column === undefined || column.type === 'text') return [];
    const cell = cellAt(grid, row, at);
    if (isBlankText(cell.shown)) return [];
    const { read, problems } = readCell(cell, { file: '' }, column, { reportYear: anyYear, declared });
    // 3月 is as well what a total is of; 〃 stands below a record only.
    const isPeriod = problems.some(({ code }) => code === 'day-period' || code === 'day-end');
    const isRead = (read.value !== null && !isPeriod) || dittoIn(cell) === 'above';
    return [{ at, type: column.type, isRead }];
  });
}

/** The columns of the required fields that the header names. */
export function requiredColumns({ table, found }: Pick<Below, 'table' | 'found'>): readonly number[] {
  return [...found.columns].flatMap(([field, at]) => (table.columns[field]?.required === true ? [at] : []));
}
