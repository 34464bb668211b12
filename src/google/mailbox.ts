/** Hands mails over, one receiver each, and tells what became of each. A mail is never tried a second time here. */
import { blobOf } from './blobs';
import { wordType } from './folders';
import { failureWords, says } from '../core/base/failure-words';

/** A mail ready to go. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Word files. */
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** What stands before the sender's address. */
  readonly sender: string;
  /** Where answers go; empty for the sending account. */
  readonly replyTo: string;
}

/**
 * `sent`: the service took it over, which is not yet delivery. `refused`: this mail was not sent. `later`: it was not sent, and
 * its receiver's server wants it again in a while. `closed`: it was not sent,
 * and no other can be now. `unknown`: it failed in a way that does not say whether it was sent.
 */
export interface SendOutcome {
  readonly outcome: 'sent' | 'refused' | 'later' | 'closed' | 'unknown';
  /** Why, without any address; empty when it was sent. */
  readonly reason: string;
}

/** How many receivers the service still takes today. */
export function quotaLeft(): number {
  return MailApp.getRemainingDailyQuota();
}

/** Hands the mail over. Never throws. */
export function sendMail(mail: OutgoingMail): SendOutcome {
  const { to, subject, text, html, attachments, sender, replyTo } = mail;
  try {
    MailApp.sendEmail({
      to,
      subject,
      body: text,
      ...(html !== '' && { htmlBody: html }),
      attachments: attachments.map(({ name, bytes }) => blobOf(bytes, wordType, name)),
      name: sender,
      ...(replyTo !== '' && { replyTo }),
    });
    return { outcome: 'sent', reason: '' };
  } catch (error) {
    return { outcome: outcomeOf(error), reason: failureWords(error).replace(localLead, '') };
  }
}

/** Texts by which services say that they took nothing, in the languages they speak to our users. */
const closedWords =
  /too many times|quota|limit exceeded: email recipients|not have permission|authorization|次数过多|配额|收件人.{0,40}上限|没有.{0,40}权限|授权|也发不了别的/iu;
const refusedWords = /invalid (?:email|argument)|limit exceeded|(?:邮件|邮箱|参数).{0,40}无效|超出限制|^邮件未发出/iu;

/** What the local services say when a server asks to come again. */
const laterWords = /^邮件未发出，对方服务器请稍后再投/u;

/** How the local services begin, which the outcome says already. */
const localLead = /^邮件未发出(?:，(?:现在也发不了别的|对方服务器请稍后再投))?[，：]/u;

/** Anything that is not known to mean the opposite may have been sent. */
function outcomeOf(error: unknown): SendOutcome['outcome'] {
  if (says(error, laterWords)) return 'later';
  if (says(error, closedWords)) return 'closed';
  return says(error, refusedWords) ? 'refused' : 'unknown';
}
