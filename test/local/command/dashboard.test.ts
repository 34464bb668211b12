/** `nianbao dashboard`: one file without a network and without persons. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Cockpit } from '../../../src/contract/cockpit';
import { longIt } from '../../long';
import { startBrowser } from '../../pages/browser';
import { needs } from '../../tools';
import { removeFolders, run } from '../../workspace/run-command';
import { secretOffice, secrets } from '../../workspace/secret-office';

afterAll(removeFolders);

/** Cells are named without their file. */
const placesOfCells = ['!D7', 'xlsx'];

const folder = secretOffice();
const told = run('dashboard', folder);
const path = join(folder, '看板.html');
const html = readFileSync(path, 'utf8');
const [, packed = ''] = /<script type="application\/json" id="cockpit">([^<]*)</u.exec(html) ?? [];
const value = inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8');

it('writes one file of at most 600 KB and says what to do with it', () => {
  expect(told.exit).toBeLessThan(2);
  expect(told.out).toMatch(
    /看板：看板\.html，\d+ KB，不联网，没有人名、电话、邮箱和单位原话[^]*下一步：双击 看板\.html/u,
  );
  expect(statSync(path).size).toBeLessThanOrEqual(600_000);
});

it('holds no name, number or address of a person, and no word of a department’s own', () => {
  const found = secrets.filter((secret) => value.includes(secret) && !placesOfCells.includes(secret));
  expect(found).toEqual([]);
  expect(value).not.toMatch(/[\w.]+@[\w.]+|(?<![\d.])1[3-9]\d{9}(?!\d)|\.xlsx/u);
  const { tasks, departments, forMail } = JSON.parse(value) as Cockpit;
  expect([forMail, tasks.every(({ said }) => said === null)]).toEqual([true, true]);
  expect(departments.map(({ name }) => name)).toContain('司法所');
});

it('refuses a folder that is none, and writes nothing', () => {
  const { exit, out } = run('dashboard', join(folder, '没有'));
  expect([exit, out]).toEqual([2, '']);
});

it('refuses more than one folder, lest another than the one meant is taken', () => {
  const { exit, progress } = run('dashboard', folder, '八五 普法');
  expect([exit, progress]).toEqual([2, expect.stringContaining('参数太多：八五 普法')]);
});

needs('a browser', () => {
  longIt('opens as a file, asks no network, and runs nothing but its own code', async () => {
    const browser = await startBrowser();
    const page = await browser.newPage();
    const asked: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => asked.push(request.url().slice(0, 8)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`file://${path}`);
    await page.locator('.board .chart svg').first().waitFor();
    expect(asked.filter((address) => !address.startsWith('file://'))).toEqual([]);
    expect(errors).toEqual([]);
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.locator('.tasks .title').first().click();
    expect(await page.locator('.detail').textContent()).toContain('单位原话和文件名不在这份文件里');
    await page.evaluate(
      'document.body.append(Object.assign(document.createElement("script"), { text: "window.ran = true" }))',
    );
    expect(await page.evaluate('window.ran')).toBeUndefined();
    await browser.close();
  });
});
