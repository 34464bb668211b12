/** What an order to set up makes, once, beside what is there; and what is refused before anything is written. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RolesDetails, SetUpOrder } from '../../src/contract/orders';
import type { JobAnswer } from '../../src/contract/answer';
import { setUpWorkspace, tellRoles } from '../../src/jobs/set-up-workspace';
import { Desk } from '../../src/local/serve/desk';
import { editions, ruleOfLaw, workSafety } from '../edition';
import { longIt } from '../long';
import { freshFolder, removeFolders } from '../workspace/run-command';
import { officeHere, type OfficeHere } from './office-here';

afterAll(removeFolders);

let progress: string[] = [];
let now = 0;
beforeEach(() => {
  progress = [];
  now = Date.parse('2024-12-01T02:00:00Z');
  jest.spyOn(console, 'info').mockImplementation((text) => progress.push(String(text)));
  jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const hub = '总表.xlsx';
const folders = ['填报', '模板', '报告', '发件箱', '核对单'];

function setUp(office: OfficeHere, order: Partial<SetUpOrder> = {}, user = ''): JobAnswer {
  return office.run(() => setUpWorkspace({ hubOnly: true, year: null, ...order }, editions), user);
}

const filesIn = ({ folder }: OfficeHere): readonly string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => !name.startsWith('.'))
    .sort();

/** What the hub says beside a label of 设置. */
function setting(office: OfficeHere, label: string): string | undefined {
  return office.rows(hub, '设置').find(([name = '']) => name.replace(/\*$/u, '') === label)?.[1];
}

const named = ({ files }: JobAnswer): readonly string[] => files.map(({ name }) => name);

/** An office whose script says that set-up made it on Drive. */
function onDrive(more: object = {}): OfficeHere {
  const office = officeHere();
  for (const name of ['.nianbao', ...folders]) mkdirSync(join(office.folder, name));
  const roles = { departments: '填报', templates: '模板', reports: '报告', outbox: '发件箱', checks: '核对单' };
  const workspace = JSON.stringify({ folder: '.', hub, isOnDrive: true, folders: roles, ...more });
  writeFileSync(join(office.folder, '.nianbao/properties.json'), JSON.stringify({ script: { workspace } }));
  return office;
}

function remembered({ folder }: OfficeHere): Readonly<Record<string, unknown>> {
  const text = readFileSync(join(folder, '.nianbao/properties.json'), 'utf8');
  const { script = {} } = JSON.parse(text) as { script?: Record<string, string> };
  return Object.fromEntries(Object.entries(script).map(([key, value]): [string, unknown] => [key, JSON.parse(value)]));
}

describe('an order that cannot be carried out', () => {
  const kinds = ruleOfLaw.organs.map(({ kind }) => kind).join('、');
  it.each<[Partial<SetUpOrder>, string]>([
    [{ year: 2018 }, '报告年度应在2019至2035之间，不是2018。什么都没有写。'],
    [{ year: 2036 }, '报告年度应在2019至2035之间，不是2036。什么都没有写。'],
    [{ edition: '没有的' }, `没有“没有的”这一种报告，可用：${editions.names.join('、')}。什么都没有写。`],
    [{ organ: '某某公司' }, `看不出“某某公司”是哪种机关，可用：${kinds}。什么都没有写。`],
    [{ departments: { 没有的: '某办' } }, '什么都没有写。'],
    [{ from: { ledgers: [], others: ['说明.docx'] } }, '文件夹里没有能读的台账。什么都没有写。'],
  ])('%j is told, and nothing is written', (order, text) => {
    const office = officeHere();
    const told = setUp(office, order);
    expect([told.exit, told.text]).toEqual([2, expect.stringContaining(text)]);
    expect(told.problems.map(({ code }) => code)).toEqual(order.from ? ['from-unused'] : []);
    expect([filesIn(office), office.calls['Drive.Files.create']]).toEqual([[], undefined]);
  });

  it('waits for another run', () => {
    const office = officeHere();
    const told = office.run(() => {
      Object.assign(globalThis, { LockService: { getScriptLock: () => ({ tryLock: () => false }) } });
      return setUpWorkspace({ hubOnly: true, year: null }, editions);
    });
    expect([told.exit, filesIn(office)]).toEqual([2, []]);
  });
});

describe('a new workspace', () => {
  it('gets a hub, its folders and a template, is told what, and needs nothing more', () => {
    const office = officeHere();
    const told = setUp(office);
    expect([told.exit, named(told)]).toEqual([0, ['总表', ...folders, '年度报告.docx']]);
    expect(told.text).toBe(
      ['已建立：', `  ${hub}`, ...folders.map((name) => `  ${name}`), '  模板/年度报告.docx'].join('\n'),
    );
    expect(filesIn(office)).toEqual([hub, ...folders, '模板/年度报告.docx'].sort());
    expect(progress[0]).toBe('建立总表');
    expect(remembered(office)).toHaveProperty('identity');
    expect(Object.values((remembered(office).workspace as { folders: object }).folders).sort()).toEqual(
      [...folders].sort(),
    );
    const again = setUp(office, { year: 2024 });
    expect([again.exit, again.text, again.files]).toEqual([0, '该有的文件都在，没有新建任何文件。', []]);
  });

  it.each([
    [null, '2024'],
    [2019, '2019'],
    [2035, '2035'],
  ])('is of the year %s', (year, wanted) => {
    const office = officeHere();
    expect(setUp(office, { year }).exit).toBe(0);
    expect(setting(office, '报告年度')).toBe(wanted);
  });

  it('bears the names of its organ, to be checked where these are guessed', () => {
    const office = officeHere();
    const told = setUp(office, { organ: '嘉祥县大张楼镇' });
    expect(setting(office, '政府全称')).toBe('嘉祥县大张楼镇人民政府');
    expect(told.problems.map(({ workbook, sheet }) => [workbook, sheet])).toContainEqual([hub, '设置']);
    expect(told.text).toContain(told.problems[0]?.reason ?? 'no reason');
    expect([setUp(office, { organ: '嘉祥县大张楼镇' }).problems, setUp(officeHere()).problems]).toEqual([[], []]);
  });

  it('is of the other kind of report where that is asked for', () => {
    const office = officeHere();
    expect(setUp(office, { edition: workSafety.name }).exit).toBe(0);
    expect(setUp(office, { edition: workSafety.name }).exit).toBe(0);
    expect(setUp(office).exit).toBe(0);
    const told = setUp(office, { edition: ruleOfLaw.name });
    const other = `总表是“${workSafety.name}”的，不是“${ruleOfLaw.name}”的。另编一种报告，请用另一个文件夹。`;
    expect([told.exit, told.text]).toEqual([2, other]);
  });

  it('calls departments as it is told', () => {
    const office = officeHere();
    const { exit, details } = office.run(() => tellRoles({}, editions));
    const [{ role } = { role: '' }] = (details as RolesDetails).roles;
    expect([exit, office.run(() => tellRoles({ organ: '某某公司' }, editions)).exit]).toEqual([0, 2]);
    expect(setUp(office, { departments: { [role]: '依法治镇办' } }).exit).toBe(0);
    expect(office.rows(hub, '单位').flat()).toContain('依法治镇办');
  });
});

describe('where the hub stands', () => {
  let office: OfficeHere;
  beforeEach(() => {
    office = officeHere();
    setUp(office, { year: 2024 });
  });

  it.each<[Partial<SetUpOrder>, string]>([
    [{ year: 2025 }, '总表已经建好，报告年度和机关类型请直接在总表的“设置”里改。什么都没有写。'],
    [{ organ: '街道' }, '总表已经建好，报告年度和机关类型请直接在总表的“设置”里改。什么都没有写。'],
    [{ departments: {} }, '总表已经建好，单位名称请直接在总表的“单位”“任务”“指标”里改。什么都没有写。'],
  ])('%j comes too late, and the hub stays as it is', (order, text) => {
    const before = readFileSync(join(office.folder, hub), 'utf8');
    const told = setUp(office, order);
    expect([told.exit, told.text, told.files]).toEqual([2, text, []]);
    expect(readFileSync(join(office.folder, hub), 'utf8')).toBe(before);
  });

  it('what was made all the same is told beside it', () => {
    rmSync(join(office.folder, '核对单'), { recursive: true });
    const told = setUp(office, { year: 2025 });
    expect([told.exit, named(told)]).toEqual([1, ['核对单']]);
    expect(told.text).toMatch(/里改。什么都没有写。\n已建立：\n {2}核对单$/u);
  });

  it('and cannot be read, its departments wait, and what was made is told', () => {
    writeFileSync(join(office.folder, hub), 'no workbook');
    rmSync(join(office.folder, '核对单'), { recursive: true });
    const told = setUp(office, { hubOnly: false });
    expect([told.exit, named(told), told.text]).toEqual([1, ['核对单'], expect.stringContaining('总表无法读取')]);
    expect(filesIn(office).filter((name) => name.startsWith('填报/'))).toEqual([]);
  });

  longIt('departments get their workbooks, each once, as far as the time goes', () => {
    const making = (): number => progress.filter((text) => text.startsWith('建立')).length;
    jest.spyOn(Date, 'now').mockImplementation(() => (making() < 3 ? now : now + 1e15));
    const told = setUp(office, { hubOnly: false });
    expect([told.exit, told.isUnfinished]).toEqual([1, true]);
    expect(told.text).toMatch(/^还有 \d+ 个单位没有轮到，本次时间已到。请再运行一次，会接着建完。\n已建立：/u);
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    const rest = setUp(office, { hubOnly: false });
    expect([rest.exit, rest.problems]).toEqual([0, []]);
    const made = [...named(told), ...named(rest)].map((name) => `填报/${name}.xlsx`).sort();
    expect([made, new Set(made).size]).toEqual([
      filesIn(office).filter((name) => name.startsWith('填报/')),
      made.length,
    ]);
    expect(rest).not.toHaveProperty('isUnfinished');
  });
});

describe('a run that breaks off', () => {
  const failing =
    (file: string) =>
    (name: string, [resource]: readonly unknown[]) => {
      if (name === 'Drive.Files.create' && (resource as { name: string }).name === file) throw new Error('磁盘已满');
    };

  it('tells what was made, and the next one makes the rest', () => {
    const office = officeHere();
    office.fail = failing('报告');
    const told = setUp(office);
    expect([told.exit, named(told)]).toEqual([1, ['总表', '填报', '模板']]);
    expect(told.text).toBe(
      `初始化没有做完：磁盘已满\n排除原因后再运行一次，会接着建完。\n已建立：\n  ${hub}\n  填报\n  模板`,
    );
    office.fail = () => undefined;
    expect(named(setUp(office))).toEqual([...folders.slice(2), '年度报告.docx']);
  });

  it('and left a hub without a word in it has it filled', () => {
    const office = officeHere();
    office.edit(hub, () => undefined);
    expect(named(setUp(office))).toContain('总表');
    expect(setting(office, '报告年度')).toBe('2024');
  });

  it('before anything was made says so alone', () => {
    const office = officeHere();
    office.fail = failing('总表');
    expect(setUp(office)).toMatchObject({ exit: 2, text: '初始化没有做完：磁盘已满', files: [] });
    expect(filesIn(office)).toEqual([]);
  });
});

describe('from ledgers', () => {
  const table = (title: string): string => `${title}\n编号,任务,状态,完成日期\nA-01,宪法宣传,已完成,2024-03-01\n`;

  function begun(files: Readonly<Record<string, string>>, order: Partial<SetUpOrder> = {}) {
    const home = freshFolder();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text);
    const desk = new Desk();
    const from = desk.ledgers(home);
    const office = officeHere(desk.mounts);
    return { office, told: setUp(office, { from, ...order }) };
  }

  const doubt = ({ problems }: JobAnswer): string | undefined =>
    problems.find(({ code }) => code === 'from-settings')?.reason;

  longIt.each<[string, Partial<SetUpOrder>, string, string]>([
    ['枫林镇2023年任务', {}, '2023', '报告年度按台账定为2023年，乡镇街道名称按台账写作“枫林镇”'],
    ['枫林镇2023年任务', { year: 2024 }, '2024', '报告年度按命令或今天定为2024年，乡镇街道名称按台账写作“枫林镇”'],
    ['任务', {}, '2024', '报告年度按台账定为2024年，乡镇街道名称看不出来'],
  ])('“%s” %j is of the year %s, and one is told why', (title, order, year, reason) => {
    const { office, told } = begun({ '司法所.csv': table(title) }, order);
    expect([setting(office, '报告年度'), doubt(told)]).toEqual([year, reason]);
    const found = told.problems.find(({ code }) => code === 'from-settings');
    expect(found).toMatchObject({ workbook: hub, sheet: '设置', level: '请核实', expected: '请在“设置”里核对' });
  });

  longIt('of several years tells the others', () => {
    const { told } = begun({
      ...{ '司法所.csv': table('2023年任务'), '财政所.csv': table('2023年任务'), '党政办.csv': table('2022年任务') },
    });
    expect(doubt(told)).toContain('定为2023年，乡镇街道名称看不出来；写着别的年份的有党政办.csv（2022年）');
  });

  longIt('copies them, tells how each was taken, and makes the others’ workbooks beside them', () => {
    const files = { '司法所台账.csv': table('枫林镇2024年任务'), '说明.docx': 'x' };
    const { office, told } = begun(files, { hubOnly: false });
    expect([told.exit, told.problems.filter(({ code }) => code === 'from-unused').length]).toEqual([1, 1]);
    const lying = filesIn(office).filter((name) => name.startsWith('填报/'));
    expect([lying.includes('填报/司法所.csv'), lying.includes('填报/司法所.xlsx'), lying.length > 3]).toEqual([
      ...[true, false, true],
    ]);
    expect(told.text).toContain('\n台账怎样认的：\n  司法所.csv（原名 司法所台账.csv）：“司法所”＝任务进展');
    expect(told.problems.map(({ code }) => code)).toContain('from-settings');
  });

  it('told twice, what the hub is to be is not told again', () => {
    const { office, told } = begun({ '司法所.csv': table('枫林镇2024年任务') });
    expect([told.exit, doubt(told) !== undefined]).toEqual([0, true]);
    expect(told.text).toContain('台账怎样认的：');
    const again = setUp(office, { hubOnly: true });
    expect(again).toMatchObject({ exit: 0, files: [], problems: [] });
  });
});

describe('on Drive', () => {
  it('the ledger’s workbook is made and noted once, and one that lies there is taken', () => {
    const office = onDrive();
    setUp(office, {}, 'ban@town.example');
    expect(filesIn(office)).toContain('结果.xlsx');
    expect(remembered(office)['file results']).toEqual({ id: '结果.xlsx', name: '结果' });
    expect(remembered(office)).not.toHaveProperty('identity');
    const calls = office.calls['Drive.Files.create'];
    setUp(office, {}, 'ban@town.example');
    expect(office.calls['Drive.Files.create']).toBe(calls);
    const other = onDrive();
    other.edit('结果.xlsx', () => undefined);
    setUp(other);
    expect(remembered(other)['file results']).toEqual({ id: '结果.xlsx', name: '结果' });
    const onDisk = officeHere();
    setUp(onDisk);
    expect(filesIn(onDisk)).not.toContain('结果.xlsx');
  });

  it('whose it is is noted where an older set-up did not, and stays where it was', () => {
    const [older, known] = [onDrive(), onDrive({ owner: 'xx***@***' })];
    for (const office of [older, known]) setUp(office, {}, 'ban@town.example');
    expect(remembered(older).workspace).toMatchObject({ owner: expect.stringMatching(/^ba\*\*\*/u) as string, hub });
    expect(remembered(known).workspace).toMatchObject({ owner: 'xx***@***' });
  });

  it('a person is told what Drive does not show the program, in a folder not', () => {
    const hint = '直接放进云端硬盘文件夹里的文件，本程序看不到';
    expect(setUp(onDrive()).text).toContain(hint);
    expect(setUp(officeHere()).text).not.toContain(hint);
  });

  it('a folder that is given up is forgotten with all that was noted in it', () => {
    const office = onDrive();
    setUp(office);
    office.fail = (name, [asked]) => {
      const text = JSON.stringify(asked);
      if (/^Drive\.Files\.(?:list|get)$/u.test(name) && (text === '"."' || text.includes("'.'")))
        throw new Error('File not found: .');
    };
    mkdirSync(join(office.folder, 'root'));
    const before = filesIn(office);
    const told = setUp(office);
    expect([told.exit, told.details, filesIn(office)]).toEqual([2, { canMakeAnew: true }, before]);
    expect(remembered(office)).toHaveProperty(['file results']);
    const anew = setUp(office, { anew: true });
    expect(anew.exit).toBe(0);
    expect(remembered(office)['file results']).toEqual({ id: 'root/法治年报/结果.xlsx', name: '结果' });
    expect(remembered(office).workspace).toMatchObject({ folder: 'root/法治年报', isOnDrive: true });
  });
});
