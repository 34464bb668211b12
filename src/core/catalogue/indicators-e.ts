/** Indicators E and F: publicity, mediation, petitions and openness. */
import type { Indicator } from './indicator';
import { rate, typed } from './make-indicator';

export const publicityIndicators: readonly Indicator[] = [
  typed('E1', '普法活动场次', '场次', {
    filledBy: '各单位',
    area: '普法',
    aggregate: 'lead',
    threshold: 12,
    basis: '内部标准：全年不少于12场次',
    help: '只计本单位牵头的场次，多单位联合举办的由牵头单位计一次。可由普法明细复核',
  }),
  typed('E2', '普法受众人次', '人次', {
    filledBy: '各单位',
    area: '普法',
    aggregate: 'lead',
    help: '牵头场次的到场人次之和，可写“300余人次”。可由普法明细复核',
  }),
  typed('E2.1', '普法资料份数', '份', {
    filledBy: '各单位',
    area: '普法',
    aggregate: 'lead',
    help: '牵头场次发放的宣传资料份数。可由普法明细复核',
  }),
  rate('E3', '法治文化阵地村覆盖率', ['E3.1', '行政村数'], {
    area: '普法',
    threshold: 90,
    basis: '内部标准：不低于90%',
    help: '有法治文化阵地的村数÷行政村数',
  }),
  typed('E3.1', '有法治文化阵地村数', '个', {
    filledBy: '司法所',
    area: '普法',
    help: '建成法治广场、长廊、文化墙等阵地的行政村数，不大于行政村数',
  }),
  rate('E4', '每村法律明白人数', ['E4.1', '行政村数'], {
    unit: '名',
    area: '普法',
    threshold: 3,
    basis: '乡村“法律明白人”培养工作规范：每村不少于3名',
    help: '法律明白人总数÷行政村数',
  }),
  typed('E4.1', '法律明白人数', '名', {
    filledBy: '司法所',
    area: '普法',
    help: '经培训考核、在库管理的法律明白人总数',
  }),
  rate('E5', '群众法治知晓率', ['E5.1', 'E5.2'], {
    area: '普法',
    threshold: 80,
    minSample: 100,
    basis: '内部标准：不低于80%，有效样本不足100份不作判断',
    help: '知晓份数÷有效样本份数',
  }),
  typed('E5.1', '知晓样本数', '份', {
    filledBy: '司法所',
    area: '普法',
    help: '问卷中判定为知晓的份数，不大于有效样本数',
  }),
  typed('E5.2', '有效样本数', '份', { filledBy: '司法所', area: '普法', help: '法治知晓情况问卷的有效份数' }),
];

export const societyIndicators: readonly Indicator[] = [
  rate('E6', '人民调解成功率', ['E6.1', 'E6.2'], {
    area: '社会治理',
    threshold: 95,
    basis: '内部标准：不低于95%',
    help: '调解成功件数÷受理件数',
  }),
  typed('E6.1', '人民调解成功件数', '件', {
    filledBy: '综治中心',
    area: '社会治理',
    help: '镇、村调解组织调解成功的件数，不大于受理件数',
  }),
  typed('E6.2', '人民调解受理件数', '件', { filledBy: '综治中心', area: '社会治理', help: '镇、村调解组织受理的件数' }),
  typed('E7', '法律援助件数', '件', { filledBy: '司法所', area: '社会治理', help: '受理或协助申请的法律援助案件数' }),
  typed('E7.1', '法律咨询人次', '人次', {
    filledBy: '司法所',
    area: '社会治理',
    help: '公共法律服务站（点）接待咨询人次',
  }),
  rate('E8', '信访按期办结率', ['E8.1', 'E8.2'], {
    area: '社会治理',
    threshold: 100,
    basis: '信访工作条例第三十四条',
    help: '按期办结件数÷应办结件数',
  }),
  typed('E8.1', '信访按期办结件数', '件', {
    filledBy: '综治中心',
    area: '社会治理',
    help: '60日内办结，或者经批准延长后在延长期内办结的件数，不大于应办结数',
  }),
  typed('E8.2', '信访应办结件数', '件', {
    filledBy: '综治中心',
    area: '社会治理',
    help: '年内办理期限届满的信访事项件数',
  }),
];

export const opennessIndicators: readonly Indicator[] = [
  typed('F1', '主动公开信息条数', '条', {
    filledBy: '党政办',
    area: '公开',
    help: '各渠道主动公开的政府信息条数，同一条只计一次',
  }),
  rate('F2', '依申请公开按期答复率', ['F2.1', 'F2.2'], {
    area: '公开',
    threshold: 100,
    basis: '政府信息公开条例第三十三条',
    help: '按期答复件数÷收到申请件数',
  }),
  typed('F2.1', '依申请公开按期答复件数', '件', {
    filledBy: '党政办',
    area: '公开',
    help: '20个工作日内答复，或者经批准延长后按期答复的件数',
  }),
  typed('F2.2', '依申请公开应答复件数', '件', {
    filledBy: '党政办',
    area: '公开',
    help: '年内应当答复的申请件数，没有的填0',
  }),
  rate('F3', '民主法治示范村占比', ['F3.1', '行政村数'], { area: '公开', help: '市级以上民主法治示范村数÷行政村数' }),
  typed('F3.1', '民主法治示范村数', '个', {
    filledBy: '司法所',
    area: '公开',
    help: '年末保有市级以上“民主法治示范村”称号的村数，不大于行政村数',
  }),
  rate('F3.2', '政务热线按期办结率', ['F3.3', 'F3.4'], { area: '公开', help: '按期办结件数÷转办件数' }),
  typed('F3.3', '政务热线按期办结件数', '件', {
    filledBy: '便民服务中心',
    area: '公开',
    help: '12345热线转办工单中按期办结的件数',
  }),
  typed('F3.4', '政务热线转办件数', '件', {
    filledBy: '便民服务中心',
    area: '公开',
    help: '12345热线转到本镇的工单件数',
  }),
];
