/** The thread that makes mail files and speaks to a mail server while the caller waits (see mail-app). */
import { serviceWords } from '../../core/base/service-words';
import { makeMailFile, type LocalMail } from './mail-file';
import { sendBySmtp, type SmtpOutcome, type SmtpServer } from './smtp-send';
import { serveThread } from '../base/thread-sync';

/** What the thread can be asked for: the bytes of a mail, or to hand it to a server. */
export type MailTask = { readonly mail: LocalMail } | { readonly mail: LocalMail; readonly server: SmtpServer };
export type MailAnswer = { readonly bytes: Uint8Array } | SmtpOutcome;

serveThread((task) => perform(task as MailTask));

async function perform(task: MailTask): Promise<MailAnswer> {
  try {
    const bytes = makeMailFile(task.mail);
    return 'server' in task ? await sendBySmtp(task.server, task.mail, bytes) : { bytes };
  } catch (error) {
    return { outcome: 'unavailable', why: serviceWords(error) };
  }
}
