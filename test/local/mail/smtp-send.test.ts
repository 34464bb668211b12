/** Nothing goes to a mail server that cannot show who it is. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import tls from 'node:tls';
import { smtpWords } from '../../../src/local/mail/smtp-words';
import { sendBySmtp, type SmtpOutcome } from '../../../src/local/mail/smtp-send';

let folder: string;
let server: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
});
afterEach(() => {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const mail = { from: 'dzb@town.example', to: 'sfs@town.example' } as Parameters<typeof sendBySmtp>[1];

/** Sends a mail to a server whose certificate nobody has signed, or that knows no encryption, or only one that is broken by now. */
async function sent(
  manner: 'secure' | 'old' | 'plain',
  isLoopback: boolean,
  does = 'take',
  password = 'secret',
): Promise<SmtpOutcome> {
  const child = spawn(process.execPath, [resolve('test/local/mail-server.mjs'), join(folder, 'got'), manner, does], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  server = child;
  const port = await new Promise<string>((told) => {
    child.stdout.once('data', (data: Buffer) => {
      told(String(data).trim());
    });
  });
  const login = { user: 'tester', password };
  const to = { host: '127.0.0.1', port: Number(port), secure: manner !== 'plain', isLoopback, login };
  return sendBySmtp(to, mail, Buffer.from('Subject: x\r\n\r\nx\r\n'));
}

it.each([
  ['secure', /^服务器的证书.*certificate/iu],
  ['plain', /^服务器在这个端口上不能加密.*STARTTLS/iu],
] as const)('elsewhere than on this computer (%s): neither login nor mail go out', async (manner, why) => {
  const { outcome, why: said } = await sent(manner, false);
  expect([outcome, said]).toEqual(['unavailable', expect.stringMatching(why)]);
  expect(existsSync(join(folder, 'got')) ? readdirSync(join(folder, 'got')) : []).toEqual([]);
});

it.each([
  ['says goodbye: no other mail would do better', 'leave', 'unavailable'],
  ['asks for the mail again in a while', 'put-off', 'later'],
  ['does so at the sender already', 'put-off-sender', 'later'],
  ['refuses the sender, as it would with every mail', 'refuse-sender', 'unavailable'],
  ['refuses the receiver', 'refuse-receiver', 'refused'],
  ['wants a login once it has heard the receiver, as it would with every mail', '530', 'unavailable'],
  ['takes the login back', '535', 'unavailable'],
  ['has no room for the receiver’s mail now', '452', 'later'],
  ['refuses the mail', 'refuse-mail', 'refused'],
  ['hangs up when it has the mail: it may have taken it', 'hang-up', 'unknown'],
  ['hangs up before the mail', 'hang-up-early', 'unavailable'],
])('a server that %s', async (_, does, outcome) => {
  expect((await sent('secure', true, does)).outcome).toBe(outcome);
});

it('a wrong password keeps every mail', async () => {
  expect((await sent('secure', true, 'take', 'wrong')).outcome).toBe('unavailable');
});

it('on this computer it is trusted', async () => {
  expect((await sent('secure', true)).outcome).toBe('sent');
  expect(readdirSync(join(folder, 'got'))).toHaveLength(1);
});

it.each([
  [
    "Hostname/IP does not match certificate's altnames: Host: a.cn. is not in the cert's altnames: DNS:b.cn",
    '别的名字',
  ],
  ['certificate has expired', '过期'],
  ['unable to verify the first certificate; if the root CA is installed locally, try …', 'NODE_EXTRA_CA_CERTS'],
  ['error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:../deps/openssl/x.c:77:', '端口和加密'],
  ['Greeting never received', '端口和加密'],
  ['550 5.1.1 User unknown in virtual mailbox table', '没有这个信箱'],
  ['connect ECONNREFUSED 127.0.0.1:466', '这个端口上没有邮件服务'],
  ['getaddrinfo ENOTFOUND mail.nowhere.example', '找不到这个名字的服务器'],
  ['Connection closed unexpectedly', '断开了连接'],
  ['Message failed: 554 5.7.1 spam', '拒收这封邮件'],
  ['Message failed: 451 local error', '过一会儿再发'],
  ['Server closed unexpectedly after: Message failed: 421 closing', '断开了连接'],
  ['write EPIPE', '断开了连接'],
  ['read ECONNRESET', '断开了连接'],
  ['Mail command failed: 421 4.3.2 closing', '过一会儿再发'],
  ['Mail command failed: 552 5.2.2 too much mail', '额度不够'],
  ['Mail command failed: 553 not owned by user', '不让用这个发件邮箱'],
  ['Invalid greeting. response=554 no service: 554 no service', '不接受这台电脑'],
  ['Invalid greeting. response=HTTP/1.1 400 Bad Request: HTTP/1.1 400 Bad Request', '不是邮件服务'],
  ['connect ETIMEDOUT 10.0.0.1:465', '没有回应'],
])('a clerk is told in Chinese what “%s” means', (said, meaning) => {
  expect(smtpWords(new Error(said))).toMatch(new RegExp(`^[^a-z]*${meaning}.*（.+）$`, 'u'));
});

it('words nobody knows are given as they are', () => {
  expect(smtpWords(new Error('out of cheese'))).toBe('out of cheese');
});

it('TLS before 1.2 will not do, even where the computer would let it pass', async () => {
  const usual = tls.DEFAULT_CIPHERS;
  tls.DEFAULT_CIPHERS = 'DEFAULT@SECLEVEL=0';
  try {
    expect((await sent('old', true)).outcome).toBe('unavailable');
  } finally {
    tls.DEFAULT_CIPHERS = usual;
  }
  expect(readdirSync(join(folder, 'got'))).toEqual([]);
});
