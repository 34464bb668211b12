/** 接入台账 over a real folder in a real browser: a ledger is dropped, corrected, confirmed, and the next one needs nothing. */
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import type { JobAnswer } from '../../../src/contract/answer';
import type { IntakeDetails, IntakeList, IntakeOrder } from '../../../src/contract/intake';
import { openWorkspace } from '../../../src/local/services/bundle-host';
import { longIt } from '../../long';
import { startBrowser } from '../../pages/browser';
import { needs } from '../../tools';
import { copyOfExample, freshFolder, removeFolders, root, run } from '../../workspace/run-command';
import { endServers, runJob, serve, type Served } from './running-server';

/** Nothing stands in the last one. */
const heads = ['序号', '工作', '目前情形', '办妥', '经办', '批示'];
const rows: readonly (readonly (string | number | null)[])[] = [
  [1, '印发要点', '上会了', '2022-03-20', '某甲'],
  [2, '学法<img src=x onerror=alert(1)>', '还在路上', null, '某乙'],
];

/** A ledger as a department keeps it: no number of ours, no word of ours. */
async function ledger(path: string, more: readonly (readonly (string | number | null)[])[] = []): Promise<string> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('落实2022').addRows([['司法所工作台账'], heads, ...rows, ...more]);
  book.addWorksheet('人员').addRows([
    ['姓名', '年龄'],
    ['某甲', 40],
  ]);
  await book.xlsx.writeFile(path);
  return path;
}

const built = {
  bundleFile: join(root, 'build/out/google/Code.js'),
  workerFile: join(root, 'build/out/local/xlsx-worker.mjs'),
};

let folder: string;
let served: Served;
let dropped: string;

beforeAll(async () => {
  folder = copyOfExample('dazhanglou-2022');
  rmSync(join(folder, '填报/司法所.xlsx'));
  dropped = await ledger(join(freshFolder(), '司法所.xlsx'));
  served = await serve(folder);
});
afterAll(() => {
  endServers();
  removeFolders();
});

const order = (more: Partial<IntakeOrder> = {}): IntakeOrder => ({
  file: '司法所.xlsx',
  content: readFileSync(dropped).toString('base64'),
  department: null,
  answers: [],
  confirm: false,
  ...more,
});

async function ask(given: object): Promise<JobAnswer & { readonly details: IntakeDetails }> {
  const { value, error } = await runJob(served, 'intake', JSON.stringify(given), '');
  if (value === undefined) throw new Error(error);
  return JSON.parse(value) as JobAnswer & { readonly details: IntakeDetails };
}

const leftovers = (): readonly string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('nianbao-dropped-'));

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
    errors = [];
    page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('dialog', (dialog) => {
      errors.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(`${served.url}page-intake`);
  });
  afterEach(async () => {
    await page.close();
    expect(errors).toEqual([]);
  });

  /** Waits until what was said has been read again. */
  const settled = async (): Promise<void> => {
    await page.locator('.output:not([aria-busy]) > .note, .output:not([aria-busy]) > .note.good').first().waitFor();
  };
  const pick = async (label: string, value: string): Promise<void> => {
    await page.getByLabel(label, { exact: true }).first().selectOption(value);
    await page
      .getByRole('button', { name: new RegExp(`^撤回 .*＝${value}$`, 'u') })
      .first()
      .waitFor();
    await settled();
  };
  const activeText = (): Promise<unknown> => page.evaluate('document.activeElement.textContent.slice(0, 60)');
  const unfold = (): Promise<unknown> =>
    page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
  const heading = (): Promise<string | null> => page.locator('.output .note h2').textContent();

  longIt(
    'a dropped ledger is corrected by clicks, each read at once, and confirmed; the file stays as it was',
    async () => {
      const before = readFileSync(dropped);
      const content = before.toString('base64');
      const data = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob('${content}'), (sign) => sign.charCodeAt(0));
      transfer.items.add(new File([bytes], '司法所.xlsx'));
      return transfer;
    })()`);
      await page.locator('.drop').dispatchEvent('drop', { dataTransfer: data });
      await page.getByRole('heading', { name: /^要确认的/u }).waitFor();
      expect(await activeText()).toMatch(/^要确认的/u);
      await pick('工作表“落实2022”是', '任务进展');
      await pick('“工作”列是', '重点任务');
      await pick('“目前情形”列是', '状态');
      await pick('“办妥”列是', '完成日期');
      await pick('“上会了”是', '已完成');
      await pick('“还在路上”是', '推进中');
      // 印发要点 is known by its title; 学法 is like none.
      await page.getByRole('button', { name: /^“学法.*没有对上/u }).click();
      await page.getByLabel(/^“学法.*是$/u).selectOption('B-04');
      await page.getByRole('button', { name: /^撤回 .*＝B-04$/u }).waitFor();
      await settled();
      expect(await page.locator('.figures').textContent()).toContain('任务2');
      expect(await page.locator('main img').count()).toBe(0);
      expect(existsSync(join(folder, '列对应.xlsx'))).toBe(false);
      await page.getByRole('button', { name: '确认，记下读法并放进“填报”' }).press('Enter');
      await page.getByRole('heading', { name: '已记下' }).waitFor();
      expect(readFileSync(dropped)).toEqual(before);
      expect(readFileSync(join(folder, '填报/司法所.xlsx'))).toEqual(before);
      const { out } = run('check', folder, '--json');
      const { summary, problems } = JSON.parse(out) as JobAnswer;
      expect(summary?.tasks.filter(({ id }) => ['A-02', 'B-04'].includes(id)).map(({ state }) => state)).toEqual([
        'done',
        expect.stringMatching(/^(?:running|overdue)$/u),
      ]);
      expect(problems.filter(({ code }) => /^(?:rule|shape|sheet-unknown)/u.test(code))).toEqual([]);
    },
  );

  longIt('the next one of the same shape needs nothing, and what differs later is shown', async () => {
    const next = await ledger(join(freshFolder(), '司法所.xlsx'), [[3, '', '', null, '']]);
    await page.locator('#drop').setInputFiles(next);
    await page.getByRole('heading', { name: '没有要确认的' }).waitFor();
    expect(await page.locator('.output .note').textContent()).toContain('照记下的');
    const other = new ExcelJS.Workbook();
    other
      .addWorksheet('落实2022')
      .addRows([['台账'], [...heads, '难处'], ...rows.map((row) => [...row, null, '缺人'])]);
    const path = join(freshFolder(), '司法所.xlsx');
    await other.xlsx.writeFile(path);
    await page.locator('#drop').setInputFiles(path);
    await page.getByRole('heading', { name: /^要确认的/u }).waitFor();
    expect(await page.locator('.output .note').textContent()).toContain('多了“难处”');
  });

  longIt('can be done by keyboard alone', async () => {
    await page.getByLabel('“填报”里的表（输入单位名称查找）').waitFor();
    for (let presses = 0; presses < 40; presses += 1) {
      if ((await page.evaluate('document.activeElement.id')) === 'search') break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('司法所');
    await page.keyboard.press('Tab');
    expect(await activeText()).toMatch(/^司法所\.xlsx，已记下 \d+ 条读法$/u);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '没有要确认的' }).waitFor();
    expect(await activeText()).toBe('没有要确认的');
    const focusOn = async (key: string): Promise<void> => {
      for (let presses = 0; presses < 80; presses += 1) {
        const found = await page.evaluate('document.activeElement.getAttribute("data-key")');
        if (found === key) return;
        const isFolded = await page.evaluate('document.activeElement.matches("details:not([open]) > summary")');
        if (isFolded === true) await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
      }
      throw new Error(`${key} was not reached`);
    };
    await focusOn('column 落实2022 经办');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: /^撤回 .*“经办”＝任务编号$/u }).waitFor();
    expect(await page.evaluate('document.activeElement.getAttribute("data-key")')).toBe('column 落实2022 经办');
  });

  longIt.each(['light', 'dark'] as const)('has nothing an axe finds, in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    for (const name of ['page-intake', '', 'page-dashboard', 'page-set-up', 'page-about']) {
      await page.goto(`${served.url}${name}`);
      await page.getByText('大张楼镇 2022年度', { exact: false }).first().waitFor();
      if (name === 'page-intake') {
        await page.locator('#drop').setInputFiles(await ledger(join(freshFolder(), '别的.xlsx')));
        await page.getByRole('heading', { name: /^要确认的/u }).waitFor();
        await unfold();
      }
      if (name === 'page-dashboard') await page.locator('.areas').first().waitFor();
      await page.evaluate(axe.source);
      const found: unknown = await page.evaluate('axe.run()');
      const { violations } = found as { violations: { id: string; nodes: { html: string }[] }[] };
      expect(violations.map(({ id, nodes }) => [name, id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
    }
  });

  longIt('shows each word of a header above its column', async () => {
    await page.locator('#drop').setInputFiles(dropped);
    await page.locator('.output .note h2').waitFor();
    await unfold();
    const lefts = await page.evaluate(
      '[...document.querySelector(".ledger").rows].map(({ cells }) => [...cells].map((cell) => Math.round(cell.getBoundingClientRect().left)).join())',
    );
    expect(new Set(lefts as readonly string[]).size).toBe(1);
  });

  longIt('fits a narrow screen: only the table itself is wider', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.locator('#drop').setInputFiles(dropped);
    await page.locator('.output .note h2').waitFor();
    expect(await heading()).not.toBe('');
    await unfold();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });

  longIt('leads to 初始化 from every page of a folder that has no hub', async () => {
    const empty = await serve(freshFolder());
    for (const name of ['page-intake', 'page-report', 'page-dashboard', 'page-timer']) {
      await page.goto(`${empty.url}${name}`);
      const way = page.getByRole('link', { name: '去初始化' });
      await way.waitFor();
      expect(await page.locator('.body').isVisible()).toBe(false);
      expect(await way.getAttribute('href')).toBe('page-set-up');
    }
    await page.goto(`${empty.url}page-set-up`);
    await page.getByText('还没有初始化').waitFor();
    expect(await page.getByRole('button', { name: '开始初始化' }).isVisible()).toBe(true);
  });
});

it('lists 200 departments without opening one of their workbooks', async () => {
  const many = copyOfExample('dazhanglou-2022');
  const [first = ''] = readdirSync(join(many, '填报'));
  const bytes = readFileSync(join(many, '填报', first));
  for (let at = 0; at < 186; at += 1) writeFileSync(join(many, `填报/单位${String(at)}.xlsx`), bytes);
  const host = await openWorkspace(many, { ...built, progress: () => undefined, mounts: {} });
  const { details } = host.run('runJob', 'intake-list', 'null') as { readonly details: IntakeList };
  expect(details.files).toHaveLength(200);
  expect(details.files.filter(({ department }) => department !== null)).toHaveLength(14);
  expect(host.calls['Sheets.Spreadsheets.get']).toBe(1);
  expect(host.calls['Drive.Files.list']).toBeLessThanOrEqual(2);
});

longIt('two who confirm at once lose nothing of each other', async () => {
  const answer = (sheet: string, name: string, as: string): IntakeOrder['answers'][number] => ({
    ...{ sheet, kind: 'column', name, as },
  });
  const both = [
    order({ confirm: true, department: '司法所', answers: [answer('落实2022', '经办', '佐证材料')] }),
    order({ confirm: true, department: '财政所', answers: [answer('落实2022', '经办', '不读取')] }),
  ];
  const until = async (given: IntakeOrder): Promise<void> => {
    // Pages that were just closed may still be answered.
    const { exit, text } = await ask(given).catch((error: unknown) => ({ exit: 2, text: String(error) }));
    if (exit === 2 && /另一个人正在运行|同时进行的事太多/u.test(text)) await until(given);
    else expect(exit).not.toBe(2);
  };
  await Promise.all(both.map(until));
  for (const [department, as] of [
    ['司法所', '佐证材料'],
    ['财政所', '不读取'],
  ] as const) {
    const { details } = await ask(order({ department }));
    expect(details.rules.filter(({ name }) => name === '经办').map((one) => one.as)).toEqual([as]);
  }
});

longIt('what the office wrote in the workbook stays when something is confirmed', async () => {
  const path = join(folder, '列对应.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.getWorksheet('列对应');
  sheet?.addRow(['司法所', '人员', '', '不读取', '主任说的']);
  await book.xlsx.writeFile(path);
  await ask(order({ confirm: true, answers: [{ sheet: '落实2022', kind: 'row', name: '=1+1', as: 'A-02' }] }));
  await book.xlsx.readFile(path);
  const texts: string[] = [];
  book.getWorksheet('列对应')?.eachRow((row) => texts.push((row.values as unknown[]).slice(1).join('|')));
  expect(texts.some((line) => line.endsWith('|主任说的'))).toBe(true);
  expect(texts.some((line) => line.startsWith('司法所|落实2022|行：=1+1|A-02|'))).toBe(true);
});

longIt('what is confirmed of a dropped .csv is kept by the name its sheet has in 填报', async () => {
  const text = '统计项,数目\n人民调解成功件数,7\n接待群众,9\n';
  const csv = { file: '2022年上报.csv', content: Buffer.from(text).toString('base64') };
  const said = (sheet: string) => [{ sheet, kind: 'column' as const, name: '数目', as: '填报值' }];
  const { details: before } = await ask(order(csv));
  expect(before.sheets.map(({ sheet }) => sheet)).toEqual(['2022年上报']);
  rmSync(join(folder, '填报/综治中心.xlsx'));
  const chosen = { ...csv, department: '综治中心' };
  // Said before the department was chosen.
  const kept = await ask(order({ ...chosen, answers: said('2022年上报'), confirm: true }));
  expect(kept.details).toMatchObject({ isKept: true, isPut: true });
  expect(kept.details.rules.map(({ sheet, name, as }) => `${sheet} ${name}=${as}`)).toContain('综治中心 数目=填报值');
  const { details: own } = await ask(order({ file: '综治中心.csv', content: null }));
  expect(own.rules.length).toBe(kept.details.rules.length);
});

longIt('a page gets at no file by its place, and nothing of what was dropped is left', async () => {
  const text = await ask(order({ file: '../../x.xlsx', department: '司法所' }));
  expect(text.exit).not.toBe(2);
  const own = { ...order({ content: null, file: '无.xlsx' }), dropped: { id: '总表.xlsx', name: '总表.xlsx' } };
  expect(await ask(own)).toMatchObject({ exit: 2, text: expect.stringContaining('没有“无.xlsx”') as unknown });
  await expect(ask(order({ file: '程序.exe' }))).rejects.toThrow('不是表格文件');
  const junk = await ask(order({ content: Buffer.from('没有').toString('base64') }));
  expect(junk).toMatchObject({ exit: 2 });
  const many = Array.from({ length: 2001 }, (_, at) => ({
    sheet: '落',
    kind: 'column' as const,
    name: String(at),
    as: '状态',
  }));
  expect(await ask(order({ answers: many }))).toMatchObject({
    exit: 2,
    text: expect.stringContaining('看不懂') as unknown,
  });
  expect(await ask(order({ answers: [{ sheet: '落', kind: 'shape', name: '', as: 'x' }] }))).toMatchObject({ exit: 2 });
  expect(leftovers()).toEqual([]);
});

longIt('a damaged workbook of rules stops reading with the reason, and is not overwritten', async () => {
  const path = join(folder, '列对应.xlsx');
  const kept = readFileSync(path);
  writeFileSync(path, 'nothing');
  expect(await ask(order({ confirm: true }))).toMatchObject({
    exit: 2,
    text: expect.stringContaining('列对应') as unknown,
  });
  expect(run('check', folder).exit).toBe(2);
  expect(readFileSync(path, 'utf8')).toBe('nothing');
  writeFileSync(path, kept);
});

longIt(
  'the table of the whole town is taken without a department, and is put beside those of the departments',
  async () => {
    const table =
      '序号,工作任务,责任单位,完成时限,完成情况\n1,评查行政执法案卷,司法所,11月底前,已完成\n2,编制重大行政决策事项目录,党政办,3月底前,已完成\n';
    const town = { file: '总台账.csv', content: Buffer.from(table).toString('base64') };
    const { details } = await ask(order(town));
    expect(details).toMatchObject({ isTown: true, department: null });
    const kept = await ask(order({ ...town, confirm: true }));
    expect(kept).toMatchObject({ details: { isKept: true, isPut: true } });
    expect(readFileSync(join(folder, '填报/总台账.csv'), 'utf8')).toBe(table);
    expect((await ask(order({ ...town, confirm: true }))).details.isPut).toBe(false);
    rmSync(join(folder, '填报/总台账.csv'));
  },
);
