/** What 〃 and 同上 stand for: the cell of the record right above. */
import { isFilled, type Cell, type Grid } from '../../base/grid';
import { isBlankText } from '../../base/text';
import { dittoIn } from '../../cells/ditto';
import { carriedCell } from '../merged/merged-cells';
import { isNumber } from '../read-cell';
import type { Column } from '../sheet';

/** One column of the table on its sheet. */
interface DittoColumn {
  readonly field: string;
  readonly at: number | undefined;
  readonly column: Column;
}

/** Records are gone through from the top down. */
export interface DittoReader {
  readonly next: (row: number) => void;
  /** The cell a ditto mark of the row stands for, null where that cannot be told; undefined of any other cell. */
  readonly above: (row: number, column: DittoColumn, cell: Cell) => Cell | null | undefined;
}

/** `hasNumbers`: a number may be meant again; of a list of figures each is one of its own. */
export function dittoReader(grid: Grid, hasNumbers: boolean): DittoReader {
  const meant = new Map<string, { readonly row: number; readonly cell: Cell | null }>();
  let [last, here] = [-1, -1];
  const above = (field: string, at: number): Cell | null => {
    if (last < 0 || !areBlankBetween(grid, last, here)) return null;
    const before = meant.get(field);
    if (before?.row === last || before?.row === here) return before.cell;
    // Merged over rows it stands above those below it, too.
    const cell = carriedCell(grid, last, at);
    return isBlankText(cell.shown) || dittoIn(cell) !== null ? null : cell;
  };
  return {
    next: (row) => {
      [last, here] = [here, row];
    },
    above: (row, { field, at, column }, cell) => {
      const mark = dittoIn(cell);
      if (mark === null || at === undefined || (!hasNumbers && isNumber(column.type))) return undefined;
      const found = mark === 'above' ? above(field, at) : null;
      meant.set(field, { row, cell: found });
      return found;
    },
  };
}

function areBlankBetween({ rows }: Grid, from: number, to: number): boolean {
  return rows.slice(from + 1, to).every((row) => !row.some(isFilled));
}
