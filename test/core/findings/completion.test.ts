/** The completion rate speaks for all tasks that were due, or is not judged and says for how many it speaks. */
import { problemText } from '../../../src/core/base/problem';
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import type { Findings } from '../../../src/core/findings/findings';
import type { Rows } from '../../../src/core/rows/rows';
import { reportStateWords } from '../../../src/core/base/state-words';
import { summaryFromFindings } from '../../../src/core/report/summary';
import { summaryText } from '../../../src/core/report/summary-text';
import { settings } from './rows-builder';
import { sampleRows } from './sample';

interface Told {
  readonly rate: Findings['indicators'][number];
  readonly says: readonly string[];
  readonly screen: string;
}

function told(rows: Partial<Rows>, partialFigures: 'gap' | 'marked' = 'gap'): Told {
  const chosen = { ...settings, partialFigures };
  const { value, problems } = findingsFromRows({ ...sampleRows, ...rows }, chosen, []);
  const rate = value.indicators.find(({ indicator }) => indicator.name === '任务完成率');
  if (!rate) throw new Error('no rate of tasks');
  const own = problems.filter(({ code }) => code === 'completion-incomplete');
  const screen = summaryText(summaryFromFindings({ findings: value, areas: [] }, chosen, problems, []), problems);
  return { rate, says: own.map((problem) => `${problem.level} ${problemText(problem)}`), screen };
}

const [first] = sampleRows.progress.filter(({ status }) => status.value === 'done');
const leader = first?.department ?? '';

it('is known and judged where the state of every task that was due is', () => {
  const { rate, says, screen } = told({});
  expect(rate).toMatchObject({
    ...{ state: 'known', applies: true },
    text: '86.8%',
    weak: true,
    partial: null,
    numerator: 33,
    denominator: 38,
  });
  expect(rate.coverage).toMatchObject({ missing: [] });
  expect(rate.coverage.asked.length).toBeGreaterThan(3);
  expect(says).toEqual([]);
  expect(screen).toContain('完成率 86.8%（绿');
});

it('does not apply where no task was due, and is lacking where nobody knows of any that was', () => {
  const none = told({ tasks: [], progress: [] });
  expect([none.rate, none.says]).toMatchObject([{ state: 'not-applicable', applies: false, value: null }, []]);
  const { rate, says } = told({ progress: [] });
  expect(rate).toMatchObject({ state: 'unknown', applies: true, value: null, denominator: 0 });
  expect(says).toEqual([expect.stringContaining('没有任务可以计算')]);
});

it('is neither weak nor reached while nobody can read by when a task that is not done should have been', () => {
  const tasks = sampleRows.tasks.map((task) =>
    task.id === 'C-02' ? { ...task, deadline: null, dueText: '9月31日' } : task,
  );
  const { rate, says } = told({ tasks });
  expect(rate).toMatchObject({
    ...{ state: 'partial', value: null, weak: false, met: false },
    partial: { text: '89.2%（时限不明1项，未计入）', numerator: 33, denominator: 37 },
  });
  expect(rate.coverage.missing.map(({ why }) => why)).toEqual(['refused']);
  expect(says).toEqual([
    expect.stringMatching(
      /^error 总表\.xlsx 任务：有1项没有完成的任务时限不明（C-02），不知道到期没有，任务完成率只按其余37项计算，不作判断。/u,
    ),
  ]);
});

it('tells a blank deadline from one that nobody can read, and names no task without a number', () => {
  const { value } = findingsFromRows(sampleRows, settings, []);
  const [late = '', other = ''] = value.tasks.flatMap(({ state, task: { id } }) => (state === 'overdue' ? [id] : []));
  const blank = { deadline: null, dueText: ' ' };
  const tasks = sampleRows.tasks.map((task) =>
    task.id === late ? { ...task, ...blank, id: '' } : task.id === other ? { ...task, ...blank } : task,
  );
  const progress = sampleRows.progress.map((line) => (line.taskId === late ? { ...line, taskId: '' } : line));
  const { rate, says } = told({ tasks, progress });
  expect(rate.coverage.missing.map(({ why }) => why)).toContain('blank');
  expect(says.join()).toContain(`时限不明（${other}），`);
});

it('is known where only a task that is done has no deadline that can be read', () => {
  const tasks = sampleRows.tasks.map((task) =>
    task.id === first?.taskId ? { ...task, deadline: null, dueText: '9月31日' } : task,
  );
  expect(told({ tasks }).rate).toMatchObject({ state: 'known', numerator: 33, denominator: 38 });
});

it.each(['gap', 'marked'] as const)('is neither weak nor reached while a task was not reported (%s)', (how) => {
  const { rate, says, screen } = told({ progress: sampleRows.progress.filter((line) => line !== first) }, how);
  expect(rate).toMatchObject({
    state: 'partial',
    value: null,
    text: '',
    weak: false,
    partial: { text: '86.5%（未报1项，未计入）', numerator: 32, denominator: 37, isPrinted: how === 'marked' },
    coverage: { missing: [{ department: leader, why: 'blank' }] },
  });
  expect(rate.coverage.given).not.toContain(leader);
  expect(says).toEqual([
    expect.stringMatching(/^error .*到期任务有未报1项（.*），任务完成率只按其余37项计算，不作判断/u),
  ]);
  expect(screen).toContain('完成率 86.5%，未报1项没有计入，不作判断（绿');
});

it('counts a status that nobody can read as 待核实', () => {
  const refused = sampleRows.progress.map((line) =>
    line === first ? { ...line, status: { ...line.status, value: null, shown: '差不多了' } } : line,
  );
  const { rate, says } = told({ progress: refused });
  expect(rate.coverage.missing).toMatchObject([{ department: leader, why: 'refused', place: first?.status.place }]);
  expect(says).toEqual([expect.stringContaining(`到期任务有${reportStateWords.unclear}1项`)]);
});

it.each([
  [{ kind: 'none' }, 'no-file'],
  [{ kind: 'not-read', fault: 'service', why: '超时' }, 'not-read'],
  [{ kind: 'refused', why: '封面年度不对' }, 'not-read'],
] as const)('tells of a workbook that is %j', (status, why) => {
  const workbooks = sampleRows.workbooks.map((book) => (book.department === leader ? { ...book, status } : book));
  const progress = sampleRows.progress.filter(({ department }) => department !== leader);
  const { missing } = told({ progress, workbooks }).rate.coverage;
  expect(new Set(missing.map((one) => [one.department, one.why].join(' ')))).toEqual(new Set([`${leader} ${why}`]));
});

it('has nothing to say where nobody reported', () => {
  const { rate, says } = told({ progress: [] });
  expect(rate).toMatchObject({ state: 'unknown', value: null, partial: null, weak: false });
  expect(says).toEqual([expect.stringContaining('任务完成率没有任务可以计算，不作判断')]);
});
