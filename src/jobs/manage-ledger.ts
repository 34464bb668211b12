/** 催办记录 for people: what is open, what became of a mail nobody knows of, and what to hold true after damage. */
import type { Editions } from '../core/edition/open-edition';
import type { JobAnswer } from '../contract/answer';
import type { LedgerOrder } from '../contract/orders';
import type { LedgerDetails, LineReport } from '../contract/reminders';
import type { LedgerLine } from '../core/reminders/ledger/ledger';
import { lastSettled, takeBack } from '../core/reminders/ledger/take-back';
import { settle, settleMoved } from '../core/reminders/ledger/ledger-steps';
import { rebuildLedger } from '../core/reminders/ledger/rebuild-ledger';
import { attentionLine, countStates, feedbackLines, lineReport, needsPerson } from '../core/reminders/reminder-summary';
import { folderNames } from '../core/base/office-names';
import { reminderStateWords } from '../core/base/state-words';
import { keyText } from '../core/reminders/due-item';
import { unsentRemedy } from '../core/reminders/unsent-mails';
import { hashOf } from '../google/digest';
import { today, underLock } from '../google/run-guard';
import { findDue } from './steps/find-due';
import { findWorkspace } from './steps/find-workspace';
import { placeDoubtText, placeRemedies } from '../core/reminders/ledger/place-doubt';
import type { Problem } from '../core/base/problem';
import { problemLines } from '../core/report/summary';
import { problemsText } from '../core/report/summary-text';
import { showLedger } from './steps/ledger/show-ledger';
import { refusedAnswer } from './steps/job-answer';
import {
  acceptLedger,
  linesOfJournal,
  mailsHandedOver,
  mailsInOutbox,
  mailsTaken,
  refuseDamaged,
  saveLedger,
  type Ledger,
} from './steps/ledger/ledger-store';
import { busy } from './steps/office-answer';
import { channelOf, momentOf, tryOpen } from './steps/prepare-reminders';
import { dayOfOrder, readHub, readOffice } from './steps/read-office';
import { failureWords } from '../core/base/failure-words';

/** Exit 1 while lines wait for a person. */
export function manageLedger(order: LedgerOrder, editions: Editions): JobAnswer {
  const { settle: decision, accept } = order;
  if (accept) return underLock(() => acceptAsItIs(order, editions)) ?? busy;
  if (decision) return underLock(() => settleLines(decision, order.all === true, editions)) ?? busy;
  const ledger = openFromHub(editions);
  if ('exit' in ledger) return ledger;
  return told(ledger, { all: order.all === true, lead: placeLead(ledger) }, { papers: papersText(editions) });
}

/** What is said of papers; where the departments cannot be read, why. */
function papersText(editions: Editions): readonly string[] {
  const office = readOffice(editions, { isForLooking: true });
  return 'exit' in office ? ['', `督办台账没有读到：${office.text}`] : feedbackLines(office.feedback);
}

/** The ledger without reading any department. */
function openFromHub(editions: Editions): Ledger | JobAnswer {
  const hub = readHub(findWorkspace(), editions);
  if ('exit' in hub) return hub;
  const ledger = tryOpen(hub.workspace, hub.settings);
  return 'damage' in ledger ? refuseDamaged(ledger) : ledger;
}

function settleLines({ mail, to }: Decision, all: boolean, editions: Editions): JobAnswer {
  const ledger = openFromHub(editions);
  if ('exit' in ledger) return ledger;
  if (ledger.place.doubt !== null) return refusedAnswer([placeLead(ledger), ...placeRemedies].join('\n'));
  return to === 'back' ? takeBackLines(ledger, mail, all) : registerLines(ledger, { mail, to }, all);
}

type Decision = NonNullable<LedgerOrder['settle']>;

/** What a person registered wrongly is open again; nothing is sent by that. */
function takeBackLines(ledger: Ledger, mail: string, all: boolean): JobAnswer {
  const { workspace, lines: before } = ledger;
  const told = linesOfJournal(ledger);
  const which = mail === folderNames.outbox ? lastSettled(told) : mail.includes('|') ? [mail] : mail;
  const files = { outbox: mailsInOutbox(workspace), taken: mailsTaken(workspace) };
  const lines = takeBack(before, which, { told, ...files }, momentOf(today()));
  if (typeof lines === 'string') return refusedAnswer(`“${mail}”没有撤回，什么都没有改：${lines}`);
  const changed = lines.filter((line, index) => line !== before[index]);
  const states = [...new Set(changed.map(({ mail: own, state }) => `${own} 现在是“${reminderStateWords[state]}”`))];
  const lead = `已撤回登记：${states.join('；')}。程序不会因此再发，请重新登记。`;
  return saved(ledger, (open) => saveLedger(open, lines), { all, lead });
}

function registerLines(
  ledger: Ledger,
  { mail, to }: Decision & { readonly to: 'sent' | 'queued' },
  all: boolean,
): JobAnswer {
  const lines = settle(ledger.lines, meantBy(mail, ledger.lines), to, momentOf(today()));
  const lying = to === 'queued' ? mailsHandedOver(ledger.workspace) : new Set<string>();
  const again = ledger.lines.find(
    (line, index) => line !== lines[index] && line.state === 'written' && lying.has(line.mail),
  );
  // Its file can still be sent, or lies where a person has put what was sent.
  if (again)
    return refusedAnswer(
      `${again.mail} 的文件还在发件箱或“已发”里，什么都没有改。还没有发的，直接发送这个文件；要重新写的，先删去它。`,
    );
  if (lines === ledger.lines) {
    return refusedAnswer(
      `“${mail}”没有已写入发件箱、状态不明或失败的记录，什么都没有改。运行 nianbao ledger 可以看到要处理的编号。`,
    );
  }
  const word = to === 'sent' ? '已发' : '未发，下次运行重新发送';
  return saved(ledger, (before) => saveLedger(before, lines), { all, lead: `已登记：${mail} ${word}。` });
}

/** A key, all that lies in 发件箱, or one mail. */
function meantBy(mail: string, lines: readonly LedgerLine[]): string | readonly string[] {
  if (mail.includes('|')) return [mail];
  if (mail !== folderNames.outbox) return mail;
  return lines.filter(({ state }) => state === 'written').map(({ key }) => keyText(key));
}

function acceptAsItIs({ asOf = null, all = false }: LedgerOrder, editions: Editions): JobAnswer {
  const day = dayOfOrder(asOf);
  if (typeof day !== 'string') return day;
  const office = readOffice(editions, { day, judged: 'day' });
  if ('exit' in office) return office;
  const opened = tryOpen(office.workspace, office.settings);
  if ('exit' in opened) return opened;
  if (!('damage' in opened) && opened.place.doubt === null) {
    return told(opened, { all, lead: '催办记录没有损坏，什么都没有改。' });
  }
  const { rest, damage } = 'damage' in opened ? opened : { rest: opened, damage: [] };
  if (rest === null)
    return refusedAnswer('催办记录里有认不出的行，请先按下面的位置改好或删去这些行，再以现状为准。', damage);
  const tools = { channel: channelOf(office.workspace, null), hash: hashOf };
  const lines = rebuildLedger(rest.lines, findDue(office).value, momentOf(day), tools);
  const lead = '已以现状为准。没有发出记录的事项列为“状态不明”，请逐项确认是否已发。';
  return saved(rest, (before) => acceptLedger(before, lines), { all, lead });
}

/** What a person must know of a workspace that is not the one this computer knows; empty where it is. */
function placeLead({ place: { doubt, mark }, lines }: Ledger): string {
  return doubt === null ? '' : placeDoubtText(doubt, mark, lines);
}

function saved(ledger: Ledger, save: (ledger: Ledger) => Ledger, { all, lead }: Said): JobAnswer {
  try {
    const kept = save(ledger);
    return told(kept, { all, lead }, { problems: showLedger(kept) });
  } catch (error) {
    return refusedAnswer(`催办记录没有写成：${failureWords(error)}`);
  }
}

interface Said {
  readonly all: boolean;
  readonly lead: string;
}

/** A file that was moved to what was sent counts as sent at once; the next run writes that down. */
function told(
  ledger: Ledger,
  { all, lead }: Said,
  { problems = [], papers = [] }: { readonly problems?: readonly Problem[]; readonly papers?: readonly string[] } = {},
): JobAnswer {
  const lines = settleMoved(ledger.lines, mailsTaken(ledger.workspace), momentOf(today()));
  const open = lines.filter((line) => needsPerson(line) || line.state === 'written');
  const shown = (all ? lines : open).map(lineReport);
  const details: LedgerDetails = { lines: shown, counts: countStates(lines) };
  const leads = [...(lead === '' ? [] : [lead]), ...(problems.length === 0 ? [] : problemsText(problems))];
  const text = [...leads, countText(lines), ...shown.map(lineText), ...howTo(open), ...papers].join('\n');
  const exit = open.some(needsPerson) || problems.length > 0 ? 1 : 0;
  return { exit, text, files: [], problems: problemLines(problems), summary: null, details };
}

function countText(lines: readonly LedgerLine[]): string {
  const counts = Object.entries(countStates(lines)).map(([word, count]) => `${word} ${String(count)}`);
  return counts.length === 0 ? '催办记录还是空的。' : `催办记录：${counts.join('、')}`;
}

function lineText(line: LineReport): string {
  return `  ${attentionLine(line)}`;
}

function howTo(open: readonly LedgerLine[]): readonly string[] {
  if (open.length === 0) return [];
  return [
    ...(open.some(({ state }) => state === 'written') ? [`已写入发件箱的还没有发出。${unsentRemedy}。`] : []),
    ...(open.some(needsPerson) ? howToSettle : []),
  ];
}

const howToSettle = [
  '处理：按通知编号在已发邮件或收件单位那里查一下，然后',
  '  nianbao ledger --settle 通知编号=已发   （对方收到了，不再发送）',
  '  nianbao ledger --settle 通知编号=未发   （对方没有收到，下次运行重新发送）',
  '登记错了的：nianbao ledger --settle 通知编号=撤回',
];
