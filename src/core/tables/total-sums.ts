/** Whether a total row says the sum of its rows: the check is exact, and silent where a part of the sum is not known. */
import { multiply, plain, subtract, sum } from '../base/decimal';
import { cellAt, type Cell, type Grid } from '../base/grid';
import { cellPlace } from '../base/place';
import type { Problem } from '../base/problem';
import type { Declared } from './declared';
import { readCell } from './read-cell';
import type { Column, ColumnType, Table } from './sheet';
import type { Segment } from './table-layout';

const summed: readonly ColumnType[] = ['quantity', 'money', 'integer'];

/** Which rows are totals, and the words their cells are read by. */
interface Totals {
  readonly isTotal: (row: number) => boolean;
  readonly declared: Declared;
}

/**
 * A doubt with both numbers for each total that is none of the sums it may mean: of the rows since the last total or of all
 * rows above it, or below it where the total stands on top. The segment's rows are those of records and totals.
 */
export function totalProblems(
  grid: Grid,
  table: Table,
  { found, rows }: Segment,
  { isTotal, declared }: Totals,
): readonly Problem[] {
  if (!rows.some(isTotal)) return [];
  return Object.entries<Column>(table.columns).flatMap(([field, own]) => {
    const at = found.columns.get(field);
    if (at === undefined || !summed.includes(own.type)) return [];
    const unit = found.units.get(field);
    const column = { ...own, ...(unit !== undefined && { unit }), required: false };
    const values = rows.map((row) => ({
      row,
      isTotal: isTotal(row),
      value: valueAt(cellAt(grid, row, at), column, declared),
    }));
    return mismatches(values).map((one) => mismatch(grid, column, at, one));
  });
}

/** What stands in the column; null where nothing does, and undefined where it is not known exactly. */
type Value = number | null | undefined;

interface SummedRow {
  readonly row: number;
  readonly isTotal: boolean;
  readonly value: Value;
}

/** Amounts are read into 万元; a clerk is told them in the unit of the column. */
const yuanPerWan = 10_000;

function valueAt(cell: Cell, column: Column, declared: Declared): Value {
  const { read, problems } = readCell(cell, { file: '' }, column, { reportYear: 0, declared });
  const { value } = read;
  if (value === null) return problems.some(({ level }) => level === 'error') ? undefined : null;
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || !('qualifier' in value)) return undefined;
  if (value.qualifier !== '' || value.value === null) return value.applies ? undefined : null;
  return column.type === 'money' && column.unit === '元' ? multiply(value.value, yuanPerWan) : value.value;
}

/** A sum that goes on; null once a part is not known. `rows` are those that were added. */
interface Sum {
  readonly value: number | null;
  readonly rows: number;
}

const noSum: Sum = { value: 0, rows: 0 };

function plus({ value, rows }: Sum, part: Value): Sum {
  return { value: value === null || part === undefined ? null : sum([value, part ?? 0]), rows: rows + 1 };
}

/** By total row: the sums of the rows before it in the order given, back to the total before and back to the first row. */
function sumsBefore(rows: readonly SummedRow[]): ReadonlyMap<number, readonly Sum[]> {
  const sums = new Map<number, readonly Sum[]>();
  let [group, all] = [noSum, noSum];
  for (const { row, isTotal, value } of rows) {
    if (isTotal) {
      sums.set(row, [group, all]);
      group = noSum;
    } else {
      group = plus(group, value);
      all = plus(all, value);
    }
  }
  return sums;
}

interface Mismatch {
  readonly row: number;
  readonly said: number;
  readonly counted: number;
}

function mismatches(rows: readonly SummedRow[]): readonly Mismatch[] {
  const above = sumsBefore(rows);
  const below = sumsBefore([...rows].reverse());
  return rows.flatMap(({ row, isTotal, value }) => {
    if (!isTotal || typeof value !== 'number') return [];
    const over = (above.get(row) ?? []).filter((one) => one.rows > 0);
    const under = (below.get(row) ?? []).filter((one) => one.rows > 0);
    const counted = nearest(value, [...over, ...under]);
    return counted === null || isSame(value, counted)
      ? []
      : [{ row, said: value, counted: nearest(value, over) ?? counted }];
  });
}

/** The sum that comes closest; null where there is none, or one is not known. */
function nearest(value: number, sums: readonly Sum[]): number | null {
  const distance = (one: number): number => Math.abs(subtract(one, value));
  return sums.reduce<number | null>((best, one, index) => {
    if (one.value === null || (best === null && index > 0)) return null;
    return best === null || distance(one.value) < distance(best) ? one.value : best;
  }, null);
}

/** What binary numbers add to a formula's result is no difference. */
function isSame(one: number, other: number): boolean {
  return Math.abs(subtract(one, other)) <= 1e-9 * Math.max(1, Math.abs(one));
}

function mismatch(grid: Grid, { header }: Column, at: number, { row, said, counted }: Mismatch): Problem {
  return {
    code: 'total-mismatch',
    level: 'doubt',
    place: cellPlace(grid.workbook, grid.sheet, row, at),
    actual: cellAt(grid, row, at).shown,
    reason: `${header}的合计 ${plain(said)} 不等于各行之和 ${plain(counted)}`,
    expected: '合计由程序按各行计算，请核对各行有没有漏填、多填',
  };
}
