/** Which tasks are listed when somebody filters, searches and sorts; and what lands in a spreadsheet. */
import { bigCockpit } from '../../../build/bench-cockpit/big-cockpit.mjs';
import { chooseTasks, searchedTasks, taskTable, type TaskChoice } from '../../../src/pages/cockpit/choose-tasks';

const { tasks } = bigCockpit(4, 12);
const all: TaskChoice = { department: '', section: '', light: '', words: '', order: 'urgent' };
const chosen = (choice: Partial<TaskChoice>) => chooseTasks(searchedTasks(tasks), { ...all, ...choice });

it('takes department, section, light and every word together', () => {
  const [wanted] = tasks;
  if (wanted === undefined) throw new Error('there is a task');
  const { department, section, light, id } = wanted;
  const found = chosen({ department: department ?? '', section, light, words: `${id.toLowerCase()} 第1项` });
  expect(found.map((task) => task.id)).toContain(id);
  expect(found.every((task) => task.department === department && task.section === section)).toBe(true);
  expect(chosen({ words: '没有这个词' })).toEqual([]);
});

it('finds what the department wrote, and tasks whose lead nobody knows', () => {
  expect(chosen({ words: '专项经费' })).toHaveLength(tasks.length);
  const lost = tasks.map((task, index) => (index === 3 ? { ...task, department: null } : task));
  const found = chooseTasks(searchedTasks(lost), { ...all, department: '牵头单位不明' });
  expect(found.map(({ id }) => id)).toEqual([tasks[3]?.id]);
});

it('has the reddest and longest late first, what has no day last', () => {
  const late = chosen({}).filter(({ light }) => light === 'red');
  expect(chosen({}).slice(0, late.length)).toEqual(late);
  expect(late.map(({ workingDaysLate }) => workingDaysLate)).toEqual(
    late.map(({ workingDaysLate }) => workingDaysLate).sort((one, other) => other - one),
  );
  const dayless = tasks.map((task, index) => (index === 0 ? { ...task, due: null } : task));
  const byDay = chooseTasks(searchedTasks(dayless), { ...all, order: 'due' });
  expect(byDay[byDay.length - 1]?.id).toBe(tasks[0]?.id);
});

it('copies a table in which no text becomes a formula and no line breaks', () => {
  const [task] = tasks;
  if (task === undefined) throw new Error('there is a task');
  const table = taskTable([{ ...task, title: '=HYPERLINK("x")\n两行', percent: null }]);
  const [heads = '', line = '', ...more] = table.split('\n');
  expect(more).toEqual([]);
  expect(line.split('\t')).toHaveLength(heads.split('\t').length);
  expect(line).toContain(`'=HYPERLINK("x") 两行`);
  for (const sign of ['+', '-', '@']) expect(taskTable([{ ...task, title: `${sign}1` }])).toContain(`\t'${sign}1\t`);
});

it('tells of overdue tasks alone how late they are, and of no other nought', () => {
  const days = (state: 'overdue' | 'running'): string | undefined => {
    const [task] = tasks.map((one) => ({ ...one, state, workingDaysLate: 0 }));
    return task && taskTable([task]).split('\n')[1]?.split('\t')[7];
  };
  expect([days('overdue'), days('running')]).toEqual(['0', '']);
});

it('by departments has the most urgent of each first', () => {
  const found = chosen({ order: 'department' });
  const [first] = found;
  const own = found.filter(({ department }) => department === first?.department);
  expect(found.slice(0, own.length)).toEqual(own);
  expect(own).toEqual(chosen({ department: first?.department ?? '' }));
});
