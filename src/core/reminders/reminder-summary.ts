/** What a run of the reminders did or would do, as one plain object: printed for the clerk, as JSON for programs and pages. */
import type { FeedbackLine } from '../../contract/feedback';
import type { Channel, LineReport, MailReport, ReminderCounts, ReminderSummary } from '../../contract/reminders';
import { longDay, type Day } from '../base/day';
import { feedbackText } from '../base/feedback-text';
import { readerName } from '../base/reader-name';
import { mailFateWords, reminderStateWords, type MailFate } from '../base/state-words';
import { keyText, type DueItem } from './due-item';
import type { LedgerLine, Moment } from './ledger/ledger';
import type { Letter, Mail } from './mail';
import { unsentRemedy, writtenText } from './unsent-mails';

/** What a run had before it and what became of it. */
export interface ReminderRun {
  readonly dryRun: boolean;
  readonly moment: Moment;
  readonly restUntil: Day | null;
  readonly farYear: number | null;
  readonly placeDoubt: string;
  readonly channel: Channel;
  readonly left: number;
  readonly items: readonly DueItem[];
  readonly feedback: readonly FeedbackLine[];
  readonly mails: readonly MailReport[];
  /** The ledger after the run, or as it would be. */
  readonly lines: readonly LedgerLine[];
  readonly unsent: ReminderSummary['unsent'];
  readonly outbox: string;
}

/** What waits is what is due, queued, and in none of the mails. */
export function reminderSummary({ moment, items, lines, mails, ...run }: ReminderRun): ReminderSummary {
  const due = new Set(items.map(({ key }) => keyText(key)));
  const inMail = new Set(mails.flatMap((mail) => mail.items.map(keyText)));
  const isWaiting = ({ key, state }: LedgerLine): boolean =>
    state === 'queued' && due.has(keyText(key)) && !inMail.has(keyText(key));
  return {
    ...run,
    day: moment.day,
    mails,
    waiting: lines.filter(isWaiting).map(lineReport),
    attention: lines.filter(needsPerson).map(lineReport),
    counts: countStates(lines),
  };
}

/** As much of it as whoever printed its text asks for. */
export function reminderCounts({ restUntil, mails, waiting, attention, unsent }: ReminderSummary): ReminderCounts {
  const planned = mails.filter(({ fate }) => fate === 'planned').length;
  const [waits, asks, lies] = [waiting.length, attention.length, unsent.length];
  return { restUntil, mails: mails.length, planned, waiting: waits, attention: asks, unsent: lies };
}

/** What a page shows of a large office. All mails stay, for how many they are is confirmed. */
export function bounded(summary: ReminderSummary, most: number): ReminderSummary {
  const { mails, waiting, attention, unsent, feedback } = summary;
  const more = ({ length }: readonly unknown[]): number => Math.max(0, length - most);
  return {
    ...summary,
    mails: mails.map((mail) => ({ ...mail, items: onePerReader(mail.items) })),
    waiting: waiting.slice(0, most),
    attention: attention.slice(0, most),
    unsent: unsent.slice(0, most),
    feedback: more(feedback) === 0 ? feedback : settledLast(feedback).slice(0, most),
    rest: { waiting: more(waiting), attention: more(attention), unsent: more(unsent), feedback: more(feedback) },
  };
}

/** Of those that are settled nobody has to note anything. */
function settledLast(papers: readonly FeedbackLine[]): readonly FeedbackLine[] {
  const isSettled = ({ settled }: FeedbackLine): boolean => settled === true;
  return [...papers.filter((paper) => !isSettled(paper)), ...papers.filter(isSettled)];
}

function onePerReader(items: MailReport['items']): MailReport['items'] {
  const readers = new Map<string, MailReport['items'][number]>();
  for (const item of items) if (!readers.has(readerName(item))) readers.set(readerName(item), item);
  return [...readers.values()];
}

/** A mail as it will be or was handed over. */
export function mailReport(mail: Mail, letter: Letter, fate: MailFate, reason = ''): MailReport {
  return {
    mail: mail.number,
    receiver: mail.receiver,
    fate,
    reason,
    subject: letter.subject,
    text: letter.text,
    attachments: letter.attachments.map(({ name }) => name),
    items: mail.items.map(itemReport),
  };
}

function itemReport({ key, title, text }: DueItem): MailReport['items'][number] {
  const { year, department, subject, due, level, role } = key;
  return { year, department, subject, due, level, role, title, text };
}

/** The line as people see it. */
export function lineReport({ key, reason, receiver, mail, changedAt, ...line }: LedgerLine): LineReport {
  const { year, department, subject, due, level, role } = key;
  const state = reminderStateWords[line.state];
  return { year, department, subject, due, level, role, state, reason, receiver, mail, changedAt };
}

/** The lines that a person must settle. */
export function needsPerson({ state }: Pick<LedgerLine, 'state'>): boolean {
  return state === 'unknown' || state === 'failed';
}

/** Lines by the word of their state; states without lines are left out. */
export function countStates(lines: readonly LedgerLine[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state } of lines) counts[reminderStateWords[state]] = (counts[reminderStateWords[state]] ?? 0) + 1;
  return counts;
}

/** For the screen. A dry run shows every text in full. */
export function reminderText(summary: ReminderSummary): string {
  const { dryRun, day, mails, waiting, attention } = summary;
  return [
    `${dryRun ? '催办（先看，不发送，什么都不写）' : '催办'}：按 ${longDay(day)} 计算。`,
    ...restLines(summary),
    ...farLines(summary),
    ...(summary.placeDoubt === '' ? [] : [`${summary.placeDoubt}发送以前要由人确认。`]),
    ...(mails.length === 0 && waiting.length === 0 ? ['没有要催办的事项。'] : []),
    ...mails.flatMap((mail) => (dryRun ? fullMail(mail) : [shortMail(mail)])),
    ...listed('还在等待', waiting, waitingLine),
    ...feedbackLines(summary.feedback),
    ...listed('需要人工处理（nianbao ledger --settle 通知编号=已发 或 =未发）', attention, attentionLine),
    ...unsentLines(summary),
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

function farLines({ farYear, dryRun }: ReminderSummary): readonly string[] {
  if (farYear === null || !dryRun) return [];
  return [
    `这一天离报告年度 ${String(farYear)} 年很远，请先看电脑的日期对不对；确实要发送时加 --year ${String(farYear)}。`,
  ];
}

function shortMail(report: MailReport): string {
  const { fate, mail, receiver, subject, reason, items } = report;
  const why = reason === '' ? '' : `（${reason}）`;
  return `  ${mailFateWords[fate]} ${mail} → ${whom(report)} ${receiver} ${subject}，共 ${String(items.length)} 条${why}`;
}

/** Who sits behind the mailbox: `司法所`, `司法所分管领导`, `主要领导`, `办公室`. */
function whom({ items }: MailReport): string {
  return [...new Set(items.map(readerName))].join('、');
}

function fullMail(report: MailReport): readonly string[] {
  const { mail, receiver, subject, text, attachments } = report;
  return [
    '',
    `── ${mail} → ${whom(report)} ${receiver}`,
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

/** What departments have said of their papers; nothing while none has. */
export function feedbackLines(lines: readonly FeedbackLine[]): readonly string[] {
  const said = lines.filter((line) => feedbackText(line) !== '');
  if (said.length === 0) return [];
  const rest = said.length - mostListed;
  return [
    '',
    `督办台账（单位填的、办公室登记的，任务是否完成只看“任务进展”；共 ${String(lines.length)} 张单，${String(said.length)} 张有反馈）：`,
    ...said.slice(0, mostListed).map((line) => `  ${line.code} ${line.department}：${feedbackText(line)}`),
    ...(rest > 0 ? [`  ……还有 ${String(rest)} 条，见“结果”的“督办台账”`] : []),
  ];
}

function waitingLine({ level, department, subject, role, reason }: LineReport): string {
  return `${level} ${department} ${subject}（${role}）：${reason === '' ? '待发' : reason}`;
}

/** The line for a person, with the number it is settled by. */
export function attentionLine({ state, level, department, subject, due, role, mail, reason }: LineReport): string {
  return `${state} ${mail} ${level} ${department} ${subject} ${due}（${role}）${reason === '' ? '' : `：${reason}`}`;
}

/** Those of earlier runs. */
function unsentLines({ unsent, outbox, mails }: ReminderSummary): readonly string[] {
  const before = unsent.filter(({ mail }) => mails.every((one) => one.mail !== mail));
  if (before.length === 0) return [];
  const lines = before.slice(0, mostListed).map(({ mail, departments, writtenOn, isLate, isGone }) => {
    const said = `${isLate ? '，已满两个工作日' : ''}${isGone ? '，文件已不在发件箱' : ''}`;
    return `  ${mail} ${departments.join('、')}，${longDay(writtenOn)}写入${said}`;
  });
  return ['', `以前${writtenText(before.length, outbox)}`, ...lines, `  ${unsentRemedy}`];
}

function countLine({ counts, mails, dryRun, channel, outbox }: ReminderSummary): string {
  const all = Object.entries(counts).map(([word, count]) => `${word} ${String(count)}`);
  const ledger = all.length === 0 ? '催办记录还是空的' : `催办记录：${all.join('、')}`;
  if (dryRun) return `\n要发 ${String(mails.length)} 封。${ledger}。`;
  const count = mails.filter(({ fate }) => fate === 'sent' || fate === 'written').length;
  const done = channel === '发件箱' ? writtenText(count, outbox) : `已发 ${String(count)} 封`;
  return `\n${done}。${ledger}。`;
}
