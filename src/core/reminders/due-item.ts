/** One thing that one receiver should be told on one day. */
import type { OfficeWords } from '../edition/edition';
import type { ReminderKey } from '../../contract/reminders';
import type { Day } from '../base/day';

/** 承办单位: the department's own mailbox; the leaders come in by the steps of the ladder; 办公室 gets the report's own deadlines and what could not be read. */
export const receiverRoles = ['承办单位', '分管领导', '主要领导', '办公室'] as const;

export type ReceiverRole = (typeof receiverRoles)[number];

/**
 * The most urgent first. 红1–红3 overdue by the ladder's steps, 缺报 nothing usable sent, or not renewed, 黄 behind schedule, unreported or unclear, 蓝 due
 * soon, 数据存疑 cells to put right, figures that nobody without a form has given, and to the office workbooks nobody could read.
 */
export const reminderLevels = ['红3', '红2', '红1', '缺报', '黄', '蓝', '数据存疑'] as const;

export type ReminderLevel = (typeof reminderLevels)[number];

/** What a matter is called that is neither a task nor a deadline of the report; a task is called by its id. */
export const otherSubjects = {
  workbook: '填报表',
  monthly: '月报',
  check: '核对',
  figures: '指标数据',
  unread: '读取',
} as const;

/** What makes a reminder the same reminder: it is handed over once, however late, often or out of order runs come. */
export interface ItemKey extends ReminderKey {
  /** The task's id, one of `otherSubjects`, or the subject of a deadline of the edition. */
  readonly subject: string;
  /**
   * The due day, of a recurring task that of the occurrence. What has none of its own gets the day from which it may be
   * told again: 填报表 the first of the month, 核对, 指标数据 and 读取 the Monday, a task without end the first day of the quarter.
   */
  readonly due: Day;
  readonly level: ReminderLevel;
  readonly role: ReceiverRole;
}

export interface DueItem {
  readonly key: ItemKey;
  /** A valid address, or null: then `mailboxProblem` says in a few Chinese words why nothing can be mailed. */
  readonly mailbox: string | null;
  readonly mailboxProblem: string;
  /** The department is a 派出机构: 请协助 instead of 请. */
  readonly isOutpost: boolean;
  /** The department has no form of its own: the town's table tells how its tasks stand. */
  readonly isFormless: boolean;
  /** The task's title, or what the reminder is about. */
  readonly title: string;
  /** All that is said of it, in one or two sentences ready to print. */
  readonly text: string;
  /** Working days overdue; 0 unless overdue. */
  readonly workingDaysLate: number;
  /** What a 督办单 says beside this; null where none is made (only 红 has one). */
  readonly order: OrderFacts | null;
}

/** The facts of a 督办单 (一事一单). */
export interface OrderFacts {
  readonly measure: string;
  readonly leader: string;
  readonly dueText: string;
  /** What the department reported last. */
  readonly progress: string;
  /** By when it is to answer: some working days on. */
  readonly answerBy: Day;
}

/** `2022|司法所|D-01|2022-11-30|红1|承办单位`. Put together once for each key: every mail looks for its own among all. */
export function keyText(key: ReminderKey): string {
  const before = keyTexts.get(key);
  if (before !== undefined) return before;
  const { year, department, subject, due, level, role } = key;
  const text = [String(year), department, subject, due, level, role].join('|');
  keyTexts.set(key, text);
  return text;
}

/** A department's place in the hub, from 0. */
export type PlaceOf = (department: string) => number;

const keyTexts = new WeakMap<ReminderKey, string>();

/**
 * The most urgent level first, then the oldest, then by the department's place where that is given, then by the key's text: each is put
 * in one text before they are compared.
 */
export function mostUrgentFirst(items: readonly DueItem[], placeOf: PlaceOf = () => 0): DueItem[] {
  const placed = items.map((item) => {
    const level = String(reminderLevels.indexOf(item.key.level)).padStart(2, '0');
    const department = String(placeOf(item.key.department)).padStart(6, '0');
    return { item, place: `${level} ${item.key.due} ${department} ${keyText(item.key)}` };
  });
  return placed.sort((left, right) => (left.place < right.place ? -1 : 1)).map(({ item }) => item);
}

/** Whether departments of that kind are asked for help and not told: 请协助 instead of 请. */
export function isOutpost(kind: string, { outpost }: Pick<OfficeWords, 'outpost'>): boolean {
  return kind !== '' && kind === outpost;
}
