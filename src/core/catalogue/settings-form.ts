/** The hub's 设置 sheet: one line per setting, and the words its choices are made of. */
import { column, type Form } from '../tables/sheet';

/** The forms a title can take, by the words of the 标题形式 setting. */
export const titleForms = ['情况的报告', '联合行文', '党委行文', '政府行文', '年度报告', '工作总结'] as const;

/** How headings are set: on the line of the text (接排) or on their own line (独行). */
export const headingWords = { 'run-in': '接排', block: '独行' } as const;

const headingChoices = Object.values(headingWords);

export const settingsForm = {
  kind: 'form',
  title: '设置',
  synonyms: ['基本设置', '参数设置'],
  help: '黄色格由镇里填写，每年核对一遍。改动后下一次检查、成文即生效。',
  columns: {
    reportYear: column('报告年度', 'integer', {
      synonyms: ['年度', '报告年份'],
      required: true,
      help: '报告所写的年份，如 2022；部门填报表封面年度不同的不采用',
    }),
    town: column('镇名', 'text', { synonyms: ['乡镇名称', '镇街名称'], required: true, help: '简称，如“××镇”' }),
    partyName: column('党委全称', 'text', {
      synonyms: ['党委名称'],
      required: true,
      help: '落款用，如“中共××镇委员会”',
    }),
    governmentName: column('政府全称', 'text', {
      synonyms: ['政府名称'],
      required: true,
      help: '落款用，如“××镇人民政府”',
    }),
    superior: column('上级党委政府', 'text', { synonyms: ['上级'], help: '正文里的称呼，如“县委、县政府”' }),
    addressee: column('主送', 'text', { synonyms: ['主送机关'], help: '如“县委、县政府”；留空则报告不印主送机关' }),
    cc: column('抄送', 'text', { synonyms: ['抄送机关'], help: '如“县委依法治县办”；留空则不印' }),
    villages: column('行政村数', 'integer', {
      synonyms: ['行政村个数', '村数'],
      unit: '个',
      required: true,
      help: '年末行政村总数，是阵地、法律顾问、法律明白人等指标的分母',
    }),
    cutoff: column('统计截止日', 'day', {
      synonyms: ['统计截止日期', '截止日'],
      help: '此日以后发生的不计入；留空为报告年度 12 月 31 日',
    }),
    asOf: column('核算日', 'day', {
      synonyms: ['核算日期'],
      help: '按哪一天判断任务是否逾期；留空为统计截止日',
    }),
    signDate: column('成文日期', 'day', {
      synonyms: ['签发日期', '落款日期'],
      help: '签发的日期，须在次年 3 月 1 日以前报送；未定可留空',
    }),
    titleForm: column('标题形式', 'choice', {
      choices: titleForms,
      help: '情况的报告＝只有“关于……的报告”；联合、党委、政府行文＝前面分别加党委和政府、党委、政府的全称；年度报告、工作总结＝镇名加年度和名称',
    }),
    situationHeadings: column('第一部分标题样式', 'choice', {
      synonyms: ['基本情况标题样式'],
      choices: headingChoices,
      help: '第一部分（一）（二）各标题：接排＝标题后接着写正文，独行＝标题单独一行',
    }),
    planHeadings: column('第三部分标题样式', 'choice', {
      synonyms: ['工作计划标题样式'],
      choices: headingChoices,
      help: '第三部分（一）（二）各标题：接排或者独行',
    }),
    isPublic: column('公开版', 'yesNo', { help: '是＝向社会公开的版本，否＝报送上级的版本' }),
    remindDays: column('提醒提前工作日', 'integer', {
      unit: '个工作日',
      help: '离完成时限还有几个工作日起标蓝灯，一般 10',
    }),
    lagPoints: column('黄灯差值', 'integer', {
      unit: '个百分点',
      help: '完成率落后时间进度多少个百分点起标黄灯，一般 20',
    }),
    overdueSteps: column('逾期催办工作日', 'text', {
      synonyms: ['催办阶梯', '提醒天数'],
      help: '逾期第几个工作日催办，三级用“、”隔开，一般 1、5、10：依次催承办单位、加分管领导、加主要领导',
    }),
    monthlyDay: column('月报日', 'integer', {
      synonyms: ['每月报送日'],
      help: '各单位每月几日前更新填报表，1 至 28；留空则不催月报',
    }),
    doubtReminders: column('核对提醒', 'yesNo', {
      synonyms: ['数据存疑提醒'],
      help: '是＝填报表里有错误的单位每周提醒一次；留空为是',
    }),
    onRestDays: column('休息日发送', 'yesNo', { help: '是＝周末和节假日也发通知；留空为否' }),
    dailyMost: column('每日发送上限', 'integer', {
      synonyms: ['每日上限'],
      unit: '封',
      help: '一天最多发几封，0 为停发；留空为 80',
    }),
    officeMailbox: column('办公室邮箱', 'text', {
      help: '办公室的公用邮箱：收报送和公开期限的提醒，也是各通知的回复地址',
    }),
    headMailbox: column('主要领导邮箱', 'text', { help: '逾期第三级通知的收件邮箱；可留空' }),
    mailDomains: column('邮箱域名', 'names', {
      help: '只往这些域名发，如 “jn.gov.cn、example.cn”；留空不限',
    }),
    submittedOn: column('报送日期', 'day', {
      help: '报告报送上级的日期；填了就不再提醒 3 月 1 日的期限',
    }),
    publishedOn: column('公开日期', 'day', {
      help: '报告向社会公开的日期；填了就不再提醒 4 月 1 日的期限',
    }),
    publicityPlan: column('普法规划名称', 'text', {
      help: '“八五”（2021－2025年）、“九五”（2026－2030年）等，只填几五',
    }),
    outlineName: column('纲要名称', 'text', { help: '正文引用的现行纲要全称，不带书名号' }),
    signer: column('签发人', 'text', { help: '签发的职务，可留空' }),
    attachTable: column('附数据表', 'yesNo', { help: '是＝报告后面附“主要指标数据表”，落款前写明附件；留空为否' }),
    attachSources: column('附数据来源', 'yesNo', {
      help: '是＝报告最后附“数据来源”，列出每个数字来自哪个单元格；留空为否，数据来源另存为表格',
    }),
    columnMapping: column('列对应', 'text', {
      synonyms: ['表头对应'],
      help: '部门自带的表和表头与填报表不同时才填，一行一条，如“工作表：落实情况＝任务进展”“任务进展：办结情况＝状态、时间＝完成日期”',
    }),
    sample: column('示例数据', 'yesNo', { help: '是＝每页和文件名都标明“示例数据，纯属虚构”；正式使用填“否”' }),
  },
} satisfies Form;
