/** Cells of columns that an edition adds to a sheet of the program: shown and printed, with no meaning for any rule. */
import { shapes, type SheetName } from './shapes';
import type { Place } from '../base/place';
import type { Columns } from '../tables/sheet';
import type { Read } from '../tables/read-row';

/** What stands in such a cell; empty where it is blank or could not be read. */
interface ExtraCell {
  readonly text: string;
  readonly place: Place;
}

/** Header → cell. */
export type ExtraCells = Readonly<Record<string, ExtraCell>>;

/** The columns of the sheet whose fields the program does not know, as field and header. */
export function extraColumns(
  sheet: SheetName,
  columns: Columns,
): readonly (readonly [field: string, header: string])[] {
  return Object.entries(columns)
    .filter(([field]) => !(field in shapes[sheet].fields))
    .map(([field, { header }]) => [field, header]);
}

/** The cells of those columns in one row. */
export function extraCells(
  cells: Readonly<Record<string, Read<unknown>>>,
  columns: ReturnType<typeof extraColumns>,
): ExtraCells {
  return Object.fromEntries(
    columns.flatMap(([field, header]) => {
      const read = cells[field];
      return read === undefined
        ? []
        : [[header, { text: read.value === null ? '' : read.shown.trim(), place: read.place }]];
    }),
  );
}
