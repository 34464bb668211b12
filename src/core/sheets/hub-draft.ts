/** The hub 总表, to be made once; from then on it belongs to the office. */
import type { Edition } from '../edition/edition';
import type { CoreSheets } from '../edition/shapes';
import type { Column, Form } from '../tables/sheet';
import type { CellArea, ValidationDraft, WorkbookDraft } from './draft';
import { formSheet } from './form-sheet';
import { workbookHeading } from './heading';
import { starterContents, type HubContents } from './hub-contents';
import { tabColours } from './styles';
import type { Content } from './cell-content';
import { headRows, tableSheet } from './table-sheet';
import { helpOf } from './validation';

/** The hub with the given rows; without them, what a new workspace starts from. */
export function hubDraft(edition: Edition, contents: HubContents = starterContents(edition, null)): WorkbookDraft {
  const { town, reportYear, sample } = contents.settings;
  const { sheets } = edition;
  const heading = workbookHeading(edition.name, {
    town: text(town),
    reportYear: typeof reportYear === 'number' ? reportYear : null,
    sample: sample === '是',
  });
  const tabColour = tabColours.office;
  const content = <R>(name: string, rows: R): { heading: string; rows: R; tabColour: string } => ({
    heading: heading(name),
    rows,
    tabColour,
  });
  const tasks = tableSheet(sheets.tasks, { ...content('重点任务分解表', contents.tasks), frozenColumns: 1 });
  return {
    title: '总表',
    sheets: [
      formSheet(withoutLacking(edition), {
        heading: heading('设置'),
        values: contents.settings,
        tabColour: tabColours.fill,
        valueWidth: 44,
      }),
      tableSheet(sheets.departments, content('填报单位', contents.departments)),
      { ...tasks, validations: [...tasks.validations, ...columnRules(sheets)] },
      tableSheet(sheets.indicators, { ...content('指标目录', contents.indicators), frozenColumns: 2 }),
      tableSheet(sheets.weakAreas, content('薄弱环节表述', contents.weakAreas)),
      tableSheet(sheets.narratives, content('综述素材', contents.narratives)),
      tableSheet(sheets.holidays, content('节假日调整', contents.holidays)),
      tableSheet(sheets.published, content('对照数据', contents.published)),
    ],
  };
}

/** The settings without what does not exist in the organ. */
function withoutLacking({ sheets, organ }: Edition): Form {
  const { settings } = sheets;
  const columns = Object.entries<Column>(settings.columns).filter(([, { header }]) => !organ.lacks.includes(header));
  return { ...settings, columns: Object.fromEntries(columns) };
}

/** Leading unit and indicator of a task are offered from the sheets that list them. */
function columnRules({ tasks, departments, indicators }: CoreSheets): readonly ValidationDraft[] {
  const { lead, indicator } = tasks.columns;
  return [
    {
      area: columnArea(tasks.columns, 'lead'),
      rule: {
        kind: 'column',
        sheet: departments.title,
        area: columnArea(departments.columns, 'name'),
      },
      help: helpOf(lead),
    },
    {
      area: columnArea(tasks.columns, 'indicator'),
      rule: {
        kind: 'column',
        sheet: indicators.title,
        area: columnArea(indicators.columns, 'code'),
      },
      help: helpOf(indicator),
    },
  ];
}

/** The body of one column, with all rows to come. */
function columnArea<C extends object>(columns: C, field: keyof C & string): CellArea {
  const index = Object.keys(columns).indexOf(field);
  return { startRow: headRows, endRow: null, startColumn: index, endColumn: index + 1 };
}

function text(value: Content | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
