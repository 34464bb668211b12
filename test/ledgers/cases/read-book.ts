/** Reads the workbook of a case as the office would, and shows it as the page 接入台账 does. */
import { makeDay } from '../../../src/core/base/day';
import type { Grid } from '../../../src/core/base/grid';
import type { IntakeSheet } from '../../../src/contract/intake';
import { confirmedRules, questionsOf } from '../../../src/core/rows/intake/questions';
import { workbookView } from '../../../src/core/rows/intake/workbook-view';
import { rowsFromGrids, type OfficeRows } from '../../../src/core/rows/rows-from-grids';
import type { Settings } from '../../../src/core/settings/settings';
import { settingsFromGrids } from '../../../src/core/settings/settings-from-grids';
import type { PlacedRule, Rule } from '../../../src/core/tables/rules/rule';
import { departmentsTable, editions, tasksTable } from '../../edition';
import { gridOf } from '../../core/grid-builder';
import { settingsGrid, tableGrid } from '../../core/office-builder';
import type { LedgerCase } from './read-case';

/** Whose the workbook is, as its name says. */
export function departmentOf({ file }: LedgerCase): string {
  return file.replace(/\.\w+$/u, '');
}

/** The settings of the case's year. */
export function settingsOfCase({ year }: LedgerCase): Settings {
  const hub = [hubSettings(year)];
  const { value } = settingsFromGrids(hub, editions, makeDay(year + 1, 1, 5) ?? '2025-01-05');
  if (value === null) throw new Error('the settings could not be read');
  return value;
}

function hubSettings(reportYear: number): Grid {
  return settingsGrid({ reportYear, outlineName: '某纲要', publicityPlan: '八五' });
}

/** The workbook read as the office would read it, with these rules. */
export function readWith(ledger: LedgerCase, settings: Settings, rules: readonly Rule[]): OfficeRows {
  const workbook = '总表.xlsx';
  const departments = ledger.departments.map((name, index) => ({
    id: `D${String(index + 1)}`,
    name: name.replace('*', ''),
    inGroup: name.endsWith('*') ? '是' : '否',
    active: '是',
  }));
  const tasks = ledger.tasks.map((line) => {
    const [id = '', section = '', title = '', lead = '', deadline = ''] = line.split('|');
    return { id, section, title, lead, deadline };
  });
  const hub = [
    hubSettings(ledger.year),
    tableGrid(departmentsTable, departments, { workbook }),
    ...(tasks.length === 0 ? [] : [tableGrid(tasksTable, tasks, { workbook })]),
  ];
  const { file } = ledger;
  const grids = ledger.sheets.map(({ name, rows, merges, hiddenRows }) =>
    gridOf(rows, { workbook: file, sheet: name, merges, hiddenRows }),
  );
  const placed = rules.map((rule): PlacedRule => ({ ...rule, place: { file: '列对应.xlsx' } }));
  return rowsFromGrids({ hub, departments: [{ file, grids }], rules: placed }, settings);
}

/** The sheets as the page 接入台账 shows them. */
export function viewOf({ file }: LedgerCase, read: OfficeRows, { edition }: Settings): readonly IntakeSheet[] {
  const problems = read.problems.filter(({ place }) => place.file === file);
  const grids = read.input.departments.flatMap((one) => one.grids ?? []);
  return workbookView({ file, grids, rows: read.value, taken: read.taken, problems }, edition);
}

/** What 接入台账 keeps when the workbook is confirmed as it is shown. */
export function keptRules(
  ledger: LedgerCase,
  read: OfficeRows,
  settings: Settings,
  answers: readonly Rule[],
): readonly Rule[] {
  const problems = read.problems.filter(({ place }) => place.file === ledger.file);
  if (problems.some(({ code }) => code === 'town-table')) return answers;
  return confirmedRules(viewOf(ledger, read, settings), answers, {
    department: departmentOf(ledger),
    ground: '',
    questions: questionsOf(problems),
  });
}
