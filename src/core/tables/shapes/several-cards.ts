/** Several cards of one kind on one sheet, below or beside each other: where the same labels come again, a new one begins. */
import type { Grid } from '../../base/grid';
import { isBlankText } from '../../base/text';
import { onlyFilled } from '../table-layout';
import type { FormLine } from './form-lines';

type CardLabel = Pick<FormLine, 'label' | 'labelAt'>;

/** The sheet as one grid for each card, all cells in their places; the sheet itself where nothing tells one card from the next. */
export function cardGrids(grid: Grid, labels: readonly CardLabel[]): readonly Grid[] {
  const columns = columnStarts(labels);
  if (columns === null) return [grid];
  const blocks = columns.map((from, index) => {
    const to = columns[index + 1] ?? Infinity;
    const isHere = (column: number): boolean => column >= from && column < to;
    const own = labels.filter(({ labelAt }) => isHere(labelAt.column));
    return cardsBelow(
      partOf(grid, (_, column) => isHere(column)),
      own,
    );
  });
  const cards = blocks.flatMap((block) => block ?? []);
  return blocks.includes(null) || cards.length < 2 ? [grid] : cards;
}

function partOf(grid: Grid, isHere: (row: number, column: number) => boolean): Grid {
  return {
    ...grid,
    rows: grid.rows.map((cells, row) => cells.map((cell, column) => (isHere(row, column) ? cell : undefined))),
    merges: grid.merges.filter(({ startRow, startColumn }) => isHere(startRow, startColumn)),
  };
}

/** Where cards beside each other begin; null where two rows tell it differently. */
function columnStarts(labels: readonly CardLabel[]): readonly number[] | null {
  const told = rowsOf(labels).map(({ own }) => {
    let seen = new Set<string>();
    return own.flatMap(({ label, labelAt }) => {
      const isAgain = seen.has(label);
      if (isAgain) seen = new Set();
      seen.add(label);
      return isAgain ? [labelAt.column] : [];
    });
  });
  const [starts = [], ...others] = told.filter(({ length }) => length > 0);
  return others.every((one) => one.join() === starts.join()) ? [0, ...starts] : null;
}

interface LabelRow {
  readonly row: number;
  readonly own: readonly CardLabel[];
}

function rowsOf(labels: readonly CardLabel[]): readonly LabelRow[] {
  const rows = [...new Set(labels.map(({ labelAt }) => labelAt.row))];
  return rows.map((row) => ({ row, own: labels.filter(({ labelAt }) => labelAt.row === row) }));
}

/**
 * The cards below each other. A title or a blank row above what comes again belongs to the new card; without one its first label must
 * be that of the first card, or nobody knows to which of two the rows between belong: null.
 */
function cardsBelow(grid: Grid, labels: readonly CardLabel[]): readonly Grid[] | null {
  const rows = rowsOf(labels);
  const anchor = rows[0]?.own[0]?.label;
  const starts = [0];
  let from = rows[0]?.row ?? 0;
  for (const { row, own } of rows) {
    const before = rows.filter((one) => one.row >= from && one.row < row).flatMap((one) => one.own);
    const isAgain = own.some(({ label }) => before.some((one) => one.label === label));
    if (before.length === 0 || !(isAgain || own.some(({ label }) => label === anchor))) continue;
    const parting = partingRow(grid, from, row, new Set(rows.map((one) => one.row)));
    if (parting === null && own[0]?.label !== anchor) return null;
    from = parting ?? row;
    starts.push(from);
  }
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? Infinity;
    return partOf(grid, (row) => row >= start && row < end);
  });
}

/** The last row between two that is blank or holds a title, in a card that begins at `from`; null where there is none. */
function partingRow(grid: Grid, from: number, to: number, labelled: ReadonlySet<number>): number | null {
  for (let row = to - 1; row > from; row -= 1) {
    const cells = grid.rows[row] ?? [];
    const isBlank = cells.every((cell) => isBlankText(cell?.shown ?? ''));
    if (!labelled.has(row) && (isBlank || onlyFilled(cells) !== null)) return row;
  }
  return null;
}
