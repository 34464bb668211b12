/** A department's workbook, prefilled with its tasks and indicator lines; once made it belongs to the department. */
import { dayParts } from '../base/day';
import type { Edition } from '../edition/edition';
import type { Indicator } from '../edition/indicator';
import type { ColumnsOf } from '../edition/shapes';
import type { Status } from '../cells/readings';
import type { Columns, Form, Table } from '../tables/sheet';
import type { Department, Meanings, Task } from '../rows/rows';
import type { Settings } from '../settings/settings';
import { askedIndicators } from '../rows/asked-indicators';
import type { RowContent } from './cell-content';
import type { SheetDraft, WorkbookDraft } from './draft';
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
}

export function departmentDraft(input: DepartmentInput): WorkbookDraft {
  const { department, settings, indicators, meanings } = input;
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
      sheet(figures, askedIndicators(indicators, department, edition, meanings).map(figureRow)),
      ...detailsOf(department, edition).map((one) =>
        one.sheet.kind === 'form' ? form(one.sheet, own(one.sheet.title)) : sheet(one.sheet, []),
      ),
      sheet(suggestions, []),
      sheet(feedback, []),
    ],
  };
}

/** The own sheets of the edition that the department's workbook has. */
function detailsOf({ inGroup }: Department, { details }: Edition): Edition['details'] {
  return details.filter(({ madeFor }) => madeFor === 'all' || inGroup);
}

function form(sheet: Form, heading: string): SheetDraft {
  return formSheet(sheet, { heading, values: {}, tabColour: tabColours.fill, valueWidth: 16 });
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

function progress({ department, tasks, settings }: DepartmentInput, heading: string): SheetDraft {
  const { sheets, declared } = settings.edition;
  const { meanings } = declared.words.statuses;
  const offered = (status: Status): string => meanings[status][0] ?? '';
  const own = tasks.filter(({ lead }) => lead === department.name);
  return tableSheet(sheets.progress, {
    heading,
    rows: own.map(progressRow),
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
