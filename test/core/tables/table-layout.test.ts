/** What stands on the sheet beside the records: the header again, other tables, totals, remarks. */
import type { Grid } from '../../../src/core/base/grid';
import { problemText } from '../../../src/core/base/problem';
import { figuresTable, progressTable, publicityTable, reading2022, suggestionsTable } from '../../edition';
import { readTable } from '../../../src/core/tables/read-table';
import type { Columns, Table } from '../../../src/core/tables/sheet';
import { counted } from '../../counted';
import { gridOf, type CellInput } from '../grid-builder';

const header = ['任务编号', '重点任务', '状态', '完成率'];
const first = ['A-01', '排查', '推进中', '60%'];
const second = ['A-02', '宣传', '未启动', '0%'];

function read<C extends Columns>(
  table: Table<C>,
  rows: readonly (readonly CellInput[])[],
  more: Partial<Omit<Grid, 'rows'>> = {},
): { readonly ids: readonly string[]; readonly says: readonly string[] } {
  const { rows: records, problems } = readTable(gridOf(rows, more), table, reading2022);
  const field = Object.keys(table.columns)[0] ?? '';
  return { ids: records.map(({ cells }) => cells[field]?.shown ?? ''), says: problems.map(problemText) };
}

describe('the same table again', () => {
  it('goes on below blank rows, a title and its header', () => {
    const rows = [header, first, [], ['任务进展（续）'], header, second];
    expect(read(progressTable, rows)).toEqual({
      ids: ['A-01', 'A-02'],
      says: ['测试.xlsx 表!A4：“任务进展（续）”是下面一段的标题，没有作为数据采用。如不对，请移开下面的表头。'],
    });
  });

  it('goes on under the title and header of each printed page, which is told once', () => {
    const page = (number: string, record: readonly CellInput[]): readonly (readonly CellInput[])[] => [
      [`司法所任务进展（第${number}页）`],
      ['填报单位：司法所', '', '单位：项'],
      header,
      record,
    ];
    const third = ['A-03', '普法', '推进中', '30%'];
    expect(read(progressTable, [...page('1', first), ...page('2', second), ...page('三', third)])).toEqual({
      ids: ['A-01', 'A-02', 'A-03'],
      says: [
        '测试.xlsx 表!A6：标题“填报单位：司法所”和表头在表里重复出现（第6行起），没有作为数据采用，下面的各行照常读取。不用处理。',
      ],
    });
  });

  it('goes on with its columns in another order, or with one more', () => {
    const rows = [header, first, [], ['状态', '完成日期', '编号'], ['已完成', '2022-06-28', 'A-02']];
    const { rows: records } = readTable(gridOf(rows), progressTable, reading2022);
    expect(records.map(({ cells }) => [cells.taskId.value, cells.status.value, cells.doneOn.value])).toEqual([
      ['A-01', 'in-progress', null],
      ['A-02', 'done', '2022-06-28'],
    ]);
  });

  it('counts from its first header, though the second within the first ten rows names more columns', () => {
    const rows = [header, first, [], [...header, '完成日期'], second];
    expect(read(progressTable, rows).ids).toEqual(['A-01', 'A-02']);
  });
});

describe('another table below', () => {
  const contacts = [
    ['姓名', '职务', '电话'],
    ['某甲', '科员', '无'],
    ['某乙', '所长', '无'],
  ];

  it('of nobody’s is not read, and the place is told', () => {
    expect(read(progressTable, [header, first, [], ...contacts])).toEqual({
      ids: ['A-01'],
      says: [
        '测试.xlsx 表!A4：第4行起像是另一张表（表头“姓名、职务、电话”），第4至6行没有作为“任务进展”读取。与填报无关的不用管；属于“任务进展”的，请去掉中间的空行和表头。',
      ],
    });
  });

  it('with a title of its own', () => {
    const { ids, says } = read(progressTable, [header, first, [], ['附：联系人'], ...contacts]);
    expect(ids).toEqual(['A-01']);
    expect(says).toEqual([expect.stringContaining('第4行起像是另一张表')]);
  });

  it('right below, where a merged title parts them', () => {
    const merges = [{ startRow: 2, endRow: 3, startColumn: 0, endColumn: 4 }];
    expect(read(progressTable, [header, first, ['联系人名单'], ...contacts], { merges }).ids).toEqual(['A-01']);
  });

  it('that is declared belongs on a sheet of its own', () => {
    const figures = [
      ['编码', '指标名称', '单位', '填报值'],
      ['E1', '普法活动', '场次', 12],
    ];
    for (const between of [[], [[]], [[], []]]) {
      const { ids, says } = read(progressTable, [header, first, ...between, ...figures]);
      expect(ids).toEqual(['A-01']);
      expect(says).toEqual([expect.stringContaining('请把它移到单独的工作表“指标数据”')]);
    }
  });

  it('may be followed by ours again', () => {
    const { ids, says } = read(progressTable, [header, first, [], ...contacts, [], header, second]);
    expect(ids).toEqual(['A-01', 'A-02']);
    expect(says).toEqual([expect.stringContaining('第4至6行没有作为“任务进展”读取')]);
  });

  it('gives no suggestions', () => {
    expect(read(suggestionsTable, [['问题或建议'], ['多派人'], [], ...contacts]).ids).toEqual(['多派人']);
  });
});

describe('records are not taken for headers', () => {
  it.each<[string, readonly CellInput[]]>([
    ['a record after a blank row', second],
    ['of few words', ['A-02', null, '未启动']],
    ['without figures', ['负责人', '情况', '推进中']],
    ['of a suggestion', ['A-02', '内容单位数量']],
  ])('%s', (_, row) => {
    expect(read(progressTable, [header, first, [], row]).ids).toHaveLength(2);
  });

  it('suggestions parted by blank rows', () => {
    const rows = [['序号', '问题或建议'], [1, '多派人'], [], [2, '单位人数'], [], [3, '建议']];
    expect(readTable(gridOf(rows), suggestionsTable, reading2022).rows).toHaveLength(3);
  });
});

describe('totals', () => {
  const events = ['日期', '主题', '是否牵头', '场次'];
  const event = (day: string): readonly CellInput[] => [day, '宣传', '是', 2];

  it.each<[string, readonly CellInput[]]>([
    ['in the middle', ['小计', null, null, 2]],
    ['in the second column', [null, '合 计', null, 2]],
    ['of the page', ['本页合计', null, null, 2]],
    ['of a group', [null, '集中宣传小计', null, 2]],
    ['beside a group’s name', ['3月', '小计', null, 2]],
  ])('%s', (_, total) => {
    const { ids, says } = read(publicityTable, [events, event('2022-03-01'), total, event('2022-03-02')]);
    expect(ids).toEqual(['2022-03-01', '2022-03-02']);
    expect(says).toEqual([expect.stringContaining('这一行是合计行')]);
  });

  it('merged, also with a column of ours to its left that nobody declared', () => {
    const rows = [
      ['序号', ...events],
      [1, ...event('2022-03-01')],
      ['合计', null, null, null, 2],
      [null, null, null, null, 2],
    ];
    const merges = [{ startRow: 2, endRow: 4, startColumn: 0, endColumn: 4 }];
    expect(read(publicityTable, rows, { merges }).ids).toEqual(['2022-03-01']);
  });

  it('a task about totals is a task', () => {
    expect(read(progressTable, [header, ['A-01', '费用合计', '推进中', '60%']]).ids).toEqual(['A-01']);
  });
});

it('remarks and signatures below are noted and left out', () => {
  const rows = [header, first, ['注：以上为截至12月底的情况'], ['填表人：', '综合岗', '审核人：', '所长']];
  expect(read(progressTable, rows)).toEqual({
    ids: ['A-01'],
    says: [
      expect.stringContaining('测试.xlsx 表!A3：这一行是表下的说明或落款'),
      expect.stringContaining('测试.xlsx 表!A4：这一行是表下的说明或落款'),
    ],
  });
});

it('rows with blank ones between are looked at a few times each, however many there are', () => {
  const readsOf = (count: number): number => {
    const rows = Array.from({ length: count }, (_, row) => (row % 10 === 0 ? [] : ['E1', row]));
    const grid = gridOf([['编码', '填报值'], ...rows]);
    const { list, reads } = counted(grid.rows);
    expect(readTable({ ...grid, rows: list }, figuresTable, reading2022).rows).toHaveLength(count * 0.9);
    return reads();
  };
  const [some, many] = [readsOf(1000), readsOf(10_000)];
  expect(many / some).toBeCloseTo(10, 0);
});
