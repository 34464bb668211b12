/** The account of the cells of all workbooks of an office. */
import type { Grid } from '../base/grid';
import type { Problem } from '../base/problem';
import type { Taken } from '../base/taken';
import type { Settings } from '../settings/settings';
import { cellAccounts, type SheetAccount } from '../tables/account/cell-account';
import type { PlacedRule } from '../tables/rules/rule';
import type { DepartmentFile } from './books/department-file';

/** The sheets of the hub, and the files of the 填报 folder with theirs. */
export interface OfficeGrids {
  readonly hub: readonly Grid[];
  readonly departments: readonly DepartmentFile[];
  /** What was confirmed of the departments' own workbooks. */
  readonly rules?: readonly PlacedRule[];
}

/** The accounts by sheet in the order of the workbooks, and an error at each cell nobody has said anything of. */
export interface OfficeAccounts {
  readonly accounts: readonly SheetAccount[];
  readonly problems: readonly Problem[];
}

/** What came of the cells, by what the readers took and the problems name. 设置 was read before all others. */
export function officeAccounts(
  { hub, departments }: OfficeGrids,
  taken: readonly Taken[],
  problems: readonly Problem[],
  { read }: Pick<Settings, 'read'>,
): OfficeAccounts {
  const grids = [...hub, ...departments.flatMap((one) => one.grids ?? [])];
  return cellAccounts(grids, [...(read.taken ?? []), ...taken], [...read.problems, ...problems]);
}
