/** The light of a task, and why: line by line, as a clerk reads it beside the task. */
import { holidayTable } from '../../../src/core/base/holiday-table';
import { makeCalendar } from '../../../src/core/base/working-days';
import type { Day } from '../../../src/core/base/day';
import type { Status } from '../../../src/core/cells/readings';
import { elapsedPercent, lightOf, type TaskOnDay } from '../../../src/core/findings/task-light';
import { standingOf } from '../../../src/core/findings/task-state';
import type { Task } from '../../../src/core/rows/rows';
import { deadline, progress, settings, task } from './rows-builder';

const calendar = makeCalendar(holidayTable, []);

interface Said {
  readonly status?: Status | null;
  readonly percent?: number;
  readonly doneOn?: Day;
  readonly through?: number;
}

/** `light why` on the day. */
function light(
  due: string,
  said: Said | null,
  asOf: Day,
  more: Partial<Task & Pick<TaskOnDay, 'unused' | 'filledOn'>> = {},
): string {
  const { unused = null, filledOn = null, ...own } = more;
  const judged = task('T', { deadline: due === '' ? null : deadline(due), ...own });
  const { status = 'in-progress', percent = null, doneOn = null, through = null } = said ?? {};
  const line = said === null ? null : progress('T', { status, percent, doneOn, doneThrough: through });
  const standing = standingOf(judged, line, { ...settings, asOf });
  const between = standing.due === null ? 0 : calendar.workingDaysBetween(asOf, standing.due);
  const workingDaysLate = standing.state === 'overdue' ? -between : 0;
  const workingDaysLeft = standing.state === 'running' && standing.due !== null ? between : null;
  const found = { task: judged, progress: line, filledOn, unused, standing, workingDaysLate, workingDaysLeft };
  const { light: colour, why } = lightOf(found, { ...settings, asOf }, calendar);
  return `${colour} ${why}`;
}

const unused = { why: '任务进展没有读出', remedy: '请补表头' };
const quarters = '2022-03-31 2022-06-30 2022-09-30 2022-12-31';

it.each<[due: string, said: Said | null, asOf: Day, expected: string, more?: Parameters<typeof light>[3]]>([
  ['', {}, '2022-07-04', 'yellow 完成时限无法识别，不能判断是否逾期'],
  ['2022-06-30', {}, '2022-06-30', 'blue 当日到期'],
  ['2022-06-30', {}, '2022-06-29', 'blue 距到期1个工作日'],
  ['2022-06-30', {}, '2022-06-16', 'blue 距到期10个工作日'],
  ['2022-06-30', {}, '2022-06-15', 'green 按序时推进'],
  ['2022-06-30', {}, '2022-07-01', 'red 逾期1个工作日'],
  ['2022-06-30', {}, '2022-07-04', 'red 逾期2个工作日'],
  // A Saturday before a Monday: not one working day has gone by.
  ['2022-07-01', {}, '2022-07-03', 'red 到期未完成'],
  ['2022-06-30', null, '2022-07-04', 'yellow 已到期，没有报进展'],
  ['2022-06-30', { status: null, percent: 50 }, '2022-07-04', 'yellow 已到期，没有填状态，完成情况待核实'],
  ['2022-06-30', { status: 'done' }, '2022-07-04', 'green 已完成'],
  ['2022-06-30', { status: 'done', doneOn: '2022-06-30' }, '2022-07-04', 'green 已完成'],
  ['2022-06-30', { status: 'done', doneOn: '2022-07-01' }, '2022-07-04', 'green 已完成，晚于时限1个工作日'],
  ['2022-07-01', { status: 'done', doneOn: '2022-07-03' }, '2022-07-04', 'green 已完成'],
  [quarters, { status: 'done', doneOn: '2022-12-31', through: 4 }, '2022-12-31', 'green 已完成'],
  [quarters, { through: 1 }, '2022-07-04', 'red 第2期未完成，逾期2个工作日'],
  [quarters, { status: 'not-started' }, '2022-04-06', 'red 第1期未完成，逾期3个工作日，未填已完成至第几期'],
  [quarters, { through: 2 }, '2022-07-04', 'green 按序时推进'],
  [
    quarters,
    { status: 'done', doneOn: '2022-06-28' },
    '2022-11-28',
    'yellow 第3期已到期，完成日期在这一期以前，未填已完成至第几期，完成情况待核实',
  ],
  ['2022-12-31', null, '2022-07-02', 'yellow 未报进展，落后序时50个百分点'],
  ['2022-12-31', null, '2022-03-14', 'green 按序时推进'],
  ['2022-12-31', null, '2022-07-02', 'yellow 牵头单位的任务进展没有读出', { unused }],
  ['2022-06-30', null, '2022-06-29', 'blue 距到期1个工作日，牵头单位的任务进展没有读出', { unused }],
  ['2022-06-30', null, '2022-06-30', 'blue 当日到期，牵头单位的任务进展没有读出', { unused }],
  ['2022-12-31', { percent: 30 }, '2022-07-02', 'green 按序时推进', { unused }],
  ['2022-12-31', { percent: 12.5 }, '2022-07-02', 'yellow 进度12.5%，落后序时38个百分点'],
  ['2022-12-31', { status: 'not-started' }, '2022-07-02', 'yellow 进度0%，落后序时50个百分点'],
  ['2022-12-31', {}, '2022-07-02', 'green 按序时推进'],
  ['长期', null, '2022-07-02', 'yellow 长期任务，未报进展'],
  ['长期', null, '2022-07-02', 'yellow 长期任务，牵头单位的任务进展没有读出', { unused }],
  ['长期', { status: 'not-started' }, '2022-07-02', 'yellow 长期任务，尚未启动'],
  ['长期', {}, '2022-10-01', 'green 长期任务，持续推进', { filledOn: '2022-07-01' }],
  ['长期', {}, '2022-10-02', 'yellow 长期任务，2022-07-01以后没有更新', { filledOn: '2022-07-01' }],
  ['2022-06-30', {}, '2022-07-04', 'grey 已批准取消', { approved: { status: 'cancelled', basis: '', until: null } }],
  ['2022-06-30', {}, '2022-07-04', 'grey 已批准延期', { approved: { status: 'deferred', basis: '', until: null } }],
  [
    '2022-06-30',
    {},
    '2022-07-04',
    'grey 已批准延期至2022-09-30：批复',
    { approved: { status: 'deferred', basis: '批复', until: '2022-09-30' } },
  ],
])('due %s, said %j: on %s it is %s', (due, said, asOf, expected, more = {}) => {
  expect(light(due, said, asOf, more)).toBe(expected);
});

it.each<[due: string, start: Day | null, asOf: Day, share: number | null]>([
  ['2022-12-31', null, '2022-01-01', 0],
  ['2022-12-31', null, '2022-12-31', 100],
  ['2022-12-31', null, '2023-03-01', 100],
  ['2022-12-31', null, '2021-12-01', 0],
  ['2022-03-11', '2022-03-01', '2022-03-06', 50],
  ['2023-02-28', null, '2022-12-31', 0],
  ['2022-03-01', '2022-03-01', '2022-03-01', null],
])('of the time for what is due %s from %p on, on %s %p percent have gone by', (due, start, asOf, share) => {
  expect(elapsedPercent({ deadline: { kind: 'day', due: due as Day, start } }, asOf)).toBe(share);
});

it('of a task without one day nobody can say how much has gone by', () => {
  for (const other of [null, deadline('长期'), deadline(quarters)])
    expect(elapsedPercent({ deadline: other }, '2022-07-02')).toBeNull();
});
