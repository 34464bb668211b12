/**
 * A mail as the bytes of an .eml file; the same mail gives the same bytes. The build makes a script of this file (see mail-here): a
 * thread would take longer to start, and to be handed the papers, than the work takes.
 */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type MimeNode from 'nodemailer/lib/mime-node';
import { encode, wrap } from 'nodemailer/lib/qp';

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
export function makeMailFile(mail: LocalMail): Uint8Array {
  const bytes = Buffer.concat(piecesOf(composed(mail).compile()));
  const last = bytes[bytes.length - 1];
  return last === 0x0a ? bytes : Buffer.concat([bytes, Buffer.from(last === 0x0d ? '\n' : '\r\n')]);
}

/** The mail as the library has it. */
export function composed(mail: LocalMail): MailComposer {
  const mark = numberHash(mail);
  return new MailComposer({
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
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    })),
  });
}

/** What the library's `build` gives, which makes a row of streams for each part; a mail may carry a hundred. */
function piecesOf(node: MimeNode): readonly Uint8Array[] {
  const head = Buffer.from(`${node.buildHeaders()}\r\n\r\n`);
  const { childNodes } = node;
  if (childNodes.length === 0) return [head, contentOf(node)];
  // The headers name it, and so make it.
  const line = `--${String(node.boundary)}`;
  const parts = childNodes.flatMap((child, index) => [
    Buffer.from(`${index > 0 ? '\r\n' : ''}${line}\r\n`),
    ...piecesOf(child),
  ]);
  return [head, ...parts, Buffer.from(`\r\n${line}--\r\n`)];
}

function contentOf(node: MimeNode): Uint8Array {
  const { content = '' } = node;
  if (typeof content !== 'string' && !Buffer.isBuffer(content)) throw new Error('a mail of texts and bytes alone');
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const encoding = node.getTransferEncoding();
  if (encoding === 'base64') return inLines(bytes);
  return encoding === 'quoted-printable' ? Buffer.from(wrap(encode(bytes)), 'latin1') : bytes;
}

const lineLength = 76;

/** In base64, in lines of 76 signs. */
function inLines(content: Buffer): Buffer {
  const signs = Buffer.from(content.toString('base64'), 'latin1');
  const breaks = Math.max(0, Math.ceil(signs.length / lineLength) - 1);
  // Every line and every break is of an even length, and so each break is left where it belongs.
  const lines = Buffer.alloc(signs.length + 2 * breaks, '\r\n');
  for (let line = 0; line <= breaks; line++) {
    const start = line * lineLength;
    signs.copy(lines, start + 2 * line, start, start + lineLength);
  }
  return lines;
}

function numberHash({ attachments, ...facts }: LocalMail): string {
  const hash = createHash('sha256').update(JSON.stringify(facts));
  for (const { name, bytes } of attachments) hash.update(name).update(bytes);
  return hash.digest('hex').slice(0, 32);
}
