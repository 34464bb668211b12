/** Figures without a header: the name of each with its number beside it, one or two in a row. */
import { cellAt, type Grid } from '../../base/grid';
import type { Declared } from '../declared';
import { findHeader } from '../find-header';
import { isUsualName } from '../usages/usual-title';
import { allRows, lined, pairsOf } from './form-shapes';
import { numberIn } from './period-values';
import { textCell } from './shaped-grid';

/** So many make a table of figures. */
const enough = 4;

/** The sheet with a line a figure; null where it is none of figures, or has a header. */
export function pairedFigures(grid: Grid, declared: Declared): Grid | null {
  const { table, name, value } = declared.figures;
  if (!isUsualName(grid, table) || findHeader(grid, table, declared) !== null) return null;
  const isNumber = (row: number, column: number): boolean =>
    typeof numberIn(cellAt(grid, row, column), '') === 'number';
  const found = pairsOf(
    allRows(grid),
    (row, column) => {
      const { kind, shown } = cellAt(grid, row, column);
      return kind === 'text' && !isNumber(row, column) && isNumber(row, column + 1) ? shown : undefined;
    },
    declared,
  );
  if (found.lines.length < enough) return null;
  const at = { row: 0, column: 0 };
  const [label = '', header = ''] = [name, value].map((field) => table.columns[field]?.header);
  return lined(grid, {
    ...found,
    lines: [{ label, value: textCell(header), labelAt: at, valueAt: at }, ...found.lines],
  });
}
