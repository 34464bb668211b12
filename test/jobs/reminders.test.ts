/** The reminders over services that fail, and the hourly tick: what the ledger says then, and that nothing goes out twice. */
import { appendFileSync, cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkspace } from '../../src/local/bundle-host';
import { workerFile } from '../local/scratch';
import { copyOfExample, freshFolder, removeFolders, root } from '../workspace/run-command';

afterAll(removeFolders);

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

/** A bundle before which a few lines of script run: they stand for the clock, the account and the mail service. */
function bundleWith(lines: string): string {
  const folder = freshFolder();
  cpSync(join(root, 'build/out/google'), folder, { recursive: true });
  const bundleFile = join(folder, 'Code.js');
  const code = readFileSync(bundleFile, 'utf8');
  writeFileSync(bundleFile, lines);
  appendFileSync(bundleFile, `\n${code}`);
  return bundleFile;
}

/** Mails through this service: `n` counts the calls, `send` is what one does. */
function mailService(send: string, quota = '1500'): string {
  return `var n = 0; MailApp = { getRemainingDailyQuota: function () { return ${quota} }, sendEmail: function (m) { n += 1; ${send} } };`;
}

async function call(folder: string, script: string, name: string, ...args: readonly unknown[]): Promise<Told | null> {
  const host = await openWorkspace(folder, { progress: () => undefined, bundleFile: bundleWith(script), workerFile });
  return host.run(name, ...args) as Told | null;
}

async function remind(folder: string, script: string, order: object = {}): Promise<Told> {
  const given = { dryRun: false, asOf: '2022-12-30', channel: '邮件', ...order };
  const told = await call(folder, script, 'runJob', 'remind', JSON.stringify(given));
  if (told === null) throw new Error('no answer');
  return told;
}

const fatesOf = ({ details }: Told): readonly string[] => (details.mails ?? []).map(({ fate }) => fate);

describe('a mail service', () => {
  it('that throws after taking a mail leaves 状态不明, which is not sent again', async () => {
    const folder = copyOfExample('dazhanglou-2022');
    const broken = mailService("if (n === 2) throw new Error('Exception: 出现了意外错误 a.b@town.example')");
    const told = await remind(folder, broken);
    expect([told.exit, fatesOf(told)]).toEqual([1, ['sent', 'unknown', 'sent', 'sent', 'sent']]);
    expect(told.details.attention?.map(({ state }) => state)).toEqual(Array(4).fill('状态不明'));
    expect(JSON.stringify(told)).not.toContain('a.b@town');
    const again = await remind(folder, mailService("throw new Error('must not be called')"));
    expect([again.exit, fatesOf(again)]).toEqual([1, []]);
    const number = told.details.attention?.[0]?.mail ?? '';
    const settle = JSON.stringify({ settle: { mail: number, to: 'queued' }, accept: false, all: false });
    expect((await call(folder, '', 'runJob', 'ledger', settle))?.exit).toBe(0);
    expect(fatesOf(await remind(folder, mailService(''), { asOf: '2023-01-03' }))).toEqual(['sent', 'sent']);
  });

  it('that refuses one mail loses only that one, and it is tried again', async () => {
    const folder = copyOfExample('dazhanglou-2022');
    const told = await remind(folder, mailService("if (n === 1) throw new Error('Invalid email: x')"));
    expect([told.exit, fatesOf(told)]).toEqual([1, ['failed', 'sent', 'sent', 'sent', 'sent']]);
    expect(fatesOf(await remind(folder, mailService('')))).toEqual(['sent']);
  });

  it.each(['Service invoked too many times for one day: email.', '一天内调用服务的次数过多：email。'])(
    'that says “%s” is left alone, and the rest stays queued',
    async (text) => {
      const folder = copyOfExample('dazhanglou-2022');
      const told = await remind(
        folder,
        mailService(`if (n === 3) throw new Error('${text}'); if (n > 3) throw new Error('called')`),
      );
      expect(fatesOf(told)).toEqual(['sent', 'sent', 'failed', 'planned', 'planned']);
      expect(told.problems).toMatchObject([{ code: 'sending-stopped' }]);
      expect(fatesOf(await remind(folder, mailService(''), { asOf: '2023-01-03' }))).toEqual(['sent', 'sent', 'sent']);
    },
  );

  it.each([
    ['0', 0],
    ['5', 0],
    ['7', 2],
  ])('with a quota of %s gets %i mails: five are kept back', async (quota, count) => {
    const told = await remind(copyOfExample('dazhanglou-2022'), mailService('', quota));
    expect([told.details.left, fatesOf(told)]).toEqual([count, Array(count).fill('sent')]);
  });

  it('gets nothing while the ledger cannot be written', async () => {
    const folder = copyOfExample('dazhanglou-2022');
    const shut = `var get = Sheets.Spreadsheets.get, write = Sheets.Spreadsheets.batchUpdate, w = 0;
      Sheets = { Spreadsheets: { get: get, batchUpdate: function (a, b) { w += 1; if (w > 1) throw new Error('磁盘已满'); return write(a, b) } } };`;
    const told = await remind(folder, shut + mailService("throw new Error('must not be called')"));
    expect(told.exit).toBe(2);
    expect(told.problems).toMatchObject([{ code: 'ledger-unwritten', reason: '催办记录没有写成：磁盘已满' }]);
    expect(fatesOf(await remind(folder, mailService('')))).toEqual(Array(5).fill('sent'));
  });
});

describe('the hourly tick', () => {
  const at = (time: string): string =>
    `var then = Date.parse('${time}+08:00'); Date.now = function () { return then };`;
  const as = (user: string): string =>
    `Session = { getEffectiveUser: function () { return { getEmail: function () { return '${user}' } } } };`;
  const timer = (folder: string, script: string, what: string): Promise<Told | null> =>
    call(folder, script, 'runJob', 'timer', JSON.stringify({ do: what }));
  const sent = (folder: string): number =>
    readdirSync(join(folder, '发件箱')).filter((name) => name.endsWith('.eml')).length;
  const [owner, other] = [as('office@town.example'), as('second@town.example')];

  it('sends once on a day, not at night, and only for the person who turned it on', async () => {
    const folder = copyOfExample('dazhanglou-2022');
    const ticked = async (script: string): Promise<number> => {
      await call(folder, script, 'tick');
      return sent(folder);
    };
    expect(await ticked(owner + at('2022-12-30T09:10:00'))).toBe(0);
    expect((await timer(folder, owner, 'on'))?.text).toContain('定时催办已打开');
    expect(await ticked(owner + at('2022-12-30T07:10:00'))).toBe(0);
    expect(await ticked(other + at('2022-12-30T09:10:00'))).toBe(0);
    expect(await ticked(owner + at('2022-12-30T09:10:00'))).toBe(5);
    expect(await ticked(owner + at('2022-12-30T10:10:00'))).toBe(5);
    expect(await ticked(owner + at('2023-01-01T10:10:00'))).toBe(5);
    expect(await ticked(owner + at('2023-01-03T08:59:00'))).toBe(6);
    const status = await timer(folder, owner, 'status');
    expect([status?.exit, status?.text]).toEqual([0, expect.stringContaining('上次成功 2023-01-03 08:59:00')]);
  });

  it('belongs to one person: a second is refused and told who, and may take over', async () => {
    const folder = copyOfExample('dazhanglou-2022');
    await timer(folder, owner, 'on');
    await timer(folder, owner, 'on');
    expect((await timer(folder, owner, 'status'))?.details).toMatchObject({ triggers: 1, isMine: true });
    const refused = await timer(folder, other, 'on');
    expect([refused?.exit, refused?.text]).toEqual([
      2,
      expect.stringMatching(/^定时催办由 of\*\*\*@\*\*\* #\w{6} 在/u),
    ]);
    expect((await timer(folder, other, 'off'))?.exit).toBe(2);
    expect((await timer(folder, other, 'take-over'))?.details).toMatchObject({ isMine: true });
    await call(folder, owner + at('2022-12-30T09:10:00'), 'tick');
    expect(sent(folder)).toBe(0);
    await call(folder, other + at('2022-12-30T09:10:00'), 'tick');
    expect(sent(folder)).toBe(5);
    expect((await timer(folder, other, 'off'))?.details).toMatchObject({ owner: null, triggers: 0 });
  });

  it('says so when a trigger is missing or there is one too many', async () => {
    const folder = copyOfExample('dazhanglou-2022');
    await timer(folder, owner, 'on');
    const kept = join(folder, '.nianbao/triggers.json');
    const one = JSON.parse(readFileSync(kept, 'utf8')) as object[];
    writeFileSync(kept, JSON.stringify([...one, { id: 'b', handler: 'tick', everyHours: 1 }]));
    expect(await timer(folder, owner, 'status')).toMatchObject({
      exit: 1,
      text: expect.stringContaining('定时器有 2 个') as string,
    });
    writeFileSync(kept, '[]');
    expect(await timer(folder, owner, 'status')).toMatchObject({
      exit: 1,
      text: expect.stringContaining('不见了') as string,
    });
    await timer(folder, owner, 'on');
    expect((await timer(folder, owner, 'status'))?.exit).toBe(0);
  });

  it('lets Google tell the owner from the second failure on, and goes on once the cause is gone', async () => {
    const folder = copyOfExample('dazhanglou-2022');
    await timer(folder, owner, 'on');
    writeFileSync(join(folder, '结果.xlsx'), 'damaged');
    await call(folder, owner + at('2022-12-30T09:10:00'), 'tick');
    await expect(call(folder, owner + at('2022-12-30T10:10:00'), 'tick')).rejects.toThrow('定时催办连续 2 次没有做成');
    expect((await timer(folder, owner, 'status'))?.exit).toBe(1);
    expect(existsSync(join(folder, '.nianbao/lock'))).toBe(false);
    rmSync(join(folder, '结果.xlsx'));
    await call(folder, owner + at('2022-12-30T11:10:00'), 'tick');
    expect(sent(folder)).toBe(5);
  });
});

it('a hub in another time zone stops the run with both names', async () => {
  const script = `var get = Sheets.Spreadsheets.get; Sheets = { Spreadsheets: { get: function (a, b) {
    var s = get(a, b); s.properties.timeZone = 'America/Los_Angeles'; return s } } };`;
  const told = await remind(copyOfExample('dazhanglou-2022'), script);
  expect([told.exit, told.text]).toEqual([2, expect.stringMatching(/America\/Los_Angeles.*Asia\/Shanghai/u)]);
});
