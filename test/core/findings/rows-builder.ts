/** Builders that make rows for tests of the findings one line each. */
import { parseDay, type Day } from '../../../src/core/base/day';
import type { Place } from '../../../src/core/base/place';
import { indicators, ruleOfLaw } from '../../edition';
import type { Read } from '../../../src/core/tables/read-row';
import type { Deadline, Qualifier, Quantity, Status } from '../../../src/core/cells/readings';
import { askedAmong } from '../../../src/core/rows/asked-indicators';
import { meaningsOf } from '../../../src/core/rows/meanings';
import type { Department, EventRow, Figure, Progress, Rows, Task, WeakText } from '../../../src/core/rows/rows';
import type { Settings } from '../../../src/core/settings/settings';

export const settings: Settings = {
  edition: ruleOfLaw,
  reportYear: 2022,
  town: '大张楼镇',
  partyName: '中共大张楼镇委员会',
  governmentName: '大张楼镇人民政府',
  superior: '县委、县政府',
  addressee: '',
  cc: '',
  numbers: new Map([['行政村数', { field: 'villages', value: 30 }]]),
  cutoff: '2022-12-31',
  asOf: '2022-12-31',
  today: '2023-01-02',
  lastDay: '2022-12-31',
  signDate: null,
  titleForm: '情况的报告',
  situationHeadings: 'run-in',
  planHeadings: 'block',
  isPublic: false,
  remindDays: 10,
  lagPoints: 20,
  overdueSteps: [1, 5, 10],
  monthlyDay: null,
  doubtReminders: true,
  shareNotices: true,
  onRestDays: false,
  dailyMost: 80,
  officeMailbox: '',
  headMailbox: '',
  mailDomains: [],
  submittedOn: null,
  publishedOn: null,
  texts: { publicityPlan: '八五', outlineName: '' },
  current: { 党的会议: '党的二十大', 习近平法治思想: '习近平法治思想' },
  signer: '',
  attachTable: false,
  attachSources: false,
  columnMapping: [],
  sample: true,
  partialFigures: 'gap',
  reportForm: 'word',
  zeroReports: false,
  normsAlone: true,
  places: { villages: { file: '总表.xlsx', sheet: '设置', cell: 'B10' } },
  read: { problems: [] },
};

const placedIndicators: Rows['indicators'] = indicators.map((indicator) => ({
  ...indicator,
  strangers: [],
  place: null,
  sentencePlace: null,
  means: indicator.code,
}));

/** The own sheets of the edition with the rows given by their keys. */
export function eventsOf(rows: Readonly<Record<string, readonly EventRow[]>>): Rows['events'] {
  return ruleOfLaw.details.map((detail) => ({ detail, rows: rows[detail.key] ?? [] }));
}

export const noRows: Rows = {
  departments: [],
  tasks: [],
  indicators: placedIndicators,
  meanings: meaningsOf(placedIndicators, ruleOfLaw),
  weakTexts: [],
  narratives: [],
  holidays: [],
  published: [],
  workbooks: [],
  progress: [],
  figures: [],
  events: eventsOf({}),
  suggestions: [],
  feedback: [],
  matches: [],
};

export function hub(sheet: string, cell: string): Place {
  return { file: '总表.xlsx', sheet, cell };
}

/** A line of 薄弱 on an area, or on an indicator by its code. */
export function weakText(area: string, said: Partial<WeakText>): WeakText {
  const blank = { indicator: null, problem: '', figures: '', cause: '', action: '', lead: '', plan: '' };
  return { area, ...blank, place: hub('薄弱', said.indicator ?? area), ...said };
}

/** A read cell of a department's workbook. */
export function read<T>(value: T | null, department: string, cell: string, shown?: string): Read<T> {
  const text = shown ?? (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));
  return { value, shown: text, place: { file: `${department}.xlsx`, sheet: '填报', cell } };
}

export function quantity(value: number, qualifier: Qualifier = ''): Quantity {
  return { value, applies: true, qualifier };
}

export const notApplicable: Quantity = { value: null, applies: false, qualifier: '' };

export function department(name: string, more: Partial<Department> = {}): Department {
  return {
    id: name,
    name,
    aliases: [],
    kind: '内设',
    inGroup: false,
    mailbox: { value: null, shown: '', place: hub('单位', `${name} 邮箱`) },
    leaderMailbox: { value: null, shown: '', place: hub('单位', `${name} 分管领导邮箱`) },
    spreadsheet: null,
    active: true,
    roles: [],
    place: hub('单位', name),
    ...more,
  };
}

/** A deadline from `2022-06-30`, several days (recurring), or `长期`. */
export function deadline(text: string): Deadline {
  if (text === '长期') return { kind: 'ongoing' };
  const days = text.split(' ').map((day) => parseDay(day)!);
  return days.length === 1 ? { kind: 'day', due: days[0]!, start: null } : { kind: 'recurring', due: days };
}

export function task(id: string, more: Partial<Task> = {}): Task {
  return {
    id,
    section: id.slice(0, 1),
    title: id,
    measure: '',
    lead: '司法所',
    partners: [],
    leader: '',
    dueText: '',
    deadline: null,
    target: null,
    targetUnit: '',
    weight: 1,
    indicator: null,
    approved: null,
    phrase: '',
    extra: {},
    place: hub('任务', `A-${id}`),
    duePlace: hub('任务', `H-${id}`),
    ...more,
  };
}

interface Said {
  readonly status?: Status | null;
  readonly percent?: number | null;
  readonly doneOn?: Day | null;
  readonly doneThrough?: number | null;
  readonly department?: string;
}

export function progress(taskId: string, said: Said = {}): Progress {
  const {
    status = 'in-progress',
    percent = null,
    doneOn = null,
    doneThrough = null,
    department: from = '司法所',
  } = said;
  return {
    taskId,
    department: from,
    status: read<Status>(status, from, `D-${taskId}`),
    percent: read(percent === null ? null : quantity(percent), from, `E-${taskId}`),
    doneOn: read<Day>(doneOn, from, `F-${taskId}`),
    doneThrough: read(doneThrough, from, `G-${taskId}`),
    text: '',
    problems: '',
    next: '',
    evidence: '',
    coordination: '',
    extra: {},
    place: { file: `${from}.xlsx`, sheet: '任务进展', cell: `A-${taskId}` },
  };
}

/**
 * The figures, with 不涉及 from every department that is asked for one of them, or for a line of the detail sheets, and has
 * neither a figure nor a row.
 */
export function withOthersNotConcerned(rows: Rows): Rows {
  const reporting = new Set(rows.events.flatMap(({ rows: events }) => events.map((row) => row.department)));
  const ofDetails = rows.events.flatMap(({ detail, rows: events }) => (events.length === 0 ? [] : detail.shares));
  const spoken = new Set([...rows.figures, ...ofDetails].map(({ code }) => code));
  const askedFor = askedAmong(rows.departments, ruleOfLaw);
  const others = rows.indicators
    .filter(({ code }) => spoken.has(code))
    .flatMap((line) =>
      askedFor(line)
        .filter(({ name }) => !reporting.has(name))
        .filter(({ name }) => !rows.figures.some((one) => one.code === line.code && one.department === name))
        .map(({ name }) => figure(line.code, notApplicable, name)),
    );
  return { ...rows, figures: [...rows.figures, ...others] };
}

/** A typed figure; a number, a whole quantity, or null with what stands in the cell. */
export function figure(
  code: string,
  value: number | Quantity | null,
  from = '司法所',
  more: { readonly lastYear?: number; readonly shown?: string; readonly cell?: string } = {},
): Figure {
  const whole = typeof value === 'number' ? quantity(value) : value;
  const shown = more.shown ?? (whole === null ? '' : String(whole.value ?? '不涉及'));
  return {
    code,
    department: from,
    quantity: read(whole, from, more.cell ?? `D-${code}`, shown),
    lastYear: read(more.lastYear === undefined ? null : quantity(more.lastYear), from, `E-${code}`),
    note: '',
  };
}
