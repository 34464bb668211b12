/** Sheets written as text: one line a row, cells parted by `|`; figures are numbers, `=日期` is a date cell, a lone `-` nothing. */
import type { Grid } from '../../../../src/core/base/grid';
import { problemText, type Problem } from '../../../../src/core/base/problem';
import { readTable } from '../../../../src/core/tables/read-table';
import type { Columns, Table } from '../../../../src/core/tables/sheet';
import { reading2022 } from '../../../edition';
import { dateCell, gridOf, type CellInput } from '../../grid-builder';

/** The grid of such a text; a line of spaces is a blank row. */
export function sheetOf(text: string, more: Partial<Omit<Grid, 'rows'>> = {}): Grid {
  const lines = text.replace(/^\n|\n *$/gu, '').split('\n');
  return gridOf(
    lines.map((line) => line.split('|').map(cellIn)),
    more,
  );
}

function cellIn(text: string): CellInput {
  const cell = text.trim();
  if (cell === '') return null;
  if (cell.startsWith('=')) return dateCell(cell.slice(1));
  return /^\d+(?:\.\d+)?$/u.test(cell) ? Number(cell) : cell;
}

/** The numbers (as a person counts) of the rows that became records, and what is said of the others: cell, level, rule. */
export function readText<C extends Columns>(
  table: Table<C>,
  text: string,
  more: Partial<Omit<Grid, 'rows'>> & { readonly needed?: readonly (keyof C & string)[] } = {},
): { readonly records: readonly number[]; readonly says: readonly string[]; readonly told: readonly string[] } {
  const { needed = [], ...about } = more;
  const { rows, problems } = readTable(sheetOf(text, about), table, { ...reading2022, needed });
  const levels = { error: '错误', doubt: '请核实', note: '提示' } as const;
  const saying = ({ level, place, code }: Problem): string => `${place.cell ?? ''} ${levels[level]} ${code}`;
  return {
    records: rows.map(({ place }) => Number(/\d+$/u.exec(place.cell ?? '')?.[0])),
    says: problems.map(saying),
    told: problems.map(problemText),
  };
}
