/**
 * The Chinese that patterns and lists in core and in the jobs may hold: the language in which dates, numbers, answers and forms are written,
 * whatever a report is about, and the program's own texts. What an office knows beside it stands in the tables of src/editions.
 */

/** By what they say: characters, and words of several. */
const groups: Readonly<Record<string, readonly [signs: string, words: string]>> = {
  numbers: [
    '〇零一二三四五六七八九十百千万亿两半几幺第每个各共多余来约近逾超仅额金量值数总合小计元',
    '大约 约为 将近 接近 超过 至少 不少 不少于 至多 最多 不超过 不到 不足 左右 上下 百分之 若干 多次 多场 大量 数次 许多 数十 数百 上百 上千 无数 部分 一些 累计 总数 总计 合计 小计 共计 元整 人民币',
  ],
  counting: [
    '次场期批份条项人名件起',
    '场次 人次 件次 次数 件数 份数 条数 人数 个数 台数 事项数 数量 金额 完成数 计量 学时 课时 小时 钟头 分钟 每人 人均',
  ],
  days: [
    '年月日号度周季旬时点分初底末上中下今明本当天前后内止限终往',
    '年度 月份 个月 首月 季度 半年 每半年 每个 每学期 学期 星期 礼拜 上午 下午 晚上 晚 全天 整天 全年 本年 本年度 今年 去年 上年 同期 当年 本月 当月 本年累计 全年累计 日前 含当日 包括当日 近期 期间 以前 之前 以内 之内 以上 截至 截止 截止到 达到',
  ],
  deadlines: [
    '按视聘',
    '长期 常年 持续 常态 常态化 经常 经常性 坚持 推进 开展 实施 进行 落实 管理 保持 工作 有效 待定 无期限 不定期 即日起 立行立改 立即 即知即改 整改 办理 办结 完成 销号 基本 推进中 进行中 未启动 逾期 滞后 根据 要求 情况 通知 部署 安排 尽快 尽早 抓紧 适时 及时 全部 全面 结束 任务 召开 组织',
  ],
  answers: [
    '是否有无未没不非已尚我由勿请严禁暂',
    '没有 不是 是否 有无 建有 建成 暂无 正在 尚在 仍在 还在 不涉及 不适用 无此项 职责 职能 未发生 未开展 未产生',
  ],
  grammar: ['的到至自从于在达和与及或等也把被给让对向找以因将为经如同含址住边左右全', '有关 相关 其中 或者'],
  // What stands around the words of `voids` (rows.tsv): 该案已并入3号, 由于重复登记处理了.
  around: ['此该案系跟现还仍正了入', '因为 由于 属于 已经 并入 处理 登记 案件 状态 阶段'],
  forms: [
    '章节部类版行列栏格词表见核督红注',
    '单位 部门 全体 所有 办公室 详见 文号 附表 附件 附后 备注 台账 同上 数据 统计 副本 计划 目标 督办',
  ],
  // The shapes of numbers of papers (镇政发〔2022〕3号), of houses, of hidden names (A某), and of what a party is to another.
  shapes: ['发函字办文通令楼栋幢座室户层转码某甲乙丙丁任副长姓头尾诉委', '号院 单元 担任 兼任 政府 人民政府'],
  // 锟斤拷 is what is left of any words, read in the wrong encoding twice.
  ours: [
    '鿿',
    '锟斤拷 加载中 正在加载 无邮箱 邮箱 通知编号 或者在总表 设置 要发 带批注的副本 原来的模板另存为 排除原因后再运行一次 会接着建完 否则',
  ],
};

/** Each of them, as a pattern may hold it. */
export const languageWords: ReadonlySet<string> = new Set(
  Object.values(groups).flatMap(([signs, words]) => [...Array.from(signs), ...words.split(' ')]),
);
