/**
 * Prints how long 看板 takes with 60 departments of 50 tasks, and with 14 of 4: first paint, and a filter. Medians of five rounds;
 * beside each the time its main thread was at work, which other programs on the computer do not lengthen.
 */
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { bigCockpit } from './big-cockpit.mjs';
import { findBrowser } from '../tools/find-browser.mjs';

const path = fileURLToPath(new URL('../out/google/page-dashboard.html', import.meta.url));
const rounds = 5;
const address = 'http://page.test/';
const found = findBrowser();
if (found === null) throw new Error('there is no browser; NIANBAO_BROWSER may name one');
console.log(`page: ${Math.ceil(statSync(path).size / 1024)} KB`);
const browser = await chromium.launch(found);
try {
  for (const [departments, tasks] of [
    [14, 4],
    [60, 50],
  ]) {
    const times = [];
    for (let round = 0; round < rounds; round += 1) times.push(await measure(bigCockpit(departments, tasks, 52)));
    const median = (name) => times.map((one) => one[name]).sort((one, other) => one - other)[Math.floor(rounds / 2)];
    console.log(
      `${departments} × ${tasks}: painted after ${Math.round(median('paint'))} ms (${Math.round(median('paintWork'))} ms of work), ` +
        `filtered in ${median('filter').toFixed(1)} ms (${median('filterWork').toFixed(1)} ms of work)`,
    );
  }
} finally {
  await browser.close();
}

/** From the start of the page to the frame after the board is drawn; from the change of a filter to the frame after it. */
async function measure(cockpit) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: readFileSync(path, 'utf8') }));
  /* global window, document, requestAnimationFrame, setTimeout, Event -- it runs in the page */
  await page.addInitScript((details) => {
    const answer = { exit: 0, text: '', files: [], problems: [], summary: null };
    const runner = (done) => ({
      withSuccessHandler: (handler) => runner(handler),
      withFailureHandler: () => runner(done),
      runJob: (name) => name === 'look' && setTimeout(() => done(JSON.stringify({ ...answer, details })), 0),
    });
    window.google = { script: { run: runner() } };
  }, cockpit);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const work = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  await page.goto(address);
  await page.waitForSelector('.board .chart svg');
  const paint = await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    return performance.now();
  });
  const paintWork = await work();
  const filter = await page.evaluate(() => {
    const select = document.querySelector('#light');
    const start = performance.now();
    select.value = 'red';
    select.dispatchEvent(new Event('input', { bubbles: true }));
    document.body.getBoundingClientRect();
    return performance.now() - start;
  });
  const filterWork = (await work()) - paintWork;
  await page.close();
  return { paint, paintWork, filter, filterWork };
}
