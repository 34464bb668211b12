/** What is written down before a mail goes out, and behind it, whatever the mail service and the journal do. */
import type { Channel } from '../../../src/contract/reminders';
import { journalId, journalTitle } from '../../../src/core/base/office-names';
import { maskedMailbox } from '../../../src/core/reminders/mailbox';
import type { LedgerLine } from '../../../src/core/reminders/ledger/ledger';
import { readJournal } from '../../../src/core/reminders/ledger/read-journal';
import type { Settings } from '../../../src/core/settings/settings';
import { deliverMails, type Delivery } from '../../../src/jobs/steps/deliver-mails';
import type { DraftedMail } from '../../../src/jobs/steps/draft-mails';
import { saveLedger, type Ledger } from '../../../src/jobs/steps/ledger/ledger-store';
import { settings } from '../../core/findings/rows-builder';
import { at, hash, item, queued } from '../../core/reminders/ledger-builder';

type Update = GoogleAppsScript.Sheets.Schema.UpdateCellsRequest;
interface Sent {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody?: string;
  readonly name: string;
  readonly replyTo?: string;
}

let journal: string[] = [];
/** What the journal said of the lines when each mail was handed over. */
let atHandover: (readonly string[])[] = [];
let sent: Sent[] = [];
/** The n-th mail of the service (from 1). */
let send: (count: number) => void;
/** What the service still takes, once so many have gone out. */
let quota: (count: number) => number;
/** The n-th write of the journal (from 1). */
let write: (count: number) => void;
let writes = 0;
let now = 0;
let progress: string[] = [];
const begin = Date.parse('2022-12-01T00:30:00Z');

function statesOf(lines: readonly LedgerLine[]): readonly string[] {
  return lines.map(({ key, state, mail }) => `${key.subject} ${state} ${mail}`.trim());
}

function written(): readonly LedgerLine[] {
  const found = readJournal(journal, hash);
  if (found === null || 'damagedRow' in found) throw new Error(`damaged: ${JSON.stringify(found)}`);
  return found.lines;
}

function batchUpdate({ requests }: { readonly requests: readonly { updateCells?: Update }[] }, id: string): void {
  if (id !== journalId) throw new Error('磁盘已满');
  for (const { updateCells } of requests) {
    if (updateCells === undefined) continue;
    write((writes += 1));
    const texts = (updateCells.rows ?? []).map(({ values = [] }) => values[0]?.userEnteredValue?.stringValue ?? '');
    journal = [...journal.slice(0, updateCells.start?.rowIndex ?? 0), ...texts];
  }
}

function get(id: string, { ranges }: { readonly ranges?: readonly string[] }): object {
  if (id !== journalId) return { sheets: [] };
  const rowData = journal.map((stringValue) => ({ values: [{ effectiveValue: { stringValue } }] }));
  return { sheets: [ranges ? { data: [{ rowData }] } : { properties: { sheetId: 1, title: journalTitle } }] };
}

const services = {
  MailApp: {
    getRemainingDailyQuota: () => quota(sent.length),
    sendEmail: (mail: Sent) => {
      atHandover.push(statesOf(written()));
      sent.push(mail);
      send(sent.length);
    },
  },
  Sheets: { Spreadsheets: { get, batchUpdate } },
  ScriptApp: { getScriptId: () => '/home/clerk' },
  Utilities: {
    computeDigest: (_: unknown, text: string) => [...Buffer.from(hash(text), 'hex')],
    DigestAlgorithm: {},
    Charset: {},
    sleep: () => undefined,
  },
};

beforeEach(() => {
  [journal, atHandover, sent, progress, writes, now] = [[], [], [], [], 0, begin];
  [send, quota, write] = [() => undefined, () => Infinity, () => undefined];
  Object.assign(globalThis, services);
  jest.spyOn(console, 'info').mockImplementation((text) => progress.push(String(text)));
  // The process of the tests may be older than a run may be.
  jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => {
  jest.restoreAllMocks();
  for (const name of Object.keys(services)) Reflect.deleteProperty(globalThis, name);
});

/** Four mails, the first on two matters, and a line of a mail that went out before. */
const addresses = ['sfs', 'czs', 'zzb', 'fg'].map((name) => `${name}@town.example`);
const matters = [['A-01', 'A-02'], ['B-01'], ['C-01'], ['D-01']].map((subjects, index) =>
  subjects.map((subject) => item({ subject }, addresses[index])),
);
const numbers = matters.map((_, index) => `2022-12-01-单位-0000000${String(index)}`);
const mails = matters.map((items, index): DraftedMail => {
  const to = addresses[index] ?? '';
  return {
    mail: { number: numbers[index] ?? '', to, receiver: maskedMailbox(to, hash), items },
    letter: { subject: `提醒 ${String(index)}`, text: `请办理 ${String(index)}`, html: '<p>', attachments: [] },
  };
});
const before: LedgerLine = { ...queuedOne('Z-09'), state: 'sent', mail: '旧' };
const lines: readonly LedgerLine[] = [before, ...matters.flatMap((items) => queued(items))];

function queuedOne(subject: string): LedgerLine {
  const [line] = queued([item({ subject })]);
  if (line === undefined) throw new Error('no line');
  return line;
}

function ledgerOf(workspace: object = { results: { id: 'r', name: '结果.xlsx' } }): Ledger {
  const sheet = { spreadsheet: journalId, title: journalTitle, sheetId: 1, rowCount: 2000, filled: 0 };
  const bare = {
    ...{
      workspace: { isOnDrive: false, ...workspace },
      settings,
      lines: [before],
      handed: 1,
    },
    ...{ strays: 0, journal: { sheet, tip: { rows: 0, chain: '' }, hasBegun: false }, isTorn: false },
    shown: { sheet: null, firstRow: 0, lines: [] },
    place: { doubt: null, mark: null, keep: () => undefined },
  };
  Object.assign(globalThis, {
    PropertiesService: { getScriptProperties: () => ({ setProperty: () => undefined }) },
  });
  return bare as unknown as Ledger;
}

function deliver(channel: Channel = '邮件', more: Partial<Settings> = {}, count = 4, ledger = ledgerOf()): Delivery {
  const office = { settings: { ...settings, ...more } };
  return deliverMails(
    { office, ledger, moment: at('2022-12-01'), channel },
    { mails: mails.slice(0, count), lines, left: 9, problems: [] },
  );
}

const fates = ({ mails: told }: Delivery): readonly string[] => told.map(({ fate }) => fate);
const halts = ({ problems }: Delivery) =>
  problems.filter(({ code }) => code !== 'ledger-unshown').map(({ code, level, reason }) => [code, level, reason]);
/** What the journal says in the end of each mail. */
const ends = (): readonly string[] => numbers.map((mail) => written().find((line) => line.mail === mail)?.state ?? '-');

function throwing(...failures: readonly (readonly [number, string])[]): (count: number) => void {
  const known = new Map(failures);
  return (count) => {
    const words = known.get(count);
    if (words !== undefined) throw new Error(words);
  };
}

it.each([
  ['new', () => ledgerOf()],
  ['begun', () => saveLedger(ledgerOf(), [before])],
])('in a %s journal each mail is claimed before it goes out, and those before it are sent', (_, ledger) => {
  const told = deliver('邮件', {}, 4, ledger());
  expect(progress).toEqual(['发送 1/4', '发送 2/4', '发送 3/4', '发送 4/4']);
  const stateAt = (index: number): readonly string[] => [
    'Z-09 sent 旧',
    ...matters.flatMap((items, at) =>
      items.map(({ key: { subject } }) =>
        at > index ? `${subject} queued` : `${subject} ${at < index ? 'sent' : 'claimed'} ${numbers[at] ?? ''}`,
      ),
    ),
  ];
  expect(atHandover).toEqual(numbers.map((_, index) => stateAt(index)));
  expect(statesOf(written())).toEqual(stateAt(4));
  expect(told.lines).toEqual(written());
  expect([fates(told), told.isLost, told.isUnfinished, halts(told)]).toEqual([Array(4).fill('sent'), false, false, []]);
  expect(told.mails.map(({ mail, subject, reason }) => [mail, subject, reason])).toEqual(
    numbers.map((number, index) => [number, `提醒 ${String(index)}`, '']),
  );
});

it('what is handed over is the letter, from the office of the town, with its mailbox for the answers', () => {
  deliver('邮件', { officeMailbox: 'office@town.example', town: '枫林镇' }, 1);
  expect(sent).toEqual([
    {
      ...{ to: addresses[0], subject: '提醒 0', body: '请办理 0', htmlBody: '<p>', attachments: [] },
      ...{ name: `枫林镇${settings.edition.words.office}`, replyTo: 'office@town.example' },
    },
  ]);
  sent = [];
  deliver('邮件', { officeMailbox: 'office@elsewhere.example', mailDomains: ['town.example'] }, 1);
  expect(sent).toHaveLength(1);
  expect(sent[0]).not.toHaveProperty('replyTo');
});

it('a line is claimed with the moment, the channel, and a hash of what it says', () => {
  deliver('邮件', {}, 1);
  const [, first] = written();
  expect(first).toMatchObject({
    ...{ receiver: maskedMailbox('sfs@town.example', hash), channel: '邮件', claimedOn: '2022-12-01', attempts: 1 },
    ...{ hash: hash('提醒 0\n请办理 0\n<p>').slice(0, 16), changedAt: '2022-12-01 08:30:00', by: '值班' },
  });
});

it.each<[string, string, string, string]>([
  ['refuses it', 'Invalid email: x', 'failed', 'failed'],
  ['wants it later', '邮件未发出，对方服务器请稍后再投：451 灰名单请等待', 'planned', 'queued'],
  ['fails in an unknown way', '出现了意外错误', 'unknown', 'unknown'],
])('a service that %s loses no other mail', (_, words, fate, state) => {
  send = throwing([2, words]);
  const told = deliver();
  expect([fates(told), ends()]).toEqual([
    ['sent', fate, 'sent', 'sent'],
    ['sent', state, 'sent', 'sent'],
  ]);
  expect(halts(told)).toEqual([]);
  expect(written().find(({ key }) => key.subject === 'B-01')?.reason).toBe(told.mails[1]?.reason);
});

it('a mail that is wanted later says so in a way by which it rests, and has had no attempt', () => {
  send = throwing([1, '邮件未发出，对方服务器请稍后再投：451 灰名单请等待']);
  const told = deliver('邮件', {}, 1);
  expect(told.mails[0]?.reason).toBe('对方服务器要求稍后再投：451 灰名单请等待');
  expect(written()[1]).toMatchObject({ state: 'queued', attempts: 0, reason: told.mails[0]?.reason });
});

describe('no further mail goes out', () => {
  const rest = '没有发的留在催办记录里，下次运行接着发';

  it('once the service takes none', () => {
    send = throwing([2, '一天内调用服务的次数过多：email。']);
    const told = deliver();
    expect([fates(told), sent.length]).toEqual([['sent', 'planned', 'planned', 'planned'], 2]);
    expect(ends()).toEqual(['sent', 'queued', '-', '-']);
    const reason = '邮件服务现在发不了：一天内调用服务的次数过多：email';
    expect(halts(told)).toEqual([['sending-stopped', 'error', reason]]);
    expect(told.mails.slice(2).map((mail) => mail.reason)).toEqual(Array(2).fill('邮件服务现在发不了'));
    expect(told.problems[0]).toMatchObject({ expected: rest, place: { file: '结果.xlsx', sheet: '催办记录' } });
    expect([told.isLost, told.isUnfinished]).toEqual([false, false]);
  });

  it('for the first reason there was, whatever comes then', () => {
    send = (count) => {
      now += 1e15;
      throwing([1, '一天内调用服务的次数过多：email。'])(count);
    };
    const told = deliver();
    expect([told.isUnfinished, sent.length]).toEqual([false, 1]);
    expect(halts(told).map(([, , reason]) => reason)).toEqual([expect.stringMatching(/^邮件服务现在发不了/u)]);
  });

  it('and where there is no workbook yet, the place is the one it will be in', () => {
    quota = (count) => (count > 0 ? 5 : 6);
    const [problem] = deliver('邮件', {}, 4, ledgerOf({ results: null, root: '.' })).problems;
    expect(problem?.place).toEqual({ file: '结果', sheet: '催办记录' });
  });

  it('after three that nobody knows of, wherever they stand', () => {
    send = throwing([1, '?'], [2, '?'], [3, '?']);
    const told = deliver();
    expect([fates(told), ends()]).toEqual([
      ['unknown', 'unknown', 'unknown', 'planned'],
      ['unknown', 'unknown', 'unknown', '-'],
    ]);
    expect(halts(told)).toEqual([['sending-stopped', 'error', '接连几封不能确定是否发出，其余的没有发送']]);
  });

  it('when the rest of the quota is for others; the first one was counted on when they were drafted', () => {
    quota = (count) => (count > 0 ? 5 : 0);
    const told = deliver();
    expect([fates(told), halts(told)]).toEqual([
      ['sent', 'planned', 'planned', 'planned'],
      [['sending-stopped', 'error', '邮件服务的当日配额已用完，次日再发']],
    ]);
    quota = () => 6;
    expect(fates(deliver())).toEqual(Array(4).fill('sent'));
  });

  it('when the time of the run is over: it goes on, and nothing is wrong', () => {
    send = (count) => {
      if (count === 2) now += 1e15;
    };
    const told = deliver();
    expect([fates(told), told.isUnfinished, told.isLost]).toEqual([
      ['sent', 'sent', 'planned', 'planned'],
      true,
      false,
    ]);
    expect(halts(told)).toEqual([['sending-stopped', 'note', '本次时间已到，下次接着发']]);
    expect(ends()).toEqual(['sent', 'sent', '-', '-']);
  });
});

describe('where the journal cannot be written', () => {
  const lost = '排除原因后再运行一次，已交出的按发件箱核对，不能核对的列为状态不明，不会重发';

  it.each([1, 2, 3])(
    'for mail %s, that one and all behind it stay, and none of their lines is called claimed',
    (nth) => {
      write = (count) => {
        if (count >= nth) throw new Error('磁盘已满');
      };
      const told = deliver();
      const fate = numbers.map((_, index) => (index < nth - 1 ? 'sent' : 'planned'));
      expect([fates(told), sent.length, told.isLost]).toEqual([fate, nth - 1, true]);
      expect(statesOf(told.lines).filter((line) => line.includes('claimed'))).toEqual([]);
      expect(told.lines.filter(({ state }) => state === 'queued').map(({ key }) => key.subject)).toEqual(
        matters
          .slice(nth - 1)
          .flat()
          .map(({ key }) => key.subject),
      );
      expect(halts(told)).toEqual([['ledger-unwritten', 'error', '催办记录没有写成：磁盘已满']]);
      expect(told.problems.map(({ code, expected }) => [code, expected])).toEqual([['ledger-unwritten', lost]]);
      expect(writes).toBe(nth);
    },
  );

  it('for what became of the last, it is told', () => {
    write = (count) => {
      if (count === 5) throw new Error('磁盘已满');
    };
    const told = deliver();
    expect([fates(told), told.isLost, writes]).toEqual([Array(4).fill('sent'), true, 5]);
    expect(told.problems.map(({ code }) => code)).toEqual(['ledger-unwritten']);
    expect(ends()).toEqual(['sent', 'sent', 'sent', 'claimed']);
  });
});

describe('into 发件箱', () => {
  it('a mail is written, which is not yet sent', () => {
    const told = deliver('发件箱', {}, 2);
    expect([fates(told), ends().slice(0, 2)]).toEqual([
      ['written', 'written'],
      ['written', 'written'],
    ]);
  });

  it('what failed in an unknown way stays claimed: the next run looks for the file', () => {
    send = throwing([1, '出现了意外错误'], [2, 'Invalid email: x']);
    const told = deliver('发件箱', {}, 2);
    expect([fates(told), ends().slice(0, 2)]).toEqual([
      ['unknown', 'failed'],
      ['claimed', 'failed'],
    ]);
    expect(told.mails[0]?.reason).toBe('出现了意外错误；下次运行按发件箱里的文件核对');
  });
});

it('without a mail the plan is written down all the same', () => {
  const told = deliver('邮件', {}, 0);
  expect([told.mails, statesOf(written())]).toEqual([[], statesOf(lines)]);
});

it('a sheet that cannot be shown is told, and is no reason to lose anything', () => {
  const told = deliver('邮件', {}, 1);
  expect([told.isLost, told.problems.map(({ code }) => code), fates(told)]).toEqual([
    false,
    ['ledger-unshown'],
    ['sent'],
  ]);
});
