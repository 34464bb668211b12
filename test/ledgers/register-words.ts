/** How registers call their sheets and columns, collected from those that offices publish; like `words.ts` no list of the program's. */

export const petitionWords = {
  titles: ['信访台账', '信访事项登记表', '群众来访登记台账'],
  day: ['登记日期', '受理时间', '来访日期'],
  person: ['信访人', '来访人'],
  matter: ['信访事项', '反映问题', '来访事由'],
  channel: ['信访形式', '信访渠道'],
  closed: ['办结日期', '办结时间'],
  onTime: ['是否按期办结', '是否按时办结', '按期办结'],
} as const;

export const inspectionWords = {
  titles: ['行政检查台账', '执法检查登记表', '涉企检查统计'],
  day: ['检查时间', '检查日期'],
  target: ['检查对象', '被检查单位', '企业名称'],
  content: ['检查内容', '检查事项'],
  problems: ['发现问题', '检查结果', '存在的问题'],
  rectified: ['整改情况', '处理结果'],
} as const;

export const disputeWords = {
  titles: ['行政复议应诉案件台账', '复议诉讼案件登记表'],
  kind: ['案件类型', '案件类别'],
  number: ['案号'],
  day: ['收案时间', '受理日期', '立案时间'],
  closed: ['结案时间', '审结日期'],
  result: ['审理结果', '结果', '结案方式'],
  present: ['负责人是否出庭', '是否出庭', '负责人出庭情况'],
} as const;

export const paperWords = {
  titles: ['合法性审查台账', '合法性审核登记表'],
  kind: ['审查类别', '文件类别', '类别'],
  title: ['文件名称', '审查事项', '送审文件名称'],
  day: ['审查时间', '审核日期'],
  conclusion: ['审查意见', '审核意见'],
  filed: ['备案日期', '报备时间'],
} as const;

export const mediationWords = {
  titles: ['人民调解台账', '矛盾纠纷调解登记表'],
  day: ['受理时间', '调解日期', '登记时间'],
  kind: ['纠纷类型', '纠纷类别'],
  matter: ['纠纷情况', '纠纷简要情况', '案情简介'],
  result: ['调解结果', '化解情况', '调处结果'],
} as const;

export const counselWords = {
  titles: ['法律顾问工作台账', '法律顾问服务记录'],
  day: ['服务时间', '咨询时间'],
  service: ['服务类型', '服务类别'],
  matter: ['服务内容', '咨询事项'],
  opinion: ['顾问意见', '办理结果'],
} as const;
