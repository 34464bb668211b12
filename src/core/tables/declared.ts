/** What may stand in the workbooks, and the words their cells are read by. */
import { oncePer } from '../base/once-per';
import type { CellWords } from '../cells/readings';
import type { Form, Table, ThingRegister } from './sheet';
import type { FigureLine, FiguresTable } from './shapes/figure-lines';

export interface Declared {
  /** What the hub may hold. */
  readonly hub: readonly (Table | Form)[];
  /** What a department's workbook may hold. */
  readonly department: readonly (Table | Form)[];
  readonly words: CellWords;
  /** The table of figures, which departments also keep with months or with indicators across, and what is asked in it. */
  readonly figures: FiguresTable;
  readonly lines: readonly FigureLine[];
  /** Registers of which rows and marks are counted. */
  readonly registers: readonly ThingRegister[];
  /** Tables whose records may be merged over several rows, by the fields that name a record. */
  readonly tasks: readonly { readonly table: Table; readonly keys: readonly string[] }[];
}

/** The tables among what a workbook may hold; the same list each time. */
export const tablesAmong = oncePer((sheets: readonly (Table | Form)[]): readonly Table[] =>
  sheets.filter((one) => one.kind === 'table'),
);

/** All tables of all workbooks; the same list each time. */
export const tablesOf = oncePer(({ hub, department }: Declared): readonly Table[] => [
  ...tablesAmong(hub),
  ...tablesAmong(department),
]);

/** What reading depends on beside the sheet itself. */
export interface ReadingContext {
  readonly reportYear: number;
  readonly declared: Declared;
  /** Names of departments that a remark beside a status may hold. */
  readonly names?: readonly string[];
}
