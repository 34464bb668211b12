/** What the script uses of Apps Script is there in the local mode, what is not there is refused by name. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkspace } from '../../../src/local/services/bundle-host';
import { longDescribe } from '../../long';
import { makeScratch, makeWorkbook, workerFile, type Scratch } from '../scratch';

interface Facts {
  /** Services and the objects they give: members of Google's types, and of those the ones here and the ones used. */
  readonly objects: readonly {
    readonly name: string;
    readonly declared: readonly string[];
    readonly supported: readonly string[];
    readonly used: readonly string[];
  }[];
  readonly missing: readonly string[];
  readonly text: string;
}

/** How a script gets at the objects that are not services. */
const ways: Readonly<Record<string, string>> = {
  AuthorizationInfo: 'ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL)',
  Blob: "Utilities.newBlob('')",
  Cache: 'CacheService.getUserCache()',
  // Before the hour is set there is nothing to create.
  ClockTriggerBuilder: "ScriptApp.newTrigger('f').timeBased()",
  'ClockTriggerBuilder.create': "ScriptApp.newTrigger('f').timeBased().everyHours(1)",
  HTTPResponse: "UrlFetchApp.fetch('https://www.googleapis.com/drive/v3/files/a?alt=media')",
  HtmlOutput: "HtmlService.createHtmlOutputFromFile('page')",
  Lock: 'LockService.getScriptLock()',
  Properties: 'PropertiesService.getScriptProperties()',
  Spreadsheet: 'SpreadsheetApp.getActiveSpreadsheet()',
  Trigger: "ScriptApp.newTrigger('f').timeBased().everyHours(1).create()",
  TriggerBuilder: "ScriptApp.newTrigger('f')",
  User: 'Session.getEffectiveUser()',
};

let facts: Facts;
let scratch: Scratch;
longDescribe('what the script uses of Apps Script', () => {
  beforeAll(() => {
    const { stdout, stderr } = spawnSync(process.execPath, ['build/coverage.mjs', '--json'], { encoding: 'utf8' });
    if (stdout === '') throw new Error(stderr);
    facts = JSON.parse(stdout) as Facts;
    scratch = makeScratch();
    makeWorkbook(scratch, '总表', []);
    writeFileSync(join(scratch.folder, 'page.html'), '<p>');
  });
  afterAll(() => {
    scratch.remove();
  });

  /** What the expression gives in the context of the bundle. */
  async function evaluate(expression: string): Promise<unknown> {
    const bundleFile = join(scratch.folder, 'Code.js');
    writeFileSync(bundleFile, `function f() { return JSON.stringify(${expression}) }`);
    return (await openWorkspace(scratch.folder, { progress: () => undefined, bundleFile, workerFile })).run('f');
  }

  const wayTo = (name: string, member: string): string =>
    `${ways[`${name}.${member}`] ?? ways[name] ?? name}.${member}`;

  it('COVERAGE.md is up to date (else run node build/coverage.mjs)', () => {
    expect(readFileSync('src/local/COVERAGE.md', 'utf8') === facts.text).toBe(true);
  });

  it('lacks nothing the script uses, but for the menu and the dialogs', () => {
    expect(facts.missing.filter((member) => !/^(?:Ui|Menu|Console)\./u.test(member))).toEqual([]);
    expect(facts.objects.flatMap(({ used }) => used).length).toBeGreaterThan(40);
  });

  it('has every member it declares', async () => {
    const members = facts.objects.flatMap(({ name, supported }) => supported.map((member) => wayTo(name, member)));
    const kinds = (await evaluate(`[${members.map((member) => `typeof ${member}`).join()}]`)) as string[];
    expect(members.filter((_, index) => kinds[index] === 'undefined')).toEqual([]);
  });

  it('refuses every other member of Google’s by its name', async () => {
    const members = facts.objects.flatMap(({ name, declared, supported }) =>
      declared.filter((member) => !supported.includes(member)).map((member) => ({ name, member })),
    );
    const tries = members.map(
      ({ name, member }) => `(() => { try { ${wayTo(name, member)}; return '' } catch (e) { return e.message } })()`,
    );
    const texts = (await evaluate(`[${tries.join()}]`)) as string[];
    const silent = members.filter(({ member }, index) => !texts[index]?.includes(`.${member} (not supported`));
    expect(silent).toEqual([]);
    expect(members.length).toBeGreaterThan(300);
  });
});
