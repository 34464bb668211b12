/**
 * A year of an office by two people, on a Google that behaves as reported. What is true of it is written down here, and each
 * answer, mail and file is held against that: the program is not asked what is right.
 */
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { JobAnswer } from '../../../src/contract/answer';
import { letIn, makeWorld, placeOnDisk, type GoogleWorld } from '../../../src/local/reported/google-world';
import { bareWorld, call, colleague, hub, owner, runJob, type Meddler } from './google-office';
import { typeInto } from './typing';

/** One thing somebody does. `before` is what happens around it, once; `act` may be done again after it failed. */
export interface YearStep {
  readonly name: string;
  readonly before: (world: GoogleWorld) => void;
  readonly act: (world: GoogleWorld, meddle?: Meddler) => Promise<JobAnswer | null>;
  /** What is not so, once it was done to its end. */
  readonly judge: (world: GoogleWorld, told: JobAnswer | null) => readonly string[];
}

const judicial = 'sfs@town.example';
const finance = 'czs@town.example';
const setUp = { hubOnly: false, year: null };
const remind = { dryRun: false, asOf: null, channel: null };
const nothing = (): void => undefined;

/** A hub and nothing else; behind the mailbox of 司法所 stands no account. */
export async function emptyOffice(): Promise<GoogleWorld> {
  const { folder } = await bareWorld();
  for (const name of readdirSync(folder)) if (name !== hub) rmSync(join(folder, name), { recursive: true });
  const world = makeWorld(folder, owner);
  world.withoutAccount.add(judicial);
  world.now = Date.parse('2022-12-01T09:00:00+08:00');
  return world;
}

function moveOn(time: string): (world: GoogleWorld) => void {
  return (world) => {
    world.now = Date.parse(`${time}:00+08:00`);
  };
}

/** The folder the script remembers: where its making was told too late there is an empty one beside. */
function rootOf({ folder }: GoogleWorld): string {
  const file = join(folder, '.nianbao/properties.json');
  if (!existsSync(file)) return 'root/法治年报';
  const { script } = JSON.parse(readFileSync(file, 'utf8')) as { script: Readonly<Record<string, string>> };
  return (JSON.parse(script.workspace ?? '{}') as { readonly folder?: string }).folder ?? 'root/法治年报';
}

function workbook(world: GoogleWorld, department: string): string {
  return `${rootOf(world)}/填报/${department}.xlsx`;
}

/** What the departments have done by 2022-12-22, as they write it into their own workbooks. */
function fillIn(world: GoogleWorld): void {
  letIn(world, rootOf(world), colleague);
  letIn(world, hub, colleague);
  const rows = [
    [judicial, '司法所', 'A-01', '推进中', 0.9],
    [judicial, '司法所', 'A-02', '推进中', 0.9],
    [judicial, '司法所', 'A-03', '已完成', 1],
    [finance, '财政所', 'B-01', '推进中', 0.95],
  ] as const;
  for (const [person, department, row, status, percent] of rows) {
    const at = { person, workbook: workbook(world, department), sheet: '任务进展', row };
    typeInto(world, { ...at, column: '状态' }, status);
    typeInto(world, { ...at, column: '完成率' }, percent);
  }
  const done = {
    person: judicial,
    workbook: workbook(world, '司法所'),
    sheet: '任务进展',
    row: 'A-03',
    column: '完成日期',
  };
  // 2022-10-20.
  typeInto(world, done, 44_854);
  moveOn('2022-12-22T09:10')(world);
}

/** Of four tasks one is done, and of the others one was due on 2022-11-30. */
const truth = { total: 4, done: 1, overdue: 1 };

function judgeCounts(_: GoogleWorld, told: JobAnswer | null): readonly string[] {
  const counts = told?.summary?.counts;
  const wrong = Object.entries(truth).filter(([key, value]) => counts?.[key as keyof typeof truth] !== value);
  return wrong.map(
    ([key]) => `${key} is ${String(counts?.[key as keyof typeof truth])}: ${told?.text.slice(0, 200) ?? ''}`,
  );
}

function files(world: GoogleWorld, folder: string, ending: string): readonly string[] {
  const place = placeOnDisk(world, `${rootOf(world)}/${folder}`);
  return existsSync(place)
    ? readdirSync(place)
        .filter((name) => name.endsWith(ending))
        .sort()
    : [];
}

function judgeFiles(found: readonly string[], wanted: readonly string[], what: string): readonly string[] {
  return found.join() === wanted.join() ? [] : [`${what}: ${found.join('、')}`];
}

const departments = ['司法所.xlsx', '综治中心.xlsx', '财政所.xlsx'];

function judgeSetUp(world: GoogleWorld, told: JobAnswer | null): readonly string[] {
  const shared = ([person, name]: readonly [string, string]): boolean =>
    world.editors.get(workbook(world, name))?.has(person) === true;
  const unshared = (
    [
      [judicial, '司法所'],
      [finance, '财政所'],
    ] as const
  ).filter((one) => !shared(one));
  const strangers = [...world.editors.values()]
    .flatMap((people) => [...people])
    .filter((one) => ![owner, judicial, finance].includes(one));
  return [
    ...judgeFiles(files(world, '填报', '.xlsx'), departments, 'workbooks'),
    ...judgeFiles(files(world, '模板', '.docx'), ['年度报告.docx'], 'templates'),
    ...unshared.map(([person]) => `not shared with ${person}`),
    ...strangers.map((person) => `shared with ${person}`),
    ...world.notified.filter((one) => one !== judicial).map((one) => `${one} was notified`),
    ...(world.notified.length > 2 ? ['notified again and again'] : []),
    ...(told?.text.includes('上传') === true ? [] : ['that files put there by hand are not seen is not told']),
  ];
}

/** Who has to be told what on 2022-12-22: nobody else, nothing else, and each once. */
const due: Readonly<Record<string, readonly string[]>> = {
  [judicial]: ['A-01', 'A-02'],
  'fg@town.example': ['A-01'],
  [finance]: ['B-01'],
};

function judgeMails({ mails }: GoogleWorld): readonly string[] {
  const to = mails.map((mail) => mail.to).sort();
  const wrong = to.join() === Object.keys(due).sort().join() ? [] : [`mails to ${to.join()}`];
  const said = mails.flatMap(({ to: person, text }) => {
    const tasks = [...new Set(text.match(/[AB]-0\d/gu) ?? [])].sort();
    const isTrue = tasks.join() === due[person]?.join() && !/没有收到|缺报|没有报送/u.test(text);
    return isTrue ? [] : [`${person} is told of ${tasks.join()}: ${text.slice(0, 300)}`];
  });
  return [...wrong, ...said];
}

async function tickOf(world: GoogleWorld, person: string, meddle?: Meddler): Promise<null> {
  try {
    await call(world, person, ['tick'], meddle);
  } catch (error) {
    // Google mails to the trigger's owner what a tick throws.
    if (!String(error).includes('定时催办')) throw error;
  }
  return null;
}

/** Every trigger there is fires twice, each as whoever made it. */
async function allTicks(world: GoogleWorld, meddle?: Meddler): Promise<null> {
  for (const { owner: person } of world.triggers.get(hub) ?? []) {
    await tickOf(world, person, meddle);
    await tickOf(world, person, meddle);
  }
  return null;
}

const copied = '总表副本.xlsx';

function judgeCopy(world: GoogleWorld, told: JobAnswer | null): readonly string[] {
  return [
    ...(told?.exit === 2 && told.text.includes('初始化') ? [] : [`the copy: ${told?.text.slice(0, 150) ?? ''}`]),
    ...judgeMails(world),
  ];
}

const lastYear = new Map<string, string>();

function beginNextYear(world: GoogleWorld): void {
  for (const name of departments)
    lastYear.set(name, readFileSync(placeOnDisk(world, `${rootOf(world)}/填报/${name}`)).toString('base64'));
  typeInto(world, { person: owner, workbook: hub, sheet: '设置', row: '报告年度', column: 1 }, 2023);
  moveOn('2023-02-01T09:10')(world);
}

function judgeNextYear(world: GoogleWorld): readonly string[] {
  const changed = departments.filter(
    (name) =>
      readFileSync(placeOnDisk(world, `${rootOf(world)}/填报/${name}`)).toString('base64') !== lastYear.get(name),
  );
  return [
    ...judgeFiles(files(world, '填报', '.xlsx'), departments, 'last year’s workbooks'),
    ...judgeFiles(files(world, '填报2023', '.xlsx'), departments, 'this year’s workbooks'),
    ...changed.map((name) => `${name} of last year was changed`),
    ...judgeMails(world),
  ];
}

const job =
  (person: string, name: string, order: unknown): YearStep['act'] =>
  (world, meddle) =>
    runJob(world, person, [name, order], meddle);

function judgeReport(world: GoogleWorld, told: JobAnswer | null): readonly string[] {
  const made = files(world, '报告', '第1版.docx');
  return [...(made.length === 1 ? [] : [`reports: ${made.join('、')}`]), ...judgeCounts(world, told)];
}

/** In the order of the year. */
export const yearSteps: readonly YearStep[] = [
  { name: 'the owner sets up', before: nothing, act: job(owner, 'set-up', setUp), judge: judgeSetUp },
  { name: 'the owner checks', before: fillIn, act: job(owner, 'check', null), judge: judgeCounts },
  { name: 'a colleague looks', before: nothing, act: job(colleague, 'look', null), judge: judgeCounts },
  { name: 'the owner reports', before: nothing, act: job(owner, 'report', null), judge: judgeReport },
  {
    name: 'the owner turns the timer on',
    before: nothing,
    act: job(owner, 'timer', { do: 'on' }),
    judge: ({ mails }) => (mails.length === 0 ? [] : ['mails went out']),
  },
  { name: 'the timer fires', before: nothing, act: (world, meddle) => tickOf(world, owner, meddle), judge: judgeMails },
  {
    name: 'a colleague takes over',
    before: nothing,
    act: job(colleague, 'timer', { do: 'take-over' }),
    judge: judgeMails,
  },
  { name: 'all timers fire late and twice', before: moveOn('2022-12-22T17:40'), act: allTicks, judge: judgeMails },
  { name: 'a colleague reminds by hand', before: nothing, act: job(colleague, 'remind', remind), judge: judgeMails },
  {
    name: 'the hub is copied, and the copy reminds',
    before: (world: GoogleWorld): void => {
      copyFileSync(placeOnDisk(world, hub), placeOnDisk(world, copied));
      letIn(world, copied, owner);
    },
    act: (world, meddle) => runJob(world, { person: owner, hub: copied }, ['remind', remind], meddle),
    judge: judgeCopy,
  },
  {
    name: 'folders are renamed, a template is put in by hand, and the owner checks',
    before: (world: GoogleWorld): void => {
      world.names.set(`${rootOf(world)}/填报`, '2022年填报');
      copyFileSync(
        placeOnDisk(world, `${rootOf(world)}/模板/年度报告.docx`),
        placeOnDisk(world, `${rootOf(world)}/模板/年度报告~9.docx`),
      );
      world.names.set(`${rootOf(world)}/模板/年度报告~9.docx`, '年度报告.docx');
    },
    act: job(owner, 'check', null),
    judge: judgeCounts,
  },
  { name: 'a new year is typed, and all timers fire', before: beginNextYear, act: allTicks, judge: judgeMails },
  {
    name: 'the owner makes next year’s workbooks',
    before: nothing,
    act: job(owner, 'set-up', setUp),
    judge: judgeNextYear,
  },
];
