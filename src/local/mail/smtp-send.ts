/** Hands one mail to a mail server, and tells whether it can have got it when that went wrong. */
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { serviceWords } from '../../core/base/service-words';
import type { LocalMail } from './mail-file';
import { smtpWords } from './smtp-words';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** On this computer: TLS is not demanded, and a certificate nobody signed will do. */
  readonly isLoopback: boolean;
  /** Null for a server that asks for none. */
  readonly login: { readonly user: string; readonly password: string } | null;
}

/** `refused`: this mail was not taken; `later`: not taken now, and may be in a while (greylisting); `unavailable`: nothing can be sent now, this was not; `unknown`: nobody can tell. */
export interface SmtpOutcome {
  readonly outcome: 'sent' | 'refused' | 'later' | 'unavailable' | 'unknown';
  /** What the server or the line said, fit to be shown. */
  readonly why: string;
}

const seconds = 1000;

/** One connection a mail. Only what fails before the mail itself goes out, or is answered by a refusal, was surely not sent. */
export async function sendBySmtp(server: SmtpServer, mail: LocalMail, bytes: Uint8Array): Promise<SmtpOutcome> {
  const connection = connectionTo(server);
  const broken = new Promise<never>((_, reject) => connection.once('error', reject));
  // Whoever does not wait for it any more must not be told.
  broken.catch(() => undefined);
  let phase: Phase = 'opening';
  const begin = (): void => {
    phase = 'sending';
  };
  try {
    await Promise.race([broken, opened(connection, server)]);
    phase = 'addressing';
    const { response } = await Promise.race([broken, handedOver(connection, mail, streamOf(bytes, begin))]);
    connection.quit();
    return { outcome: 'sent', why: serviceWords(response ?? '') };
  } catch (error) {
    connection.close();
    return { outcome: outcomeOf(phase, error), why: smtpWords(error) };
  }
}

type Phase = 'opening' | 'addressing' | 'sending';

function connectionTo({ host, port, secure, isLoopback }: SmtpServer): SMTPConnection {
  return new SMTPConnection({
    host,
    port,
    secure,
    requireTLS: !secure && !isLoopback,
    connectionTimeout: 20 * seconds,
    greetingTimeout: 20 * seconds,
    dnsTimeout: 10 * seconds,
    socketTimeout: 60 * seconds,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !isLoopback },
    logger: false,
  });
}

async function opened(connection: SMTPConnection, { login }: SmtpServer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    connection.connect((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
  if (login === null) return;
  await new Promise<void>((resolve, reject) => {
    connection.login({ user: login.user, pass: login.password }, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

function handedOver(
  connection: SMTPConnection,
  mail: LocalMail,
  message: Readable,
): Promise<{ readonly response?: string | undefined }> {
  return new Promise((resolve, reject) => {
    connection.send({ from: mail.from, to: [mail.to] }, message, (error, sent) => {
      if (error) reject(error);
      else resolve(sent);
    });
  });
}

/** Reading begins when the server has taken sender and receiver and waits for the mail. */
function streamOf(bytes: Uint8Array, begin: () => void): Readable {
  return new Readable({
    read() {
      begin();
      this.push(bytes);
      this.push(null);
    },
  });
}

function outcomeOf(phase: Phase, error: unknown): SmtpOutcome['outcome'] {
  if (phase === 'opening') return 'unavailable';
  const { responseCode = 0, command = '' } = error as { readonly responseCode?: number; readonly command?: string };
  // 421 is the server saying goodbye, 4xx asks to come again, 5xx refuses (RFC 5321, 4.2.1): none has taken the mail on.
  if (responseCode === 421 || isAboutSender(responseCode, command)) return 'unavailable';
  if (responseCode >= 400 && responseCode < 500) return 'later';
  if (responseCode >= 500) return 'refused';
  return phase === 'sending' ? 'unknown' : 'unavailable';
}

/** No login (RFC 4954, 6), or an address this login may not send as: every other mail would be refused as well. */
function isAboutSender(code: number, command: string): boolean {
  return code === 530 || code === 535 || (code >= 500 && command === 'MAIL FROM');
}
