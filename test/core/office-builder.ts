/** Sheets of the hub and of departments' workbooks for tests, from the declarations and a few records. */
import type { Grid } from '../../src/core/base/grid';
import {
  coverForm,
  departmentsTable,
  editions,
  figuresTable,
  progressTable,
  settingsForm,
  tasksTable,
} from '../edition';
import type { Columns, Form, Table } from '../../src/core/tables/sheet';
import { settingsFromGrids } from '../../src/core/settings/settings-from-grids';
import type { Settings } from '../../src/core/settings/settings';
import { gridOf, type CellInput } from './grid-builder';

/** Values by field name; fields that are left out stay blank. */
export type RecordInput<C extends Columns> = { readonly [F in keyof C]?: CellInput } & Readonly<
  Record<string, CellInput | undefined>
>;

type GridMore = Partial<Omit<Grid, 'rows'>>;

/** Row number (as a person counts) of the first record in `tableGrid`. */
export const firstRow = 4;

/** A sheet as it is made: heading, help, header, records. */
export function tableGrid<C extends Columns>(
  table: Table<C>,
  records: readonly RecordInput<C>[],
  more: GridMore = {},
): Grid {
  const columns = Object.entries(table.columns);
  const lines = records.map((record) => columns.map(([field]) => record[field] ?? null));
  const rows = [[table.title], [table.help], columns.map(([, column]) => column.header), ...lines];
  return gridOf(rows, { sheet: table.title, ...more });
}

/** A form as it is made: heading, help, header, one line for each field. */
export function formGrid<C extends Columns>(form: Form<C>, values: RecordInput<C>, more: GridMore = {}): Grid {
  const lines = Object.entries(form.columns).map(([field, column]) => [`${column.header}*`, values[field] ?? null]);
  return gridOf([[form.title], [form.help], ['项目（* 必填）', '填写', '说明'], ...lines], {
    sheet: form.title,
    ...more,
  });
}

/** The settings of a small town in 2022. */
export function settingsGrid(more: RecordInput<typeof settingsForm.columns> = {}): Grid {
  const outlineName = '法治政府建设实施纲要（2021－2025年）';
  const named = more.reportYear === undefined ? { publicityPlan: '八五', outlineName } : {};
  const names = { town: '某镇', partyName: '中共某镇委员会', governmentName: '某镇人民政府' };
  const values = { reportYear: 2022, superior: '县委、县政府', ...names, ...named };
  return formGrid(settingsForm, { ...values, villages: 30, ...more }, { workbook: '总表.xlsx' });
}

/** No task of the year is still open on it. */
const afterTheYear = '2023-01-02';

/** Those settings, read on a day after the year. */
export function settingsOf(more: RecordInput<typeof settingsForm.columns> = {}): Settings {
  const { value } = settingsFromGrids([settingsGrid(more)], editions, afterTheYear);
  if (value === null) throw new Error('the settings could not be read');
  return value;
}

/** A hub of two departments, 司法所 (an enforcer) and 综治中心, with the tasks given. */
export function hubGrids(tasks: readonly RecordInput<typeof tasksTable.columns>[]): readonly Grid[] {
  const workbook = '总表.xlsx';
  const departments = [
    { id: 'D01', name: '司法所', aliases: '司法办、法治办', kind: '派出', inGroup: '是', active: '是' },
    { id: 'D02', name: '综治中心', aliases: '综治办', kind: '内设', inGroup: '否', active: '是' },
  ];
  return [
    settingsGrid(),
    tableGrid(departmentsTable, departments, { workbook }),
    tableGrid(tasksTable, tasks, { workbook }),
  ];
}

/** A task of the hub with all that is required. */
export function taskRecord(more: RecordInput<typeof tasksTable.columns>): RecordInput<typeof tasksTable.columns> {
  return { id: 'A-01', section: '组织领导', title: '任务', lead: '司法所', deadline: '2022-06-30', ...more };
}

/** A department's workbook of 2022 with cover, progress and figures. */
export function departmentGrids(
  name: string,
  progress: readonly RecordInput<typeof progressTable.columns>[],
  figures: readonly RecordInput<typeof figuresTable.columns>[] = [],
): readonly Grid[] {
  const workbook = `${name}.xlsx`;
  return [
    formGrid(coverForm, { department: name, reportYear: 2022 }, { workbook }),
    tableGrid(progressTable, progress, { workbook }),
    tableGrid(figuresTable, figures, { workbook }),
  ];
}
