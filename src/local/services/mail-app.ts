/** The service MailApp: mails become files in 发件箱, or go to a mail server where the command line names one. */
import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderNames, sentFolder } from '../../core/base/office-names';
import { Refusal } from '../../core/base/refusal';
import { serviceWords } from '../../core/base/service-words';
import {
  createFileDurably,
  folderErrorText,
  ownOnly,
  removeQuietly,
  syncFolder,
  writeFileDurably,
} from '../base/atomic-write';
import { statOf } from '../base/workspace';
import type { LocalMail } from '../mail/mail-file';
import type { MailAnswer, MailTask } from '../mail/mail-worker';
import type { SmtpServer } from '../mail/smtp-send';
import { unwrap } from './service';
import { ServiceError } from './service-error';
import { onlyKnown, unsupported } from './sheets-grid';
import { bytesOfBlob, type LocalBlob } from './utilities';

/** Where mails go: `server` null is 发件箱. `from` is the address the server sends as. */
export interface MailRoute {
  readonly server: SmtpServer | null;
  readonly from: string;
}

/** What is supported of the service. */
export interface MailAppLocal {
  readonly sendEmail: (message: object) => void;
  readonly getRemainingDailyQuota: () => number;
}

/** A mail as the script gives it. */
interface Message {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string;
  readonly name: string;
  readonly replyTo: string;
  readonly attachments: readonly LocalBlob[];
}

/** Neither the folder nor a mail server counts: as many as Google allows an office. */
const dailyQuota = 1500;
/** In files no account stands behind; programs put in the account that sends them. */
const nobody = 'nianbao@nianbao.invalid';
const address = /^[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}$/u;

type AskMail = (task: MailTask) => MailAnswer | null;
type SendTask = Extract<MailTask, { readonly server: SmtpServer }>;

/** Behind the number of a mail of which nobody knows whether the server took it. */
const doubtfulSuffix = '（不能确定是否发出）';

/** `ask` hands a task to the mail thread; null is no answer. */
export function makeMailApp(folder: string, route: MailRoute, ask: AskMail): MailAppLocal {
  return {
    getRemainingDailyQuota: () => dailyQuota,
    sendEmail: (given) => {
      const message = readMessage(given);
      const number = numberOf(message);
      const mail = mailOf(message, number, route);
      if (route.server === null) putIntoOutbox(folder, number, () => bytesOf(ask({ mail })));
      else sendWithCopy(folder, number, { mail, server: route.server }, ask);
    },
  };
}

function readMessage(given: object): Message {
  const members = ['to', 'subject', 'body', 'htmlBody', 'name', 'replyTo', 'attachments'];
  onlyKnown(given, members, 'MailApp.sendEmail');
  const blank: Message = { to: '', subject: '', body: '', htmlBody: '', name: '', replyTo: '', attachments: [] };
  const message: Message = { ...blank, ...given };
  if (!isAddress(message.to)) throw notSent('收件人不是一个有效的邮箱 (invalid email)');
  if (message.replyTo !== '' && !isAddress(message.replyTo)) throw notSent('回复邮箱无效 (invalid email)');
  if (/\p{Cc}/u.test(message.subject + message.name)) throw notSent('主题含有控制字符 (invalid subject)');
  return message;
}

function isAddress(text: string): boolean {
  return text.length <= 254 && address.test(text);
}

/** 通知编号 stands in the mail's last line, where its reader finds it too. */
function numberOf({ body }: Message): string {
  const number = /通知编号：([\p{L}\p{N}_-]{1,80})\s*$/u.exec(body)?.[1];
  if (number === undefined) throw notSent('正文最后一行不是“通知编号：…” (no number)');
  return number;
}

function mailOf(message: Message, number: string, { server, from }: MailRoute): LocalMail {
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(number)?.[0] ?? '2000-01-01';
  const attachments = message.attachments.map(attachmentOf);
  return {
    to: message.to,
    from: server === null ? message.replyTo || nobody : from,
    name: message.name,
    replyTo: message.replyTo,
    subject: message.subject,
    text: message.body,
    html: message.htmlBody,
    // A file says the day of the notice, so that making it again gives the same file.
    date: server === null ? `${day}T08:00:00+08:00` : new Date().toISOString(),
    isDraft: server === null,
    attachments: server === null ? attachments : inOnePiece(attachments),
  };
}

function attachmentOf(blob: Message['attachments'][number]): LocalMail['attachments'][number] {
  const bytes = bytesOfBlob(unwrap(blob));
  if (!bytes) throw unsupported('MailApp.sendEmail attachments (not a blob)');
  return { name: blob.getName() ?? '', type: blob.getContentType() ?? 'application/octet-stream', bytes };
}

/** A hundred small pieces take the thread longer to receive than to put into a mail. */
function inOnePiece(attachments: LocalMail['attachments']): LocalMail['attachments'] {
  const all = new Uint8Array(attachments.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let end = 0;
  return attachments.map(({ name, type, bytes }) => {
    all.set(bytes, end);
    end += bytes.length;
    return { name, type, bytes: all.subarray(end - bytes.length, end) };
  });
}

/** A file of that name is that mail, handed over before: it stays as it is. */
function putIntoOutbox(folder: string, number: string, bytes: () => Uint8Array): void {
  const outbox = join(folder, folderNames.outbox);
  const path = join(outbox, `${number}.eml`);
  if (statOf(path)) return;
  try {
    makeFolder(outbox);
    createFileDurably(path, bytes(), ownOnly);
  } catch (error) {
    // Somebody else put it there a moment ago, or it was placed and only the folder's own record failed.
    if (!statOf(path)) throw unavailable(serviceWords(error));
  }
}

/** The copy is written before the mail leaves, and gets its name once the server has it: a full disk keeps a mail from leaving. */
function sendWithCopy(folder: string, number: string, task: SendTask, ask: AskMail): void {
  const place = join(folder, folderNames.outbox, sentFolder);
  const draft = join(place, `.~${String(process.pid)}-${number}.eml`);
  try {
    makeFolder(place);
    writeFileDurably(draft, bytesOf(ask({ mail: task.mail })), ownOnly);
  } catch (error) {
    throw unavailable(serviceWords(error));
  }
  const answer = ask(task);
  const outcome = answer !== null && 'outcome' in answer ? answer.outcome : 'unknown';
  if (outcome === 'sent') renameDurably(draft, join(place, `${number}.eml`));
  else if (outcome === 'unknown') renameDurably(draft, join(place, `${number}${doubtfulSuffix}.eml`));
  else removeQuietly(draft);
  send(answer);
}

/** What becomes of the copy changes nothing about the mail. */
function renameDurably(from: string, to: string): void {
  try {
    renameSync(from, to);
    syncFolder(dirname(to));
  } catch {
    removeQuietly(from);
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new Refusal(folderErrorText(path, error), { cause: error });
  }
}

function bytesOf(answer: MailAnswer | null): Uint8Array {
  if (answer !== null && 'bytes' in answer) return answer.bytes;
  throw new ServiceError(`邮件没有做成：${answer?.why ?? '邮件线程没有回应'}`);
}

function send(answer: MailAnswer | null): void {
  if (answer === null || !('outcome' in answer)) throw doubtful('邮件线程没有回应');
  const { outcome, why } = answer;
  if (outcome === 'refused') throw notSent(`邮件服务器拒收：${why}`);
  if (outcome === 'later') throw later(why);
  if (outcome === 'unavailable') throw unavailable(why);
  if (outcome === 'unknown') throw doubtful(why);
}

/** The words by which the script knows what has become of the mail. */
function notSent(why: string): Error {
  return new Refusal(`邮件未发出：${why}`);
}

function later(why: string): Error {
  return new Refusal(`邮件未发出，对方服务器请稍后再投：${why}`);
}

function unavailable(why: string): Error {
  return new Refusal(`邮件未发出，现在也发不了别的：${why}`);
}

function doubtful(why: string): Error {
  return new Refusal(`不知道邮件发出没有：${why}`);
}
