/** The sheets of the program's own workbook 结果: what was found, in the columns people read and later steps write. */
import { column, type Table } from '../tables/sheet';

const shut = { open: false } as const;

export const taskResultsTable = {
  kind: 'table',
  title: '任务一览',
  synonyms: [],
  help: '每项任务的灯：绿＝完成或正常，蓝＝临近时限，黄＝落后于时间进度，红＝逾期，灰＝暂缓或取消。',
  columns: {
    light: column('灯', 'choice', { ...shut, width: 6, help: '绿、蓝、黄、红、灰' }),
    taskId: column('任务编号', 'text', { ...shut, width: 10, help: '与总表“任务”相同' }),
    section: column('报告章节', 'text', { ...shut, width: 13, help: '与总表“任务”相同' }),
    title: column('重点任务', 'text', { ...shut, width: 30, help: '与总表“任务”相同' }),
    lead: column('牵头单位', 'text', { ...shut, width: 17, help: '负责填报的单位' }),
    deadline: column('完成时限', 'text', { ...shut, width: 16, help: '总表里的原文' }),
    due: column('到期日', 'day', { ...shut, width: 13, help: '由完成时限换算；长期任务没有到期日' }),
    state: column('结论', 'choice', { ...shut, width: 9, help: '已完成、推进中、逾期、暂缓、取消' }),
    percent: column('完成率', 'percent', { ...shut, unit: '%', width: 9, help: '牵头单位填报的完成率' }),
    daysLate: column('逾期工作日', 'integer', { ...shut, width: 11, help: '到期日次日起至核算日的工作日数' }),
    why: column('说明', 'text', { ...shut, width: 28, help: '为什么是这个灯' }),
    source: column('依据单元格', 'text', { ...shut, width: 36, help: '结论依据的单元格' }),
  },
  spareRows: 0,
} satisfies Table;

export const tallyTable = {
  kind: 'table',
  title: '汇总',
  synonyms: [],
  help: '完成率＝已完成÷（已完成＋逾期）。',
  columns: {
    group: column('范围', 'choice', { ...shut, width: 9, help: '全镇、报告章节或牵头单位' }),
    name: column('名称', 'text', { ...shut, width: 24, help: '章节或单位的名称' }),
    total: column('任务数', 'integer', { ...shut, width: 10, help: '全部任务' }),
    done: column('已完成', 'integer', { ...shut, width: 10, help: '核算日前已完成' }),
    running: column('推进中', 'integer', { ...shut, width: 10, help: '未到期或者长期' }),
    overdue: column('逾期', 'integer', { ...shut, width: 10, help: '到期未完成' }),
    unreported: column('未报', 'integer', { ...shut, width: 10, help: '已到期，没有报进展；不计入完成率' }),
    deferred: column('暂缓', 'integer', { ...shut, width: 10, help: '经批准暂缓' }),
    cancelled: column('取消', 'integer', { ...shut, width: 10, help: '经批准取消' }),
    rate: column('完成率', 'percent', { ...shut, unit: '%', width: 10, help: '已完成÷（已完成＋逾期）' }),
  },
  spareRows: 0,
} satisfies Table;

export const indicatorResultsTable = {
  kind: 'table',
  title: '指标一览',
  synonyms: [],
  help: '全镇各项指标的数值、阈值和来源。不达标不等于薄弱环节：同类两项以上，或者法定底线一项，才算。',
  columns: {
    code: column('编码', 'text', { ...shut, width: 9, help: '与总表“指标”相同' }),
    name: column('指标名称', 'text', { ...shut, width: 30, help: '与总表“指标”相同' }),
    value: column('数值', 'text', { ...shut, width: 16, help: '报告里的写法' }),
    lastYear: column('上年', 'quantity', { ...shut, width: 10, help: '各单位填报表里的上年值' }),
    threshold: column('阈值', 'choice', { ...shut, width: 12, help: '不低于或者不高于' }),
    weak: column('结论', 'choice', { ...shut, width: 10, help: '达标、不达标；没有阈值或者没有数据的空着' }),
    area: column('薄弱类别', 'choice', { ...shut, width: 11, help: '与总表“指标”相同' }),
    basis: column('依据', 'text', { ...shut, width: 38, help: '阈值的依据' }),
    source: column('来源单元格', 'text', { ...shut, width: 56, help: '数值从哪些单元格来' }),
  },
  spareRows: 0,
} satisfies Table;

export const areaResultsTable = {
  kind: 'table',
  title: '薄弱环节',
  synonyms: [],
  help: '薄弱＝写进报告第二部分；提示＝只有一项不达标，供参考。',
  columns: {
    area: column('类别', 'text', { ...shut, width: 12, help: '薄弱类别' }),
    verdict: column('结论', 'choice', { ...shut, width: 9, help: '薄弱或者提示' }),
    figures: column('不达标指标', 'text', { ...shut, width: 48, help: '指标和数值' }),
    tasks: column('相关逾期任务', 'text', { ...shut, width: 34, help: '说明原因的逾期任务' }),
    problem: column('表述', 'text', { ...shut, width: 40, help: '总表“薄弱”里的表述' }),
  },
  spareRows: 0,
} satisfies Table;

export const problemsTable = {
  kind: 'table',
  title: '核对',
  synonyms: [],
  help: '错误＝该值没有采用，请改；请核实＝已采用，请看一眼；提示＝不用改。改好后再检查一次。',
  columns: {
    level: column('级别', 'choice', { ...shut, width: 9, help: '错误、请核实、提示' }),
    file: column('文件', 'text', { ...shut, width: 24, help: '在哪个文件' }),
    sheet: column('工作表', 'text', { ...shut, width: 13, help: '在哪张表' }),
    cell: column('单元格', 'text', { ...shut, width: 16, help: '在哪一格或者文档的哪一处' }),
    actual: column('现在是', 'text', { ...shut, width: 26, help: '格里现在的内容' }),
    reason: column('问题', 'text', { ...shut, width: 46, help: '哪里不对' }),
    expected: column('请这样处理', 'text', { ...shut, width: 46, help: '应当怎样填' }),
    code: column('规则', 'text', { ...shut, width: 24, help: '规则的代号，供查询' }),
  },
  spareRows: 0,
} satisfies Table;

export const departmentProblemsTable = {
  kind: 'table',
  title: '分单位核对',
  synonyms: [],
  help: '按单位排列，可以筛选一个单位的发给它。错误＝该值没有采用，请改；请核实＝已采用，请看一眼；提示＝不用改。',
  columns: {
    department: column('单位', 'text', { ...shut, width: 20, help: '要处理的单位' }),
    number: column('序号', 'integer', { ...shut, width: 7, help: '本单位第几条' }),
    level: column('级别', 'choice', { ...shut, width: 9, help: '错误、请核实、提示' }),
    where: column('位置', 'text', { ...shut, width: 24, help: '在填报表的哪张表哪一格' }),
    actual: column('现在是', 'text', { ...shut, width: 26, help: '格里现在的内容' }),
    reason: column('问题', 'text', { ...shut, width: 46, help: '哪里不对' }),
    expected: column('请这样处理', 'text', { ...shut, width: 46, help: '应当怎样填' }),
  },
  spareRows: 0,
} satisfies Table;

export const lettersTable = {
  kind: 'table',
  title: '核对通知',
  synonyms: [],
  help: '每个要处理问题的单位一段正文，复制到邮件或者微信里即可；检查后“核对单”文件夹里有同样内容的 Word 文件。',
  columns: {
    department: column('单位', 'text', { ...shut, width: 20, help: '要处理的单位' }),
    count: column('件数', 'integer', { ...shut, width: 8, help: '要处理的事项' }),
    text: column('邮件正文', 'text', { ...shut, width: 110, help: '双击单元格，全选后复制' }),
  },
  spareRows: 0,
} satisfies Table;

export const runsTable = {
  kind: 'table',
  title: '运行记录',
  synonyms: [],
  help: '最近一次运行的结论。',
  columns: {
    job: column('事项', 'choice', { ...shut, width: 12, help: '检查或者成文' }),
    asOf: column('核算日', 'day', { ...shut, width: 13, help: '按哪一天判断逾期' }),
    outcome: column('结果', 'text', { ...shut, width: 60, help: '任务、薄弱环节、问题的数目' }),
    output: column('文件', 'text', { ...shut, width: 50, help: '生成的文件' }),
  },
  spareRows: 0,
} satisfies Table;

export const noticesTable = {
  kind: 'table',
  title: '催办清单',
  synonyms: [],
  help: '核算日应当提醒的事项，可以复制后发给单位。',
  columns: {
    level: column('级别', 'choice', { ...shut, width: 8, help: '红、缺报、黄、蓝' }),
    department: column('单位', 'text', { ...shut, width: 20, help: '收件单位' }),
    taskId: column('任务编号', 'text', { ...shut, width: 10, help: '缺报的空着' }),
    text: column('内容', 'text', { ...shut, width: 90, help: '通知正文' }),
  },
  spareRows: 0,
} satisfies Table;
