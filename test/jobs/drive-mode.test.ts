/** What a workspace on Drive has beyond one on disk: kept workbooks, shares, linked spreadsheets, runs that end in the middle. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkspace, type Host, type HostOptions } from '../../src/local/bundle-host';
import { workerFile } from '../local/scratch';
import { copyOfExample, removeFolders, root } from '../workspace/run-command';

afterAll(removeFolders);

const bundleFile = join(root, 'build/out/google/Code.js');
const ids = { folder: '.', hub: '总表.xlsx', isOnDrive: true };
const roles = { departments: '填报', templates: '模板', reports: '报告', outbox: '发件箱', checks: '核对单' };
const present = ['司法所', '财政所', '党政办', '社会事务办'];

/** The example with four of its departments, in a folder that passes for one set-up made on Drive. */
function smallOffice(): string {
  const folder = copyOfExample('dazhanglou-2022');
  for (const name of readdirSync(join(folder, '填报')))
    if (!present.includes(name.replace('.xlsx', ''))) rmSync(join(folder, '填报', name));
  mkdirSync(join(folder, '核对单'), { recursive: true });
  setTimes(folder, '2022-12-01');
  return folder;
}

/** Makes the folder pass for one that set-up made on Drive. */
function putOnDrive(folder: string): string {
  mkdirSync(join(folder, '.nianbao'), { recursive: true });
  const properties = { script: { workspace: JSON.stringify({ ...ids, folders: roles }) } };
  writeFileSync(join(folder, '.nianbao/properties.json'), JSON.stringify(properties));
  return folder;
}

function stateOf(folder: string): Readonly<Record<string, string>> {
  const file = readFileSync(join(folder, '.nianbao/properties.json'), 'utf8');
  return (JSON.parse(file) as { script: Record<string, string> }).script;
}

interface Told {
  readonly exit: number;
  readonly text: string;
  readonly isUnfinished?: true;
  readonly problems: readonly { readonly code: string }[];
  readonly summary: { readonly counts: object; readonly missingDepartments: readonly string[] } | null;
  readonly details?: readonly { readonly name: string; readonly answer: string; readonly isAsExpected: boolean }[];
}

type Shares = Readonly<Record<string, readonly { readonly emailAddress: string; readonly role: string }[]>>;

/** One run, as a menu entry or a page starts it, with the reads of workbooks it took. */
async function run(folder: string, job: string, more: Partial<HostOptions> = {}, order: unknown = null) {
  const host = await openWorkspace(folder, { progress: () => undefined, bundleFile, workerFile, ...more });
  const told = host.run('runJob', job, JSON.stringify(order)) as Told;
  return { told, reads: host.calls['Sheets.Spreadsheets.get'] ?? 0 };
}

function setTimes(folder: string, day: string): void {
  for (const name of readdirSync(join(folder, '填报')))
    utimesSync(join(folder, '填报', name), new Date(day), new Date(day));
}

function reportsIn(folder: string): readonly string[] {
  return readdirSync(join(folder, '报告')).filter((name) => name.endsWith('.docx'));
}

describe('workbooks that have not changed', () => {
  it('are read once, and again as soon as they change', async () => {
    const folder = putOnDrive(smallOffice());
    setTimes(folder, '2022-12-01');
    await run(folder, 'check');
    const first = await run(folder, 'check');
    const second = await run(folder, 'check');
    // The hub, what is kept, and what the results hold so far.
    expect([second.reads, first.reads - second.reads > 10]).toEqual([3, true]);
    expect(second.told.summary).toEqual(first.told.summary);
    utimesSync(join(folder, '填报/司法所.xlsx'), new Date('2022-12-02'), new Date('2022-12-02'));
    expect((await run(folder, 'check')).reads).toBe(5);
  });

  it('are not kept while the change is so fresh that the time of change may lag behind', async () => {
    const folder = putOnDrive(smallOffice());
    setTimes(folder, new Date().toISOString());
    const first = await run(folder, 'check');
    expect((await run(folder, 'check')).reads).toBeGreaterThanOrEqual(first.reads);
  });
});

describe('a run for which Google’s time is too short', () => {
  it('writes no report from a part of the workbooks, and the next one goes on', async () => {
    const folder = putOnDrive(smallOffice());
    setTimes(folder, '2022-12-01');
    let now = Date.parse('2022-12-31T08:00:00Z');
    // Every look at the clock takes 10 seconds.
    const slow = await run(folder, 'report', { clock: () => (now += 10_000) });
    expect(slow.told).toMatchObject({ exit: 1, isUnfinished: true });
    expect(slow.told.text).toMatch(/已读取 \d+\/14 个文件/u);
    expect(reportsIn(folder)).toEqual([]);
    const answers = [slow.told];
    while (answers.at(-1)?.isUnfinished === true && answers.length < 10) {
      now += 600_000;
      answers.push((await run(folder, 'report', { clock: () => (now += 10_000) })).told);
    }
    expect(answers.length).toBeLessThan(10);
    const whole = await run(copyOfExample('dazhanglou-2022'), 'report');
    expect(answers.at(-1)?.summary?.counts).toEqual(whole.told.summary?.counts);
    expect(reportsIn(folder)).toHaveLength(1);
  });
});

describe('set-up on Drive', () => {
  it('makes the workbooks and shares each with its department once', async () => {
    const folder = putOnDrive(smallOffice());
    const shares = (): Shares => JSON.parse(readFileSync(join(folder, '.nianbao/permissions.json'), 'utf8')) as Shares;
    renameSync(join(folder, '填报/司法所.xlsx'), join(folder, '报告/司法所.xlsx'));
    await run(folder, 'set-up', { user: 'office@dazhanglou.example' }, { hubOnly: false, year: null });
    expect(shares()['填报/司法所.xlsx']).toEqual([
      { type: 'user', role: 'writer', emailAddress: 'sfs@dazhanglou.example' },
    ]);
    expect(Object.keys(shares())).toHaveLength(14);
    const before = JSON.stringify(shares());
    await run(folder, 'set-up', {}, { hubOnly: false, year: null });
    expect(JSON.stringify(shares())).toBe(before);
  });

  it('makes a Google Doc beside the Word template, which counts once somebody has changed it later', async () => {
    const folder = putOnDrive(smallOffice());
    rmSync(join(folder, '模板/年度报告.docx'));
    await run(folder, 'set-up', {}, { hubOnly: false, year: null });
    const template = (name: string): string => join(folder, '模板', name);
    expect(readFileSync(template('年度报告.gdoc'))).toEqual(readFileSync(template('年度报告.docx')));
    const usesDoc = async (): Promise<boolean> => {
      const { told } = await run(folder, 'check');
      return told.problems.some(({ code }) => code === 'template-doc-used');
    };
    expect(await usesDoc()).toBe(false);
    utimesSync(template('年度报告.docx'), new Date('2022-12-01'), new Date('2022-12-01'));
    expect(await usesDoc()).toBe(true);
  });

  it('shares nothing in a folder on disk', async () => {
    const folder = copyOfExample('dazhanglou-2022');
    await run(folder, 'set-up', {}, { hubOnly: false, year: null });
    expect(existsSync(join(folder, '.nianbao/permissions.json'))).toBe(false);
  });
});

describe('the self-check', () => {
  it('asks every question and writes down what was said', async () => {
    const folder = putOnDrive(smallOffice());
    const { told } = await run(folder, 'self-check');
    const other = told.details?.filter(({ isAsExpected }) => !isAsExpected);
    expect({ exit: told.exit, other }).toEqual({ exit: 0, other: [] });
    expect(told.details?.length).toBeGreaterThan(12);
  });
});
