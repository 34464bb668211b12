/** Values under merged cells: nobody sees them, so they count for nothing, and are told. */
import type { Covered, CoveredCell, Grid, Merge } from '../../core/base/grid';

type Row = Grid['rows'][number];

/** The grid with blanks under its merged cells; what stood there is kept beside it. */
export function withoutCovered(grid: Grid): Grid {
  if (grid.merges.length === 0) return grid;
  const rows: Row[] = [...grid.rows];
  const covered = separate(grid.merges).flatMap((merge): readonly Covered[] => {
    const cells = rows.slice(merge.startRow, merge.endRow).flatMap((row, index) => {
      const found = coveredIn(row, merge, merge.startRow + index);
      if (found.length > 0) rows[merge.startRow + index] = withBlanks(row, found);
      return found.filter(({ shown }) => shown.trim() !== '');
    });
    return cells.length === 0 ? [] : [{ above: textAt(grid, merge), cells }];
  });
  return covered.length === 0 ? { ...grid, rows } : { ...grid, rows, covered };
}

function textAt({ rows }: Grid, { startRow, startColumn }: Merge): string {
  return rows[startRow]?.[startColumn]?.shown ?? '';
}

function withBlanks(cells: Row, blanks: readonly CoveredCell[]): Row {
  const columns = new Set(blanks.map(({ column }) => column));
  return cells.map((cell, column) => (columns.has(column) ? undefined : cell));
}

function coveredIn(cells: Row, merge: Merge, row: number): readonly CoveredCell[] {
  const found: CoveredCell[] = [];
  const first = row === merge.startRow ? merge.startColumn + 1 : merge.startColumn;
  for (let column = first; column < Math.min(merge.endColumn, cells.length); column += 1) {
    const cell = cells[column];
    if (cell !== undefined) found.push({ row, column, shown: cell.shown });
  }
  return found;
}

/** The merges from top to bottom without those that overlap one before: programs take such for damage and undo them. */
function separate(merges: readonly Merge[]): readonly Merge[] {
  const sorted = [...merges].sort((one, other) => one.startRow - other.startRow || one.startColumn - other.startColumn);
  const kept: Merge[] = [];
  let open: Merge[] = [];
  let row = -1;
  for (const merge of sorted) {
    const { startRow, startColumn, endColumn } = merge;
    if (startRow !== row) open = open.filter(({ endRow }) => endRow > startRow);
    row = startRow;
    if (open.some((before) => startColumn < before.endColumn && endColumn > before.startColumn)) continue;
    open.push(merge);
    kept.push(merge);
  }
  return kept;
}
