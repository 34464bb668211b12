/** The account of the cells of all workbooks of an office. */
import type { Grid } from '../base/grid';
import type { Problem } from '../base/problem';
import type { Taken } from '../base/taken';
import type { Settings } from '../settings/settings';
import { cellAccounts, type SheetAccount } from '../tables/account/cell-account';
import { findSheet } from '../tables/find-sheet';
import { readForm } from '../tables/read-form';
import type { DepartmentFile } from './books/department-file';

/** The sheets of the hub, and the files of the 填报 folder with theirs. */
export interface OfficeGrids {
  readonly hub: readonly Grid[];
  readonly departments: readonly DepartmentFile[];
}

/** The accounts by sheet in the order of the workbooks, and an error at each cell nobody has said anything of. */
export interface OfficeAccounts {
  readonly accounts: readonly SheetAccount[];
  readonly problems: readonly Problem[];
}

/** What came of the cells, by what the readers took and the problems name. 设置 was read before all others. */
export function officeAccounts(
  { hub, departments }: OfficeGrids,
  read: readonly Taken[],
  problems: readonly Problem[],
  settings: Settings,
): OfficeAccounts {
  const first = settingsCells(hub, settings);
  const grids = [...hub, ...departments.flatMap((one) => one.grids ?? [])];
  const taken = [...first.taken, ...read];
  return cellAccounts(grids, taken, [...first.problems, ...problems]);
}

function settingsCells(
  hub: readonly Grid[],
  { reportYear, edition: { sheets, declared } }: Settings,
): { readonly taken: readonly Taken[]; readonly problems: readonly Problem[] } {
  const { grid } = findSheet(hub, sheets.settings, { file: '', required: false, declared });
  if (grid === null) return { taken: [], problems: [] };
  const { taken, problems, unknown } = readForm(grid, sheets.settings, { reportYear, declared });
  return { taken, problems: [...problems, ...unknown] };
}
