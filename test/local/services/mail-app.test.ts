/** Mails as files in 发件箱, and through a real mail server: what arrives, and what a failure says of it. */
import { spawn, type ChildProcess } from 'node:child_process';
import fs, { mkdirSync, mkdtempSync, readFileSync, statSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { simpleParser } from 'mailparser';
import { makeMailApp, type MailAppLocal, type MailRoute } from '../../../src/local/services/mail-app';
import { mailRoute, outboxRoute } from '../../../src/local/services/mail-route';
import type { MailAnswer } from '../../../src/local/mail/mail-worker';
import { startThread } from '../../../src/local/base/thread-sync';
import { makeUtilities } from '../../../src/local/services/utilities';

let folder: string;
const servers: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
});
afterEach(() => {
  for (const server of servers.splice(0)) server.kill();
  rmSync(folder, { recursive: true, force: true });
});

const ask = startThread(resolve('build/out/local/mail-worker.mjs'), 30_000);

function mailApp(route: MailRoute = outboxRoute): MailAppLocal {
  return makeMailApp(folder, route, (task) => ask(task) as MailAnswer | null);
}

const number = '2022-12-30-司法所-1a2b3c4d';
const { newBlob } = makeUtilities();
const message = {
  to: 'sfs@town.example',
  subject: '【法治政府建设】逾期1项（2022-12-30）',
  body: `司法所：\n一件事。\n\n通知编号：${number}`,
  htmlBody: '<p>司法所：</p>',
  name: '大张楼镇党政办',
  replyTo: 'dzb@town.example',
  attachments: [newBlob([80, 75, 3, 4, -1], 'application/octet-stream', '督办单 D-01.docx')],
};
const outbox = (): string[] => readdirSync(join(folder, '发件箱'));

describe('发件箱', () => {
  it('gets a complete mail, named by its 通知编号', async () => {
    mailApp().sendEmail(message);
    expect(outbox()).toEqual([`${number}.eml`]);
    const mail = await simpleParser(readFileSync(join(folder, '发件箱', `${number}.eml`)));
    expect(mail.subject).toBe(message.subject);
    expect(mail.text?.trim()).toBe(message.body);
    expect(mail.html).toBe(message.htmlBody);
    expect([mail.to, mail.from].map((each) => JSON.stringify(each))).toEqual([
      expect.stringContaining('"value":[{"address":"sfs@town.example","name":""}]'),
      expect.stringContaining('"value":[{"address":"dzb@town.example","name":"大张楼镇党政办"}]'),
    ]);
    expect(mail.date?.toISOString()).toBe('2022-12-30T00:00:00.000Z');
    expect(mail.attachments.map(({ filename, content }) => [filename, [...content]])).toEqual([
      ['督办单 D-01.docx', [80, 75, 3, 4, 255]],
    ]);
  });

  (process.platform === 'win32' ? it.skip : it)('is nobody else’s: a mail holds addresses', () => {
    mailApp().sendEmail(message);
    expect(statSync(join(folder, '发件箱', `${number}.eml`)).mode & 0o777).toBe(0o600);
  });

  it('gets the same bytes for the same mail, and never overwrites what is there', () => {
    mailApp().sendEmail(message);
    const path = join(folder, '发件箱', `${number}.eml`);
    const first = readFileSync(path);
    rmSync(path);
    mailApp().sendEmail(message);
    expect(readFileSync(path).equals(first)).toBe(true);
    writeFileSync(path, 'as it was');
    mailApp().sendEmail(message);
    expect(readFileSync(path, 'utf8')).toBe('as it was');
  });

  it.each([
    [{ to: 'a@x.cn,b@x.cn' }, '邮件未发出：收件人不是一个有效的邮箱'],
    [{ to: '张三' }, '邮件未发出：收件人不是一个有效的邮箱'],
    [{ to: 'a＠x.cn' }, '邮件未发出：收件人不是一个有效的邮箱'],
    [{ subject: 'a\r\nBcc: e@x.cn' }, '邮件未发出：主题含有控制字符'],
    [{ body: '没有编号' }, '邮件未发出：正文最后一行不是“通知编号：…”'],
    [{ body: '通知编号：../../x' }, '邮件未发出：正文最后一行不是“通知编号：…”'],
    [{ cc: 'b@x.cn' }, '本地模式不支持 MailApp.sendEmail.cc'],
  ])('refuses %j', (change, text) => {
    expect(() => {
      mailApp().sendEmail({ ...message, ...change });
    }).toThrow(text);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that nothing was sent when the folder cannot be written', () => {
    writeFileSync(join(folder, '发件箱'), '');
    expect(() => {
      mailApp().sendEmail(message);
    }).toThrow('邮件未发出，现在也发不了别的：发件箱 是文件');
  });
});

describe('a mail server', () => {
  /** Starts one; gives the route to it. */
  async function routeTo(tls: 'secure' | 'plain', manner: string, password = 'secret'): Promise<MailRoute> {
    const child = spawn(process.execPath, [resolve('test/local/mail-server.mjs'), join(folder, 'got'), tls, manner], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    servers.push(child);
    const port = await new Promise<string>((told) => {
      child.stdout.once('data', (data: Buffer) => {
        told(String(data));
      });
    });
    const environment = {
      NIANBAO_SMTP_USER: password === '' ? '' : 'tester',
      NIANBAO_SMTP_PASSWORD: password,
      NIANBAO_SMTP_FROM: 'dzb@town.example',
    };
    return mailRoute(`${tls === 'secure' ? 'smtps' : 'smtp'}://127.0.0.1:${port.trim()}`, environment);
  }

  it.each(['secure', 'plain'] as const)('takes the mail (%s)', async (tls) => {
    mailApp(await routeTo(tls, 'take')).sendEmail(message);
    const [got = ''] = readdirSync(join(folder, 'got'));
    expect(got).toBe('1 sfs@town.example.eml');
    const mail = await simpleParser(readFileSync(join(folder, 'got', got)));
    expect([mail.subject, mail.text?.trim(), mail.attachments.length]).toEqual([message.subject, message.body, 1]);
    const [copy = ''] = readdirSync(join(folder, '发件箱/已发'));
    expect(copy).toBe('2022-12-30-司法所-1a2b3c4d.eml');
    const kept = await simpleParser(readFileSync(join(folder, '发件箱/已发', copy)));
    expect([kept.messageId, kept.text, kept.attachments.length]).toEqual([mail.messageId, mail.text, 1]);
  });

  it.each([
    ['refuse-receiver', 'secret', /^邮件未发出：邮件服务器拒收：.*\*\*\*@\*\*\*/u],
    ['refuse-mail', 'secret', /^邮件未发出：邮件服务器拒收：.*spam/u],
    ['put-off', 'secret', /^邮件未发出，对方服务器请稍后再投：.*greylisted/u],
    ['refuse-sender', 'secret', /^邮件未发出，现在也发不了别的：服务器不让用这个发件邮箱.*not owned/u],
    ['take', 'wrong', /^邮件未发出，现在也发不了别的：没有登录成功.*535/u],
    ['take', '', /^邮件未发出，现在也发不了别的：服务器要先登录.*530/u],
    ['hang-up', 'secret', /^不知道邮件发出没有：/u],
  ])('that does “%s” (%s) is told as what it is', async (manner, password, text) => {
    const route = await routeTo('secure', manner, password);
    let said = '';
    try {
      mailApp(route).sendEmail(message);
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).toMatch(text);
    expect(said).not.toContain('sfs@');
    expect(readdirSync(join(folder, 'got'))).toEqual([]);
    const copies = manner === 'hang-up' ? [expect.stringMatching(/（不能确定是否发出）\.eml$/u)] : [];
    expect(readdirSync(join(folder, '发件箱/已发'))).toEqual(copies);
  });

  it('gets nothing where the copy cannot be kept', async () => {
    const route = await routeTo('secure', 'take');
    writeFileSync(join(folder, '发件箱'), '');
    expect(() => {
      mailApp(route).sendEmail(message);
    }).toThrow('邮件未发出，现在也发不了别的：');
    expect(readdirSync(join(folder, 'got'))).toEqual([]);
  });

  it('that is not there means that nothing was sent', () => {
    mkdirSync(join(folder, 'got'));
    const environment = { NIANBAO_SMTP_FROM: 'dzb@town.example' };
    expect(() => {
      mailApp(mailRoute('smtps://127.0.0.1:9', environment)).sendEmail(message);
    }).toThrow('邮件未发出，现在也发不了别的：');
  });
});

describe('the route', () => {
  const environment = { NIANBAO_SMTP_FROM: 'dzb@town.example' };

  it('is encrypted anywhere but on this computer', () => {
    const of = (url: string): unknown => mailRoute(url, environment).server;
    expect(of('smtps://mail.example')).toMatchObject({ port: 465, secure: true, isLoopback: false });
    expect(of('smtp://mail.example')).toMatchObject({ port: 587, secure: false, isLoopback: false });
    expect(of('smtp://localhost:2525')).toMatchObject({ port: 2525, isLoopback: true });
    expect(of('smtp://[::1]:2525')).toMatchObject({ host: '::1', isLoopback: true });
  });

  it.each([
    ['smtps://tester:secret@mail.example', environment, '不要写在命令行里'],
    ['http://mail.example', environment, '--smtp 应写成'],
    ['smtps://mail.example/x', environment, '--smtp 应写成'],
    ['smtps://mail.example', {}, 'NIANBAO_SMTP_FROM'],
    ['smtps://mail.example', { ...environment, NIANBAO_SMTP_USER: 'x' }, '请两个都设好'],
  ])('%s is refused', (url, given, text) => {
    const thrown = (): unknown => mailRoute(url, given);
    expect(thrown).toThrow(text);
    expect(thrown).not.toThrow('secret');
  });
});

describe('with a server that is made up', () => {
  const route: MailRoute = {
    server: { host: 'mail.example', port: 465, secure: true, isLoopback: false, login: null },
    from: 'dzb@mail.example',
  };
  /** Hands the mail over where the thread answers so of the server; gives what it was told to send. */
  function handOver(answer: MailAnswer | null): { readonly said: string; readonly sent: readonly string[] } {
    const sent: string[] = [];
    const app = makeMailApp(folder, route, (task) => {
      if (!('server' in task)) return { bytes: Buffer.from('mail') };
      sent.push(`${task.mail.from} ${task.mail.replyTo}`);
      return answer;
    });
    try {
      app.sendEmail(message);
      return { said: '', sent };
    } catch (error) {
      return { said: String(error), sent };
    }
  }
  const copies = (): readonly string[] => readdirSync(join(folder, '发件箱'), { recursive: true }).map(String).sort();

  it('goes under the address that logs in, which is read by its user alone as a copy', () => {
    const { said, sent } = handOver({ outcome: 'sent', why: '' });
    expect([said, sent]).toEqual(['', [`dzb@mail.example ${message.replyTo}`]]);
    const [, copy = ''] = copies();
    expect(copy).toContain(`${number}.eml`);
    if (process.platform !== 'win32') expect(statSync(join(folder, '发件箱', copy)).mode & 0o777).toBe(0o600);
  });

  it.each([null, { outcome: 'unknown', why: 'x' } as const])('keeps the copy of what may be out: %j', (answer) => {
    const { said, sent } = handOver(answer);
    expect([said, sent.length]).toEqual([expect.stringContaining('不知道邮件发出没有'), 1]);
    const [, copy = ''] = copies();
    expect([copy.includes(number), copy.endsWith(`${number}.eml`), copy.includes('.~')]).toEqual([true, false, false]);
  });

  it.each(['refused', 'later', 'unavailable'] as const)('keeps no copy of what was %s', (outcome) => {
    expect(handOver({ outcome, why: 'x' }).said).toContain('邮件未发出');
    expect(copies()).toHaveLength(1);
  });
});

it('a mail that lies there counts as written where only the folder’s own record failed', () => {
  const { fsyncSync } = fs;
  let calls = 0;
  const failing = jest.spyOn(fs, 'fsyncSync').mockImplementation((file) => {
    calls += 1;
    if (calls > 1) throw new Error('no');
    fsyncSync(file);
  });
  expect(() => {
    mailApp().sendEmail(message);
  }).not.toThrow();
  failing.mockRestore();
  expect([outbox(), calls]).toEqual([[`${number}.eml`], 2]);
});

/** An address of so many signs. */
function longAddress(length: number): string {
  const parts = ['a'.repeat(64), 'b'.repeat(60), 'c'.repeat(60), 'd'.repeat(length - 195)];
  return `${parts[0] ?? ''}@${parts.slice(1).join('.')}.example`;
}

it.each([
  [{ to: longAddress(255) }, '收件人不是一个有效的邮箱'],
  [{ replyTo: longAddress(255) }, '回复邮箱无效'],
  [{ name: '党政办\r\nBcc: x@y.example' }, '主题含有控制字符'],
  [{ subject: '催办\nx' }, '主题含有控制字符'],
])('is not sent: %j', (more, says) => {
  expect(() => {
    mailApp().sendEmail({ ...message, ...more });
  }).toThrow(says);
  expect(readdirSync(folder)).toEqual([]);
});

it('the longest address there is gets its mail', () => {
  expect(longAddress(254)).toHaveLength(254);
  mailApp().sendEmail({ ...message, to: longAddress(254) });
  expect(outbox()).toHaveLength(1);
});
