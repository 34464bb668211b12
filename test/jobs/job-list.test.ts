/** What stands before every job: the consents it needs, and a sentence for what nobody knows. */
import { startJob } from '../../src/jobs/job-list';
import type { Editions } from '../../src/core/edition/open-edition';

const withheld = new Set<string>();
beforeEach(() => {
  withheld.clear();
  const getAuthorizationInfo = (_: string, scopes: readonly string[]): object => ({
    getAuthorizationStatus: () =>
      scopes.some((scope) => withheld.has(scope.replace(/^.*\/auth\//u, ''))) ? 'REQUIRED' : 'NOT_REQUIRED',
    getAuthorizationUrl: () => 'https://accounts.example/consent',
  });
  Object.assign(globalThis, { ScriptApp: { AuthMode: { FULL: 'FULL' }, getAuthorizationInfo } });
});
afterEach(() => {
  for (const name of ['ScriptApp', 'HtmlService', 'SpreadsheetApp']) Reflect.deleteProperty(globalThis, name);
});

const start = (job: string, order: unknown = null) => startJob(job, order, {} as Editions);

it.each([
  ['timer', ['script.scriptapp', 'userinfo.email']],
  ['remind', ['spreadsheets', 'drive.file', 'script.send_mail', 'userinfo.email']],
  ['ledger', ['spreadsheets', 'drive.file', 'userinfo.email']],
  ['report', ['spreadsheets', 'drive.file', 'script.external_request', 'userinfo.email']],
  ['who', ['userinfo.email']],
])('%s does nothing while the person has left out a consent it needs, and says where to give it', (job, needed) => {
  for (const scope of needed) {
    withheld.clear();
    withheld.add(scope);
    const { exit, text, files } = start(job);
    expect([scope, exit, files]).toEqual([scope, 2, []]);
    expect(text).toContain('请打开 https://accounts.example/consent ，把各项都勾上');
  }
});

it('a page is opened by whoever has consented to nothing yet, under its title', () => {
  for (const scope of ['spreadsheets', 'drive.file', 'userinfo.email', 'script.external_request']) withheld.add(scope);
  const shown: unknown[] = [];
  const page = { setWidth: () => page, setHeight: () => page };
  const showModalDialog = (_: unknown, title: string) => shown.push(title);
  Object.assign(globalThis, {
    HtmlService: { createHtmlOutputFromFile: () => page },
    SpreadsheetApp: { getUi: () => ({ showModalDialog }) },
  });
  expect(start('open', 'page-timer')).toMatchObject({ exit: 0, text: '' });
  expect(shown).toEqual(['定时催办']);
});

it('what nobody knows is refused in words', () => {
  expect(start('删除')).toMatchObject({ exit: 2, text: '没有“删除”这件事。请重新打开表格再试。' });
  expect(start('constructor').exit).toBe(2);
  expect(start('open', 'page-x')).toMatchObject({ exit: 2, text: '没有“page-x”这一页。请重新打开表格再试。' });
});
