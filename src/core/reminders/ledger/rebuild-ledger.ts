/** A ledger that cannot be trusted: what it would send next may have been sent before, and a person must say. */
import type { Channel } from '../../../contract/reminders';
import { keyText, type DueItem } from '../due-item';
import { maskedMailbox } from '../mailbox';
import type { LedgerLine, Moment } from './ledger';
import { planLedger } from './plan-ledger';

/**
 * The lines brought in line with what is due, and 状态不明 in place of each that would be sent: lines may be missing, changed, or
 * of an old backup in which what has gone out since is still waiting. Those of a department are settled together by the
 * number `重建-2022-12-31-司法所`. An item without mailbox cannot have been sent.
 */
export function rebuildLedger(
  lines: readonly LedgerLine[],
  items: readonly DueItem[],
  moment: Moment,
  { channel, hash }: { readonly channel: Channel; readonly hash: (text: string) => string },
): readonly LedgerLine[] {
  const mailboxes = new Map(items.map(({ key, mailbox }) => [keyText(key), mailbox] as const));
  return planLedger(lines, items, moment, false).map((line): LedgerLine => {
    const mailbox = mailboxes.get(keyText(line.key)) ?? null;
    if (line.state !== 'queued' || mailbox === null) return line;
    const mail = `重建-${moment.day}-${line.key.department}`;
    const receiver = maskedMailbox(mailbox, hash);
    const reason = '催办记录不可靠，不能确定是否已发';
    return { ...line, state: 'unknown', reason, receiver, mail, channel, claimedOn: moment.day };
  });
}
