/** An office of any edition, made by the program's own drafts and filled in at random, and all that follows from it. */
import { readFileSync } from 'node:fs';
import type { Cell, Grid } from '../../../src/core/base/grid';
import { placeText } from '../../../src/core/base/place';
import type { Problem } from '../../../src/core/base/problem';
import type { Edition } from '../../../src/core/edition/edition';
import type { Findings } from '../../../src/core/findings/findings';
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { fieldsOfReport } from '../../../src/core/report/fields';
import { reportFromFindings } from '../../../src/core/report/report-from-findings';
import type { Rows } from '../../../src/core/rows/rows';
import { rowsFromGrids, type OfficeGrids } from '../../../src/core/rows/rows-from-grids';
import type { Settings } from '../../../src/core/settings/settings';
import { settingsFromGrids } from '../../../src/core/settings/settings-from-grids';
import { departmentDraft } from '../../../src/core/sheets/department-draft';
import { starterContents, type HubContents } from '../../../src/core/sheets/hub-contents';
import { hubDraft } from '../../../src/core/sheets/hub-draft';
import type { Column } from '../../../src/core/tables/sheet';
import { fillText } from '../../../src/engine/language/fill-text';
import { buildTemplate } from '../../../build/template/build-template.mjs';
import { cellOf } from '../grid-builder';
import { paragraphsOf } from '../report/template-text';
import { gridsOf } from '../sheets/draft-grid';

/** A number from 0 on below `below` for each key, always the same for the same seed. */
export type Random = (key: string, below: number) => number;

export function randomFrom(seed: number): Random {
  return (key, below) => {
    let hash = seed ^ 0x811c9dc5;
    for (const character of key) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    return ((hash >>> 0) ^ (hash >>> 13)) % below;
  };
}

/** Nothing else is opened by the name the hub gives. */
function only(edition: Edition): { names: readonly string[]; open: (name: string) => Edition | null } {
  return { names: [edition.name], open: (name) => (name === edition.name ? edition : null) };
}

export interface FilledOffice {
  readonly settings: Settings;
  readonly grids: OfficeGrids;
}

/** The hub as a new workspace has it, changed by `edit`, and each department's workbook with something in every open cell. */
export function filledOffice(
  edition: Edition,
  random: Random,
  edit: (contents: HubContents) => HubContents = (contents) => contents,
): FilledOffice {
  const contents = edit(starterContents(edition, 2024));
  const named = { town: '某地', partyName: '中共某地委员会', governmentName: '某地人民政府' };
  const numbers = Object.entries<Column>(edition.sheets.settings.columns).flatMap(([field, { type, required }]) =>
    type === 'integer' && required && field !== 'reportYear' ? [[field, 30]] : [],
  );
  const settingsRow = { ...contents.settings, ...named, ...(Object.fromEntries(numbers) as object) };
  const hub = gridsOf(hubDraft(edition, { ...contents, settings: settingsRow }));
  const { value: settings } = settingsFromGrids(hub, only(edition), '2025-01-02');
  if (settings === null) throw new Error('the settings could not be read');
  const empty = rowsFromGrids({ hub, departments: [] }, settings).value;
  const departments = empty.departments.map((department) => {
    const { tasks, indicators, meanings } = empty;
    const grids = gridsOf(departmentDraft({ department, settings, tasks, indicators, meanings }));
    const declared = edition.declared.department;
    const file = `${department.name}.xlsx`;
    const filled = grids.map((grid) => {
      const sheet = declared.find(({ title }) => title === grid.sheet);
      const columns = sheet === undefined ? [] : Object.values<Column>(sheet.columns);
      const form = sheet?.kind === 'form';
      const named = { ...grid, workbook: file };
      return { ...named, rows: filledRows(named, columns, form, random) };
    });
    return { file, grids: filled };
  });
  return { settings, grids: { hub, departments } };
}

const headRows = 3;
/** How many rows people write into a sheet of their own. */
const ownRecords = 4;

/** What stands in a cell depends on what its line is called and on nothing that stands elsewhere. */
function filledRows(grid: Grid, columns: readonly Column[], isForm: boolean, random: Random): Grid['rows'] {
  const at = `${grid.workbook} ${grid.sheet}`;
  if (isForm) {
    return grid.rows.map((row, index) => {
      const column = columns[index - 2];
      if (column?.open !== true) return row;
      return [row[0], valueOf(column, (below) => random(`${at} ${column.header}`, below)), ...row.slice(2)];
    });
  }
  const prefilled = columns.some(({ open }) => !open);
  const blank = Array.from(
    { length: Math.max(0, headRows + ownRecords - grid.rows.length) },
    (): Grid['rows'][number] => [],
  );
  const rows = prefilled ? grid.rows : [...grid.rows, ...blank];
  return rows.map((row, index) => {
    const isRecord = prefilled ? (row[0]?.shown ?? '') !== '' : index < headRows + ownRecords;
    if (index < headRows || !isRecord) return row;
    const line = `${at} ${prefilled ? (row[1]?.shown ?? '') : String(index)}`;
    return columns.map((column, place) =>
      column.open ? valueOf(column, (below) => random(`${line} ${column.header}`, below)) : row[place],
    );
  });
}

function valueOf({ type, choices }: Column, random: (below: number) => number): Cell {
  const day = (): string =>
    `2024-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`;
  switch (type) {
    case 'quantity':
    case 'money':
    case 'integer':
      return cellOf(random(9) === 0 ? '' : random(40));
    case 'percent':
      return cellOf(`${String(random(101))}%`);
    case 'day':
      return cellOf(day());
    case 'yesNo':
      return cellOf(['是', '否'][random(2)] ?? '是');
    case 'choice':
    case 'status':
    case 'approval':
      return cellOf(choices[random(Math.max(1, choices.length))] ?? '');
    case 'deadline':
    case 'names':
    case 'text':
      return cellOf(`文字${String(random(5))}`);
  }
}

export interface Judged {
  readonly rows: Rows;
  readonly findings: Findings;
  readonly problems: readonly Problem[];
}

export function judged({ settings, grids }: FilledOffice): Judged {
  const rows = rowsFromGrids(grids, settings);
  const findings = findingsFromRows(rows.value, settings, []);
  return { rows: rows.value, findings: findings.value, problems: [...rows.problems, ...findings.problems] };
}

/** The problems as they are told. */
export function toldProblems(problems: readonly Problem[]): readonly string[] {
  return problems.map(
    ({ code, level, place, actual, reason, expected }) =>
      `${level} ${code} ${placeText(place)} ${actual} ${reason} ${expected}`,
  );
}

/** The text of the edition's own report. */
export function reportText(
  office: FilledOffice,
  found: Judged,
  template = templateOf(office.settings.edition),
): string {
  const { settings } = office;
  const { value: model } = reportFromFindings(found.findings, found.rows, settings);
  const { text, problems } = fillText(template, model, fieldsOfReport(found.rows, settings.edition));
  return text ?? problems.map(({ reason }) => reason).join('\n');
}

/** Its template, a paragraph a line. */
export function templateOf({ key }: Edition): string {
  return paragraphsOf(buildTemplate(readFileSync(`build/out/templates/${key}/年度报告.txt`, 'utf8')));
}
