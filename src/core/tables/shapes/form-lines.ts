/** The lines a form comes to, however it is laid out. */
import type { Cell, CellAt } from '../../base/grid';
import type { Problem } from '../../base/problem';
import type { ShapedCell } from './shaped-grid';

/** One line of a form: its label, its value, and where both stand. */
export interface FormLine {
  readonly label: string;
  readonly value: Cell;
  readonly labelAt: CellAt;
  readonly valueAt: CellAt;
}

/** The lines a sheet comes to, and what became of its other cells. */
export interface FormLines {
  readonly lines: readonly FormLine[];
  readonly taken: readonly ShapedCell[];
  readonly problems: readonly Problem[];
}
