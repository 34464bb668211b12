/** What is asked of a department whose 任务进展 is there and could not be read: a sheet that can be, and no progress nobody has judged. */
import { itemsOf, workbooks } from './three-departments';
import { deadline, department, noRows, task } from '../findings/rows-builder';
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
