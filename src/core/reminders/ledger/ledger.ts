/** The ledger 催办记录: one line per reminder, from queued to its end. Pure data; every step gives new lines. */
import type { Channel } from '../../../contract/reminders';
import type { Day } from '../../base/day';
import type { ReminderState } from '../../base/state-words';
import { keyText, type ItemKey } from '../due-item';

/**
 * A line goes queued → claimed → written | sent | failed | unknown; written → sent; queued → cancelled | superseded; failed → queued again, three times at most.
 * `written`: its mail lies in 发件箱 as a file; a person says when it was sent, or moves it into the folder 已发.
 * `unknown`: a run was cut off between claim and confirmation and nothing proves either; a person settles it to sent or
 * queued, the program never does.
 */
export interface LedgerLine {
  readonly key: ItemKey;
  readonly state: ReminderState;
  /** Why it is not sent, a few Chinese words; empty when there is nothing to say. */
  readonly reason: string;
  /** The receiver without the full address: `sf***@*** #a1b2c3`, the digits of the address's hash; empty before one is known. */
  readonly receiver: string;
  /** 通知编号 of the mail it was claimed for; empty before. */
  readonly mail: string;
  /** Hash of that mail's text; empty before. */
  readonly hash: string;
  readonly channel: Channel | null;
  readonly queuedOn: Day;
  /** The day of the run that claimed it; null before. */
  readonly claimedOn: Day | null;
  /** How often it was claimed without being taken back unsent. */
  readonly attempts: number;
  /** When its state last changed, China time: `2022-12-31 08:05:10`. */
  readonly changedAt: string;
  /** Who settled it by hand, or who started the run; empty when not known. */
  readonly by: string;
}

/** When and by whom a step is taken. `day` is the day the run judges by, `at` the clock. */
export interface Moment {
  readonly day: Day;
  /** China time: `2022-12-31 08:05:10`. */
  readonly at: string;
  readonly by: string;
}

/**
 * A short text by which one sees whether lines were removed, added or changed: number of lines and a hash over all that sending is decided by, in any order of the lines: people may sort the sheet and
 * write remarks into 说明. Under 200 characters for any hash of 150.
 */
export function sealOf(lines: readonly LedgerLine[], hash: (text: string) => string): string {
  const texts = lines.map(({ key, state, receiver, mail, hash: text, channel, queuedOn, claimedOn, attempts }) =>
    JSON.stringify([keyText(key), state, receiver, mail, text, channel, queuedOn, claimedOn, attempts]),
  );
  return `${String(lines.length)}:${hash(texts.sort().join('\n'))}`;
}

/** Whether the lines are those that were sealed. */
export function sealFits(seal: string, lines: readonly LedgerLine[], hash: (text: string) => string): boolean {
  return seal === sealOf(lines, hash);
}
