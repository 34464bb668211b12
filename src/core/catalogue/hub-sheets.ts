/** The sheets of the hub that hold the office's own lists: 单位, 任务, 综述素材, 节假日. */
import { column, type Table } from '../tables/sheet';

/** The sections of work by which tasks are grouped. */
export const taskSections = ['组织领导', '依法决策', '规范执法', '队伍保障', '普法与社会'] as const;

/** The parts of the report an extra paragraph can be put into. */
export const narrativeSections = [...taskSections, '第一责任人', '存在不足', '下步计划'] as const;

/** The kinds of units. */
const departmentKinds = ['内设', '派出', '村'] as const;

/** What the office may decide on a task, by the word that is typed. */
export const approvalWords = { deferred: '暂缓', cancelled: '取消' } as const;

export const departmentsTable = {
  kind: 'table',
  title: '单位',
  synonyms: ['部门', '单位名单'],
  help: '一行一个填报单位，由镇里维护。新增单位后再运行一次初始化，会为它建立填报表。',
  columns: {
    id: column('编号', 'text', { synonyms: ['单位编号'], required: true, width: 8, help: '不重复的短编号，如 D01' }),
    name: column('单位名称', 'text', {
      synonyms: ['单位', '部门名称', '部门'],
      required: true,
      width: 22,
      help: '规范简称，也是填报表的文件名，任务、指标里都用它',
    }),
    aliases: column('别名', 'names', {
      synonyms: ['简称/别名', '简称', '曾用名'],
      width: 28,
      help: '其他叫法，用“、”隔开；填报和任务里写别名也能认出',
    }),
    kind: column('类型', 'choice', {
      synonyms: ['单位类型'],
      width: 10,
      choices: departmentKinds,
      help: '内设、派出（用“请协助”口气）或村',
    }),
    head: column('负责人', 'text', { width: 14, help: '可填职务，如“主任”' }),
    contact: column('联系人', 'text', { width: 14, help: '可填岗位，如“综合岗”' }),
    mailbox: column('邮箱', 'text', {
      synonyms: ['电子邮箱', '单位邮箱', '承办人邮箱'],
      width: 26,
      help: '单位公用邮箱，收催办通知；一格只填一个，留空则通知列入待发',
    }),
    leaderMailbox: column('分管领导邮箱', 'text', {
      synonyms: ['分管领导电子邮箱'],
      width: 26,
      help: '分管该单位的领导的工作邮箱，逾期升级时收通知；可留空',
    }),
    phone: column('电话', 'text', { synonyms: ['联系电话'], width: 16, help: '单位公用电话，不进入报告' }),
    isEnforcer: column('是否执法单位', 'yesNo', {
      synonyms: ['执法单位'],
      required: true,
      width: 14,
      help: '是＝填报表里有“执法队伍”“案件明细”',
    }),
    link: column('填报表链接', 'text', {
      synonyms: ['表格链接'],
      width: 24,
      help: '只在 Google 表格里用：单位已有自己的填报表格时贴它的链接，不再另建；留空由程序建立',
    }),
    active: column('启用', 'yesNo', {
      synonyms: ['是否启用'],
      width: 8,
      help: '否＝本年度不再要求填报；留空视为是',
    }),
  },
  spareRows: 12,
} satisfies Table;

export const tasksTable = {
  kind: 'table',
  title: '任务',
  synonyms: ['任务分解', '任务分解表', '重点任务'],
  help: '年度任务分解，一行一项，由镇里维护；进展由牵头单位在自己的填报表里填，不在这里填。',
  columns: {
    id: column('任务编号', 'text', {
      synonyms: ['编号', '任务号'],
      required: true,
      width: 9,
      help: '不重复，如 A-01；改动编号会使已填进展对不上',
    }),
    number: column('序号', 'integer', { width: 6, help: '排列用，可留空' }),
    section: column('报告章节', 'choice', {
      synonyms: ['章节', '一级任务', '任务类别'],
      required: true,
      width: 12,
      choices: taskSections,
      help: '任务归入报告的哪一部分',
    }),
    title: column('重点任务', 'text', {
      synonyms: ['任务', '任务名称', '工作任务', '二级任务'],
      required: true,
      width: 28,
      help: '60 字以内，写做什么',
    }),
    measure: column('具体举措', 'text', {
      synonyms: ['主要举措', '工作举措', '工作措施'],
      width: 34,
      help: '怎样做、做到什么程度',
    }),
    lead: column('牵头单位', 'text', {
      synonyms: ['责任单位', '牵头部门', '承办单位'],
      required: true,
      width: 16,
      help: '只填一个单位，用“单位”表里的名称或别名',
    }),
    partners: column('配合单位', 'names', {
      synonyms: ['协作单位', '配合部门', '协办单位'],
      width: 18,
      help: '用“、”隔开；“各单位”表示全部',
    }),
    leader: column('分管领导', 'text', { width: 12, help: '可填职务，如“分管副镇长”' }),
    deadline: column('完成时限', 'deadline', {
      synonyms: ['截止日期', '办结时间', '完成时间', '时限', '完成期限', '时间要求', '完成时限（原文）'],
      required: true,
      width: 15,
      help: '如 2022-06-30、6月底前、每季度末、长期坚持；以当日办结为按时',
    }),
    start: column('起始日期', 'day', {
      synonyms: ['开始日期', '起始'],
      width: 12,
      help: '算时间进度用，留空为 1 月 1 日',
    }),
    target: column('量化目标', 'quantity', { synonyms: ['工作目标', '目标值'], width: 9, help: '只填数字，如 27' }),
    targetUnit: column('目标单位', 'text', { width: 9, help: '如 个、次、件' }),
    weight: column('权重', 'integer', { width: 6, choices: ['1', '2', '3', '4', '5'], help: '1 至 5，留空为 1' }),
    indicator: column('关联指标', 'text', {
      width: 9,
      help: '“指标”表的编码，如 E3；任务逾期时用来说明该指标所属的薄弱环节',
    }),
    approved: column('批准状态', 'choice', {
      synonyms: ['状态（批准）', '状态(批准)', '批准'],
      width: 9,
      choices: Object.values(approvalWords),
      help: '经批准暂缓或取消的才填，其余留空',
    }),
    basis: column('批准依据', 'text', { synonyms: ['依据'], width: 18, help: '批准的文号、会议纪要或说明' }),
    phrase: column('报告用语', 'text', { width: 24, help: '写进报告的说法，留空则用重点任务的名称' }),
  },
  spareRows: 30,
} satisfies Table;

export const narrativesTable = {
  kind: 'table',
  title: '综述素材',
  synonyms: ['素材', '报告素材'],
  help: '想在报告里多写的段落，一行一段，写好即按章节和段序插入正文。',
  columns: {
    section: column('报告章节', 'choice', {
      synonyms: ['章节'],
      required: true,
      width: 14,
      choices: narrativeSections,
      help: '插入哪一部分',
    }),
    order: column('段序', 'integer', { synonyms: ['序号'], width: 8, help: '同一部分里的先后，1、2、3…' }),
    text: column('段落文本', 'text', {
      synonyms: ['段落', '素材内容', '内容'],
      required: true,
      width: 70,
      help: '一段完整的话，以句号结束；可用 {{指标.普法活动场次}} 这样的字段',
    }),
    condition: column('条件', 'text', { width: 24, help: '填一个指标名称，该指标有数才写这一段；留空总是写' }),
    source: column('来源单位', 'text', { width: 18, help: '素材由哪个单位提供' }),
    reviewer: column('审定', 'text', { synonyms: ['审定人'], width: 14, help: '审定的职务，可留空' }),
  },
  spareRows: 20,
} satisfies Table;

/** What a day of the 节假日 sheet is made: 休 off, 班 a working day. */
export const holidayWords = { off: '休', work: '班' } as const;

export const holidaysTable = {
  kind: 'table',
  title: '节假日',
  synonyms: ['放假安排', '调休'],
  help: '国务院办公厅放假通知与程序内置不同，或者程序还没有的年份，才在这里填；一行一天，以这里为准。',
  columns: {
    day: column('日期', 'day', { required: true, width: 14, help: '如 2027-02-08' }),
    mark: column('休或班', 'choice', {
      synonyms: ['休/班', '类型'],
      required: true,
      width: 10,
      choices: Object.values(holidayWords),
      help: '休＝放假，班＝周末补班',
    }),
    name: column('名称', 'text', { synonyms: ['节日'], width: 14, help: '如 春节' }),
    basis: column('依据', 'text', { width: 40, help: '通知的文号' }),
  },
  spareRows: 30,
} satisfies Table;
