/** Whether a total row says the sum of its rows: told with both numbers, and with the rows that could not be added. */
import { multiply, plain, subtract, sum } from '../base/decimal';
import { cellAt, shownAt, type Cell, type Grid } from '../base/grid';
import { cellName, placeAt } from '../base/place';
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

/** What stands in the column: nothing (null), a number, one that is only about right, or what is no number. */
type Value = number | null | { readonly about: number } | 'unread';

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
  if (value === null) return problems.some(({ level }) => level === 'error') ? 'unread' : null;
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || !('qualifier' in value)) return 'unread';
  if (value.value === null) return value.applies ? 'unread' : null;
  const number = column.type === 'money' && column.unit === '元' ? multiply(value.value, yuanPerWan) : value.value;
  return value.qualifier === '' ? number : { about: number };
}

/** A sum that goes on. `rows` are those that were added, `unread` those that could not be; `about` is what is only about right. */
interface Sum {
  readonly value: number;
  readonly rows: number;
  readonly about: number;
  readonly unread: readonly number[];
}

const noSum: Sum = { value: 0, rows: 0, about: 0, unread: [] };

function plus(before: Sum, { row, value }: SummedRow): Sum {
  const { rows, about, unread } = before;
  if (value === 'unread') return { ...before, rows: rows + 1, unread: [...unread, row] };
  const part = typeof value === 'object' ? (value?.about ?? 0) : value;
  const isAbout = typeof value === 'object' && value !== null;
  return { value: sum([before.value, part]), rows: rows + 1, about: isAbout ? sum([about, part]) : about, unread };
}

/** By total row: the sums of the rows before it in the order given, back to the total before and back to the first row. */
function sumsBefore(rows: readonly SummedRow[]): ReadonlyMap<number, readonly Sum[]> {
  const sums = new Map<number, readonly Sum[]>();
  let [group, all] = [noSum, noSum];
  for (const one of rows) {
    if (one.isTotal) {
      sums.set(one.row, [group, all]);
      group = noSum;
    } else {
      group = plus(group, one);
      all = plus(all, one);
    }
  }
  return sums;
}

interface Mismatch {
  readonly row: number;
  readonly said: number;
  readonly counted: Sum;
}

function mismatches(rows: readonly SummedRow[]): readonly Mismatch[] {
  const above = sumsBefore(rows);
  const below = sumsBefore([...rows].reverse());
  return rows.flatMap(({ row, isTotal, value }) => {
    if (!isTotal || typeof value !== 'number') return [];
    const over = (above.get(row) ?? []).filter((one) => one.rows > 0);
    const under = (below.get(row) ?? []).filter((one) => one.rows > 0);
    const counted = nearest(value, [...over, ...under]);
    return counted === null || fits(value, counted)
      ? []
      : [{ row, said: value, counted: nearest(value, over) ?? counted }];
  });
}

/** The sum that comes closest; null where there is none. */
function nearest(value: number, sums: readonly Sum[]): Sum | null {
  const distance = (one: Sum): number => Math.abs(subtract(one.value, value));
  return sums.reduce<Sum | null>((best, one) => (best === null || distance(one) < distance(best) ? one : best), null);
}

/** 300余 may well be 320. */
const roughly = 0.1;

/** What could not be read may be the rest of it, which is told; what is about right need not be exact. */
function fits(said: number, { value, about }: Sum): boolean {
  return isSame(said, value) || Math.abs(subtract(said, value)) <= about * roughly;
}

/** What binary numbers add to a formula's result is no difference. */
function isSame(one: number, other: number): boolean {
  return Math.abs(subtract(one, other)) <= 1e-9 * Math.max(1, Math.abs(one));
}

function mismatch(grid: Grid, { header }: Column, at: number, { row, said, counted }: Mismatch): Problem {
  const { value, unread, about } = counted;
  const cells = unread.slice(0, namedCells).map((one) => cellName(one, at));
  const rest = unread.length > namedCells ? '等' : '';
  const open = unread.length === 0 ? '' : `，另有${String(unread.length)}行没有读出（${cells.join('、')}${rest}）`;
  const rough = about === 0 ? '' : '，其中有约数';
  const sumOf = unread.length === 0 ? '各行之和' : '各行读出的数之和';
  return {
    code: 'total-mismatch',
    level: 'doubt',
    place: placeAt(grid, row, at),
    actual: shownAt(grid, row, at),
    reason: `${header}的合计 ${plain(said)} 不等于${sumOf} ${plain(value)}${open}${rough}`,
    expected: '合计由程序按各行计算，请核对各行有没有漏填、多填',
  };
}

const namedCells = 10;
