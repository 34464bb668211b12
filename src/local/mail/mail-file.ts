/** A mail as the bytes of an .eml file; the same mail gives the same bytes. */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';

export interface LocalMail {
  /** One address. */
  readonly to: string;
  /** The address the mail comes from. */
  readonly from: string;
  /** What is shown for that address. */
  readonly name: string;
  /** Empty for none. */
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** ISO time. */
  readonly date: string;
  /** Opened from a folder it is a draft that can be sent, in programs that know the mark. */
  readonly isDraft: boolean;
  readonly attachments: readonly MailAttachment[];
}

interface MailAttachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Boundaries and id are made from the content, where a mail program would make them by chance. */
export async function makeMailFile(mail: LocalMail): Promise<Uint8Array> {
  const mark = numberHash(mail);
  const composer = new MailComposer({
    from: { name: mail.name, address: mail.from },
    to: { name: '', address: mail.to },
    ...(mail.replyTo !== '' && { replyTo: { name: '', address: mail.replyTo } }),
    subject: mail.subject,
    text: mail.text,
    ...(mail.html !== '' && { html: mail.html }),
    date: new Date(mail.date),
    messageId: `<${mark}@nianbao.invalid>`,
    baseBoundary: mark.slice(0, 16),
    ...(mail.isDraft && { headers: { 'X-Unsent': '1' } }),
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments: mail.attachments.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
    })),
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, message) => {
      if (error) reject(error);
      else resolve(message);
    });
  });
}

function numberHash({ attachments, ...facts }: LocalMail): string {
  const hash = createHash('sha256').update(JSON.stringify(facts));
  for (const { name, bytes } of attachments) hash.update(name).update(bytes);
  return hash.digest('hex').slice(0, 32);
}
