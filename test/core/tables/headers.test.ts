/** Headers as offices really make them: two rows, merged, marked, with units, crowded into one cell. */
import type { Grid } from '../../../src/core/base/grid';
import { problemText } from '../../../src/core/base/problem';
import {
  casesTable,
  figuresTable,
  progressTable,
  publicityTable,
  reading2022,
  suggestionsTable,
  tasksTable,
  trainingTable,
} from '../../edition';
import { headerBand } from '../../../src/core/tables/header-band';
import { readTable } from '../../../src/core/tables/read-table';
import type { Columns, Table } from '../../../src/core/tables/sheet';
import { gridOf, type CellInput } from '../grid-builder';

/** What was read, by field, of the fields that stand on the sheet; and what is said. */
function read<C extends Columns>(
  table: Table<C>,
  rows: readonly (readonly CellInput[])[],
  more: Partial<Omit<Grid, 'rows'>> = {},
): { readonly records: readonly Record<string, string>[]; readonly says: readonly string[] } {
  const { rows: records, problems } = readTable(gridOf(rows, more), table, reading2022);
  return {
    records: records.map(({ cells }) =>
      Object.fromEntries(Object.entries(cells).flatMap(([field, { shown }]) => (shown === '' ? [] : [[field, shown]]))),
    ),
    says: problems.map(problemText),
  };
}

const merge = (startRow: number, endRow: number, startColumn: number, endColumn: number) => ({
  startRow,
  endRow,
  startColumn,
  endColumn,
});

describe('a header of two rows', () => {
  it('goes on below a heading over different words: it names none of their columns', () => {
    const names = (...below: readonly CellInput[]): readonly (readonly string[])[] => {
      const rows = [['案由', '法制审核', null], below];
      const merges = [merge(0, 1, 1, 3), ...(below[0] === null ? [merge(0, 2, 0, 1)] : [])];
      return headerBand(gridOf(rows, { merges }), 0, 1, reading2022.declared.words.units).names;
    };
    expect(names(null, '初核', '复核')).toEqual([['案由'], [], []]);
    expect(names('油烟', '已审', '合法')).toEqual([['案由'], ['法制审核'], ['法制审核']]);
    expect(names(null, '√', null)).toEqual([['案由'], ['法制审核'], ['法制审核']]);
  });

  const row = ['A-01', '排查', '推进中', '60%', null];
  const expected = [{ taskId: 'A-01', title: '排查', status: '推进中', percent: '60%' }];

  it('with a name above several columns and the others merged downwards', () => {
    const rows = [
      ['任务进展'],
      ['编号', '重点任务', '办理情况', null, null],
      [null, null, '状态', '完成率', '完成日期'],
      row,
    ];
    const merges = [merge(0, 1, 0, 5), merge(1, 3, 0, 1), merge(1, 3, 1, 2), merge(1, 2, 2, 5)];
    expect(read(progressTable, rows, { merges })).toEqual({ records: expected, says: [] });
  });

  it('without any merge', () => {
    const rows = [['编号', '重点任务', '办理情况', null, null], [null, null, '状态', '完成率', '完成日期'], row];
    expect(read(progressTable, rows)).toEqual({ records: expected, says: [] });
  });

  it('with a remark in brackets below one of the names', () => {
    const rows = [
      ['编号', '重点任务', '办理情况', null, '完成日期'],
      ['（总表的）', null, '状态', '完成率', '【年月日】'],
      ['A-01', '排查', '已完成', '100%', '2022-06-30'],
    ];
    const done = { taskId: 'A-01', title: '排查', status: '已完成', percent: '100%', doneOn: '2022-06-30' };
    expect(read(progressTable, rows)).toEqual({ records: [done], says: [] });
  });

  it('where only both rows together name a column', () => {
    const rows = [
      ['任务', null, '完成', null, null],
      ['编号', '名称', '状态', '进度', '日期'],
      ['A-01', '排查', '推进中', '60%', null],
    ];
    const merges = [merge(0, 1, 0, 2), merge(0, 1, 2, 5)];
    expect(read(progressTable, rows, { merges })).toEqual({ records: expected, says: [] });
  });

  it('whose upper names tell columns of one lower name apart', () => {
    const rows = [
      ['编码', '指标名称', '本年', '上年'],
      [null, null, '（数值）', '（数值）'],
      ['E1', '普法活动', 12, 10],
    ];
    expect(read(figuresTable, rows).records).toEqual([
      { code: 'E1', name: '普法活动', quantity: '12', lastYear: '10' },
    ]);
  });

  it('whose second row names units', () => {
    const header = ['类别', '程序', '决定日期', '罚没金额', '执法名义'];
    for (const unit of ['万元', '（万元）']) {
      const rows = [header, [null, null, null, unit, null], ['罚款', '普通', '2022-03-01', 2.5, '本级']];
      const { rows: records } = readTable(gridOf(rows), casesTable, reading2022);
      expect(records.map(({ cells }) => cells.amount.value?.value)).toEqual([2.5]);
    }
  });

  it('that stands three rows high', () => {
    const rows = [
      ['编号', '状态', '完成率'],
      [null, null, null],
      [null, null, null],
      ['A-01', '推进中', '60%'],
    ];
    const merges = [merge(0, 3, 0, 1), merge(0, 3, 1, 2), merge(0, 3, 2, 3)];
    expect(read(progressTable, rows, { merges })).toEqual({
      records: [{ taskId: 'A-01', status: '推进中', percent: '60%' }],
      says: [],
    });
  });

  it('is not made of a header and the first record', () => {
    const rows = [
      ['编号', '状态', '进展情况'],
      ['A-01', '推进中', '状态良好'],
    ];
    expect(read(progressTable, rows).records).toHaveLength(1);
  });
});

describe('a header with marks', () => {
  it('line breaks, asterisks, brackets and wide letters', () => {
    const rows = [
      ['＊任务\n编号', '状　态（必填）', '完成日期\n(年月日)', '办结 时间'],
      ['A-01', '已完成', '2022-06-28', '6月底'],
    ];
    expect(read(progressTable, rows)).toEqual({
      records: [{ taskId: 'A-01', status: '已完成', doneOn: '2022-06-28', deadline: '6月底' }],
      says: [],
    });
  });

  it('the unit of an amount is the one its header names', () => {
    const header = ['类别', '程序', '决定日期', '罚没金额（万元）', '执法名义'];
    const rows = [header, ['罚款', '普通', '2022-03-01', 2.5, '本级']];
    const { rows: records, problems } = readTable(gridOf(rows), casesTable, reading2022);
    expect(records[0]?.cells.amount.value?.value).toBe(2.5);
    expect(problems.map(problemText)).toEqual([
      '测试.xlsx 表!D1：表头“罚没金额（万元）”的单位是“万元”，没有写单位的数按“万元”读取。如不对，请按“元”填数，并改正表头。',
    ]);
  });

  it('a column counted in something else is not read', () => {
    const rows = [
      ['日期', '主题', '是否牵头', '场次', '受众人次（万人次）'],
      ['2022-03-01', '赶集', '是', 1, 0.2],
    ];
    expect(read(publicityTable, rows)).toEqual({
      records: [{ day: '2022-03-01', topic: '赶集', leads: '是', events: '1' }],
      says: ['测试.xlsx 表!E1：表头“受众人次（万人次）”的单位不是“人次”，这一列没有采用。请按“人次”填数，并改正表头。'],
    });
  });

  it('a unit that means the same is no matter', () => {
    const rows = [
      ['日期', '主题', '学时（课时）', '实到（名）'],
      ['2022-03-01', '处罚法', 4, 12],
    ];
    expect(read(trainingTable, rows).says).toEqual([]);
  });
});

describe('a header that cannot be told apart', () => {
  it('all names in one cell', () => {
    const rows = [['任务编号 状态 完成率 完成日期'], ['A-01', '推进中', '60%']];
    expect(read(progressTable, rows, { merges: [merge(0, 1, 0, 4)] }).says).toEqual([
      '测试.xlsx 表!A1：“任务进展”的几个表头写在一个单元格里，分不清各列是什么。请取消合并，每列上面各写一个表头，至少要有：任务编号、状态。',
    ]);
  });

  it('two columns that could be the same', () => {
    const rows = [
      ['任务编号', '状态', '完成状态'],
      ['A-01', '推进中', '已开两次会'],
    ];
    expect(read(progressTable, rows).says).toEqual([
      '测试.xlsx 表!C1：“完成状态”也可以是“状态”，采用了B列“状态”。请删去或改名多余的一列。',
    ]);
  });
});

it('the title of a sheet is not its header', () => {
  const rows = [['问题与建议'], ['说明'], ['问题或建议'], ['多派人']];
  expect(read(suggestionsTable, rows).records).toEqual([{ text: '多派人' }]);
});

it('the unit that stands once above the table holds for its amounts, a department’s name there does not', () => {
  const header = ['类别', '程序', '决定日期', '罚没金额', '执法名义'];
  const row = ['处罚', '简易', '2022-03-01', 2, '本级'];
  const amount = (above: string): unknown => {
    const grid = gridOf([['案件明细'], [above], header, row]);
    const { rows, problems } = readTable(grid, casesTable, reading2022);
    return [rows[0]?.cells.amount.value?.value, problems.map(({ code }) => code).includes('header-unit')];
  };
  expect(amount('单位：万元')).toEqual([2, true]);
  expect(amount('（金额单位：万元）')).toEqual([2, true]);
  expect(amount('单位：元')).toEqual([0.0002, false]);
  expect(amount('填报单位：司法所')).toEqual([0.0002, false]);
});

it('a table below another one has the unit that stands nearest above it', () => {
  const header = ['类别', '程序', '决定日期', '罚没金额', '执法名义'];
  const row = ['罚款', '简易', '2022-03-01', 2, '本级'];
  const amounts = (...lines: readonly string[]): unknown => {
    const parts = lines.flatMap((line) => [[line], header, row]);
    const { rows } = readTable(gridOf(parts), casesTable, reading2022);
    return rows.map(({ cells }) => cells.amount.value?.value);
  };
  expect(amounts('单位：万元', '单位：元', '')).toEqual([2, 0.0002, 0.0002]);
  expect(amounts('单位：元', '', '单位：万元')).toEqual([0.0002, 0.0002, 2]);
});

describe('names that no list has', () => {
  const event = ['2022-03-01', '处罚法', 4, 12];
  const headers = (...names: readonly string[]): unknown => {
    const { records, says } = read(trainingTable, [names, event]);
    return [Object.keys(records[0] ?? {}), says.filter((one) => one.includes('按它读取')).length];
  };

  it('of a usual form are taken for what they end in, which is told', () => {
    expect(headers('集中学习时间', '本次学习主题', '学时', '实到')).toEqual([['day', 'topic', 'hours', 'attended'], 2]);
  });

  it('are not where their words make another thing of it', () => {
    expect(headers('计划学习时间', '学习主题', '学时', '实到')).toEqual([['topic', 'hours', 'attended'], 1]);
  });

  it('are not where what stands below is something else', () => {
    expect(headers('日期', '主题', '学时', '学习时间')).toEqual([['day', 'topic', 'hours'], 0]);
    expect(headers('主题时间', '学时', '实到', '人数')).not.toEqual(expect.arrayContaining([['day']]));
  });

  it('a unit, a department and an office are called by the same name', () => {
    const rows = [
      ['编号', '任务名称', '主责科室', '完成时限'],
      ['A-01', '排查', '司法所', '6月底前'],
    ];
    expect(read(tasksTable, rows).records[0]).toMatchObject({ lead: '司法所' });
  });
});

it('a sheet of the same form as another is told of in the words of its own header and by its own name', () => {
  const says = (own: string, workbook: string): string => {
    const header = ['类别', '程序', '决定日期', '罚没金额（元）', own];
    return read(casesTable, [header, ['处罚', '简易', '2022-03-01', 2, '另行说明']], { workbook }).says.join('\n');
  };
  expect(says('我的补记', '甲.xlsx')).toMatch(/甲\.xlsx.*不认识“我的补记”列/u);
  expect(says('我的 补记', '乙.xlsx')).toMatch(/乙\.xlsx.*不认识“我的 补记”列/u);
});
