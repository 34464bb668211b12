/** Who is to be told what, or was: the mails with their full text, what waits, and what a person must settle. */
import type { ReminderSummary, LineReport, MailReport, UnsentMail } from '../../contract/reminders';
import { folderNames } from '../../core/base/office-names';
import { readerName } from '../../core/base/reader-name';
import { mailFateWords, type MailFate } from '../../core/base/state-words';
import { feedbackBoard, type NoteFeedback } from './feedback-board';
import { make, makeButton, makeSection, makeTable, type TableColumns } from './make-element';

/** What a person found out about a mail of which the program does not know whether it left. */
export type Settle = (mail: string, to: 'sent' | 'queued') => Promise<void>;

/** Everything the details say, in the order in which it matters. */
export function remindersView(details: ReminderSummary, settle: Settle, note: NoteFeedback): HTMLElement {
  const { attention, waiting, counts, feedback, unsent, outbox, rest } = details;
  return make(
    'div',
    {},
    attention.length === 0
      ? null
      : makeSection('需要您处理的', settleHint(), attentionTable(attention, settle), restNote(rest?.attention)),
    unsent.length === 0
      ? null
      : makeSection(
          `已写入发件箱（${String(unsent.length + (rest?.unsent ?? 0))} 封，尚未发出）`,
          ...unsentParts(unsent, outbox, settle),
          restNote(rest?.unsent),
        ),
    makeSection(mailsHeading(details), ...mailItems(details)),
    waiting.length === 0 ? null : makeSection('还在等待的', waitingTable(waiting), restNote(rest?.waiting)),
    feedback.length === 0 ? null : feedbackBoard(feedback, note, restNote(rest?.feedback, '“结果”的“督办台账”')),
    make('p', { class: 'hint' }, countText(counts)),
  );
}

function restNote(count = 0, where = '“催办记录”'): HTMLElement | null {
  return count === 0 ? null : make('p', { class: 'hint' }, `另有 ${String(count)} 项，见${where}。`);
}

const unsentColumns: TableColumns<UnsentMail> = {
  通知编号: ({ mail }) => mail,
  单位: ({ departments }) => departments.join('、'),
  写入: ({ writtenOn, isLate, isGone }) =>
    `${writtenOn}${isLate ? '，已满两个工作日' : ''}${isGone ? '，文件已不在发件箱' : ''}`,
};

/** A person opens and sends the files, and says so here. */
function unsentParts(unsent: readonly UnsentMail[], outbox: string, settle: Settle): HTMLElement[] {
  const sent = ({ mail, departments }: UnsentMail): HTMLElement =>
    settleButton(`${departments.join('、')} ${mailFateWords.sent}`, mailFateWords.sent, () => settle(mail, 'sent'));
  return [
    make('p', {}, '双击文件，在邮件程序里发送，然后在这里登记。文件在：', make('code', {}, outbox)),
    makeTable('发件箱里的通知', { ...unsentColumns, 登记: sent }, unsent),
    make(
      'p',
      { class: 'buttons' },
      makeButton('全部已发', () => settle(folderNames.outbox, 'sent'), 'small'),
    ),
  ];
}

function mailsHeading({ dryRun, mails }: ReminderSummary): string {
  const number = String(mails.length);
  if (dryRun) return mails.length === 0 ? '没有要发的通知' : `要发的通知（${number} 封）`;
  return mails.length === 0 ? '没有发出通知' : `这一次的通知（${number} 封）`;
}

function mailItems({ mails, dryRun }: ReminderSummary): HTMLElement[] {
  return mails.map((mail) => mailItem(mail, dryRun));
}

const fateLooks: Readonly<Record<MailFate, string>> = {
  planned: 'is-note',
  written: 'is-good',
  sent: 'is-good',
  failed: 'is-error',
  unknown: 'is-error',
};

function mailItem(
  { receiver, fate, reason, subject, text, attachments, items, mail }: MailReport,
  dryRun: boolean,
): HTMLElement {
  const readers = [...new Set(items.map(readerName))];
  const why = reason === '' ? '' : `，${reason}`;
  return make(
    'details',
    { class: fateLooks[fate] },
    make(
      'summary',
      {},
      dryRun ? null : make('span', { class: 'level' }, mailFateWords[fate]),
      make('strong', {}, readers.join('、')),
      ` ${receiver} ${subject}${why}`,
    ),
    attachments.length === 0 ? null : make('p', {}, `附件：${attachments.join('、')}`),
    make('pre', {}, text),
    text.includes(mail) ? null : make('p', { class: 'hint' }, `通知编号：${mail}`),
  );
}

const lineColumns: TableColumns<LineReport> = {
  事项: ({ subject }) => subject,
  级别: ({ level }) => level,
  单位: ({ department }) => department,
  告知: readerName,
  时限: ({ due }) => due,
  原因: ({ state, reason }) => (reason === '' ? state : `${state}：${reason}`),
};

function waitingTable(lines: readonly LineReport[]): HTMLElement {
  return makeTable('到期了，但这一次不发', lineColumns, lines);
}

function settleHint(): HTMLElement {
  return make(
    'p',
    {},
    '程序不知道这些通知有没有送到，不会自己再发。请在邮箱“已发送”里按通知编号查一下，或者问收件单位，再选：',
  );
}

function attentionTable(lines: readonly LineReport[], settle: Settle): HTMLElement {
  const buttons = (line: LineReport): HTMLElement =>
    make(
      'span',
      { class: 'buttons' },
      settleButton(`${readerName(line)} ${mailFateWords.sent}`, mailFateWords.sent, () => settle(line.mail, 'sent')),
      settleButton(`${readerName(line)} ${mailFateWords.planned}，重新排队`, mailFateWords.planned, () =>
        settle(line.mail, 'queued'),
      ),
    );
  return makeTable('有没有送到', { ...lineColumns, 通知编号: ({ mail }) => mail, 处理: buttons }, lines);
}

function settleButton(spoken: string, caption: string, work: () => Promise<void>): HTMLElement {
  const button = makeButton(caption, work, 'small');
  button.setAttribute('aria-label', spoken);
  return button;
}

function countText(counts: ReminderSummary['counts']): string {
  const words = Object.entries(counts).map(([state, count]) => `${state} ${String(count)}`);
  return words.length === 0 ? '催办记录还是空的。' : `催办记录：${words.join('，')}。`;
}
