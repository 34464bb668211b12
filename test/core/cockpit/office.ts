/** Small offices written out by hand, and the cockpit that follows from them. */
import type { Cockpit } from '../../../src/contract/cockpit';
import { holidayTable } from '../../../src/core/base/holiday-table';
import { makeCalendar } from '../../../src/core/base/working-days';
import { cockpitFrom, type CockpitInput } from '../../../src/core/cockpit/cockpit';
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { dueItems } from '../../../src/core/reminders/due-items';
import { toldAreas } from '../../../src/core/report/told-areas';
import { departmentItems } from '../../../src/core/rows/department-items';
import type { DepartmentFile } from '../../../src/core/rows/books/department-file';
import { rowsFromGrids } from '../../../src/core/rows/rows-from-grids';
import type { Settings } from '../../../src/core/settings/settings';
import type { progressTable, tasksTable } from '../../edition';
import { departmentGrids, hubGrids, settingsOf, taskRecord, type RecordInput } from '../office-builder';

type Progress = readonly RecordInput<typeof progressTable.columns>[];

/** A file of a department with these lines of 任务进展. */
export function fileOf(name: string, progress: Progress): DepartmentFile {
  return { file: `${name}.xlsx`, grids: departmentGrids(name, progress) };
}

interface Office {
  readonly tasks: readonly RecordInput<typeof tasksTable.columns>[];
  readonly files: readonly DepartmentFile[];
  readonly settings?: Partial<Settings>;
  readonly more?: Partial<CockpitInput>;
}

export function cockpitOf(office: Office): Cockpit {
  return cockpitFrom(inputOf(office));
}

/** As of 2022-09-30 unless the settings say otherwise. */
export function inputOf({ tasks, files, settings: own = {}, more = {} }: Office): CockpitInput {
  const settings: Settings = { ...settingsOf(), asOf: '2022-09-30', today: '2022-09-30', ...own };
  const { value: rows, problems: ofRows } = rowsFromGrids(
    { hub: hubGrids(tasks.map(taskRecord)), departments: files },
    settings,
  );
  const { value: findings, problems: ofFindings } = findingsFromRows(rows, settings, []);
  const problems = [...ofRows, ...ofFindings];
  const items = departmentItems(problems, rows);
  const due = dueItems({ rows, settings, findings, departmentItems: items }, makeCalendar(holidayTable, rows.holidays));
  return {
    ...{ settings, rows, findings, problems, items },
    areas: toldAreas(findings, rows, settings).value,
    due: due.value,
    ledger: [],
    feedback: [],
    history: [],
    ...more,
  };
}
