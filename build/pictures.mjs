/**
 * Makes the pictures of the manual again: the dialogs as built, in Chromium, with what the program answers
 * on the example; and a drawing of the menu, whose entries are those the built script adds. Nothing here was seen on Google.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import ExcelJS from 'exceljs';
import { chromium } from 'playwright-core';
import { findBrowser } from './tools/find-browser.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const answer = answerOfExample();
const found = findBrowser();
if (found === null) throw new Error('there is no browser; NIANBAO_BROWSER may name one');
const browser = await chromium.launch(found);
try {
  await drawMenu();
  await takeReport();
  await takeDashboard();
  await takeIntake();
} finally {
  await browser.close();
}

/** What a report on the example answers, with its files as they would lie on Drive. */
function answerOfExample() {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-pictures-'));
  try {
    cpSync('examples/dazhanglou-2022', folder, { recursive: true });
    const command = ['build/out/local/nianbao.mjs', 'report', folder, '--json'];
    const { stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (stdout === '') throw new Error(stderr);
    // On Google a spreadsheet's name has no ending.
    const told = JSON.parse(stdout.replaceAll('总表.xlsx', '总表').replaceAll('结果.xlsx', '结果'));
    const files = told.files.map((file, index) => ({ ...file, id: `id${index}` }));
    const name = files[0].name.replace(/\.docx$/u, '');
    return { ...told, text: '', files: files.toSpliced(1, 0, { what: 'google-doc', name, id: 'doc' }) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A page as in Google's dialog; every job it starts is answered at once. */
async function openPage(name, height) {
  const page = await browser.newPage({ viewport: { width: 1000, height } });
  /* global window, setTimeout -- it runs in the page */
  const stand = ({ given, state }) => {
    const runner = (done) => ({
      withSuccessHandler: (handler) => runner(handler),
      withFailureHandler: () => runner(done),
      runJob: (name) => setTimeout(() => done(JSON.stringify(name === 'state' ? state : given)), 10),
    });
    window.google = { script: { run: runner() } };
  };
  const details = { workspace: '大张楼镇', year: 2022, edition: '法治政府建设', workbooks: 14, reports: 1 };
  await page.addInitScript(stand, { given: answer, state: { exit: 0, text: '', files: [], problems: [], details } });
  await page.goto(`file://${join(process.cwd(), `build/out/google/${name}.html`)}`);
  return page;
}

async function takeReport() {
  const page = await openPage('page-report', 680);
  await page.getByRole('button', { name: '生成报告' }).click();
  await page.locator('.files').waitFor();
  await save(page, 'page-report');
}

/** The file that is sent, of the example. */
async function takeDashboard() {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-pictures-'));
  try {
    cpSync('examples/dazhanglou-2022', folder, { recursive: true });
    const command = ['build/out/local/nianbao.mjs', 'dashboard', folder];
    const { stderr, status } = spawnSync(process.execPath, command, { encoding: 'utf8' });
    if (status === 2) throw new Error(stderr);
    const url = `file://${join(folder, '看板.html')}`;
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, colorScheme: 'light' });
    await page.goto(url);
    await page.locator('.board .chart svg').first().waitFor();
    await save(page, 'page-dashboard');
    await takeWidths(url);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same file on a telephone, a desk and a projector, by day and by night: six small pictures in one. */
async function takeWidths(url) {
  const looks = ['light', 'dark'].flatMap((scheme) => [360, 1280, 1920].map((width) => ({ scheme, width })));
  const shots = [];
  for (const { scheme, width } of looks) {
    const page = await browser.newPage({
      viewport: { width, height: width === 360 ? 780 : 1000 },
      colorScheme: scheme,
    });
    await page.goto(url);
    await page.locator('.board .chart svg').first().waitFor();
    shots.push((await page.screenshot()).toString('base64'));
    await page.close();
  }
  const page = await browser.newPage({ viewport: { width: 1180, height: 646 } });
  const pictures = shots.map((shot) => `<img height="314" src="data:image/png;base64,${shot}">`).join('');
  const style = 'margin:6px;display:flex;flex-wrap:wrap;gap:6px;background:#888';
  await page.setContent(`<body style="${style}">${pictures}</body>`);
  const path = 'docs/pictures/page-dashboard-widths.jpg';
  await page.screenshot({ path, type: 'jpeg', quality: 40 });
  console.log(path);
}

/** A small ledger in nobody's shape but its own, dropped on the page over a copy of the example. */
async function takeIntake() {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-pictures-'));
  cpSync('examples/dazhanglou-2022', folder, { recursive: true });
  const path = join(folder, '司法所.xlsx');
  const book = new ExcelJS.Workbook();
  book
    .addWorksheet('任务进展')
    .addRows([
      ['司法所2022年重点工作台账'],
      ['任务编号', '工作内容', '状态', '办妥', '经办'],
      ['A-02', '印发年度要点', '上会了', '2022-03-20', '综合岗'],
      ['B-04', '会前学法', '已完成', '2022-11-30', '综合岗'],
    ]);
  await book.xlsx.writeFile(path);
  const server = spawn(process.execPath, ['build/out/local/nianbao.mjs', 'serve', folder]);
  try {
    const url = await new Promise((resolve) => {
      server.stdout.on('data', (part) => {
        const [found] = /http:\S+/u.exec(String(part)) ?? [];
        if (found !== undefined) resolve(found);
      });
    });
    const page = await browser.newPage({ viewport: { width: 1100, height: 1560 } });
    await page.goto(`${url}page-intake`);
    await page.locator('#drop').setInputFiles(path);
    await page.locator('.output .note').waitFor();
    await save(page, 'page-intake');
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Captions as onOpen adds them; null stands for a line. */
function menuEntries() {
  const entries = [];
  const menu = {
    addItem: (caption) => (entries.push(caption), menu),
    addSeparator: () => (entries.push(null), menu),
    addToUi: () => undefined,
  };
  const context = vm.createContext({ SpreadsheetApp: { getUi: () => ({ createMenu: () => menu }) } });
  vm.runInContext(`${readFileSync('build/out/google/Code.js', 'utf8')}\nonOpen()`, context);
  return entries;
}

async function drawMenu() {
  const page = await browser.newPage({ viewport: { width: 560, height: 400 } });
  const items = menuEntries().map((caption) => (caption === null ? '<hr>' : `<p>${caption}</p>`));
  const bar = ['文件', '编辑', '查看', '插入', '格式', '数据', '工具', '扩展程序', '帮助'];
  await page.setContent(`<style>
    body { margin: 0; background: #f9fbfd; font: 14px 'Noto Sans CJK SC', sans-serif; color: #202124 }
    h1 { margin: 14px 16px 6px; font-size: 17px; font-weight: normal }
    nav { display: flex; gap: 14px; padding: 0 16px 6px }
    nav b { padding: 2px 8px; margin: -2px -8px; background: #d3e3fd; border-radius: 4px; font-weight: normal }
    div { position: absolute; left: 374px; top: 70px; width: 178px; padding: 6px 0; background: #fff; box-shadow: 0 2px 8px #0005 }
    div p { margin: 0; padding: 5px 14px } hr { border: 0; border-top: 1px solid #dadce0; margin: 5px 0 }
    small { position: absolute; left: 16px; bottom: 12px; color: #5f6368 }
  </style><h1>大张楼镇法治年报总表</h1>
  <nav>${bar.map((word) => `<span>${word}</span>`).join('')}<b>法治年报</b></nav>
  <div>${items.join('')}</div><small>示意图</small>`);
  await save(page, 'menu');
}

async function save(page, name) {
  const path = `docs/pictures/${name}.png`;
  await page.screenshot({ path });
  console.log(path);
}
