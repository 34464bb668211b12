/** Sheets that stood in another shape and were brought into the declared one: which cells stand for others, and what is said of it. */
import { blankCell, type Cell, type CellAt, type Grid } from '../../base/grid';
import type { Problem } from '../../base/problem';
import type { CellRole } from '../../base/taken';

/** What became of a cell that the grid does not show any more. */
export interface ShapedCell extends CellAt {
  readonly role: CellRole;
}

/** What was done with cells that the grid no longer shows as they stand, and what is to be said of them. */
export interface Shaped {
  readonly taken: readonly ShapedCell[];
  readonly problems: readonly Problem[];
  /** `origins[r]?.[c]` is where the cell stands on the sheet; null where all cells stand where they stood. */
  readonly origins: readonly (readonly (CellAt | undefined)[])[] | null;
}

/** A grid that is no longer as its sheet is. */
export interface ShapedGrid extends Grid {
  readonly shaped: Shaped;
}

const untouched: Shaped = { taken: [], problems: [], origins: null };

/** What was done to the grid; nothing where it is as its sheet is. */
export function shapedOf(grid: Grid | ShapedGrid): Shaped {
  return 'shaped' in grid ? grid.shaped : untouched;
}

/** Row → column → the cell that stands there now. */
export type Changes = Map<number, Map<number, Cell>>;

/** Puts a cell in another's place. */
export function change(changes: Changes, { row, column }: CellAt, cell: Cell): void {
  const cells = changes.get(row) ?? new Map<number, Cell>();
  changes.set(row, cells.set(column, cell));
}

/** The place is blank from now on. */
export function clear(changes: Changes, at: CellAt): void {
  change(changes, at, blankCell);
}

/** A text cell that shows the text. */
export function textCell(text: string): Cell {
  return { kind: 'text', value: text, shown: text };
}

/** The grid as these rows, with where each of their cells stands on the sheet, and with what was said of it before. */
export function asRows(grid: Grid, rows: Grid['rows'], { taken, problems, origins }: Shaped): ShapedGrid {
  const before = shapedOf(grid);
  const told = { taken: [...before.taken, ...taken], problems: [...before.problems, ...problems], origins };
  return { ...grid, merges: [], covered: [], hiddenRows: [], rows, shaped: told };
}

/** Cells of one role. */
export function takenAs(role: CellRole, cells: readonly CellAt[]): readonly ShapedCell[] {
  return cells.map(({ row, column }) => ({ row, column, role }));
}

/** The grid with those cells, and with what was said of it before. */
export function changedGrid(grid: Grid, changes: Changes, told: Pick<Shaped, 'taken' | 'problems'>): ShapedGrid {
  const before = shapedOf(grid);
  return {
    ...grid,
    rows: grid.rows.map((cells, row) => {
      const changed = changes.get(row);
      if (changed === undefined) return cells;
      const own = [...cells];
      for (const [column, cell] of changed) own[column] = cell;
      return own;
    }),
    shaped: {
      ...before,
      taken: [...before.taken, ...told.taken],
      problems: [...before.problems, ...told.problems],
    },
  };
}
