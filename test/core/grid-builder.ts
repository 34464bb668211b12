/** Grids for tests, from plain values: strings and numbers stand for typed cells, null for blank ones. */
import { parseDay, serialFromDay } from '../../src/core/base/day';
import { blankCell, type Cell, type Grid } from '../../src/core/base/grid';

/** What a test writes for a cell. */
export type CellInput = string | number | boolean | null | Cell;

/** A text, number, bool or blank cell that shows what it holds; a ready cell stays as it is. */
export function cellOf(input: CellInput): Cell {
  if (input === null || input === '') return blankCell;
  if (typeof input === 'string') return { kind: 'text', value: input, shown: input };
  if (typeof input === 'number') return { kind: 'number', value: input, shown: String(input) };
  if (typeof input === 'boolean') return { kind: 'bool', value: input, shown: input ? 'TRUE' : 'FALSE' };
  return input;
}

/** A date-formatted cell of a day `2022-06-30`. */
export function dateCell(day: string): Cell {
  const parsed = parseDay(day);
  if (parsed === null) throw new Error(`no such day: ${day}`);
  return { kind: 'date', value: serialFromDay(parsed), shown: day };
}

/** A percent-formatted cell; 0.8 shows 80%. */
export function percentCell(fraction: number): Cell {
  return { kind: 'percent', value: fraction, shown: `${String(Math.round(fraction * 10_000) / 100)}%` };
}

/** A cell whose formula failed: `#N/A`. */
export function errorCell(shown: string): Cell {
  return { kind: 'error', value: shown, shown };
}

/** A sheet of such cells; workbook `测试.xlsx`, sheet `表` unless told. */
export function gridOf(rows: readonly (readonly CellInput[])[], more: Partial<Omit<Grid, 'rows'>> = {}): Grid {
  const plain = { workbook: '测试.xlsx', sheet: '表', hidden: false, merges: [], hiddenRows: [] };
  return { ...plain, ...more, rows: rows.map((row) => row.map(cellOf)) };
}

/** Label/value lines, as on 封面 and 设置. */
export function formOf(lines: Readonly<Record<string, CellInput>>, more: Partial<Omit<Grid, 'rows'>> = {}): Grid {
  return gridOf(Object.entries(lines), more);
}
