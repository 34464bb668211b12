/** Page 催办: first looked at, then sent. */
import type { JobAnswer } from '../contract/answer';
import type { FeedbackOrder, NotedSince } from '../contract/feedback';
import type { PageOrders } from '../contract/orders';
import type { ReminderSummary } from '../contract/reminders';
import { forgetTyped, type NotNoted } from './parts/feedback-board';
import { localMode } from './parts/file-links';
import { make, makeButton, makeSureButton, mostLines } from './parts/make-element';
import { failureNote, openPage, showIn } from './parts/page-frame';
import { makeProgressView, newWatchKey, watchWork } from './parts/run-progress';
import { callJob } from './parts/script-run';
import { headline } from './parts/show-answer';
import { problemGroups } from './parts/show-problems';
import { remindersView } from './parts/show-reminders';

const channel = localMode() ? '发件箱' : '邮件';
const body = openPage(
  '催办',
  localMode()
    ? '先看要提醒谁、说什么，确认后写入“发件箱”文件夹，每封一个文件；同一件事不会写两次。'
    : '先看要提醒谁、说什么，确认后以您的名义发出；同一件事不会发两次。',
);
const day = make('input', { id: 'day', type: 'date' });
const label = make('label', { for: 'day' }, '先看哪一天的（不填为今天；只有今天的可以发送）');
const lookButton = makeButton('先看', look, 'main');
const output = make('div', { class: 'output' });
body.replaceChildren(make('p', { class: 'field' }, label, day), make('p', { class: 'buttons' }, lookButton), output);
lookButton.focus();

/** Looks without writing anything; only what is due today may then be confirmed. */
async function look(): Promise<void> {
  const asOf = day.value === '' ? null : day.value;
  await show({ dryRun: true, asOf, channel }, (details) => (asOf === null ? sendPart(details) : null));
}

/** With what the person has confirmed: the 报告年度, far from today as it is, and that this workspace goes on. */
async function send({ farYear: year, placeDoubt, mails }: ReminderSummary): Promise<void> {
  const confirmed = {
    letters: mails.length,
    ...(year !== null && { year }),
    ...(placeDoubt !== '' && { resume: true }),
  };
  await show({ dryRun: false, asOf: null, channel, ...confirmed }, () => null);
}

async function settleMail(mail: string, to: 'sent' | 'queued'): Promise<void> {
  await changeLedger({ settle: { mail, to }, accept: false }, () => settledWrongly(mail));
}

/** A slip is mended where it was made. */
function settledWrongly(mail: string): HTMLElement {
  const takeBack = (): Promise<void> => changeLedger({ settle: { mail, to: 'back' }, accept: false });
  return make('p', { class: 'buttons' }, makeButton('登记错了，撤回这次登记', takeBack, 'small'));
}

/** What was changed is said above the list as it then stands. */
async function changeLedger(order: PageOrders['ledger'], after?: () => HTMLElement): Promise<void> {
  const answer = await callJob('ledger', order).catch(failureNote);
  await look();
  if (answer instanceof HTMLElement) output.prepend(answer);
  else output.prepend(headline(answer), ...(after && answer.exit !== 2 ? [after()] : []));
}

async function noteFeedback(order: FeedbackOrder): Promise<NotNoted | null> {
  const answer = await callJob('feedback', order).catch(failureNote);
  if (answer instanceof HTMLElement) return { why: answer, noted: null };
  if (answer.exit === 2)
    return { why: headline(answer), noted: (answer.details as NotedSince | undefined)?.noted ?? null };
  forgetTyped(order.code);
  await look();
  output.prepend(headline(answer));
  return null;
}

type Extra = (details: ReminderSummary) => HTMLElement | null;

async function show(order: PageOrders['remind'], extra: Extra): Promise<void> {
  const view = makeProgressView(['读取', '核对', '发送']);
  output.replaceChildren(view.element);
  const key = newWatchKey();
  const content = await watchWork(key, callJob('remind', { ...order, most: mostLines }, key), view.show).then(
    (answer) => answerParts(answer, extra),
    (error: unknown) => [failureNote(error)],
  );
  showIn(output, ...content);
}

function answerParts(answer: JobAnswer, extra: Extra): HTMLElement[] {
  const details = answer.details as ReminderSummary | undefined;
  if (details === undefined) return [headline(answer), ...acceptPart(answer), problemGroups(answer.problems)];
  const problems = answer.problems.length === 0 ? [] : [problemGroups(answer.problems)];
  const part = extra(details);
  return [
    summaryNote(answer.exit, details),
    ...(part ? [part] : []),
    remindersView(details, settleMail, noteFeedback),
    ...problems,
  ];
}

/** Restoring the records is better; where that cannot be done, a person may take them as they stand. */
function acceptPart({ problems }: JobAnswer): HTMLElement[] {
  if (!problems.some(({ code }) => code === 'ledger-damaged')) return [];
  const accept = (): Promise<void> => changeLedger({ settle: null, accept: true });
  const question = { sure: '确认以现状为准', warning: '没有发出记录的事项会列为状态不明，由您逐项确认。' };
  return [makeSureButton('不能恢复，以现状为准', question, accept, look)];
}

function summaryNote(
  exit: JobAnswer['exit'],
  { dryRun, day: judged, restUntil, left, mails, channel: way }: ReminderSummary,
): HTMLElement {
  const count = String(mails.filter(({ fate }) => fate === 'sent' || fate === 'written').length);
  const done = way === '发件箱' ? `已写入发件箱（${count} 封，尚未发出）` : `已发 ${count} 封`;
  const word = dryRun ? '先看：还没有发送，什么都没有写' : done;
  const limit =
    restUntil === null
      ? `今天还可以发 ${String(left)} 封。`
      : `这一天是休息日，不发送；下一个工作日 ${restUntil} 再发。`;
  return make(
    'div',
    { class: `note ${exit === 0 ? 'good' : 'warn'}` },
    make('h2', {}, word),
    make('p', {}, `按 ${judged} 计算。${dryRun ? limit : ''}`),
  );
}

/** The button says how many; what is confirmed is what was looked at. */
function sendPart(details: ReminderSummary): HTMLElement | null {
  const { mails, restUntil, left, farYear: far, placeDoubt } = details;
  if (mails.length === 0 || restUntil !== null || left === 0) return null;
  const number = String(mails.length);
  const doubt = far === null ? '' : `今天离报告年度 ${String(far)} 年很远，请先看电脑的日期对不对。`;
  const copied = placeDoubt === '' ? '' : `${placeDoubt}这 ${number} 封里可能有已经发过的，确实要从这里接着发吗？`;
  const isFile = details.channel === '发件箱';
  const what = `${isFile ? '写入发件箱' : '发送'} ${number} 封`;
  const after = isFile ? '写好的文件由您打开、发送。' : '发出以后不能收回。';
  const question = { sure: `确认${what}`, warning: `${copied}${doubt}${after}` };
  return makeSureButton(what, question, () => send(details), look);
}
