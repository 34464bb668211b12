/** Ledgers of an office that begins: what is read of them, where each is put, and that nothing is replaced, lost or left out unsaid. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { JobAnswer, WrittenFile } from '../../../../src/contract/answer';
import type { ProposalDetails } from '../../../../src/contract/orders';
import type { Settings } from '../../../../src/core/settings/settings';
import { reportYears } from '../../../../src/core/settings/settings-from-grids';
import { lookAround, type Workspace } from '../../../../src/jobs/steps/find-workspace';
import {
  copyLedgers,
  proposedHub,
  readLedgers,
  trialAnswer,
  type CopiedLedgers,
  type ReadLedgers,
} from '../../../../src/jobs/steps/intake/from-ledgers';
import type { Hub } from '../../../../src/jobs/steps/read-office';
import { Desk } from '../../../../src/local/serve/desk';
import { settingsGrid, settingsOf, tableGrid } from '../../../core/office-builder';
import { departmentsTable, ruleOfLaw, tasksTable } from '../../../edition';
import { freshFolder, removeFolders } from '../../../workspace/run-command';
import { officeHere, type OfficeHere } from '../../office-here';

afterAll(removeFolders);

/** Files by their names; a folder before it parts two of them. */
type Files = Readonly<Record<string, string>>;

function write(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const heads = '编号,任务,状态,完成日期';
const ledger = (title: string, doneOn: string): string => `${heads}\nA-01,${title},已完成,${doneOn}\n`;
const townTable = (title: string): string =>
  [
    `${title},,,,`,
    '序号,重点任务,牵头单位,完成时限,完成状态',
    '1,召开法治建设推进会,党政办,6月底前,已完成',
    '2,开展案卷评查,司法所,11月30日,未完成',
    '3,清理文件,,11月30日,未完成\n',
  ].join('\n');

const { first, last } = reportYears;
const town = '枫林镇';
const workbook = '总表.xlsx';
const settings: Settings = settingsOf({ town, reportYear: 2024 });
const grids = [
  settingsGrid(),
  tableGrid(
    departmentsTable,
    ['司法所', '财政所', '党政办'].map((name, at) => ({ id: `D0${String(at)}`, name, kind: '内设', active: '是' })),
    { workbook },
  ),
  tableGrid(
    tasksTable,
    [
      { id: 'A-01', section: '组织领导', title: '宪法宣传', lead: '司法所', deadline: '2024-11-30' },
      { id: 'A-02', section: '组织领导', title: '召开法治建设推进会', lead: '党政办', deadline: '2024-06-30' },
    ],
    { workbook },
  ),
];

interface Begun {
  readonly office: OfficeHere;
  readonly read: ReadLedgers;
}

function readAll(files: Files): Begun {
  const home = freshFolder();
  write(home, files);
  const desk = new Desk();
  const folder = desk.ledgers(home);
  const office = officeHere(desk.mounts);
  return { office, read: office.run(() => readLedgers(folder, ruleOfLaw)) };
}

function hubIn(workspace: Workspace): Hub {
  return { workspace, settings, grids, problems: [], rules: [], register: [], isYearMade: true };
}

interface Copied extends CopiedLedgers {
  readonly made: readonly WrittenFile[];
  /** What lies in 填报, by name. */
  readonly lying: Files;
}

function copyAll({ office, read }: Begun, present: Files = {}): Copied {
  write(join(office.folder, '填报'), present);
  const made: WrittenFile[] = [];
  const copied = office.run(() => copyLedgers(hubIn(lookAround({ folder: '.', hub: workbook })), read, made));
  const names = readdirSync(join(office.folder, '填报'));
  const lying = names.map((name) => [name, readFileSync(join(office.folder, '填报', name), 'utf8')] as const);
  return { ...copied, made, lying: Object.fromEntries(lying) };
}

const reasons = ({ problems }: Pick<CopiedLedgers, 'problems'>): readonly string[] =>
  problems.map(({ level, place, reason }) => `${level} ${place.file}：${reason}`);

let progress: string[] = [];
beforeEach(() => {
  progress = [];
  jest.spyOn(console, 'info').mockImplementation((text) => progress.push(String(text)));
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe('what is read', () => {
  it('are the tables, with whose town and which year they are of; the rest is told with why', () => {
    const { read } = readAll({
      '司法所.csv': `${town}2024年任务台账\n${ledger('宪法宣传', '2024-03-01')}`,
      '下面/财政所.csv': `${town}2024年任务台账\n${ledger('经费', '2024-03-01')}`,
      '党政办.csv': `${town}2023年任务台账\n${ledger('会议', '2023-03-01')}`,
      '坏.csv': '\0\0',
      '说明.docx': 'x',
    });
    expect(read).toMatchObject({ town, year: 2024, ofOtherYears: ['党政办.csv（2023年）'] });
    const files = read.ledgers.map(({ file, folder }) => [file, folder]);
    expect(files).toEqual(
      expect.arrayContaining([
        ['财政所.csv', '下面'],
        ['司法所.csv', null],
        ['党政办.csv', null],
      ]),
    );
    expect(reasons(read)).toEqual([
      expect.stringMatching(/^error 坏.csv：无法读取，没有采用：.*不是有效的/u),
      'error 说明.docx：不是表格文件，没有采用',
    ]);
  });

  it.each([
    [first - 1, null],
    [first, first],
    [last, last],
    [last + 1, null],
  ])('a year %s is of use as %s', (year, wanted) => {
    expect(readAll({ 'a.csv': `${String(year)}年任务台账\n${heads}\nA-01,甲,已完成,\n` }).read.year).toBe(wanted);
  });

  it('of none nothing is said', () => {
    expect(readAll({ 'a.csv': `${heads}\nA-01,甲,已完成,\n` }).read).toMatchObject({ year: null, town: null });
  });
});

describe('the proposal', () => {
  it('shows each unit with its ledgers, and each task with who leads it', () => {
    const { read, office } = readAll({
      '司法所.csv': `${town}2024年任务台账\n${ledger('宪法宣传', '2024-03-01')}`,
      '司法所（二）.csv': ledger('普法', '2024-04-01'),
      '任务.csv': townTable(`${town}2024年重点任务`),
      '说明.docx': 'x',
    });
    const answer: JobAnswer = office.run(() => trialAnswer(proposedHub(read, ruleOfLaw, 2024), read, ruleOfLaw));
    const { year, town: named, departments, tasks } = answer.details as ProposalDetails;
    expect([answer.exit, answer.text, answer.files, year, named]).toEqual([
      ...[0, '读了 3 本台账，还什么都没有写。', [], 2024, town],
    ]);
    expect(departments.find(({ name }) => name === '司法所')?.files).toEqual(
      expect.arrayContaining(['司法所.csv', '司法所（二）.csv']),
    );
    expect(departments.find(({ name }) => name === '党政办')?.files).toEqual([]);
    expect(tasks.slice(0, 3)).toEqual([
      { title: '召开法治建设推进会', lead: '党政办', section: '组织领导' },
      { title: '开展案卷评查', lead: '司法所', section: expect.any(String) as string },
      { title: '清理文件', lead: '', section: expect.any(String) as string },
    ]);
    const told = answer.problems.map(({ code }) => code);
    expect([told[0], told.includes('from-without')]).toEqual(['from-unused', true]);
    const places = new Set(answer.problems.slice(1).map(({ workbook: file }) => file));
    expect([...places]).toEqual([workbook]);
    expect(answer.problems[0]?.expected).toBe('要用的请打开检查，另存为 .xlsx 后放进“填报”');
  });
});

const [own, second] = [ledger('宪法宣传', '2024-03-01'), ledger('宪法宣传', '2024-05-01')];

describe('each ledger', () => {
  it.each<[string, Files, Files, Files, readonly string[]]>([
    ['goes under the name of its unit', { [`${town}司法所台账.csv`]: own }, {}, { '司法所.csv': own }, []],
    ['keeps its ending', { '司法所台账.v2.csv': own }, {}, { '司法所.csv': own }, []],
    ['goes by its folder', { '财政所/进度.csv': own }, {}, { '财政所.csv': own }, []],
    ['of nobody keeps its name', { '台账.csv': own }, {}, { '台账.csv': own }, []],
    ['of a unit the hub has not keeps its name', { '水利站.csv': own }, {}, { '水利站.csv': own }, []],
    [
      'beside one that is there keeps its name, and is told not to be read',
      { '司法所台账.csv': own },
      { '司法所.xlsx': '原有' },
      { '司法所.xlsx': '原有', '司法所台账.csv': own },
      ['error 司法所台账.csv：“填报”里已有司法所的表，这一本照原名放了进去，不会读取'],
    ],
    [
      'of two of one unit is the first, and the other is told not to be read',
      { '1-司法所台账.csv': own, '2-司法所台账.csv': second },
      {},
      { '司法所.csv': own, '2-司法所台账.csv': second },
      ['error 2-司法所台账.csv：“填报”里已有司法所的表，这一本照原名放了进去，不会读取'],
    ],
    [
      'replaces nothing that bears both names',
      { '司法所.csv': own },
      { '司法所.xlsx': '原有' },
      { '司法所.xlsx': '原有' },
      ['error 司法所.csv：“填报”里已有同名的文件，没有替换，这一本没有放进去'],
    ],
    [
      'of one name in two folders is put there once',
      { '一/台账.csv': own, '二/台账.csv': second },
      {},
      { '台账.csv': own },
      ['error 台账.csv：“填报”里已有同名的文件，没有替换，这一本没有放进去'],
    ],
  ])('%s', (_, files, present, lying, told) => {
    const copied = copyAll(readAll(files), present);
    expect(copied.lying).toEqual(lying);
    expect(reasons(copied)).toEqual(told);
    const names = Object.keys(lying).filter((name) => !(name in present));
    expect(copied.made).toEqual(names.map((name) => ({ what: 'department', name, id: `填报/${name}` })));
    expect(copied.lines).toHaveLength(names.length);
  });

  it('that cannot be copied is told, and the others go on', () => {
    const begun = readAll({ '司法所.csv': own, '财政所.csv': second });
    begun.office.fail = (name, [file]) => {
      if (name === 'Drive.Files.create' && (file as { name: string }).name === '司法所.csv')
        throw new Error('磁盘已满');
    };
    const copied = copyAll(begun);
    expect([copied.lying, reasons(copied)]).toEqual([
      { '财政所.csv': second },
      ['error 司法所.csv：没有放进“填报”：磁盘已满'],
    ]);
    expect([copied.made.length, copied.lines.length]).toEqual([1, 1]);
  });

  it('that was not read is told with the others', () => {
    expect(reasons(copyAll(readAll({ '司法所.csv': own, '说明.docx': 'x' })))).toEqual([
      'error 说明.docx：不是表格文件，没有采用',
    ]);
  });
});

describe('how a ledger was taken', () => {
  it('is told with its former name, what each sheet is, and what is asked', () => {
    const { lines } = copyAll(
      readAll({
        '司法所台账.csv': `${town}2024年任务台账\n${ledger('宪法宣传', '2024-03-01')}`,
        '人员.csv': '姓名,年龄\n某甲,40\n',
        '财政所.csv': `${heads}\nB-09,经费保障,推进中,\n`,
      }),
    );
    expect([...lines].sort()).toEqual([
      '  人员.csv：“人员”＝没有读取；要确认 1 处',
      '  司法所.csv（原名 司法所台账.csv）：“司法所”＝任务进展；没有要确认的',
      '  财政所.csv：“财政所”＝任务进展；要确认 2 处',
    ]);
  });

  it('of the whole town says how many tasks it tells of; it is no unit’s, though a unit filled it in', () => {
    const table = townTable(`${town}2024年重点任务落实情况表\n填报单位：司法所`);
    const copied = copyAll(readAll({ '落实情况表.csv': table, '司法所.csv': ledger('宪法宣传', '2024-03-01') }));
    expect(Object.keys(copied.lying).sort()).toEqual(['司法所.csv', '落实情况表.csv']);
    expect(copied.lines).toContainEqual(
      expect.stringMatching(/^ {2}落实情况表.csv：全枫林镇的总台账，1 项任务的进展；/u),
    );
  });

  it('in the shape of the town’s table under the name of a unit is that unit’s', () => {
    const { lines } = copyAll(readAll({ '司法所.csv': townTable(`${town}2024年重点任务`) }));
    expect(lines).toEqual([expect.stringMatching(/^ {2}司法所.csv：“司法所”＝任务进展；/u)]);
  });

  it('is what a person sees go on', () => {
    copyAll(readAll({ '司法所台账.csv': own, '台账.csv': own }));
    expect([...progress].sort()).toEqual([
      '放进填报 台账.csv',
      '放进填报 司法所.csv',
      '读取 台账.csv',
      '读取 司法所台账.csv',
    ]);
  });

  it('of the whole town without a word on progress is a list of tasks', () => {
    const table = `${town}2024年重点任务\n序号,重点任务,牵头单位,完成时限\n1,推进会,党政办,6月底前\n2,案卷评查,司法所,11月30日\n`;
    expect(copyAll(readAll({ '任务分解.csv': table })).lines[0]).toMatch(/：全枫林镇的任务表，没有写进展；/u);
  });

  it('by the name it had, is kept as a reading of the copy, in one workbook', () => {
    const events = '日期,地点,参加人数\n2024-03-01,广场,40\n2024-04-01,学校,60\n';
    const named = ['司法所', '财政所'].map((unit) => `${unit}/普法活动.csv`);
    for (const files of [named.slice(0, 1), named]) {
      const begun = readAll(Object.fromEntries(files.map((name) => [name, events])));
      const { made, lines } = copyAll(begun);
      expect(made.filter(({ what }) => what === 'rules')).toEqual([
        { what: 'rules', name: '列对应', id: '列对应.xlsx' },
      ]);
      expect(lines[0]).toMatch(/^ {2}司法所.csv（原名 普法活动.csv）：“司法所”＝普法/u);
      const rows = begun.office.rows('列对应.xlsx', '列对应').slice(3);
      const units = files.map(dirname);
      expect(rows.map(([unit, sheet, , , ground]) => [unit, sheet, ground])).toEqual(
        units.map((unit) => [unit, unit, '原名 普法活动.csv']),
      );
    }
  });
});
