/** The home page as somebody meets it who has never used the program. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { longIt } from '../../long';
import { startBrowser } from '../../pages/browser';
import { needs } from '../../tools';
import { command, copyOfExample, freshFolder, removeFolders } from '../../workspace/run-command';

let home: string;
let served: { readonly url: string; readonly child: ChildProcess };
const running: ChildProcess[] = [];

/** Serves from a folder without a hub; the person's own folder is the test's. */
function serveHome(): Promise<typeof served> {
  const env = { ...process.env, HOME: home, USERPROFILE: home, NIANBAO_HOME: join(home, 'settings') };
  const child = spawn(process.execPath, [command, 'serve'], { cwd: freshFolder(), env });
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

async function start(order: object): Promise<{ value?: unknown; error?: string }> {
  const headers = { origin: new URL(served.url).origin, 'content-type': 'application/json' };
  const response = await fetch(`${served.url}start`, { method: 'POST', headers, body: JSON.stringify(order) });
  return (await response.json()) as { value?: unknown; error?: string };
}

beforeEach(async () => {
  home = freshFolder();
  mkdirSync(join(home, 'Documents'));
  served = await serveHome();
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(removeFolders);

needs('a browser', () => {
  let browser: Browser;
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    errors = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(served.url);
  });
  afterEach(async () => {
    expect(errors).toEqual([]);
    await page.close();
  });

  const text = async (): Promise<string> => (await page.locator('main').textContent()) ?? '';

  longIt('opens the example, and afterwards shows how it stands and what is next', async () => {
    await page.getByText('还没有打开过工作文件夹').waitFor();
    await page.getByRole('button', { name: '示例' }).press('Enter');
    await page.getByRole('link', { name: '看板' }).first().waitFor();
    expect(await page.locator('.above').textContent()).toBe('全部工作文件夹 › 法治年报示例');
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<{ violations: { id: string }[] }>('axe.run()');
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('link', { name: '全部工作文件夹' }).click();
    await page.getByRole('heading', { name: '最近：法治年报示例' }).waitFor();
    await page.getByText('任务 45 项，逾期').waitFor();
    expect(await text()).toContain('大张楼镇2022年度');
    expect(await page.locator('[aria-current=step]').textContent()).toContain('收表检查下一步');
    expect(existsSync(join(home, 'Documents/法治年报示例/结果.xlsx'))).toBe(false);
  });

  it('leads from an empty computer to a hub', async () => {
    await page.getByRole('button', { name: '新建' }).press('Enter');
    await page.getByLabel('名称').fill('我的年报');
    expect(await page.getByLabel('放在哪个文件夹里').inputValue()).toBe(join(home, 'Documents'));
    await page.getByRole('button', { name: '建立' }).press('Enter');
    await page.getByRole('button', { name: '开始初始化' }).press('Enter');
    await page.getByRole('heading', { name: '完成' }).waitFor();
    expect(statSync(join(home, 'Documents/我的年报/总表.xlsx')).isFile()).toBe(true);
    await page.goto(served.url);
    await page.getByText('下一步：填总表，建填报表').waitFor();
    expect(await page.locator('.way .past').allTextContents()).toEqual([expect.stringContaining('建总表已有')]);
    await page.getByRole('button', { name: '填总表，建填报表' }).click();
    await page.waitForURL(/\/w1\/page-departments$/u);
  });

  longIt('opens a folder that is chosen from the folders there are', async () => {
    renameSync(copyOfExample('dazhanglou-2022'), join(home, 'Documents/2022年报'));
    await page.getByRole('button', { name: '打开', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Documents' }).press('Enter');
    await page.getByRole('button', { name: '打开 2022年报' }).press('Enter');
    await page.getByRole('link', { name: '看板' }).first().waitFor();
    expect(await page.locator('.above').textContent()).toContain('2022年报');
  });
});

it('says that a workspace was moved, and takes it off the list on demand', async () => {
  const folder = join(home, '旧年报');
  renameSync(copyOfExample('dazhanglou-2022'), folder);
  expect(await start({ do: 'open', folder })).toEqual({ value: { href: 'w1/' } });
  expect(await start({ do: 'open', folder })).toEqual({ value: { href: 'w1/' } });
  renameSync(folder, join(home, '新年报'));
  expect(await start({ do: 'list' })).toMatchObject({ value: { workspaces: [{ folder, isThere: false }] } });
  expect((await start({ do: 'open', folder })).error).toContain('找不到文件夹');
  expect(await start({ do: 'forget', folder })).toMatchObject({ value: { workspaces: [] } });
});

it('refuses a folder that is no workspace, a name no folder can have, and what it does not know', async () => {
  expect((await start({ do: 'open', folder: join(home, 'Documents') })).error).toContain('不是工作文件夹');
  for (const name of ['', '..', '../外面', 'a:b', 'a|b']) {
    expect((await start({ do: 'create', place: home, name })).error).toContain('不能作文件夹名');
  }
  expect((await start({ do: 'create', place: join(home, '没有'), name: '年报' })).error).toContain('找不到文件夹');
  expect((await start({ do: 'shell' })).error).toContain('首页没有这件事');
  expect((await start({ do: 'open', folder: 7 })).error).toContain('首页没有这件事');
  expect(readdirSync(home).sort()).toEqual(['Documents']);
});

it('keeps the pages of a workspace behind the door it was opened by', async () => {
  expect((await fetch(`${served.url}w1/page-check`)).status).toBe(404);
  await start({ do: 'sample' });
  expect((await fetch(`${served.url}w1/page-check`)).status).toBe(200);
  for (const path of ['w2/page-check', 'w1/page-none', 'w1/file?id=总表.xlsx', 'page-check']) {
    expect((await fetch(`${served.url}${path}`)).status).toBe(404);
  }
  expect((await fetch(served.url.replace(/\w\/$/u, '/'))).status).toBe(404);
});

it('leaves no empty folder behind that nobody filled', async () => {
  const { value } = await start({ do: 'create', place: home, name: '新年报' });
  expect(value).toEqual({ href: 'w1/page-set-up' });
  expect(existsSync(join(home, '新年报'))).toBe(true);
  const ended = new Promise((resolve) => served.child.once('exit', resolve));
  served.child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(existsSync(join(home, '新年报'))).toBe(false);
});
