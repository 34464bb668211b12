/** A task whose deadline nobody can read may be late: no rate, no praise and no “not due yet” speaks for it. */
import { report, reportRows } from './sample-report';

const late = ['C-02', 'C-03', 'D-01', 'D-04', 'E-05'];
const undated = {
  ...reportRows,
  tasks: reportRows.tasks.map((task) =>
    late.includes(task.id) ? { ...task, deadline: null, dueText: '另行通知' } : task,
  ),
};

it('is told apart from what is not due yet, and keeps the rate and the praise away', () => {
  const text = report(undated).text ?? '';
  expect(text).toContain('另有5项任务的时限不明，未计入应完成数');
  expect(text).toContain('还有5项属于长期任务或者尚未到期');
  expect(text).not.toMatch(/完成率\d|件件落实|稳步推进/u);
});

it('of all others the same is said as ever', () => {
  const text = report().text ?? '';
  expect(text).toContain('完成率86.8%');
  expect(text).not.toContain('时限不明');
});
