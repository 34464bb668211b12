/** Tasks nearly every township sets itself each year: the default content of the 任务 sheet of a new workspace. */

/** One row of the 任务 sheet. `deadline` is text as an office writes it and holds for any year. */
export interface StarterTask {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly measure: string;
  readonly lead: string;
  readonly deadline: string;
  readonly indicator: string;
}

type Line = readonly [id: string, title: string, lead: string, deadline: string, measure: string, indicator?: string];

const tasks = (section: string, lines: readonly Line[]): readonly StarterTask[] =>
  lines.map(([id, title, lead, deadline, measure, indicator = '']) => ({
    id,
    section,
    title,
    measure,
    lead,
    deadline,
    indicator,
  }));

export const starterTasks: readonly StarterTask[] = [
  ...tasks('组织领导', [
    ['A-01', '印发年度法治建设工作要点和任务分解', '司法所', '3月底前', '逐项明确牵头单位、配合单位和完成时限'],
    ['A-02', '党委专题研究法治政府建设', '党政办', '12月底前', '全年不少于 2 次，有会议记录', 'A1'],
    ['A-03', '召开法治建设领导小组会议', '司法所', '每半年', '通报进度，研究解决突出问题', 'A2'],
    ['A-04', '党委中心组集体学法', '党政办', '每季度末', '每季度不少于 1 次', 'A3'],
    ['A-05', '领导班子成员年终述法', '党政办', '12月底前', '述法与年终述职一并安排', 'A4'],
  ]),
  ...tasks('依法决策', [
    ['B-01', '编制重大行政决策事项目录', '党政办', '3月底前', '经集体讨论后公布', 'B1'],
    ['B-02', '落实重大决策合法性审查', '司法所', '长期坚持', '未经审查的不提交讨论', 'B2'],
    ['B-03', '镇村法律顾问全覆盖', '司法所', '6月底前', '镇本级和各行政村都有在聘期内的法律顾问', 'B5'],
    ['B-04', '清理规范性文件', '党政办', '9月底前', '提出保留、修改、废止意见并公布结果', 'B7'],
  ]),
  ...tasks('规范执法', [
    ['C-01', '自查行政执法三项制度落实情况', '综合行政执法办', '6月底前', '对照公示、记录、法制审核逐项检查', 'C7'],
    ['C-02', '清理执法人员资格', '综合行政执法办', '9月底前', '核对在岗人员证件，无证人员调离执法岗位', 'D2'],
    ['C-03', '评查行政执法案卷', '司法所', '11月底前', '抽取各执法单位当年案卷，逐案反馈', 'C9'],
    ['C-04', '公示执法统计年报数据', '综合行政执法办', '12月底前', '汇总全年检查、处罚、强制情况', 'C1'],
  ]),
  ...tasks('队伍保障', [
    ['D-01', '执法人员培训人均不少于 60 学时', '司法所', '11月底前', '按单位建立学时台账', 'D8'],
    ['D-02', '组织执法人员学法考试', '司法所', '10月底前', '应考尽考，未合格的补考', 'D9'],
    ['D-03', '执法经费列入预算并到位', '财政所', '12月底前', '按季度核对拨付进度', 'D10'],
  ]),
  ...tasks('普法与社会', [
    ['E-01', '制定年度普法计划', '司法所', '3月底前', '按普法责任制分解到单位', 'E1'],
    ['E-02', '开展国家宪法日宣传', '司法所', '12月上旬', '集中宣传与进村入户相结合', 'E2'],
    ['E-03', '建设村级法治文化阵地', '司法所', '11月底前', '逐村建立清单，补齐空白村', 'E3'],
    ['E-04', '排查化解矛盾纠纷', '综治中心', '每季度末', '建立台账，分级化解', 'E6'],
  ]),
];
