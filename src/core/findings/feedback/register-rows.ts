/** The sheet 督办登记 of the program's own workbook: what the office noted of papers itself. */
import type { Grid } from '../../base/grid';
import type { Result } from '../../base/problem';
import type { FeedbackRow } from '../../rows/rows';
import type { Settings } from '../../settings/settings';
import { findSheet } from '../../tables/find-sheet';
import { textOf, type Read } from '../../tables/read-row';
import { readTable } from '../../tables/read-table';
import { codeYear } from './matter-code';

/** A row; `place` is the cell of the code. */
export interface RegisterRow extends Omit<FeedbackRow, 'department' | 'closed'> {
  readonly settled: Read<boolean>;
}

/** The rows of the report year; those of other years stay where they are and say nothing. A row without a code is told. */
export function registerRows(
  grids: readonly Grid[],
  file: string,
  { edition, reportYear }: Pick<Settings, 'edition' | 'reportYear'>,
): Result<readonly RegisterRow[]> {
  const sheet = edition.sheets.feedbackRegister;
  const { declared } = edition;
  const { grid, problems } = findSheet(grids, sheet, { file, required: true, declared });
  if (grid === null) return { value: [], problems };
  const read = readTable(grid, sheet, { reportYear, declared });
  const rows = read.rows.flatMap(({ cells: { code, reply, ...cells } }): RegisterRow[] =>
    code.value === null ? [] : [{ ...cells, code: code.value, reply: textOf(reply), place: code.place }],
  );
  const value = rows.filter(({ code }) => (codeYear(code) ?? reportYear) === reportYear);
  return { value, problems: [...problems, ...read.problems] };
}
