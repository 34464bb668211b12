/** What the report says of a weak area unless the office words it otherwise: the default content of the 薄弱 sheet. */
import type { Area } from './indicator';

/** One row of the 薄弱 sheet. Sentences carry no closing full stop; figures are added by the report. */
export interface WeakWords {
  readonly area: Area;
  readonly rule: string;
  readonly problem: string;
  readonly cause: string;
  readonly action: string;
  readonly plan: string;
}

/** In the order in which the report names them. */
export const weakAreas: readonly WeakWords[] = [
  {
    area: '法治意识',
    rule: 'D2 持证率、D8 人均学时、D9 参考率和合格率',
    problem: '部分基层执法人员法治意识不强，学法用法的自觉性还不够',
    cause: '执法任务与学习培训安排有冲突，培训学时没有逐人落实，考试成绩和持证上岗没有与岗位安排挂钩',
    action:
      '建立执法人员学时台账，按季度补足培训学时，组织未参考、未合格人员补考；对尚未取得执法证件的人员限期参加资格考试，取得证件前不安排其从事执法工作',
    plan: '队伍建设',
  },
  {
    area: '编制经费',
    rule: 'D1 空编率、D10 经费到位率',
    problem: '执法编制和经费保障与承担的任务还不相适应',
    cause: '下放和受委托的执法事项增多，人员补充需要经过上级统筹，年初安排的执法经费拨付进度偏慢',
    action:
      '主动向上级机构编制和财政部门报告情况，用好现有空编，统筹调剂执法力量；把执法经费列入预算优先保障，按季度督促拨付',
    plan: '组织领导',
  },
  {
    area: '队伍素质',
    rule: 'D4 法制审核人员占比、D5 法律职业资格、D6 学历、D7 法学专业占比',
    problem: '执法队伍整体素质有待提高，法学专业和大专以上学历人员偏少，法制审核力量薄弱',
    cause: '乡镇执法岗位对专业人才吸引力不足，人员来源单一，在职教育和岗位交流开展得不够',
    action:
      '在招录和选调中优先考虑法学专业人员，鼓励在职人员提升学历、参加国家统一法律职业资格考试；配齐法制审核人员，借助司法所和法律顾问的力量补足短板',
    plan: '队伍建设',
  },
  {
    area: '普法',
    rule: 'E1 至 E5：普法活动、阵地、法律明白人、知晓率',
    problem: '普法宣传的力度和针对性有待加强，群众的法治意识还需进一步提高',
    cause: '普法方式还比较单一，法治文化阵地建设进度不均衡，面向不同人群的内容准备不足',
    action:
      '按年度普法计划分人群开展宣传，补齐尚未建成的村级法治文化阵地，培育和用好“法律明白人”，以群众身边的案例增强普法效果',
    plan: '普法与治理',
  },
  {
    area: '组织领导',
    rule: 'A1 至 A6：研究部署、学法、述法、任务完成率',
    problem: '法治建设的统筹推进力度还不够，部分任务没有按时完成',
    cause: '会议部署后的跟踪督促不够经常，少数单位对年度任务的时间节点把握不紧',
    action: '完善党委统一领导、部门分工负责的工作机制，按季度调度年度任务，对逾期事项逐项明确责任单位和完成时间',
    plan: '组织领导',
  },
  {
    area: '决策',
    rule: 'B2 合法性审查、B3 征求意见、B4 集体讨论、B5 法律顾问、B7 备案',
    problem: '依法决策的程序执行还不够严格',
    cause: '个别事项决策时间紧，对公开征求意见、合法性审查等环节的要求掌握不够',
    action: '编制年度重大行政决策事项目录，把合法性审查作为提交讨论的前置环节，发挥法律顾问作用，决策材料一事一档',
    plan: '组织领导',
  },
  {
    area: '执法',
    rule: 'C6 至 C12 程序、案卷、复议应诉，D3 无资格执法，D11 装备',
    problem: '行政执法的规范化水平有待提升',
    cause: '执法程序和文书要求更新较快，案件办理中的内部审核把关不够细',
    action:
      '严格执行行政执法公示、全过程记录、重大执法决定法制审核制度，开展案卷评查并逐案反馈整改，杜绝无资格人员从事执法',
    plan: '沟通协调',
  },
  {
    area: '社会治理',
    rule: 'E6 调解成功率、E8 信访按期办结率',
    problem: '矛盾纠纷和信访事项依法及时化解的能力有待增强',
    cause: '部分事项成因复杂、牵涉单位较多，协调办理的时间较长',
    action:
      '落实矛盾纠纷排查和分级化解责任，对信访事项建立到期提醒，疑难事项由分管负责人牵头会商，确保在法定期限内办结',
    plan: '普法与治理',
  },
  {
    area: '公开',
    rule: 'F2 依申请公开按期答复率',
    problem: '政务公开的及时性和规范性还需加强',
    cause: '公开事项的更新责任不够明确，依申请公开的办理期限提醒不够',
    action: '明确公开事项的责任单位和更新期限，建立依申请公开办理台账，到期前逐件提醒',
    plan: '沟通协调',
  },
];
