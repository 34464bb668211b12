/** Several cards of one kind on one sheet, below or beside each other: where the same labels come again, a new one begins. */
import type { Grid } from '../../base/grid';
import { isBlankText } from '../../base/text';
import { onlyFilled } from '../table-layout';
import type { FormLine } from './form-lines';

/** The sheet as one grid for each card, all cells in their places; the sheet itself where nothing tells one card from the next. */
export function cardGrids(grid: Grid, labels: readonly FormLine[]): readonly Grid[] {
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
function columnStarts(labels: readonly FormLine[]): readonly number[] | null {
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
  readonly own: readonly FormLine[];
}

function rowsOf(labels: readonly FormLine[]): readonly LabelRow[] {
  const rows = [...new Set(labels.map(({ labelAt }) => labelAt.row))];
  return rows.map((row) => ({ row, own: labels.filter(({ labelAt }) => labelAt.row === row) }));
}

/** So many labels begin no card: a row that stands twice. */
const fewest = 3;

/**
 * The cards below each other. A title or a blank row above what comes again belongs to the new card; without one its first label must
 * be that of the first card, or nobody knows to which of two the rows between belong: null.
 */
function cardsBelow(grid: Grid, labels: readonly FormLine[]): readonly Grid[] | null {
  const anchor = labels[0]?.label;
  const labelled = new Set(labels.map(({ labelAt }) => labelAt.row));
  const starts = [{ from: 0, isOpen: false }];
  const labelsIn = (from: number, end: number): readonly FormLine[] =>
    labels.filter(({ labelAt: { row } }) => row >= from && row < end);
  for (const { row, own } of rowsOf(labels)) {
    const { from } = starts[starts.length - 1] ?? { from: 0 };
    const before = labelsIn(from, row);
    const known = new Set(before.length === 0 ? [] : [anchor, ...before.map(({ label }) => label)]);
    if (!own.some(({ label }) => known.has(label))) continue;
    const parting = partingRow(grid, before[0]?.labelAt.row ?? 0, row, labelled);
    starts.push({ from: parting ?? row, isOpen: parting === null && own[0]?.label !== anchor });
  }
  const parts = starts.map(({ from, isOpen }, index) => ({ from, isOpen, end: starts[index + 1]?.from ?? Infinity }));
  return parts.some(({ from, end, isOpen }) => isOpen && labelsIn(from, end).length >= fewest)
    ? null
    : parts.map(({ from, end }) => partOf(grid, (row) => row >= from && row < end));
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
