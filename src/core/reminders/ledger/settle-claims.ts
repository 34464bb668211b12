/** What became of mails whose run was cut off between claim and confirmation. */
import { movedLine } from './ledger-steps';
import type { LedgerLine, Moment } from './ledger';

/**
 * To be asked at the start of a run, under the lock: then every claimed line is of a run that is over. A mail for 发件箱 was
 * sent if its file is there (`outbox`: 通知编号 of all files) and was not if it is not; of a mail handed to a service nothing
 * can be known, and a person decides.
 */
export function settleClaims(
  lines: readonly LedgerLine[],
  outbox: ReadonlySet<string>,
  moment: Moment,
): readonly LedgerLine[] {
  return lines.map((line) => (line.state === 'claimed' ? settled(line, outbox, moment) : line));
}

function settled(line: LedgerLine, outbox: ReadonlySet<string>, moment: Moment): LedgerLine {
  if (line.channel !== '发件箱') {
    return movedLine(line, { state: 'unknown', reason: '上次发送中断，不能确定是否已发' }, moment);
  }
  if (outbox.has(line.mail)) return movedLine(line, { state: 'sent', reason: '' }, moment);
  return movedLine(line, { state: 'queued', reason: '上次发送中断，没有发出', attempts: line.attempts - 1 }, moment);
}
