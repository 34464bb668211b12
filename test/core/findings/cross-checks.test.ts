/**
 * The cross-checks of an office's figures, by the number they have in its checklist, from the cells to the problem: each with
 * an office that gets it wrong and one that gets it right.
 */
import type { Problem } from '../../../src/core/base/problem';
import {
  casesTable,
  coverForm,
  departmentsTable,
  figuresTable,
  indicators,
  indicatorsTable,
  narrativesTable,
  progressTable,
  publicityTable,
  publishedTable,
  suggestionsTable,
  tasksTable,
  teamForm,
  trainingTable,
  weakAreasTable,
} from '../../edition';
import type { Findings } from '../../../src/core/findings/findings';
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { rowsFromGrids } from '../../../src/core/rows/rows-from-grids';
import { formGrid, settingsGrid, settingsOf, tableGrid, taskRecord, type RecordInput } from '../office-builder';
import { cellOf, type CellInput } from '../grid-builder';

type Figures = readonly RecordInput<typeof figuresTable.columns>[];

interface Unit {
  /** `C2=5 C2.1=4`, each in its own row from row 4 on. */
  readonly figures?: string | Figures;
  readonly progress?: readonly RecordInput<typeof progressTable.columns>[];
  readonly team?: RecordInput<typeof teamForm.columns>;
  readonly training?: readonly RecordInput<typeof trainingTable.columns>[];
  readonly publicity?: readonly RecordInput<typeof publicityTable.columns>[];
  readonly cases?: readonly RecordInput<typeof casesTable.columns>[];
  readonly says?: string;
}

interface Office extends Readonly<Record<string, unknown>> {
  readonly 司法所?: Unit;
  readonly 党政办?: Unit;
  readonly 派出所?: Unit;
  readonly task?: RecordInput<typeof tasksTable.columns>;
  readonly paragraph?: string;
  readonly published?: readonly RecordInput<typeof publishedTable.columns>[];
  /** Blank: what the office says of 编制经费. */
  readonly weakText?: string;
  readonly filledBy?: Readonly<Record<string, string>>;
}

function unitGrids(name: string, unit: Unit) {
  const more = { workbook: `${name}.xlsx` };
  const { figures = [], progress = [], team, training = [], publicity = [], cases = [], says } = unit;
  const lines = typeof figures === 'string' ? figures.split(' ').map(figureRecord) : figures;
  return [
    formGrid(coverForm, { department: name, reportYear: 2022 }, more),
    tableGrid(progressTable, progress, more),
    tableGrid(figuresTable, lines, more),
    ...(team === undefined ? [] : [formGrid(teamForm, team, more)]),
    tableGrid(trainingTable, training, more),
    tableGrid(publicityTable, publicity, more),
    tableGrid(casesTable, cases, more),
    tableGrid(suggestionsTable, says === undefined ? [] : [{ text: says }], more),
  ];
}

function figureRecord(pair: string): Figures[number] {
  const [code = '', value = ''] = pair.split('=');
  return { code, quantity: /^\d+(\.\d+)?$/u.test(value) ? Number(value) : value };
}

function hubOf({ task, paragraph, published = [], weakText = '编制经费不足', filledBy = {} }: Office) {
  const more = { workbook: '总表.xlsx' };
  const departments = ['司法所', '党政办', '派出所'].map((name, index) => ({
    id: `D0${String(index + 1)}`,
    name,
    inGroup: name === '司法所' ? '是' : '否',
  }));
  const grids = [
    settingsGrid(),
    tableGrid(departmentsTable, departments, more),
    tableGrid(tasksTable, task === undefined ? [] : [taskRecord(task)], more),
    tableGrid(narrativesTable, paragraph === undefined ? [] : [{ section: '存在不足', text: paragraph }], more),
    tableGrid(weakAreasTable, [{ area: '编制经费', problem: weakText }], more),
    tableGrid(publishedTable, published, more),
  ];
  const lines = Object.entries(filledBy).map(([code, who]) => indicatorRecord(code, who));
  return lines.length === 0 ? grids : [...grids, tableGrid(indicatorsTable, lines, more)];
}

function indicatorRecord(code: string, filledBy: string): RecordInput<typeof indicatorsTable.columns> {
  const aggregate = filledBy.endsWith('!') ? '取最大' : '合计';
  const { name, unit, area } = lineOf(code);
  const common = { code, name, unit, kind: '数量', area, aggregate };
  return { ...common, filledBy: filledBy.replace('!', '') };
}

/** The edition's line of that code: what is known of it holds only for it. */
function lineOf(code: string): { readonly name: string; readonly unit: string; readonly area: string } {
  const line = indicators.find((one) => one.code === code);
  if (line === undefined) throw new Error(`no indicator ${code}`);
  return line;
}

interface Judged {
  readonly findings: Findings;
  readonly problems: readonly Problem[];
}

/** Each office once on a day, whatever is asked of it. */
const known = new WeakMap<Office, Map<string, Judged>>();

function judge(office: Office, asOf = '2022-12-31'): Judged {
  const days = known.get(office) ?? new Map<string, Judged>();
  known.set(office, days);
  const judged = days.get(asOf) ?? judgeAnew(office, asOf);
  days.set(asOf, judged);
  return judged;
}

function judgeAnew(office: Office, asOf: string): Judged {
  const settings = settingsOf({ asOf });
  const departments = (['司法所', '党政办', '派出所'] as const).flatMap((name) => {
    const unit = office[name];
    return unit === undefined ? [] : [{ file: `${name}.xlsx`, grids: unitGrids(name, unit) }];
  });
  const rows = rowsFromGrids({ hub: hubOf(office), departments }, settings);
  const findings = findingsFromRows(rows.value, settings, []);
  return { findings: findings.value, problems: [...rows.problems, ...findings.problems] };
}

/** `level cell reason` of the problems of one rule. */
function says(office: Office, code: string): readonly string[] {
  const found = judge(office).problems.filter((problem) => problem.code === code);
  return found.map(({ level, place, reason }) => `${level} ${place.file} ${place.cell ?? ''} ${reason}`);
}

/** The figure from 司法所; the others that are asked as well have nothing to count. */
function allOf(figures: string): Office {
  const none = { figures: figures.replace(/=.*$/u, '=0') };
  return { 司法所: { figures }, 党政办: none, 派出所: none };
}

/** The values of all indicators that go back to the cell of 司法所. */
function valuesFrom(office: Office, cell: string): readonly number[] {
  const { indicators } = judge(office).findings;
  const own = indicators.filter(({ sources }) => sources.some((place) => place.cell === cell));
  return own.flatMap(({ value }) => value ?? []);
}

/** Each typed figure of a unit as `C2 34`, those that are one number. */
function givenBy(unit: Unit | undefined): readonly string[] {
  const shown = (input: CellInput | undefined): string => cellOf(input ?? null).shown;
  const { figures = [], publicity = [] } = unit ?? {};
  const lines = typeof figures === 'string' ? figures.split(' ').map(figureRecord) : figures;
  return [
    ...lines.map(({ code, quantity }) => `${shown(code)} ${shown(quantity)}`),
    ...publicity.map(({ people }) => `E2 ${shown(people)}`),
  ];
}

/** What every unit's share of every indicator comes to, as `C2 34`. */
function countedIn(office: Office): readonly string[] {
  return judge(office).findings.indicators.flatMap(({ indicator, byDepartment }) =>
    byDepartment.map(({ value }) => `${indicator.code} ${String(value)}`),
  );
}

const 司法所 = (figures: string): Office => ({ 司法所: { figures } });
const event = { day: '2022-12-04', topic: '宪法日宣传', leads: '是', events: 1, people: 100 };
const trainingRow = { day: '2022-10-10', topic: '学法考试', organiser: '司法所', hours: 0 };
const caseRow = {
  category: '罚款',
  procedure: '简易',
  decidedOn: '2022-03-04',
  amount: 100,
  capacity: '受委托',
  entrustedBy: '县局',
};
const done = { taskId: 'A-01', status: '已完成', doneOn: '2022-06-20', percent: 100 };
const task = { id: 'A-01', lead: '司法所', deadline: '2022-06-30' };
const staff = { quota: 2, established: 1, onDuty: 1, certified: 1, unqualified: 0, college: 1, lawMajors: 1 };
const whole = { ...staff, reviewers: 1, examPassed: 1 };
const exceeds = 'part-exceeds-whole';
const sumOf = 'parts-do-not-add-up';

describe('relations that must hold, or neither side is printed', () => {
  const team = (more: RecordInput<typeof teamForm.columns>): Office => ({ 司法所: { team: { ...whole, ...more } } });

  it.each<[number, string, Office, string, string, Office]>([
    [1, '简易 and 普通 make 决定', 司法所('C2=4 C2.2=3 C2.3=2'), sumOf, 'D5', 司法所('C2=5 C2.2=3 C2.3=2')],
    [3, '受理 within 申请', 司法所('C5=4 C5.1=5'), exceeds, 'D5', 司法所('C5=5 C5.1=5')],
    [3, '准予 and 不予 within 受理', 司法所('C5.1=5 C5.2=4 C5.3=2'), exceeds, 'D5', 司法所('C5.1=6 C5.2=4 C5.3=2')],
    [
      4,
      '决定 and 不予 within 立案 and 结转',
      司法所('C2=4 C2.4=2 C2.1=4 C2.6=1'),
      exceeds,
      'D4',
      司法所('C2=4 C2.4=2 C2.1=4 C2.6=2'),
    ],
    [5, '审核 within 应审核', 司法所('C6.1=3 C6.2=2'), exceeds, 'D4', 司法所('C6.1=2 C6.2=2')],
    [
      5,
      '应审核 within 决定, 强制 and 许可',
      司法所('C6.2=9 C2=4 C4.1=1 C4.2=1 C5.2=2'),
      exceeds,
      'D4',
      司法所('C6.2=8 C2=4 C4.1=1 C4.2=1 C5.2=2'),
    ],
    [6, '公示 within 决定', 司法所('C7.1=3 C2=2'), exceeds, 'D4', 司法所('C7.1=2 C2=2')],
    [7, '败诉 within 审结', 司法所('C11.2=3 C11.1=2'), exceeds, 'D4', 司法所('C11.2=2 C11.1=2')],
    [
      7,
      '审结 within 收案 and 旧存',
      司法所('C11.1=4 C11.3=2 C11.4=1'),
      exceeds,
      'D4',
      司法所('C11.1=3 C11.3=2 C11.4=1'),
    ],
    [7, '出庭 within 应出庭', 司法所('C12.1=3 C12.2=2'), exceeds, 'D4', 司法所('C12.1=2 C12.2=2')],
    [8, '审查 within 重大决策', 司法所('B2.1=3 B1=2'), exceeds, 'D4', 司法所('B2.1=2 B1=2')],
    [9, '持证 within 在岗', team({ certified: 2 }), exceeds, 'B7', team({})],
    [9, '审核人员 within 在岗', team({ reviewers: 2 }), exceeds, 'B11', team({})],
    [9, '法学 within 在岗', team({ lawMajors: 2 }), exceeds, 'B10', team({})],
    [9, '法考 within 审核人员', team({ examPassed: 2 }), exceeds, 'B12', team({})],
    [10, '在编 within 编制', team({ established: 3 }), exceeds, 'B5', team({ established: 2 })],
    [11, '参考 within 应考', 司法所('D9.1=4 D9.2=5'), exceeds, 'D5', 司法所('D9.1=5 D9.2=5')],
    [11, '合格 within 参考', 司法所('D9.2=4 D9.3=5'), exceeds, 'D5', 司法所('D9.2=5 D9.3=5')],
    [12, '到位 within 预算', 司法所('D10.1=4 D10.2=5'), exceeds, 'D5', 司法所('D10.1=5 D10.2=5')],
    [12, '支出 within 到位', 司法所('D10.2=4 D10.3=5'), exceeds, 'D5', 司法所('D10.2=5 D10.3=5')],
    [
      12,
      '支出 within 到位 and 上年结余',
      司法所('D10.2=4 D10.3=5 D10.5=0.5'),
      exceeds,
      'D5',
      司法所('D10.2=4 D10.3=5 D10.5=1'),
    ],
    [13, '调解成功 within 受理', 司法所('E6.1=4 E6.2=3'), exceeds, 'D4', 司法所('E6.1=3 E6.2=3')],
    [14, '按期办结 within 应办结', 司法所('E8.1=4 E8.2=3'), exceeds, 'D4', 司法所('E8.1=3 E8.2=3')],
    [15, '阵地村 within 行政村', 司法所('E3.1=31'), exceeds, 'D4', 司法所('E3.1=30')],
    [15, '法律顾问村 within 行政村', 司法所('B5.2=31'), exceeds, 'D4', 司法所('B5.2=30')],
  ])('%i %s', (_, __, wrong, code, cell, right) => {
    expect(says(wrong, code)).toEqual([expect.stringMatching(new RegExp(`^error 司法所.xlsx ${cell} `, 'u'))]);
    expect(valuesFrom(wrong, cell)).toEqual([]);
    expect(says(right, code)).toEqual([]);
    expect(valuesFrom(right, cell).length).toBeGreaterThan(0);
  });

  it('8 also between departments: the larger side is another one’s', () => {
    const filledBy = { B1: '党政办', 'B2.1': '司法所' };
    const office = { filledBy, 司法所: { figures: 'B2.1=6' }, 党政办: { figures: 'B1=5' } };
    expect(says(office, exceeds)).toEqual([
      'error 司法所.xlsx D4 重大决策合法性审查数 6 大于重大行政决策事项数（党政办.xlsx 指标数据!D4） 5',
    ]);
    expect(judge(office).findings.indicators.map(({ value }) => value)).toEqual([null, null]);
    expect(says({ ...office, 党政办: { figures: 'B1=6' } }, exceeds)).toEqual([]);
    expect(says({ ...office, 党政办: {} }, exceeds)).toEqual([]);
  });

  it('8 and says of a total that it is one, quoting what stands in the cell it names', () => {
    const filledBy = { B1: '党政办', 'B2.1': '司法所、派出所' };
    const office = {
      filledBy,
      司法所: { figures: 'B2.1=4' },
      派出所: { figures: 'B2.1=3' },
      党政办: { figures: 'B1=5' },
    };
    expect(says(office, exceeds)).toEqual([
      'error 司法所.xlsx D4 重大决策合法性审查数合计 7 大于重大行政决策事项数（党政办.xlsx 指标数据!D4） 5',
    ]);
    const told = judge(office).problems.filter(({ code }) => code === exceeds);
    expect(told.map(({ actual }) => actual)).toEqual(['4']);
  });

  it('8 and where the whole is what the rows of an own sheet make', () => {
    const cases = [1, 2].map((day) => ({
      ...{ number: `罚${String(day)}`, decidedOn: `2022-05-0${String(day)}`, mustReview: '是', reviewed: '是' },
    }));
    const filledBy = { 'C6.1': '司法所', 'C6.2': '司法所' };
    const office = { filledBy, 司法所: { figures: 'C6.1=5', cases } };
    expect(says(office, exceeds)).toEqual([
      expect.stringMatching(/^error 司法所\.xlsx D4 已法制审核件数 5 大于应法制审核件数（案件明细!A4） 2/u),
    ]);
    expect(judge(office).findings.indicators.map(({ value }) => value)).toEqual([null, null]);
  });

  it('a part too large for the nearest whole is told once, and a whole further off that fits stays', () => {
    const office: Office = { 司法所: { figures: 'D9.1=10 D9.2=8 D9.3=100' } };
    expect(says(office, 'part-exceeds-whole')).toEqual([expect.stringContaining('合格人数 100 大于')]);
    expect(valuesFrom(office, 'D4')).toEqual([10]);
    const all: Office = { 司法所: { figures: 'D9.1=5 D9.2=8 D9.3=100' } };
    expect(says(all, 'part-exceeds-whole')).toHaveLength(3);
  });

  it('10 and 12 are doubts once somebody has said why', () => {
    const over = { team: { ...whole, established: 3 }, says: '超编1名，系改革划转' };
    expect(says({ 司法所: over }, exceeds)).toEqual([expect.stringMatching(/^doubt /u)]);
    const funds = [
      { code: 'D10.1', quantity: 4 },
      { code: 'D10.2', quantity: 5, note: '年中追加1万元' },
    ];
    expect(says({ 司法所: { figures: funds } }, exceeds)).toEqual([expect.stringMatching(/^doubt /u)]);
  });

  it('11 合格 within 参考 in a row of the details', () => {
    const training = [{ ...trainingRow, examInvited: 5, examTaken: 4, examPassed: 5 }];
    expect(says({ 司法所: { training } }, exceeds)).toEqual(['error 司法所.xlsx I4 合格 5 大于参考 4']);
  });
});

describe('details and sums', () => {
  it('2 the categories of the cases add up to the decisions typed, or neither is printed', () => {
    const cases = [caseRow, { ...caseRow, category: '警告' }];
    const office = { 司法所: { figures: 'C2=3', cases } };
    expect(says(office, 'details-differ')).toEqual([
      'error 司法所.xlsx D4 指标 C2 填报为“3”，按明细表（司法所.xlsx 案件明细!A4 起）计算为“2”',
    ]);
    const valueOf = (figures: string): unknown =>
      judge({ 司法所: { figures, cases } }).findings.indicators.find(({ indicator }) => indicator.code === 'C2')?.value;
    expect([valueOf('C2=3'), valueOf('C2=2'), valueOf('C1=1')]).toEqual([null, 2, 2]);
    expect(says({ 司法所: { figures: 'C2=2', cases } }, 'details-differ')).toEqual([]);
  });

  it.each<[string, string, Unit, string]>([
    ['D8.1', '1', { training: [trainingRow, { ...trainingRow, day: '2022-11-01' }] }, '2'],
    ['D8.2', '60', { training: [{ ...trainingRow, hours: 8, attended: 5 }] }, '40'],
    ['D9.3', '9', { training: [{ ...trainingRow, examInvited: 9, examTaken: 9, examPassed: 8 }] }, '8'],
    ['E1', '5', { publicity: [event, { ...event, events: 3 }] }, '4'],
    ['E2', '90', { publicity: [event] }, '100'],
    ['E2.1', '90', { publicity: [{ ...event, materials: 80 }] }, '80'],
    ['C2.2', '0', { cases: [caseRow] }, '1'],
    ['C2.3', '1', { cases: [caseRow] }, '0'],
    ['C2.5', '0', { cases: [caseRow] }, '1'],
    ['C3', '1', { cases: [caseRow] }, '0.01'],
    ['C6.2', '0', { cases: [{ ...caseRow, mustReview: '是' }] }, '1'],
    ['C6.1', '0', { cases: [{ ...caseRow, mustReview: '是', reviewed: '是' }] }, '1'],
    ['C7.1', '0', { cases: [{ ...caseRow, publishedOn: '2022-03-08' }] }, '1'],
    ['C8.1', '0', { cases: [{ ...caseRow, recorded: '是' }] }, '1'],
  ])('23 %s is worked out from the details and compared', (code, typed, unit, computed) => {
    const told = (value: string): readonly string[] =>
      says({ 司法所: { ...unit, figures: `${code}=${value}` } }, 'details-differ').filter((line) =>
        line.includes(` ${code} `),
      );
    expect(told(typed)).toEqual([expect.stringContaining(`指标 ${code} 填报为“${typed}”`)]);
    expect(told(typed)[0]).toMatch(new RegExp(`计算为“${computed.replace('.', '\\.')}”$`, 'u'));
    expect(told(computed)).toEqual([]);
  });

  it('23 a joint event counts where it is led, and two leaders are named', () => {
    const led = (leads: string): Unit => ({ publicity: [{ ...event, leads }] });
    const one = judge({
      司法所: led('是'),
      派出所: led('否'),
      党政办: { figures: 'E1=0' },
    });
    expect(one.findings.indicators.find(({ indicator }) => indicator.code === 'E1')?.value).toBe(1);
    expect(says({ 司法所: led('是'), 派出所: led('是') }, 'joint-event-twice')).toEqual([
      'doubt 派出所.xlsx D4 2022-12-04“宪法日宣传”司法所（司法所.xlsx 普法明细!D4）和派出所都填了牵头，计了两次',
    ]);
    expect(says({ 司法所: led('是'), 派出所: led('否') }, 'joint-event-twice')).toEqual([]);
  });

  it('own decisions and those in another organ’s name are kept apart', () => {
    const cases = [caseRow, { ...caseRow, capacity: '本级', entrustedBy: null }];
    const { findings } = judge({ 司法所: { cases } });
    const valueOf = (code: string): unknown => findings.indicators.find((one) => one.indicator.code === code)?.value;
    expect([valueOf('C2'), valueOf('C2.5')]).toEqual([2, 1]);
    expect(says({ 司法所: { cases: [{ ...caseRow, capacity: '本级' }] } }, 'own-but-entrusted')).toHaveLength(1);
  });

  it('a figure two departments give counts once, with both cells named', () => {
    const both = { 司法所: { figures: 'B1=6' }, 党政办: { figures: 'B1=5' } };
    const asked = { ...both, filledBy: { B1: '党政办' } };
    expect(judge(asked).findings.indicators[0]?.value).toBe(5);
    expect(says(asked, 'figure-conflict')).toEqual([
      'doubt 司法所.xlsx D4 口径冲突：重大行政决策事项数司法所填“6”，党政办填“5”（党政办.xlsx 指标数据!D4），只采用党政办的',
    ]);
    const largest = { ...both, filledBy: { B1: '司法所、党政办!' } };
    expect(judge(largest).findings.indicators[0]?.value).toBe(6);
    expect(says(largest, 'figure-conflict')).toEqual([
      'doubt 党政办.xlsx D4 口径冲突：重大行政决策事项数党政办填“5”，司法所填“6”（司法所.xlsx 指标数据!D4），采用较大的',
    ]);
  });
});

describe('rates', () => {
  it('16 a typed one more than half a point off the parts', () => {
    expect(says(司法所('F3.3=490 F3.4=530 F3.2=77.78%'), 'typed-rate-differs')).toEqual([
      'error 司法所.xlsx D6 政务热线按期办结率填报为“77.78%”，由分子、分母算得 92.45，填报的没有采用',
    ]);
    expect(says(司法所('F3.3=490 F3.4=530 F3.2=92.3%'), 'typed-rate-differs')).toEqual([]);
    expect(says(司法所('F3.3=450 F3.4=500 F3.2=90.5%'), 'typed-rate-differs')).toEqual([]);
    expect(says(司法所('F3.3=450 F3.4=500 F3.2=90.6%'), 'typed-rate-differs')).toHaveLength(1);
  });

  it('27 below five cases the cases are told', () => {
    const { findings } = judge(司法所('E8.1=1 E8.2=2'));
    expect(findings.indicators.find(({ indicator }) => indicator.code === 'E8')?.text).toBe('2件中1件');
    const more = judge(司法所('E8.1=3 E8.2=6')).findings;
    expect(more.indicators.find(({ indicator }) => indicator.code === 'E8')?.text).toBe('50.0%');
  });
});

describe('doubts, which change no figure', () => {
  const recurring = { ...task, deadline: '每两月一次', indicator: 'A3' };

  it.each<[number, string, Office, string, string, Office]>([
    [
      17,
      'fewer times than a deadline asks for',
      { task: recurring, 司法所: { progress: [{ ...done, doneOn: '2022-12-20' }] }, 党政办: { figures: 'A3=5' } },
      'fewer-than-promised',
      'doubt 司法所.xlsx D4 任务 A-01 时限为“每两月一次”，应有6次，党委中心组学法次数只有 5',
      { task: recurring, 司法所: { progress: [{ ...done, doneOn: '2022-12-20' }] }, 党政办: { figures: 'A3=6' } },
    ],
    [
      17,
      'a frequency and a count that do not agree',
      { task, 司法所: { progress: [{ ...done, text: '每两月开展1次，全年共开展5次' }] } },
      'frequency-and-count',
      'doubt 司法所.xlsx A4 任务 A-01 的进展情况写的频次一年应有6次，写的总数只有5次',
      { task, 司法所: { progress: [{ ...done, text: '每两月开展1次，全年共开展6次' }] } },
    ],
    [
      18,
      'paid out and yet lacking',
      { paragraph: '执法经费不足。', 司法所: { figures: 'D10.1=5 D10.2=5' } },
      'paid-but-lacking',
      'doubt 总表.xlsx A4 执法经费到位率为 100%，却把经费写成薄弱环节',
      { paragraph: '执法经费不足。', 司法所: { figures: 'D10.1=5 D10.2=3' } },
    ],
    [
      18,
      'a word on something that is in order',
      { weakText: '执法经费没有足额到位，普法宣传不够', 司法所: { team: whole, figures: 'D10.1=5 D10.2=3' } },
      'weak-text-unfit',
      'doubt 总表.xlsx A4 这句话说到“普法宣传”，而有关的指标没有不达标，这一句没有采用',
      { weakText: '执法经费没有足额到位', 司法所: { team: whole, figures: 'D10.1=5 D10.2=3' } },
    ],
    [
      19,
      'another number in the office’s own words',
      { paragraph: '全年普法活动25场次。', ...allOf('E1=26') },
      'other-number-in-text',
      'doubt 总表.xlsx A4 段落里普法活动场次写作 25，报告算得 26场次',
      { paragraph: '全年普法活动26场次。', ...allOf('E1=26') },
    ],
    [
      19,
      'a plan that is over, or not yet there, in the office’s own words',
      { paragraph: '落实“九五”普法规划。' },
      'time-out-in-text',
      'doubt 总表.xlsx A4 这里说到九五，从2026年1月1日到2030年12月31日，报告写到2022年12月31日',
      { paragraph: '落实“八五”普法规划。' },
    ],
    [
      20,
      'another number in the yearbook of the same year',
      { ...司法所('C4.1=1 C4.2=0'), published: [{ code: 'C4', quantity: 3, source: '执法统计年报' }] },
      'other-than-published',
      'doubt 总表.xlsx B4 行政强制件数报告算得 1件，执法统计年报为 3',
      { ...司法所('C4.1=1 C4.2=0'), published: [{ code: 'C4', quantity: 1 }] },
    ],
    [
      21,
      'ten times last year’s money',
      { 司法所: { figures: [{ code: 'D10.1', quantity: 24, lastYear: 2.4 }] } },
      'changed-much',
      'doubt 司法所.xlsx D4 执法经费预算 24 与上年值 2.4 相差10倍以上',
      { 司法所: { figures: [{ code: 'D10.1', quantity: 3.6, lastYear: 2.4 }] } },
    ],
    [
      21,
      'half as much again as last year',
      { 司法所: { figures: [{ code: 'C1', quantity: 31, lastYear: 20 }] } },
      'changed-much',
      'doubt 司法所.xlsx D4 行政检查次数 31 与上年值 20 相比增加55.0%',
      { 司法所: { figures: [{ code: 'C1', quantity: 30, lastYear: 20 }] } },
    ],
    [
      22,
      'fewer people than events',
      { 司法所: { publicity: [{ ...event, events: 12, people: 8 }] } },
      'fewer-people-than-events',
      'doubt 司法所.xlsx F4 人次 8 少于场次 12',
      { 司法所: { publicity: [{ ...event, events: 12, people: 12 }] } },
    ],
    [
      22,
      'a crowd too large for a town',
      司法所('E1=2 E2=9000'),
      'crowd-too-large',
      'doubt 司法所.xlsx D5 平均每场超过2000人次（2场次、9000人次）',
      司法所('E1=2 E2=4000'),
    ],
    [
      26,
      'the same number from everybody',
      { 司法所: { figures: 'E1=12' }, 党政办: { figures: 'E1=12' }, 派出所: { figures: 'E1=12' } },
      'same-everywhere',
      'doubt 党政办.xlsx D4 3个单位填报的普法活动场次都是 12（党政办、司法所、派出所）',
      { 司法所: { figures: 'E1=12' }, 党政办: { figures: 'E1=12' }, 派出所: { figures: 'E1=13' } },
    ],
  ])('%i %s', (_, __, wrong, code, line, right) => {
    expect(says(wrong, code)).toEqual([line]);
    expect(says(right, code)).toEqual([]);
    // Whatever was doubted counts as it was typed.
    const given = ['司法所', '党政办', '派出所'].flatMap((name) => givenBy(wrong[name] as Unit | undefined));
    for (const counted of given) expect(countedIn(wrong)).toContain(counted);
  });

  it('20 is silent where a figure is missing or inexact, or the yearbook rounds', () => {
    const published = (code: string, quantity: CellInput): Office => ({ published: [{ code, quantity }] });
    expect(says({ ...published('C2', 35), ...司法所('C2=若干') }, 'other-than-published')).toEqual([]);
    expect(says({ ...published('C2', '约35'), ...司法所('C2=34') }, 'other-than-published')).toEqual([]);
    expect(says({ ...published('C3', 2.86), ...司法所('C3=28560元') }, 'other-than-published')).toEqual([]);
    expect(says({ ...published('C2', 0), ...司法所('C2=不涉及') }, 'other-than-published')).toEqual([]);
    expect(says({ ...published('C2', 2), ...司法所('C2=不涉及') }, 'other-than-published')).toEqual([
      'doubt 总表.xlsx B4 行政处罚决定数报告算得 不涉及，已公布为 2',
    ]);
  });

  it('21 is silent where 备注 says why, and of small numbers', () => {
    const figures = [
      { code: 'C1', quantity: 31, lastYear: 20, note: '新增职责' },
      { code: 'C3', quantity: 0.2, lastYear: 0.1 },
      { code: 'C2', quantity: 2, lastYear: 1 },
    ];
    expect(says({ 司法所: { figures } }, 'changed-much')).toEqual([]);
  });
});

describe('tasks', () => {
  const withProgress = (progress: RecordInput<typeof progressTable.columns>, more = {}): Office => ({
    task: { ...task, ...more },
    司法所: { progress: [{ ...done, ...progress }] },
  });

  it.each<[number, string, Office, string, string, string]>([
    [24, 'done without a day', withProgress({ doneOn: null }), 'done-without-day', 'error', 'unclear'],
    [24, 'done after the 核算日', withProgress({ doneOn: '2023-01-03' }), 'done-later', 'error', 'overdue'],
    [24, 'done before it began', withProgress({}, { start: '2022-06-25' }), 'done-before-start', 'error', 'unclear'],
    [
      25,
      '100 % and not done',
      withProgress({ status: '推进中', doneOn: null }),
      'hundred-not-done',
      'doubt',
      'overdue',
    ],
    [25, 'done below 100 %', withProgress({ percent: '80%' }), 'done-below-hundred', 'doubt', 'done'],
  ])('%i %s', (_, __, office, code, level, state) => {
    expect(says(office, code)).toEqual([expect.stringMatching(new RegExp(`^${level} 司法所.xlsx [EF]4 `, 'u'))]);
    expect(judge(office).findings.tasks[0]?.state).toBe(state);
    const right = withProgress({}, { start: '2022-06-20' });
    expect([says(right, code), judge(right).findings.tasks[0]?.state]).toEqual([[], 'done']);
  });

  it('run from their 起始日期: half a year of work that began in September is not behind in October', () => {
    const running = { taskId: 'A-01', status: '推进中', percent: '40%', doneOn: null };
    const lightOf = (start: string | null): unknown => {
      const office = { task: { ...task, deadline: '2022-12-31', start }, 司法所: { progress: [running] } };
      return judge(office, '2022-10-15').findings.tasks[0]?.light;
    };
    expect([lightOf('2022-09-01'), lightOf(null)]).toEqual(['green', 'yellow']);
  });
});
