/** A table that is list of tasks and progress in one, as many offices keep for the whole town. */
import { mappedName } from '../../base/mapping';
import type { Grid } from '../../base/grid';
import { bareName, headerKey, nameKey } from '../../base/text';
import { dittoIn } from '../../cells/ditto';
import type { Edition } from '../../edition/edition';
import type { ColumnsOf } from '../../edition/shapes';
import type { Settings } from '../../settings/settings';
import { findHeader } from '../../tables/find-header';
import { candidateSheets } from '../../tables/usages/sheet-candidates';
import { readTable, type ReadTable } from '../../tables/read-table';
import type { Table } from '../../tables/sheet';
import type { DepartmentFile } from '../books/department-file';
import type { Directory } from '../department-names';

/** What it tells of a task beside what the list tells. */
export type TownColumns = ColumnsOf<'tasks'> & Omit<ColumnsOf<'progress'>, 'taskId' | 'title' | 'deadline'>;

/** The table as it was found; `file` is null where it stands in the hub. */
export interface TownTable {
  readonly grid: Grid;
  readonly file: DepartmentFile | null;
  /** It lists the tasks and does not say how they stand, as 任务分解表 does. */
  readonly isPlan: boolean;
  readonly read: ReadTable<TownColumns>;
}

const tables = new WeakMap<Edition, Table<TownColumns>>();

/** A list of tasks with the columns of their progress. */
export function townTable(edition: Edition): Table<TownColumns> {
  const before = tables.get(edition);
  if (before !== undefined) return before;
  const { tasks, progress } = edition.sheets;
  const { taskId, title, deadline, ...told } = progress.columns;
  const left = [taskId, title, deadline].length;
  const status = { ...told.status, required: false };
  const table = {
    ...tasks,
    usages: left > 0 ? [...tasks.usages, ...progress.usages] : [],
    columns: { ...tasks.columns, ...told, status },
  };
  tables.set(edition, table);
  return table;
}

/** What tells that a table says how its tasks stand. */
const progressFields = ['status', 'percent', 'doneOn', 'text'] as const;

/** The town's table among the files that are no department's, or else in the hub; null where there is none. */
export function findTownTable(
  hub: readonly Grid[],
  files: readonly DepartmentFile[],
  directory: Directory,
  settings: Settings,
): TownTable | null {
  const { edition } = settings;
  const { cover } = edition.sheets;
  const strange = files.filter(({ file, grids }) => {
    if (grids === null || directory.find(bareName(file)) !== null) return false;
    return candidateSheets(grids, cover, edition.declared).found.length === 0;
  });
  const places = [
    ...strange.flatMap((file) => (file.grids ?? []).map((grid) => ({ grid, file }))),
    ...hub.filter((grid) => isTasksSheet(grid, edition)).map((grid) => ({ grid, file: null })),
  ];
  const tables = places.filter(
    ({ grid, file }) => !grid.hidden && (file === null ? isTownTable : isTownList)(grid, edition),
  );
  const telling = tables.filter(({ grid }) => isTownTable(grid, edition));
  const found = telling.length > 0 ? telling : tables;
  const [first] = found;
  if (first === undefined || found.length > 1) return null;
  const { reportYear } = settings;
  const carried = ['section', 'lead'] as const;
  return {
    ...first,
    isPlan: telling.length === 0,
    read: readTable(first.grid, townTable(edition), { reportYear, declared: edition.declared, carried }),
  };
}

/** A sheet of the hub that is none of its others. */
function isTasksSheet(grid: Grid, { declared, sheets }: Edition): boolean {
  if (mappedName(grid.mapping, null, headerKey(grid.sheet)) === sheets.tasks.title) return true;
  const others = declared.hub.filter((one) => one !== sheets.tasks);
  return others.every((one) => !candidateSheets([grid], one, declared).found.includes(grid));
}

/** It names tasks of several units; one unit's own table names one. */
export function isTownList(grid: Grid, edition: Edition): boolean {
  const found = findHeader(grid, townTable(edition), edition.declared);
  const lead = found?.columns.get('lead');
  if (found === null || lead === undefined || !found.columns.has('title')) return false;
  const leads = grid.rows.slice(found.headerRow + 1).flatMap((row) => {
    const cell = row[lead];
    return cell === undefined || dittoIn(cell) !== null ? [] : nameKey(cell.shown);
  });
  return new Set(leads.filter((name) => name !== '')).size > 1;
}

/** Such a list that also says how the tasks stand. */
function isTownTable(grid: Grid, edition: Edition): boolean {
  const found = findHeader(grid, townTable(edition), edition.declared);
  return progressFields.some((field) => found?.columns.has(field)) && isTownList(grid, edition);
}
