/** The cockpit of offices written out by hand: what is not known is told and never counted as nothing. */
import type { CockpitInput } from '../../../src/core/cockpit/cockpit';
import { cockpitFrom } from '../../../src/core/cockpit/cockpit';
import type { IndicatorFinding } from '../../../src/core/findings/findings';
import type { Missing } from '../../../src/core/findings/formula';
import { gridOf } from '../grid-builder';
import { cockpitOf, fileOf, inputOf } from './office';

const june = { deadline: '2022-06-30' };
const december = { deadline: '2022-12-31' };

it('holds the tasks against the time that has gone by, and tells of how many nobody can say', () => {
  const { whole } = cockpitOf({
    tasks: [
      { id: 'A-01', ...june },
      { id: 'A-02', ...december },
      { id: 'A-03', ...december },
      { id: 'A-04', ...december },
      { id: 'A-05', deadline: '另行通知' },
      { id: 'A-06', deadline: '长期坚持' },
      { id: 'A-07', ...december, approved: '取消', basis: '县里撤销' },
    ],
    files: [
      fileOf('司法所', [
        { taskId: 'A-01', status: '已完成', doneOn: '2022-06-20' },
        { taskId: 'A-02', status: '推进中', percent: '50%' },
        { taskId: 'A-03', status: '未启动' },
        { taskId: 'A-04', status: '推进中' },
        { taskId: 'A-06', status: '推进中', percent: '90%' },
      ]),
    ],
  });
  // Of the year 272 of 364 days: 74.7 %; with A-01, whose time is over, (100 + 2 × 74.7) / 3.
  expect(whole.schedule).toEqual({ expected: 83.2, actual: 50, counted: 3, unknown: 2, without: 1, resting: 1 });
  expect(whole.completion).toMatchObject({ total: 7, done: 1, due: 1, rate: 100, undated: 1, unreported: 0 });
});

it('holds a task whose new day is over against that day, whatever its deadline was', () => {
  const { whole } = cockpitOf({
    tasks: [{ id: 'A-01', deadline: '长期坚持', approved: '延期至2022年8月31日', basis: '县里同意' }],
    files: [fileOf('司法所', [{ taskId: 'A-01', status: '推进中', percent: '60%' }])],
  });
  expect(whole.schedule).toMatchObject({ expected: 100, actual: 60, counted: 1, without: 0, resting: 0 });
});

it('has no share at all where nobody said anything, not 0', () => {
  const { whole, departments } = cockpitOf({ tasks: [{ id: 'A-01', ...june }], files: [] });
  expect(whole.schedule).toMatchObject({ expected: null, actual: null, counted: 0, unknown: 1 });
  expect(whole.completion).toMatchObject({ rate: null, rateText: '—', due: 0, unreported: 1 });
  expect(departments.map(({ name, workbook }) => [name, workbook])).toEqual([
    ['司法所', 'none'],
    ['综治中心', 'none'],
  ]);
});

it('a workbook that could not be read is told apart from one that never came', () => {
  const unread = { file: '司法所.xlsx', grids: null, failure: { fault: 'file', why: '文件损坏' } } as const;
  const { departments, gaps } = cockpitOf({ tasks: [{ id: 'A-01', ...june }], files: [unread] });
  expect(departments[0]).toMatchObject({ workbook: 'not-read', why: expect.stringContaining('文件损坏') as string });
  const why = (name: string): string[] => gaps.filter(({ department }) => department === name).map((gap) => gap.why);
  expect(why('司法所')).toEqual(['表没有读到']);
  expect(why('综治中心')).toEqual(['没有交表']);
});

it('a department of which only a table of the town tells has no usable form, and no blanks in it', () => {
  const rows = [
    ['任务编号', '重点任务', '牵头单位', '完成时限', '完成状态', '进展情况'],
    ['A-01', '宪法宣传', '司法所', '6月底前', '推进中', '3场'],
    ['A-02', '矛盾调解', '综治中心', '6月底前', '推进中', '2件'],
  ];
  const town = { file: '台账.xlsx', grids: [gridOf(rows, { workbook: '台账.xlsx', sheet: '台账' })] };
  const own = [{ taskId: 'A-02', status: '推进中', percent: '40%' }];
  const { departments, gaps } = cockpitOf({
    tasks: [
      { id: 'A-01', ...june },
      { id: 'A-02', ...june, lead: '综治中心' },
    ],
    files: [town, fileOf('综治中心', own)],
  });
  expect(departments.map(({ name, workbook, why }) => [name, workbook, why])).toEqual([
    ['司法所', 'formless', ''],
    ['综治中心', 'usable', ''],
  ]);
  expect(departments[0]?.figures).toMatchObject({ blank: 0, refused: 0 });
  expect(departments[0]?.figures.asked).toBeGreaterThan(0);
  expect(gaps.filter(({ department }) => department === '司法所').map(({ why }) => why)).toEqual(['没有交表']);
});

it('gives each task its light, its cells and the words of its department', () => {
  const { tasks, departments, sections } = cockpitOf({
    tasks: [
      { id: 'A-01', ...june },
      { id: 'B-01', ...june, lead: '无此单位' },
    ],
    files: [fileOf('司法所', [{ taskId: 'A-01', status: '推进中', percent: '40%', problems: '缺少经费' }])],
  });
  expect(tasks[0]).toMatchObject({ light: 'red', state: 'overdue', percent: 40, level: '红3' });
  expect(tasks[0]?.cells).toContain('总表.xlsx 任务!I4');
  expect(tasks[0]?.said).toEqual([
    ['状态', '推进中'],
    ['存在问题', '缺少经费'],
  ]);
  expect(tasks[1]).toMatchObject({ department: null, light: 'yellow', said: [], percent: null });
  expect(departments.map(({ name, lights }) => [name, lights.red, lights.yellow])).toEqual([
    ['司法所', 1, 0],
    ['综治中心', 0, 0],
    ['牵头单位不明', 0, 1],
  ]);
  expect(sections.map(({ name, completion }) => [name, completion.total])).toEqual([['组织领导', 2]]);
});

it('counts the days to the deadlines of the report from the day of the run', () => {
  const { deadlines } = cockpitOf({
    tasks: [{ id: 'A-01', ...june }],
    files: [],
    settings: { today: '2023-02-27', submittedOn: '2023-02-20' },
  });
  expect(deadlines).toEqual([
    { name: '报送上级', day: '2023-03-01', daysLeft: 2, doneOn: '2023-02-20' },
    { name: '向社会公开', day: '2023-04-01', daysLeft: 33, doneOn: null },
  ]);
});

it('says why the reminders could not be counted, and counts them by their state otherwise', () => {
  const office = { tasks: [{ id: 'A-01', ...june }], files: [] };
  expect(cockpitOf({ ...office, more: { ledger: { why: '催办记录已损坏' } } }).reminders).toMatchObject({
    states: null,
    why: '催办记录已损坏',
  });
  expect(cockpitOf(office).reminders).toMatchObject({ states: {}, why: '' });
});

const plain = inputOf({ tasks: [{ id: 'A-01', ...june }], files: [] });

/** The office with these indicators alone. */
function judged(indicators: readonly IndicatorFinding[]): CockpitInput {
  return { ...plain, findings: { ...plain.findings, indicators } };
}

function firstOf(isWanted: (found: IndicatorFinding) => boolean): IndicatorFinding {
  const found = plain.findings.indicators.find(isWanted);
  if (found === undefined) throw new Error('the edition has no such indicator');
  return found;
}

const typed = firstOf(({ indicator }) => indicator.numerator === null && indicator.threshold !== null);
const computed = firstOf(({ indicator }) => indicator.numerator !== null);
const named = (name: string, more: Partial<IndicatorFinding>): IndicatorFinding => ({
  ...typed,
  ...more,
  indicator: { ...typed.indicator, code: name, name },
});

it('lists the standards with what misses them first, then what is not known', () => {
  const { indicators } = cockpitFrom(
    judged([
      named('达标', { met: true }),
      named('不涉及', { state: 'not-applicable', text: '' }),
      named('不达标', { weak: true }),
    ]),
  );
  expect(indicators.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['不达标', 'missed'],
    ['不涉及', 'open'],
    ['达标', 'met'],
  ]);
  expect(indicators[1]?.text).toBe('不涉及');
});

const missed = (department: string, why: Missing['why']): Missing => ({
  ...{ department, why },
  ...{ code: typed.indicator.code, place: { file: `${department}.xlsx` } },
});

it('counts what a department owes once: by its first reason, and not again in what is computed of it', () => {
  const coverage = {
    ...typed.coverage,
    asked: ['司法所', '综治中心'],
    given: ['司法所'],
    missing: [missed('无此单位', 'no-department'), missed('综治中心', 'refused'), missed('综治中心', 'blank')],
  };
  const { departments, gaps } = cockpitFrom(judged([named('次数', { coverage }), { ...computed, coverage }]));
  expect(departments.map(({ name, figures }) => [name, figures])).toEqual([
    ['司法所', { asked: 1, given: 1, blank: 0, refused: 0 }],
    ['综治中心', { asked: 1, given: 0, blank: 0, refused: 1 }],
  ]);
  expect(gaps).toEqual([
    { department: '综治中心', why: '填的没有采用', figures: ['次数'] },
    { department: '无此单位', why: '“单位”表里没有', figures: ['次数'] },
  ]);
});

it('shows a department that is out of use only where it still leads a task', () => {
  const unused = plain.rows.departments.map((one) => ({ ...one, active: false }));
  const { departments } = cockpitFrom({ ...plain, rows: { ...plain.rows, departments: unused } });
  expect(departments.map(({ name }) => name)).toEqual(['司法所']);
});

it('takes no share from a task nobody can call done or not, whatever percentage stands beside it', () => {
  const { whole } = cockpitOf({
    tasks: [{ id: 'A-01', ...june }],
    files: [fileOf('司法所', [{ taskId: 'A-01', status: '差不多', percent: '40%' }])],
  });
  expect(whole.schedule).toMatchObject({ expected: null, actual: null, counted: 0, unknown: 1 });
});

it('shows of a task the level its department is told, which comes before those of its leaders', () => {
  const late = inputOf({
    tasks: [{ id: 'A-01', ...june }],
    files: [fileOf('司法所', [{ taskId: 'A-01', status: '推进中' }])],
  });
  const after = late.due.map((item) => ({ ...item, key: { ...item.key, level: '红1' as const } }));
  const { tasks } = cockpitFrom({ ...late, due: [...late.due, ...after] });
  expect(tasks[0]?.level).toBe('红3');
});

it('asks nothing of a figure that is not known', () => {
  const { indicators } = cockpitFrom(plain);
  expect(indicators.length).toBeGreaterThan(0);
  expect(indicators.map(({ value, verdict }) => [value, verdict])).toEqual(indicators.map(() => [null, 'open']));
  expect(indicators.flatMap(({ missing }) => missing)).toContain('司法所没有交表');
});
