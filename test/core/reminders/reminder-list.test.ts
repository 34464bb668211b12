/** 催办清单, on the sample town: what the mails say, and nothing else. */
import { ruleOfLaw } from '../../edition';
import { holidayTable } from '../../../src/core/base/holiday-table';
import type { Problem } from '../../../src/core/base/problem';
import { makeCalendar } from '../../../src/core/base/working-days';
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { keyText, type DueItem } from '../../../src/core/reminders/due-item';
import { dueItems } from '../../../src/core/reminders/due-items';
import { reminderList, type ReminderLine } from '../../../src/core/reminders/reminder-list';
import { departmentItems } from '../../../src/core/rows/department-items';
import type { Rows } from '../../../src/core/rows/rows';
import type { Settings } from '../../../src/core/settings/settings';
import { settings as usual } from '../findings/rows-builder';
import { sampleRows } from '../findings/sample';
import { dueItem, overdueItem } from './mails';

const settings: Settings = { ...usual, today: '2022-12-31' };

function itemsOf(rows: Rows, own: Settings = settings, problems: readonly Problem[] = []): readonly DueItem[] {
  const findings = findingsFromRows(rows, own, []).value;
  const office = { rows, settings: own, findings, departmentItems: departmentItems(problems, rows) };
  return dueItems(office, makeCalendar(holidayTable, rows.holidays)).value;
}

const listOf = (...office: Parameters<typeof itemsOf>): readonly ReminderLine[] =>
  reminderList(itemsOf(...office), ruleOfLaw);
const toDepartments = (lines: readonly ReminderLine[]): readonly ReminderLine[] =>
  lines.filter(({ department }) => !department.endsWith('）'));

describe('the list of the sample town', () => {
  const lines = listOf(sampleRows);

  it('asks the leading departments for the overdue tasks on the last day of the year, and calls none late that is due on it', () => {
    expect(toDepartments(lines).map(({ level, department, taskId }) => [level, department, taskId])).toEqual([
      ['红3', '综合行政执法办', 'C-02'],
      ['红3', '司法所', 'D-01'],
      ['红3', '司法所', 'E-05'],
      ['红2', '综合行政执法办', 'C-03'],
      ['黄', '财政所', 'D-04'],
    ]);
  });

  it('says of each what its mail says', () => {
    const items = itemsOf(sampleRows);
    expect(lines.map(({ text }) => text)).toEqual(items.map(({ text }) => text));
    expect(lines.map(({ level }) => level)).toEqual(items.map(({ key }) => key.level));
  });

  it('tells the leaders of a department by their office', () => {
    const told = lines.filter(({ taskId }) => taskId === 'D-01').map(({ department }) => department);
    expect([...told].sort()).toEqual(['司法所', '司法所（主要领导）', '司法所（分管领导）']);
  });
});

it('asks a department without workbook once, and for none of its tasks', () => {
  const workbooks = sampleRows.workbooks.map((book) =>
    book.department === '党政办' ? { ...book, status: { kind: 'none' } as const } : book,
  );
  const progress = sampleRows.progress.filter(({ department }) => department !== '党政办');
  const lines = listOf({ ...sampleRows, workbooks, progress });
  expect(lines.filter(({ department }) => department.startsWith('党政办'))).toEqual([
    {
      level: '缺报',
      department: '党政办',
      taskId: '',
      text: '党政办：截至2022年12月31日没有收到可用的填报表。请尽快报送。',
    },
  ]);
});

it('hurries nobody over a task whose deadline only the office can mend', () => {
  const tasks = sampleRows.tasks.map((task) => (task.id === 'D-01' ? { ...task, deadline: null } : task));
  expect(listOf({ ...sampleRows, tasks }).map(({ taskId }) => taskId)).not.toContain('D-01');
});

it('holds the cells a department has to put right', () => {
  const wrong: Problem = {
    code: 'percent-over-100',
    level: 'error',
    place: { file: '司法所.xlsx', sheet: '任务进展', cell: 'D7' },
    actual: '185%',
    reason: '完成率应在0至100之间',
    expected: '请更正',
  };
  expect(listOf(sampleRows, settings, [wrong])).toContainEqual({
    level: '数据存疑',
    department: '司法所',
    taskId: '',
    text: '司法所：填报表有1处错误没有采用（任务进展!D7）。请按核对单改正后重新报送。',
  });
});

it('names the office by its own name, and each line once for each who is told', () => {
  const items = [
    dueItem({ key: { department: '办公室', subject: '报送', role: '办公室' } }),
    dueItem({ key: { department: '办公室', subject: '报送', role: '主要领导', level: '红2' } }),
    overdueItem({ key: { level: '红2', role: '分管领导' } }),
  ];
  const names = reminderList(items, ruleOfLaw).map(({ department, taskId }) => [department, taskId]);
  expect(names).toEqual([
    ['办公室', ''],
    ['办公室（主要领导）', ''],
    ['司法所（分管领导）', 'D-01'],
  ]);
  expect(new Set(items.map(({ key }) => keyText(key))).size).toBe(3);
});
