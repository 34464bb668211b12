/** Indicators B: decisions, contracts and normative documents under law. */
import type { Indicator } from './indicator';
import { rate, typed } from './make-indicator';

export const decisionIndicators: readonly Indicator[] = [
  typed('B1', '重大行政决策事项数', '件', {
    filledBy: '党政办',
    area: '决策',
    help: '列入年度重大行政决策事项目录并在年内作出决定的事项，没有的填0',
  }),
  rate('B2', '重大决策合法性审查率', ['B2.1', 'B1'], {
    area: '决策',
    threshold: 100,
    redLine: true,
    basis: '重大行政决策程序暂行条例第二十五条（乡镇参照，第四十二条）',
    help: '提交讨论前经过合法性审查的事项数÷重大行政决策事项数',
  }),
  typed('B2.1', '重大决策合法性审查数', '件', {
    filledBy: '司法所',
    area: '决策',
    help: '提交集体讨论前已出具合法性审查意见的重大行政决策事项数，不大于B1',
  }),
  rate('B3', '公开征求意见达标率', ['B3.1', 'B3.2'], {
    area: '决策',
    threshold: 100,
    basis: '重大行政决策程序暂行条例第十五条（一般不少于30日）',
    help: '征求意见期限达到30日的事项数÷应当公开征求意见的事项数',
  }),
  typed('B3.1', '公开征求意见达标事项数', '件', {
    filledBy: '党政办',
    area: '决策',
    help: '公开征求意见且期限一般不少于30日的事项数；缩短期限并书面说明理由的可计入',
  }),
  typed('B3.2', '应公开征求意见事项数', '件', {
    filledBy: '党政办',
    area: '决策',
    help: '重大行政决策事项中依法应当向社会公开征求意见的事项数，不大于B1',
  }),
  rate('B4', '重大决策集体讨论率', ['B4.1', 'B1'], {
    area: '决策',
    threshold: 100,
    basis: '重大行政决策程序暂行条例第三十条',
    help: '经集体讨论决定的事项数÷重大行政决策事项数',
  }),
  typed('B4.1', '重大决策集体讨论数', '件', {
    filledBy: '党政办',
    area: '决策',
    help: '经党委会或政府办公会集体讨论并有记录的重大行政决策事项数，不大于B1',
  }),
  rate('B5', '法律顾问覆盖率', ['B5.1+B5.2', '1+行政村数'], {
    area: '决策',
    threshold: 100,
    redLine: true,
    basis: '一村（社区）一法律顾问工作要求',
    help: '（镇本级＋已聘村数）÷（1＋行政村数）',
  }),
  typed('B5.1', '镇本级法律顾问聘任', '个', {
    filledBy: '司法所',
    area: '决策',
    aggregate: 'max',
    help: '镇政府已聘请法律顾问的填1，未聘请的填0，聘请几名都填1',
  }),
  typed('B5.2', '已聘法律顾问村数', '个', {
    filledBy: '司法所',
    area: '决策',
    help: '年末有在聘期内法律顾问的行政村数，不大于行政村数',
  }),
  typed('B6', '合同审查份数', '份', {
    filledBy: '司法所',
    area: '决策',
    help: '镇政府及所属单位签订前经过合法性审查的合同、协议份数，同一份多次审查计1份',
  }),
  rate('B7', '规范性文件备案率', ['B7.2', 'B7.1'], {
    area: '决策',
    threshold: 100,
    basis: '国办发〔2018〕115号及规范性文件备案审查要求',
    help: '按规定报备的件数÷制定件数',
  }),
  typed('B7.1', '规范性文件制定数', '件', {
    filledBy: '党政办',
    area: '决策',
    help: '年内印发的行政规范性文件件数，内部管理、人事、会议类文件不计',
  }),
  typed('B7.2', '规范性文件备案数', '件', {
    filledBy: '党政办',
    area: '决策',
    help: '年内印发并已按规定报送备案的件数，不大于制定数',
  }),
  typed('B7.3', '规范性文件清理数', '件', {
    filledBy: '党政办',
    area: '决策',
    help: '年内清理中决定废止、宣布失效或者修改的件数',
  }),
  typed('B8', '法律顾问意见件次', '件次', {
    filledBy: '司法所',
    area: '决策',
    help: '镇法律顾问出具书面或有记录的法律意见件次，不含对村提供的咨询',
  }),
];
