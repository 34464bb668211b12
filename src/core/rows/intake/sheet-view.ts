/** What is shown of a sheet: its cells, rows and columns, and what each is taken for. */
import type { End } from '../../tables/account/cell-account';

/** One cell: what stands there, what became of it, and where it was not read or is doubtful, why. */
export interface CellView {
  readonly text: string;
  readonly end: End | 'blank';
  /** The heaviest problem at the cell; empty for none. */
  readonly why: string;
  /** A word for a state that nobody knows. */
  readonly isStatus: boolean;
}

/** One row; `code` is the task or indicator it speaks of, null where none; `name` is what a rule calls it, empty where none can. */
export interface RowView {
  /** As people count. */
  readonly row: number;
  readonly role: End | 'mixed';
  readonly name: string;
  readonly code: string | null;
  readonly cells: readonly CellView[];
}

/** One column: its header, and what it is taken for; null where nobody knows it, `leftWord` where it is not to be read. */
export interface ColumnView {
  readonly at: number;
  readonly letter: string;
  readonly header: string;
  readonly as: string | null;
  /** What told it: 列对应, the header itself, or another name of it. */
  readonly by: 'mapping' | 'header' | 'synonym' | 'usage' | 'shared' | null;
}

/** One sheet, or one of several tables on it. */
export interface SheetView {
  readonly sheet: string;
  /** What it is taken for; null where it is not read, `leftWord` where that was said. */
  readonly as: string | null;
  readonly by: 'mapping' | 'name' | 'usage' | 'header' | null;
  /** What an unread sheet is most like; null for nothing. */
  readonly likely: string | null;
  /** The row of the header as people count; null for none. */
  readonly headerRow: number | null;
  /** What names a row here: tasks, indicators or nothing. */
  readonly rowsAre: 'tasks' | 'indicators' | null;
  readonly columns: readonly ColumnView[];
  readonly rows: readonly RowView[];
  /** Rows that are not shown: each is read as those above it. */
  readonly more: number;
  readonly counts: { readonly filled: number; readonly used: number; readonly listed: number; readonly unread: number };
}
