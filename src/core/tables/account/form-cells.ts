/** What the cells of a form's sheet were taken for, and those that stand where nobody reads. */
import { rowAt, shownAt, type Grid } from '../../base/grid';
import type { NamedRole, Taken } from '../../base/taken';
import { isBlankText, normalised } from '../../base/text';
import type { Label } from '../form-labels';
import { isNumbering, type RowSigns } from '../other-rows/row-signs';
import type { Column, Form } from '../sheet';
import { onlyFilled } from '../table-layout';
import type { At } from './stray-cells';

/** The lines of a form that were found, by field: the first of each was read. */
export type FormLines = ReadonlyMap<string, readonly Label[]>;

interface FormCells {
  readonly taken: readonly Taken[];
  readonly stray: readonly At[];
}

/** Labels, values, explanations, titles and lines to be read; `strange` are the labels a problem names. */
export function formCells(
  grid: Grid,
  form: Form,
  { lines, strange }: { readonly lines: FormLines; readonly strange: readonly Label[] },
  { lineHeading }: RowSigns,
): FormCells {
  const labels = [...lines].flatMap(([field, found]) =>
    found.map((label, index) => ({ ...label, field, isRead: index === 0 })),
  );
  const lined = new Map(labels.map((label) => [label.row, label]));
  const told = new Set(strange.map(({ row }) => row));
  const rest = grid.rows.map((cells, row): readonly RestCell[] => {
    const label = lined.get(row);
    if (label !== undefined) return besideLine(cells, { row, label, column: form.columns[label.field] });
    return told.has(row) ? cellsFrom(cells, row, 2, null) : otherCells(grid, row, lineHeading);
  });
  const title = rest.flat().find(({ role }) => role === 'title');
  const named = rest
    .flat()
    .map((one) => (one.role === 'title' && one !== title ? { ...one, role: 'note' as const } : one));
  const taken = (role: Taken['role'], { row, column }: At): Taken => ({ grid, role, rows: [row], columns: [column] });
  return {
    taken: [
      ...labels.map((label) => taken('header', label)),
      ...labels.filter(({ isRead }) => isRead).map(({ row, column }) => taken('used', { row, column: column + 1 })),
      ...named.flatMap(({ role, ...at }) => (role === null ? [] : [taken(role, at)])),
    ],
    stray: named.filter(({ role }) => role === null),
  };
}

/** A cell that is neither label nor value; null where it is nothing known. */
interface RestCell extends At {
  readonly role: NamedRole | null;
}

type Cells = Grid['rows'][number];

function cellsFrom(cells: Cells, row: number, from: number, role: RestCell['role']): readonly RestCell[] {
  return cells.flatMap((cell, column) =>
    cell === undefined || column < from || isBlankText(cell.shown) ? [] : [{ row, column, role }],
  );
}

/** What stands in the line of a label beside its value: the explanation the program writes there. */
function besideLine(
  cells: Cells,
  { row, label, column: line }: { readonly row: number; readonly label: Label; readonly column: Column | undefined },
): readonly RestCell[] {
  return cellsFrom(cells, row, 0, null)
    .filter(({ column }) => column !== label.column && column !== label.column + 1)
    .map((one) => ({ ...one, role: roleBeside(cells[one.column]?.shown ?? '', one.column < label.column, line) }));
}

/** Before the label stands the number of its line, behind the value its explanation. */
function roleBeside(shown: string, isBefore: boolean, line: Column | undefined): NamedRole | null {
  if (isBefore && isNumbering(shown)) return 'number';
  return isHint(shown, line) ? 'note' : null;
}

/** A text alone in its row, or the row that says what stands in which column. */
function otherCells(grid: Grid, row: number, lineHeading: RegExp): readonly RestCell[] {
  const cells = rowAt(grid, row);
  if ([0, 1].some((column) => lineHeading.test(normalised(shownAt(grid, row, column)))))
    return cellsFrom(cells, row, 0, 'header');
  const isText = cells[onlyFilled(cells) ?? -1]?.kind === 'text';
  return cellsFrom(cells, row, 0, isText ? 'title' : null);
}

/** The explanation the program writes beside a line. */
function isHint(shown: string, column: Column | undefined): boolean {
  return column !== undefined && column.help !== '' && shown.startsWith(column.help);
}
