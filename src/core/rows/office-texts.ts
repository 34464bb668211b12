/** The hub's sheets of paragraphs and days: 综述素材, 节假日; and how a sheet of the hub is read. */
import type { Grid } from '../base/grid';
import type { Place } from '../base/place';
import type { Result } from '../base/problem';
import type { Taken } from '../base/taken';
import { findSheet, findSheets, type FoundSheets } from '../tables/find-sheet';
import type { Edition } from '../edition/edition';
import { holidayWords } from '../edition/choice-words';
import type { Settings } from '../settings/settings';
import { textOf } from '../tables/read-row';
import type { TableContext } from '../tables/read-line';
import { readRows, type Keeping, type TableRow } from '../tables/read-table';
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

/** What is told of the rows of a kind of sheet. */
interface SheetRows<T> {
  readonly rows: readonly T[];
  readonly problems: Result<unknown>['problems'];
  readonly taken: readonly Taken[];
  /** Rows that say 无 and nothing else. */
  readonly none: readonly Place[];
  readonly missing: boolean;
  /** Fields that have a column. */
  readonly columns: ReadonlySet<string>;
}

type More<C extends Columns> = Omit<TableContext<C>, 'reportYear' | 'declared'>;

/** The rows of a sheet found by its title; `missing` when there is none, a problem only where it is required. */
export function rowsOf<C extends Columns>(
  source: Source,
  table: Table<C>,
  required: boolean,
  more: More<C> = {},
): SheetRows<TableRow<C>> {
  const { file, edition } = source;
  const { grid, problems } = findSheet(source.grids, table, { file, required, declared: edition.declared });
  return rowsTogether(source, table, { grids: grid === null ? [] : [grid], problems }, { ...more, keep: whole });
}

/** The same of a kind of which a workbook may have several sheets, together. */
export function rowsOfAll<C extends Columns>(
  source: Source,
  table: Table<C>,
  required: boolean,
  more: More<C> = {},
): SheetRows<TableRow<C>> {
  return keptRowsOfAll(source, table, required, { ...more, keep: whole });
}

/** The same, but of each row nothing stays beside what is kept of it. */
export function keptRowsOfAll<C extends Columns, T>(
  source: Source,
  table: Table<C>,
  required: boolean,
  more: More<C> & Keeping<C, T>,
): SheetRows<T> {
  const { file, edition } = source;
  const found = findSheets(source.grids, table, { file, required, declared: edition.declared });
  return rowsTogether(source, table, found, more);
}

/** The sheets of such a kind, each read by itself with what `moreOf` says of it. */
export function rowsOfEach<C extends Columns>(
  source: Source,
  table: Table<C>,
  required: boolean,
  moreOf: (grid: Grid) => More<C>,
): Pick<FoundSheets, 'problems'> & { readonly read: readonly (SheetRows<TableRow<C>> & { readonly grid: Grid })[] } {
  const { file, edition } = source;
  const { grids, problems } = findSheets(source.grids, table, { file, required, declared: edition.declared });
  const read = grids.map((grid) => {
    const one = { grids: [grid], problems: [] };
    return { grid, ...rowsTogether(source, table, one, { ...moreOf(grid), keep: whole }) };
  });
  return { problems, read };
}

function whole<T>(row: T): T {
  return row;
}

/** What most kinds of sheets are in most workbooks. */
const noSheet = { rows: [], taken: [], none: [], missing: true, columns: new Set<string>() } as const;

function rowsTogether<C extends Columns, T>(
  { reportYear, edition }: Source,
  table: Table<C>,
  { grids, problems }: Pick<FoundSheets, 'grids' | 'problems'>,
  more: More<C> & Keeping<C, T>,
): SheetRows<T> {
  if (grids.length === 0) return { ...noSheet, problems };
  const read = grids.map((grid) => readRows(grid, table, { ...more, reportYear, declared: edition.declared }));
  const segments = read.flatMap(({ layout }) => layout.segments);
  const [only] = read;
  // There may be a hundred thousand rows: those of one sheet are not copied.
  const rows = read.length === 1 && only !== undefined ? only.rows : read.flatMap((one) => one.rows);
  return {
    rows,
    problems: [...problems, ...read.flatMap((one) => one.problems)],
    taken: read.flatMap(({ taken }) => taken),
    none: read.flatMap(({ none }) => none),
    missing: false,
    columns: new Set(segments.flatMap(({ found }) => [...found.columns.keys()])),
  };
}
