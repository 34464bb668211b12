/**
 * What departments call their sheets and columns, collected from ledgers that offices publish. On purpose no list of the program's:
 * a proof that took the program's words would prove nothing.
 */

export const trainingWords = {
  titles: ['培训台账', '培训明细', '执法培训台账', '培训情况', '培训登记表'],
  day: ['培训时间', '日期', '培训日期', '时间'],
  topic: ['培训内容', '主题', '培训主题', '内容'],
  organiser: ['主办单位', '主办', '组织单位'],
  hours: ['学时', '培训学时', '课时'],
  invited: ['应到人数', '应到'],
  attended: ['实到人数', '实到', '参训人数'],
} as const;

export const publicityWords = {
  titles: ['普法活动台账', '普法明细', '普法宣传', '普法活动', '宣传活动登记表'],
  day: ['活动时间', '日期', '活动日期', '时间'],
  topic: ['活动主题', '主题', '活动名称'],
  place: ['活动地点', '地点', '地点或村'],
  leads: ['是否牵头', '牵头'],
  events: ['场次', '活动场次'],
  people: ['参加人数', '受众人次', '受众', '参与群众'],
  materials: ['发放资料（份）', '资料份数', '发放资料'],
} as const;

export const caseWords = {
  titles: ['行政处罚案件台账', '案件明细', '案件', '处罚案件', '行政处罚案件'],
  category: ['处罚种类', '类别', '处罚类别'],
  procedure: ['适用程序', '程序'],
  day: ['处罚决定日期', '决定日期', '处罚日期'],
  amount: ['罚款金额', '金额（元）', '罚没金额'],
  capacity: ['执法名义', '名义'],
} as const;

export const figureWords = {
  titles: ['指标数据', '主要指标统计表', '数据', '按月统计表'],
  code: ['编码', '指标编码'],
  name: ['指标名称', '名称', '指标'],
  unit: ['单位', '计量单位'],
  total: ['合计', '全年合计', '本年'],
} as const;

export const teamWords = {
  titles: ['执法队伍', '队伍情况', '执法人员', '人员', '执法人员花名册'],
  quota: ['编制数', '编制'],
  established: ['在编人数', '在编'],
  onDuty: ['在岗人数', '在岗'],
  certified: ['持证人数', '持证'],
  college: ['大专及以上', '大专以上'],
  lawMajors: ['法学专业', '法学专业人数'],
} as const;

export const progressWords = {
  titles: ['任务进展', '工作落实情况', '推进情况', '工作任务分解表'],
  id: ['任务编号', '编号'],
  title: ['重点任务', '任务名称', '任务'],
  status: ['状态', '完成情况', '办理状态'],
  doneOn: ['完成日期', '办结日期'],
  text: ['进展情况', '工作进展', '进展'],
} as const;

/** Offices of each kind: what they are called, and who fills in. */
export const offices = [
  { town: '青石岭镇', partyName: '中共青石岭镇委员会', governmentName: '青石岭镇人民政府' },
  { town: '河湾乡', partyName: '中共河湾乡委员会', governmentName: '河湾乡人民政府' },
  { town: '新城街道', partyName: '中共东区新城街道工作委员会', governmentName: '东区人民政府新城街道办事处' },
  { town: '县水务局', partyName: '中共某县水务局党组', governmentName: '某县水务局' },
  { town: '滨海开发区', partyName: '中共滨海开发区工作委员会', governmentName: '滨海开发区管理委员会' },
] as const;

export const topics = ['行政处罚法', '安全生产法', '土地管理法', '信访条例', '三项制度', '案卷制作', '宪法', '民法典'];
export const places = ['集市', '广场', '学校', '村委会', '礼堂'];
export const hosts = ['司法所', '县司法局', '应急办', '市场监管所'];
/** Figures by code and name as the office has them, with the unit. */
export const figures = [
  { code: 'C1', name: '行政检查次数', unit: '次' },
  { code: 'C2', name: '行政处罚决定数', unit: '件' },
  { code: 'E7', name: '法律援助件数', unit: '件' },
  { code: 'F1', name: '主动公开信息条数', unit: '条' },
  { code: 'A1', name: '', unit: '次' },
] as const;
