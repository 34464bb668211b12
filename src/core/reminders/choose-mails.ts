/** Which mails go out in a run: one for each address and day, the most urgent first, no more than the day allows. */
import type { Day } from '../base/day';
import type { Calendar } from '../base/working-days';
import type { Settings } from '../settings/settings';
import { keyText, mostUrgentFirst, type DueItem } from './due-item';
import type { LedgerLine } from './ledger/ledger';
import { mayBeOut } from './ledger/ledger-steps';
import type { Mail } from './mail';
import { maskedMailbox } from './mailbox';

/** A longer mail would not be read, nor its 督办单 be carried by every mail server. */
const mostItems = 100;

/** How a line begins that says why it waits: a server asked for the mail again in a while. */
export const putOffReason = '对方服务器要求稍后再投';
/** Servers that put strangers off let them in after some minutes (RFC 6647, 3); in minutes. */
const restMinutes = 15;

const laterReason = '超过当日上限，次日再发';
const toldReason = '该邮箱当日已有一封，次日再发';

/** `left`: how many mails may still go out on the day. */
export interface MailLimits {
  readonly left: number;
  readonly day: Day;
  /** China time by the clock; without it nothing rests. */
  readonly at?: string;
}

/** One address and all that waits for it. */
type Waiting = Omit<Mail, 'number'>;

/**
 * The mails in the order in which they are to be sent, and the lines with the reason why each that waits is in none of them.
 * `hash` gives hexadecimal digits. An address to which a mail of this day was or may have been handed over gets none.
 */
export function chooseMails(
  lines: readonly LedgerLine[],
  items: readonly DueItem[],
  { left, day, at }: MailLimits,
  hash: (text: string) => string,
): { readonly mails: readonly Mail[]; readonly lines: readonly LedgerLine[] } {
  const due = new Map(items.map((item) => [keyText(item.key), item] as const));
  const waiting = lines.flatMap((line) =>
    line.state === 'queued' && !rests(line, at) ? (due.get(keyText(line.key)) ?? []) : [],
  );
  const told = new Set(lines.filter((line) => mayBeOut(line, day)).map(({ receiver }) => receiver));
  const byAddress = waitingByAddress(waiting, hash);
  const open = byAddress.filter(({ receiver }) => !told.has(receiver));
  const mails = open.slice(0, Math.max(0, left)).map((all) => mailOf(all, day, hash));
  const reasons = new Map<string, string>();
  for (const { receiver, items: all } of byAddress) {
    const reason = told.has(receiver) ? toldReason : laterReason;
    for (const { key } of all) reasons.set(keyText(key), reason);
  }
  for (const mail of mails) for (const { key } of mail.items) reasons.delete(keyText(key));
  for (const { key, mailbox, mailboxProblem } of waiting) {
    if (mailbox === null) reasons.set(keyText(key), mailboxProblem);
  }
  return { mails, lines: lines.map((line) => explained(line, reasons)) };
}

/** Put off by a server so short a time ago that it would be again. */
function rests({ reason, changedAt }: LedgerLine, at: string | undefined): boolean {
  if (at === undefined || !reason.startsWith(putOffReason)) return false;
  const passed = minuteOf(at) - minuteOf(changedAt);
  return at.slice(0, 10) === changedAt.slice(0, 10) && passed >= 0 && passed < restMinutes;
}

/** Of the day, from `2022-12-31 08:05:10`. */
function minuteOf(at: string): number {
  return Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));
}

function explained(line: LedgerLine, reasons: ReadonlyMap<string, string>): LedgerLine {
  const reason = line.state === 'queued' ? reasons.get(keyText(line.key)) : undefined;
  return reason === undefined || reason === line.reason ? line : { ...line, reason };
}

/** By address, that of the most urgent item first. */
function waitingByAddress(waiting: readonly DueItem[], hash: (text: string) => string): readonly Waiting[] {
  const byAddress = new Map<string, DueItem[]>();
  for (const item of mostUrgentFirst(waiting)) {
    if (item.mailbox === null) continue;
    const others = byAddress.get(item.mailbox);
    if (others) others.push(item);
    else byAddress.set(item.mailbox, [item]);
  }
  return [...byAddress].map(([to, all]) => ({ to, receiver: maskedMailbox(to, hash), items: all }));
}

function mailOf({ to, receiver, items: all }: Waiting, day: Day, hash: (text: string) => string): Mail {
  const items = all.slice(0, mostItems);
  const digits = hash([day, to, ...items.map(({ key }) => keyText(key))].join('\n')).slice(0, 8);
  return { number: `${day}-${fileWord(whoseOf(items[0]))}-${digits}`, to, receiver, items };
}

/** Whom the mail is for, by its most urgent item: its file must not look like one for the department when a leader gets it. */
function whoseOf(item: DueItem | undefined): string {
  if (item === undefined) return '';
  const { department, role } = item.key;
  return role === '承办单位' ? department : role === '分管领导' ? `${department}${role}` : role;
}

/** The name without anything that is no letter or digit: it becomes part of a file's name. */
function fileWord(name: string): string {
  const word = name.replace(/[^\p{L}\p{N}]+/gu, '');
  return Array.from(word).slice(0, 20).join('') || '单位';
}

/** The next working day, where reminders wait for it; null when they may go out on the day. */
export function restUntil(day: Day, { onRestDays }: Pick<Settings, 'onRestDays'>, calendar: Calendar): Day | null {
  return calendar.isWorkingDay(day) || onRestDays ? null : calendar.addWorkingDays(day, 1);
}
