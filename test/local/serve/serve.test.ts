/** `nianbao serve`: the pages over a real folder, and who is not let in. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { needs } from '../../tools';
import { command, copyOfExample, freshFolder, removeFolders } from '../../workspace/run-command';
import { startBrowser } from '../../pages/browser';

interface Served {
  readonly url: string;
  readonly child: ChildProcess;
}

const running: ChildProcess[] = [];
let folder: string;
let served: Served;

/** Starts the command and waits for the address it prints. */
function serve(workspace: string): Promise<Served> {
  const child = spawn(process.execPath, [command, 'serve', workspace]);
  running.push(child);
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
      const [url] = /http:\S+/u.exec(out) ?? [];
      if (url !== undefined) resolve({ url, child });
    });
    child.stderr.on('data', (part: Buffer) => {
      reject(new Error(part.toString()));
    });
  });
}

interface Reply {
  readonly status: number | undefined;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A request as any program on this computer, or a page elsewhere, could make it. */
function ask(
  url: string,
  options: { headers?: Record<string, string>; method?: string; body?: string } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: options.method ?? 'GET', headers: options.headers ?? {} }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode, text, headers: response.headers });
      });
    });
    sent.on('error', reject);
    sent.end(options.body);
  });
}

/** A call as the served page makes it. */
async function run(...args: readonly string[]): Promise<{ value?: string; error?: string }> {
  const headers = { origin: new URL(served.url).origin, 'content-type': 'application/json' };
  const { text } = await ask(`${served.url}run`, { method: 'POST', headers, body: JSON.stringify(args) });
  return JSON.parse(text) as { value?: string; error?: string };
}

beforeAll(async () => {
  folder = copyOfExample('dazhanglou-2022');
  for (const name of reports()) rmSync(join(folder, '报告', name));
  served = await serve(folder);
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
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

  it('writes a report from the browser, and hands it over', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(served.url);
    await page.getByRole('link', { name: '生成年度报告' }).press('Enter');
    await page.getByRole('button', { name: '生成报告' }).press('Enter');
    await page.getByRole('link', { name: '下载 报告/', exact: false }).first().waitFor();
    const [name = ''] = reports();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: `下载 报告/${name}` }).click();
    const taken = await download;
    expect(taken.suggestedFilename()).toBe(name);
    expect(readFileSync(await taken.path())).toEqual(readFileSync(join(folder, '报告', name)));
    expect(await page.locator('.figures').textContent()).toContain('任务45');
    await page.getByRole('link', { name: '返回目录' }).click();
    await page.getByRole('link', { name: '看板' }).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('finishes what was started when the page is closed', async () => {
    const page = await browser.newPage();
    await page.goto(`${served.url}page-report`);
    await page.getByRole('button').press('Enter');
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
  expect((await ask(served.url.replace(/\w\/$/u, '/'))).status).toBe(404);
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

it('starts only what the menu has', async () => {
  expect(await run('fill', '{}', '')).toEqual({ error: '页面不能启动“fill”' });
  expect(await run('toString')).toEqual({ error: '页面不能启动“toString”' });
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
