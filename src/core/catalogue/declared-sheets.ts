/** Which sheets a workbook of each kind may hold. */
import { coverForm, figuresTable, progressTable, suggestionsTable } from './department-sheets';
import { casesTable, publicityTable, teamForm, trainingTable } from './detail-sheets';
import { departmentsTable, holidaysTable, narrativesTable, tasksTable } from './hub-sheets';
import { indicatorsTable, weakAreasTable } from './indicator-sheets';
import { publishedTable } from './published-sheet';
import { settingsForm } from './settings-form';
import type { Form, Table } from '../tables/sheet';

/** What the hub holds. */
export const hubDeclarations: readonly (Table | Form)[] = [
  settingsForm,
  departmentsTable,
  tasksTable,
  indicatorsTable,
  weakAreasTable,
  narrativesTable,
  holidaysTable,
  publishedTable,
];

/** What a department's workbook may hold. */
export const departmentDeclarations: readonly (Table | Form)[] = [
  coverForm,
  progressTable,
  figuresTable,
  teamForm,
  trainingTable,
  publicityTable,
  casesTable,
  suggestionsTable,
];

/** All tables of all workbooks. */
export const declaredTables: readonly Table[] = [...hubDeclarations, ...departmentDeclarations].filter(
  (one) => one.kind === 'table',
);
