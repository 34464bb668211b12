/** Sends the planned mails one after the other: claimed and written down first, sent then, and written down again. */
import type { Channel, MailReport } from '../../contract/reminders';
import type { Problem } from '../../core/base/problem';
import type { MailFate } from '../../core/base/state-words';
import type { LedgerLine, Moment } from '../../core/reminders/ledger/ledger';
import { claim, confirm, markUnknown, reject, withdraw } from '../../core/reminders/ledger/ledger-steps';
import { OpenLines } from '../../core/reminders/ledger/open-lines';
import { readMailbox } from '../../core/reminders/mailbox';
import { mailReport } from '../../core/reminders/reminder-summary';
import type { Settings } from '../../core/settings/settings';
import { hashOf } from '../../google/digest';
import { quotaLeft, sendMail, type SendOutcome } from '../../google/mailbox';
import { clock, tellProgress } from '../../google/run-guard';
import { isTimeUp } from '../../google/run-time';
import { putOffReason } from '../../core/reminders/choose-mails';
import { quotaReserve, type DraftedMail, type MailsDraft } from './draft-mails';
import { saveLedger, type Ledger } from './ledger/ledger-store';
import { showLedger } from './ledger/show-ledger';
import { failureWords } from '../../core/base/failure-words';

/** What the mails are sent by. */
export interface DeliveryOrder {
  readonly office: { readonly settings: Settings };
  readonly ledger: Ledger;
  readonly moment: Moment;
  readonly channel: Channel;
}

export interface Delivery {
  readonly lines: readonly LedgerLine[];
  readonly mails: readonly MailReport[];
  readonly problems: readonly Problem[];
  /** The ledger could not be written. */
  readonly isLost: boolean;
  /** The time for a run was over before the last mail. */
  readonly isUnfinished: boolean;
}

/** A service that fails so often in ways nobody knows is left alone. */
const mostDoubts = 3;

/** What changes while mails go out. */
interface Sending {
  ledger: Ledger;
  readonly open: OpenLines;
  /** Nothing was saved yet: what is saved first are all lines that the plan of the run has changed. */
  isFirst: boolean;
  readonly mails: MailReport[];
  doubts: number;
  /** Why no further mail is sent; empty while there is no reason. */
  stopped: string;
  isLost: boolean;
  isUnfinished: boolean;
}

/** Never throws: what could not be done is told. The confirmation of a mail is written together with the next claim. */
export function deliverMails(order: DeliveryOrder, { mails, lines }: MailsDraft): Delivery {
  const sending: Sending = {
    ledger: order.ledger,
    open: new OpenLines(lines),
    isFirst: true,
    mails: [],
    doubts: 0,
    stopped: '',
    isLost: false,
    isUnfinished: false,
  };
  for (const [index, drafted] of mails.entries()) {
    tellProgress(`发送 ${String(index + 1)}/${String(mails.length)}`);
    if (sending.stopped === '') mayGoOn(sending);
    const isClaimed = sending.stopped === '' && claimMail(order, sending, drafted);
    if (isClaimed) handOver(order, sending, drafted);
    // The reason itself stands once, among the problems.
    else sending.mails.push(mailReport(drafted.mail, drafted.letter, 'planned', sending.stopped.split('：')[0] ?? ''));
  }
  if (!sending.isLost) save(sending);
  const unshown = sending.isLost ? [] : showLedger(sending.ledger);
  const problems = [...(sending.stopped === '' ? [] : [halted(sending)]), ...unshown];
  return { ...sending, lines: sending.open.lines, problems };
}

function mayGoOn(sending: Sending): void {
  if (isTimeUp()) {
    sending.isUnfinished = true;
    sending.stopped = '本次时间已到，下次接着发';
  } else if (sending.mails.length > 0 && quotaLeft() <= quotaReserve)
    sending.stopped = '邮件服务的当日配额已用完，次日再发';
}

/** From here on a run that is cut off leaves a claim, by which the next one knows. */
function claimMail({ moment, channel }: DeliveryOrder, sending: Sending, { mail, letter }: DraftedMail): boolean {
  const hash = hashOf([letter.subject, letter.text, letter.html].join('\n')).slice(0, 16);
  const now = { ...moment, at: clock() };
  const before = sending.open.move(mail.items, (own) => claim(own, mail, { hash, channel }, now));
  if (save(sending)) return true;
  sending.open.move(mail.items, () => before);
  return false;
}

function handOver({ office, moment, channel }: DeliveryOrder, sending: Sending, { mail, letter }: DraftedMail): void {
  const { settings } = office;
  const replyTo = readMailbox(settings.officeMailbox, settings.mailDomains);
  const { outcome, reason: given } = sendMail({
    ...letter,
    to: mail.to,
    sender: settings.town + settings.edition.words.office,
    replyTo: 'address' in replyTo ? replyTo.address : '',
  });
  const reason = outcome === 'later' ? `${putOffReason}：${given}` : given;
  const now = { ...moment, at: clock() };
  // Of a file the next run sees for itself whether it is there: the claim stands until then, and no person need look.
  const isForNextRun = outcome === 'unknown' && channel === '发件箱';
  if (!isForNextRun) sending.open.move(mail.items, (own) => steps[outcome](own, mail.number, reason, now));
  const said = isForNextRun ? `${reason}；下次运行按发件箱里的文件核对` : reason;
  const fate = outcome === 'sent' && channel === '发件箱' ? 'written' : fates[outcome];
  sending.mails.push(mailReport(mail, letter, fate, said));
  if (outcome === 'unknown') sending.doubts += 1;
  if (outcome === 'closed') sending.stopped = `邮件服务现在发不了：${reason}`;
  else if (sending.doubts >= mostDoubts) sending.stopped = '接连几封不能确定是否发出，其余的没有发送';
}

const steps: Readonly<Record<SendOutcome['outcome'], typeof reject>> = {
  sent: (lines, mail, _, moment) => confirm(lines, mail, moment),
  refused: reject,
  later: withdraw,
  closed: withdraw,
  unknown: markUnknown,
};

const fates: Readonly<Record<SendOutcome['outcome'], MailFate>> = {
  sent: 'sent',
  refused: 'failed',
  later: 'planned',
  closed: 'planned',
  unknown: 'unknown',
};

/** False when the lines may not stand: then nothing more is sent. */
function save(sending: Sending): boolean {
  const { ledger, open, isFirst } = sending;
  try {
    const step = open.changes();
    sending.ledger = saveLedger(ledger, open.lines, isFirst ? undefined : step);
    sending.isFirst = false;
    return true;
  } catch (error) {
    sending.isLost = true;
    sending.stopped = `催办记录没有写成：${failureWords(error)}`;
    return false;
  }
}

function halted({ stopped, isLost, ledger, isUnfinished }: Sending): Problem {
  return {
    code: isLost ? 'ledger-unwritten' : 'sending-stopped',
    level: isUnfinished ? 'note' : 'error',
    place: { file: ledger.workspace.results?.name ?? '结果', sheet: '催办记录' },
    actual: '',
    reason: stopped,
    expected: isLost
      ? '排除原因后再运行一次，已交出的按发件箱核对，不能核对的列为状态不明，不会重发'
      : '没有发的留在催办记录里，下次运行接着发',
  };
}
