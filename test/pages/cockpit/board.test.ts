/** 看板 as a leader and a clerk meet it, in a real browser. */
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { bigCockpit } from '../../../build/bench-cockpit/big-cockpit.mjs';
import type { Cockpit } from '../../../src/contract/cockpit';
import { longIt } from '../../long';
import { needs } from '../../tools';
import { makeTab, startBrowser, type OpenedPage, type OpenPage } from '../browser';

needs('a browser', () => {
  let browser: Browser;
  let openPage: OpenPage;
  let opened: OpenedPage;
  beforeAll(async () => {
    browser = await startBrowser();
    openPage = await makeTab(browser);
  });
  afterAll(async () => {
    await browser.close();
  });
  afterEach(() => {
    expect(opened.errors).toEqual([]);
  });

  async function show(details: Cockpit): Promise<OpenedPage['page']> {
    opened = await openPage('page-dashboard');
    await opened.answer('look', { details });
    await opened.page.locator('.chart svg').first().waitFor();
    return opened.page;
  }

  const office = bigCockpit(20, 5, 52);
  const state = { workspace: '大张楼镇', year: 2022, edition: '法治政府建设', workbooks: 14, reports: 1 };

  longIt('shows no more papers in one table than anybody reads, and how many more there are', async () => {
    const [paper] = office.feedback;
    if (paper === undefined) throw new Error('the office has papers');
    const page = await show({ ...office, feedback: Array.from({ length: 307 }, () => paper) });
    expect(await page.getByText('表里有 300 张，另有 7 张，见“结果”的“督办台账”。').isVisible()).toBe(true);
    const board = page.locator('section', { hasText: '督办单和核对单' }).last();
    await board.getByText('以表格查看').click();
    expect(await board.locator('tbody tr').count()).toBe(300);
  });

  longIt('tells deadlines, completion and time gone by, each with what is not known of it', async () => {
    const page = await show(office);
    expect(await opened.asked()).toEqual([['look', { forMail: false }]]);
    const tiles = await page.locator('.board > .tiles li').allTextContents();
    expect(tiles[0]).toBe('报送上级（3月1日前）还有 45 天期限 2023-03-01');
    expect(tiles[2]).toMatch(/^到期任务完成率\d+\.\d%到期 \d+ 项，完成 \d+ 项；未报 \d+ 项、待核实 \d+ 项没有计入$/u);
    expect(tiles[3]).toMatch(/^进度与序时71\.2% \/ 88\.4%落后 17\.2 个百分点；按 \d+ 项计算，\d+ 项说不清没有计入/u);
    expect(tiles[5]).toMatch(/^交表单位\d+ \/ 20缺报 \d 个，不能用 \d 个，没有读到 \d 个$/u);
  });

  longIt('says 说不清 and never 0 where nothing can be compared', async () => {
    const schedule = { expected: null, actual: null, counted: 0, unknown: 5, without: 0, resting: 0 };
    const page = await show({ ...office, whole: { ...office.whole, schedule }, history: [] });
    expect(await page.locator('.board > .tiles li').nth(3).textContent()).toBe(
      '进度与序时说不清按 0 项计算，5 项说不清没有计入',
    );
    expect(await page.getByText('尚无记录。').count()).toBe(1);
  });

  longIt('leads from a light to its tasks, and from a task to its cells and its department’s words', async () => {
    const page = await show(office);
    const rect = page.locator('.chart rect').first();
    const told = await rect.locator('title').textContent();
    await rect.click();
    expect(await page.evaluate('document.activeElement.id')).toBe('tasks');
    const department = await page.getByLabel('单位', { exact: true }).inputValue();
    expect(told).toMatch(new RegExp(`^${department}：红`, 'u'));
    const red = office.tasks.filter((task) => task.department === department && task.light === 'red');
    expect(await page.locator('.count').textContent()).toBe(`${String(red.length)} 项任务，共 100 项`);
    await page.locator('.tasks .title').first().click();
    const detail = await page.locator('.tasks .detail').textContent();
    expect(detail).toContain(`${department}.xlsx 任务进展!D`);
    expect(detail).toMatch(/单位填的“存在问题”缺少第\d+项的专项经费/u);
  });

  longIt('leads from every stretch of a bar to its own tasks', async () => {
    const page = await show(office);
    for (const index of [1, 7, 20]) {
      const rect = page.locator('.chart rect').nth(index);
      const [, name = '', count = ''] =
        /^(.+：.+) (\d+) 项$/u.exec((await rect.locator('title').textContent()) ?? '') ?? [];
      await rect.dispatchEvent('click');
      const light = page.getByLabel('灯', { exact: true }).locator('option:checked');
      const department = await page.getByLabel('单位', { exact: true }).inputValue();
      expect([
        `${department}：${String(await light.textContent())}`,
        await page.locator('.count').textContent(),
      ]).toEqual([name, `${count} 项任务，共 100 项`]);
    }
  });

  longIt('says of an office of which nothing is known yet nothing that is not so', async () => {
    const open = office.indicators.map((one) => ({ ...one, value: null, text: '', verdict: 'open' as const }));
    const none = { ...office, tasks: [], departments: [], sections: [], areas: [], gaps: [], history: [] };
    const completion = { ...office.whole.completion, overdue: 0, unreported: 3, unclear: 0 };
    opened = await openPage('page-dashboard');
    await opened.answer('look', { details: { ...none, indicators: open, whole: { ...office.whole, completion } } });
    const text = await opened.page.locator('.board').innerText();
    for (const said of ['都已交表', '都填了', '没有错误', '没有薄弱环节', '没有逾期任务'])
      expect(text).not.toContain(said);
    expect(text).toContain('没有要交表的单位');
    expect(text).toContain('没有查出逾期任务；未报 3 项不知道是否逾期');
    expect(text).toContain(`没有查出薄弱环节；${String(open.length)} 个指标还不能判断`);
  });

  longIt('has no praise for the workbooks of an office to which none came', async () => {
    const departments = office.departments.map((one) => ({
      ...one,
      ...{ workbook: 'none' as const, problems: { error: 0, doubt: 0, note: 0 } },
    }));
    const page = await show({ ...office, departments });
    const text = await page.locator('.board').innerText();
    expect(text).toContain('缺报 20 个');
    expect(text).toContain('还没有可用的表，不知道哪些指标没有填');
    expect(text).not.toMatch(/都填了|没有错误|都已交表/u);
  });

  longIt('does not take what a town’s table tells of a department for a form that it handed in', async () => {
    const [first, ...others] = office.departments.map((one) => ({ ...one, workbook: 'usable' as const, why: '' }));
    const departments = [...others, ...(first === undefined ? [] : [{ ...first, workbook: 'formless' as const }])];
    const page = await show({ ...office, departments });
    const text = await page.locator('.board').innerText();
    expect(text).toContain(`${String(others.length)} / ${String(departments.length)}`);
    expect(text).toContain(`没有填报表 1 个（任务进展按汇总的表采用，其余没有报）：${first?.name ?? ''}`);
    expect(text).not.toContain('都已交表');
  });

  longIt('says on the first day that is too late that the time is over, and not for how many days', async () => {
    const deadline = { name: '报送上级', day: '2023-03-01' as const, doneOn: null };
    const page = await show({ ...office, deadlines: [0, -1].map((daysLeft) => ({ ...deadline, daysLeft })) });
    expect(await page.locator('.board > .tiles strong').allTextContents()).toEqual(
      expect.arrayContaining(['期限已到', '已过 1 天']),
    );
  });

  longIt('can be done by keyboard alone: table, light, task', async () => {
    const page = await show(office);
    await page.locator('.board summary').first().press('Enter');
    await page
      .getByRole('button', { name: /红 \d+ 项$/u })
      .first()
      .press('Enter');
    expect(await page.getByLabel('灯', { exact: true }).inputValue()).toBe('red');
    await page.locator('.tasks .title').first().press('Enter');
    expect(await page.locator('.tasks .title').first().getAttribute('aria-expanded')).toBe('true');
    await page.getByRole('button', { name: '全部任务' }).press('Enter');
    expect(await page.locator('.count').textContent()).toBe('100 项任务');
  });

  longIt('searches, sorts, shows more, and copies what is chosen as a table', async () => {
    const page = await show(office);
    expect(await page.getByText(/^共 \d+ 张：/u).textContent()).toBe(
      '共 13 张：签收 6 张，有反馈 4 张，申请销号 2 张，已销号 1 张，整改日期已过还没有销号 2 张，对不上 0 张。',
    );
    expect(await page.locator('.tasks > li').count()).toBe(60);
    await page.getByRole('button', { name: '再显示 40 项' }).click();
    expect(await page.locator('.tasks > li').count()).toBe(100);
    await page.getByLabel('查找').fill('第7项法治');
    expect(await page.locator('.count').textContent()).toBe('1 项任务，共 100 项');
    await page.evaluate(
      'navigator.clipboard = undefined; document.execCommand = () => { window.copied = document.activeElement.value; return true }',
    );
    await page.getByRole('button', { name: '复制为表格' }).click();
    await page.getByText('已复制 1 行').waitFor();
    expect(await page.evaluate('window.copied')).toMatch(/^灯\t编号[^]*第7项法治/u);
  });

  longIt('is dark or light by a switch, and stays so', async () => {
    const page = await show(office);
    const paper = (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const before = await paper();
    await page.getByRole('button', { name: '深色' }).click();
    expect(await paper()).not.toBe(before);
    await page.getByRole('button', { name: '浅色' }).click();
    expect(await paper()).toBe(before);
  });

  longIt.each(['light', 'dark'] as const)(
    'has nothing an axe finds, with all its tables unfolded, in %s',
    async (colorScheme) => {
      const page = await show(office);
      await opened.answer('state', { details: state });
      await page.emulateMedia({ colorScheme });
      await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
      await page.locator('details table').nth(4).waitFor();
      await page.locator('.tasks .title').first().click();
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        // What depends on light and dark is the contrast alone, and all the rest takes seconds.
        colorScheme === 'light' ? 'axe.run()' : 'axe.run({ runOnly: ["color-contrast"] })',
      );
      expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
      await page.emulateMedia({ colorScheme: null });
    },
  );

  longIt.each([360, 1000, 1920])('is no wider than a screen of %i', async (width) => {
    const page = await show(office);
    await page.setViewportSize({ width, height: 740 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.setViewportSize({ width: 900, height: 640 });
  });

  longIt('prints on one page, with sixty departments of long names, and nothing of it is cut off', async () => {
    const big = bigCockpit(60, 50, 52);
    const departments = big.departments.map((one) => ({ ...one, name: `${one.name}和综合行政执法` }));
    const page = await show({ ...big, departments });
    await page.setViewportSize({ width: 718, height: 740 });
    await page.emulateMedia({ media: 'print' });
    const cut = await page.evaluate(
      '[...document.querySelectorAll(".paper *")].filter((one) => one.getBoundingClientRect().right > 717.5 || one.matches("li, p, span, td, th") && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0).map((one) => one.outerHTML.slice(0, 90))',
    );
    expect(cut).toEqual([]);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 900, height: 640 });
    const pages = async (): Promise<number> => {
      const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
      return pdf.match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
    };
    expect(await pages()).toBe(1);
    // Few departments are printed larger, and weak areas longer.
    const area = {
      ...office.areas[0],
      problem: '执法人员持证上岗落实不到位、培训学时不足、学法考试没有应考尽考'.repeat(3),
    };
    await show({ ...office, areas: Array.from({ length: 9 }, () => area as Cockpit['areas'][number]) });
    expect(await pages()).toBe(1);
  });
});
