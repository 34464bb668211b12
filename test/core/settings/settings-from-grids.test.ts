import { problemText } from '../../../src/core/base/problem';
import { settingsFromGrids } from '../../../src/core/settings/settings-from-grids';
import { dateCell, formOf, gridOf } from '../grid-builder';
import { settingsGrid } from '../office-builder';
import { editions } from '../../edition';

function read(...grids: Parameters<typeof settingsFromGrids>[0]): {
  readonly value: ReturnType<typeof settingsFromGrids>['value'];
  readonly says: readonly string[];
} {
  const { value, problems } = settingsFromGrids(grids, editions, '2023-03-01');
  return { value, says: problems.map((problem) => `${problem.level} ${problemText(problem)}`) };
}

it('fills in defaults', () => {
  const { value, says } = read(settingsGrid());
  expect(says).toEqual([]);
  expect(value).toMatchObject({
    reportYear: 2022,
    town: '某镇',
    numbers: new Map([['行政村数', { field: 'villages', value: 30 }]]),
    cutoff: '2022-12-31',
    asOf: '2022-12-31',
    signDate: null,
    titleForm: '情况的报告',
    situationHeadings: 'run-in',
    planHeadings: 'block',
    isPublic: false,
    remindDays: 10,
    lagPoints: 20,
    texts: { publicityPlan: '八五', outlineName: '法治政府建设实施纲要（2021－2025年）' },
    sample: false,
    addressee: '',
  });
  expect(value?.places.villages).toEqual({ file: '总表.xlsx', sheet: '设置', cell: 'B11' });
  expect(value?.places.cutoff).toBeUndefined();
});

it('reads what people type', () => {
  const { value, says } = read(
    settingsGrid({
      reportYear: '2022年',
      publicityPlan: '八五',
      outlineName: '法治政府建设实施纲要（2021－2025年）',
      cutoff: '2022.12.20',
      asOf: dateCell('2023-01-15'),
      situationHeadings: '独行',
      sample: '是',
      remindDays: '15个工作日',
    }),
  );
  expect(says).toEqual([]);
  expect(value).toMatchObject({
    reportYear: 2022,
    cutoff: '2022-12-20',
    asOf: '2023-01-15',
    situationHeadings: 'block',
    sample: true,
    remindDays: 15,
  });
});

it('labels may stand anywhere, by synonym, in columns A or B', () => {
  const grid = gridOf(
    [
      ['说明'],
      [1, '年 度：', '2023'],
      [2, '乡镇名称', '某镇'],
      [3, '党委名称', '中共某镇委员会'],
      [4, '政府名称', '某镇人民政府'],
      [null, '村数', 12],
      [null, '上级党委政府', '县委、县政府'],
    ],
    { sheet: '基本设置' },
  );
  expect(read(grid)).toMatchObject({
    value: {
      reportYear: 2023,
      numbers: new Map([['行政村数', { field: 'villages', value: 12 }]]),
      cutoff: '2023-12-31',
    },
    says: [],
  });
});

it.each([
  ['今年', 'error 总表.xlsx 设置!B4：报告年度“今年”不是整数。请改为如 2022。'],
  ['202', 'error 总表.xlsx 设置!B4：报告年度“202”不在2019至2035之间。请填写2019至2035之间的年份。'],
  [
    null,
    'error 总表.xlsx 设置!B4：报告年度没有填写。请填写：报告所写的年份，如 2022；部门填报表封面年度不同的不采用。',
  ],
])('nothing can be done with the year %j', (reportYear, says) => {
  expect(read(settingsGrid({ reportYear }))).toEqual({ value: null, says: [says] });
});

it('a hub without 设置, or with two', () => {
  expect(read(gridOf([], { workbook: '总表.xlsx', sheet: '任务' }))).toEqual({
    value: null,
    says: ['error 总表.xlsx：没有找到工作表“设置”。请补上这张工作表，名称可用：设置、基本设置、参数设置。'],
  });
  const copy = { ...settingsGrid(), sheet: '设置的副本' };
  expect(read(settingsGrid(), copy)).toEqual({
    value: null,
    says: [
      'error 总表.xlsx 设置：工作表“设置”和“设置的副本”都像是“设置”，内容一样，都没有采用。请只留一张，并命名为“设置”。',
    ],
  });
});

it('of a hidden sheet are read, which is noted', () => {
  expect(read({ ...settingsGrid(), hidden: true }).says).toEqual([
    'note 总表.xlsx 设置：工作表“设置”是隐藏的，已照常读取。不该计入的请删去这张工作表。',
  ]);
});

it('of a line that stands twice the first is taken, and both are looked at', () => {
  const grid = settingsGrid();
  const again = gridOf([['镇名', '另一镇']]).rows;
  const { value, says } = read({ ...grid, rows: [...grid.rows, ...again] });
  expect(value?.town).toBe('某镇');
  expect(says).toEqual([
    expect.stringMatching(/^doubt 总表\.xlsx 设置!A\d+：“镇名”写了两行，采用了前一行。请删去多余的一行。$/u),
  ]);
});

it.each([
  ['signDate', '2022-11-01', '成文日期早于统计截止日'],
  ['cutoff', '2023-01-31', '统计截止日不在2022年内'],
  ['asOf', '2021-12-01', '核算日早于报告年度'],
])('%s %s is asked about', (field, day, reason) => {
  expect(read(settingsGrid({ [field]: day })).says).toEqual([
    expect.stringMatching(new RegExp(`^doubt 总表\\.xlsx 设置!B\\d+：${reason}。`, 'u')),
  ]);
});

it('an unreadable setting is listed and takes its default', () => {
  expect(read(settingsGrid({ cutoff: '9月31日' }))).toMatchObject({
    value: { cutoff: '2022-12-31' },
    says: ['error 总表.xlsx 设置!B12：统计截止日“9月31日”不存在。请改为如 2022-09-30。'],
  });
});

it('an unknown setting and one that does not fit the year are asked about', () => {
  expect(read(formOf({ 报告年度: 2022, 镇长: '某职务' }, { sheet: '设置' })).says).toContain(
    'doubt 测试.xlsx 设置!A2：不认识“镇长”这一项，没有采用。请检查是否写错；不需要的请删去。',
  );
  expect(read(settingsGrid({ signDate: '2023-03-02' })).says).toEqual([
    'doubt 总表.xlsx 设置!B14：成文日期晚于2023年2月28日。年度报告应在次年3月1日以前报送，请核对。',
  ]);
  const safety = { 报告种类: '安全生产', 报告年度: 2025, 成文日期: '2026-01-20' };
  expect(read(formOf(safety, { sheet: '设置' })).says).toContain(
    'doubt 测试.xlsx 设置!B3：成文日期晚于2026年1月19日。年度报告应在次年1月20日以前报送，请核对。',
  );
  expect(read(settingsGrid({ reportYear: 2026, publicityPlan: '八五' })).says).toEqual([
    'error 总表.xlsx 设置!B32：“八五”普法规划到2025年为止，报告写的是2026年，没有采用。请改为现行普法规划的名称。',
  ]);
});

describe('the ladder of reminders', () => {
  it.each<[string | number | null, readonly number[]]>([
    ['7，3，1', [1, 3, 7]],
    ['１、５、１０', [1, 5, 10]],
    ['2;4', [2, 4]],
    [3, [3]],
    [null, [1, 5, 10]],
  ])('%j', (overdueSteps, steps) => {
    expect(read(settingsGrid({ overdueSteps }))).toMatchObject({ value: { overdueSteps: steps }, says: [] });
  });

  it.each(['一周', '1、5、10、20', '0、5', '5、5', '1.5'])('%s is listed, and the usual one holds', (overdueSteps) => {
    expect(read(settingsGrid({ overdueSteps }))).toMatchObject({
      value: { overdueSteps: [1, 5, 10] },
      says: [
        `error 总表.xlsx 设置!B21：逾期催办工作日“${overdueSteps}”不是一至三个不同的正整数，按 1、5、10 采用。请改为如 1、5、10。`,
      ],
    });
  });

  it('a day that some months do not have is no day for every month', () => {
    expect(read(settingsGrid({ monthlyDay: '25日' }))).toMatchObject({ value: { monthlyDay: 25 }, says: [] });
    expect(read(settingsGrid({ monthlyDay: 31 }))).toMatchObject({
      value: { monthlyDay: null },
      says: ['error 总表.xlsx 设置!B22：月报日“31”不在1至28之间，没有采用。请改为如 25；不催月报的留空。'],
    });
  });

  it('a daily limit of 0 stops all mail, a blank one is 80', () => {
    expect(read(settingsGrid({ dailyMost: 0 })).value?.dailyMost).toBe(0);
    expect(read(settingsGrid()).value?.dailyMost).toBe(80);
  });
});
