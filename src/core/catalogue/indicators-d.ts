/** Indicators D: staff, training and funding of enforcement. */
import type { Indicator } from './indicator';
import { rate, total, typed } from './make-indicator';

const enforcers = '执法单位';
/** Units that spend the enforcement budget. */
const spenders = '综合行政执法办、应急管理办、司法所';
const fromTeam = '填在“执法队伍”表，只填人数';

const staffIndicators: readonly Indicator[] = [
  rate('D1', '空编率', ['D1.1-D1.2', 'D1.1'], {
    area: '编制经费',
    direction: 'low',
    threshold: 15,
    basis: '内部标准：不高于15%',
    help: '（编制－在编）÷编制',
  }),
  typed('D1.1', '执法编制数', '名', { filledBy: enforcers, area: '编制经费', help: `核定的执法编制数。${fromTeam}` }),
  typed('D1.2', '执法在编人数', '名', {
    filledBy: enforcers,
    area: '编制经费',
    help: `年末实有在编执法人数，大于编制数须在备注说明超编原因。${fromTeam}`,
  }),
  typed('D1.3', '在岗执法人员数', '名', {
    filledBy: enforcers,
    area: '编制经费',
    help: `年末实际在执法岗位的人数，借出、长期病休的不计。${fromTeam}`,
  }),
  total('D1.4', '空编数', 'D1.1-D1.2', { unit: '名', area: '编制经费', help: '编制数减在编人数' }),
  rate('D2', '执法人员持证率', ['D2.1', 'D1.3'], {
    area: '法治意识',
    threshold: 100,
    redLine: true,
    basis: '行政处罚法第四十二条、山东省行政执法监督条例第十条',
    help: '持证人数÷在岗执法人员数',
  }),
  typed('D2.1', '持证执法人员数', '名', {
    filledBy: enforcers,
    area: '法治意识',
    help: `持有效行政执法证件的在岗人数，不大于在岗人数。${fromTeam}`,
  }),
  typed('D3', '无资格参与执法人数', '名', {
    filledBy: enforcers,
    area: '执法',
    direction: 'low',
    threshold: 0,
    redLine: true,
    basis: '山东省行政执法监督条例第十条',
    help: `没有执法资格却单独或者主导执法的人数，只做辅助工作的不计，没有的填0。${fromTeam}`,
  }),
  rate('D4', '法制审核人员占比', ['D4.1', 'D1.3'], {
    area: '队伍素质',
    threshold: 5,
    redLine: true,
    basis: '国办发〔2018〕118号',
    help: '法制审核人员数÷在岗执法人员数',
  }),
  typed('D4.1', '法制审核人员数', '名', {
    filledBy: enforcers,
    area: '队伍素质',
    help: `承担重大执法决定法制审核的人数。${fromTeam}`,
  }),
  typed('D5', '具有法律职业资格的审核人员数', '名', {
    filledBy: enforcers,
    area: '队伍素质',
    threshold: 1,
    basis: '行政处罚法第五十八条',
    help: `法制审核人员中通过国家统一法律职业资格考试的人数。${fromTeam}`,
  }),
  rate('D6', '大专及以上学历占比', ['D6.1', 'D1.3'], {
    area: '队伍素质',
    threshold: 60,
    basis: '内部标准：不低于60%',
    help: '大专及以上学历人数÷在岗执法人员数',
  }),
  typed('D6.1', '大专及以上学历人数', '名', {
    filledBy: enforcers,
    area: '队伍素质',
    help: `在岗执法人员中最高学历为大专及以上的人数。${fromTeam}`,
  }),
  rate('D7', '法学专业占比', ['D7.1', 'D1.3'], {
    area: '队伍素质',
    threshold: 20,
    basis: '内部标准：不低于20%',
    help: '法学专业人数÷在岗执法人员数',
  }),
  typed('D7.1', '法学专业人数', '名', {
    filledBy: enforcers,
    area: '队伍素质',
    help: `在岗执法人员中所学专业为法学类的人数。${fromTeam}`,
  }),
];

const trainingIndicators: readonly Indicator[] = [
  rate('D8', '执法培训人均学时', ['D8.2', 'D1.3'], {
    unit: '学时',
    area: '法治意识',
    threshold: 60,
    redLine: true,
    basis: '法治政府建设实施纲要（2021－2025年）：每人每年不少于60学时',
    help: '总学时÷在岗执法人员数',
  }),
  typed('D8.1', '执法培训场次', '场', {
    filledBy: '司法所',
    area: '法治意识',
    help: '面向执法人员的法律、业务培训场次，多单位合办的由主办单位计一次',
  }),
  typed('D8.2', '执法培训总学时', '学时', {
    filledBy: enforcers,
    area: '法治意识',
    help: '本单位在岗执法人员学时之和：每场学时×本单位实到人数，逐场相加。可由培训明细复核',
  }),
  typed('D8.3', '满60学时人数', '名', {
    filledBy: enforcers,
    area: '法治意识',
    help: '年内累计培训达到60学时的在岗执法人员数',
  }),
  rate('D8.4', '满60学时达标率', ['D8.3', 'D1.3'], { area: '法治意识', help: '满60学时人数÷在岗执法人员数' }),
  rate('D9', '学法考试参考率', ['D9.2', 'D9.1'], {
    area: '法治意识',
    threshold: 95,
    basis: '内部标准：不低于95%',
    help: '参考人数÷应考人数',
  }),
  typed('D9.1', '学法考试应考人数', '人', {
    filledBy: '司法所',
    area: '法治意识',
    help: '年度学法考试应当参加的执法人员数。可由培训明细复核',
  }),
  typed('D9.2', '学法考试参考人数', '人', {
    filledBy: '司法所',
    area: '法治意识',
    help: '实际参加考试人数，不大于应考人数',
  }),
  typed('D9.3', '学法考试合格人数', '人', {
    filledBy: '司法所',
    area: '法治意识',
    help: '成绩合格人数，不大于参考人数',
  }),
  rate('D9.4', '学法考试合格率', ['D9.3', 'D9.2'], {
    area: '法治意识',
    threshold: 90,
    basis: '内部标准：不低于90%',
    help: '合格人数÷参考人数',
  }),
];

const fundingIndicators: readonly Indicator[] = [
  rate('D10', '执法经费到位率', ['D10.2', 'D10.1'], {
    area: '编制经费',
    threshold: 90,
    basis: '内部标准：不低于90%',
    help: '到位经费÷预算经费',
  }),
  typed('D10.1', '执法经费预算', '万元', {
    filledBy: spenders,
    area: '编制经费',
    kind: 'money',
    help: '本单位年初预算安排的执法、法治经费，由使用单位填报、财政所核对，财政所不重复填',
  }),
  typed('D10.2', '执法经费到位', '万元', {
    filledBy: spenders,
    area: '编制经费',
    kind: 'money',
    help: '年末实际拨付到位的数额，大于预算的须在备注说明追加情况',
  }),
  typed('D10.3', '执法经费支出', '万元', {
    filledBy: spenders,
    area: '编制经费',
    kind: 'money',
    help: '年末实际支出的数额',
  }),
  typed('D10.5', '上年结余执法经费', '万元', {
    filledBy: spenders,
    area: '编制经费',
    kind: 'money',
    help: '上年结转到本年使用的数额；支出不大于它与到位之和，没有的填0',
  }),
  rate('D10.4', '执法经费执行率', ['D10.3', 'D10.2'], { area: '编制经费', help: '支出经费÷到位经费' }),
  rate('D11', '人均执法记录仪台数', ['D11.1', 'D1.3'], {
    unit: '台',
    area: '执法',
    threshold: 0.5,
    basis: '内部标准：每人不少于0.5台',
    help: '执法记录仪台数÷在岗执法人员数',
  }),
  typed('D11.1', '执法记录仪台数', '台', {
    filledBy: '综合行政执法办',
    area: '执法',
    help: '全镇年末能正常使用的执法记录仪台数，由综合行政执法办汇总填报',
  }),
];

export const staffingIndicators: readonly Indicator[] = [
  ...staffIndicators,
  ...trainingIndicators,
  ...fundingIndicators,
];
