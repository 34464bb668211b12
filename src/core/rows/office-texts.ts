/** The hub's sheets of paragraphs and days: 综述素材, 节假日; and how a sheet of the hub is read. */
import type { Grid } from '../base/grid';
import type { Place } from '../base/place';
import type { Result } from '../base/problem';
import type { Taken } from '../base/taken';
import { findSheet } from '../tables/find-sheet';
import type { Edition } from '../edition/edition';
import { holidayWords } from '../edition/choice-words';
import type { Settings } from '../settings/settings';
import { textOf } from '../tables/read-row';
import { readTable, type TableContext, type TableRow } from '../tables/read-table';
import type { Columns, Table } from '../tables/sheet';
import type { HolidayRow, Narrative } from './rows';

/** Where a sheet is looked for, and by which words. */
export interface Source {
  readonly grids: readonly Grid[];
  readonly file: string;
  readonly reportYear: number;
  readonly edition: Edition;
}

/** A workbook as such a place. */
export function textSource(
  { grids, file }: Pick<Source, 'grids' | 'file'>,
  { reportYear, edition }: Pick<Settings, 'reportYear' | 'edition'>,
): Source {
  return { grids, file, reportYear, edition };
}

/** The office's own paragraphs, by section and order; one without section or text was listed. */
export function narratives(hub: Source): Result<readonly Narrative[]> {
  const { rows, problems, taken } = rowsOf(hub, hub.edition.sheets.narratives, false, { carried: ['section'] });
  const value = rows.flatMap(({ cells, place }, index) =>
    cells.section.value === null || cells.text.value === null
      ? []
      : {
          section: cells.section.value,
          order: cells.order.value ?? index + 1,
          text: cells.text.value,
          condition: textOf(cells.condition),
          source: textOf(cells.source),
          place,
        },
  );
  return { value, problems, taken };
}

/** The days the office set free or made working days. */
export function holidays(hub: Source): Result<readonly HolidayRow[]> {
  const { rows, problems, taken } = rowsOf(hub, hub.edition.sheets.holidays, false);
  const value = rows.flatMap(({ cells }) =>
    cells.day.value === null || cells.mark.value === null
      ? []
      : { day: cells.day.value, off: cells.mark.value === holidayWords.off },
  );
  return { value, problems, taken };
}

/** The rows of a sheet found by its title; `missing` when there is none, a problem only where it is required. */
export function rowsOf<C extends Columns>(
  source: Source,
  table: Table<C>,
  required: boolean,
  more: Omit<TableContext<C>, 'reportYear' | 'declared'> = {},
): {
  readonly rows: readonly TableRow<C>[];
  readonly problems: Result<unknown>['problems'];
  readonly taken: readonly Taken[];
  /** Rows that say 无 and nothing else. */
  readonly none: readonly Place[];
  readonly missing: boolean;
} {
  const { file, reportYear, edition } = source;
  const { declared } = edition;
  const { grid, problems } = findSheet(source.grids, table, { file, required, declared });
  if (grid === null) return { rows: [], problems, taken: [], none: [], missing: true };
  const read = readTable(grid, table, { ...more, reportYear, declared });
  const { rows, taken, none } = read;
  return { rows, problems: [...problems, ...read.problems], taken, none, missing: false };
}
