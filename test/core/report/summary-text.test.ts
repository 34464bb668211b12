import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { summaryFromFindings } from '../../../src/core/report/summary';
import type { Problem } from '../../../src/core/base/problem';
import { problemsText, summaryText } from '../../../src/core/report/summary-text';
import { toldAreas } from '../../../src/core/report/told-areas';
import type { Rows } from '../../../src/core/rows/rows';
import { reportRows, reportSettings } from './sample-report';

function textFor(rows: Rows): string {
  const { value, problems } = findingsFromRows(rows, reportSettings, []);
  const areas = toldAreas(value, rows, reportSettings).value;
  return summaryText(summaryFromFindings({ findings: value, areas }, reportSettings, problems, []), problems);
}

/** The tasks in the given state only. */
function only(...states: readonly string[]): Rows {
  const { tasks } = findingsFromRows(reportRows, reportSettings, []).value;
  const kept = new Set(tasks.filter(({ state }) => states.includes(state)).map(({ task }) => task.id));
  return { ...reportRows, tasks: reportRows.tasks.filter(({ id }) => kept.has(id)) };
}

it.each([
  ['all tasks', reportRows, '完成率 86.8%'],
  ['all done', only('done'), '完成率 100%'],
  ['none done', only('overdue'), '完成率 0%'],
  ['none due', only('running'), '完成率 —'],
])('prints the completion rate as the report does: %s', (_, rows, expected) => {
  expect(textFor(rows)).toContain(expected);
});

it('names overdue tasks with department and working days, and each weak area with its figures', () => {
  const text = textFor(reportRows);
  expect(text.match(/（.+，应于 .+ 完成，(逾期 \d+ 个工作日|到期未完成)）/gu)).toHaveLength(5);
  expect(text).toContain('法治意识：执法人员持证率 79.2%（法定标准不低于100%）');
});

it('says of how many tasks the completion rate knows nothing, those without a readable deadline too', () => {
  const tasks = reportRows.tasks.map((task) => ({ ...task, deadline: task.id === 'A-01' ? null : task.deadline }));
  const progress = reportRows.progress.filter(({ taskId }) => taskId !== 'A-01');
  expect(textFor({ ...reportRows, tasks, progress })).toContain('时限不明1项没有计入，不作判断');
});

it('gives the rate as many decimals as it takes to tell it from its standard, as the report does', () => {
  const indicators = reportRows.indicators.map((line) => (line.code === 'A5' ? { ...line, threshold: 86.8 } : line));
  expect(textFor({ ...reportRows, indicators })).toContain('完成率 86.84%');
});

it('tells a problem that several workbooks share once, with all of them, and counts each', () => {
  const shared = (file: string, cell: string): Problem => ({
    code: 'cover-blank',
    level: 'error',
    place: { file, sheet: '封面', cell },
    actual: '',
    reason: '填报日期没有填写',
    expected: '请填写',
  });
  const told = problemsText([shared('司法所.xlsx', 'B5'), shared('财政所.xlsx', 'B5'), shared('财政所.xlsx', 'B6')]);
  expect(told).toEqual([
    '问题：错误 3 条，请核实 0 条，提示 0 条',
    expect.stringContaining('司法所.xlsx、财政所.xlsx 封面!B5：填报日期没有填写'),
    expect.stringContaining('财政所.xlsx 封面!B6：填报日期没有填写'),
  ]);
  const many = Array.from({ length: 90 }, (_, index) => shared(`${String(index)}.xlsx`, 'B5'));
  expect(problemsText(many)).toHaveLength(2);
});
