/**
 * A mail as the bytes of an .eml file; the same mail gives the same bytes. The build makes a script of this file (see mail-here): a
 * thread would take longer to start, and to be handed the papers, than the work takes.
 */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type MimeNode from 'nodemailer/lib/mime-node';
import { buildHeaderValue, encodeWords, foldLines } from 'nodemailer/lib/mime-funcs';

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
  const { attachments } = mail;
  // Of papers the library makes one, and with it all that stands around them; beside no text one would not be a part.
  const areMany = mail.text !== '' && attachments.every(isPaper);
  const kept = areMany ? attachments.slice(0, 1) : attachments;
  const node = composed(mail, kept).compile();
  const bytes = Buffer.concat(piecesOf(node, attachments.slice(kept.length)));
  const last = bytes[bytes.length - 1];
  return last === 0x0a ? bytes : Buffer.concat([bytes, Buffer.from('\r\n')]);
}

/** The mail as the library has it, with these attachments. */
export function composed(mail: LocalMail, attachments = mail.attachments): MailComposer {
  const mark = numberHash(mail);
  return new MailComposer({
    from: { name: mail.name, address: mail.from },
    to: { name: '', address: mail.to },
    ...(mail.replyTo !== '' && { replyTo: { name: '', address: mail.replyTo } }),
    subject: mail.subject,
    text: mail.text,
    ...(mail.html !== '' && { html: mail.html }),
    // Chinese takes nine signs a character in what the library would take for a page of tags.
    encoding: 'base64',
    date: new Date(mail.date),
    messageId: `<${mark}@nianbao.invalid>`,
    baseBoundary: mark.slice(0, 16),
    ...(mail.isDraft && { headers: { 'X-Unsent': '1' } }),
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments: attachments.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: bufferOf(bytes),
    })),
  });
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Whether the library sends it as base64 under nothing but its type and name. */
function isPaper({ name, type, bytes }: MailAttachment): boolean {
  return bytes.length > 0 && /^application\/[\w.+-]+$/u.test(type) && /^\P{Cc}+$/u.test(name);
}

/** What the library's `buildHeaders` gives for a paper, from many looks at a list of headers. */
function paperHead({ name, type }: MailAttachment): string {
  const word = encodeWords(name, wordSign(name), wordLength, true);
  const shown = word !== name || /[\s'"\\;:/=(),<>@[\]?]|^-/u.test(word) ? JSON.stringify(word) : word;
  const lines = [
    `Content-Type: ${type}; name=${shown}`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: ${buildHeaderValue({ value: 'attachment', params: { filename: name } })}`,
  ];
  return `${lines.map((line) => foldLines(line, lineLength)).join('\r\n')}\r\n\r\n`;
}

/** Signs of an encoded word, as the library counts them. */
const wordLength = 52;

/** Q where most can stay as it is. */
function wordSign(name: string): 'Q' | 'B' {
  const far = name.replace(/[^\u0080-\uFFFF]+/gu, '').length;
  const letters = name.replace(/[^A-Za-z]+/gu, '').length;
  return far < letters ? 'Q' : 'B';
}

/** What the library's `build` gives, which makes a row of streams for each part; a mail may carry a hundred. */
function piecesOf(node: MimeNode, papers: readonly MailAttachment[] = []): readonly Uint8Array[] {
  const head = Buffer.from(`${node.buildHeaders()}\r\n\r\n`);
  const { childNodes } = node;
  if (childNodes.length === 0) return [head, contentOf(node)];
  // The headers name it, and so make it.
  const line = `--${String(node.boundary)}`;
  const parts = childNodes.flatMap((child, index) => [
    Buffer.from(`${index > 0 ? '\r\n' : ''}${line}\r\n`),
    ...piecesOf(child),
  ]);
  let last: Lines | null = null;
  const rest = papers.flatMap((paper) => {
    last = linesOf(bufferOf(paper.bytes), last);
    return [Buffer.from(`\r\n${line}\r\n${paperHead(paper)}`), last.lines];
  });
  return [head, ...parts, ...rest, Buffer.from(`\r\n${line}--\r\n`)];
}

function contentOf(node: MimeNode): Uint8Array {
  const { content = '' } = node;
  if (typeof content !== 'string' && !Buffer.isBuffer(content)) throw new Error('a mail of texts and bytes alone');
  return linesOf(typeof content === 'string' ? Buffer.from(content) : content).lines;
}

const lineLength = 76;
/** Bytes of a line. */
const bytesALine = 57;
const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** For each twelve bits the two signs of base64, as they lie in memory. */
const pairs = new Uint16Array(
  Uint8Array.from({ length: 2 * 4096 }, (_, at) => signs.charCodeAt(at % 2 === 0 ? at >> 7 : (at >> 1) & 0x3f)).buffer,
);
const [lineBreak = 0] = new Uint16Array(Uint8Array.of(0x0d, 0x0a).buffer);

/** Some bytes, and they in base64, in lines of 76 signs. */
interface Lines {
  readonly content: Buffer;
  readonly lines: Buffer;
}

/** What begins as `last` does is copied: papers of one template mostly differ towards their end. */
function linesOf(content: Buffer, last: Lines | null = null): Lines {
  const breaks = Math.max(0, Math.ceil(content.length / bytesALine) - 1);
  const written = new Uint16Array(2 * Math.ceil(content.length / 3) + breaks);
  const lines = Buffer.from(written.buffer);
  const alike = last === null ? 0 : alikeLines(content, last.content);
  if (alike > 0) last?.lines.copy(lines, 0, 0, alike * (lineLength + 2) - 2);
  const used = writeSigns(content, written, alike);
  const whole = content.length - (content.length % 3);
  if (whole < content.length) lines.write(content.toString('base64', whole), 2 * used, 'latin1');
  return { content, lines };
}

/**
 * Writes all but the first lines, as far as three bytes make four signs; gives where the rest belongs. Two signs are written at a time,
 * as every line and every break is of an even length.
 */
function writeSigns(content: Buffer, written: Uint16Array, first: number): number {
  const whole = content.length - (content.length % 3);
  let used = Math.max(0, (first * (lineLength + 2) - 2) / 2);
  for (let at = first * bytesALine; at < whole; at += 3) {
    if (at > 0 && at % bytesALine === 0) written[used++] = lineBreak;
    const bits = (content[at] ?? 0) * 0x10000 + (content[at + 1] ?? 0) * 0x100 + (content[at + 2] ?? 0);
    written[used++] = pairs[bits >> 12] ?? 0;
    written[used++] = pairs[bits & 0xfff] ?? 0;
  }
  if (whole < content.length && whole > 0 && whole % bytesALine === 0) written[used++] = lineBreak;
  return used;
}

/** A number of whole lines with which both begin; not always all of them. */
function alikeLines(one: Buffer, other: Buffer): number {
  let count = Math.floor(Math.min(one.length, other.length) / bytesALine);
  while (count > 0 && one.compare(other, 0, count * bytesALine, 0, count * bytesALine) !== 0) {
    count = Math.floor((count * 7) / 8);
  }
  return count;
}

function numberHash({ attachments, ...facts }: LocalMail): string {
  const hash = createHash('sha256').update(JSON.stringify(facts));
  for (const { name, bytes } of attachments) hash.update(name).update(bytes);
  return hash.digest('hex').slice(0, 32);
}
