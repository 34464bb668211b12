/** Indicators A: how the party committee and the government lead the work. */
import type { Indicator } from './indicator';
import { computedBy, rate, typed } from './make-indicator';

export const leadershipIndicators: readonly Indicator[] = [
  typed('A1', '党委专题研究法治会议次数', '次', {
    filledBy: '党政办',
    area: '组织领导',
    threshold: 2,
    basis: '内部标准：每年不少于2次',
    help: '党委会（班子会）把法治政府建设列为议题并有会议记录的，一次会议计1次',
  }),
  typed('A2', '领导小组会议次数', '次', {
    filledBy: '司法所',
    area: '组织领导',
    threshold: 2,
    basis: '内部标准：每年不少于2次',
    help: '法治建设领导小组会议、工作推进会，一次会议计1次，与党委会套开的不重复计',
  }),
  typed('A3', '党委中心组学法次数', '次', {
    filledBy: '党政办',
    area: '组织领导',
    threshold: 4,
    basis: '内部标准：每年不少于4次',
    help: '党委理论学习中心组以法治内容为主题或专题之一的集体学习次数',
  }),
  rate('A4', '述法率', ['A4.1', 'A4.2'], {
    area: '组织领导',
    threshold: 100,
    basis: '党政主要负责人履行推进法治建设第一责任人职责规定（乡镇参照）',
    help: '述法人数÷应述法人数',
  }),
  typed('A4.1', '述法人数', '人', {
    filledBy: '党政办',
    area: '组织领导',
    help: '年终述职时专门报告学法用法、依法履职情况的班子成员人数',
  }),
  typed('A4.2', '应述法人数', '人', {
    filledBy: '党政办',
    area: '组织领导',
    help: '按要求应当述法的班子成员人数',
  }),
  typed('A5', '任务完成率', '%', {
    kind: 'rate',
    filledBy: computedBy,
    area: '组织领导',
    threshold: 90,
    basis: '内部标准：不低于90%',
    help: '已完成任务数÷（已完成＋逾期）任务数，由任务进展算出，长期、未到期、暂缓、取消的不计入',
  }),
  typed('A6', '主要负责人讲法治课次数', '次', {
    filledBy: '党政办',
    area: '组织领导',
    threshold: 1,
    basis: '内部标准：每年不少于1次',
    help: '党委、政府主要负责人本人讲授法治课、法治党课的次数',
  }),
];
