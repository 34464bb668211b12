/**
 * The way of a reminder: a matter (事项) is due, it becomes one due item for each receiver, the items of one address and day
 * are one mail (通知), and the letter is what stands in it.
 */
import type { DueItem } from './due-item';

/** Which items go to whom at once, most urgent first. */
export interface Mail {
  /** 通知编号 `2022-12-31-司法所-1a2b3c4d`: the name of its file, and the line by which people search their mail. */
  readonly number: string;
  readonly to: string;
  /** As the ledger shows it. */
  readonly receiver: string;
  readonly items: readonly DueItem[];
}

/** Whether a text has the form of a 通知编号. */
export function isMailNumber(text: string): boolean {
  return /^\d{4}-\d\d-\d\d-.+-[0-9a-f]{8}$/u.test(text);
}

/** What a mail says, as it is handed over. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
}

export interface Attachment {
  /** `督办单 D-01 ….docx`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
