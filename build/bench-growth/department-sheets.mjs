/** Sheets of one department by kind: its progress on many tasks, its figures, and what else it tells. */
import { manyTasks } from './hub-sheets.mjs';
import { cover, department, times } from './office.mjs';

const own = `${department}.xlsx`;
const progressHeader = ['任务编号', '重点任务', '状态', '完成率', '完成日期', '进展情况'];
const figureHeader = ['编码', '指标名称', '单位', '填报值', '备注'];
const spoken = [
  '已完成',
  '推进中',
  '',
  '基本完成，待验收',
  '已按要求推进，预计年底前完成',
  '无',
  '见附件',
  '暂缓',
  '未启动',
  '完成80%',
  '同上',
  '已完成？',
];

/** 任务进展 of one department by kind, beside as many tasks. */
const progress = {
  done: (i) => [`T-${i}`, `办理第${i}项事务`, '已完成', 1, '2022-03-05', '已办'],
  'done without day': (i) => [`T-${i}`, `办理第${i}项事务`, '已完成', '100%', '', ''],
  'unknown numbers': (i) => [`Z-${i}`, '', '推进中', 0.5, '', ''],
  'unknown titles': (i) => ['', `另一件${i}号事情`, '推进中', 0.5, '', ''],
  'titles like known ones': (i) => ['', `办理第${i}项事物`, '推进中', 0.5, '', ''],
  'parts of titles': (i) => ['', `第${i}项`, '推进中', 0.5, '', ''],
  'titles with more': (i) => ['', `继续办理第${i}项事务的各项工作`, '推进中', 0.5, '', ''],
  'number of one, title of another': (i) => [`T-${i}`, `办理第${i + 1}项事务`, '推进中', 0.5, '', ''],
  'one task': (i) => ['T-1', '', i % 2 ? '推进中' : '已完成', 0.5, '', `进展${i}`],
  'spoken states': (i) => [
    `T-${i}`,
    '',
    spoken[i % spoken.length],
    ['', '八成', '约80%', '100', '150%'][i % 5],
    ['', '3月', '待定', '2021-02-03'][i % 4],
    `已开展${i}次，尚未完成`,
  ],
  'other words each': (i) => [`T-${i}`, '', `办到第${i}步了，还差一点`, `第${i}期`, `第${i}天`, ''],
  ditto: (i) => [`T-${i}`, '同上', '同上', '同上', '〃', '同上'],
  'headers between': (i) => (i % 4 ? [`T-${i}`, '', '推进中', 0.5, '', ''] : progressHeader),
  'sections between': (i) => (i % 4 ? [`T-${i}`, '', '推进中', 0.5, '', ''] : [`（${i}）某方面`]),
  'totals between': (i) => (i % 4 ? [`T-${i}`, '', '推进中', 0.5, '', ''] : ['合计', '', '', 1, '', '']),
};

/** 指标数据 of one department by kind. */
const figures = {
  'unknown codes': (i) => [`Z${i}`, '', '件', i, ''],
  'unknown names': (i) => ['', `别的某数${i}`, '件', i, ''],
  'unknown long names': (i) => ['', `本年度开展的行政执法专项检查和其他有关活动的第${i}种情况的数量`, '件', i, ''],
  'names like known ones': (i) => ['', `行政处罚决定${i}数`, '件', i, ''],
  'parts of a line': (i) => ['', `其中：第${i}类`, '件', i, ''],
  'the same line': () => ['A1', '党委专题研究法治会议次数', '次', 3, ''],
  'one line, other figures': (i) => ['A1', '党委专题研究法治会议次数', '次', i, `第${i}次`],
  'code of one, name of another': (i) => ['A1', `领导小组会议次数${i}`, '次', i, ''],
  'strange figures': (i) => [
    'A1',
    '',
    '次',
    ['约3', '若干', '3-5', '', '/', '不涉及', `数${i}`, '3+4', '同上'][i % 9],
    '',
  ],
  'headers between': (i) => (i % 4 ? ['A1', '', '次', i, ''] : figureHeader),
  'sections between': (i) => (i % 4 ? ['A1', '', '次', i, ''] : [`（${i}）某方面`]),
  'quarters of a line': (i) => ['A1', `党委专题研究法治会议次数（第${(i % 4) + 1}季度）`, '次', i, ''],
};

const others = {
  'many suggestions': (n) => ({ 问题与建议: [['问题或建议'], ...times(n, (i) => [`建议${i}：王小明认为应当改进`])] }),
  'suggestions alike': (n) => ({ 问题与建议: [['问题或建议'], ...times(n, () => ['无'])] }),
  'answers to unknown papers': (n) => ({
    督办反馈: [
      ['反馈编号', '签收日期', '反馈情况', '整改日期', '申请销号'],
      ...times(n, (i) => [`DB-2022-${i}`, '2022-05-06', `回复${i}`, '待定', i % 2 ? '是' : '']),
    ],
  }),
  'answers without code': (n) => ({
    督办反馈: [
      ['反馈编号', '签收日期', '反馈情况', '整改日期', '申请销号'],
      ...times(n, (i) => ['', '2022-05-06', `回复${i}`, '', '']),
    ],
  }),
  'unknown sheets of a department': (n) =>
    Object.fromEntries(
      times(Math.ceil(n / 10), (i) => [`另表${i}`, [['甲', '乙'], ...times(10, (j) => [`说${i}`, j])]]),
    ),
  'progress in many sheets': (n) =>
    Object.fromEntries(
      times(Math.ceil(n / 10), (i) => [
        `任务进展${i}`,
        [progressHeader, ...times(10, (j) => [`T-${i * 10 + j}`, '', '推进中', 0.3, '', ''])],
      ]),
    ),
  'figures in many sheets': (n) =>
    Object.fromEntries(
      times(Math.ceil(n / 10), (i) => [`指标数据${i}`, [figureHeader, ...times(10, (j) => ['A1', '', '次', j, ''])]]),
    ),
  'unknown cover lines': (n) => ({ 封面: [...cover(own), ...times(n, (i) => [`某项${i}`, i])] }),
  'cover lines again': (n) => ({ 封面: [...cover(own), ...times(n, (i) => ['填报人', `某${i}`])] }),
};

/** How many of each fit in a few seconds; no workbook may have more than 200 sheets. */
const rows = 1000;
const manySheets = 400;

export function departmentKinds() {
  return [
    ...Object.entries(progress).map(([name, row]) => ({
      name: `任务进展: ${name}`,
      rows,
      office: (n) => ({ hub: manyTasks(n), books: { [own]: { 任务进展: [progressHeader, ...times(n, row)] } } }),
    })),
    ...Object.entries(figures).map(([name, row]) => ({
      name: `指标数据: ${name}`,
      rows,
      office: (n) => ({ books: { [own]: { 指标数据: [figureHeader, ...times(n, row)] } } }),
    })),
    ...Object.entries(others).map(([name, sheets]) => ({
      name: `填报: ${name}`,
      rows: name.includes('sheets') ? manySheets : rows,
      office: (n) => ({ hub: manyTasks(name.startsWith('progress') ? n : 1), books: { [own]: sheets(n) } }),
    })),
  ];
}
