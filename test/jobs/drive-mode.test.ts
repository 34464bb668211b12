/** What a workspace on Drive has beyond one on disk: kept workbooks, shares, linked spreadsheets, runs that end in the middle. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
  readdirSync,
} from 'node:fs';
import { join } from 'node:path';
import type { HostOptions } from '../../src/local/services/bundle-host';
import { listening, type Recorder } from '../local/recorded-calls';
import { openReported as openOffice } from '../local/reported/open-reported';
import { openOffice as openInFolder } from '../local/shared-host';
import { longIt } from '../long';
import { copyOfExample, removeFolders, root } from '../workspace/run-command';
import { askPublic } from '../workspace/secret-office';
import { cellBeside, typeCell } from '../workspace/typed-rows';
import { present, putOnDrive, setTimes, smallOffice } from '../workspace/small-office';

afterAll(removeFolders);

function stateOf(folder: string): Readonly<Record<string, string>> {
  const file = readFileSync(join(folder, '.nianbao/properties.json'), 'utf8');
  return (JSON.parse(file) as { script: Record<string, string> }).script;
}

interface Told {
  readonly exit: number;
  readonly text: string;
  readonly isUnfinished?: true;
  readonly files: readonly { readonly what: string; readonly name: string }[];
  readonly problems: readonly { readonly code: string }[];
  readonly summary: { readonly counts: object; readonly missingDepartments: readonly string[] } | null;
  readonly details?: unknown;
}

type Shares = Readonly<Record<string, readonly { readonly emailAddress: string; readonly role: string }[]>>;

/** One run, as a menu entry or a page starts it, with the reads of workbooks it took. */
async function run(folder: string, job: string, more: Partial<HostOptions> = {}, order: unknown = null) {
  const host = await openOffice(folder, more);
  const told = host.run('runJob', job, JSON.stringify(order)) as Told;
  return { told, reads: host.calls['Sheets.Spreadsheets.get'] ?? 0 };
}

/** A clock of which every look takes so many seconds; each host gets minutes later than the one before. */
function slowClock(seconds: number): () => () => number {
  let now = Date.parse('2022-12-31T08:00:00Z');
  return () => {
    now += 600_000;
    return () => (now += seconds * 1000);
  };
}

function filesIn(folder: string, name: string, ending = '.docx'): readonly string[] {
  return readdirSync(join(folder, name)).filter((file) => file.endsWith(ending));
}

/** Runs the job again and again while it says that its time was over. */
async function runToEnd(
  folder: string,
  job: string,
  clock: () => () => number,
  order: unknown = null,
  record: Recorder = () => undefined,
): Promise<Told[]> {
  const answers: Told[] = [];
  do answers.push((await run(folder, job, { clock: clock(), between: listening(record) }, order)).told);
  while (answers.at(-1)?.isUnfinished === true && answers.length < 10);
  return answers;
}

longIt('workbooks that have not changed are read once, and again as soon as they change', async () => {
  const folder = putOnDrive(smallOffice());
  await run(folder, 'check');
  const first = await run(folder, 'look');
  const second = await run(folder, 'look');
  // The hub, what is kept, and the history of the year; before that each workbook, and where in the results to keep them.
  expect([first.reads, second.reads]).toEqual([5 + present.length, 4]);
  expect(second.told.summary).toEqual(first.told.summary);
  utimesSync(join(folder, '填报/司法所.xlsx'), new Date('2022-12-02'), new Date('2022-12-02'));
  expect((await run(folder, 'look')).reads).toBe(6);
  // So fresh a change that Drive's time of change may lag behind.
  setTimes(folder, new Date().toISOString());
  expect((await run(folder, 'look')).reads).toBe(4 + present.length);
  expect((await run(folder, 'look')).reads).toBe(4 + present.length);
});

longIt(
  'a workbook that changed and cannot be read is told, and what is kept of it is not taken in its place',
  async () => {
    const folder = putOnDrive(smallOffice());
    await run(folder, 'check');
    utimesSync(join(folder, '填报/司法所.xlsx'), new Date('2022-12-02'), new Date('2022-12-02'));
    const silent = (name: string, args: readonly unknown[]): void => {
      if (name === 'Sheets.Spreadsheets.get' && args[0] === '填报/司法所.xlsx') throw new Error('No right: permission');
    };
    const { told } = await run(folder, 'look', { between: listening(silent) });
    expect(told.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['workbook-unreadable', 'department-unread']),
    );
    expect(told.summary?.missingDepartments).not.toContain('司法所');
    const back = await run(folder, 'look');
    expect(back.told.problems.map(({ code }) => code)).not.toContain('department-unread');
  },
);

it('an outage writes nothing, not even what is kept of the workbooks that could be read', async () => {
  const folder = putOnDrive(smallOffice());
  const before = readdirSync(folder, { recursive: true }).sort();
  const silent = (name: string, args: readonly unknown[]): void => {
    if (name === 'Sheets.Spreadsheets.get' && /司法所|财政所/u.test(String(args[0])))
      throw new Error('invoked too many times for one day');
  };
  const { told, reads } = await run(folder, 'report', { between: listening(silent) });
  expect([told.exit, told.text]).toEqual([2, expect.stringContaining('2个填报表没有读到，不是单位没有报送')]);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
  expect(reads).toBeLessThanOrEqual(1 + present.length);
});

longIt('both versions are Word files and Google Docs, for two calls more', async () => {
  const callsOf = async (folder: string): Promise<readonly [Told, number, Readonly<Record<string, number>>]> => {
    const host = await openOffice(folder, {});
    const told = host.run('runJob', 'report', 'null') as Told;
    return [told, Object.values(host.calls).reduce((sum, count) => sum + count, 0), host.calls];
  };
  const [alone, few] = await callsOf(putOnDrive(smallOffice()));
  const folder = askPublic(putOnDrive(smallOffice()));
  const [both, more] = await callsOf(folder);
  expect(alone.files.map(({ what }) => what)).toEqual(['report', 'google-doc', 'trace', 'results']);
  const kinds = ['report', 'public-report', 'google-doc', 'google-doc', 'trace', 'results'];
  expect(both.files.map(({ what }) => what)).toEqual(kinds);
  expect(more).toBe(few + 2);
  expect(filesIn(folder, '报告', '.gdoc').filter((name) => name.includes('（公开版）'))).toHaveLength(1);
});

longIt('in a folder a report in Google Docs is told to be a thing of Google', async () => {
  const folder = smallOffice();
  const hub = join(folder, '总表.xlsx');
  typeCell(hub, '设置', cellBeside(hub, '设置', '报告格式'), 'Google 文档');
  const host = await openInFolder(folder, {});
  const told = host.run('runJob', 'report', 'null') as Told;
  expect(told.problems.map(({ code }) => code)).toContain('doc-only-on-google');
  expect(filesIn(folder, '报告')).toHaveLength(1);
});

describe('a quota of the day on the list of files', () => {
  it.each(['report', 'set-up'])('is not taken for a folder that is not seen (%s)', async (job) => {
    const folder = putOnDrive(smallOffice());
    const before = readdirSync(folder, { recursive: true }).sort();
    const used = (name: string): void => {
      if (/^Drive\.Files\.(?:list|get)$/u.test(name))
        throw new Error('Service invoked too many times for one day: drive');
    };
    const order = job === 'set-up' ? { hubOnly: false, year: null } : null;
    const { told } = await run(folder, job, { between: listening(used) }, order);
    expect([told.exit, told.details]).toEqual([2, undefined]);
    expect(told.text).not.toContain('另建工作文件夹');
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
  });
});

describe('a run for which Google’s time is too short', () => {
  longIt('writes no report from a part of the workbooks; pressed again it goes on', async () => {
    const folder = putOnDrive(smallOffice());
    const clock = slowClock(30);
    const { told } = await run(folder, 'report', { clock: clock() });
    expect(told).toMatchObject({ exit: 1, isUnfinished: true });
    expect(told.text).toMatch(/已读取 \d\/4 个文件/u);
    expect([filesIn(folder, '报告'), stateOf(folder)['report-begun']]).toEqual([[], '0']);
    const answers = await runToEnd(folder, 'report', clock);
    const whole = await run(putOnDrive(smallOffice()), 'look', { clock: slowClock(0)() });
    expect(answers.at(-1)?.summary?.counts).toEqual(whole.told.summary?.counts);
    expect(answers.at(-1)?.files.map(({ what }) => what)).toEqual(['report', 'google-doc', 'trace', 'results']);
    expect([filesIn(folder, '报告').length, filesIn(folder, '报告', '.gdoc').length]).toEqual([1, 1]);
    expect(stateOf(folder)).not.toHaveProperty('report-begun');
  });

  longIt('is gone on with by the ticks of whoever turned the timer on, and by them once', async () => {
    const folder = putOnDrive(smallOffice());
    const clock = slowClock(30);
    await run(folder, 'timer', {}, { do: 'on' });
    await run(folder, 'report', { clock: clock() });
    for (let tick = 0; tick < 3; tick += 1) (await openOffice(folder, { clock: clock() })).run('tick');
    expect(filesIn(folder, '报告')).toHaveLength(1);
    expect(stateOf(folder)).not.toHaveProperty('report-begun');
  });

  longIt('is not tried at every tick again when it breaks off', async () => {
    const folder = putOnDrive(smallOffice());
    await run(folder, 'timer', {}, { do: 'on' });
    await run(folder, 'report', { clock: slowClock(30)() });
    const broken = (name: string): void => {
      if (name === 'Drive.Files.create') throw new Error('server error');
    };
    const host = await openOffice(folder, { between: listening(broken) });
    host.run('tick');
    expect([filesIn(folder, '报告'), stateOf(folder)['report-begun']]).toEqual([[], undefined]);
    expect(stateOf(folder).heartbeat).toMatch(/"failures":1,"said":"[^"]*server error/u);
  });

  longIt('makes the departments’ workbooks in turns, each once', async () => {
    const folder = putOnDrive(copyOfExample('dazhanglou-2022'));
    for (const name of present) rmSync(join(folder, `填报/${name}.xlsx`));
    const made = await runToEnd(folder, 'set-up', slowClock(40), { hubOnly: false, year: null });
    expect([made[0]?.exit, made[0]?.text]).toEqual([1, expect.stringMatching(/还有 \d+ 个单位没有轮到/u)]);
    const departments = made.flatMap(({ files }) => files).filter(({ what }) => what === 'department');
    expect(departments.map(({ name }) => name).sort()).toEqual([...present].sort());
  });

  longIt('writes the papers of a check in turns, each once', async () => {
    const folder = putOnDrive(smallOffice('dazhanglou-2022-messy'));
    await run(folder, 'check');
    for (const name of filesIn(folder, '核对单')) rmSync(join(folder, '核对单', name));
    let writes = 0;
    const record = (name: string): void => {
      if (name === 'Drive.Files.create' && (writes += 1) === 1) throw new Error('server error');
    };
    const checked = await runToEnd(folder, 'check', slowClock(30), null, record);
    expect(checked.map(({ text }) => /还有 \d+ 份核对单没有写/u.test(text))).toContain(true);
    expect(checked.at(-1)?.problems.map(({ code }) => code)).toContain('check-note-unwritten');
    const papers = checked.flatMap(({ files }) => files).filter(({ what }) => what === 'check');
    expect(papers.map(({ name }) => name).sort()).toEqual([...filesIn(folder, '核对单')].sort());
  });
});

describe('a folder that the script does not see for this person', () => {
  /** As Drive answers a script of scope drive.file about what it made for somebody else. */
  const unseen = (name: string, args: readonly unknown[]): void => {
    if (!/^Drive\.Files\.(?:list|get)$/u.test(name)) return;
    const asked = JSON.stringify(args[0]);
    if (asked.includes('"."') || asked.includes("'.'")) throw new Error('File not found: .');
  };

  it.each([
    ['check', null],
    ['report', null],
    ['look', null],
    ['self-check', null],
    ['template', { do: 'restore' }],
    ['remind', { dryRun: true, asOf: '2022-12-30', channel: '邮件' }],
    ['set-up', { hubOnly: false, year: null }],
  ])('%s is refused, and nothing is concluded or written', async (job, order) => {
    const folder = putOnDrive(smallOffice());
    const before = readdirSync(folder, { recursive: true }).sort();
    const { told } = await run(folder, job, { between: listening(unseen) }, order);
    expect([told.exit, told.text]).toEqual([2, expect.stringContaining('看不到云端硬盘里的工作文件夹')]);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
  });

  it('can be made anew by a person who says so', async () => {
    const folder = putOnDrive(smallOffice());
    mkdirSync(join(folder, 'root'));
    const order = { hubOnly: true, year: null };
    expect((await run(folder, 'set-up', { between: listening(unseen) }, order)).told.details).toEqual({
      canMakeAnew: true,
    });
    expect((await run(folder, 'set-up', { between: listening(unseen) }, { ...order, anew: true })).told.exit).toBe(0);
    expect(filesIn(folder, 'root/法治年报/模板')).toEqual(['年度报告.docx']);
    expect(JSON.parse(stateOf(folder).workspace ?? '')).toMatchObject({ folder: 'root/法治年报', isOnDrive: true });
  });

  it('is found again under another name, as are its folders', async () => {
    const folder = putOnDrive(smallOffice());
    const properties = join(folder, '.nianbao/properties.json');
    renameSync(join(folder, '填报'), join(folder, '2022填报'));
    writeFileSync(properties, readFileSync(properties, 'utf8').replace('填报', '2022填报'));
    expect((await run(folder, 'look')).told.summary?.missingDepartments).toHaveLength(14 - present.length);
  });
});

longIt('a department’s own spreadsheet is read by its link, and left as it is by set-up', async () => {
  const folder = putOnDrive(copyOfExample('dazhanglou-2022'));
  const id = 'own-workbook-of-the-judicial-office';
  renameSync(join(folder, '填报/司法所.xlsx'), join(folder, id));
  const host = await openOffice(folder, { bundleFile: bundleThat(folder, linkInHub(id)) });
  host.run('link');
  const { told } = await run(folder, 'look');
  expect(told.summary?.missingDepartments).toEqual([]);
  const before = readFileSync(join(folder, id));
  await run(folder, 'set-up', {}, { hubOnly: false, year: null });
  expect(filesIn(folder, '填报', '.xlsx')).not.toContain('司法所.xlsx');
  expect(readFileSync(join(folder, id)).equals(before)).toBe(true);
});

describe('set-up on Drive', () => {
  longIt('makes the workbooks and shares each with its department once', async () => {
    const folder = putOnDrive(copyOfExample('dazhanglou-2022'));
    const shares = (): Shares => JSON.parse(readFileSync(join(folder, '.nianbao/permissions.json'), 'utf8')) as Shares;
    renameSync(join(folder, '填报/司法所.xlsx'), join(folder, '报告/司法所.xlsx'));
    const batches: string[] = [];
    const record = (name: string, [body]: readonly unknown[]): void => {
      if (name === 'Sheets.Spreadsheets.batchUpdate') batches.push(JSON.stringify(body));
    };
    await run(
      folder,
      'set-up',
      { user: 'office@dazhanglou.example', between: listening(record) },
      { hubOnly: false, year: null },
    );
    // All of the workbook at once, and what is not open to be filled in is the office's alone.
    expect(batches).toHaveLength(1);
    expect(new Set(batches[0]?.match(/"editors":\{[^}]*\}/gu))).toEqual(
      new Set(['"editors":{"users":["office@dazhanglou.example"]}']),
    );
    expect(batches[0]).toContain('"timeZone":"Asia/Shanghai","locale":"zh_CN"');
    expect(shares()['填报/司法所.xlsx']).toEqual([
      { type: 'user', role: 'writer', emailAddress: 'sfs@dazhanglou.example' },
    ]);
    expect(Object.keys(shares())).toHaveLength(14);
    const before = JSON.stringify(shares());
    await run(folder, 'set-up', {}, { hubOnly: false, year: null });
    expect(JSON.stringify(shares())).toBe(before);
  });

  longIt(
    'makes a Google Doc beside the Word template, which counts and is checked once it was changed later',
    async () => {
      const folder = putOnDrive(smallOffice());
      const template = (name: string): string => join(folder, '模板', name);
      rmSync(template('年度报告.docx'));
      await run(folder, 'set-up', {}, { hubOnly: true, year: null });
      expect(readFileSync(template('年度报告.gdoc'))).toEqual(readFileSync(template('年度报告.docx')));
      const state = async (): Promise<string> => (await run(folder, 'template', {}, { do: 'state' })).told.text;
      expect(await state()).not.toContain('Google 文档');
      writeFileSync(template('年度报告.docx'), 'broken');
      utimesSync(template('年度报告.docx'), new Date('2022-12-01'), new Date('2022-12-01'));
      expect(await state()).toContain('按 Google 文档成文');
      expect((await run(folder, 'template', {}, { do: 'check' })).told.exit).toBe(0);
      await run(folder, 'template', {}, { do: 'restore' });
      expect(await state()).not.toContain('Google 文档');
    },
  );

  it('shares nothing in a folder on disk', async () => {
    const folder = smallOffice();
    await run(folder, 'set-up', {}, { hubOnly: true, year: null });
    expect(existsSync(join(folder, '.nianbao/permissions.json'))).toBe(false);
  });
});

describe('while another person’s run is going', () => {
  it.each([
    ['set-up', { hubOnly: true, year: null }],
    ['check', null],
    ['report', null],
    ['remind', { dryRun: false, asOf: null, channel: '邮件' }],
    ['ledger', { settle: null, accept: true }],
    ['timer', { do: 'on' }],
    ['template', { do: 'restore' }],
    ['self-check', null],
  ])('%s says so at once and does nothing', async (job, order) => {
    const folder = putOnDrive(smallOffice());
    const before = readdirSync(folder, { recursive: true }).sort();
    const held = 'LockService = { getScriptLock: function () { return { tryLock: function () { return false } } } };';
    cpSync(join(root, 'build/out/google'), join(folder, '.nianbao'), { recursive: true });
    const script = bundleThat(folder, `${held}\n${readFileSync(join(root, 'build/out/google/Code.js'), 'utf8')}`);
    const { told, reads } = await run(folder, job, { bundleFile: script }, order);
    expect([told.exit, told.text, reads]).toEqual([2, expect.stringContaining('另一个人正在运行'), 0]);
    const isOurs = (path: unknown): boolean => !String(path).startsWith('.nianbao');
    expect(readdirSync(folder, { recursive: true }).filter(isOurs).sort()).toEqual(before.filter(isOurs));
  });
});

/** Script that writes a link into the row of 司法所 in 单位. */
function linkInHub(id: string): string {
  const address = `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`;
  return `function link() {
    var sheet = Sheets.Spreadsheets.get('总表.xlsx', { fields: 'sheets(properties,data(rowData(values(formattedValue))))' })
      .sheets.filter(function (one) { return one.properties.title === '单位' })[0];
    var rows = sheet.data[0].rowData.map(function (row) { return (row.values || []).map(function (c) { return c.formattedValue }) });
    var head = rows.findIndex(function (row) { return row.indexOf('填报表链接') >= 0 });
    var start = {
      sheetId: sheet.properties.sheetId,
      rowIndex: rows.findIndex(function (row) { return row.indexOf('司法所') >= 0 }),
      columnIndex: rows[head].indexOf('填报表链接'),
    };
    var link = { userEnteredValue: { stringValue: '${address}' } };
    var request = { updateCells: { start: start, rows: [{ values: [link] }], fields: 'userEnteredValue' } };
    Sheets.Spreadsheets.batchUpdate({ requests: [request] }, '总表.xlsx');
  }`;
}

/** A file of script in place of the bundle. */
function bundleThat(folder: string, script: string): string {
  const file = join(folder, '.nianbao/script.js');
  writeFileSync(file, script);
  return file;
}
