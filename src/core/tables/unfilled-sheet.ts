/** A sheet nobody has begun to fill in is one problem, not one for each of its cells. */
import { oncePer } from '../base/once-per';
import { sheetPlace } from '../base/place';
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
  return [unfilled(grid, sheet, blanks.length), ...problems.filter((problem) => !isBlank(problem))];
}

function isBlank({ code }: Problem): boolean {
  return code === requiredBlank;
}

/** Tells of one record of the sheet after the other whether the cells that people fill are blank. */
export const untouchedIn = oncePer(({ columns }: Table | Form): ((cells: Shown) => boolean) => {
  const open = Object.entries<Column>(columns).flatMap(([field, column]) => (column.open ? [field] : []));
  return (cells) => open.every((field) => (cells[field]?.shown ?? '').trim() === '');
});

function unfilled(grid: Grid, { title }: Table | Form, count: number): Problem {
  return {
    code: sheetUnfilled,
    level: 'error',
    place: sheetPlace(grid),
    actual: '',
    reason: `“${title}”还没有填写，缺${String(count)}个必填项`,
    expected: '请填写黄色格',
  };
}
