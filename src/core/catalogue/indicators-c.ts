/** Indicators C: enforcement. Counts are by the day of the decision, from 1 January to 31 December. */
import type { Indicator } from './indicator';
import { rate, total, typed } from './make-indicator';

/** Figures each enforcing unit fills in. */
const workIndicators: readonly Indicator[] = [
  typed('C1', '行政检查次数', '次', {
    filledBy: '执法单位',
    area: '执法',
    help: '对一个检查对象完成一次检查并有完整记录计1次；没有具体对象的巡查、检查后给予处罚的不计',
  }),
  typed('C2', '行政处罚决定数', '件', {
    filledBy: '执法单位',
    area: '执法',
    help: '按决定日期统计，等于简易程序与普通程序之和；并处两种以上处罚的计1件。可由案件明细复核',
  }),
  typed('C2.1', '行政处罚立案数', '件', {
    filledBy: '执法单位',
    area: '执法',
    help: '年内立案件数，当场处罚的案件也计入',
  }),
  typed('C2.2', '简易程序处罚数', '件', { filledBy: '执法单位', area: '执法', help: '当场作出处罚决定的件数' }),
  typed('C2.3', '普通程序处罚数', '件', { filledBy: '执法单位', area: '执法', help: '按普通程序作出处罚决定的件数' }),
  typed('C2.4', '不予处罚决定数', '件', {
    filledBy: '执法单位',
    area: '执法',
    help: '作出不予行政处罚决定的件数，不计入处罚决定数',
  }),
  typed('C2.5', '受委托处罚决定数', '件', {
    filledBy: '执法单位',
    area: '执法',
    help: '处罚决定中以委托机关名义作出的件数，报告里与本级名义的分开表述',
  }),
  typed('C2.6', '上年结转案件数', '件', {
    filledBy: '执法单位',
    area: '执法',
    help: '上年立案、年初尚未作出决定的件数，没有的填0',
  }),
  typed('C3', '罚没金额', '万元', {
    filledBy: '执法单位',
    area: '执法',
    kind: 'money',
    help: '按处罚决定书载明的数额统计，不问是否已缴纳；未作价的物品不计。写“元”的会自动换算成万元',
  }),
  total('C4', '行政强制件数', 'C4.1+C4.2', { unit: '件', area: '执法', help: '行政强制措施与行政强制执行之和' }),
  typed('C4.1', '行政强制措施数', '件', {
    filledBy: '执法单位',
    area: '执法',
    help: '查封、扣押等行政强制措施件数，没有发生的填0',
  }),
  typed('C4.2', '行政强制执行数', '件', {
    filledBy: '执法单位',
    area: '执法',
    help: '本机关依法强制执行件数，不含申请法院执行，没有发生的填0',
  }),
  typed('C5', '行政许可申请数', '件', {
    filledBy: '便民服务中心',
    area: '执法',
    help: '收到的行政许可申请件数；没有许可职责的填“不涉及”，有职责没有发生的填0',
  }),
  typed('C5.1', '行政许可受理数', '件', { filledBy: '便民服务中心', area: '执法', help: '受理件数，不大于申请数' }),
  typed('C5.2', '行政许可准予数', '件', { filledBy: '便民服务中心', area: '执法', help: '作出准予许可决定的件数' }),
  typed('C5.3', '行政许可不予数', '件', { filledBy: '便民服务中心', area: '执法', help: '作出不予许可决定的件数' }),
  typed('C5.4', '行政许可撤销数', '件', { filledBy: '便民服务中心', area: '执法', help: '依法撤销许可的件数' }),
];

/** How the procedure was kept, and what review and courts said. */
const procedureIndicators: readonly Indicator[] = [
  rate('C6', '重大执法决定法制审核率', ['C6.1', 'C6.2'], {
    area: '执法',
    threshold: 100,
    redLine: true,
    basis: '行政处罚法第五十八条',
    help: '已法制审核件数÷应法制审核件数',
  }),
  typed('C6.1', '已法制审核件数', '件', {
    filledBy: '执法单位',
    area: '执法',
    help: '应审核案件中决定前已出具法制审核意见的件数。可由案件明细复核',
  }),
  typed('C6.2', '应法制审核件数', '件', {
    filledBy: '执法单位',
    area: '执法',
    help: '依法在决定前应当法制审核的件数（重大公共利益、重大权益、复杂疑难、依法听证等四类）',
  }),
  rate('C7', '执法决定公示率', ['C7.1', 'C2'], {
    area: '执法',
    threshold: 100,
    basis: '国办发〔2018〕118号',
    help: '已公示的处罚决定数÷处罚决定数',
  }),
  typed('C7.1', '已公示处罚决定数', '件', {
    filledBy: '执法单位',
    area: '执法',
    help: '按规定期限向社会公示的行政处罚决定件数，不大于处罚决定数。可由案件明细复核',
  }),
  rate('C8', '执法全过程记录率', ['C8.1', 'C2'], {
    area: '执法',
    threshold: 100,
    basis: '行政处罚法第四十七条',
    help: '有全过程记录的处罚案件数÷处罚决定数',
  }),
  typed('C8.1', '全过程记录件数', '件', {
    filledBy: '执法单位',
    area: '执法',
    help: '文字或音像记录完整、已归档的处罚案件数，不大于处罚决定数。可由案件明细复核',
  }),
  rate('C9', '执法案卷评查合格率', ['C9.1', 'C9.2'], {
    area: '执法',
    threshold: 95,
    basis: '内部标准：不低于95%',
    help: '合格案卷数÷评查案卷数',
  }),
  typed('C9.1', '评查合格案卷数', '份', { filledBy: '司法所', area: '执法', help: '评查结论为合格以上的案卷份数' }),
  typed('C9.2', '评查案卷数', '份', { filledBy: '司法所', area: '执法', help: '年内评查的行政执法案卷份数' }),
  rate('C10', '行政复议纠错率', ['C10.3', 'C10.2'], {
    area: '执法',
    direction: 'low',
    threshold: 10,
    minSample: 5,
    basis: '内部标准：不高于10%，不足5件不作判断',
    help: '被纠错件数÷审结件数',
  }),
  typed('C10.1', '被申请行政复议件数', '件', {
    filledBy: '司法所',
    area: '执法',
    help: '以镇政府为被申请人并已受理的复议案件数',
  }),
  typed('C10.2', '行政复议审结件数', '件', { filledBy: '司法所', area: '执法', help: '年内审结的上述复议案件数' }),
  typed('C10.3', '行政复议被纠错件数', '件', {
    filledBy: '司法所',
    area: '执法',
    help: '被撤销、变更、确认违法、责令履行的复议案件数，不大于审结数',
  }),
  rate('C11', '行政诉讼败诉率', ['C11.2', 'C11.1'], {
    area: '执法',
    direction: 'low',
    threshold: 10,
    minSample: 5,
    basis: '内部标准：不高于10%，不足5件不作判断',
    help: '败诉件数÷审结件数',
  }),
  typed('C11.1', '行政诉讼审结件数', '件', {
    filledBy: '司法所',
    area: '执法',
    help: '以镇政府为被告、年内审结的一审行政诉讼案件数',
  }),
  typed('C11.2', '行政诉讼败诉件数', '件', { filledBy: '司法所', area: '执法', help: '判决败诉的件数，不大于审结数' }),
  typed('C11.3', '行政诉讼收案件数', '件', { filledBy: '司法所', area: '执法', help: '年内新收的上述诉讼案件数' }),
  typed('C11.4', '上年未结行政诉讼件数', '件', {
    filledBy: '司法所',
    area: '执法',
    help: '上年收案、年初尚未审结的件数；审结数不大于它与收案数之和，没有的填0',
  }),
  rate('C12', '负责人出庭应诉率', ['C12.1', 'C12.2'], {
    area: '执法',
    threshold: 100,
    basis: '行政诉讼法第三条及本地目标',
    help: '负责人出庭件数÷应出庭件数',
  }),
  typed('C12.1', '负责人出庭件数', '件', {
    filledBy: '司法所',
    area: '执法',
    help: '正职、副职或者分管负责人出庭的件数，只委托律师的不计',
  }),
  typed('C12.2', '负责人应出庭件数', '件', {
    filledBy: '司法所',
    area: '执法',
    help: '年内开庭、负责人应当出庭的件数',
  }),
];

export const enforcementIndicators: readonly Indicator[] = [...workIndicators, ...procedureIndicators];
