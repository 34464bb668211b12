/** Sheets of the hub and of departments that go by it: many tasks, departments, figures, names that are known, like a known one, or neither. */
import { department, times } from './office.mjs';

const own = `${department}.xlsx`;
const year = ['报告年度', 2022];
const taskHeader = [
  '任务编号',
  '报告章节',
  '重点任务',
  '牵头单位',
  '配合单位',
  '完成时限',
  '量化目标',
  '批准状态',
  '报告用语',
];
const unitHeader = ['编号', '单位名称', '别名', '邮箱', '分管领导邮箱', '启用', '角色', '是否执法单位'];
const unitRow = (i) => [`D${i}`, `第${i}办`, '', `d${i}@town.example`, '', '是', '', '否'];
const month = (i) => String((i % 12) + 1).padStart(2, '0');
const task = (i, lead = department) => [`T-${i}`, '', `办理第${i}项事务`, lead, '', `2022-${month(i)}-15`, '', '', ''];
/** Hubs by kind: what is repeated n times stands in one sheet, and what it needs in others. */
const hubs = {
  'tasks, nobody reports': (n) => ({ 任务: [taskHeader, ...times(n, (i) => task(i))] }),
  'tasks of unknown leads': (n) => ({ 任务: [taskHeader, ...times(n, (i) => task(i, `外单位${i}`))] }),
  'tasks of leads like known ones': (n) => ({
    任务: [taskHeader, ...times(n, (i) => task(i, `办公宝${i % 9}、办公`))],
  }),
  'tasks of many leads': (n) => ({
    任务: [taskHeader, ...times(n, (i) => task(i, `外${i}单位、${department}、第${i + 1}局`))],
  }),
  'tasks of one number': (n) => ({ 任务: [taskHeader, ...times(n, (i) => ['T-1', ...task(i).slice(1)])] }),
  'tasks without number': (n) => ({ 任务: [taskHeader, ...times(n, (i) => ['', ...task(i).slice(1)])] }),
  'tasks of one title': (n) => ({
    任务: [taskHeader, ...times(n, (i) => task(i).map((cell, at) => (at === 2 ? '办理事务' : cell)))],
  }),
  'tasks alike': (n) => ({ 任务: [taskHeader, ...times(n, () => task(1))] }),
  'tasks without deadline': (n) => ({
    任务: [
      taskHeader,
      ...times(n, (i) =>
        task(i).map((cell, at) =>
          at === 5 ? ['', '待定', '长期', '每月', '每季度末', `第${i}次会后`, '省里定后'][i % 7] : cell,
        ),
      ),
    ],
  }),
  'tasks with strange cells': (n) => ({
    任务: [
      taskHeader,
      ...times(n, (i) => [
        `T-${i}`,
        `章${i}`,
        `办理第${i}项`,
        department,
        `外${i}`,
        '2022-12-31',
        `约${i}`,
        `批${i}`,
        `{{指标.某数${i}}}`,
      ]),
    ],
  }),
  'sections between tasks': (n) => ({ 任务: [taskHeader, ...times(n, (i) => (i % 3 ? task(i) : [`（${i}）某方面`]))] }),
  'headers between tasks': (n) => ({ 任务: [taskHeader, ...times(n, (i) => (i % 4 ? task(i) : taskHeader))] }),
  'tasks ditto': (n) => ({
    任务: [
      taskHeader,
      ...times(n, (i) => (i % 9 ? [`T-${i}`, '同上', `办理第${i}项`, '同上', '〃', '同上'] : task(i))),
    ],
  }),
  'departments, no files': (n) => ({ 单位: [unitHeader, ...times(n, unitRow)] }),
  'departments of one name': (n) => ({
    单位: [unitHeader, ...times(n, (i) => [`D${i}`, '某办', '', `d${i}@town.example`, '', '是', ''])],
  }),
  'departments of one mailbox': (n) => ({
    单位: [unitHeader, ...times(n, (i) => [`D${i}`, `第${i}办`, '', 'd@town.example', '', '是', ''])],
  }),
  'departments with aliases': (n) => ({
    单位: [
      unitHeader,
      ...times(n, (i) => [...unitRow(i).slice(0, 2), `办${i}、别${i}、某办`, '', '', '是', `角色${i}`]),
    ],
  }),
  'departments and tasks of theirs': (n) => ({
    单位: [unitHeader, ...times(n, unitRow)],
    任务: [taskHeader, ...times(n, (i) => task(i, `第${i}办`))],
  }),
  'departments and tasks of like names': (n) => ({
    单位: [unitHeader, ...times(n, unitRow)],
    任务: [taskHeader, ...times(n, (i) => task(i, `${i}办`))],
  }),
  'unknown settings': (n) => ({ 设置: [year, ...times(n, (i) => [`某项${i}`, i])] }),
  'one setting many times': (n) => ({ 设置: [year, ...times(n, (i) => ['行政村数', i])] }),
  'settings like known ones': (n) => ({ 设置: [year, ...times(n, (i) => [`行政村数量${i}`, i])] }),
  'own sections and areas': (n) => ({
    设置: [
      year,
      ['自设章节', times(n, (i) => `章${i}`).join('、')],
      ['自设薄弱类别', times(n, (i) => `类${i}`).join('、')],
    ],
  }),
  wordings: (n) => ({ 设置: [year, ['用词', times(n, (i) => `词${i}=语${i}`).join('；')]] }),
  holidays: (n) => ({
    节假日: [
      ['日期', '休或班', '名称', '依据'],
      ...times(n, (i) => [
        `2022-${month(i)}-${String((i % 28) + 1).padStart(2, '0')}`,
        i % 2 ? '休' : '班',
        `节${i}`,
        '',
      ]),
    ],
  }),
  'published figures': (n) => ({
    对照数据: [
      ['指标编码', '公布数', '出处'],
      ...times(n, (i) => [['A1', 'D1.2', `Z${i}`, '', '行政处罚决定数'][i % 5], i, `出处${i}`]),
    ],
  }),
  paragraphs: (n) => ({
    综述素材: [
      ['报告章节', '段序', '段落文本', '条件', '来源单位', '审定'],
      ...times(n, (i) => [
        ['组织领导', '依法决策', '某章'][i % 3],
        i,
        `第${i}段{{指标.党委专题研究法治会议次数}}。`,
        i % 2 ? '合同审查份数' : '',
        `外${i}`,
        '',
      ]),
    ],
  }),
  'paragraphs alike': (n) => ({
    综述素材: [
      ['报告章节', '段序', '段落文本', '条件', '来源单位', '审定'],
      ...times(n, () => ['组织领导', 1, '同一段话，王小明说。', '', '', '']),
    ],
  }),
  weaknesses: (n) => ({
    薄弱: [
      ['薄弱类别', '指标', '表述', '原因', '对策', '牵头单位'],
      ...times(n, (i) => [
        ['法治意识', `类${i}`][i % 2],
        ['执法人员持证率', `某率${i}`, ''][i % 3],
        `表述${i}`,
        `原因${i}`,
        `对策${i}`,
        `外${i}`,
      ]),
    ],
  }),
  indicators: (n) => ({
    指标: [
      ['编码', '指标名称', '单位', '类型', '填报单位', '分子', '分母'],
      ...times(n, (i) =>
        i % 4
          ? [`Q${i}`, `某项数量${i}`, '件', '数量', department]
          : [`Q${i}`, `某项率${i}`, '%', '比率', '', `Q${i + 1}`, `Q${i + 2}`],
      ),
    ],
  }),
  'indicators of one code': (n) => ({
    指标: [
      ['编码', '指标名称', '单位', '类型', '填报单位'],
      ...times(n, (i) => ['Q1', `某项数量${i}`, '件', '数量', department]),
    ],
  }),
  'indicators of one name': (n) => ({
    指标: [
      ['编码', '指标名称', '单位', '类型', '填报单位'],
      ...times(n, (i) => [`Q${i}`, '某项数量', '件', '数量', '各单位']),
    ],
  }),
  'unknown sheets': (n) =>
    Object.fromEntries(
      times(n, (i) => [
        `另表${i}`,
        [
          ['甲', '乙'],
          [i, i],
        ],
      ]),
    ),
};

/** How many of each fit in a few seconds. */
const rows = 1000;

export function hubKinds() {
  return Object.entries(hubs).map(([name, hub]) => ({
    name: `总表: ${name}`,
    rows: fewer[name] ?? rows,
    office: (n) => ({ hub: hub(n), books: { [own]: {} } }),
  }));
}
const fewer = { 'unknown sheets': 40, 'own sections and areas': 200 };

/** Tasks of the one department. */
export function manyTasks(n) {
  return { 任务: [taskHeader, ...times(n, (i) => task(i))] };
}
