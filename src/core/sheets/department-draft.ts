/** A department's workbook, prefilled with its tasks and indicator lines; once made it belongs to the department. */
import { dayParts } from '../base/day';
import type { DetailSheet, Edition } from '../edition/edition';
import type { Indicator } from '../edition/indicator';
import type { ColumnsOf } from '../edition/shapes';
import type { Status } from '../cells/readings';
import type { Columns, Form, Table } from '../tables/sheet';
import type { Department, Meanings, Task } from '../rows/rows';
import type { Settings } from '../settings/settings';
import { askedIndicators, isMadeFor } from '../rows/asked-indicators';
import type { RowContent } from './cell-content';
import type { SheetDraft, WorkbookDraft } from './draft';
import { figureContent, filledTable, progressContent, type FilledRows } from './filled-rows';
import { formSheet } from './form-sheet';
import { workbookHeading } from './heading';
import { tabColours } from './styles';
import { tableSheet } from './table-sheet';

/** What a department's workbook is made from: all tasks and indicators of the hub, of which it takes its own. */
export interface DepartmentInput {
  readonly department: Department;
  readonly settings: Settings;
  readonly tasks: readonly Task[];
  readonly indicators: readonly Indicator[];
  readonly meanings: Pick<Meanings, 'codes'>;
  /** What the department's own ledger says already. */
  readonly filled?: FilledRows;
}

export function departmentDraft(input: DepartmentInput): WorkbookDraft {
  const { department, settings, filled } = input;
  const { edition } = settings;
  const { figures, suggestions, feedback } = edition.sheets;
  const heading = workbookHeading(edition.name, settings);
  const own = (name: string): string => heading(`${department.name} ${name}`);
  const sheet = <C extends Columns>(table: Table<C>, rows: readonly RowContent<C>[]): SheetDraft =>
    tableSheet(table, { heading: own(table.title), rows, tabColour: tabColours.fill });
  return {
    title: department.name,
    sheets: [
      cover(input, heading('部门填报表')),
      progress(input, own(edition.sheets.progress.title)),
      sheet(figures, figureRows(input)),
      ...ownDetails(input).map((one) =>
        one.sheet.kind === 'form'
          ? form(one.sheet, own(one.sheet.title), formValues(one, input))
          : detailSheet(one.sheet, input, own(one.sheet.title)),
      ),
      sheet(suggestions, filled?.suggestions ?? []),
      sheet(feedback, []),
    ],
  };
}

/** The own sheets of the edition that the department's workbook has. */
function detailsOf(department: Department, { details }: Edition): Edition['details'] {
  return details.filter((detail) => isMadeFor(department, detail));
}

/** Those, and others of which its own ledger has something. */
function ownDetails({ department, settings: { edition }, filled }: DepartmentInput): Edition['details'] {
  const usual = detailsOf(department, edition);
  const isFilled = (detail: DetailSheet): boolean =>
    filled?.events.some((one) => one.detail === detail && one.rows.length > 0) === true;
  return edition.details.filter((one) => usual.includes(one) || isFilled(one));
}

/** The lines of a form, as the ledger gives their indicators. */
function formValues({ lines }: DetailSheet, { filled, meanings, settings }: DepartmentInput): RowContent<Columns> {
  const figures = new Map((filled?.figures ?? []).map((one) => [one.code, one]));
  return Object.fromEntries(
    lines.flatMap(({ field, code }) => {
      const figure = figures.get(meanings.codes.get(code) ?? '');
      return figure === undefined ? [] : [[field, figureContent(figure, settings.edition).quantity ?? null]];
    }),
  );
}

/** The lines it is asked for, and others its own ledger gives. */
function figureRows(input: DepartmentInput): readonly RowContent<ColumnsOf<'figures'>>[] {
  const { indicators, department, settings, meanings, filled } = input;
  const { edition } = settings;
  const figures = new Map((filled?.figures ?? []).map((one) => [one.code, one]));
  const asked = askedIndicators(indicators, department, edition, meanings);
  const inForms = new Set(
    ownDetails(input).flatMap(({ lines }) => lines.map(({ code }) => meanings.codes.get(code) ?? '')),
  );
  const more = indicators.filter((one) => figures.has(one.code) && !asked.includes(one) && !inForms.has(one.code));
  return [...asked, ...more].map((line) => {
    const figure = figures.get(line.code);
    return { ...figureRow(line), ...(figure !== undefined && figureContent(figure, edition)) };
  });
}

function detailSheet(table: Table, { filled, settings }: DepartmentInput, heading: string): SheetDraft {
  const [own, rows] =
    filled === undefined ? [table, []] : filledTable(table, filled, settings.edition.sheets.figures.columns.note);
  return tableSheet(own, { heading, rows, tabColour: tabColours.fill });
}

function form(sheet: Form, heading: string, values: RowContent<Columns>): SheetDraft {
  return formSheet(sheet, { heading, values, tabColour: tabColours.fill, valueWidth: 16 });
}

function cover({ department, settings }: DepartmentInput, heading: string): SheetDraft {
  const end = dayParts(settings.cutoff);
  const year = String(settings.reportYear);
  return formSheet(settings.edition.sheets.cover, {
    heading,
    values: {
      department: department.name,
      reportYear: settings.reportYear,
      period: `${year}年1月1日至${String(end.year)}年${String(end.month)}月${String(end.day)}日`,
      edition: `${year}年度第1版`,
    },
    tabColour: tabColours.office,
    valueWidth: 36,
    notes: guide(department, settings.edition),
  });
}

/** What the person who opens the workbook should know, in the order in which it is needed. */
function guide(department: Department, edition: Edition): readonly string[] {
  const { before, after } = edition.guide;
  const own = detailsOf(department, edition).map((detail) => detail.guide);
  const steps = [...before, ...own.filter((step) => step !== ''), ...after];
  return ['填报须知', ...steps.map((step, index) => `${String(index + 1)}. ${step}`)];
}

function progress({ department, tasks, settings, filled }: DepartmentInput, heading: string): SheetDraft {
  const { edition } = settings;
  const { sheets, declared } = edition;
  const { meanings } = declared.words.statuses;
  const offered = (status: Status): string => meanings[status][0] ?? '';
  const lines = new Map((filled?.progress ?? []).map((line) => [line.taskId, line]));
  const own = tasks.filter(({ lead, id }) => lead === department.name || lines.has(id));
  return tableSheet(sheets.progress, {
    heading,
    rows: own.map((task) => {
      const line = lines.get(task.id);
      return { ...progressRow(task), ...(line !== undefined && progressContent(line, edition)) };
    }),
    tabColour: tabColours.fill,
    frozenColumns: 2,
    rowHeight: 64,
    ...(own.length === 0 && { help: '本年度没有由本单位牵头的任务，这张表不用填。' }),
    colours: {
      status: {
        [offered('done')]: 'green',
        [offered('in-progress')]: 'blue',
        [offered('ongoing')]: 'blue',
        [offered('not-started')]: 'yellow',
        [offered('deferred')]: 'grey',
        [offered('cancelled')]: 'grey',
      },
    },
  });
}

function progressRow({ id, title, dueText }: Task): RowContent<ColumnsOf<'progress'>> {
  return { taskId: id, title, deadline: dueText };
}

function figureRow({ code, name, unit, help }: Indicator): RowContent<ColumnsOf<'figures'>> {
  return { code, name, unit, help };
}
