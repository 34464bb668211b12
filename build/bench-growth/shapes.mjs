/** Sheets in shapes of their own: cards, forms, figures across, merged and struck cells, notes, many columns; and other files. */
import { department, times } from './office.mjs';

const own = `${department}.xlsx`;
const publicity = ['日期', '主题', '地点或村', '是否牵头', '场次', '受众人次', '资料份数'];
const event = (i) => [`2022-0${(i % 9) + 1}-11`, `宣传${i}`, '某村', '是', 1, 20, 30];
const merge = (startRow, endRow, startCol, endCol = startCol) => ({ startRow, endRow, startCol, endCol });
const card = (i) => [
  ['普法活动登记卡'],
  ['日期', `2022-0${(i % 9) + 1}-11`, '主题', `宣传${i}`],
  ['地点或村', '某村', '是否牵头', '是'],
  ['场次', 1, '受众人次', 20],
  ['资料份数', 30],
];
const figuresAcross = (i) => [
  [`（${i}）某月`],
  ['党委专题研究法治会议次数', '领导小组会议次数', '党委中心组学法次数'],
  [i, 2, 3],
  [],
];

/** Sheets of the one department by kind. */
const sheets = {
  'cards below each other': (n) => ({ 普法明细: times(n / 5, card).flat() }),
  'cards with blank rows': (n) => ({ 普法明细: times(n / 6, (i) => [...card(i), []]).flat() }),
  'cards without titles': (n) => ({ 普法明细: times(n / 4, (i) => card(i).slice(1)).flat() }),
  'labels again': (n) => ({ 普法明细: times(n, (i) => (i % 2 ? ['主题', `宣传${i}`] : ['地点或村', '某村'])) }),
  'cards beside each other': (n) => ({
    普法明细: card(1).map((row) =>
      times(Math.ceil(n / 20), () => [...row, ...times(4 - row.length, () => null)]).flat(),
    ),
  }),
  'records merged over two rows': (n) => ({
    普法明细: {
      rows: [publicity, ...times(n, (i) => (i % 2 ? ['', '', '', '', '', '', 30] : event(i)))],
      merges: times(n / 2, (i) => merge(2 * i + 1, 2 * i + 2, 1)),
    },
  }),
  'all columns merged over two rows': (n) => ({
    普法明细: {
      rows: [publicity, ...times(n, (i) => (i % 2 ? [] : event(i)))],
      merges: times(n / 2, (i) => times(6, (at) => merge(2 * i + 1, 2 * i + 2, at))).flat(),
    },
  }),
  'rows merged across': (n) => ({
    普法明细: {
      rows: [publicity, ...times(n, (i) => (i % 3 ? event(i) : [`第${i}部分`]))],
      merges: times(n / 3, (i) => merge(3 * i + 1, 3 * i + 1, 0, 6)),
    },
  }),
  'one merge over all rows': (n) => ({
    普法明细: {
      rows: [publicity, ...times(n, (i) => (i ? ['', ...event(i).slice(1)] : event(i)))],
      merges: [merge(1, n, 0)],
    },
  }),
  'merged tasks': (n) => ({
    任务进展: {
      rows: [
        ['任务编号', '重点任务', '状态', '完成率'],
        ...times(n, (i) => (i % 2 ? ['', '', '推进中', 0.5] : [`T-${i}`, `事项${i}`, '推进中', 0.4])),
      ],
      merges: times(n / 2, (i) => [merge(2 * i + 1, 2 * i + 2, 0), merge(2 * i + 1, 2 * i + 2, 1)]).flat(),
    },
  }),
  'tables of several kinds': (n) => ({
    台账: times(n / 8, (i) =>
      (i % 2
        ? [publicity, ...times(3, event)]
        : [
            ['日期', '主题', '主办', '学时', '应到', '实到'],
            ...times(3, (j) => [`2022-03-1${j}`, `培训${i}`, '某办', 8, 1, 1]),
          ]
      ).concat([[]]),
    ).flat(),
  }),
  'tables under titles': (n) => ({
    台账: times(n / 8, (i) => [[`第${i}次普法明细`], publicity, ...times(5, event), []]).flat(),
  }),
  'figures across, in blocks': (n) => ({ 指标数据: times(n / 4, figuresAcross).flat() }),
  'blocks of an unknown sheet': (n) => ({
    另表: times(n / 4, (i) => [[`（${i}）某方面`], ['甲', '乙', '丙'], [i, 2, 3], []]).flat(),
  }),
  'an unknown long sheet': (n) => ({ 另表: [['甲', '乙', '丙'], ...times(n, (i) => [`某${i}`, i, `说${i}`])] }),
  'an unknown sheet of totals': (n) => ({
    另表: [['甲', '乙', '丙'], ...times(n, (i) => (i % 3 ? [`某${i}`, i, `说${i}`] : ['合计', 5, '']))],
  }),
  'figures in pairs': (n) => ({ 指标数据: times(n, (i) => [`某项数量${i}`, i, `别项数量${i}`, i]) }),
  'figures by months': (n) => ({
    指标数据: [
      ['指标名称', ...times(12, (i) => `${i + 1}月`), '合计'],
      ...times(n, (i) => [`党委专题研究法治会议次数${i || ''}`, ...times(12, () => 1), 12]),
    ],
  }),
  'figures across in many rows': (n) => ({
    指标数据: [
      ['单位', '党委专题研究法治会议次数', '领导小组会议次数', '党委中心组学法次数'],
      ...times(n, (i) => [`第${i}村`, 1, 2, 3]),
    ],
  }),
  'a register of things': (n) => ({
    合同台账: [
      ['序号', '合同名称', '签订日期', '合法性审查', '备注'],
      ...times(n, (i) => [i + 1, `合同${i}`, '2022-03-04', i % 2 ? '√' : '已审查', '']),
    ],
  }),
  'a register of files': (n) => ({
    规范性文件台账: [
      ['序号', '文件名称', '文号', '印发日期', '合法性审查', '备案日期'],
      ...times(n, (i) => [i + 1, `文件${i}`, `某政发〔2022〕${i}号`, '2022-03-04', '是', '2022-03-09']),
    ],
  }),
  'a roster of persons': (n) => ({
    执法人员花名册: [
      ['序号', '姓名', '性别', '学历', '专业', '执法证号', '是否持证', '备注'],
      ...times(n, (i) => [i + 1, `王${i}`, '男', '大学本科', '法学', `37${i}`, i % 9 ? '是' : '', i % 7 ? '' : '借调']),
    ],
  }),
  'choices as columns': (n) => ({
    案件明细: [
      ['决定日期', '类别', '', '', '执法名义'],
      ['', '警告', '罚款', '没收', ''],
      ...times(n, (i) => [
        `2022-0${(i % 9) + 1}-11`,
        i % 3 === 0 ? '√' : '',
        i % 3 === 1 ? '√' : '',
        i % 3 === 2 ? '√' : '',
        '本级',
      ]),
    ],
  }),
  'struck rows': (n) => ({
    普法明细: {
      rows: [publicity, ...times(n, event)],
      cells: new Map(
        times(n, (i) => [
          `${i + 1},1`,
          { value: `宣传${i}`, type: 'string', style: { font: { strikethrough: i % 2 === 0 } } },
        ]),
      ),
    },
  }),
  'hidden rows': (n) => ({
    普法明细: {
      rows: [publicity, ...times(n, event)],
      rowDefs: new Map(times(n / 2, (i) => [2 * i + 1, { hidden: true }])),
    },
  }),
  notes: (n) => ({
    普法明细: {
      rows: [publicity, ...times(n, event)],
      cells: new Map(
        times(n, (i) => [`${i + 1},1`, { value: `宣传${i}`, type: 'string', comment: { text: `批注${i}` } }]),
      ),
    },
  }),
  'many columns': (n) => ({
    普法明细: [
      [...publicity, ...times(300, (i) => `另${i}`)],
      ...times(n / 20, (i) => [...event(i), ...times(300, (j) => j)]),
    ],
  }),
  'many blank columns': (n) => ({
    普法明细: [
      [...publicity, ...times(300, (i) => (i % 2 ? `另${i}` : null))],
      ...times(n / 20, (i) => [...event(i), ...times(300, (j) => (j % 2 ? j : null))]),
    ],
  }),
  'header of ever more columns': (n) => ({
    普法明细: [
      [...publicity, ...times(n / 4, (i) => `另列${i}`)],
      ...times(5, (i) => [...event(i), ...times(n / 4, (j) => j)]),
    ],
  }),
  'ever more columns of one name': (n) => ({
    普法明细: [
      [...publicity, ...times(n / 4, () => '主题')],
      ...times(5, (i) => [...event(i), ...times(n / 4, (j) => `另${j}`)]),
    ],
  }),
  'a form across': (n) => ({ 执法队伍: [['编制', '在编', '在岗执法人员', '持证'], ...times(n, (i) => [i, 2, 3, 4])] }),
  'a long form': (n) => ({ 执法队伍: times(n, (i) => [['编制', '在编', `另项${i}`][i % 3], i]) }),
};

const csv = (rows) => rows.map((row) => row.join(',')).join('\n');
const files = {
  'a csv': (n) => ({ '填报/办公室_普法明细.csv': csv([publicity, ...times(n, event)]) }),
  'a csv of quotes': (n) => ({
    '填报/办公室_普法明细.csv': csv([publicity, ...times(n, (i) => event(i).map((cell) => `"${cell}""\n"`))]),
  }),
  'a csv of one line': (n) => ({ '填报/办公室_普法明细.csv': csv([times(n, (i) => `列${i}`)]) }),
};

export function shapeKinds() {
  const rows = 4000;
  return [
    ...Object.entries(sheets).map(([name, make]) => ({
      name: `形状: ${name}`,
      rows,
      office: (n) => ({ books: { [own]: make(Math.max(n, 20)) } }),
    })),
    ...Object.entries(files).map(([name, make]) => ({
      name: `文件: ${name}`,
      rows,
      office: (n) => ({ files: make(n) }),
    })),
  ];
}
