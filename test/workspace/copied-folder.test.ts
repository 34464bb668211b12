/** A workspace that is a backup, a copy, or of another computer: nothing is mailed twice without a person having said so. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealOf } from '../../src/core/reminders/ledger/ledger';
import { readJournal } from '../../src/core/reminders/ledger/read-journal';
import type { MailRoute } from '../../src/local/services/mail-app';
import { hash } from '../core/reminders/ledger-builder';
import type { Between } from '../../src/local/services/service';
import { openFolder } from '../faults/office-store';
import { makeSmallOffice } from '../faults/small-office';
import { longIt } from '../long';
import { clockOn } from '../on-day';
import { inventory } from './damage';
import { freshFolder, removeFolders, root, run } from './run-command';

interface Told {
  readonly exit: number;
  readonly text: string;
  readonly details?: { readonly placeDoubt: string };
}

const [firstDay, laterDay] = ['2022-12-22', '2023-01-03'] as const;
const journal = '.nianbao/催办流水.txt';
const home = process.env.XDG_STATE_HOME ?? '';
let server: ChildProcess;
let got: string;
let route: MailRoute;
let fresh: string;

beforeAll(async () => {
  got = join(freshFolder(), 'got');
  server = spawn(process.execPath, [join(root, 'test/local/mail-server.mjs'), got, 'secure', 'take']);
  const port = await new Promise<number>((told) => {
    server.stdout?.once('data', (data: Buffer) => {
      told(Number(String(data).trim()));
    });
  });
  const login = { user: 'tester', password: 'secret' };
  route = { server: { host: '127.0.0.1', port, secure: true, isLoopback: true, login }, from: 'dzb@town.example' };
  fresh = freshFolder();
  await makeSmallOffice(fresh);
});
afterAll(() => {
  server.kill();
  removeFolders();
});
afterEach(() => {
  process.env.XDG_STATE_HOME = home;
});

function start(folder: string, day: string, job: string, order: object): Told {
  const host = openFolder(folder, { progress: () => undefined, clock: clockOn(day), mail: route });
  return host.run('runJob', job, JSON.stringify(order)) as Told;
}

function remind(folder: string, day: string, more: object = {}): Told {
  return start(folder, day, 'remind', { dryRun: false, asOf: null, channel: '邮件', ...more });
}

function received(): number {
  return existsSync(got) ? readdirSync(got).length : 0;
}

function copyTo(folder: string, from = fresh): string {
  cpSync(from, folder, { recursive: true });
  return folder;
}

/** An office that has mailed on the first day. */
function mailed(): string {
  const folder = copyTo(join(freshFolder(), '年报'));
  expect(remind(folder, firstDay).text).toContain('已发 3 封');
  return folder;
}

function expectsQuestion(folder: string, day: string, text: string): void {
  const [before, mails] = [inventory(folder), received()];
  const told = remind(folder, day);
  expect([told.exit, received(), inventory(folder)]).toEqual([2, mails, before]);
  expect(told.text).toContain(text);
  expect(told.text).toMatch(/现在要发的有 \d+ 封，其中可能有已经发过的/u);
  expect(told.text).toContain('--resume');
}

describe('a word that is taken back', () => {
  /** By an office whose mails are files. */
  const runHere = (folder: string, day: string, job: string, order: object): Told =>
    openFolder(folder, { progress: () => undefined, clock: clockOn(day) }).run(
      'runJob',
      job,
      JSON.stringify(order),
    ) as Told;
  const remindHere = (folder: string, day: string): Told =>
    runHere(folder, day, 'remind', { dryRun: false, asOf: null, channel: '发件箱' });
  const word = (folder: string, mail: string, to: 'sent' | 'back'): Told =>
    runHere(folder, firstDay, 'ledger', { settle: { mail, to }, accept: false });
  const expectsRefusal = (folder: string, mail: string, why: string): void => {
    const before = inventory(folder);
    const told = word(folder, mail, 'back');
    expect([told.exit, inventory(folder)]).toEqual([2, before]);
    expect(told.text).toContain(why);
  };

  it('is none where a server took the mail, also without its copy', () => {
    const folder = mailed();
    const copies = join(folder, '发件箱/已发');
    const [mail = ''] = readdirSync(copies).map((name) => name.replace('.eml', ''));
    expectsRefusal(folder, mail, '邮件服务器已经收下');
    rmSync(copies, { recursive: true });
    expectsRefusal(folder, mail, '邮件服务器已经收下');
    process.env.XDG_STATE_HOME = freshFolder();
    expectsRefusal(folder, mail, '另一台电脑');
  });

  it('is refused in a backup, and where the journal was cut', () => {
    const folder = copyTo(join(freshFolder(), '年报'));
    remindHere(folder, firstDay);
    const mail =
      readdirSync(join(folder, '发件箱'))
        .find((name) => name.endsWith('.eml'))
        ?.replace('.eml', '') ?? '';
    expect(word(folder, mail, 'sent').text).toContain('已登记');
    const slip = copyTo(join(freshFolder(), '备份'), folder);
    const back = word(folder, mail, 'back');
    expect(back.text).toContain(`已撤回登记：${mail} 现在是“已写入发件箱”`);
    const taken = copyTo(join(freshFolder(), '以后'), folder);

    rmSync(folder, { recursive: true });
    copyTo(folder, slip);
    expectsRefusal(folder, mail, '恢复了以前的备份');

    rmSync(folder, { recursive: true });
    copyTo(folder, taken);
    const rows = readFileSync(join(folder, journal), 'utf8').trimEnd().split('\n');
    writeFileSync(join(folder, journal), `${rows.slice(0, -2).join('\n')}\n`);
    expect(word(folder, mail, 'back').exit).toBe(2);
    expect(remindHere(folder, laterDay).exit).toBe(2);
  });
});

it('keeps a copy of each mail a server took, readable for its user alone, and the mark outside of the folder', () => {
  const folder = mailed();
  const names = readdirSync(join(folder, '发件箱/已发'));
  expect(names).toHaveLength(3);
  for (const name of names) {
    const path = join(folder, '发件箱/已发', name);
    expect(readFileSync(path, 'utf8')).toContain('Message-ID');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
  }
  const marks = readdirSync(join(home, 'nianbao')).filter((name) => name.startsWith('ledger-mark-'));
  expect(marks.length).toBeGreaterThan(0);
  if (process.platform !== 'win32') expect(statSync(join(home, 'nianbao', marks[0]!)).mode & 0o077).toBe(0);
});

it('asks when the whole folder is put back from a backup, of any day, and mails once a person has said so', () => {
  const folder = mailed();
  const backup = copyTo(join(freshFolder(), '备份'), folder);
  remind(folder, laterDay);
  rmSync(folder, { recursive: true });
  copyTo(folder, backup);
  expectsQuestion(folder, laterDay, '像是恢复了以前的备份');
  // Of the time before the first mail, when the folder bore no name.
  rmSync(folder, { recursive: true });
  copyTo(folder);
  expectsQuestion(folder, laterDay, '像是恢复了以前的备份');
  const mails = received();
  expect(remind(folder, laterDay, { resume: true }).text).toMatch(/已发 [1-9]\d* 封/u);
  expect(received()).toBeGreaterThan(mails);
  expect(remind(folder, laterDay).text).toContain('已发 0 封');
});

longIt('asks also for files, once folder, record and 发件箱 are gone from where they lay', () => {
  const folder = copyTo(join(freshFolder(), '年报'));
  const asFiles = { channel: '发件箱' };
  expect(remind(folder, firstDay, asFiles).text).toContain('已写入发件箱（3 封');
  for (const name of ['发件箱', '结果.xlsx', '.nianbao']) rmSync(join(folder, name), { recursive: true });
  const told = remind(folder, firstDay, asFiles);
  expect([told.exit, existsSync(join(folder, '发件箱'))]).toEqual([2, false]);
  expect(told.text).toContain('像是恢复了以前的备份');
  expect(remind(folder, firstDay, { ...asFiles, resume: true }).text).toContain('已写入发件箱（3 封');
});

longIt('asks nothing where no mail was ever handed over', () => {
  const folder = copyTo(join(freshFolder(), '年报'));
  expect(remind(folder, '2022-01-04', { channel: '发件箱' }).text).toContain('已写入发件箱（0 封');
  for (const name of ['结果.xlsx', '.nianbao']) rmSync(join(folder, name), { recursive: true });
  expect(remind(folder, firstDay, { channel: '发件箱' }).text).toContain('已写入发件箱（3 封');
});

it('asks for a backup also when the run was ended right behind its first mail', () => {
  const folder = copyTo(join(freshFolder(), '年报'));
  let isDead = false;
  const between: Between = (name, _, make) => {
    if (isDead) throw new Error('killed');
    const answer = make();
    isDead = name === 'MailApp.sendEmail';
    return answer;
  };
  const host = openFolder(folder, { progress: () => undefined, clock: clockOn(firstDay), mail: route, between });
  host.run('runJob', 'remind', '{"dryRun":false,"asOf":null,"channel":"邮件"}');
  expect(isDead).toBe(true);
  rmSync(folder, { recursive: true });
  copyTo(folder);
  expectsQuestion(folder, firstDay, '像是恢复了以前的备份');
});

longIt('asks in a copy when the other one has mailed since, and looks without asking', () => {
  const folder = mailed();
  const copy = copyTo(join(freshFolder(), '副本'), folder);
  remind(folder, laterDay);
  expectsQuestion(copy, laterDay, '或者是一份副本');
  const looked = start(copy, laterDay, 'remind', { dryRun: true, asOf: null, channel: '邮件' });
  expect(looked.details?.placeDoubt).toContain('或者是一份副本');
  const files = start(copy, laterDay, 'remind', { dryRun: false, asOf: null, channel: '发件箱' });
  expect([files.exit, readdirSync(join(copy, '发件箱'))]).toEqual([2, ['已发']]);
  expect(start(copy, laterDay, 'ledger', { settle: { mail: 'x', to: 'sent' }, accept: false }).text).toContain('副本');
  // The other way out: nothing goes again by itself.
  const accepted = start(copy, laterDay, 'ledger', { settle: null, accept: true });
  expect([accepted.exit, accepted.text]).toEqual([1, expect.stringContaining('状态不明')]);
  const mails = received();
  expect([remind(copy, laterDay).exit, received()]).toEqual([1, mails]);
  // Both are offices of their own now.
  expect(remind(folder, laterDay).exit).toBe(0);
});

longIt('mails on in a folder that was moved, and tells', () => {
  const folder = mailed();
  const moved = join(freshFolder(), '新位置');
  renameSync(folder, moved);
  const told = remind(moved, laterDay);
  expect(told.text).toContain(`工作文件夹换了位置，上次在 ${folder}`);
  expect(told.text).toContain('已发 2 封');
  expect(remind(moved, laterDay).text).not.toContain('换了位置');
});

longIt('asks on another computer, and on the first one when the folder comes back', () => {
  const folder = mailed();
  process.env.XDG_STATE_HOME = freshFolder();
  expectsQuestion(folder, laterDay, '像是从另一台电脑复制来的');
  expect(remind(folder, laterDay, { resume: true }).text).toContain('已发 2 封');
  expect(remind(folder, laterDay).exit).toBe(0);
  process.env.XDG_STATE_HOME = home;
  expectsQuestion(folder, laterDay, '像是从另一台电脑复制来的');
});

longIt('mails nothing where the mark cannot be written, or cannot be read', () => {
  const folder = copyTo(join(freshFolder(), '年报'));
  const file = join(freshFolder(), 'file');
  writeFileSync(file, '');
  process.env.XDG_STATE_HOME = file;
  const mails = received();
  const told = remind(folder, firstDay);
  expect([told.exit, received()]).toEqual([2, mails]);
  const other = freshFolder();
  process.env.XDG_STATE_HOME = other;
  remind(folder, firstDay);
  const place = join(other, 'nianbao');
  for (const name of readdirSync(place)) if (name.startsWith('ledger-mark-')) writeFileSync(join(place, name), '{');
  expectsQuestion(folder, laterDay, '读不出来');
});

longIt('a tick never decides', () => {
  const user = 'office@town.example';
  const folder = copyTo(join(freshFolder(), '年报'));
  const tick = (): unknown =>
    openFolder(folder, { progress: () => undefined, clock: clockOn(laterDay), user }).run('tick');
  openFolder(folder, { progress: () => undefined, clock: clockOn(firstDay), user }).run(
    'runJob',
    'timer',
    '{"do":"on"}',
  );
  remind(folder, firstDay);
  const backup = copyTo(join(freshFolder(), '备份'), folder);
  remind(folder, laterDay);
  rmSync(folder, { recursive: true });
  copyTo(folder, backup);
  const before = readFileSync(join(folder, journal));
  tick();
  expect(readdirSync(join(folder, '发件箱'))).toEqual(['已发']);
  expect(readFileSync(join(folder, journal)).equals(before)).toBe(true);
  expect(tick).toThrow('像是恢复了以前的备份');
});

longIt('a step that was cut off while it was written is told, and the run goes on', () => {
  const folder = mailed();
  const whole = readFileSync(join(folder, journal), 'utf8');
  writeFileSync(join(folder, journal), `${whole}0123456789abcdef`);
  const told = remind(folder, laterDay);
  expect(told.text).toContain('上次运行在记催办流水时中断');
  expect(told.text).toContain('已发 2 封');
  expect(readFileSync(join(folder, journal), 'utf8').startsWith(whole)).toBe(true);
  expect(run('ledger', folder).exit).toBe(0);
});

/** Reminds into 发件箱 and leaves the folder as former versions did: the ledger in its sheet alone, with a seal. */
function asBeforeJournals(folder: string): string {
  start(folder, firstDay, 'remind', { dryRun: false, asOf: null, channel: '发件箱' });
  const found = readJournal(readFileSync(join(folder, journal), 'utf8').trimEnd().split('\n'), hash);
  if (found === null || 'damagedRow' in found) throw new Error('no journal');
  const seal = sealOf(found.lines, hash);
  const script = { ledger: JSON.stringify({ before: seal, after: seal, strays: 0 }) };
  rmSync(join(folder, journal));
  writeFileSync(join(folder, '.nianbao/properties.json'), JSON.stringify({ script }));
  // They kept no mark.
  process.env.XDG_STATE_HOME = freshFolder();
  return folder;
}

longIt('takes over a ledger of a former version from its sheet, once, and tells nobody twice', () => {
  const folder = asBeforeJournals(copyTo(join(freshFolder(), '年报')));
  const mails = readdirSync(join(folder, '发件箱'));
  const told = start(folder, firstDay, 'remind', { dryRun: false, asOf: null, channel: '发件箱' });
  expect([told.exit, told.text]).toEqual([
    0,
    expect.stringMatching(/已写入发件箱（0 封，尚未发出）.*。催办记录：待发 2、已发 4。/u),
  ]);
  expect(readdirSync(join(folder, '发件箱'))).toEqual(mails);
  const later = start(folder, laterDay, 'remind', { dryRun: false, asOf: null, channel: '发件箱' });
  expect(later.text).toContain('已写入发件箱（2 封，尚未发出）');
  // What the sheet's former seal vouches for is no longer believed without the journal.
  rmSync(join(folder, journal));
  expect(start(folder, laterDay, 'ledger', { settle: null, accept: false }).exit).toBe(2);
});
