/** A department's workbook, prefilled with its tasks and indicator lines; once made it belongs to the department. */
import { dayParts } from '../base/day';
import { coverForm, figuresTable, progressTable, statusWords, suggestionsTable } from '../catalogue/department-sheets';
import { casesTable, publicityTable, teamForm, trainingTable } from '../catalogue/detail-sheets';
import type { Indicator } from '../catalogue/indicator';
import type { Columns, Table } from '../tables/sheet';
import type { Department, Task } from '../rows/rows';
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
}

export function departmentDraft(input: DepartmentInput): WorkbookDraft {
  const { department, settings } = input;
  const year = String(settings.reportYear);
  const heading = workbookHeading(settings.town, year, settings.sample);
  const sheet = sheetMaker((name) => heading(`${department.name} ${name}`));
  return {
    title: department.name,
    sheets: [
      cover(input, heading('部门填报表')),
      progress(input, heading(`${department.name} 任务进展`)),
      sheet(figuresTable, askedIndicators(input.indicators, department).map(figureRow)),
      ...(department.isEnforcer ? [team(heading(`${department.name} 执法队伍`))] : []),
      sheet(trainingTable, []),
      sheet(publicityTable, []),
      ...(department.isEnforcer ? [sheet(casesTable, [])] : []),
      sheet(suggestionsTable, []),
    ],
  };
}

function sheetMaker(heading: (name: string) => string) {
  return <C extends Columns>(table: Table<C>, rows: readonly RowContent<C>[]): SheetDraft =>
    tableSheet(table, { heading: heading(table.title), rows, tabColour: tabColours.fill });
}

function cover({ department, settings }: DepartmentInput, heading: string): SheetDraft {
  const end = dayParts(settings.cutoff);
  const year = String(settings.reportYear);
  return formSheet(coverForm, {
    heading,
    values: {
      department: department.name,
      reportYear: settings.reportYear,
      period: `${year}年1月1日至${String(end.year)}年${String(end.month)}月${String(end.day)}日`,
      edition: `${year}年度第1版`,
    },
    tabColour: tabColours.office,
    valueWidth: 36,
    notes: guide(department),
  });
}

/** What the person who opens the workbook should know, in the order in which it is needed. */
function guide({ isEnforcer }: Department): readonly string[] {
  const staff = isEnforcer ? '“执法队伍”填年末人数；“案件明细”每件处罚一行，不写当事人姓名。' : '';
  const steps = [
    '“任务进展”：本单位牵头的任务逐项填状态、完成率和进展情况，已完成的填完成日期。是否逾期由程序按工作日判断。',
    '“指标数据”：有职责没有发生的填 0，没有这项职责的填“不涉及”，还没统计出来的先空着。比率不用填。',
    '“培训明细”“普法明细”：一场一行，用来核对指标数据；已有台账的可以整列复制、只粘贴数值。',
    staff,
    '日期写成 2022-06-30 这样，金额注意单位是元还是万元；不要用“3-5次”“若干”这样的写法。',
    '不要增删列、改表头、改文件名；不填写个人姓名、证件号码和电话。',
    '填好后通知镇里检查；有看不明白的地方，镇里会按单元格退回核对。',
  ].filter((step) => step !== '');
  return ['填报须知', ...steps.map((step, index) => `${String(index + 1)}. ${step}`)];
}

function progress({ department, tasks }: DepartmentInput, heading: string): SheetDraft {
  const own = tasks.filter(({ lead }) => lead === department.name);
  return tableSheet(progressTable, {
    heading,
    rows: own.map(progressRow),
    tabColour: tabColours.fill,
    frozenColumns: 2,
    rowHeight: 64,
    ...(own.length === 0 && { help: '本年度没有由本单位牵头的任务，这张表不用填。' }),
    colours: {
      status: {
        [statusWords.done]: 'green',
        [statusWords['in-progress']]: 'blue',
        [statusWords.ongoing]: 'blue',
        [statusWords['not-started']]: 'yellow',
        [statusWords.deferred]: 'grey',
        [statusWords.cancelled]: 'grey',
      },
    },
  });
}

function progressRow({ id, title, dueText }: Task): RowContent<typeof progressTable.columns> {
  return { taskId: id, title, deadline: dueText };
}

function figureRow({ code, name, unit, help }: Indicator): RowContent<typeof figuresTable.columns> {
  return { code, name, unit, help };
}

function team(heading: string): SheetDraft {
  return formSheet(teamForm, { heading, values: {}, tabColour: tabColours.fill, valueWidth: 16 });
}
