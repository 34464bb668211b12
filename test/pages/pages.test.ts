/** The pages as a clerk meets them, in a real browser. */
import type { Browser } from 'playwright-core';
import { bigCockpit } from '../../build/bench-cockpit/big-cockpit.mjs';
import type { FeedbackLine } from '../../src/contract/feedback';
import type { ProblemLine } from '../../src/contract/problem-line';
import type { Summary } from '../../src/contract/summary';
import { needs } from '../tools';
import { makeTab, startBrowser, type OpenedPage, type OpenPage } from './browser';

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

  const problem: ProblemLine = {
    code: 'day-missing',
    level: '错误',
    workbook: '司法所.xlsx',
    sheet: '任务进展',
    cell: 'D7',
    spot: null,
    actual: '9月31日',
    reason: '完成日期“9月31日”不存在',
    expected: '请改为如 2022-09-30',
  };

  const summary: Summary = {
    cells: [],
    feedback: [],
    publicVersion: null,
    edition: '法治政府建设',
    year: 2022,
    town: '大张楼镇',
    asOf: '2022-12-31',
    sample: true,
    counts: {
      total: 3,
      done: 1,
      running: 0,
      overdue: 1,
      unreported: 1,
      unclear: 0,
      deferred: 0,
      cancelled: 0,
      due: 2,
      rate: 8.45,
      rateText: '8.5%',
      undated: 0,
    },
    lights: { green: 1, blue: 0, yellow: 1, red: 1, grey: 0 },
    tasks: [
      {
        id: 'D-01',
        title: '执法培训<script>alert(1)</script>',
        department: '司法所<img src=x onerror=alert(2)>',
        state: 'overdue',
        light: 'red',
        due: '2022-11-30',
        workingDaysLate: 22,
        workingDaysLeft: null,
        why: '逾期',
      },
    ],
    indicators: [],
    weakAreas: [
      {
        area: '培训',
        problem: '培训学时没有达到要求',
        cause: '培训的统筹还不够<script>alert(3)</script>',
        indicators: [
          {
            ...{ code: 'd1', name: '人均学时', text: '41.0学时', trend: '比上年增加2学时' },
            ...{ standard: '不低于60学时', standing: '参照', basis: '纲要' },
          },
        ],
        measures: [{ action: '按季度补足学时', lead: '司法所', plan: '队伍建设' }],
        tasks: ['D-01'],
      },
    ],
    hints: [],
    missingDepartments: ['党政办'],
    unreadDepartments: [],
    formlessDepartments: [],
    problems: [],
  };

  describe('生成年度报告', () => {
    beforeEach(async () => {
      opened = await openPage('page-report');
    });

    it('shows how far the run is, starts it once however often it is pressed, and ends with files and problems', async () => {
      const { page, asked, tell, answer } = opened;
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.getByRole('main').getByRole('button').dblclick({ force: true });
      expect(await asked()).toEqual([['report', null]]);
      await tell('读取 3/14 司法所.xlsx');
      expect(await page.locator('[aria-current=step]').textContent()).toBe('读取');
      expect(await page.getByText('读取 3/14 司法所.xlsx').isVisible()).toBe(true);
      expect(
        await page.evaluate('[document.querySelector("progress").value, document.querySelector("progress").max]'),
      ).toEqual([3, 14]);
      await tell('成文', [problem]);
      expect(await page.getByRole('status').allTextContents()).toEqual(['正在成文', '到现在发现的问题：错误 1']);
      expect(await page.locator('.found details[open]').textContent()).toContain('任务进展!D7');
      await answer('report', {
        exit: 1,
        text: '…',
        summary,
        files: [
          { what: 'report', name: '报告 第1版.docx', id: 'abc' },
          { what: 'google-doc', name: '报告 第1版', id: 'doc' },
        ],
        problems: [problem, { ...problem, level: '提示', workbook: '财政所.xlsx', cell: 'E4' }],
      });
      expect(await page.evaluate('document.activeElement.textContent')).toBe('做完了，有需要人处理的地方');
      expect(await page.getByRole('link', { name: '打开 报告 第1版.docx' }).getAttribute('href')).toBe(
        'https://drive.google.com/open?id=abc',
      );
      for (const [name, end] of [
        ['打开', 'edit'],
        ['下载 PDF（供传阅）', 'export?format=pdf'],
      ] as const) {
        const link = page.getByRole('link', { name: `${name} 报告 第1版`, exact: true });
        expect(await link.getAttribute('href')).toBe(`https://docs.google.com/document/d/doc/${end}`);
      }
      expect(await page.locator('.figures').textContent()).toContain('完成率8.5%');
      expect(await page.locator('summary').allTextContents()).toEqual(['司法所.xlsx 错误 1', '财政所.xlsx 提示 1']);
      expect(await page.locator('details[open]').textContent()).toContain(
        '错误任务进展!D7完成日期“9月31日”不存在。请改为如 2022-09-30。',
      );
    });

    it('says what went wrong, and can be pressed again', async () => {
      const { page, asked, fail, answer } = opened;
      await page.keyboard.press('Enter');
      await fail('report', `ScriptError: Exception: No rights for zhang@town.example. PK\u0003${'x'.repeat(300)}`);
      const alert = (await page.getByRole('alert').textContent()) ?? '';
      expect(alert).toContain('没有完成');
      expect(alert).toContain('服务没有照办（No rights for ***@*** PK）。');
      await page.getByRole('button', { name: '再运行一次' }).press('Enter');
      await answer('report', {
        exit: 2,
        text: '另一个人正在运行本程序，或者您刚才启动的还没有做完，请稍后再试。什么都没有写。',
      });
      expect(await page.locator('.note.bad').textContent()).toContain('另一个人正在运行本程序');
      expect(await asked()).toHaveLength(2);
    });
  });

  describe('初始化 and 建立部门填报表', () => {
    it('start again by themselves while the job could not finish', async () => {
      opened = await openPage('page-departments');
      const { page, asked, answer } = opened;
      await page.keyboard.press('Enter');
      await answer('set-up', {
        text: '时间到',
        isUnfinished: true,
        files: [{ what: 'department', name: '司法所', id: '1' }],
      });
      await answer('set-up', { text: '已建立：\n  财政所', files: [{ what: 'department', name: '财政所', id: '2' }] });
      expect(await asked()).toEqual(Array(2).fill(['set-up', { hubOnly: false, year: null }]));
      expect(await page.locator('.files').textContent()).toContain('司法所');
      expect(await page.locator('.files').textContent()).toContain('财政所');
      expect(await page.locator('.note').textContent()).toBe('完成已建立下面的文件。');
    });

    it('take the year as it is typed, and no other', async () => {
      opened = await openPage('page-set-up');
      const { page, asked } = opened;
      await page.getByLabel('报告年度').fill('22');
      await page.keyboard.press('Enter');
      expect(await asked()).toEqual([]);
      await page.getByLabel('报告年度').fill('2022');
      await page.keyboard.press('Enter');
      expect(await asked()).toEqual([['set-up', { hubOnly: true, year: 2022, edition: null, organ: null }]]);
    });

    it('make a hub for the kind of report that is chosen', async () => {
      opened = await openPage('page-set-up');
      const { page, asked } = opened;
      const kinds = await page.getByLabel('报告种类').locator('option').allTextContents();
      expect(kinds).toEqual(['照总表；新建的为法治政府建设', '法治政府建设', '安全生产']);
      await page.getByLabel('报告种类').selectOption('安全生产');
      await page.getByRole('button', { name: '开始初始化' }).press('Enter');
      expect(await asked()).toEqual([['set-up', { hubOnly: true, year: null, edition: '安全生产', organ: null }]]);
    });

    it('make a hub for the kind of organ that is chosen', async () => {
      opened = await openPage('page-set-up');
      const { page, asked } = opened;
      const kinds = await page.getByLabel('机关类型').locator('option').allTextContents();
      expect(kinds).toEqual(['照报告种类', '镇', '乡', '街道', '局', '开发区']);
      await page.getByLabel('机关类型').selectOption('街道');
      await page.getByRole('button', { name: '开始初始化' }).press('Enter');
      expect(await asked()).toEqual([['set-up', { hubOnly: true, year: null, edition: null, organ: '街道' }]]);
    });
  });

  describe('初始化 asks what the office calls its departments', () => {
    const roles = [
      { role: '执法', department: '综合行政执法办' },
      { role: '司法', department: '司法所' },
    ];
    const openRoles = async (): Promise<OpenedPage> => {
      opened = await openPage('page-set-up');
      await opened.page.getByText('本地各单位叫什么').press('Enter');
      await opened.answer('roles', { details: { roles } });
      return opened;
    };

    it('role by role, and a new hub is made with the names that were typed', async () => {
      const { page, asked } = await openRoles();
      expect(await page.getByLabel('执法', { exact: true }).getAttribute('placeholder')).toBe('综合行政执法办');
      await page.getByLabel('执法', { exact: true }).fill(' 综合行政执法局 ');
      await page.getByRole('button', { name: '开始初始化' }).press('Enter');
      expect(await asked()).toEqual([
        ['roles', { edition: null, organ: null }],
        ['set-up', { hubOnly: true, year: null, edition: null, organ: null, departments: { 执法: '综合行政执法局' } }],
      ]);
    });

    it('and asks again once another kind of organ is chosen, whose roles are others', async () => {
      const { page, asked, answer } = await openRoles();
      await page.getByLabel('执法', { exact: true }).fill('综合行政执法局');
      await page.getByLabel('机关类型').selectOption('街道');
      await answer('roles', { details: { roles: roles.slice(1) } });
      expect(await page.getByLabel('执法', { exact: true }).count()).toBe(0);
      await page.getByRole('button', { name: '开始初始化' }).press('Enter');
      expect((await asked()).slice(1)).toEqual([
        ['roles', { edition: null, organ: '街道' }],
        ['set-up', { hubOnly: true, year: null, edition: null, organ: '街道' }],
      ]);
    });

    it('and says so where the roles could not be had', async () => {
      opened = await openPage('page-set-up');
      const { page, fail } = opened;
      await page.getByText('本地各单位叫什么').press('Enter');
      await fail('roles', '超出时间限制');
      expect(await page.getByRole('alert').textContent()).toContain('超出时间限制');
    });
  });

  it('初始化 says whose data do not belong on Google, and makes another folder only after a second word', async () => {
    opened = await openPage('page-set-up');
    const { page, asked, answer } = opened;
    expect(await page.locator('.note.warn').textContent()).toContain('境内机关请用本机方式');
    await page.getByLabel('报告年度').press('Enter');
    await answer('set-up', { exit: 2, text: '看不到工作文件夹', details: { canMakeAnew: true } });
    await page.getByRole('button', { name: '另建工作文件夹' }).press('Enter');
    expect(await asked()).toHaveLength(1);
    await page.getByRole('button', { name: '确认另建' }).press('Enter');
    expect((await asked())[1]).toEqual([
      'set-up',
      { hubOnly: true, year: null, edition: null, organ: null, anew: true },
    ]);
  });

  it('接入台账 offers the first of 200 workbooks, and finds the others by what is typed', async () => {
    opened = await openPage('page-intake');
    const { page, asked, answer } = opened;
    const files = Array.from({ length: 200 }, (_, at) => ({ file: `单位${String(at)}`, department: null, rules: 0 }));
    await answer('intake-list', { details: { files, departments: [] } });
    expect(await page.locator('.choices button').count()).toBe(30);
    expect(await page.getByText('还有 170 份没有列出').isVisible()).toBe(true);
    await page.getByLabel('输入单位名称查找').fill('单位199');
    await page.getByRole('button', { name: '单位199' }).press('Enter');
    expect((await asked()).slice(1)).toEqual([
      ['intake', { file: '单位199', content: null, department: null, answers: [], confirm: false }],
    ]);
  });

  it('each page leads to every other, and to 初始化 alone while there is no hub', async () => {
    opened = await openPage('page-check');
    const { page, answer } = opened;
    expect(await page.getByRole('navigation').getByRole('button').count()).toBe(10);
    expect(await page.locator('[aria-current=page]').textContent()).toBe('检查填报');
    await answer('state', { details: { workspace: null, year: null, edition: '', workbooks: 0, reports: 0 } });
    expect(await page.getByRole('button', { name: '开始检查' }).isVisible()).toBe(false);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('去初始化');
    await page.keyboard.press('Enter');
    await answer('open', {});
    const calls = await page.evaluate('calls.filter(({ name }) => name === "open").map(({ order }) => order)');
    expect(calls).toEqual(['"page-set-up"']);
  });

  it('看板 begins without a button, says why where nothing could be read, and begins again when asked', async () => {
    opened = await openPage('page-dashboard');
    const { page, asked, fail, answer } = opened;
    await fail('look', 'Service unavailable');
    expect(await page.getByRole('alert').textContent()).toContain('没有完成');
    await page.getByRole('button', { name: '刷新' }).press('Enter');
    await answer('look', { exit: 2, text: '总表无法读取：文件损坏。' });
    expect(await page.locator('.note.bad').textContent()).toContain('总表无法读取');
    expect(await asked()).toEqual(Array(2).fill(['look', { forMail: false }]));
  });

  it('看板 shows what departments wrote as text, whatever it looks like', async () => {
    opened = await openPage('page-dashboard');
    const { page, answer } = opened;
    const cockpit = bigCockpit(1, 1);
    const [task] = cockpit.tasks;
    if (task === undefined) throw new Error('there is a task');
    const written = {
      title: '执法培训<script>alert(1)</script>',
      said: [['存在问题', '<img src=x onerror=alert(2)>']] as const,
    };
    await answer('look', { details: { ...cockpit, tasks: [{ ...task, ...written }] } });
    await page.getByRole('button', { name: '执法培训<script>alert(1)</script>' }).click();
    expect(await page.locator('.detail').textContent()).toContain('<img src=x onerror=alert(2)>');
    expect(await page.locator('main script, main img').count()).toBe(0);
  });

  describe('催办', () => {
    const line = {
      year: 2022,
      department: '司法所',
      subject: 'D-01',
      due: '2022-11-30',
      level: '红1',
      role: '承办单位',
    };
    const mail = {
      mail: '2022-12-30-司法所-1a2b3c4d',
      receiver: 'sf***@***',
      fate: 'planned',
      reason: '',
      subject: '【法治政府建设】逾期1项（2022-12-30）',
      text: '请尽快办理。\n<b>不是粗体</b>',
      attachments: ['督办单 D-01.docx'],
      items: [{ ...line, title: '执法培训', text: '…' }],
    };
    const details = {
      dryRun: true,
      day: '2022-12-30',
      restUntil: null as string | null,
      farYear: null as number | null,
      placeDoubt: '',
      channel: '邮件',
      left: 80,
      mails: [mail],
      waiting: [
        { ...line, department: '财政所', state: '待发', reason: '无邮箱', receiver: '', mail: '', changedAt: '' },
      ],
      attention: [] as unknown[],
      unsent: [] as unknown[],
      outbox: '',
      counts: { 已发: 3 },
      feedback: [],
    };
    beforeEach(async () => {
      opened = await openPage('page-remind');
    });

    it('asks for the date of the computer and confirms the year where today is years away from it', async () => {
      const { page, asked, answer } = opened;
      await page.keyboard.press('Enter');
      await answer('remind', { details: { ...details, farYear: 2022 } });
      await page.getByRole('button', { name: '发送 1 封' }).press('Enter');
      expect(await page.getByText('今天离报告年度 2022 年很远').count()).toBe(1);
      await page.getByRole('button', { name: '确认发送 1 封' }).press('Enter');
      expect((await asked())[1]).toEqual([
        'remind',
        { dryRun: false, asOf: null, channel: '邮件', letters: 1, most: 300, year: 2022 },
      ]);
    });

    it('asks with the number of mails where the folder looks like a copy, and only then says that it goes on', async () => {
      const { page, asked, answer } = opened;
      await page.keyboard.press('Enter');
      await answer('remind', { details: { ...details, placeDoubt: '工作文件夹像是恢复了以前的备份。' } });
      await page.getByRole('button', { name: '发送 1 封' }).press('Enter');
      expect(await page.getByText('像是恢复了以前的备份。这 1 封里可能有已经发过的').count()).toBe(1);
      await page.getByRole('button', { name: '确认发送 1 封' }).press('Enter');
      expect((await asked())[1]).toEqual([
        'remind',
        { dryRun: false, asOf: null, channel: '邮件', letters: 1, most: 300, resume: true },
      ]);
    });

    it('is looked at first, by keyboard alone, and sent only after a second word', async () => {
      const { page, asked, answer } = opened;
      await page.keyboard.press('Enter');
      await answer('remind', { details });
      expect(await page.evaluate('document.activeElement.textContent')).toBe('先看：还没有发送，什么都没有写');
      expect(await page.locator('table').textContent()).toContain('财政所');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('确认发送 1 封');
      expect(await asked()).toHaveLength(1);
      await page.getByText('司法所 sf***@***').press('Enter');
      expect(await page.locator('pre').textContent()).toBe('请尽快办理。\n<b>不是粗体</b>');
      await page.getByRole('button', { name: '确认发送 1 封' }).dblclick();
      expect(await asked()).toEqual([
        ['remind', { dryRun: true, asOf: null, channel: '邮件', most: 300 }],
        ['remind', { dryRun: false, asOf: null, channel: '邮件', letters: 1, most: 300 }],
      ]);
      await answer('remind', { details: { ...details, dryRun: false, mails: [{ ...mail, fate: 'sent' }] } });
      expect(await page.locator('.note h2').textContent()).toBe('已发 1 封');
      expect(await page.getByRole('button', { name: /发送/u }).count()).toBe(0);
    });

    it('offers nothing to send on a rest day', async () => {
      const { page, answer } = opened;
      await page.getByRole('button', { name: '先看' }).press('Enter');
      await answer('remind', { details: { ...details, restUntil: '2023-01-03' } });
      expect(await page.locator('.note').textContent()).toContain('下一个工作日 2023-01-03');
      expect(await page.getByRole('button', { name: /发送/u }).count()).toBe(0);
    });

    it('lets a person settle what nobody knows, and looks again', async () => {
      const { page, asked, answer } = opened;
      await page.keyboard.press('Enter');
      const doubtful = { ...details.waiting[0], state: '状态不明', mail: mail.mail };
      await answer('remind', { details: { ...details, attention: [doubtful] } });
      await page.getByRole('button', { name: '财政所 已发', exact: true }).press('Enter');
      await answer('ledger', { text: '已记为已发' });
      await answer('remind', { details });
      expect((await asked()).slice(1)).toEqual([
        ['ledger', { settle: { mail: mail.mail, to: 'sent' }, accept: false }],
        ['remind', { dryRun: true, asOf: null, channel: '邮件', most: 300 }],
      ]);
      expect(await page.getByText('已记为已发').isVisible()).toBe(true);
      await page.getByRole('button', { name: '登记错了，撤回这次登记' }).press('Enter');
      await answer('ledger', { text: '已撤回登记' });
      await answer('remind', { details });
      expect((await asked())[3]).toEqual(['ledger', { settle: { mail: mail.mail, to: 'back' }, accept: false }]);
      expect(await page.getByText('已撤回登记').isVisible()).toBe(true);
      expect(await page.getByRole('button', { name: '登记错了，撤回这次登记' }).count()).toBe(0);
    });

    it('says how many lines more there are than it shows', async () => {
      const { page, answer } = opened;
      await page.keyboard.press('Enter');
      await answer('remind', { details: { ...details, rest: { waiting: 7, attention: 0 } } });
      expect(await page.getByText('另有 7 项，见“催办记录”。').count()).toBe(1);
      expect(await page.getByText(/另有 \d+ 项/u).count()).toBe(1);
    });

    it('offers to take back nothing where nothing was registered', async () => {
      const { page, answer } = opened;
      await page.keyboard.press('Enter');
      const doubtful = { ...details.waiting[0], state: '状态不明', mail: mail.mail };
      await answer('remind', { details: { ...details, attention: [doubtful] } });
      await page.getByRole('button', { name: '财政所 已发', exact: true }).press('Enter');
      await answer('ledger', { exit: 2, text: '什么都没有改' });
      await answer('remind', { details });
      expect(await page.getByText('什么都没有改').isVisible()).toBe(true);
      expect(await page.getByRole('button', { name: '登记错了，撤回这次登记' }).count()).toBe(0);
    });

    it('notes what a department said otherwise, keeps what was typed where that is refused, and looks again', async () => {
      const { page, asked, answer } = opened;
      await page.keyboard.press('Enter');
      const paper: FeedbackLine = {
        ...{ code: '督2022-D-01-1130', kind: 'order', department: '司法所', task: 'D-01', title: '执法培训' },
        ...{ due: '2022-11-30', state: 'overdue', open: 0, signedOn: null, reply: '已约谈', rectifyOn: null },
        ...{ closed: true, settled: null, doubts: [] },
        entry: { signedOn: null, reply: '来电', rectifyOn: null, settled: null },
      };
      const rest = { waiting: 0, attention: 0, unsent: 0, feedback: 17 };
      await answer('remind', { details: { ...details, feedback: [paper], rest } });
      expect(await page.getByText('另有 17 项，见“结果”的“督办台账”。').isVisible()).toBe(true);
      expect(await page.getByRole('row', { name: /^督2022-D-01-1130/u }).textContent()).toContain(
        '逾期反馈“已约谈”，申请销号',
      );
      await page.getByRole('button', { name: '改登记 督2022-D-01-1130' }).press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('signed-on');
      await page.getByLabel('签收日期').fill('2022-12-05');
      expect(await page.getByLabel('反馈情况').inputValue()).toBe('来电');
      await page.getByLabel('销号（不等于任务完成）').selectOption('yes');
      await page.getByRole('button', { name: '保存登记' }).press('Enter');
      await answer('feedback', {
        exit: 2,
        text: '另一个人正在运行本程序，或者您刚才启动的还没有做完，请稍后再试。什么都没有写。',
      });
      await page
        .getByRole('group', { name: /^登记 督/u })
        .getByText('另一个人正在运行')
        .waitFor();
      expect(await page.getByLabel('签收日期').inputValue()).toBe('2022-12-05');
      await page.getByRole('button', { name: '保存登记' }).press('Enter');
      await answer('feedback', { text: '已登记：督2022-D-01-1130。' });
      await answer('remind', { details });
      const noted = { code: paper.code, signedOn: '2022-12-05', reply: '来电', rectifyOn: null, settled: true };
      const order = { ...noted, before: paper.entry };
      const look = ['remind', { dryRun: true, asOf: null, channel: '邮件', most: 300 }];
      expect((await asked()).slice(1)).toEqual([['feedback', order], ['feedback', order], look]);
      expect(await page.getByText('已登记：督2022-D-01-1130。').isVisible()).toBe(true);
    });

    it('keeps what was typed of a paper and not saved, whatever else is done meanwhile', async () => {
      const { page, answer } = opened;
      await page.keyboard.press('Enter');
      const [one, other] = ['督2022-D-01-1130', '督2022-E-05-1130'].map((code): FeedbackLine => ({
        ...{ code, kind: 'order', department: '司法所', task: 'D-01', title: '执法培训', due: '2022-11-30' },
        ...{ state: 'overdue', open: 0, signedOn: null, reply: '', rectifyOn: null, closed: null },
        ...{ settled: null, doubts: [], entry: null },
      }));
      const feedback = [one, other].filter((line) => line !== undefined);
      await answer('remind', { details: { ...details, feedback } });
      await page.getByRole('button', { name: '登记 督2022-D-01-1130' }).press('Enter');
      await page.getByLabel('反馈情况').fill('电话里说月底办结');
      await page.getByRole('button', { name: '登记 督2022-E-05-1130' }).press('Enter');
      expect(await page.getByLabel('反馈情况').inputValue()).toBe('');
      await page.getByRole('button', { name: '先看' }).press('Enter');
      await answer('remind', { details: { ...details, feedback } });
      expect(await page.getByRole('group', { name: /^登记 督2022-D-01/u }).count()).toBe(1);
      expect(await page.getByLabel('反馈情况').inputValue()).toBe('电话里说月底办结');
      await page.getByRole('button', { name: '不登记' }).press('Enter');
      await page.getByRole('button', { name: '登记 督2022-D-01-1130' }).press('Enter');
      expect(await page.getByLabel('反馈情况').inputValue()).toBe('');
    });

    it('shows what somebody else noted meanwhile, and only then takes its place', async () => {
      const { page, asked, answer } = opened;
      await page.keyboard.press('Enter');
      const paper: FeedbackLine = {
        ...{ code: '督2022-D-01-1130', kind: 'order', department: '司法所', task: 'D-01', title: '执法培训' },
        ...{ due: '2022-11-30', state: 'overdue', open: 0, signedOn: null, reply: '', rectifyOn: null },
        ...{ closed: null, settled: null, doubts: [], entry: null },
      };
      await answer('remind', { details: { ...details, feedback: [paper] } });
      await page.getByRole('button', { name: '登记 督2022-D-01-1130' }).press('Enter');
      await page.getByLabel('反馈情况').fill('乙');
      const noted = { signedOn: null, reply: '甲', rectifyOn: null, settled: null };
      await page.getByRole('button', { name: '保存登记' }).press('Enter');
      await answer('feedback', { exit: 2, text: '没有记下：这期间有人登记过', details: { noted } });
      await page.getByText('这期间有人登记过').waitFor();
      await page.getByRole('button', { name: '保存登记' }).press('Enter');
      await answer('feedback', { text: '已登记' });
      await answer('remind', { details });
      const orders = (await asked()).filter(([job]) => job === 'feedback').map(([, order]) => order);
      expect(orders).toMatchObject([
        { reply: '乙', before: null },
        { reply: '乙', before: noted },
      ]);
    });

    it('shows what lies in 发件箱 with its path, and takes a person’s word that it was sent', async () => {
      const { page, asked, answer } = opened;
      await page.keyboard.press('Enter');
      const unsent = [
        { mail: mail.mail, departments: ['财政所'], writtenOn: '2022-12-26', isLate: true, isGone: false },
      ];
      await answer('remind', { details: { ...details, channel: '发件箱', unsent, outbox: '/年报/发件箱' } });
      expect(await page.getByRole('heading', { name: '已写入发件箱（1 封，尚未发出）' }).count()).toBe(1);
      expect(await page.locator('code').textContent()).toBe('/年报/发件箱');
      expect(await page.getByText('2022-12-26，已满两个工作日').count()).toBe(1);
      await page.getByRole('button', { name: '全部已发' }).press('Enter');
      expect((await asked())[1]).toEqual(['ledger', { settle: { mail: '发件箱', to: 'sent' }, accept: false }]);
    });

    it('asks before damaged records are taken as they stand', async () => {
      const { page, asked, answer } = opened;
      await page.keyboard.press('Enter');
      const damage = {
        ...problem,
        code: 'ledger-damaged',
        workbook: '结果.xlsx',
        reason: '催办记录有行被增删或改动过',
      };
      await answer('remind', { exit: 2, text: '催办记录已损坏\n请恢复\n问题：错误 1 条', problems: [damage] });
      expect(await page.locator('.note').textContent()).toBe('没有执行，什么都没有写催办记录已损坏请恢复');
      await page.getByRole('button', { name: '不能恢复，以现状为准' }).press('Enter');
      expect(await asked()).toHaveLength(1);
      await page.getByRole('button', { name: '确认以现状为准' }).press('Enter');
      expect((await asked())[1]).toEqual(['ledger', { settle: null, accept: true }]);
    });
  });

  it('模板 restores the default only after a second word, and says that a copy is kept', async () => {
    opened = await openPage('page-template');
    const { page, asked, answer } = opened;
    await answer('template', { files: [{ what: 'template', name: '年度报告.docx', id: 'tpl' }] });
    await page.getByRole('button', { name: '恢复默认模板' }).press('Enter');
    expect(await asked()).toEqual([['template', { do: 'state' }]]);
    expect(await page.locator('.note').textContent()).toContain('先另存一份');
    await page.getByRole('button', { name: '确认恢复' }).press('Enter');
    expect((await asked())[1]).toEqual(['template', { do: 'restore' }]);
  });

  it('定时催办 and 自检 say so where the script does not know them', async () => {
    opened = await openPage('page-timer');
    await opened.answer('timer', { exit: 2, text: '没有“timer”这件事。请重新打开表格再试。' });
    expect(await opened.page.locator('.note').textContent()).toContain('没有“timer”这件事');
    opened = await openPage('page-about');
    await opened.page.keyboard.press('Enter');
    await opened.answer('self-check', { exit: 2, text: '没有“self-check”这件事。请重新打开表格再试。' });
    expect(await opened.page.locator('.note').textContent()).toContain('没有“self-check”这件事');
  });
});
