/** The steps of a reminder's way through the ledger. Each gives all lines anew; lines it does not touch stay the same objects. */
import type { Channel } from '../../../contract/reminders';
import type { Day } from '../../base/day';
import type { ReminderState } from '../../base/state-words';
import { keyText } from '../due-item';
import type { Mail } from '../mail';
import type { LedgerLine, Moment } from './ledger';

/** What is known of a mail when its lines are claimed; `hash` is that of its text. */
export interface ClaimedMail {
  readonly hash: string;
  readonly channel: Channel;
}

/** What stands in 说明 after a person's word, by which it is known as one. */
export const saidSent = '人工确认已发';
export const saidUnsent = '人工确认未发，重新待发';

/** The line in another state, with the moment of the change. */
export function movedLine(line: LedgerLine, change: Partial<LedgerLine>, { at, by }: Moment): LedgerLine {
  return { ...line, ...change, changedAt: at, by };
}

/**
 * queued → claimed, for all lines of a mail. They must be made durable before the mail is handed over.
 * @throws Error when an item of the mail is not waiting, because sending it could be a second time.
 */
export function claim(
  lines: readonly LedgerLine[],
  { number, receiver, items }: Mail,
  { hash, channel }: ClaimedMail,
  moment: Moment,
): readonly LedgerLine[] {
  const keys = new Set(items.map(({ key }) => keyText(key)));
  // Each mail looks at all lines: once, and by what is quick to compare.
  const subjects = new Set(items.map(({ key }) => key.subject));
  const own = new Set(
    lines.filter(({ key, state }) => state === 'queued' && subjects.has(key.subject) && keys.has(keyText(key))),
  );
  if (own.size !== keys.size) throw new Error(`${number}: an item of the mail is not waiting`);
  const claimed = {
    attempts: 0,
    state: 'claimed',
    reason: '',
    mail: number,
    receiver,
    hash,
    channel,
    claimedOn: moment.day,
  } as const;
  return lines.map((line) =>
    own.has(line) ? movedLine(line, { ...claimed, attempts: line.attempts + 1 }, moment) : line,
  );
}

/** claimed → sent, or written where the mail is a file: it was handed over. */
export function confirm(lines: readonly LedgerLine[], mail: string, moment: Moment): readonly LedgerLine[] {
  return lines.map((line) => (line.state === 'claimed' && line.mail === mail ? handedOver(line, moment) : line));
}

function handedOver(line: LedgerLine, moment: Moment): LedgerLine {
  return movedLine(line, { state: line.channel === '发件箱' ? 'written' : 'sent', reason: '' }, moment);
}

/** claimed → failed: the mail is known not to have been handed over. */
export function reject(
  lines: readonly LedgerLine[],
  mail: string,
  reason: string,
  moment: Moment,
): readonly LedgerLine[] {
  return movedMail(lines, mail, { state: 'failed', reason }, moment);
}

/** claimed → queued: nothing was handed over, and for no fault of this mail's; it counts as no attempt. */
export function withdraw(
  lines: readonly LedgerLine[],
  mail: string,
  reason: string,
  moment: Moment,
): readonly LedgerLine[] {
  return lines.map((line) =>
    line.state === 'claimed' && line.mail === mail
      ? movedLine(line, { state: 'queued', reason, attempts: line.attempts - 1 }, moment)
      : line,
  );
}

/** claimed → unknown: nobody can tell whether the mail was handed over. */
export function markUnknown(
  lines: readonly LedgerLine[],
  mail: string,
  reason: string,
  moment: Moment,
): readonly LedgerLine[] {
  return movedMail(lines, mail, { state: 'unknown', reason }, moment);
}

function movedMail(
  lines: readonly LedgerLine[],
  mail: string,
  change: { readonly state: ReminderState; readonly reason: string },
  moment: Moment,
): readonly LedgerLine[] {
  return lines.map((line) => (line.state === 'claimed' && line.mail === mail ? movedLine(line, change, moment) : line));
}

/**
 * A person's decision on written, unknown or failed lines: they were sent, or are to go out again with all attempts before them.
 * `which`: a 通知编号, or the texts of keys. The very `lines` when none of them is any of that.
 */
export function settle(
  lines: readonly LedgerLine[],
  which: string | readonly string[],
  to: 'sent' | 'queued',
  moment: Moment,
): readonly LedgerLine[] {
  const keys = new Set(typeof which === 'string' ? [] : which);
  const isMeant = ({ key, state, mail }: LedgerLine): boolean =>
    (state === 'written' || state === 'unknown' || state === 'failed') &&
    (typeof which === 'string' ? mail === which && mail !== '' : keys.has(keyText(key)));
  if (!lines.some(isMeant)) return lines;
  const change =
    to === 'sent'
      ? ({ state: 'sent', reason: saidSent } as const)
      : ({ state: 'queued', reason: saidUnsent, attempts: 0 } as const);
  return lines.map((line) => (isMeant(line) ? movedLine(line, change, moment) : line));
}

/** What limits the mails of a day. `quota`: what the mail service still takes today, Infinity where it has no limit. */
export interface DailyLimits {
  readonly dailyMost: number;
  readonly quota: number;
  /** Kept back of the quota. */
  readonly reserve: number;
}

/** How many mails may still go out on the day, never below 0; a mail that may have gone out counts as gone. */
export function mailsLeft(lines: readonly LedgerLine[], { dailyMost, quota, reserve }: DailyLimits, day: Day): number {
  const gone = new Set(lines.filter((line) => mayBeOut(line, day)).map(({ mail }) => mail));
  return Math.max(0, Math.min(dailyMost - gone.size, quota - reserve));
}

/** Whether a mail of that day with this line was, or may have been, handed over. */
export function mayBeOut({ state, claimedOn }: LedgerLine, day: Day): boolean {
  return claimedOn === day && isHandedOver(state);
}

/** written, sent, or perhaps sent: never to be sent by the program again. */
export function isHandedOver(state: ReminderState): boolean {
  return state === 'written' || state === 'sent' || state === 'claimed' || state === 'unknown';
}

/** 通知编号 by what lies in the folder; `taken`: of mails a server took over. */
export interface MailFiles {
  readonly outbox: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
}

/**
 * What became of mails whose run was cut off between claim and confirmation. To be asked at the start of a run, under the lock: then every claimed line is of a run that is over. A mail for 发件箱 was
 * written if its file is there and was not if it is not; of a mail handed to a service nothing can be known unless there is a
 * copy, and a person decides.
 */
export function settleClaims(lines: readonly LedgerLine[], files: MailFiles, moment: Moment): readonly LedgerLine[] {
  return settleMoved(lines, files.taken, moment).map((line) =>
    line.state === 'claimed' ? settled(line, files, moment) : line,
  );
}

/** written → sent, where the file was moved into the folder of what was sent. */
export function settleMoved(
  lines: readonly LedgerLine[],
  taken: MailFiles['taken'],
  moment: Moment,
): readonly LedgerLine[] {
  const change = { state: 'sent', reason: '文件已移入“已发”' } as const;
  return lines.map((line) =>
    line.state === 'written' && taken.has(line.mail) ? movedLine(line, change, moment) : line,
  );
}

function settled(line: LedgerLine, { outbox, taken }: MailFiles, moment: Moment): LedgerLine {
  if (taken.has(line.mail)) return movedLine(line, { state: 'sent', reason: '' }, moment);
  const isFile = line.channel === '发件箱';
  if (isFile && outbox.has(line.mail)) return handedOver(line, moment);
  if (!isFile) return movedLine(line, { state: 'unknown', reason: '上次发送中断，不能确定是否已发' }, moment);
  return movedLine(line, { state: 'queued', reason: '上次发送中断，没有发出', attempts: line.attempts - 1 }, moment);
}
