/** 催办清单: what the mails are made of, line by line, for whoever tells people by other ways. */
import type { Edition } from '../edition/edition';
import { otherSubjects, type DueItem, type ItemKey, type ReminderLevel } from './due-item';

/** A line of the sheet. */
export interface ReminderLine {
  readonly level: ReminderLevel;
  /** `司法所`; of a leader, who is told of a department, `司法所（分管领导）`. */
  readonly department: string;
  /** Empty for what is no task. */
  readonly taskId: string;
  readonly text: string;
}

/** One line for each item and in the items' order; a person who is told of a matter in two roles has two. */
export function reminderList(items: readonly DueItem[], { deadlines }: Edition): readonly ReminderLine[] {
  const others: readonly string[] = [...Object.values(otherSubjects), ...deadlines.map(({ subject }) => subject)];
  return items.map(({ key, text }) => ({
    level: key.level,
    department: receiverOf(key),
    taskId: others.includes(key.subject) ? '' : key.subject,
    text,
  }));
}

function receiverOf({ department, role }: ItemKey): string {
  return role === '承办单位' || department === role ? department : `${department}（${role}）`;
}
