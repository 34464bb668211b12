/** A mail as the bytes of an .eml file; the same mail gives the same bytes. */
import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import MailComposer from 'nodemailer/lib/mail-composer';
import type MimeNode from 'nodemailer/lib/mime-node';

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
  const root = composed(mail).compile();
  return root.childNodes.length === 0 ? root.build() : Buffer.concat(await piecesOf(root));
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

/** What the library's `build` gives, which makes a row of streams for each attachment; a mail may carry a hundred. */
async function piecesOf(node: MimeNode): Promise<readonly Uint8Array[]> {
  const { content, childNodes } = node;
  if (childNodes.length > 0) {
    const pieces: Uint8Array[] = [Buffer.from(`${node.buildHeaders()}\r\n\r\n`)];
    // The headers name it, and so make it.
    const line = `--${String(node.boundary)}`;
    for (const [index, child] of childNodes.entries())
      pieces.push(Buffer.from(`${index > 0 ? '\r\n' : ''}${line}\r\n`), ...(await piecesOf(child)));
    return [...pieces, Buffer.from(`\r\n${line}--\r\n`)];
  }
  const isFile = Buffer.isBuffer(content) && node.getTransferEncoding() === 'base64';
  return [isFile ? Buffer.from(`${node.buildHeaders()}\r\n\r\n${inLines(content)}`) : await streamed(node)];
}

/** In base64, in lines of 76 signs. */
function inLines(content: Buffer): string {
  const signs = content.toString('base64');
  const lines = Array.from({ length: Math.ceil(signs.length / 76) }, (_, line) =>
    signs.slice(76 * line, 76 * (line + 1)),
  );
  return lines.join('\r\n');
}

async function streamed(node: MimeNode): Promise<Uint8Array> {
  const written = new PassThrough();
  node.stream(written, {}, (error) => {
    if (error) written.destroy(error);
    else written.end();
  });
  return buffer(written);
}

function numberHash({ attachments, ...facts }: LocalMail): string {
  const hash = createHash('sha256').update(JSON.stringify(facts));
  for (const { name, bytes } of attachments) hash.update(name).update(bytes);
  return hash.digest('hex').slice(0, 32);
}
