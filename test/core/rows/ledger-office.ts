/** Offices whose departments keep tables of their own, written as text: one line a row, cells parted by `|`. */
import { makeDay } from '../../../src/core/base/day';
import type { Grid, Merge } from '../../../src/core/base/grid';
import { levelName } from '../../../src/core/base/problem';
import { rowsFromGrids, type OfficeRows } from '../../../src/core/rows/rows-from-grids';
import type { DepartmentFile } from '../../../src/core/rows/books/department-file';
import type { Settings } from '../../../src/core/settings/settings';
import { departmentDraft } from '../../../src/core/sheets/department-draft';
import { filledRows } from '../../../src/core/sheets/filled-rows';
import { settingsFromGrids } from '../../../src/core/settings/settings-from-grids';
import { departmentsTable, editions, tasksTable } from '../../edition';
import { gridOf, type CellInput } from '../grid-builder';
import { settingsGrid, tableGrid } from '../office-builder';
import { gridsOf } from '../sheets/draft-grid';

/** Sheet → its rows. */
type Book = Readonly<Record<string, string>>;

export interface Office {
  readonly year: number;
  /** Names; those with `*` belong to the group of enforcers. */
  readonly departments: readonly string[];
  /** `A-01|组织领导|印发要点|司法所|3月底前`. */
  readonly tasks?: readonly string[];
  /** File → its sheets. */
  readonly books: Readonly<Record<string, Book>>;
  readonly merges?: readonly Merge[];
  readonly columnMapping?: string;
}

/** Whole numbers are numbers, `=44910` too; all else is text. */
function cellOf(text: string): CellInput {
  return /^\d{1,6}$/u.test(text) ? Number(text) : text;
}

function sheetsOf(workbook: string, book: Book, merges: readonly Merge[]): readonly Grid[] {
  return Object.entries(book).map(([sheet, text]) => {
    const rows = text.split('\n').map((line) => line.split('|').map((cell) => cellOf(cell.trim())));
    return gridOf(rows, { workbook, sheet, merges });
  });
}

/** What is read of such an office a few days after its year. */
export function readOffice(office: Office): OfficeRows {
  const { hub, files, settings } = gridsOfOffice(office);
  return rowsFromGrids({ hub, departments: files }, settings);
}

/** What is read when each department has gone over to the program's workbook, filled with what its own table said. */
export function readForms(office: Office): OfficeRows {
  const { hub, files, settings } = gridsOfOffice(office);
  const { value } = rowsFromGrids({ hub, departments: files }, settings);
  const { departments, tasks, indicators, meanings } = value;
  const forms = departments.map((department) => {
    const filled = filledRows(value, department);
    const draft = departmentDraft({ department, settings, tasks, indicators, meanings, filled });
    return { file: `${draft.title}.xlsx`, grids: gridsOf(draft) };
  });
  return rowsFromGrids({ hub, departments: forms }, settings);
}

function gridsOfOffice({ year, departments, tasks = [], books, merges = [], columnMapping = '' }: Office): {
  readonly hub: readonly Grid[];
  readonly files: readonly DepartmentFile[];
  readonly settings: Settings;
} {
  const workbook = '总表.xlsx';
  const hub = [
    settingsGrid({ reportYear: year, outlineName: '某纲要', publicityPlan: '八五', columnMapping }),
    tableGrid(
      departmentsTable,
      departments.map((name, index) => ({
        id: `D${String(index + 1)}`,
        name: name.replace('*', ''),
        inGroup: name.endsWith('*') ? '是' : '否',
        active: '是',
      })),
      { workbook },
    ),
    ...(tasks.length === 0
      ? []
      : [
          tableGrid(
            tasksTable,
            tasks.map((line) => {
              const [id = '', section = '', title = '', lead = '', deadline = ''] = line.split('|');
              return { id, section, title, lead, deadline };
            }),
            { workbook },
          ),
        ]),
  ];
  const after = makeDay(year + 1, 1, 5);
  const { value: settings } = settingsFromGrids(hub, editions, after ?? '2023-01-05');
  if (settings === null) throw new Error('the settings could not be read');
  const files = Object.entries(books).map(([file, book]) => ({ file, grids: sheetsOf(file, book, merges) }));
  return { hub, files, settings };
}

/** `执法队 3 in-progress 80% 2025-11-28 3人待考`: what is known of each line. */
export function progressOf({ value }: OfficeRows): readonly string[] {
  return value.progress.map(({ department, taskId, status, percent, doneOn, text, problems }) => {
    const rate = percent.value?.value == null ? '' : `${String(percent.value.value)}%`;
    return [department, taskId, status.value ?? '?', rate, doneOn.value ?? '', text, problems]
      .filter(Boolean)
      .join(' ');
  });
}

/** `执法队 C1 120/98`. */
export function figuresOf({ value }: OfficeRows): readonly string[] {
  return value.figures.map(
    ({ department, code, quantity, lastYear }) =>
      `${department} ${code} ${String(quantity.value?.value ?? '-')}/${String(lastYear.value?.value ?? '-')}`,
  );
}

/** The values of the rows of an own sheet, in the order of the fields. */
export function eventsOf({ value }: OfficeRows, key: string, fields: readonly string[]): readonly string[] {
  const rows = value.events.find(({ detail }) => detail.key === key)?.rows ?? [];
  return rows.map(({ said }) =>
    fields
      .map((field) => {
        const read = said[field]?.value;
        const plain = typeof read === 'object' && read !== null && 'value' in read ? read.value : read;
        return typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean'
          ? String(plain)
          : '-';
      })
      .join(' '),
  );
}

/** `错误 task-unmatched B4`, of the workbooks whose names hold the text. */
export function saysOf({ problems }: OfficeRows, workbook: string, codes: readonly string[]): readonly string[] {
  return problems
    .filter(({ code, place }) => codes.includes(code) && place.file.includes(workbook))
    .map(({ level, code, place }) => [levelName[level], code, place.cell ?? ''].join(' ').trim());
}
