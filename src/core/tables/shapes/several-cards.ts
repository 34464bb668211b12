/** Several cards of one kind on one sheet, below or beside each other: where the same labels come again, a new one begins. */
import type { Grid } from '../../base/grid';
import { isBlankText } from '../../base/text';
import { onlyFilled } from '../table-layout';
import type { FormLine } from './form-lines';

/** A part of the sheet, all cells in their places; `isOpen`: nobody knows of which of two cards it is. */
export interface CardPart {
  readonly grid: Grid;
  readonly isOpen: boolean;
}

/** The ways to part the sheet into cards, the likelier first: beside each other and below, or only below. */
export function cardParts(grid: Grid, labels: readonly FormLine[]): readonly (readonly CardPart[])[] {
  const columns = columnStarts(labels);
  const beside = columns.flatMap((from, index) => {
    const to = columns[index + 1] ?? Infinity;
    const isHere = (column: number): boolean => column >= from && column < to;
    const own = labels.filter(({ labelAt }) => isHere(labelAt.column));
    return cardsBelow(
      partOf(grid, (_, column) => isHere(column)),
      own,
    );
  });
  return columns.length > 1 ? [beside, cardsBelow(grid, labels)] : [beside];
}

function partOf(grid: Grid, isHere: (row: number, column: number) => boolean): Grid {
  return {
    ...grid,
    rows: grid.rows.map((cells, row) => cells.map((cell, column) => (isHere(row, column) ? cell : undefined))),
    merges: grid.merges.filter(({ startRow, startColumn }) => isHere(startRow, startColumn)),
  };
}

/** Where cards beside each other begin; one place where two rows tell it differently. */
function columnStarts(labels: readonly FormLine[]): readonly number[] {
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
  return others.every((one) => one.join() === starts.join()) ? [0, ...starts] : [0];
}

interface LabelRow {
  readonly row: number;
  readonly own: readonly FormLine[];
}

function rowsOf(labels: readonly FormLine[]): readonly LabelRow[] {
  const rows = [...new Set(labels.map(({ labelAt }) => labelAt.row))];
  return rows.map((row) => ({ row, own: labels.filter(({ labelAt }) => labelAt.row === row) }));
}

/**
 * The cards below each other. A title or a blank row above labels that come again belongs to the new card. Without one it begins with the
 * first label of the first card, and what came again before that is open; a label that merely stands twice begins none.
 */
function cardsBelow(grid: Grid, labels: readonly FormLine[]): readonly CardPart[] {
  const parting = partingIn(grid, labels);
  const starts = [{ from: 0, isOpen: false }];
  let [from, twice] = [0, null as number | null];
  for (const { row, own } of rowsOf(labels)) {
    const before = labels.filter(({ labelAt }) => labelAt.row >= from && labelAt.row < row);
    const isAgain = before.some(({ label }) => own.some((one) => one.label === label));
    const start = newCard(own, before, parting, isAgain);
    if (start === null) {
      if (isAgain) twice ??= row;
      continue;
    }
    if (start === row && twice !== null) starts.push({ from: twice, isOpen: true });
    [from, twice] = [start, null];
    starts.push({ from, isOpen: false });
  }
  return starts.map(({ from: start, isOpen }, index) => {
    const end = starts[index + 1]?.from ?? Infinity;
    return { isOpen, grid: partOf(grid, (row) => row >= start && row < end) };
  });
}

/** The row in which a card begins that has these labels; null where they belong to the one before. */
function newCard(
  own: readonly FormLine[],
  before: readonly FormLine[],
  { anchor, between }: Parting,
  isAgain: boolean,
): number | null {
  const [first, last] = [own[0], before[0]];
  const isAnchor = first?.label === anchor;
  if (first === undefined || last === undefined || !(isAgain || isAnchor)) return null;
  return between(last.labelAt.row, first.labelAt.row) ?? (isAgain && isAnchor ? first.labelAt.row : null);
}

/** What parts cards: the first label of the first, and the last row between two that is blank or holds a title. */
interface Parting {
  readonly anchor: string | undefined;
  readonly between: (from: number, to: number) => number | null;
}

function partingIn(grid: Grid, labels: readonly FormLine[]): Parting {
  const labelled = new Set(labels.map(({ labelAt }) => labelAt.row));
  const isParting = (cells: Grid['rows'][number]): boolean =>
    onlyFilled(cells) !== null || cells.every((cell) => isBlankText(cell?.shown ?? ''));
  const between = (from: number, to: number): number | null => {
    for (let row = to - 1; row > from; row -= 1) if (!labelled.has(row) && isParting(grid.rows[row] ?? [])) return row;
    return null;
  };
  return { anchor: labels[0]?.label, between };
}
