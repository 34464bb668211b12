/** The program's own workbook 结果: what was found, in sheets people read, filter and print. */
import { levelName, sharedOnce, type Problem } from '../base/problem';
import { areaWords, indicatorWords, lightWords, taskStateWords, type TaskState } from '../base/state-words';
import type { ColumnsOf } from '../edition/shapes';
import type { FeedbackLine } from '../../contract/feedback';
import type { Tally } from '../../contract/summary';
import type { Findings, ToldArea } from '../findings/findings';
import type { DepartmentItems } from '../rows/department-items';
import type { Settings } from '../settings/settings';
import type { RowContent } from './cell-content';
import type { SheetDraft, WorkbookDraft } from './draft';
import { workbookHeading } from './heading';
import {
  areaRow,
  departmentProblemRows,
  feedbackRow,
  indicatorRow,
  problemRow,
  tallyRows,
  taskRow,
} from './results-rows';
import { tabColours } from './styles';
import { tableSheet } from './table-sheet';
import { inRows } from './text-height';

export interface ResultsInput {
  readonly settings: Settings;
  readonly findings: Findings;
  /** The weak areas of the findings as the report tells them. */
  readonly areas: readonly ToldArea[];
  readonly problems: readonly Problem[];
  readonly departments: readonly DepartmentItems[];
  /** Lines of 核对通知, in the hub's order. */
  readonly letters: readonly RowContent<ColumnsOf<'checkLetters'>>[];
  /** Lines of 催办清单, most urgent first. */
  readonly reminders: readonly RowContent<ColumnsOf<'reminderList'>>[];
  /** Lines of 督办台账. */
  readonly feedback: readonly FeedbackLine[];
  /** Lines of 公开版处理; null where no public version is asked for. */
  readonly publicRows: readonly RowContent<ColumnsOf<'publicResults'>>[] | null;
  /** What the template left out of it, in words; empty for nothing. */
  readonly publicUnprinted: string;
  /** Name of the report this run wrote, null when it wrote none. */
  readonly reportName: string | null;
}

/** No person reads more; a table that was filled with the wrong thing can give a hundred thousand. */
const mostProblems = 3000;

const reminderColours = {
  红3: 'red',
  红2: 'red',
  红1: 'red',
  缺报: 'red',
  黄: 'yellow',
  蓝: 'blue',
  数据存疑: 'grey',
} as const;

const lightCells = {
  [lightWords.red]: 'red',
  [lightWords.yellow]: 'yellow',
  [lightWords.blue]: 'blue',
  [lightWords.green]: 'green',
  [lightWords.grey]: 'grey',
} as const;

/** Told apart without colours by their order: done first, what nobody knows last. */
const stateColours = {
  done: '1A7037',
  running: '0B57A4',
  overdue: 'B3261E',
  unreported: 'C99700',
  unclear: 'E3C36B',
  deferred: '8A8A8A',
  cancelled: 'C8C8C8',
} as const;

const levelColours = { [levelName.error]: 'red', [levelName.doubt]: 'yellow', [levelName.note]: 'grey' } as const;

/** All result sheets; each run makes them anew. */
export function resultsDraft(input: ResultsInput): WorkbookDraft {
  const { settings } = input;
  const heading = workbookHeading(settings.edition.name, settings);
  const base: Base = (name) => ({ heading: heading(name), tabColour: tabColours.program });
  return { title: '结果', sheets: [...findingSheets(input, base), ...problemSheets(input, base)] };
}

/** What every sheet has, from its name. */
type Base = (name: string) => { readonly heading: string; readonly tabColour: string };

function findingSheets(input: ResultsInput, base: Base): readonly SheetDraft[] {
  const { findings, areas, problems, reminders, feedback, settings } = input;
  const { sheets, words } = settings.edition;
  return [
    tableSheet(sheets.tallyResults, {
      ...base('任务汇总'),
      help: `${outcome(findings, problems)}。${sheets.tallyResults.help}核算日 ${findings.asOf}。`,
      rows: tallyRows(findings, words.whole),
      chart: { title: '任务完成情况（各占多少）', names: 'name', parts: stateColours },
    }),
    tableSheet(sheets.taskResults, {
      ...base('任务一览'),
      rows: findings.tasks.map(taskRow),
      frozenColumns: 2,
      colours: { light: lightCells, state: { [taskStateWords.overdue]: 'red' } },
    }),
    tableSheet(sheets.reminderList, {
      ...base('催办清单'),
      rows: reminders,
      colours: { level: reminderColours },
    }),
    tableSheet(sheets.feedbackResults, {
      ...base('督办台账'),
      ...(feedback.length === 0 && { help: '没有发出的督办单、核对单。' }),
      rows: feedback.map(feedbackRow),
      frozenColumns: 2,
    }),
    tableSheet(sheets.areaResults, {
      ...base('薄弱环节'),
      rows: areas.map(areaRow),
      colours: { verdict: { [areaWords.weakness]: 'red', [areaWords.hint]: 'yellow' } },
    }),
    tableSheet(sheets.indicatorResults, {
      ...base('指标一览'),
      rows: findings.indicators.map(indicatorRow),
      frozenColumns: 2,
      colours: { weak: { [indicatorWords.missed]: 'red', [indicatorWords.met]: 'green' } },
    }),
  ];
}

function problemSheets(input: ResultsInput, base: Base): readonly SheetDraft[] {
  const { problems, departments, letters, settings } = input;
  const { sheets } = settings.edition;
  const told = sharedOnce(byWeight(problems));
  return [
    tableSheet(sheets.problemResults, {
      ...base('核对'),
      ...(problems.length === 0 && { help: '没有发现问题。' }),
      ...(told.length > mostProblems && { help: tooMany(told.length) }),
      rows: told.slice(0, mostProblems).map(({ problem }) => problemRow(problem)),
      colours: { level: levelColours },
    }),
    tableSheet(sheets.departmentProblems, {
      ...base('分单位核对'),
      ...(departments.length === 0 && { help: '各单位都没有要处理的问题。' }),
      rows: departments.flatMap(departmentProblemRows),
      colours: { level: levelColours },
    }),
    tableSheet(sheets.checkLetters, {
      ...base('核对通知'),
      ...(letters.length === 0 && { help: '各单位都没有要处理的问题。' }),
      rows: letters.flatMap((letter) => letterRows(letter, sheets.checkLetters.columns.text.width)),
    }),
    publicSheet(input, base),
    tableSheet(sheets.runs, { ...base('运行记录'), rows: [runRow(input)] }),
  ];
}

type Letter = ResultsInput['letters'][number];

/** No row holds a long letter: it goes on in the next ones, each to be copied behind the one above. */
function letterRows(letter: Letter, width: number): readonly Letter[] {
  const { department: name, text: whole } = letter;
  const [first = '', ...others] = inRows(typeof whole === 'string' ? whole : '', width);
  return [
    { ...letter, text: first },
    ...others.map((text) => ({ department: typeof name === 'string' ? `${name}（续）` : null, count: null, text })),
  ];
}

const actionColours = { 停止: 'red', 删段: 'yellow', 删句: 'yellow', 核对: 'yellow' } as const;

function publicSheet({ publicRows, publicUnprinted, settings }: ResultsInput, base: Base): SheetDraft {
  const unprinted = publicUnprinted === '' ? '' : `${publicUnprinted}，这里不列。`;
  const help = publicRows === null ? '“设置”的“公开版”为否，没有出公开版。' : `没有要遮盖或者删去的内容。${unprinted}`;
  const rows = publicRows ?? [];
  return tableSheet(settings.edition.sheets.publicResults, {
    ...base('公开版处理'),
    ...(rows.length === 0
      ? { help }
      : unprinted !== '' && { help: `${settings.edition.sheets.publicResults.help}${unprinted}` }),
    rows: rows.slice(0, mostProblems),
    colours: { does: actionColours },
  });
}

function tooMany(count: number): string {
  return `问题共 ${String(count)} 条，这里只列最重的 ${String(mostProblems)} 条。请先改好这些再运行一次。`;
}

function runRow({ findings, problems, reportName }: ResultsInput): RowContent<ColumnsOf<'runs'>> {
  return {
    job: reportName === null ? '检查' : '成文',
    asOf: findings.asOf,
    outcome: outcome(findings, problems),
    output: reportName,
  };
}

/** What must be put right first. */
function byWeight(problems: readonly Problem[]): readonly Problem[] {
  const weights: readonly Problem['level'][] = ['error', 'doubt', 'note'];
  return weights.flatMap((weight) => problems.filter(({ level }) => level === weight));
}

/** The run in one sentence without a full stop. */
function outcome({ tally, areas, missingDepartments }: Findings, problems: readonly Problem[]): string {
  const weak = areas.filter(({ isWeakness }) => isWeakness).map(({ area }) => area);
  const parts = [
    `任务 ${String(tally.total)} 项：${tallyText(tally)}`,
    weak.length === 0 ? '没有薄弱环节' : `薄弱环节 ${String(weak.length)} 类（${weak.join('、')}）`,
    `问题 ${String(problems.length)} 条`,
    missingDepartments.length === 0 ? '' : `缺报单位：${missingDepartments.join('、')}`,
  ];
  return parts.filter((part) => part !== '').join('；');
}

function tallyText(tally: Tally): string {
  const states = Object.keys(taskStateWords) as TaskState[];
  return states.map((state) => `${taskStateWords[state]} ${String(tally[state])}`).join('、');
}
