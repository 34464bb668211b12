/** The edition the tests run with, as the build compiled it, and its parts by name. */
import { readFileSync } from 'node:fs';
import type { DetailSheet, Edition } from '../src/core/edition/edition';
import { openEditions, type Editions } from '../src/core/edition/open-edition';
import type { ReadingContext } from '../src/core/tables/declared';
import type { Column, Columns, Form, Table } from '../src/core/tables/sheet';

/** All editions of the bundle; the build must have run. */
export const editions: Editions = openEditions(
  JSON.parse(readFileSync('build/out/editions/all.json', 'utf8')) as string[],
);

/** The first edition of the bundle. */
export const ruleOfLaw: Edition = opened(editions.names[0] ?? '');

/** The second one. */
export const workSafety: Edition = opened('安全生产');

/** Reading in the year the tests are about. */
export const reading2022: ReadingContext = { reportYear: 2022, declared: ruleOfLaw.declared };

function opened(name: string): Edition {
  const edition = editions.open(name);
  if (edition === null) throw new Error(`no edition is called ${name}`);
  return edition;
}

/** An own sheet of the edition by its key. */
function detail(key: string): DetailSheet {
  const found = ruleOfLaw.details.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no own sheet is called ${key}`);
  return found;
}

function ownTable(key: string): Table {
  const { sheet } = detail(key);
  if (sheet.kind !== 'table') throw new Error(`${key} is no table`);
  return sheet;
}

function ownForm(key: string): Form {
  const { sheet } = detail(key);
  if (sheet.kind !== 'form') throw new Error(`${key} is no form`);
  return sheet;
}

export const {
  settings: settingsForm,
  departments: departmentsTable,
  tasks: tasksTable,
  indicators: indicatorsTable,
  weakAreas: weakAreasTable,
  narratives: narrativesTable,
  holidays: holidaysTable,
  published: publishedTable,
  cover: coverForm,
  progress: progressTable,
  figures: figuresTable,
  suggestions: suggestionsTable,
  feedback: feedbackTable,
  feedbackRegister: registerTable,
  ledger: ledgerTable,
  keptRules: keptRulesTable,
} = ruleOfLaw.sheets;

export const teamForm = ownForm('team');
export const trainingTable = ownTable('trainings');
export const publicityTable = ownTable('publicity');
/** 案件明细, of which tests look at the amounts. */
export const casesTable = ownTable('cases') as Table<
  Columns & { readonly amount: Column & { readonly type: 'money' } }
>;

/** Field of 执法队伍 → the code it gives. */
export const teamCodes: Readonly<Record<string, string>> = Object.fromEntries(
  detail('team').lines.map(({ field, code }) => [field, code]),
);

export const { indicators, departments: starterDepartments, tasks: starterTasks } = ruleOfLaw;
export const weakAreas: Edition['areas'] = ruleOfLaw.areas;
export const titleForms = ruleOfLaw.titles.map(({ form }) => form);
export const narrativeSections = ruleOfLaw.sections.narratives;
