/** The cockpit of offices written out by hand: what is not known is told and never counted as nothing. */
import { cockpitOf, fileOf } from './office';

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

it('lists the standards with what misses them first, and asks nothing of a figure that is not known', () => {
  const { indicators } = cockpitOf({ tasks: [{ id: 'A-01', ...june }], files: [] });
  expect(indicators.length).toBeGreaterThan(0);
  expect(indicators.map(({ value, verdict }) => [value, verdict])).toEqual(indicators.map(() => [null, 'open']));
  expect(indicators.flatMap(({ missing }) => missing)).toContain('司法所没有交表');
});
