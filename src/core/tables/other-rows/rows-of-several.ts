/** Columns nobody reads that say of how many things each row tells, in a table that counts each row as one. */
import { cellAt, type Grid } from '../../base/grid';
import { placeAt } from '../../base/place';
import type { Problem } from '../../base/problem';
import { endOf, headerKey } from '../../base/text';
import type { CellWords } from '../../cells/readings';
import type { Declared } from '../declared';
import type { FoundColumns } from '../find-header';
import type { Table } from '../sheet';

/** A doubt for each such column: 受理数 10, 8 in a register of mediations are 18 of them. */
export function rowsOfSeveral(
  grid: Grid,
  table: Table,
  { band, headerRow }: Pick<FoundColumns, 'band' | 'headerRow'>,
  { unknown, declared }: { readonly unknown: readonly number[]; readonly declared: Declared },
): readonly Problem[] {
  const columns = Object.values(table.columns);
  const isCounted = columns.some(({ isEvent = false }) => isEvent) && columns.every(({ type }) => type !== 'quantity');
  if (!isCounted) return [];
  return unknown.flatMap((at) => {
    const shown = band.shown[at] ?? '';
    if (!isOfCases(headerKey(shown), declared.words) || !hasSeveral(grid, headerRow, at)) return [];
    return {
      code: 'row-of-several',
      level: 'doubt',
      place: placeAt(grid, band.bottom, at),
      actual: shown,
      reason: `“${shown}”列没有读取，这张表每行只计1件`,
      expected: '一行写了几件的，请改为一件一行，或者把合计数填进“指标数据”',
    };
  });
}

/** 件数, 受理数, 调解成功（件）: cases of a step, and neither persons nor copies. */
function isOfCases(key: string, { rows: { steps }, said: { caseUnits } }: CellWords): boolean {
  const [inBrackets = '', unit = ''] = /\(([^()]*)\)$/u.exec(key) ?? [];
  if (caseUnits.includes(unit)) return true;
  const name = key.slice(0, key.length - inBrackets.length);
  const stem = name.replace(/数量?$/u, '');
  return stem !== name && (endOf(stem, caseUnits) !== '' || steps.includes(stem));
}

function hasSeveral(grid: Grid, headerRow: number, at: number): boolean {
  return grid.rows.some((_, row) => {
    const { kind, value } = cellAt(grid, row, at);
    return row > headerRow && kind === 'number' && typeof value === 'number' && value > 1;
  });
}
