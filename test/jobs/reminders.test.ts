/** The reminders over services that fail, and the hourly tick: what the ledger says then, and that nothing goes out twice. */
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { clockOn } from '../on-day';
import { openFolder } from '../faults/office-store';
import { makeSmallOffice } from '../faults/small-office';
import { freshFolder, removeFolders } from '../workspace/run-command';
import { cellBeside, typeCell } from '../workspace/typed-rows';
import { longIt } from '../long';

afterAll(removeFolders);

/** On 2022-12-22 three mails are due: to a leader, to 司法所 of two items, to 财政所. */
let base: string;
beforeAll(async () => {
  base = freshFolder();
  await makeSmallOffice(base);
});

function smallOffice(): string {
  const folder = freshFolder();
  cpSync(base, folder, { recursive: true });
  return folder;
}

interface Told {
  readonly exit: number;
  readonly text: string;
  readonly problems: readonly { readonly code: string; readonly reason: string }[];
  readonly details: {
    readonly owner?: string | null;
    readonly triggers?: number;
    readonly left?: number;
    readonly mails?: readonly { readonly mail: string; readonly fate: string }[];
    readonly attention?: readonly { readonly mail: string; readonly state: string; readonly reason: string }[];
    readonly counts?: Readonly<Record<string, number>>;
  };
}

/** Lines of script that run before the bundle: mails go through this service; `n` counts the calls, `send` is what one does. */
function mailService(send: string, quota = '1500'): string {
  return `var n = 0; MailApp = { getRemainingDailyQuota: function () { return ${quota} }, sendEmail: function (m) { n += 1; ${send} } };`;
}

function call(folder: string, script: string, name: string, ...args: readonly unknown[]): Told | null {
  return openFolder(folder, { progress: () => undefined }, script).run(name, ...args) as Told | null;
}

function callOn(day: string, folder: string, script: string, order: string): Told | null {
  const options = { progress: () => undefined, clock: clockOn(day) };
  return openFolder(folder, options, script).run('runJob', 'remind', order) as Told | null;
}

function remind(folder: string, script: string, order: object = {}): Told {
  const given = { dryRun: false, asOf: '2022-12-22', channel: '邮件', ...order };
  const told = callOn(given.asOf, folder, script, JSON.stringify(given));
  if (told === null) throw new Error('no answer');
  return told;
}

const fatesOf = ({ details }: Told): readonly string[] => (details.mails ?? []).map(({ fate }) => fate);

longIt(
  'two people who look at the same mails: the second one’s word counts for what he has looked at, and nothing goes out',
  () => {
    const folder = smallOffice();
    expect(remind(folder, mailService(''), { letters: 2 })).toMatchObject({
      ...{ exit: 2, text: expect.stringContaining('确认的是 2 封，现在要发的是 3 封') as string },
    });
    expect(fatesOf(remind(folder, mailService(''), { letters: 3 }))).toEqual(['sent', 'sent', 'sent']);
    expect(remind(folder, mailService("throw new Error('must not be called')"), { letters: 3 }).exit).toBe(2);
  },
);

describe('a mail service', () => {
  it('that throws after taking a mail leaves 状态不明, which is not sent again', () => {
    const folder = smallOffice();
    const broken = mailService("if (n === 2) throw new Error('Exception: 出现了意外错误 a.b@town.example')");
    const told = remind(folder, broken);
    expect([told.exit, fatesOf(told)]).toEqual([1, ['sent', 'unknown', 'sent']]);
    expect(told.details.attention?.map(({ state }) => state)).toEqual(Array(2).fill('状态不明'));
    expect(JSON.stringify(told)).not.toContain('a.b@town');
    const again = remind(folder, mailService("throw new Error('must not be called')"));
    expect([again.exit, fatesOf(again)]).toEqual([1, []]);
    const number = told.details.attention?.[0]?.mail ?? '';
    const settle = JSON.stringify({ settle: { mail: number, to: 'queued' }, accept: false, all: false });
    expect(call(folder, '', 'runJob', 'ledger', settle)?.exit).toBe(0);
    expect(fatesOf(remind(folder, mailService(''), { asOf: '2022-12-23' }))).toEqual(['sent']);
  });

  it('that refuses one mail loses only that one, and it is tried again', () => {
    const folder = smallOffice();
    const told = remind(folder, mailService("if (n === 1) throw new Error('Invalid email: x')"));
    expect([told.exit, fatesOf(told)]).toEqual([1, ['failed', 'sent', 'sent']]);
    expect(fatesOf(remind(folder, mailService('')))).toEqual(['sent']);
  });

  const spent = (text: string): void => {
    const folder = smallOffice();
    const told = remind(
      folder,
      mailService(`if (n === 2) throw new Error('${text}'); if (n > 2) throw new Error('called')`),
    );
    expect(fatesOf(told)).toEqual(['sent', 'planned', 'planned']);
    expect(told.problems.map(({ code }) => code)).toContain('sending-stopped');
    expect(told.details.attention).toEqual([]);
    expect(fatesOf(remind(folder, mailService(''), { asOf: '2022-12-23' }))).toEqual(['sent', 'sent']);
  };

  it('that says “Service invoked too many times” is left alone, and the rest stays queued', () => {
    spent('Service invoked too many times for one day: email.');
  });

  longIt('that says so in Chinese too', () => {
    spent('一天内调用服务的次数过多：email。');
  });

  longIt('that takes nothing for a week never leaves a mail to a person: it is no fault of the mail', () => {
    const folder = smallOffice();
    const shut = mailService("throw new Error('Service invoked too many times for one day: email.')");
    for (const asOf of ['2022-12-22', '2022-12-23', '2022-12-26', '2022-12-27', '2022-12-28']) {
      const { details } = remind(folder, shut, { asOf });
      expect([asOf, details.counts]).toEqual([asOf, { 待发: 6 }]);
    }
    expect(fatesOf(remind(folder, mailService(''), { asOf: '2022-12-29' }))).toEqual(['sent', 'sent', 'sent']);
  });

  it.each([
    ['0', 0],
    ['5', 0],
    ['7', 2],
  ])('with a quota of %s gets %i mails: five are kept back', (quota, count) => {
    const told = remind(smallOffice(), mailService('', quota));
    expect([told.details.left, fatesOf(told)]).toEqual([count, Array(count).fill('sent')]);
  });

  it('that fails three times in ways nobody knows is left alone: the fourth mail stays queued', () => {
    const folder = smallOffice();
    // The task of 财政所 is late now, of which its leader is told.
    typeCell(join(folder, '总表.xlsx'), '单位', 'H5', 'fg2@town.example');
    typeCell(join(folder, '总表.xlsx'), '任务', 'I7', '2022-11-30');
    const told = remind(folder, mailService("throw new Error('出现了意外错误')"));
    expect([fatesOf(told), told.details.counts]).toEqual([
      ['unknown', 'unknown', 'unknown', 'planned'],
      { 待发: 4, 状态不明: 4 },
    ]);
    expect(told.problems.filter(({ code }) => code === 'sending-stopped').map(({ reason }) => reason)).toEqual([
      '接连几封不能确定是否发出，其余的没有发送',
    ]);
    expect(fatesOf(remind(folder, mailService('')))).toEqual(['sent']);
  });

  it.each([
    [6, ['sent', 'sent', 'sent']],
    [5, ['sent', 'planned', 'planned']],
  ])('of which others use up the quota meanwhile, to %i that are left, keeps five for them', (left, fates) => {
    const told = remind(smallOffice(), mailService('', `(n > 0 ? ${String(left)} : 1500)`));
    expect(fatesOf(told)).toEqual(fates);
    expect(told.problems.some(({ reason }) => reason.startsWith('邮件服务的当日配额已用完'))).toBe(left === 5);
  });

  it('gets no second mail once the ledger cannot be written any more, and none of the lines is called claimed', () => {
    const folder = smallOffice();
    const shut = `var get = Sheets.Spreadsheets.get, write = Sheets.Spreadsheets.batchUpdate;
      Sheets = { Spreadsheets: { get: get, batchUpdate: function (a, b) { if (n > 0) throw new Error('磁盘已满'); return write(a, b) } } };`;
    const told = remind(folder, mailService('') + shut);
    expect([told.exit, fatesOf(told)]).toEqual([1, ['sent', 'planned', 'planned']]);
    expect(told.details.counts).toEqual({ 待发: 5, 已发: 1 });
  });

  it('and what became of its mails stand in 催办记录 after the run', () => {
    const folder = smallOffice();
    remind(folder, mailService(''));
    const shared = unzipSync(readFileSync(join(folder, '结果.xlsx')))['xl/sharedStrings.xml'] ?? new Uint8Array();
    for (const said of ['催办记录', '已发', '待发', '2022-12-22-财政所']) expect(strFromU8(shared)).toContain(said);
  });

  it('gets nothing while the ledger cannot be written', () => {
    const folder = smallOffice();
    const shut = `var get = Sheets.Spreadsheets.get, write = Sheets.Spreadsheets.batchUpdate, w = 0;
      Sheets = { Spreadsheets: { get: get, batchUpdate: function (a, b) { w += 1; if (w > 0) throw new Error('磁盘已满'); return write(a, b) } } };`;
    const told = remind(folder, shut + mailService("throw new Error('must not be called')"));
    expect(told.exit).toBe(2);
    expect(told.problems).toContainEqual(
      expect.objectContaining({ code: 'ledger-unwritten', reason: '催办记录没有写成：磁盘已满' }),
    );
    expect(told.details.counts).toEqual({ 待发: 6 });
    expect(fatesOf(remind(folder, mailService('')))).toEqual(Array(3).fill('sent'));
  });
});

it('an error nobody foresaw while a file is placed is settled by the file, and not left to a person', () => {
  const folder = smallOffice();
  const broken = `var send = MailApp.sendEmail, left = MailApp.getRemainingDailyQuota, n = 0; MailApp = { getRemainingDailyQuota: left,
    sendEmail: function (m) { n += 1; if (n === 1) throw new Error('?'); send(m); if (n === 2) throw new Error('!') } };`;
  const told = remind(folder, broken, { channel: '发件箱' });
  expect([fatesOf(told), told.details.attention]).toEqual([['unknown', 'unknown', 'written'], []]);
  const again = remind(folder, '', { channel: '发件箱' });
  expect([fatesOf(again), again.details.counts]).toEqual([['written'], { 待发: 2, 已写入发件箱: 4 }]);
});

it('a run that has nobody to tell leaves 催办记录 with its header, and no line', () => {
  const folder = smallOffice();
  const own = join(folder, '填报/综治中心.xlsx');
  cpSync(join(folder, '填报/财政所.xlsx'), own);
  typeCell(own, '封面', cellBeside(own, '封面', '单位*'), '综治中心');
  expect(fatesOf(remind(folder, mailService(''), { asOf: '2021-12-31' }))).toEqual([]);
  const part = (name: string): string =>
    strFromU8(unzipSync(readFileSync(join(folder, '结果.xlsx')))[name] ?? new Uint8Array());
  expect(part('xl/workbook.xml')).toContain('name="催办记录"');
  expect(part('xl/sharedStrings.xml')).toContain('通知编号');
  expect(part('xl/sharedStrings.xml')).not.toContain('待发');
});

describe('the hourly tick', () => {
  const at = (time: string): string =>
    `var then = Date.parse('${time}+08:00'); Date.now = function () { return then };`;
  const as = (user: string): string =>
    `Session = { getEffectiveUser: function () { return { getEmail: function () { return '${user}' } } } };`;
  const timer = (folder: string, script: string, what: string): Told | null =>
    call(folder, script, 'runJob', 'timer', JSON.stringify({ do: what }));
  const sent = (folder: string): number =>
    readdirSync(join(folder, '发件箱')).filter((name) => name.endsWith('.eml')).length;
  const [owner, other] = [as('office@town.example'), as('second@town.example')];

  longIt('sends once on a day, not at night, and only for the person who turned it on', () => {
    const folder = smallOffice();
    const ticked = (script: string): number => {
      call(folder, script, 'tick');
      return sent(folder);
    };
    expect(ticked(owner + at('2022-12-22T09:10:00'))).toBe(0);
    expect(timer(folder, owner, 'on')?.text).toContain('定时催办已打开');
    expect(ticked(owner + at('2022-12-22T07:10:00'))).toBe(0);
    expect(ticked(other + at('2022-12-22T09:10:00'))).toBe(0);
    expect(ticked(owner + at('2022-12-22T09:10:00'))).toBe(3);
    expect(ticked(owner + at('2022-12-22T10:10:00'))).toBe(3);
    expect(ticked(owner + at('2023-01-01T10:10:00'))).toBe(3);
    expect(ticked(owner + at('2023-01-03T08:59:00'))).toBe(5);
    const status = timer(folder, owner + at('2023-01-03T12:00:00'), 'status');
    expect([status?.exit, status?.text]).toEqual([
      0,
      expect.stringContaining('2023-01-03 08:59:00（3 小时前），上次成功'),
    ]);
  });

  it('that finds another run at work is no failure and no success, and the next one sends', () => {
    const folder = smallOffice();
    timer(folder, owner, 'on');
    const held = 'LockService = { getScriptLock: function () { return { tryLock: function () { return false } } } };';
    call(folder, owner + at('2022-12-22T09:10:00') + held, 'tick');
    call(folder, owner + at('2022-12-22T10:10:00') + held, 'tick');
    expect([sent(folder), timer(folder, owner, 'status')?.text]).toEqual([0, expect.not.stringContaining('没有做成')]);
    call(folder, owner + at('2022-12-22T11:10:00'), 'tick');
    expect(sent(folder)).toBe(3);
  });

  it('belongs to one person: a second is refused and told who, and may take over', () => {
    const folder = smallOffice();
    timer(folder, owner, 'on');
    timer(folder, owner, 'on');
    expect(timer(folder, owner, 'status')?.details).toMatchObject({ triggers: 1, isMine: true });
    const refused = timer(folder, other, 'on');
    expect([refused?.exit, refused?.text]).toEqual([
      2,
      expect.stringMatching(/^定时催办由 of\*\*\*@\*\*\* #\w{6} 在/u),
    ]);
    expect(timer(folder, other, 'off')?.exit).toBe(2);
    expect(timer(folder, other, 'take-over')?.details).toMatchObject({ isMine: true });
    call(folder, owner + at('2022-12-22T09:10:00'), 'tick');
    expect(sent(folder)).toBe(0);
    call(folder, other + at('2022-12-22T09:10:00'), 'tick');
    expect(sent(folder)).toBe(3);
    expect(timer(folder, other, 'off')?.details).toMatchObject({ owner: null, triggers: 0 });
  });

  it('stands in the menu with how long ago it was, and that something is wrong', () => {
    const folder = smallOffice();
    const entryAt = (time: string): string | undefined => {
      const told: string[] = [];
      const ui = `var ui = { createMenu: function () { return ui }, addSeparator: function () { return ui }, addToUi: function () {},
        addItem: function (caption) { console.info(caption); return ui } }; SpreadsheetApp = { getUi: function () { return ui } };`;
      openFolder(folder, { progress: (text) => told.push(text) }, other + at(time) + ui).run('onOpen');
      return told.find((caption) => caption.startsWith('定时催办'));
    };
    expect(entryAt('2022-12-22T09:00:00')).toBe('定时催办');
    timer(folder, owner + at('2022-12-22T09:00:00'), 'on');
    expect(entryAt('2022-12-22T09:30:00')).toBe('定时催办（还没有自动检查过）');
    call(folder, owner + at('2022-12-22T10:10:00'), 'tick');
    expect(entryAt('2022-12-22T10:30:00')).toBe('定时催办（上次自动检查：不到 1 小时前）');
    expect(entryAt('2022-12-23T09:30:00')).toBe('定时催办（上次自动检查：23 小时前）');
    expect(entryAt('2022-12-25T11:30:00')).toBe('定时催办（⚠ 上次自动检查：3 天前）');
  });

  it('of a timer on this computer does the same, and tells how it went', () => {
    const folder = smallOffice();
    timer(folder, owner, 'on');
    const told = call(
      folder,
      owner + at('2022-12-22T09:10:00'),
      'runJob',
      'tick',
      JSON.stringify({ channel: '发件箱' }),
    );
    expect([sent(folder), told?.text]).toEqual([3, expect.stringContaining('上次成功 2022-12-22 09:10:00')]);
  });

  it('says so when a trigger is missing or there is one too many', () => {
    const folder = smallOffice();
    timer(folder, owner, 'on');
    const kept = join(folder, '.nianbao/triggers.json');
    const one = JSON.parse(readFileSync(kept, 'utf8')) as object[];
    writeFileSync(kept, JSON.stringify([...one, { id: 'b', handler: 'tick', everyHours: 1 }]));
    expect(timer(folder, owner, 'status')).toMatchObject({
      exit: 1,
      text: expect.stringContaining('定时器有 2 个') as string,
    });
    writeFileSync(kept, '[]');
    expect(timer(folder, owner, 'status')).toMatchObject({
      exit: 1,
      text: expect.stringContaining('不见了') as string,
    });
    timer(folder, owner, 'on');
    expect(timer(folder, owner, 'status')?.exit).toBe(0);
  });

  it('lets Google tell the owner from the second failure on, and goes on once the cause is gone', () => {
    const folder = smallOffice();
    timer(folder, owner, 'on');
    writeFileSync(join(folder, '结果.xlsx'), 'damaged');
    call(folder, owner + at('2022-12-22T09:10:00'), 'tick');
    expect(() => call(folder, owner + at('2022-12-22T10:10:00'), 'tick')).toThrow('定时催办连续 2 次没有做成');
    expect(timer(folder, owner, 'status')).toMatchObject({
      exit: 1,
      text: expect.stringContaining('还没有成功过；连续 2 次没有做成') as string,
    });
    expect(existsSync(join(folder, '.nianbao/lock'))).toBe(false);
    rmSync(join(folder, '结果.xlsx'));
    call(folder, owner + at('2022-12-22T11:10:00'), 'tick');
    expect(sent(folder)).toBe(3);
  });
});

it('a hub in another time zone stops the run with both names', () => {
  const script = `var get = Sheets.Spreadsheets.get; Sheets = { Spreadsheets: { get: function (a, b) {
    var s = get(a, b); s.properties.timeZone = 'America/Los_Angeles'; return s } } };`;
  const told = remind(smallOffice(), script);
  expect([told.exit, told.text]).toEqual([2, expect.stringMatching(/America\/Los_Angeles.*Asia\/Shanghai/u)]);
});

it('a workbook that is missing is told in its mail, and not once more as an error of the sheets', () => {
  const folder = smallOffice();
  const counted = (): number =>
    Number(/各表另有 (\d+) 处错误/u.exec(remind(folder, '', { dryRun: true }).text)?.[1] ?? 0);
  for (const name of readdirSync(join(folder, '填报'))) rmSync(join(folder, '填报', name));
  const { problems } = call(folder, '', 'runJob', 'check', JSON.stringify({ asOf: '2022-12-22' })) ?? { problems: [] };
  expect(problems.filter(({ code }) => code === 'department-missing')).toHaveLength(3);
  // Those of the hub: no mailbox, no figure that anybody could give.
  expect(counted()).toBe(3);
  expect(remind(folder, '', { dryRun: true }).text).toContain('财政所：截至2022年12月22日没有收到可用的填报表');
});
