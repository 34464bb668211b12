/** A ledger that lost lines: what is due and stands in none of them may have been sent before, and a person must say. */
import { keyText, type DueItem } from './due-item';
import type { Channel, LedgerLine, Moment } from './ledger';
import { maskedMailbox } from './mailbox';
import { planLedger } from './plan-ledger';

/**
 * The lines as they are, and one 状态不明 for each item that has none: nothing is sent again by itself. Those of a
 * department are settled together by the number `重建-2022-12-31-司法所`. An item without mailbox cannot have been sent.
 */
export function rebuildLedger(
  lines: readonly LedgerLine[],
  items: readonly DueItem[],
  moment: Moment,
  { channel, hash }: { readonly channel: Channel; readonly hash: (text: string) => string },
): readonly LedgerLine[] {
  const mailboxes = new Map(items.map(({ key, mailbox }) => [keyText(key), mailbox] as const));
  const known = new Set(lines.map(({ key }) => keyText(key)));
  const fresh = planLedger(lines, items, moment, false).filter(({ key }) => !known.has(keyText(key)));
  const doubted = fresh.map((line): LedgerLine => {
    const mailbox = mailboxes.get(keyText(line.key)) ?? null;
    if (line.state !== 'queued' || mailbox === null) return line;
    const mail = `重建-${moment.day}-${line.key.department}`;
    const receiver = maskedMailbox(mailbox, hash);
    const reason = '催办记录缺失，不能确定是否已发';
    return { ...line, state: 'unknown', reason, receiver, mail, channel, claimedOn: moment.day };
  });
  return [...lines, ...doubted];
}
