/** The pages 定时催办 and 发信设置 over an open server, with a crontab and a mail server that are only stand-ins. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../pages/browser';
import { needs } from '../../tools';
import { command, copyOfExample, freshFolder, removeFolders, root } from '../../workspace/run-command';

const running: ChildProcess[] = [];
let home: string;
let workspace: string;
let url: string;

/** The first word a program prints that fits. */
function printed(child: ChildProcess, form: RegExp): Promise<string> {
  running.push(child);
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (part: Buffer) => {
      out += part.toString();
      const [found] = form.exec(out) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => {
      reject(new Error(`ended with ${String(code)} after ${out}`));
    });
  });
}

beforeAll(async () => {
  home = freshFolder();
  workspace = copyOfExample('dazhanglou-2022');
  const programs = freshFolder();
  const file = join(home, 'crontab');
  writeFileSync(
    join(programs, 'crontab'),
    `#!/bin/sh\nif [ "$1" = -l ]; then [ -f '${file}' ] && exec /bin/cat '${file}'; echo 'no crontab' >&2; exit 1; fi\n/bin/cat > '${file}'\n`,
    { mode: 0o755 },
  );
  const env = { ...process.env, PATH: programs, NIANBAO_HOME: join(home, 'settings') };
  url = await printed(spawn(process.execPath, [command, 'serve', workspace], { env }), /http:\S+/u);
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  removeFolders();
});

const needsUnix = process.platform === 'win32' ? describe.skip : describe;
needsUnix('on this computer', () => {
  needs('a browser', () => {
    let browser: Browser;
    let page: Page;
    const errors: string[] = [];
    beforeAll(async () => {
      browser = await startBrowser();
      page = await browser.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      page.on('pageerror', (error) => errors.push(error.message));
    });
    afterAll(async () => {
      expect(errors).toEqual([]);
      await browser.close();
    });

    const row = (name: string): Promise<string[]> =>
      page.getByRole('row', { name }).getByRole('cell').allTextContents();

    it('says of the timer what is so: off, on while the window is open, and by the system', async () => {
      await page.goto(`${url}page-timer`);
      await page.getByRole('heading', { name: '定时催办没有开，不会自己发' }).waitFor();
      expect(await row('这个窗口')).toEqual(['没有开', '—']);
      expect(await row('cron')).toEqual(['没有装', '—']);
      await page.getByRole('button', { name: '开启' }).press('Enter');
      await page.getByRole('heading', { name: '定时催办已开' }).waitFor();
      expect((await row('这个窗口'))[1]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/u);
      expect(await page.getByText('到时写成文件放进“发件箱”').isVisible()).toBe(true);
      await page.getByLabel('系统的计划任务').fill('09:15');
      await page.getByRole('button', { name: '装上计划任务' }).press('Enter');
      await page.getByText('每天 09:15 起每小时一次').waitFor();
      expect(readFileSync(join(home, 'crontab'), 'utf8')).toContain(`'${workspace}'`);
      expect(await page.getByText('上次运行：还没有运行过。').isVisible()).toBe(true);
      await page.getByRole('button', { name: '停止' }).press('Enter');
      await page.getByRole('heading', { name: '定时催办没有开' }).waitFor();
      expect(await row('这个窗口')).toEqual(['没有开', '—']);
      expect(await row('cron')).toEqual([expect.stringContaining('定时催办关着，到时间也不做事'), '—']);
      await page.getByRole('button', { name: '去掉计划任务' }).press('Enter');
      await page.getByText('没有装').waitFor();
      expect(readFileSync(join(home, 'crontab'), 'utf8')).toBe('');
    });

    it('keeps a mail server, tries it by one mail to the office itself, and shows the password to nobody', async () => {
      const got = join(home, 'mails');
      const server = spawn(process.execPath, [join(root, 'test/local/mail-server.mjs'), got, 'secure', 'take']);
      const port = await printed(server, /\d+/u);
      await page.goto(`${url}page-mail`);
      await page.getByText('还没有设置').waitFor();
      await page.getByLabel('服务器').fill('127.0.0.1');
      await page.getByLabel('端口').fill(port);
      await page.getByLabel('发件邮箱').fill('fzb@example.cn');
      await page.getByLabel('用户名').fill('tester');
      await page.getByLabel('密码或授权码').fill('wrong');
      await page.getByRole('button', { name: '保存' }).press('Enter');
      await page.getByText('已保存').waitFor();
      await page.getByRole('button', { name: '试发一封给自己' }).press('Enter');
      await page.getByText('没有登录成功，请核对用户名和密码').waitFor();
      await page.getByLabel('密码或授权码').fill('secret');
      await page.getByRole('button', { name: '保存' }).press('Enter');
      await page.getByText('已保存').waitFor();
      await page.getByRole('button', { name: '试发一封给自己' }).press('Enter');
      await page.getByText('服务器收下了').waitFor();
      expect(readdirSync(got)).toEqual(['1 fzb@example.cn.eml']);
      await page.getByLabel('服务器').fill('smtp.example.cn');
      await page.getByRole('button', { name: '试发一封给自己' }).press('Enter');
      await page.getByText('请先保存，再试发').waitFor();
      expect(await page.getByLabel('服务器').inputValue()).toBe('smtp.example.cn');
      await page.getByLabel('密码或授权码').fill('');
      await page.getByLabel('用户名').fill('other');
      await page.getByRole('button', { name: '保存' }).press('Enter');
      await page.getByText('请两个都填').waitFor();
      expect(await page.locator('.note').textContent()).not.toContain('管理员');
      expect(readdirSync(got)).toHaveLength(1);
      await page.reload();
      await page.getByText('已有设置：fzb@example.cn').waitFor();
      expect(await page.getByLabel('密码或授权码').inputValue()).toBe('');
      await page.goto(`${url}page-timer`);
      await page.getByRole('heading', { name: '定时催办没有开' }).waitFor();
      await page.getByRole('button', { name: '开启' }).press('Enter');
      await page.getByText('到时直接发出，经 127.0.0.1。').waitFor();
    });

    it('takes away nothing that was typed while the page was still asking what is kept', async () => {
      let answer = (): void => undefined;
      const typed = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route('**/mail', async (route) => {
        await typed;
        await route.continue();
      });
      await page.goto(`${url}page-mail`);
      await page.getByLabel('服务器').fill('smtp.example.cn');
      await page.getByLabel('密码或授权码').fill('secret');
      answer();
      await page.getByText('已有设置').waitFor();
      expect(await page.getByLabel('服务器').inputValue()).toBe('smtp.example.cn');
      expect(await page.getByLabel('密码或授权码').inputValue()).toBe('secret');
      await page.unroute('**/mail');
    });

    it('says that the program ended where its answer breaks off', async () => {
      await page.route('**/mail', (route) => route.fulfill({ status: 200, body: '{"val' }));
      await page.goto(`${url}page-mail`);
      await page.getByText('程序已经停止，没有得到结果').waitFor();
      await page.unroute('**/mail');
    });
  });

  it('answers nothing else, and no order it does not know', async () => {
    const post = async (path: string, body: string): Promise<{ status: number; text: string }> => {
      const headers = { origin: new URL(url).origin, 'content-type': 'application/json' };
      const response = await fetch(`${url}${path}`, { method: 'POST', headers, body });
      return { status: response.status, text: await response.text() };
    };
    expect((await post('timer', '{"do":"on"}')).status).toBe(404);
    for (const path of ['schedule', 'mail']) {
      expect((await post(path, '{"do":"shell"}')).text).toContain('没有这件事');
      expect((await post(path, '[]')).text).toContain('没有这件事');
    }
    expect((await post('mail', '{"do":"keep","settings":{"host":7}}')).text).toContain('发信设置没有填完');
    expect((await post('mail', '{"do":"show"}')).text).not.toContain('secret');
  });
});
