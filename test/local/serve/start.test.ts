/** The home page as somebody meets it who has never used the program. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
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

  it('has the whole width, and the look the person chose on other pages', async () => {
    await page.getByText('还没有打开过工作文件夹').waitFor();
    const width = (await page.locator('main').boundingBox())?.width ?? 0;
    expect(width).toBeGreaterThan(900);
    await page.evaluate("localStorage.setItem('nianbao-theme', 'dark')");
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  longIt('opens the example, and afterwards shows how it stands and what is next', async () => {
    await page.getByText('还没有打开过工作文件夹').waitFor();
    await page.getByRole('button', { name: '示例' }).press('Enter');
    await page.getByRole('link', { name: '看板' }).first().waitFor();
    expect(await page.locator('.above').textContent()).toBe('全部工作文件夹 › 法治年报示例');
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<{ violations: { id: string }[] }>(
      'axe.run({ runOnly: ["landmark-no-duplicate-banner", "landmark-unique", "region"] })',
    );
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
    await page.getByRole('button', { name: '建立', exact: true }).press('Enter');
    await page.getByRole('button', { name: '开始初始化' }).press('Enter');
    await page.getByRole('heading', { name: '完成' }).waitFor();
    expect(statSync(join(home, 'Documents/我的年报/总表.xlsx')).isFile()).toBe(true);
    await page.goto(served.url);
    await page.getByText('下一步：填总表，建填报表').waitFor();
    expect(await page.locator('.way .past').allTextContents()).toEqual([expect.stringContaining('建总表已有')]);
    await page.getByRole('button', { name: '填总表，建填报表' }).click();
    await page.waitForURL(/\/w1\/page-departments$/u);
  });

  longIt(
    'begins from a folder of ledgers: shows what would be made, writes nothing, and makes it when it is confirmed',
    async () => {
      const ledgers = join(home, 'Documents/各单位台账');
      mkdirSync(ledgers);
      writeFileSync(
        join(ledgers, '青石岭镇2025年法治建设任务台账.csv'),
        '序号,工作任务,责任单位,完成时限,完成情况\n1,印发年度工作要点,法治办,3月底前,已完成\n2,执法人员持证,执法队,9月30日,未完成\n',
      );
      writeFileSync(join(ledgers, '执法队.csv'), '工作任务,完成时限,完成情况\n执法人员持证,9月30日,已完成\n');
      await page.getByRole('button', { name: '从台账开始' }).press('Enter');
      await page.getByRole('button', { name: 'Documents' }).press('Enter');
      await page.getByRole('button', { name: '各单位台账' }).press('Enter');
      await page.locator('strong', { hasText: ledgers }).waitFor();
      await page.getByRole('button', { name: '就用这个文件夹里的台账' }).press('Enter');
      await page.getByLabel('名称').fill('我的年报');
      await page.getByRole('button', { name: '下一步' }).press('Enter');
      await page.getByRole('button', { name: '看会建成什么' }).press('Enter');
      await page.getByRole('heading', { name: '任务 2 项' }).waitFor();
      expect(await text()).toContain('执法队：执法队.csv');
      expect(existsSync(join(home, 'Documents/我的年报/总表.xlsx'))).toBe(false);
      await page.evaluate(axe.source);
      expect(await page.evaluate('axe.run()')).toMatchObject({ violations: [] });
      await page.getByRole('button', { name: '照此建立' }).press('Enter');
      await page.getByRole('heading', { name: '完成' }).nth(1).waitFor();
      expect(readdirSync(join(home, 'Documents/我的年报/填报')).sort()).toContain('执法队.csv');
      expect(readFileSync(join(ledgers, '执法队.csv'), 'utf8')).toContain('已完成');
    },
  );

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
  const folder = join(home, '旧&年报');
  renameSync(copyOfExample('dazhanglou-2022'), folder);
  expect(await start({ do: 'open', folder })).toEqual({ value: { href: 'w1/' } });
  expect(await start({ do: 'open', folder })).toEqual({ value: { href: 'w1/' } });
  expect(await (await fetch(`${served.url}w1/page-check`)).text()).toContain('› 旧&#38;年报</nav>');
  renameSync(folder, join(home, '新年报'));
  expect(await start({ do: 'list' })).toMatchObject({ value: { workspaces: [{ folder, isThere: false }] } });
  expect((await start({ do: 'open', folder })).error).toContain('找不到文件夹');
  expect(await start({ do: 'forget', folder })).toMatchObject({ value: { workspaces: [] } });
});

it('refuses a folder that is no workspace, a name no folder can have, and what it does not know', async () => {
  expect((await start({ do: 'open', folder: join(home, 'Documents') })).error).toContain('不是工作文件夹');
  for (const name of ['', '..', '../外面', 'a:b', 'a|b', 'CON', 'nul', '年报.']) {
    expect((await start({ do: 'create', place: home, name })).error).toContain('不能作文件夹名');
  }
  for (const place of [join(home, '没有'), 'Documents', '']) {
    expect((await start({ do: 'create', place, name: '年报' })).error).toContain('请写完整的路径');
  }
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
  expect((await fetch(served.url.replace(/[^/]\/$/u, '/'))).status).toBe(404);
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

it('opens a workspace also where the list of what was opened cannot be kept', async () => {
  writeFileSync(join(home, 'settings'), 'a file stands where the folder of the settings would be');
  const folder = join(home, '年报');
  renameSync(copyOfExample('dazhanglou-2022'), folder);
  expect(await start({ do: 'open', folder })).toEqual({ value: { href: 'w1/' } });
  expect(await start({ do: 'list' })).toMatchObject({ value: { workspaces: [] } });
});

it('asks for the hub that was renamed, and makes no empty one beside it', async () => {
  const folder = join(home, '年报');
  renameSync(copyOfExample('dazhanglou-2022'), folder);
  await start({ do: 'open', folder });
  renameSync(join(folder, '总表.xlsx'), join(folder, '总表 (1).xlsx'));
  const told = expect.stringContaining('有“总表 (1).xlsx”：是改了名或另存的，请改回 总表.xlsx') as string;
  const order = { hubOnly: true, year: 2022, edition: null, organ: null };
  const args = JSON.stringify(['set-up', JSON.stringify(order), '']);
  const headers = { origin: new URL(served.url).origin, 'content-type': 'application/json' };
  const response = await fetch(`${served.url}w1/run`, { method: 'POST', headers, body: args });
  expect(await response.json()).toEqual({ error: told });
  expect(existsSync(join(folder, '总表.xlsx'))).toBe(false);
  await start({ do: 'forget', folder });
  expect(await start({ do: 'open', folder })).toEqual({ error: told });
});
