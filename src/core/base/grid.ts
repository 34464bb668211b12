/** A sheet as it was read: cells with value, shown text and kind. The only form in which data enters the core. */
import type { Mapping, SheetRules } from './mapping';
import { isBlankText } from './text';

export type CellKind = 'blank' | 'text' | 'number' | 'date' | 'percent' | 'bool' | 'error';

/** What a date's format lets be seen of it where that is not the whole day: `other` is a weekday or a day of some month. */
export type ShownDate = 'year' | 'year-month' | 'month' | 'month-day' | 'other';

/** What a cell's format says beside its value. A format that only decorates says nothing. */
export interface FormatMeaning {
  /** The words a number's format writes behind the digits: `人`, `万元`. */
  readonly unit?: string;
  /** The number is shown divided by it: 1000 for `0,`, 10000 for `0!.0,`. */
  readonly scale?: number;
  readonly shows?: ShownDate;
}

/**
 * One cell. `value` is the text of a `text` or `error` cell (`#N/A`), the number of a `number` cell, the serial day number
 * of a `date` cell, the fraction (0.8 for 80 %) of a `percent` cell, null for `blank`. `shown` is what a person sees.
 */
export interface Cell {
  readonly kind: CellKind;
  readonly value: string | number | boolean | null;
  readonly shown: string;
  readonly format?: FormatMeaning;
  /** It, or a part of its text, is struck through. */
  readonly isStruck?: true;
  /** What it shows is the result of a formula. */
  readonly isFormula?: true;
  /** It stands for several cells that leave open what is meant: why no value can be taken. */
  readonly refused?: { readonly code: string; readonly reason: string; readonly expected: string };
}

/** A value that stands under a merged cell, where nobody sees it; row and column count from 0. */
export interface CoveredCell {
  readonly row: number;
  readonly column: number;
  readonly shown: string;
}

/** The values under one merged cell, beside what it shows. */
export interface Covered {
  readonly above: string;
  readonly cells: readonly CoveredCell[];
}

/** A merged range; all four bounds count from 0, the ends are exclusive. */
export interface Merge {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** A cell's row and column, from 0. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** One sheet of one workbook. `rows[r]?.[c]` is the cell; missing entries are blank, as is whatever lies under a merged cell. */
export interface Grid {
  /** The workbook's file name as people see it: `司法所.xlsx`. */
  readonly workbook: string;
  readonly sheet: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  readonly merges: readonly Merge[];
  /** The merged cells that have values under them. */
  readonly covered?: readonly Covered[];
  /** Numbers (from 0) of rows hidden by hand or by a filter. */
  readonly hiddenRows: readonly number[];
  /** What the office says of its own names of sheets and headers. */
  readonly mapping?: Mapping;
  /** What was confirmed of this sheet beside its names. */
  readonly rules?: SheetRules;
  /** The report's year, by which a header `2025年` is this year's and `2024年` last year's; absent where nobody knows it. */
  readonly year?: number;
  /**
   * Where a sheet holds several tables: the declared title of the one this grid is, and the row (from 0) it begins in; `columns` where
   * others stand beside it: its first, and the one behind its last.
   */
  readonly part?: {
    readonly title: string;
    readonly top: number;
    readonly columns?: readonly [from: number, to: number];
  };
}

export const blankCell: Cell = { kind: 'blank', value: null, shown: '' };

/** The cell at row and column (from 0), blank where nothing was read. */
export function cellAt(grid: Grid, row: number, column: number): Cell {
  return grid.rows[row]?.[column] ?? blankCell;
}

/** What a person sees in the cell at row and column. */
export function shownAt(grid: Grid, row: number, column: number): string {
  return cellAt(grid, row, column).shown;
}

/** The cells of the row, none where nothing was read. */
export function rowAt({ rows }: Grid, row: number): Grid['rows'][number] {
  return rows[row] ?? [];
}

/** Whether something stands in the cell. */
export function isFilled(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && !isBlankText(cell.shown);
}

/** The sheets with what the office says of its names, and the year it reports on. */
export function withMapping(grids: readonly Grid[], mapping: Mapping, year?: number): readonly Grid[] {
  if (mapping.length === 0 && year === undefined) return grids;
  return grids.map((grid) => ({ ...grid, mapping, ...(year !== undefined && { year }) }));
}
