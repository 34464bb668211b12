/** Sends the planned mails one after the other: claimed and written down first, sent then, and written down again. */
import type { Problem, Result } from '../../core/base/problem';
import type { Channel, LedgerLine, Moment } from '../../core/reminders/ledger/ledger';
import { claim, confirm, doubt, reject, withdraw } from '../../core/reminders/ledger/ledger-steps';
import type { ComposedMail, MailPlan } from '../../core/reminders/mail';
import { mailReport, type MailFate, type MailReport } from '../../core/reminders/reminder-summary';
import type { Settings } from '../../core/settings/settings';
import { readMailbox } from '../../core/reminders/mailbox';
import { hashOf } from '../../google/digest';
import { quotaLeft, sendMail, type SendOutcome } from '../../google/mailbox';
import { clock, errorText, tellProgress } from '../../google/run-guard';
import { isTimeUp } from '../../google/run-time';
import { saveLedger, type Ledger } from './ledger-store';

/** What the mails are sent by. */
export interface DeliveryOrder {
  readonly office: { readonly settings: Settings };
  readonly ledger: Ledger;
  /** The lines before the first mail; they are written with its claim. */
  readonly lines: readonly LedgerLine[];
  readonly moment: Moment;
  readonly channel: Channel;
  readonly compose: (plan: MailPlan) => Result<ComposedMail>;
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

/** So many mails of the service's quota are left to people and to Google's own notices. */
export const quotaReserve = 5;
/** A service that fails so often in ways nobody knows is left alone. */
const mostDoubts = 3;

/** What changes while mails go out. */
interface State {
  ledger: Ledger;
  lines: readonly LedgerLine[];
  readonly mails: MailReport[];
  readonly problems: Problem[];
  doubts: number;
  /** Why no further mail is sent; empty while there is no reason. */
  stopped: string;
  isLost: boolean;
  isUnfinished: boolean;
}

/** Never throws: what could not be done is told. The confirmation of a mail is written together with the next claim. */
export function deliverMails(order: DeliveryOrder, plans: readonly MailPlan[]): Delivery {
  const { ledger, lines } = order;
  const state: State = {
    ledger,
    lines,
    mails: [],
    problems: [],
    doubts: 0,
    stopped: '',
    isLost: false,
    isUnfinished: false,
  };
  for (const [index, plan] of plans.entries()) {
    tellProgress(`发送 ${String(index + 1)}/${String(plans.length)}`);
    const { value: mail, problems } = order.compose(plan);
    state.problems.push(...problems);
    if (state.stopped === '') mayGoOn(state);
    const isClaimed = state.stopped === '' && claimMail(order, state, { plan, mail });
    if (isClaimed) handOver(order, state, { plan, mail });
    else state.mails.push(mailReport(plan, mail, 'planned', state.stopped));
  }
  if (!state.isLost) save(state);
  return { ...state, problems: state.stopped === '' ? state.problems : [...state.problems, halted(state)] };
}

function mayGoOn(state: State): void {
  if (isTimeUp()) {
    state.isUnfinished = true;
    state.stopped = '本次时间已到，下次接着发';
  } else if (state.mails.length > 0 && quotaLeft() <= quotaReserve)
    state.stopped = '邮件服务的当日配额已用完，次日再发';
}

interface Letter {
  readonly plan: MailPlan;
  readonly mail: ComposedMail;
}

/** From here on a run that is cut off leaves a claim, by which the next one knows. */
function claimMail({ moment, channel }: DeliveryOrder, state: State, { plan, mail }: Letter): boolean {
  const hash = hashOf([mail.subject, mail.text, mail.html].join('\n')).slice(0, 16);
  const claimed = claim(state.lines, plan, { hash, channel }, { ...moment, at: clock() });
  const before = state.lines;
  state.lines = claimed;
  if (save(state)) return true;
  state.lines = before;
  return false;
}

function handOver({ office, moment, channel }: DeliveryOrder, state: State, { plan, mail }: Letter): void {
  const { settings } = office;
  const replyTo = readMailbox(settings.officeMailbox, settings.mailDomains);
  const { outcome, reason } = sendMail({
    ...mail,
    to: plan.to,
    sender: `${settings.town}党政办`,
    replyTo: 'address' in replyTo ? replyTo.address : '',
  });
  const now = { ...moment, at: clock() };
  // Of a file the next run sees for itself whether it is there: the claim stands until then, and no person need look.
  const isForNextRun = outcome === 'unknown' && channel === '发件箱';
  if (!isForNextRun) state.lines = steps[outcome](state.lines, plan.mail, reason, now);
  const said = isForNextRun ? `${reason}；下次运行按发件箱里的文件核对` : reason;
  state.mails.push(mailReport(plan, mail, fates[outcome], said));
  if (outcome === 'unknown') state.doubts += 1;
  if (outcome === 'closed') state.stopped = `邮件服务现在发不了：${reason}`;
  else if (state.doubts >= mostDoubts) state.stopped = '接连几封不能确定是否发出，其余的没有发送';
}

const steps: Readonly<Record<SendOutcome['outcome'], typeof reject>> = {
  sent: (lines, mail, _, moment) => confirm(lines, mail, moment),
  refused: reject,
  closed: withdraw,
  unknown: doubt,
};

const fates: Readonly<Record<SendOutcome['outcome'], MailFate>> = {
  sent: 'sent',
  refused: 'failed',
  closed: 'failed',
  unknown: 'unknown',
};

/** False when the lines may not stand: then nothing more is sent. */
function save(state: State): boolean {
  try {
    state.ledger = saveLedger(state.ledger, state.lines);
    return true;
  } catch (error) {
    state.isLost = true;
    state.stopped = `催办记录没有写成：${errorText(error)}`;
    return false;
  }
}

function halted({ stopped, isLost, ledger, isUnfinished }: State): Problem {
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
