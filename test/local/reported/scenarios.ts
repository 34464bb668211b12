/**
 * What people must still be able to do on a Google that behaves as reported; each scenario gives what is not so. One is named for
 * what its person would say.
 */
import { copyFileSync, readFileSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { BehaviourKey } from '../../../src/local/reported/behaviours';
import { scopeOf } from '../../../src/local/reported/google-double';
import { letIn, type GoogleWorld } from '../../../src/local/reported/google-world';
import { reachesGoogle } from '../../../src/local/services/service';
import {
  bareWorld,
  call,
  colleague,
  hub,
  owner,
  rawWords,
  runJob,
  settledWorld,
  stranger,
  type Meddler,
} from './google-office';

import {
  binnedResults,
  binnedWorkbook,
  deletedResults,
  deletedWorkbook,
  madeAnew,
  restoredWorkbook,
} from './lost-files';
import { colleagueMapsFirst, interruptedRules, ledgersOnGoogle } from './kept-rules';
import { frozenMergeRefused, namedEditors } from './sheet-rules';
import { changedOnce, docReport, grownTable, strippedSigns } from './native-doc';
import { makeBlankHub, typeInto } from './typing';

export interface Scenario {
  readonly name: string;
  readonly of: BehaviourKey;
  readonly complaints: () => Promise<readonly string[]>;
}

const remind = { dryRun: false, asOf: null, channel: null };
const setUp = { hubOnly: false, year: null };
const sent = ['czs@town.example', 'fg@town.example', 'sfs@town.example'];

function unless(isSo: boolean, complaint: string): readonly string[] {
  return isSo ? [] : [complaint];
}

function reportsIn({ folder }: GoogleWorld): readonly string[] {
  return readdirSync(join(folder, '报告')).filter((name) => name.endsWith('.docx'));
}

function filesOf({ folder }: GoogleWorld): string {
  const names = readdirSync(folder, { recursive: true }).map(String).sort();
  return names.filter((name) => !name.startsWith('.nianbao')).join();
}

async function complaintsOfReport(world: GoogleWorld): Promise<readonly string[]> {
  const { text } = await runJob(world, owner, ['report', null]);
  return [...unless(reportsIn(world).length > 0, `no report: ${text.slice(0, 200)}`), ...rawWords(text)];
}

async function settledReport(change: (world: GoogleWorld) => void): Promise<readonly string[]> {
  const world = await settledWorld();
  change(world);
  return complaintsOfReport(world);
}

/** A Google Doc of the template that was changed long after the Word file. */
function docOfTemplate({ folder, madeFor }: GoogleWorld): void {
  const [word, doc] = [join(folder, '模板/年度报告.docx'), join(folder, '模板/年度报告.gdoc')];
  copyFileSync(word, doc);
  utimesSync(word, new Date('2022-12-01'), new Date('2022-12-01'));
  madeFor.set('模板/年度报告.gdoc', owner);
}

function secondTemplate({ folder, madeFor, names }: GoogleWorld): void {
  copyFileSync(join(folder, '模板/年度报告.docx'), join(folder, '模板/年度报告~2.docx'));
  madeFor.set('模板/年度报告~2.docx', owner);
  names.set('模板/年度报告~2.docx', '年度报告.docx');
}

async function twoTemplates(): Promise<readonly string[]> {
  const world = await settledWorld();
  secondTemplate(world);
  const { problems } = await runJob(world, owner, ['report', null]);
  const told = problems.find(({ reason }) => /两个|2 个/u.test(reason) && reason.includes('年度报告.docx'));
  return [
    ...unless(told !== undefined, 'the choice is not told'),
    ...unless(reportsIn(world).length === 0, 'one was chosen'),
  ];
}

async function colleagueSees(job: 'check' | 'look'): Promise<readonly string[]> {
  const world = await settledWorld();
  const own = await runJob(world, owner, ['look', null]);
  const theirs = await runJob(world, colleague, [job, null]);
  const isSame = JSON.stringify(own.summary?.counts) === JSON.stringify(theirs.summary?.counts);
  return [...unless(theirs.summary !== null && isSame, theirs.text.slice(0, 200)), ...rawWords(theirs.text)];
}

async function colleagueReminds(): Promise<readonly string[]> {
  const world = await settledWorld();
  const { text } = await runJob(world, colleague, ['remind', remind]);
  await runJob(world, owner, ['remind', remind]);
  const mails = world.mails.map(({ from, to }) => `${from} ${to}`).sort();
  const wanted = sent.map((to) => `${colleague} ${to}`);
  return unless(mails.join() === wanted.join(), `mails ${mails.join()}: ${text.slice(0, 200)}`);
}

async function colleagueMakes(): Promise<readonly string[]> {
  const world = await settledWorld();
  const before = filesOf(world);
  const { exit, text } = await runJob(world, colleague, ['report', null]);
  return [
    ...unless(exit === 2 && filesOf(world) === before, 'something was made'),
    ...unless(
      /初始化.*的人|由.*运行/u.test(text) && text.includes('ba***'),
      `the owner is not named: ${text.slice(0, 200)}`,
    ),
  ];
}

async function inSharedDrive(): Promise<readonly string[]> {
  const world = await settledWorld();
  world.inSharedDrive.add('.');
  const look = await runJob(world, owner, ['look', null]);
  const set = await runJob(world, owner, ['set-up', setUp]);
  return [
    ...unless(look.summary !== null, look.text.slice(0, 200)),
    ...unless(set.exit !== 2, set.text.slice(0, 200)),
    ...(await complaintsOfReport(world)),
  ];
}

async function halfList(): Promise<readonly string[]> {
  const world = await settledWorld();
  const half: Meddler = (name, _, make) => {
    const answer = make();
    if (name !== 'Drive.Files.list') return answer;
    const { files } = answer as { readonly files: readonly unknown[] };
    return { files: files.slice(0, 3), incompleteSearch: true };
  };
  const { exit, text } = await runJob(world, owner, ['remind', remind], half);
  return [...unless(exit === 2 && world.mails.length === 0, `exit ${String(exit)}: ${text.slice(0, 200)}`)];
}

/** The owner begins with a hub alone; 司法所 has a mailbox without an account. */
async function unsetWorld(): Promise<GoogleWorld> {
  const world = await bareWorld();
  for (const id of world.madeFor.keys()) if (id !== '.' && id !== hub) world.madeFor.delete(id);
  return world;
}

async function withoutAccount(): Promise<readonly string[]> {
  const world = await unsetWorld();
  world.withoutAccount.add('sfs@town.example');
  const first = await runJob(world, owner, ['set-up', setUp]);
  await runJob(world, owner, ['set-up', setUp]);
  return [
    ...unless(world.notified.join() === 'sfs@town.example', `notified: ${world.notified.join()}`),
    ...rawWords(first.text),
  ];
}

async function forbiddenShare(): Promise<readonly string[]> {
  const world = await unsetWorld();
  world.forbidden.add('sfs@town.example');
  let tries = 0;
  const count: Meddler = (name, _, make) => {
    if (name === 'Drive.Permissions.create') tries += 1;
    return make();
  };
  const first = await runJob(world, owner, ['set-up', setUp], count);
  const triesOnce = tries;
  const second = await runJob(world, owner, ['set-up', setUp], count);
  const told = [first, second].map(({ problems }) => problems.find(({ code }) => code === 'share-refused'));
  return [
    ...unless(told[0] !== undefined && told[1] !== undefined, `not told: ${first.text.slice(0, 200)}`),
    ...unless(
      told[0]?.expected.includes('链接') === true && told[0].expected.includes('.xlsx'),
      `no way out: ${told[0]?.expected ?? ''}`,
    ),
    ...unless(tries === triesOnce, 'it was tried again'),
    ...rawWords(first.text),
  ];
}

/** What the service only failed to do is done the next time. */
async function interruptedShare(): Promise<readonly string[]> {
  const world = await unsetWorld();
  const fail: Meddler = (name, _, make) => {
    if (name === 'Drive.Permissions.create') throw new Error('We’re sorry, a server error occurred.');
    return make();
  };
  const first = await runJob(world, owner, ['set-up', setUp], fail);
  await runJob(world, owner, ['set-up', setUp]);
  const isShared = [...world.editors].some(([id, people]) => id.includes('司法所') && people.has('sfs@town.example'));
  return [
    ...unless(
      first.problems.some(({ code }) => code === 'share-refused'),
      'it is not told',
    ),
    ...unless(isShared, 'it was not tried again'),
  ];
}

/** A job and its order. */
type Job = readonly [string, unknown];

/** Each thing people start from the menu. @public used by build/fuzz/google.mjs. */
export const jobs: readonly Job[] = [
  ['set-up', setUp],
  ['check', null],
  ['look', null],
  ['report', null],
  ['template', { do: 'state' }],
  ['template', { do: 'check' }],
  ['template', { do: 'restore' }],
  ['remind', remind],
  ['ledger', { settle: null, accept: false, all: true }],
  ['feedback', { code: '核2022-司法所', signedOn: null, reply: '已改', rectifyOn: null, settled: true }],
  ['timer', { do: 'on' }],
  ['timer', { do: 'off' }],
  ['timer', { do: 'take-over' }],
  ['timer', { do: 'status' }],
  ['state', null],
  ['who', null],
  ['intake-list', null],
  ['intake', { file: '司法所.xlsx', content: null, department: null, answers: [], confirm: true }],
  ['upload', { what: 'picture', name: '图.png', content: 'iVBORw0KGgo=', instead: true }],
  ['self-check', null],
  ['tick', { channel: null }],
];

/** Where the job has something to do: a tick does nothing before somebody has switched it on. */
async function worldFor([name]: Job): ReturnType<typeof settledWorld> {
  const world = await settledWorld();
  if (name === 'tick') await runJob(world, owner, ['timer', { do: 'on' }]);
  return world;
}

/** For each job and each scope it needs. @public used by build/fuzz/google.mjs. */
export async function withoutConsent(chosen: readonly Job[]): Promise<readonly string[]> {
  const scopes = [
    'spreadsheets',
    'drive.file',
    'script.external_request',
    'script.send_mail',
    'script.scriptapp',
    'userinfo.email',
  ];
  const complaints: string[] = [];
  const needed = await scopesOfJobs(chosen);
  for (const scope of scopes) {
    for (const [index, job] of chosen.entries()) {
      if (needed[index]?.has(scope) !== true) continue;
      const world = await worldFor(job);
      world.withheld.set(owner, new Set([scope]));
      const before = filesOf(world);
      const { exit, text } = await runJob(world, owner, job);
      const isRefused = exit === 2 && /授权|权限/u.test(text) && filesOf(world) === before && world.mails.length === 0;
      const words = [...unless(isRefused, `exit ${String(exit)}: ${text.slice(0, 100)}`), ...rawWords(text)];
      complaints.push(...words.map((word) => `${JSON.stringify(job)} without ${scope}: ${word}`));
    }
  }
  return complaints;
}

async function scopesOfJobs(chosen: readonly Job[]): Promise<readonly ReadonlySet<string>[]> {
  const all: Set<string>[] = [];
  for (const job of chosen) {
    const seen = new Set<string>();
    await runJob(await worldFor(job), owner, job, (name, _, make) => {
      const scope = scopeOf(name);
      if (scope !== null) seen.add(scope);
      return make();
    });
    all.push(seen);
  }
  return all;
}

async function apiOff(): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const service of ['Drive', 'Sheets']) {
    const world = await settledWorld();
    world.disabled.add(service);
    const { exit, text } = await runJob(world, owner, ['check', null]);
    const isTold = exit === 2 && text.includes('API') && text.includes('启用');
    complaints.push(...unless(isTold, `${service}: ${text.slice(0, 200)}`), ...rawWords(text));
  }
  return complaints;
}

/** Long, with bytes and an address in it. */
const rawFailure = `Exception: Service failed while accessing PK\u0003\u0004\ufffd for sfs@town.example ${'x'.repeat(400)} (line 1)`;

/** Each call that a job makes, by its name, fails for good from the first one on. @public used by build/fuzz/google.mjs. */
export async function everyCallFails(chosen: readonly Job[]): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const job of chosen) {
    const names = new Set<string>();
    const record: Meddler = (name, _, make) => {
      if (reachesGoogle(name)) names.add(name);
      return make();
    };
    await runJob(await worldFor(job), owner, job, record);
    for (const failing of names) {
      const fail: Meddler = (name, _, make) => {
        if (name === failing) throw new Error(rawFailure);
        return make();
      };
      const { text, problems } = await runJob(await worldFor(job), owner, job, fail);
      const said = [text, ...problems.map(({ reason, expected }) => `${reason}\n${expected}`)].join('\n');
      complaints.push(...rawWords(said).map((word) => `${JSON.stringify(job)} while ${failing} fails: ${word}`));
    }
  }
  return complaints;
}

async function emptyAnswers(): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const empty of ['Sheets.Spreadsheets.get', 'Drive.Files.list', 'Drive.Files.get', 'UrlFetchApp.fetch']) {
    const world = await settledWorld();
    const answer: Meddler = (name, _, make) => (name === empty ? null : make());
    const { exit, text } = await runJob(world, owner, ['report', null], answer);
    complaints.push(
      ...unless(exit === 2 && reportsIn(world).length === 0, `${empty}: exit ${String(exit)}`),
      ...rawWords(text),
    );
  }
  return complaints;
}

async function cutDownload(): Promise<readonly string[]> {
  const world = await settledWorld();
  const cut: Meddler = (name, _, make) => {
    const answer = make();
    return name === 'HTTPResponse.getContent' ? (answer as number[]).slice(0, 3000) : answer;
  };
  const { text, problems } = await runJob(world, owner, ['report', null], cut);
  return [
    ...unless(reportsIn(world).length === 0, 'a report was made'),
    ...unless(
      problems.some(({ reason }) => /不完整|大小/u.test(reason)),
      `not told: ${text.slice(0, 200)}`,
    ),
  ];
}

async function largeExport(): Promise<readonly string[]> {
  const world = await settledWorld();
  docOfTemplate(world);
  const large: Meddler = (name, args, make) =>
    name === 'UrlFetchApp.fetch' && String(args[0]).includes('/export?')
      ? {
          getResponseCode: () => 403,
          getContentText: () => '{"error":{"message":"This file is too large to be exported."}}',
        }
      : make();
  const { text, problems } = await runJob(world, owner, ['report', null], large);
  const isTold = problems.some(({ reason }) => reason.includes('10 MB'));
  return [...unless(isTold && reportsIn(world).length === 0, `not told: ${text.slice(0, 200)}`), ...rawWords(text)];
}

async function strangerRuns(): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const job of [
    ['check', null],
    ['report', null],
    ['set-up', setUp],
    ['remind', remind],
  ] as const) {
    const world = await settledWorld();
    const before = filesOf(world);
    const { exit, text } = await runJob(world, stranger, job);
    const isTold = /几个|多个/u.test(text) && text.includes('账号') && text.includes('st***');
    complaints.push(
      ...unless(exit === 2 && filesOf(world) === before, `${job[0]}: something was made`),
      ...unless(isTold, `${job[0]} does not name other logins: ${text.slice(0, 120)}`),
    );
  }
  return complaints;
}

async function accountIsTold(): Promise<readonly string[]> {
  const { text } = await runJob(await settledWorld(), colleague, ['who', null]);
  return unless(text.includes('to***'), text.slice(0, 120));
}

async function oddTicks(): Promise<readonly string[]> {
  const world = await settledWorld();
  await runJob(world, owner, ['timer', { do: 'on' }]);
  await call(world, owner, ['tick']);
  await call(world, owner, ['tick']);
  world.now = (world.now ?? 0) + 7 * 3_600_000;
  await call(world, owner, ['tick']);
  const to = world.mails.map((mail) => mail.to).sort();
  return unless(to.join() === sent.join(), `mails to ${to.join()}`);
}

async function takenOver(): Promise<readonly string[]> {
  const world = await settledWorld();
  await runJob(world, owner, ['timer', { do: 'on' }]);
  await runJob(world, colleague, ['timer', { do: 'take-over' }]);
  for (const { owner: person } of world.triggers.get(hub) ?? []) await call(world, person, ['tick']);
  const to = world.mails.map((mail) => `${mail.from} ${mail.to}`).sort();
  const wanted = sent.map((one) => `${colleague} ${one}`);
  return unless(to.join() === wanted.join(), `mails: ${to.join()}`);
}

/** To one workbook; all else is still open. */
async function lostRight(): Promise<readonly string[]> {
  const world = await settledWorld();
  world.editors.delete('.');
  for (const id of [hub, '结果.xlsx', '填报/财政所.xlsx']) letIn(world, id, owner);
  const { exit, text, problems } = await runJob(world, owner, ['remind', remind]);
  const isTold = problems.some(({ workbook, reason }) => workbook.includes('司法所') && reason.includes('没有读到'));
  const toldOff = world.mails.filter(({ to, text: mail }) => to.startsWith('sfs@') && /没有收到|缺报/u.test(mail));
  return [...unless(exit === 1 && isTold && toldOff.length === 0, `exit ${String(exit)}: ${text.slice(0, 200)}`)];
}

/** Cells of the hub as a person types them; `year` is one that comes. */
async function nextYear(): Promise<readonly string[]> {
  const world = await settledWorld();
  await runJob(world, owner, ['set-up', setUp]);
  const old = [join(world.folder, '填报/司法所.xlsx'), join(world.folder, '填报/财政所.xlsx')];
  const before = old.map((path) => readFileSync(path).toString('base64'));
  typeYear(world, 2023);
  world.now = Date.parse('2023-02-01T09:10:00+08:00');
  const early = await runJob(world, owner, ['remind', remind]);
  const made = await runJob(world, owner, ['set-up', setUp]);
  const departments = made.files.filter(({ what }) => what === 'department');
  const look = await runJob(world, owner, ['look', null]);
  const wrong = look.problems.filter(({ code }) => /year|cover/u.test(code));
  return [
    ...unless(early.exit === 2 && world.mails.length === 0, `before they were made: ${early.text.slice(0, 120)}`),
    ...unless(departments.length === 3, `made ${String(departments.length)}: ${made.text.slice(0, 120)}`),
    ...unless(
      JSON.stringify(old.map((path) => readFileSync(path).toString('base64'))) === JSON.stringify(before),
      'last year’s were changed',
    ),
    ...unless(wrong.length === 0 && look.summary !== null, `after: ${look.text.slice(0, 200)}`),
  ];
}

/** A person opens the hub and types another 报告年度. */
function typeYear(world: GoogleWorld, year: number): void {
  typeInto(world, { person: owner, workbook: hub, sheet: '设置', row: '报告年度', column: 1 }, year);
}

async function unseenUploads(): Promise<readonly string[]> {
  const world = await unsetWorld();
  const { text } = await runJob(world, owner, ['set-up', { hubOnly: true, year: null }]);
  return unless(text.includes('上传'), `set-up does not say it: ${text.slice(0, 200)}`);
}

async function uploads(): Promise<readonly string[]> {
  const world = await settledWorld();
  const bytes = readFileSync(join(world.folder, '模板/年度报告.docx')).toString('base64');
  const order = { what: 'template', name: '我的模板.docx', content: bytes, instead: false };
  const refused = await runJob(world, owner, ['upload', order]);
  const done = await runJob(world, owner, ['upload', { ...order, instead: true }]);
  const book = readFileSync(join(world.folder, '填报/财政所.xlsx')).toString('base64');
  const own = await runJob(world, owner, [
    'upload',
    { what: 'department', name: '综治中心.xlsx', content: book, instead: true },
  ]);
  const templates = readdirSync(join(world.folder, '模板'));
  return [
    ...unless(
      refused.exit === 2 && refused.text.includes('已有'),
      `a template was replaced unasked: ${refused.text.slice(0, 80)}`,
    ),
    ...unless(done.exit === 0 && templates.some((name) => name.includes('原模板')), done.text.slice(0, 120)),
    ...unless(own.exit === 0 && statSync(join(world.folder, '填报/综治中心.xlsx')).size > 0, own.text.slice(0, 120)),
    ...(await complaintsOfReport(world)),
  ];
}

async function bareOpen(): Promise<readonly string[]> {
  const world = await settledWorld();
  const entries: string[] = [];
  const menu = {
    addSeparator: () => menu,
    addItem: (caption: string) => (entries.push(caption), menu),
    addToUi: () => undefined,
  };
  const ui: Meddler = (name, _, make) => (name === 'SpreadsheetApp.getUi' ? { createMenu: () => menu } : make());
  await call(world, { person: owner, hub, isBare: true }, ['onOpen'], ui);
  return unless(entries.length === 10, `${String(entries.length)} entries`);
}

/** A tick that sends, and one that goes on with a report that was broken off, each with its calls. */
async function tickMakesNone(): Promise<readonly string[]> {
  const world = await settledWorld();
  const late: Meddler = (name, _, make) => {
    if (name === 'Drive.Files.create') throw new Error('Service Drive timed out');
    return make();
  };
  const made: string[] = [];
  const watch: Meddler = (name, _, make) => {
    if (name === 'ScriptApp.newTrigger') made.push(name);
    return make();
  };
  await runJob(world, owner, ['timer', { do: 'on' }]);
  await runJob(world, owner, ['report', null], late);
  for (let times = 0; times < 2; times += 1) await call(world, owner, ['tick'], watch);
  return unless(made.length === 0, `${String(made.length)} triggers`);
}

async function largeHub(): Promise<readonly string[]> {
  const world = await unsetWorld();
  makeBlankHub(world);
  const { text } = await runJob(world, owner, ['set-up', { hubOnly: true, year: 2022 }]);
  return unless(!/没有做完|THREW/u.test(text), text.slice(0, 200));
}

export const scenarios: readonly Scenario[] = [
  {
    name: 'the report is filled from a Word template',
    of: 'bytes-throw',
    complaints: () => settledReport(() => undefined),
  },
  {
    name: 'the report is filled from a Google Doc',
    of: 'export-throws',
    complaints: () => settledReport(docOfTemplate),
  },
  { name: 'a Google Doc too large to export is told', of: 'export-large', complaints: largeExport },
  { name: 'a download that was cut is no template', of: 'half-download', complaints: cutDownload },
  { name: 'of two templates of one name none is chosen silently', of: 'double-names', complaints: twoTemplates },
  { name: 'a colleague checks', of: 'only-own', complaints: () => colleagueSees('check') },
  { name: 'a colleague sees the dashboard', of: 'only-own', complaints: () => colleagueSees('look') },
  { name: 'a colleague reminds, and nobody is told twice', of: 'only-own', complaints: colleagueReminds },
  { name: 'a colleague who wants the report is sent to the owner', of: 'only-own', complaints: colleagueMakes },
  { name: 'set-up says that files put there by hand are not seen', of: 'only-own', complaints: unseenUploads },
  { name: 'a template and a workbook can be uploaded', of: 'only-own', complaints: uploads },
  { name: 'a ledger is mapped once, and a colleague goes on', of: 'sheets-by-right', complaints: ledgersOnGoogle },
  {
    name: 'a colleague who maps the first ledger is sent to the owner',
    of: 'only-own',
    complaints: colleagueMapsFirst,
  },
  { name: 'next year’s workbooks are made beside those of this year', of: 'double-names', complaints: nextYear },
  { name: 'a workbook in the bin is told and left there', of: 'bin', complaints: binnedWorkbook },
  { name: 'a workbook restored from the bin counts again', of: 'bin', complaints: restoredWorkbook },
  { name: 'a workbook deleted for good is made again', of: 'bin', complaints: deletedWorkbook },
  { name: 'into results in the bin nothing is written', of: 'bin', complaints: binnedResults },
  { name: 'without the results that were deleted no mail leaves', of: 'bin', complaints: deletedResults },
  { name: 'a folder made anew has workbooks of its own', of: 'only-own', complaints: madeAnew },
  { name: 'a Google Doc of the office’s own is filled', of: 'docs-by-file', complaints: docReport },
  { name: 'a Google Doc that changed meanwhile is filled', of: 'doc-revision', complaints: changedOnce },
  { name: 'a Google Doc says what the Word report says', of: 'doc-indexes', complaints: docReport },
  { name: 'a table of a Google Doc that grows keeps its look', of: 'doc-new-rows', complaints: grownTable },
  { name: 'signs that Google strips are told', of: 'doc-strips', complaints: strippedSigns },
  { name: 'an office in a shared drive works', of: 'shared-drives', complaints: inSharedDrive },
  { name: 'from half a list nothing is concluded', of: 'half-list', complaints: halfList },
  { name: 'a mailbox without account is notified once', of: 'no-account', complaints: withoutAccount },
  { name: 'a share that was interrupted is made the next time', of: 'unavailable', complaints: interruptedShare },
  { name: 'where sharing is forbidden there is a way out', of: 'sharing-forbidden', complaints: forbiddenShare },
  {
    name: 'a consent not given is told before anything is done',
    of: 'consent',
    complaints: () =>
      withoutConsent([
        ['remind', remind],
        ['timer', { do: 'on' }],
        ['set-up', setUp],
      ]),
  },
  { name: 'an API that is not enabled is told', of: 'api-off', complaints: apiOff },
  {
    name: 'whatever call fails, a sentence of ours says so',
    of: 'unavailable',
    complaints: () =>
      everyCallFails([
        ['set-up', setUp],
        ['remind', remind],
      ]),
  },
  {
    name: 'whatever call of a tick fails, a sentence says so',
    of: 'unavailable',
    complaints: () => everyCallFails([['tick', { channel: null }]]),
  },
  { name: 'from an empty answer nothing is concluded', of: 'empty-answer', complaints: emptyAnswers },
  { name: 'a right that was lost is told', of: 'denied', complaints: lostRight },
  { name: 'a hub can be made', of: 'large-batch', complaints: largeHub },
  {
    name: 'rules whose workbook was not noted are noted the next time',
    of: 'unavailable',
    complaints: interruptedRules,
  },
  { name: 'nothing is merged over frozen rows or columns', of: 'frozen-merge', complaints: frozenMergeRefused },
  { name: 'only who set up edits what is protected', of: 'protected-editors', complaints: namedEditors },
  { name: 'ticks late and twice tell everybody once', of: 'odd-ticks', complaints: oddTicks },
  { name: 'no tick makes a trigger', of: 'trigger-in-trigger', complaints: tickMakesNone },
  { name: 'whoever takes over is the only one to send', of: 'own-triggers', complaints: takenOver },
  { name: 'another login is named as the likely cause', of: 'other-login', complaints: strangerRuns },
  { name: 'pages can tell which account runs', of: 'other-login', complaints: accountIsTold },
  { name: 'the menu is there before anybody consented', of: 'bare-open', complaints: bareOpen },
];
