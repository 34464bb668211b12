/** Which task a row speaks of: by its number before its title, and by likeness only where that is clear. */
import { problemText } from '../../../../src/core/base/problem';
import { tasksOfRows } from '../../../../src/core/rows/matching/task-matches';
import type { Task } from '../../../../src/core/rows/rows';
import { task } from '../../findings/rows-builder';
import { settingsOf } from '../../office-builder';

const tasks = [
  task('A-01', { title: '执法人员全员持证上岗' }),
  task('A-02', { title: '排查化解矛盾纠纷', partners: ['派出所'] }),
  task('B-01', { title: '开展国家宪法日集中宣传', lead: '综治中心' }),
  task('C-01·司法所', { title: '按月报送信息', listedAs: 'C-01' }),
  task('C-01·综治中心', { title: '按月报送信息', listedAs: 'C-01', lead: '综治中心' }),
  task('', { title: '没有编号的事' }),
];
const cell = (value: string | null, name: string) => ({
  value,
  shown: value ?? '',
  place: { file: '司法所.xlsx', sheet: '任务进展', cell: name },
});

function read(
  rows: readonly (readonly [id: string | null, title: string | null])[],
  department = '司法所',
  columnMapping = '',
  own: readonly Task[] = tasks,
) {
  const cells = rows.map(([id, title], at) => ({
    cells: { taskId: cell(id, `A${String(at + 4)}`), title: cell(title, `B${String(at + 4)}`) } as never,
  }));
  const found = tasksOfRows(cells, { department, tasks: own, settings: settingsOf({ columnMapping }) });
  return {
    found: found.map(({ task: one, match }) => `${one?.id ?? '-'} ${match?.by ?? ''}`.trim()),
    told: found.flatMap(({ problems }) =>
      problems.map((one) => `${one.level} ${one.code} ${problemText(one).replace('司法所.xlsx 任务进展!', '')}`),
    ),
    matches: found.flatMap(({ match }) => match ?? []),
  };
}
const one = (id: string | null, title: string | null, department = '司法所', columnMapping = '') =>
  read([[id, title]], department, columnMapping);

it.each<[string | null, string | null, string, string]>([
  ['A-01', '别的', '司法所', 'A-01'],
  ['ａ－０１ ', null, '司法所', 'A-01'],
  ['B-01', null, '司法所', 'B-01'],
  ['C-01', null, '司法所', 'C-01·司法所'],
  ['C-01', null, '综治中心', 'C-01·综治中心'],
  ['C-01·综治中心', null, '司法所', 'C-01·综治中心'],
  [null, '排查化解矛盾纠纷', '司法所', 'A-02 name'],
  [null, '（二）排查化解矛盾纠纷。', '司法所', 'A-02 name'],
  [null, '按月报送信息', '司法所', 'C-01·司法所 name'],
  [null, '按月报送信息', '综治中心', 'C-01·综治中心 name'],
  [null, '开展国家宪法日集中宣传', '司法所', 'B-01 name'],
  ['3', '排查化解矛盾纠纷', '司法所', 'A-02 name'],
  [null, '执法人员持证上岗', '司法所', 'A-01 likeness'],
  [null, '排查矛盾纠纷', '派出所', 'A-02 likeness'],
  [null, '排查矛盾纠纷', '', 'A-02 likeness'],
  [null, '排查矛盾纠纷', '综治中心', '-'],
  [null, '国家宪法日宣传', '司法所', '-'],
  ['A-1', '排查化解矛盾纠纷', '司法所', '-'],
  [null, null, '司法所', '-'],
])('%j %j of %s is %s', (id, title, department, found) => {
  expect(one(id, title, department).found).toEqual([found]);
});

it('what the office has said a title is goes before all else', () => {
  const mapping = '认作：排查化解矛盾纠纷＝A-01';
  expect(one(null, '排查化解矛盾纠纷', '司法所', mapping).found).toEqual(['A-01 rule']);
});

it('how it was found is told with the row, and a likeness is asked about', () => {
  expect(one(null, '排查化解矛盾纠纷').matches).toEqual([
    {
      ...{
        kind: 'task',
        department: '司法所',
        sheet: '任务进展',
        place: { file: '司法所.xlsx', sheet: '任务进展', cell: 'B4' },
      },
      ...{ written: '排查化解矛盾纠纷', takenAs: 'A-02', name: '排查化解矛盾纠纷', certainty: 1, by: 'name' },
    },
  ]);
  expect(one(null, ' 执法人员持证上岗 ').told).toEqual([
    expect.stringMatching(
      /^(?:note|doubt) row-by-likeness B4：“执法人员持证上岗”按标题相近当作 A-01 执法人员全员持证上岗（把握\d\d%）。对的，.*认作：执法人员持证上岗＝A-01.*改为正确的任务编号。$/u,
    ),
  ]);
});

it.each<[string | null, string | null, string]>([
  [
    'A-1',
    null,
    'error task-unknown A4：任务编号“A-1”不在总表的“任务”里，这一行没有采用。是否指“A-01”？请按总表的任务编号填写。',
  ],
  [
    '行政执法',
    null,
    'error task-unknown A4：任务编号“行政执法”不在总表的“任务”里，这一行没有采用。请按总表的任务编号填写。',
  ],
  [
    null,
    ' 采购车辆 ',
    'error task-unmatched B4：“采购车辆”没有任务编号，按标题也对不上总表的任务，这一行没有采用。请填写任务编号；是新任务的，请先写进总表的“任务”。',
  ],
])('of %j %j nobody knows what it is, which is told', (id, title, told) => {
  expect(one(id, title).told).toEqual([told]);
});

it('what is only a little like a task is told with that task', () => {
  expect(one(null, '矛盾纠纷多元化解中心建设').told).toEqual([
    expect.stringMatching(
      /^error task-unmatched B4：.*是否指 A-02 排查化解矛盾纠纷？是的，请填写任务编号，或者.*认作：矛盾纠纷多元化解中心建设＝A-02/u,
    ),
  ]);
});

it('a task is one row’s: of likenesses the likeliest, and none beside a row that names it', () => {
  const [like, liker] = ['人员持证上岗执法', '执法人员持证上岗'];
  for (const rows of [
    [like, liker],
    [liker, like],
  ]) {
    const { found } = read(rows.map((title) => [null, title] as const));
    expect(rows.map((title, at) => `${title} ${found[at] ?? ''}`)).toEqual(
      rows.map((title) => `${title} ${title === liker ? 'A-01 likeness' : '-'}`),
    );
  }
  const beside = read([
    [null, liker],
    ['A-01', null],
  ]);
  expect(beside.found).toEqual(['-', 'A-01']);
  expect(beside.told).toEqual([expect.stringContaining(`是否指 A-01 执法人员全员持证上岗？`)]);
});
