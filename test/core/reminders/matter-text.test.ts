/** What is asked of a department whose 任务进展 is there and could not be read: a sheet that can be, and no progress nobody has judged. */
import type { Addressee } from '../../../src/core/reminders/matter-text';
import { taskText } from '../../../src/core/reminders/matter-text';
import type { TaskFinding } from '../../../src/core/findings/findings';
import { itemsOf, workbooks } from './three-departments';
import { deadline, department, noRows, progress, task } from '../findings/rows-builder';
import type { Rows } from '../../../src/core/rows/rows';

const lost = {
  title: '任务进展',
  why: '“任务进展”找不到表头，没有读取',
  remedy: '请恢复“任务进展”的表头',
};

/** What is told of D-01, which is due on that day, or never, by role. */
function told(due: ReturnType<typeof deadline>, unused: typeof lost | null, kind = '内设'): readonly string[] {
  const rows: Rows = {
    ...noRows,
    departments: [department('司法所', { kind })],
    workbooks: workbooks.slice(0, 1).map((book) => (unused === null ? book : { ...book, unused: [unused] })),
    tasks: [task('D-01', { deadline: due, dueText: '见表' })],
  };
  return itemsOf(rows, '2022-11-18').flatMap(({ key, text }) => (key.subject === 'D-01' ? [text] : []));
}

const asked = '请改好填报表后重新报送：恢复“任务进展”的表头。';

it.each([
  ['running', deadline('2022-12-30'), '，“任务进展”找不到表头，没有读取。'],
  ['due within days', deadline('2022-11-21'), '，距到期1个工作日，“任务进展”找不到表头，没有读取。'],
  ['due today', deadline('2022-11-18'), '，当日到期，“任务进展”找不到表头，没有读取。'],
  ['without end', { kind: 'ongoing' } as const, '长期任务，“任务进展”找不到表头，没有读取。'],
])('of a task that is %s the sheet is asked for', (_title, due, why) => {
  const [text = '', ...more] = told(due, lost);
  expect(more).toEqual([]);
  expect(text.replace(/牵头单位的/u, '')).toContain(`${why}${asked}`);
  expect(told(due, null)[0]).toContain('请抓紧推进并更新填报表。');
});

it('of a task that was due the leaders are to have the sheet put right', () => {
  const texts = told(deadline('2022-10-31'), lost);
  expect(texts).toHaveLength(3);
  expect(texts[2]).toContain(`完成情况待核实。${asked}`);
  expect(texts[0]).toContain('完成情况待核实。请督促承办单位改好填报表后重新报送：恢复“任务进展”的表头。');
});

it('an outpost is asked to help', () => {
  expect(told(deadline('2022-12-30'), lost, '派出')[0]).toContain(asked.replace('请', '请协助'));
});

describe('the last sentence, of what is to be done,', () => {
  const line = progress('D-01', {});
  const open = {
    task: task('D-01', { title: '培训' }),
    due: '2022-11-30',
    why: '，没有办结',
    progress: line,
    unused: null,
  };
  const asked = (
    found: Partial<TaskFinding>,
    to: Partial<Addressee> = {},
    level: Parameters<typeof taskText>[2] = '黄',
    answerBy: Parameters<typeof taskText>[3] = null,
  ): string => {
    const whom = { department: '司法所', isOutpost: false, role: '承办单位', ...to } as const;
    const text = taskText({ ...open, state: 'running', ...found } as TaskFinding, whom, level, answerBy);
    return text.slice(text.indexOf('。') + 1);
  };
  const leader = { role: '分管领导' } as const;
  const town = { office: '党政办公室' };

  it.each<readonly [string, Partial<TaskFinding>, Partial<Addressee>]>([
    ['请抓紧推进并更新填报表。', {}, {}],
    ['请协助抓紧推进并更新填报表。', {}, { isOutpost: true }],
    ['请督促承办单位抓紧推进并更新填报表。', {}, leader],
    ['请核实完成情况并改正填报表。', { state: 'unclear' }, {}],
    ['请督促承办单位核实完成情况并改正填报表。', { state: 'unclear' }, leader],
    ['请抓紧推进，把进展写进“司法所.xlsx”的“任务进展”，或者报党政办公室。', {}, town],
    ['请抓紧推进，把进展报党政办公室。', { progress: null }, town],
    ['请核实完成情况，在“司法所.xlsx”的“任务进展”里改正，或者报党政办公室改正。', { state: 'unclear' }, town],
    ['请核实完成情况，把进展报党政办公室改正。', { state: 'unclear', progress: null }, town],
    ['请督促承办单位抓紧推进并报告。', {}, { ...town, ...leader }],
    ['请督促承办单位核实完成情况并报告。', { state: 'unclear' }, { ...town, ...leader }],
    ['请抓紧推进并更新填报表。', { unused: lost }, {}],
    ['请改好填报表后重新报送：恢复“任务进展”的表头。', { unused: lost, progress: null }, {}],
    ['请改好填报表后重新报送：把表头补齐。', { unused: { ...lost, remedy: '把表头补齐' }, progress: null }, {}],
    ['请改好填报表后重新报送：核对，请补齐。', { unused: { ...lost, remedy: '核对，请补齐' }, progress: null }, {}],
    ['请督促承办单位改好填报表后重新报送：恢复“任务进展”的表头。', { unused: lost, progress: null }, leader],
  ])('is %s', (text, found, to) => {
    expect(asked(found, to)).toBe(text);
  });

  it.each([
    ['红1', '2022-12-05', '，没有办结。请于2022年12月5日前书面说明原因、预计完成时间和下一步措施。'],
    ['红2', '2022-12-05', '，没有办结，按二级催办处理。请于2022年12月5日前书面说明原因、预计完成时间和下一步措施。'],
    ['红3', '2022-12-05', '，没有办结，按三级督办处理。请于2022年12月5日前书面说明原因、预计完成时间和下一步措施。'],
    ['红1', null, '，没有办结。请书面说明原因、预计完成时间和下一步措施。'],
  ] as const)('of what is %s, to be answered by %s, %s', (level, by, text) => {
    const whom = { department: '司法所', isOutpost: false, role: '承办单位' } as const;
    const found = { ...open, state: 'overdue' } as TaskFinding;
    expect(taskText(found, whom, level, by)).toBe(
      `司法所：贵单位牵头的“培训”（D-01）完成时限为2022年11月30日，${text}`,
    );
    expect(asked({ state: 'unclear' }, {}, level, by)).toBe('请核实完成情况并改正填报表。');
    expect(taskText({ ...found, due: null }, whom, '蓝', null)).toContain('（D-01），没有办结。');
  });
});
