/** Where cells of a turned sheet stand in the file: what was read of it is told by the places people see. */
import type { CellAt, Grid } from '../../base/grid';
import { cellName, type Place } from '../../base/place';
import type { Problem } from '../../base/problem';
import type { CellSpan, Taken } from '../../base/taken';
import { shapedOf, type Shaped } from './shaped-grid';

/** What was done with the cells of a shaped grid before it was read, told of the sheet as it is. */
export function shapedTaken(grid: Grid): readonly Taken[] {
  return shapedOf(grid).taken.map(({ role, row, column }) => ({ grid, role, rows: [row], columns: [column] }));
}

type Origins = NonNullable<Shaped['origins']>;

/** The place on the sheet as it is. */
export function originalPlace(grid: Grid): (place: Place) => Place {
  const { origins } = shapedOf(grid);
  if (origins === null) return (place) => place;
  return (place) => {
    const at = place.cell === undefined ? undefined : originOf(origins, place.cell);
    return at === undefined ? place : { ...place, cell: cellName(at.row, at.column) };
  };
}

function originOf(origins: Origins, name: string): CellAt | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(name) ?? [];
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return origins[Number(digits) - 1]?.[column];
}

/** The problems at the places on the sheet as it is. */
export function originalProblems(grid: Grid, problems: readonly Problem[]): readonly Problem[] {
  const { origins } = shapedOf(grid);
  if (origins === null) return problems;
  const placed = originalPlace(grid);
  return problems.map(({ covers, ...problem }) => ({
    ...problem,
    place: placed(problem.place),
    ...(covers && { covers: covers.flatMap((span) => originalSpans(origins, span)) }),
  }));
}

function originalSpans(origins: Origins, { sheet, ...span }: CellSpan): readonly CellSpan[] {
  return origins.slice(span.startRow, span.endRow).flatMap((cells) =>
    cells.slice(span.startColumn, span.endColumn).flatMap((at) => {
      if (at === undefined) return [];
      const { row, column } = at;
      return [{ sheet, startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 }];
    }),
  );
}

/** What the cells were taken for, on the sheet as it is. */
export function originalTaken(grid: Grid, taken: readonly Taken[]): readonly Taken[] {
  const { origins } = shapedOf(grid);
  if (origins === null) return taken;
  return taken.flatMap((one) =>
    one.rows.flatMap((row) =>
      (one.columns ?? (origins[row] ?? []).map((_, column) => column)).flatMap((column) => {
        const at = origins[row]?.[column];
        return at === undefined ? [] : [{ ...one, rows: [at.row], columns: [at.column] }];
      }),
    ),
  );
}
