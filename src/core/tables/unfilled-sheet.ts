/** A sheet nobody has begun to fill in is one problem, not one for each of its cells. */
import { oncePer } from '../base/once-per';
import { placeText, sheetPlace, type Place } from '../base/place';
import type { Grid } from '../base/grid';
import type { Problem } from '../base/problem';
import { requiredBlank } from './read-cell';
import type { Column, Form, Table } from './sheet';

/** The rule that tells of such a sheet. */
export const sheetUnfilled = 'sheet-unfilled';

/** What was read of one row, or of the one record a form is. */
export interface FilledRecord {
  /** The cells that people fill are blank. */
  readonly isUntouched: boolean;
  readonly problems: readonly Problem[];
}

type Shown = Readonly<Record<string, { readonly shown: string }>>;

/**
 * The problems of the records. When the cells that people fill are blank in all of them, the several required ones are
 * told as one, at the sheet; as soon as one cell is filled, each blank one is told by itself.
 */
export function problemsOf(grid: Grid, sheet: Table | Form, records: readonly FilledRecord[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (const record of records) if (record.problems.length > 0) problems.push(...record.problems);
  const blanks = problems.filter(isBlank);
  if (blanks.length < 2 || !records.every(({ isUntouched }) => isUntouched)) return problems;
  return [unfilled(sheetPlace(grid), sheet, blanks.length), ...problems.filter((problem) => !isBlank(problem))];
}

/** A row as it was read, of whatever columns. */
interface PlacedRow {
  readonly cells: Readonly<Record<string, { readonly shown: string; readonly place: Place }>>;
  readonly place: Place;
}

/** `told`: those of the rows that say nothing, and of which somebody has told elsewhere; `given`: the fields that have a column. */
interface RowsTold {
  readonly rows: readonly PlacedRow[];
  readonly told: ReadonlySet<PlacedRow>;
  readonly given: ReadonlySet<string>;
}

/** The problems without what is asked for in rows told elsewhere: their blank cells, and their share of a sheet nobody has begun. */
export function withoutTold(
  problems: readonly Problem[],
  table: Table,
  { rows, told, given }: RowsTold,
): readonly Problem[] {
  if (told.size === 0) return problems;
  const cells = new Set([...told].flatMap((row) => Object.values(row.cells).map(({ place }) => placeText(place))));
  const required = Object.entries(table.columns).flatMap(([field, column]) =>
    column.required && given.has(field) ? [field] : [],
  );
  const countBlank = (row: PlacedRow): number =>
    required.filter((field) => (row.cells[field]?.shown ?? '').trim() === '').length;
  return problems.flatMap((problem) => {
    const { code, place } = problem;
    if (code === requiredBlank) return cells.has(placeText(place)) ? [] : [problem];
    if (code !== sheetUnfilled) return [problem];
    const left = rows.filter((row) => isOnSheet(row, place) && !told.has(row));
    const count = left.map(countBlank).reduce((sum, one) => sum + one, 0);
    return count === 0 ? [] : [unfilled(place, table, count)];
  });
}

function isOnSheet({ place }: PlacedRow, { file, sheet }: Place): boolean {
  return place.file === file && place.sheet === sheet;
}

function isBlank({ code }: Problem): boolean {
  return code === requiredBlank;
}

/** Tells of one record of the sheet after the other whether the cells that people fill are blank. */
export const untouchedIn = oncePer(({ columns }: Table | Form): ((cells: Shown) => boolean) => {
  const open = Object.entries<Column>(columns).flatMap(([field, column]) => (column.open ? [field] : []));
  return (cells) => open.every((field) => (cells[field]?.shown ?? '').trim() === '');
});

function unfilled(place: Place, { title }: Table | Form, count: number): Problem {
  return {
    code: sheetUnfilled,
    level: 'error',
    place,
    actual: '',
    reason: `“${title}”还没有填写，缺${String(count)}个必填项`,
    expected: '请填写黄色格',
  };
}
