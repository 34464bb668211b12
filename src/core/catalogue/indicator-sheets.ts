/** The sheets of the hub that say what is judged and what is said of it: 指标 and 薄弱. */
import { aggregateWords, areas, directionWords, kindWords, onEmptyWords } from './indicator-words';
import { column, type Table } from '../tables/sheet';

export const indicatorsTable = {
  kind: 'table',
  title: '指标',
  synonyms: ['指标体系', '指标目录'],
  help: '全镇指标目录。阈值、依据可按本地要求改；比率由程序用分子、分母算出，不用人填。',
  columns: {
    code: column('编码', 'text', {
      synonyms: ['指标编码', '代码'],
      required: true,
      width: 8,
      help: '不重复，如 C2.1；填报表和公式都用它，不要改',
    }),
    name: column('指标名称', 'text', {
      synonyms: ['名称', '指标'],
      required: true,
      width: 28,
      help: '不重复，只用汉字和数字；模板里写作 {{指标.名称}}',
    }),
    unit: column('单位', 'text', { synonyms: ['计量单位'], width: 7, help: '如 次、件、人次、万元、%' }),
    kind: column('类型', 'choice', {
      synonyms: ['指标类型'],
      required: true,
      width: 7,
      choices: Object.values(kindWords),
      help: '数量、金额、是否由单位填报；比率由程序计算',
    }),
    filledBy: column('填报单位', 'names', {
      synonyms: ['责任单位'],
      width: 20,
      help: '单位名称用“、”隔开，或写 执法单位、各单位、程序计算',
    }),
    numerator: column('分子', 'text', { width: 12, help: '编码，可用 + - 连接，如 D1.1-D1.2' }),
    denominator: column('分母', 'text', { width: 13, help: '编码，可用 + - 和行政村数，如 1+行政村数' }),
    aggregate: column('汇总方式', 'choice', {
      width: 10,
      choices: Object.values(aggregateWords),
      help: '合计＝各单位相加；牵头计＝只加牵头场次；取最大、取最新＝不相加',
    }),
    direction: column('方向', 'choice', {
      width: 7,
      choices: Object.values(directionWords),
      help: '高好＝低于阈值为薄弱；低好＝高于阈值为薄弱',
    }),
    threshold: column('阈值', 'quantity', { width: 7, help: '按本行单位填数字，90 表示 90%；留空不作判断' }),
    redLine: column('法定底线', 'yesNo', {
      synonyms: ['红线'],
      width: 10,
      help: '是＝这一项不达标，所属类别即为薄弱环节；否＝同类两项以上不达标才算',
    }),
    minSample: column('最小样本', 'integer', { width: 10, help: '分母小于它时不作判断' }),
    basis: column('依据', 'text', { synonyms: ['法律依据'], width: 30, help: '阈值的法律、文件依据或内部标准' }),
    area: column('薄弱类别', 'choice', {
      required: true,
      width: 10,
      choices: areas,
      help: '不达标时归入哪一类薄弱环节',
    }),
    sentence: column('报告句模板', 'text', {
      synonyms: ['报告句', '报告用语'],
      width: 36,
      help: '有数据时写进报告相应部分的一句话，如 全年开展××{{指标.××次数}}；默认模板已经写到的指标不用填',
    }),
    onEmpty: column('无数据时', 'choice', {
      width: 10,
      choices: Object.values(onEmptyWords),
      help: '省略＝报告里不写；提示＝另外在核对表里提示缺这一项。留空为省略',
    }),
    help: column('口径说明', 'text', {
      synonyms: ['统计口径', '填报说明'],
      width: 54,
      help: '怎样统计，印在各单位填报表里',
    }),
  },
  spareRows: 10,
} satisfies Table;

export const weakAreasTable = {
  kind: 'table',
  title: '薄弱',
  synonyms: ['薄弱环节'],
  help: '一类一行：这一类被判为薄弱时，报告第二部分怎样表述、原因是什么、第三部分用什么对策。',
  columns: {
    area: column('薄弱类别', 'choice', {
      synonyms: ['类别'],
      required: true,
      width: 12,
      choices: areas,
      help: '与“指标”表的薄弱类别对应，行的先后就是报告里的先后',
    }),
    rule: column('触发规则', 'text', { width: 30, help: '说明用：哪些指标属于这一类' }),
    problem: column('表述', 'text', {
      synonyms: ['问题表述', '存在问题'],
      required: true,
      width: 44,
      help: '接在“一是”后面的一句话，不写句号；数据由程序补在后面',
    }),
    cause: column('原因', 'text', { synonyms: ['原因分析'], width: 44, help: '一句话，不写句号' }),
    action: column('对策', 'text', {
      synonyms: ['措施', '整改措施'],
      width: 50,
      help: '第三部分的打算，一至两句，不写最后的句号',
    }),
    plan: column('对应计划章节', 'choice', {
      synonyms: ['计划章节'],
      width: 18,
      choices: ['组织领导', '沟通协调', '队伍建设', '普法与治理'],
      help: '对策写进第三部分的哪一节',
    }),
  },
  spareRows: 3,
} satisfies Table;
