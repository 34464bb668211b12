/** Several cards of one kind on one sheet, below or beside each other: where the same labels come again, a new one begins. */
import type { Grid } from '../../base/grid';
import { groupsBy } from '../../base/groups';
import { isBlankText } from '../../base/text';
import { onlyFilled } from '../table-layout';
import type { FormLine } from './form-lines';
import type { FormRows } from './form-shapes';

/** A part of the sheet; `isOpen`: nobody knows of which of two cards it is. */
export interface CardPart extends FormRows {
  readonly isOpen: boolean;
}

/** The ways to part the sheet into cards, the likelier first: beside each other and below, or only below. */
export function cardParts(grid: Grid, labels: readonly FormLine[]): readonly (readonly CardPart[])[] {
  const columns = columnStarts(labels);
  const beside = columns.flatMap((from, index) => {
    const to = columns[index + 1] ?? Infinity;
    const isHere = (column: number): boolean => column >= from && column < to;
    const own = labels.filter(({ labelAt }) => isHere(labelAt.column));
    return cardsBelow(columns.length > 1 ? columnsOf(grid, isHere) : grid, own);
  });
  return columns.length > 1 ? [beside, cardsBelow(grid, labels)] : [beside];
}

/** The columns alone, all cells in their places. */
function columnsOf(grid: Grid, isHere: (column: number) => boolean): Grid {
  return {
    ...grid,
    rows: grid.rows.map((cells) => cells.map((cell, column) => (isHere(column) ? cell : undefined))),
    merges: grid.merges.filter(({ startColumn }) => isHere(startColumn)),
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
  return [...groupsBy(labels, ({ labelAt }) => labelAt.row)].map(([row, own]) => ({ row, own }));
}

/**
 * The cards below each other. A title or a blank row above labels that come again belongs to the new card. Without one it begins with the
 * first label of the first card, and what came again before that is open; a label that merely stands twice begins none.
 */
function cardsBelow(grid: Grid, labels: readonly FormLine[]): readonly CardPart[] {
  const parting = partingIn(grid, labels);
  const starts = [{ from: 0, isOpen: false }];
  const rows = rowsOf(labels);
  let twice: number | null = null;
  // Of the card that is being read: its first label, and what its labels say.
  let first: FormLine | undefined;
  let seen = new Set<string>();
  for (const [at, { row, own }] of rows.entries()) {
    const isAgain = own.some(({ label }) => seen.has(label));
    const start = newCard(own, first, parting, isAgain);
    if (start === null) {
      if (isAgain) twice ??= row;
    } else {
      if (start === row && twice !== null) starts.push({ from: twice, isOpen: true });
      starts.push({ from: start, isOpen: false });
      [first, seen, twice] = [undefined, new Set(), null];
      let begin = at;
      while ((rows[begin - 1]?.row ?? -1) >= start) begin -= 1;
      for (const before of rows.slice(begin, at)) add(before.own);
    }
    add(own);
  }
  return starts.map(({ from, isOpen }, index) => {
    const end = starts[index + 1]?.from ?? grid.rows.length;
    return { grid, from, end, isOpen };
  });

  function add(own: readonly FormLine[]): void {
    first ??= own[0];
    for (const { label } of own) seen.add(label);
  }
}

/** The row in which a card begins that has these labels; null where they belong to the one before. */
function newCard(
  own: readonly FormLine[],
  last: FormLine | undefined,
  { anchor, between }: Parting,
  isAgain: boolean,
): number | null {
  const [first] = own;
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
  let last = -1;
  const lastPartings = grid.rows.map((cells, row) => {
    if (!labelled.has(row) && isParting(cells)) last = row;
    return last;
  });
  const between = (from: number, to: number): number | null => {
    const row = lastPartings[to - 1] ?? -1;
    return row > from ? row : null;
  };
  return { anchor: labels[0]?.label, between };
}
