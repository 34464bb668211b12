/** What a run of the reminders did or would do, as one plain object: printed for the clerk, as JSON for programs and pages. */
import { longDay, type Day } from '../base/day';
import type { DueItem, ItemKey } from './due-item';
import { stateWords, type Channel, type LedgerLine } from './ledger/ledger';
import type { ComposedMail, MailPlan } from './mail';

/** What became of a mail. `planned`: only looked at, or not its turn yet in this run. */
export type MailFate = 'planned' | 'sent' | 'failed' | 'unknown';

export interface MailReport {
  /** 通知编号. */
  readonly mail: string;
  /** Masked. */
  readonly receiver: string;
  readonly fate: MailFate;
  /** Why it failed or is not known; empty otherwise. */
  readonly reason: string;
  readonly subject: string;
  readonly text: string;
  /** File names. */
  readonly attachments: readonly string[];
  readonly items: readonly (ItemKey & { readonly title: string; readonly text: string })[];
}

/** A line of the ledger for people. */
export interface LineReport extends ItemKey {
  /** The word of the sheet: 待发, 状态不明 … */
  readonly state: string;
  readonly reason: string;
  readonly receiver: string;
  readonly mail: string;
  readonly changedAt: string;
}

export interface ReminderSummary {
  /** Nothing was sent or written. */
  readonly dryRun: boolean;
  /** The day that was judged by. */
  readonly day: Day;
  /** The next working day, where nothing goes out today because it is none; null otherwise. */
  readonly restUntil: Day | null;
  readonly channel: Channel;
  /** How many mails might still go out on the day, at the start of the run. */
  readonly left: number;
  readonly mails: readonly MailReport[];
  /** Due, but in no mail of this run: no mailbox, above the day's limit, rest day … */
  readonly waiting: readonly LineReport[];
  /** 状态不明 and 失败: for a person to settle. */
  readonly attention: readonly LineReport[];
  /** Lines of the whole ledger by the word of their state. */
  readonly counts: Readonly<Record<string, number>>;
}

/** A planned mail as it will be or was handed over. */
export function mailReport(plan: MailPlan, mail: ComposedMail, fate: MailFate, reason = ''): MailReport {
  return {
    mail: plan.mail,
    receiver: plan.receiver,
    fate,
    reason,
    subject: mail.subject,
    text: mail.text,
    attachments: mail.attachments.map(({ name }) => name),
    items: plan.items.map(({ key, title, text }: DueItem) => ({ ...key, title, text })),
  };
}

/** The line as people see it. */
export function lineReport({ key, state, reason, receiver, mail, changedAt }: LedgerLine): LineReport {
  return { ...key, state: stateWords[state], reason, receiver, mail, changedAt };
}

/** The lines that a person must settle. */
export function needsPerson({ state }: Pick<LedgerLine, 'state'>): boolean {
  return state === 'unknown' || state === 'failed';
}

/** Lines by the word of their state; states without lines are left out. */
export function countStates(lines: readonly LedgerLine[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state } of lines) counts[stateWords[state]] = (counts[stateWords[state]] ?? 0) + 1;
  return counts;
}

/** For the screen. A dry run shows every text in full. */
export function reminderText(summary: ReminderSummary): string {
  const { dryRun, day, mails, waiting, attention } = summary;
  return [
    `${dryRun ? '催办（先看，不发送，什么都不写）' : '催办'}：按 ${longDay(day)} 计算。`,
    ...restLines(summary),
    ...(mails.length === 0 && waiting.length === 0 ? ['没有要催办的事项。'] : []),
    ...mails.flatMap((mail) => (dryRun ? fullMail(mail) : [shortMail(mail)])),
    ...listed('还在等待', waiting, waitingLine),
    ...listed('需要人工处理（nianbao ledger --settle 通知编号=已发 或 =未发）', attention, attentionLine),
    countLine(summary),
  ].join('\n');
}

function restLines({ restUntil, dryRun, left }: ReminderSummary): readonly string[] {
  const room =
    left === 0 ? '今天不能再发：已到“每日发送上限”，或邮件服务的当日配额已用完。' : `今天还可以发 ${String(left)} 封。`;
  if (restUntil === null) return [room];
  const lead = `这一天是休息日，不发送，下一个工作日 ${longDay(restUntil)} 再运行。`;
  return dryRun ? [`${lead}以下是到时要发的内容。`, room.replace('今天', '按上限和配额，一天')] : [lead];
}

const fateWords: Readonly<Record<MailFate, string>> = {
  planned: '未发',
  sent: '已发',
  failed: '失败',
  unknown: '状态不明',
};

function shortMail({ fate, mail, receiver, subject, reason, items }: MailReport): string {
  const why = reason === '' ? '' : `（${reason}）`;
  return `  ${fateWords[fate]} ${mail} → ${receiver} ${subject}，共 ${String(items.length)} 条${why}`;
}

function fullMail({ mail, receiver, items, subject, text, attachments }: MailReport): readonly string[] {
  const roles = [...new Set(items.map(({ department, role }) => `${department}（${role}）`))];
  return [
    '',
    `── ${mail} → ${receiver} ${roles.join('、')}`,
    `主题：${subject}`,
    ...(attachments.length === 0 ? [] : [`附件：${attachments.join('、')}`]),
    text,
  ];
}

/** A screen holds no more; the sheet has them all. */
const mostListed = 40;

function listed(title: string, lines: readonly LineReport[], textOf: (line: LineReport) => string): readonly string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - mostListed;
  return [
    '',
    `${title}：`,
    ...lines.slice(0, mostListed).map((line) => `  ${textOf(line)}`),
    ...(rest > 0 ? [`  ……还有 ${String(rest)} 条，见“催办记录”`] : []),
  ];
}

function waitingLine({ level, department, subject, role, reason }: LineReport): string {
  return `${level} ${department} ${subject}（${role}）：${reason === '' ? '待发' : reason}`;
}

/** The line for a person, with the number it is settled by. */
export function attentionLine({ state, level, department, subject, due, role, mail, reason }: LineReport): string {
  return `${state} ${mail} ${level} ${department} ${subject} ${due}（${role}）：${reason}`;
}

function countLine({ counts, mails, dryRun }: ReminderSummary): string {
  const all = Object.entries(counts).map(([word, count]) => `${word} ${String(count)}`);
  const ledger = all.length === 0 ? '催办记录还是空的' : `催办记录：${all.join('、')}`;
  if (dryRun) return `\n要发 ${String(mails.length)} 封。${ledger}。`;
  const sent = mails.filter(({ fate }) => fate === 'sent').length;
  return `\n已发 ${String(sent)} 封。${ledger}。`;
}
