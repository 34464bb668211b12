/** A notice to a department: what a clerk sends by hand today, and what mails will be made of. */

/** 蓝 due soon, 黄 behind or unreported, 红 overdue; 缺报: the department's workbook is missing. */
export type NoticeLevel = '红' | '缺报' | '黄' | '蓝';

export interface Notice {
  readonly level: NoticeLevel;
  readonly department: string;
  /** Empty for a notice about the department as a whole. */
  readonly taskId: string;
  readonly text: string;
}
