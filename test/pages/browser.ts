/** Opens the built pages in Chromium, with a stand-in for Google's script that answers when the test says so. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from '../../build/tools/find-browser.mjs';
import type { JobAnswer } from '../../src/contract/answer';

const pagesFolder = join(__dirname, '../../build/out/google');
const address = 'http://page.test/';

/** The browser that was found, or the one that `npm ci` brought. */
export function startBrowser(): Promise<Browser> {
  const found = findBrowser();
  if (found === null) throw new Error('there is no browser');
  return chromium.launch(found);
}

/** A page, what its console said of errors, and the calls it made to the script. */
export interface OpenedPage {
  readonly page: Page;
  readonly errors: readonly string[];
  /** Jobs asked for so far with their orders, without questions for progress, account and state. */
  readonly asked: () => Promise<readonly (readonly [job: string, order: unknown])[]>;
  /** Answers the oldest open call of the job. */
  readonly answer: (job: string, answer: Partial<JobAnswer>) => Promise<void>;
  /** Lets the oldest open call of the job fail with these words. */
  readonly fail: (job: string, message: string) => Promise<void>;
  /** Lets the time pass until the page asks for progress, and tells it this line and these problems. */
  readonly tell: (line: string, problems?: JobAnswer['problems']) => Promise<void>;
}

/** What Google puts into a dialog's page: calls are kept until the test answers them. */
const stand = `
  window.calls = [];
  const runner = (done, failed) => ({
    withSuccessHandler: (handler) => runner(handler, failed),
    withFailureHandler: (handler) => runner(done, handler),
    runJob: (name, order, watch) => { calls.push({ name, order, watch, done, failed, isOpen: true }) },
  });
  window.google = { script: { run: runner() } };
  window.take = (name) => {
    const call = calls.find((one) => one.isOpen && one.name === name);
    if (!call) throw new Error('nobody asked for ' + name);
    call.isOpen = false;
    return call;
  };`;

/** Opens one of the pages as it would be in Google's dialog; its clock stands still unless it is told to run. */
export type OpenPage = (name: string) => Promise<OpenedPage>;

/** One tab for all pages of a test file: opening another takes a second, going to another address a tenth. */
export async function makeTab(browser: Browser): Promise<OpenPage> {
  const page = await browser.newPage({ viewport: { width: 900, height: 640 }, reducedMotion: 'reduce' });
  let errors: string[] = [];
  let name = '';
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => {
    errors.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.route('**', (route) => {
    if (route.request().url() !== address) return route.fulfill({ status: 204 });
    return route.fulfill({ contentType: 'text/html', body: readFileSync(join(pagesFolder, `${name}.html`), 'utf8') });
  });
  await page.clock.install();
  await page.addInitScript(stand);
  return async (asked) => {
    errors = [];
    name = asked;
    await page.goto(address);
    return { page, errors, ...scriptOf(page) };
  };
}

function scriptOf(page: Page): Omit<OpenedPage, 'page' | 'errors'> {
  /** A page may ask only after an event of the browser's, which comes in its own time. */
  const untilAsked = async (job: string): Promise<void> => {
    const isOpen = `calls.some(({ isOpen, name }) => isOpen && name === ${JSON.stringify(job)})`;
    for (let tries = 0; tries < 1000 && !(await page.evaluate(isOpen)); tries += 1);
  };
  const answer: OpenedPage['answer'] = async (job, given) => {
    const text = JSON.stringify({ exit: 0, text: '', files: [], problems: [], summary: null, ...given });
    await untilAsked(job);
    await page.evaluate(`take(${JSON.stringify(job)}).done(${JSON.stringify(text)})`);
  };
  return {
    answer,
    asked: async () => {
      const calls = await page.evaluate('calls.map(({ name, order }) => [name, JSON.parse(order)])');
      return (calls as (readonly [string, unknown])[]).filter(([name]) => !['progress', 'who', 'state'].includes(name));
    },
    fail: async (job, message) => {
      await untilAsked(job);
      await page.evaluate(`take(${JSON.stringify(job)}).failed(new Error(${JSON.stringify(message)}))`);
    },
    tell: async (line, problems = []) => {
      await page.clock.runFor(1500);
      await answer('progress', { text: line, problems });
    },
  };
}
