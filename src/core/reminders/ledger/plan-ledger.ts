/** Brings the ledger in line with what is due: new lines, lines that are over, lines that a higher level replaces. */
import { keyText, reminderLevels, type DueItem, type ItemKey } from '../due-item';
import { isHandedOver, movedLine } from './ledger-steps';
import type { LedgerLine, Moment } from './ledger';

/** A mail that was refused so often is left to a person. */
const mostAttempts = 3;

const restDay = '休息日，下一个工作日发';
const over = '已办结或不再需要';
const outranked = '已有更高一级';

/** What the lines are held against. */
interface Plan {
  /** Key text → what is due. */
  readonly due: ReadonlyMap<string, DueItem>;
  readonly isOutranked: (key: ItemKey) => boolean;
  readonly isRestDay: boolean;
  readonly moment: Moment;
}

/**
 * The lines in their order, then a line for each item that had none. Nothing that was or may have been handed over is
 * touched. What is no longer due is cancelled, and comes back when it is due again; of one matter only the highest level
 * goes to one receiver, and after a red level no lower one does. Doing it again changes nothing. On a rest day lines are
 * queued all the same; sending waits.
 */
export function planLedger(
  lines: readonly LedgerLine[],
  items: readonly DueItem[],
  moment: Moment,
  isRestDay: boolean,
): readonly LedgerLine[] {
  const due = new Map(items.map((item) => [keyText(item.key), item] as const));
  const plan: Plan = { due, isOutranked: outrankedBy(lines, items), isRestDay, moment };
  const known = new Set(lines.map(({ key }) => keyText(key)));
  const fresh = [...due].filter(([text]) => !known.has(text)).map(([, item]) => newLine(item, plan));
  return [...lines.map((line) => replanned(line, plan)), ...fresh];
}

/**
 * The planned lines, but those that were cancelled only because nobody could read the department's workbook: whether they are
 * over nobody knows. `before`: the lines the plan was made from.
 */
export function keepUnread(
  before: readonly LedgerLine[],
  planned: readonly LedgerLine[],
  isUnread: (department: string) => boolean,
): readonly LedgerLine[] {
  return planned.map((line, index) => {
    const old = before[index];
    return old !== undefined && line.state === 'cancelled' && isUnread(line.key.department) ? old : line;
  });
}

/** The levels come from what is due now, and of what went out only from red: a 黄 of spring does not replace a 蓝 of autumn. */
function outrankedBy(lines: readonly LedgerLine[], items: readonly DueItem[]): Plan['isOutranked'] {
  const highest = new Map<string, number>();
  const raise = (key: ItemKey): void => {
    const slot = slotOf(key);
    highest.set(slot, Math.min(rank(key), highest.get(slot) ?? Infinity));
  };
  for (const { key } of items) raise(key);
  for (const { key, state } of lines) if (isHandedOver(state) && key.level.startsWith('红')) raise(key);
  return (key) => rank(key) > (highest.get(slotOf(key)) ?? Infinity);
}

/** One matter for one receiver, whatever the level. */
function slotOf(key: ItemKey): string {
  const { year, department, subject, due, role } = key;
  return [String(year), department, subject, due, role].join('|');
}

function rank({ level }: ItemKey): number {
  return reminderLevels.indexOf(level);
}

function newLine(item: DueItem, plan: Plan): LedgerLine {
  const { day, at, by } = plan.moment;
  const isLower = plan.isOutranked(item.key);
  return {
    key: item.key,
    state: isLower ? 'superseded' : 'queued',
    reason: isLower ? outranked : waitingReason(item, '', plan.isRestDay),
    receiver: '',
    mail: '',
    hash: '',
    channel: null,
    queuedOn: day,
    claimedOn: null,
    attempts: 0,
    changedAt: at,
    by,
  };
}

function replanned(line: LedgerLine, plan: Plan): LedgerLine {
  if (isHandedOver(line.state)) return line;
  const { moment } = plan;
  const isOver = line.state === 'cancelled' || line.state === 'superseded';
  if (plan.isOutranked(line.key)) {
    return isOver ? line : movedLine(line, { state: 'superseded', reason: outranked }, moment);
  }
  const item = plan.due.get(keyText(line.key));
  if (item === undefined) return isOver ? line : movedLine(line, { state: 'cancelled', reason: over }, moment);
  if (isOver) {
    return movedLine(line, { state: 'queued', reason: waitingReason(item, '', plan.isRestDay) }, moment);
  }
  if (line.state === 'failed') {
    return line.attempts < mostAttempts ? movedLine(line, { state: 'queued' }, moment) : line;
  }
  const reason = waitingReason(item, line.reason, plan.isRestDay);
  return reason === line.reason ? line : { ...line, reason };
}

/** Why the item waits: its mailbox, the day, or what was said before when neither of them is the cause. */
function waitingReason({ mailbox, mailboxProblem }: DueItem, before: string, isRestDay: boolean): string {
  if (mailbox === null) return mailboxProblem;
  if (isRestDay) return restDay;
  return before === restDay || /^(?:无邮箱|邮箱)/u.test(before) ? '' : before;
}
