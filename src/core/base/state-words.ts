/** One word for each state, level and light, on every screen, in every sheet and in every mail. */

/**
 * Lights, the most urgent first: 绿 done or on schedule, 蓝 due soon, 黄 behind schedule, unreported or unclear, 红 overdue, 灰
 * deferred or cancelled.
 */
export const lightWords = { red: '红', yellow: '黄', blue: '蓝', green: '绿', grey: '灰' } as const;

export type Light = keyof typeof lightWords;

/** What each light says, for the key below a table of them. */
export const lightMeanings: Readonly<Record<Light, string>> = {
  red: '逾期',
  yellow: '落后于时间进度，或到期未报、待核实',
  blue: '临近时限',
  green: '完成或正常',
  grey: '暂缓或取消',
};

/**
 * Where a task stands as of the 核算日, as every sheet and screen says it. `running`: not yet due, or without an end.
 * `unreported`: due, but its department gave no status that could be read, so neither done nor overdue can be said of it.
 */
export const taskStateWords = {
  done: '已完成',
  running: '推进中',
  overdue: '逾期',
  unreported: '未报',
  unclear: '待核实',
  deferred: '暂缓',
  cancelled: '取消',
} as const;

export type TaskState = keyof typeof taskStateWords;

/** The same in the report and where its figures are told: an approved 暂缓 is there 延期, after the wording of such reports. */
export const reportStateWords = { ...taskStateWords, deferred: '延期' } as const;

/** Whether several weak indicators make a weakness of an area, or a single one a hint. */
export const areaWords = { weakness: '薄弱', hint: '提示' } as const;

/** Whether an indicator meets its threshold. */
export const indicatorWords = { met: '达标', missed: '不达标' } as const;

/** Where a reminder stands in 催办记录. */
export const reminderStateWords = {
  queued: '待发',
  claimed: '发送中',
  written: '已写入发件箱',
  sent: '已发',
  failed: '失败',
  unknown: '状态不明',
  cancelled: '已取消',
  superseded: '已被取代',
} as const;

export type ReminderState = keyof typeof reminderStateWords;

/** What became of a mail. `planned`: only looked at, or not its turn yet in this run. */
export const mailFateWords = {
  planned: '未发',
  written: reminderStateWords.written,
  sent: reminderStateWords.sent,
  failed: reminderStateWords.failed,
  unknown: reminderStateWords.unknown,
} as const;

export type MailFate = keyof typeof mailFateWords;
