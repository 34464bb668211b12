/**
 * What words of blame and of remedy are about. A weakness or a measure that says them speaks of a figure that fell short: one of
 * `codes` at least. `weakness` and `remedy` are what a fall of the figure must be answered by in 二 and in 三.
 */
export interface Topic {
  readonly words: RegExp;
  readonly codes: readonly string[];
}

/** Words that only a fall of these figures makes true. */
export const blames: readonly Topic[] = [
  { words: /法学专业和大专以上学历人员偏少/u, codes: ['D6', 'D7'] },
  { words: /学历(?:层次|结构)?(?:的)?(?:人员)?(?:偏低|偏少|不高|提升|较低)|提升学历/u, codes: ['D6'] },
  { words: /法学专业(?:的)?(?:人员|人才|毕业生|占比)/u, codes: ['D6', 'D7'] },
  { words: /法制审核(?:的)?(?:力量|人员)/u, codes: ['D4', 'D5', 'C6'] },
  { words: /法律职业资格/u, codes: ['D4', 'D5', 'D7'] },
  { words: /学时/u, codes: ['D8', 'D8.4'] },
  { words: /考试成绩|未参考|补考|未合格人员/u, codes: ['D9', 'D9.4'] },
  {
    words: /持证|(?:未|没有|尚未|还没有)(?:取得|持有)执法证|(?:执法证|资格)[^，。]{0,6}考试/u,
    codes: ['D2', 'D3', 'D5'],
  },
  { words: /空编|执法编制|机构编制/u, codes: ['D1'] },
  { words: /执法经费|经费[^，。]{0,6}(?:拨付|到位)/u, codes: ['D10', 'D10.4'] },
  { words: /决策时间紧|前置环节|决策[^，。]{0,6}合法性审查/u, codes: ['B2', 'B3', 'B4'] },
  { words: /(?:执法)?文书|案卷评查/u, codes: ['C6', 'C7', 'C8', 'C9', 'C10', 'C11', 'D3'] },
  { words: /执法程序/u, codes: ['C6', 'C7', 'C8', 'C9', 'C10', 'C11', 'D3'] },
  { words: /无资格|没有(?:执法)?资格/u, codes: ['D3', 'D2'] },
  { words: /执法记录仪/u, codes: ['D11'] },
  { words: /法治文化阵地/u, codes: ['E3'] },
  { words: /法律明白人/u, codes: ['E4'] },
  { words: /知晓率|群众的法治意识/u, codes: ['E5'] },
  { words: /普法(?:宣传|方式|活动|形式)/u, codes: ['E1', 'E5', 'E3', 'E4'] },
  { words: /信访/u, codes: ['E8'] },
  { words: /调解|矛盾纠纷/u, codes: ['E6', 'E8'] },
  { words: /依申请公开|申请公开/u, codes: ['F2'] },
  { words: /备案/u, codes: ['B7'] },
  { words: /(?:村|镇)[^，。]{0,8}法律顾问|法律顾问(?:覆盖|聘)/u, codes: ['B5'] },
  { words: /部分任务没有按时完成|逾期事项|任务的时间节点/u, codes: ['任务'] },
  { words: /述法/u, codes: ['A4'] },
];

/** Code → words one of which must stand in the measures of 三 when it is a weakness or a hint told in 二. */
export const remedies: Readonly<Record<string, RegExp>> = {
  A1: /研究|党委|议题|会议/u,
  A2: /领导小组|会议|调度/u,
  A3: /学法|学习/u,
  A4: /述法/u,
  A5: /任务/u,
  A6: /法治课|讲/u,
  B2: /合法性审查/u,
  B3: /征求意见/u,
  B4: /集体讨论/u,
  B5: /法律顾问/u,
  B7: /备案/u,
  C6: /法制审核/u,
  C7: /公示/u,
  C8: /记录/u,
  C9: /案卷|评查/u,
  C10: /复议|纠错/u,
  C11: /诉讼|败诉/u,
  C12: /出庭|应诉/u,
  D1: /编/u,
  D2: /执法证|持证|资格/u,
  D3: /资格/u,
  D4: /法制审核/u,
  D5: /法律职业资格/u,
  D6: /学历/u,
  D7: /法学/u,
  D8: /学时|培训/u,
  D9: /考试|参考|补考/u,
  'D9.4': /合格|补考|考试/u,
  D10: /经费/u,
  D11: /记录仪|装备/u,
  E1: /普法|宣传/u,
  E3: /阵地/u,
  E4: /法律明白人/u,
  E5: /知晓|宣传|普法/u,
  E6: /调解|纠纷/u,
  E8: /信访/u,
  F2: /公开/u,
};
