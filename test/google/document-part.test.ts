/** The parts of the pushed program that few runs need: read when one is needed, once, and never when it is not the program's own. */
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { isRefusal } from '../../src/core/base/refusal';
import { listening } from '../local/recorded-calls';
import { assets, openAsPushed, openOffice } from '../local/shared-host';
import { longIt } from '../long';
import { clockOn } from '../on-day';
import { makeSheetUi } from '../push/sheet-ui';
import { freshFolder, removeFolders } from '../workspace/run-command';
import { smallOffice } from '../workspace/small-office';

afterAll(removeFolders);

const partName = 'engine-document';
const jobsName = 'seldom-jobs';
const bundleFile = join(assets, 'Code.js');

interface Told {
  readonly exit: number;
  readonly text: string;
  readonly details?: readonly { readonly name: string; readonly answer: string; readonly isAsExpected: boolean }[];
}

/** The way to call the program over the folder, and what it has read beside itself so far. */
async function program(folder: string, open = openAsPushed, file = bundleFile) {
  const read: string[] = [];
  const between = listening((name, [asset]) => {
    if (name === 'HtmlService.createHtmlOutputFromFile') read.push(String(asset));
  });
  const clock = clockOn('2022-12-30')();
  const { ui, entries } = makeSheetUi();
  const host = await open(folder, { bundleFile: file, between, clock: () => clock, ui });
  const call = (job: string, order: unknown = null): Told => host.run('runJob', job, JSON.stringify(order)) as Told;
  const times = (part: string): number => read.filter((name) => name === part).length;
  return { call, run: host.run, parts: () => times(partName), jobs: () => times(jobsName), read, entries };
}

describe('is not read', () => {
  longIt.each(['state', 'intake-list', 'ledger'])('by %s', async (job) => {
    const { call, parts, jobs } = await program(smallOffice());
    expect(call(job, job === 'ledger' ? { settle: null, accept: false } : null).exit).toBeLessThan(2);
    // What is taken in is one of the seldom jobs.
    expect([parts(), jobs()]).toEqual([0, job === 'intake-list' ? 1 : 0]);
  });

  longIt('when the spreadsheet is opened, or a tick finds nothing to do', async () => {
    const { run, read, entries } = await program(smallOffice());
    run('onOpen');
    run('tick');
    expect(entries.length).toBeGreaterThan(2);
    expect(read).toEqual([]);
  });
});

describe('is read once', () => {
  longIt('by the dashboard, for the texts of areas', async () => {
    const { call, parts } = await program(smallOffice());
    expect([call('look').exit, parts()]).toEqual([1, 1]);
  });

  longIt('by mails, for their own template', async () => {
    const folder = smallOffice();
    for (const name of readdirSync(join(folder, '填报'))) rmSync(join(folder, '填报', name));
    const { call, read, parts } = await program(folder);
    expect(call('remind', { dryRun: true, asOf: '2022-01-10', channel: '发件箱' }).text).toContain('【缺报】1项');
    expect([read.includes('text-rule-of-law-mail-text'), parts()]).toEqual([true, 1]);
  });
});

longIt('is read once by a report, and makes on Google what it makes here, to the byte', async () => {
  const made = await Promise.all(
    [openAsPushed, openOffice].map(async (open) => {
      const folder = smallOffice();
      const { call, parts } = await program(folder, open);
      const { exit, text } = call('report');
      const file = /报告\/.*?\.docx/u.exec(text)?.[0] ?? '';
      return { exit, parts: parts(), bytes: readFileSync(join(folder, file)).toString('base64') };
    }),
  );
  // Here the host has it.
  expect(made).toMatchObject([
    { exit: 1, parts: 1 },
    { exit: 1, parts: 0 },
  ]);
  expect(made[0]?.bytes).toBe(made[1]?.bytes);
});

longIt('with the seldom jobs is not read by those an office does each week, and once by one of its own', async () => {
  const { call, jobs } = await program(smallOffice());
  const remind = { dryRun: true, asOf: '2022-12-30', channel: '发件箱' };
  expect(['check', 'report'].map((job) => call(job).exit)).toEqual([1, 1]);
  expect([call('remind', remind).exit, jobs()]).toEqual([0, 0]);
  expect([call('roles', { edition: null, organ: null }).exit, jobs()]).toEqual([0, 1]);
});

describe('half a push', () => {
  type Case = readonly [what: string, text: string | null, said: string];
  const [mark = ''] = partText().split('\n');

  /** The program with another part of that name; null: with none. */
  function withPart(text: string | null, name = partName): string {
    const folder = freshFolder();
    cpSync(assets, folder, { recursive: true });
    const file = join(folder, `${name}.html`);
    if (text === null) rmSync(file);
    else writeFileSync(file, text);
    return join(folder, 'Code.js');
  }

  const packed = (text: string): string => gzipSync(text).toString('base64');
  const whole = readFileSync(join(assets, `${partName}.html`), 'utf8');
  const other = mark.replace(/./u, (sign) => (sign === '0' ? '1' : '0'));

  const cases: readonly Case[] = [
    ['without the file', null, '程序里没有“engine-document”这个文件'],
    [
      'with the file of another version',
      packed(partText().replaceAll(mark, other)),
      '程序里的“engine-document”和主程序“Code”不是同一个版本',
    ],
  ];
  const longCases: readonly Case[] = [
    ['with an empty file', '', '程序里的“engine-document”这个文件不完整'],
    ['with half of the file', whole.slice(0, whole.length / 2), '程序里的“engine-document”这个文件不完整'],
    ['with half of the code', packed(partText().slice(0, 5000)), '程序里的“engine-document”这个文件不完整'],
    ['with what is no such file', '<p>看板</p>', '程序里的“engine-document”这个文件不完整'],
  ];

  const isTold = '%s is told in a sentence that says what to do';
  longIt.each(cases)(isTold, tells);
  longIt.each(longCases)(isTold, tells);

  async function tells(_: string, text: string | null, said: string): Promise<void> {
    const file = withPart(text);
    for (const open of [openAsPushed, openOffice]) {
      const { call } = await program(smallOffice(), open, file);
      const thrown = thrownBy(() => call('template', { do: 'check' }));
      expect(isRefusal(thrown)).toBe(true);
      expect(thrown).toMatchObject({ message: expect.stringContaining(said) as string });
      expect(thrown).toMatchObject({ message: expect.stringContaining('请重新推送程序（npm run push）') as string });
    }
  }

  longIt('is found by 自检', async () => {
    const { call } = await program(smallOffice(), openAsPushed, withPart(packed(partText().replaceAll(mark, other))));
    const { exit, details = [] } = call('self-check');
    const failed = details.filter(({ isAsExpected }) => !isAsExpected);
    expect([exit, failed.map(({ name }) => name)]).toEqual([1, ['成文的程序（engine-document）']]);
    expect(failed[0]?.answer).toContain('不是同一个版本');
  });

  longIt('without the seldom jobs is told by each of them and by 自检, and costs no other job anything', async () => {
    const { call } = await program(smallOffice(), openAsPushed, withPart(null, jobsName));
    const order = { edition: null, organ: null };
    expect(() => call('roles', order)).toThrow('程序里没有“seldom-jobs”这个文件');
    const { details = [] } = call('self-check');
    const failed = details.filter(({ isAsExpected }) => !isAsExpected);
    expect(failed.map(({ name }) => name)).toEqual(['初始化等功能的程序（seldom-jobs）']);
    expect(call('check').exit).toBe(1);
  });
});

function partText(): string {
  return gunzipSync(Buffer.from(readFileSync(join(assets, `${partName}.html`), 'latin1'), 'base64')).toString('utf8');
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
