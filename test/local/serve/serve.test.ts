/** `nianbao serve`: the pages over a real folder, and who is not let in. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Browser } from 'playwright-core';
import { longIt } from '../../long';
import type { JobAnswer } from '../../../src/contract/answer';
import type { ReminderSummary } from '../../../src/contract/reminders';
import { bodyOf } from '../../../src/local/serve/serve';
import { environmentOn } from '../../on-day';
import { needs } from '../../tools';
import { copyOfExample, freshFolder, removeFolders } from '../../workspace/run-command';
import { startBrowser } from '../../pages/browser';
import { ask, endServers, runJob, serve, type Reply, type Served } from './running-server';

let folder: string;
let served: Served;

/** A call as the served page makes it. */
const run = (...args: readonly string[]): ReturnType<typeof runJob> => runJob(served, ...args);

beforeAll(async () => {
  folder = copyOfExample('dazhanglou-2022');
  for (const name of reports()) rmSync(join(folder, '报告', name));
  served = await serve(folder);
});
afterAll(() => {
  endServers();
  removeFolders();
});

/** Looks again and again, and gives up with the test's own time. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Finished ones: a report has another name while it is being written. */
const reports = (): string[] => readdirSync(join(folder, '报告')).filter((name) => /^[^.].*\.docx$/u.test(name));

needs('a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  longIt('writes a report from the browser, and hands it over', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(served.url);
    await page.getByRole('navigation').getByRole('link', { name: '生成年度报告' }).press('Enter');
    await page.getByRole('button', { name: '生成报告' }).press('Enter');
    await page.getByRole('link', { name: '下载 报告/', exact: false }).first().waitFor();
    const [name = ''] = reports();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: `下载 报告/${name}` }).click();
    const taken = await download;
    expect(taken.suggestedFilename()).toBe(name);
    expect(readFileSync(await taken.path())).toEqual(readFileSync(join(folder, '报告', name)));
    expect(await page.locator('.figures').textContent()).toContain('任务45');
    await page.getByRole('navigation').getByRole('link', { name: '首页' }).click();
    await page.getByRole('main').getByRole('link', { name: '看板' }).waitFor();
    await page.getByText('大张楼镇 2022年度 · 法治政府建设 · 填报 14 份 · 报告 1 份').waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  longIt('finishes what was started when the page is closed', async () => {
    const page = await browser.newPage();
    await page.goto(`${served.url}page-report`);
    await page.getByRole('main').getByRole('button').press('Enter');
    await until(() => existsSync(join(folder, '.nianbao/lock')));
    await page.close();
    await until(() => reports().length === 2);
    for (const name of reports()) {
      expect(
        readFileSync(join(folder, '报告', name))
          .subarray(-22)
          .includes('PK\u0005\u0006'),
      ).toBe(true);
    }
  });
});

it('lets nobody in without the token, from another page, or under another name', async () => {
  const { origin, host } = new URL(served.url);
  expect((await ask(origin)).status).toBe(404);
  expect((await ask(served.url.replace(/[^/]\/$/u, '/'))).status).toBe(404);
  expect((await ask(served.url, { headers: { host: 'evil.example' } })).status).toBe(404);
  const body = JSON.stringify(['look', 'null', '']);
  const post = (headers: Record<string, string>): Promise<Reply> =>
    ask(`${served.url}run`, { method: 'POST', body, headers });
  for (const from of ['http://evil.example', 'null', `https://${host}`]) {
    expect((await post({ origin: from, 'content-type': 'application/json' })).status).toBe(404);
  }
  expect((await post({ origin, 'content-type': 'text/plain' })).status).toBe(404);
  expect((await post({ 'content-type': 'application/json' })).status).toBe(404);
  expect((await post({ origin, 'content-type': 'application/json' })).status).toBe(200);
});

it.each([
  ['something that is no text', '["look", {"forMail": false}, ""]'],
  ['no list', '"look"'],
  ['no JSON', 'look'],
])('runs nothing for %s', async (_, body) => {
  const { origin } = new URL(served.url);
  const headers = { origin, 'content-type': 'application/json' };
  const { status, text } = await ask(`${served.url}run`, { method: 'POST', body, headers });
  expect([status, text]).toEqual([404, expect.stringContaining('没有这个地址')]);
});

it('serves its pages and documents that a job has just answered, and nothing else', async () => {
  for (const path of [
    'file?id=总表.xlsx',
    'file?id=../secret',
    'page-none',
    'Code.js',
    'page-../Code',
    '../',
    '%2e%2e/',
  ]) {
    expect((await ask(`${served.url}${encodeURI(path)}`)).status).toBe(404);
  }
  const { headers, text } = await ask(`${served.url}page-check`);
  expect(String(headers['content-security-policy'])).toMatch(/^default-src 'none';.*frame-ancestors 'none'/u);
  expect(headers['cache-control']).toBe('no-store');
  expect(text.match(/<(?:script|style)(?! nonce=)/gu)).toBeNull();
});

longIt('hands out the documents of a job, and none of the workbooks that are read again', async () => {
  const { value = '{}' } = await run('report', 'null', '');
  const { files } = JSON.parse(value) as { readonly files: readonly { readonly what: string; readonly id: string }[] };
  const idOf = (kind: string): string => files.find(({ what }) => what === kind)?.id ?? '';
  const taken = (id: string): Promise<Reply> => ask(`${served.url}file?id=${encodeURIComponent(id)}`);
  expect(idOf('results')).toBe('结果.xlsx');
  expect((await taken('结果.xlsx')).status).toBe(404);
  const { status, headers } = await taken(idOf('report'));
  expect([status, headers['content-disposition']]).toEqual([
    200,
    expect.stringMatching(/^attachment; filename\*=UTF-8''/u),
  ]);
});

it('an order longer than any is refused while it comes, and the longest one is taken', async () => {
  const part = Buffer.alloc(5_000_000, 'x');
  const sent = (parts: readonly Buffer[]): Promise<string> =>
    bodyOf(Readable.from(parts) as unknown as IncomingMessage);
  expect(await sent([part, part, part])).toHaveLength(15_000_000);
  await expect(sent([part, part, part, Buffer.from('x')])).rejects.toThrow('请求太长');
});

longIt('takes no more than an order is long, and goes on', async () => {
  const order = (length: number): Promise<unknown> => run('fill', 'x'.repeat(length)).catch(() => 'cut off');
  const refused = { error: '页面不能启动“fill”' };
  expect(await order(14_000_000)).toEqual(refused);
  expect([{ error: '请求太长' }, 'cut off']).toContainEqual(await order(16_000_000));
  // What is left of the long one may still cut off the next.
  const next = await order(10);
  expect(next === 'cut off' ? await order(10) : next).toEqual(refused);
});

it('does four things at once, no more, and the next when one is done', async () => {
  const status = (): Promise<{ value?: string; error?: string }> => run('timer', '{"do":"status"}', '');
  const told = await Promise.all(Array.from({ length: 6 }, status));
  const refused = told.filter(({ error }) => error === '同时进行的事太多，请等其中一件做完再试');
  expect([told.filter(({ value }) => value !== undefined).length, refused.length]).toEqual([4, 2]);
  expect((await status()).error).toBeUndefined();
});

longIt('of what two people confirm at once the mails are written once, and what each of them notes stays', async () => {
  const office = copyOfExample('dazhanglou-2022');
  const { NODE_OPTIONS = '', NIANBAO_TEST_DAY = '' } = environmentOn('2022-12-22');
  const shared = await serve(office, { NODE_OPTIONS, NIANBAO_TEST_DAY });
  const call = async (job: string, order: object): Promise<JobAnswer> =>
    JSON.parse((await runJob(shared, job, JSON.stringify(order), '')).value ?? '') as JobAnswer;
  const untilFree = async (job: string, order: object): Promise<JobAnswer> => {
    const answer = await call(job, order);
    return answer.text.includes('另一个人正在运行') ? untilFree(job, order) : answer;
  };
  const remind = { asOf: null, channel: '发件箱' };
  const { mails } = (await call('remind', { ...remind, dryRun: true })).details as ReminderSummary;
  const send = { ...remind, dryRun: false, letters: mails.length };
  const sent = await Promise.all([call('remind', send), call('remind', send)]);
  expect(sent.filter(({ exit, text }) => exit === 2 && /另一个人正在运行|请再看一遍/u.test(text))).toHaveLength(1);
  const written = (): string[] => readdirSync(join(office, '发件箱')).filter((name) => name.endsWith('.eml'));
  expect([mails.length > 3, written().length]).toEqual([true, mails.length]);
  const note = (department: string): object => ({
    ...{ code: `核2022-${department}`, signedOn: null, reply: `${department}已改`, rectifyOn: null, settled: null },
  });
  const settle = { settle: { mail: '发件箱', to: 'sent' }, accept: false };
  await Promise.all([
    untilFree('ledger', settle),
    ...['司法所', '财政所'].map((one) => untilFree('feedback', note(one))),
  ]);
  const { text } = await call('ledger', { settle: null, accept: false });
  expect(text).toMatch(/^催办记录：(?!.*已写入发件箱).*已发 \d+/u);
  for (const department of ['司法所', '财政所']) expect(text).toContain(`反馈“${department}已改”`);
});

longIt('tells how far a run is while it goes on, to whoever has its key, and nothing of it afterwards', async () => {
  const told = async (key: string): Promise<string> =>
    (JSON.parse((await run('progress', JSON.stringify(key), '')).value ?? '') as JobAnswer).text;
  let isOver = false;
  const over = run('look', '{"forMail":false}', 'progress-a').then(() => {
    isOver = true;
  });
  const untilTold = async (): Promise<string> => {
    const line = await told('progress-a');
    return line !== '' || isOver ? line : untilTold();
  };
  expect(await untilTold()).toMatch(/^(?:读取|核对)/u);
  expect(await told('progress-b')).toBe('');
  await over;
  expect(await told('progress-a')).toBe('');
});

it('starts only what the menu has', async () => {
  expect(await run('fill', '{}', '')).toEqual({ error: '页面不能启动“fill”' });
  expect(await run('toString')).toEqual({ error: '页面不能启动“toString”' });
  expect(await run('remind', '{"asOf":null,"channel":null}', '')).toEqual({
    error: '没有这件事。请重新打开页面再试。',
  });
  expect(await run('timer', 'not json', '')).toEqual({ error: '没有这件事。请重新打开页面再试。' });
  expect(JSON.parse((await run('progress', '"nobody"')).value ?? '')).toMatchObject({ exit: 0, text: '' });
});

it('begins with an empty folder and ends without a trace of its own', async () => {
  const empty = freshFolder();
  const { child } = await serve(empty);
  const code = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  expect(await code).toBe(0);
  expect(readdirSync(empty)).toEqual([]);
});
