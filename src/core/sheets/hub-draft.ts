/** The hub 总表, to be made once; from then on it belongs to the office. */
import { departmentsTable, holidaysTable, narrativesTable, tasksTable } from '../catalogue/hub-sheets';
import { indicatorsTable, weakAreasTable } from '../catalogue/indicator-sheets';
import { publishedTable } from '../catalogue/published-sheet';
import { settingsForm } from '../catalogue/settings-form';
import type { Area, SheetDraft, ValidationDraft, WorkbookDraft } from './draft';
import { formSheet } from './form-sheet';
import { workbookHeading } from './heading';
import { starterContents, type HubContents } from './hub-contents';
import { tabColours } from './styles';
import { headRows, tableSheet } from './table-sheet';
import { helpOf } from './validation';

/** The hub with the given rows; without them, what a new workspace starts from. */
export function hubDraft(contents: HubContents = starterContents(null)): WorkbookDraft {
  const { town, reportYear, sample } = contents.settings;
  const heading = workbookHeading(text(town), text(reportYear), sample === '是');
  const tabColour = tabColours.office;
  const content = <R>(name: string, rows: R): { heading: string; rows: R; tabColour: string } => ({
    heading: heading(name),
    rows,
    tabColour,
  });
  const departments = tableSheet(departmentsTable, content('填报单位', contents.departments));
  const tasks = tableSheet(tasksTable, { ...content('重点任务分解表', contents.tasks), frozenColumns: 1 });
  const indicators = tableSheet(indicatorsTable, { ...content('指标目录', contents.indicators), frozenColumns: 2 });
  return {
    title: '总表',
    sheets: [
      formSheet(settingsForm, {
        heading: heading('设置'),
        values: contents.settings,
        tabColour: tabColours.fill,
        valueWidth: 44,
      }),
      departments,
      { ...tasks, validations: [...tasks.validations, ...columnRules(tasks, departments, indicators)] },
      indicators,
      tableSheet(weakAreasTable, content('薄弱环节表述', contents.weakAreas)),
      tableSheet(narrativesTable, content('综述素材', contents.narratives)),
      tableSheet(holidaysTable, content('节假日调整', contents.holidays)),
      tableSheet(publishedTable, content('对照数据', contents.published)),
    ],
  };
}

/** Leading unit and indicator of a task are offered from the sheets that list them. */
function columnRules(tasks: SheetDraft, departments: SheetDraft, indicators: SheetDraft): readonly ValidationDraft[] {
  const { lead, indicator } = tasksTable.columns;
  return [
    {
      area: columnArea(tasks, tasksTable.columns, 'lead'),
      rule: {
        kind: 'column',
        sheet: departments.title,
        area: columnArea(departments, departmentsTable.columns, 'name'),
      },
      help: helpOf(lead),
    },
    {
      area: columnArea(tasks, tasksTable.columns, 'indicator'),
      rule: { kind: 'column', sheet: indicators.title, area: columnArea(indicators, indicatorsTable.columns, 'code') },
      help: helpOf(indicator),
    },
  ];
}

/** The body of one column. */
function columnArea<C extends object>({ rows }: SheetDraft, columns: C, field: keyof C & string): Area {
  const index = Object.keys(columns).indexOf(field);
  return { startRow: headRows, endRow: rows.length, startColumn: index, endColumn: index + 1 };
}

function text(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
