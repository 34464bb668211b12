/** Sheets that nobody reads: one that was renamed would otherwise be lost without a word. */
import type { Grid } from '../base/grid';
import type { Problem } from '../base/problem';
import { coverForm, figuresTable, progressTable, suggestionsTable } from '../catalogue/department-sheets';
import { casesTable, publicityTable, teamForm, trainingTable } from '../catalogue/detail-sheets';
import { findSheet } from '../catalogue/find-sheet';
import { departmentsTable, holidaysTable, narrativesTable, tasksTable } from '../catalogue/hub-sheets';
import { indicatorsTable, weakAreasTable } from '../catalogue/indicator-sheets';
import { settingsForm } from '../catalogue/settings-form';

interface Named {
  readonly title: string;
  readonly synonyms: readonly string[];
}

/** What the hub holds. */
export const hubDeclarations: readonly Named[] = [
  settingsForm,
  departmentsTable,
  tasksTable,
  indicatorsTable,
  weakAreasTable,
  narrativesTable,
  holidaysTable,
];

/** What a department's workbook may hold. */
export const departmentDeclarations: readonly Named[] = [
  coverForm,
  progressTable,
  figuresTable,
  teamForm,
  trainingTable,
  publicityTable,
  casesTable,
  suggestionsTable,
];

/** One line for each filled sheet that bears no known title; a doubt where a known one is not there. */
export function unknownSheets(grids: readonly Grid[], declared: readonly Named[]): readonly Problem[] {
  const isOf = (grid: Grid, one: Named): boolean => findSheet([grid], one, grid.workbook, false).grid !== null;
  const absent = declared.filter((one) => !grids.some((grid) => isOf(grid, one)));
  return grids
    .filter((grid) => isFilled(grid) && !declared.some((one) => isOf(grid, one)))
    .map((grid) => ({
      code: 'sheet-unknown',
      level: absent.length === 0 ? 'note' : 'doubt',
      place: { file: grid.workbook, sheet: grid.sheet },
      actual: grid.sheet,
      reason: `不认识工作表“${grid.sheet}”，没有读取`,
      expected:
        absent.length === 0
          ? '与填报无关的不用管'
          : `如果它就是“${absent.map(({ title }) => title).join('”或“')}”，请改回原名`,
    }));
}

function isFilled(grid: Grid): boolean {
  return grid.rows.some((row) => row.some((cell) => cell !== undefined && cell.shown !== ''));
}
