/** 定时催办: whose trigger works, what a person is told of it, and what an hourly tick makes of failures. */
import { createHash } from 'node:crypto';
import type { Heartbeat, TimerDetails } from '../../src/contract/reminders';
import type { TimerOrder } from '../../src/contract/orders';
import { heartbeatNote, manageTimer } from '../../src/jobs/manage-timer';
import { runTick } from '../../src/jobs/run-tick';
import { editions } from '../edition';

const kept = new Map<string, string>();
let triggers: { readonly name: string }[] = [];
let user = '';
let isLocked = false;

const [mine, others] = ['zhang@town.example', 'li@town.example'];
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const masked = (text: string): string => `${text.slice(0, 2)}***@*** #${hashOf(text).slice(0, 6)}`;
const keep = (name: string, state: object): void => void kept.set(name, JSON.stringify(state));
const timer = (): unknown => JSON.parse(kept.get('timer') ?? 'null');
const beatOf = (): Heartbeat => JSON.parse(kept.get('heartbeat') ?? 'null') as Heartbeat;
const beat = (more: Partial<Heartbeat>): void => {
  keep('heartbeat', { tick: '2022-12-30 09:00:00', success: '2022-12-30 09:00:00', failures: 0, said: '', ...more });
};
const ownedBy = (who: string): void => {
  keep('timer', { owner: hashOf(who), shown: masked(who), since: '2022-12-01 09:00:00' });
};

beforeEach(() => {
  kept.clear();
  triggers = [{ name: 'onOpen' }];
  [user, isLocked] = [mine, false];
  const getScriptProperties = (): object => ({
    getProperty: (name: string) => kept.get(name) ?? null,
    setProperty: (name: string, text: string) => kept.set(name, text),
    deleteProperty: (name: string) => kept.delete(name),
  });
  const create = (): void => {
    put(1);
  };
  Object.assign(globalThis, {
    PropertiesService: { getScriptProperties },
    LockService: { getScriptLock: () => ({ tryLock: () => !isLocked, releaseLock: () => undefined }) },
    Session: { getEffectiveUser: () => ({ getEmail: () => user }) },
    Utilities: {
      DigestAlgorithm: {},
      Charset: {},
      computeDigest: (_: unknown, text: string) => [...createHash('sha256').update(text).digest()],
    },
    ScriptApp: {
      getProjectTriggers: () => triggers.map((one) => ({ getHandlerFunction: () => one.name, one })),
      deleteTrigger: ({ one }: { readonly one: object }) => (triggers = triggers.filter((other) => other !== one)),
      newTrigger: () => ({ timeBased: () => ({ everyHours: () => ({ create }) }) }),
    },
  });
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  clockAt('2022-12-31 10:30:00');
});
afterEach(() => {
  jest.restoreAllMocks();
  for (const name of ['PropertiesService', 'LockService', 'Session', 'Utilities', 'ScriptApp'])
    Reflect.deleteProperty(globalThis, name);
});

function clockAt(time: string): void {
  jest.spyOn(Date, 'now').mockImplementation(() => Date.parse(`${time.replace(' ', 'T')}+08:00`));
}
function manage(what: TimerOrder['do']) {
  const { exit, text, details } = manageTimer({ do: what });
  return { exit, text, details: details as TimerDetails | undefined };
}
const opened = '定时催办已打开：每小时检查一次，工作日上午八点以后发送，一天一次。';
const named = (): readonly string[] => triggers.map(({ name }) => name);
const ticks = (): number => named().filter((name) => name === 'tick').length;
function put(count: number): void {
  for (let at = 0; at < count; at += 1) triggers.push({ name: 'tick' });
}

describe('turned on', () => {
  it('it is the person’s who did, since then, with one trigger and nothing of others touched', () => {
    expect(manage('on')).toEqual({
      exit: 0,
      text: `${opened}\n定时催办由 ${masked(mine)} 运行，2022-12-31 10:30:00 起。\n还没有自动检查过。`,
      details: { owner: masked(mine), isMine: true, triggers: 1, heartbeat: null },
    });
    expect(timer()).toEqual({ owner: hashOf(mine), shown: masked(mine), since: '2022-12-31 10:30:00' });
    expect(named()).toEqual(['onOpen', 'tick']);
  });

  it('again, it keeps since when, and one trigger', () => {
    ownedBy(mine);
    put(2);
    expect(manage('on').text).toContain('2022-12-01 09:00:00 起。');
    expect(ticks()).toBe(1);
  });

  it('where there are no accounts it is this computer’s', () => {
    user = '';
    expect(manage('on').details?.owner).toBe('本机用户');
  });

  it('while another run holds the lock nothing is done', () => {
    isLocked = true;
    expect(manage('on').exit).toBe(2);
    expect([timer(), ticks()]).toEqual([null, 0]);
    expect(manage('status').exit).toBe(0);
  });
});

describe('that of another', () => {
  beforeEach(() => {
    ownedBy(others);
  });
  const lead = `定时催办由 ${masked(others)} 在 2022-12-01 09:00:00 打开，没有改动。`;

  it('is not turned on or off by anybody else', () => {
    expect([manage('on'), manage('off')]).toMatchObject([
      { exit: 2, text: `${lead}要改由您来运行，请选“由我接管”。` },
      { exit: 2, text: `${lead}请由本人关闭，或先接管。` },
    ]);
    expect([timer(), ticks()]).toMatchObject([{ owner: hashOf(others) }, 0]);
  });

  it('can be taken over, which tells whose it was', () => {
    expect(manage('take-over')).toMatchObject({
      exit: 0,
      text: expect.stringContaining(
        `${opened}原来由 ${masked(others)} 运行，其定时器不再起作用，可由本人在“定时催办”里关闭。\n`,
      ) as string,
    });
    expect([timer(), ticks()]).toMatchObject([{ owner: hashOf(mine), since: '2022-12-31 10:30:00' }, 1]);
  });

  it('leaves a person with triggers of no effect, who is told so and need do nothing', () => {
    put(2);
    expect(manage('status')).toMatchObject({
      exit: 0,
      text: expect.stringContaining(
        `现在由 ${masked(others)} 运行，您名下还有 2 个定时器，不起作用，关闭或接管后会清理。`,
      ) as string,
    });
  });
});

it('turned off by its owner it is nobody’s, without a trigger', () => {
  ownedBy(mine);
  put(2);
  expect(manage('off')).toMatchObject({ exit: 0, text: '定时催办已关闭。\n定时催办没有打开。' });
  expect([timer(), named()]).toEqual([null, ['onOpen']]);
});

it('turned off where nobody’s is on, triggers that were left are taken away', () => {
  put(1);
  expect(manage('status').text).toBe('定时催办没有打开。\n您名下还有 1 个定时器，不起作用，关闭或接管后会清理。');
  expect([manage('off').exit, ticks()]).toEqual([0, 0]);
});

it.each([
  [0, 1, '定时器不见了（被删除或停用），请再打开一次。'],
  [1, 0, ''],
  [2, 1, '定时器有 2 个，不会重复发送；再打开一次会只留一个。'],
])('with %s triggers the owner’s status is %s: %s', (count, exit, told) => {
  ownedBy(mine);
  put(count);
  const found = manage('status');
  expect([found.exit, found.text.split('\n').length, found.text.includes(told)]).toEqual([
    exit,
    told === '' ? 2 : 3,
    true,
  ]);
});

it.each<[Partial<Heartbeat>, number, string, string]>([
  [{}, 0, '上次自动检查 2022-12-30 09:00:00（25 小时前），上次成功 2022-12-30 09:00:00。', '上次自动检查：25 小时前'],
  [{ tick: '2022-12-31 10:00:00' }, 0, '（不到 1 小时前）', '上次自动检查：不到 1 小时前'],
  [{ tick: '2022-12-31 09:30:00' }, 0, '（1 小时前）', '上次自动检查：1 小时前'],
  [{ tick: '2022-12-30 08:30:00' }, 0, '（26 小时前）', '上次自动检查：26 小时前'],
  [{ tick: '2022-12-30 07:30:00' }, 0, '（27 小时前）', '⚠ 上次自动检查：27 小时前'],
  [{ tick: '2022-12-29 11:00:00' }, 0, '（47 小时前）', '⚠ 上次自动检查：47 小时前'],
  [{ tick: '2022-12-29 10:30:00' }, 0, '（2 天前）', '⚠ 上次自动检查：2 天前'],
  [{ success: '' }, 0, '，还没有成功过。', '上次自动检查：25 小时前'],
  [
    { failures: 3, said: '没有网络' },
    1,
    '；连续 3 次没有做成：没有网络。',
    '⚠ 上次自动检查：25 小时前，连续 3 次没有做成',
  ],
])('what the ticks did %j is told, exit %s: %s', (state, exit, says, note) => {
  ownedBy(mine);
  put(1);
  beat(state);
  const found = manage('status');
  expect([found.exit, found.text.split('\n').at(-1), heartbeatNote()]).toEqual([
    exit,
    expect.stringContaining(says),
    note,
  ]);
});

it('the menu says of a timer that never went how long that is, and of none nothing', () => {
  expect(heartbeatNote()).toBe('');
  ownedBy(mine);
  expect(heartbeatNote()).toBe('⚠ 还没有自动检查过');
  clockAt('2022-12-01 10:00:00');
  expect(heartbeatNote()).toBe('还没有自动检查过');
  kept.set('timer', '{');
  expect(heartbeatNote()).toBe('');
});

describe('an hourly tick', () => {
  /** There is no workspace, so that each try fails. */
  const tick = (): string => {
    try {
      runTick(editions);
      return '';
    } catch (error) {
      return String(error);
    }
  };

  it.each<[string, () => void]>([
    [
      'of whom the timer is not',
      () => {
        ownedBy(others);
      },
    ],
    [
      'where nobody’s is on',
      () => {
        kept.clear();
      },
    ],
    [
      'before eight',
      () => {
        clockAt('2022-12-31 07:59:59');
      },
    ],
    [
      'on a day that is done',
      () => {
        beat({ success: '2022-12-31 08:05:00' });
      },
    ],
  ])('%s does nothing', (_, given) => {
    ownedBy(mine);
    given();
    const before = [...kept];
    expect([tick(), [...kept]]).toEqual(['', before]);
  });

  it('that fails is counted from eight on, and from the second in a row Google may tell it', () => {
    ownedBy(mine);
    beat({ success: '2022-12-30 08:05:00' });
    clockAt('2022-12-31 08:00:00');
    expect(tick()).toBe('');
    expect(beatOf()).toMatchObject({ tick: '2022-12-31 08:00:00', success: '2022-12-30 08:05:00', failures: 1 });
    expect(beatOf().said).not.toBe('');
    clockAt('2022-12-31 09:00:00');
    expect(tick()).toContain(`定时催办连续 2 次没有做成：${beatOf().said}`);
    expect(beatOf()).toMatchObject({ tick: '2022-12-31 09:00:00', failures: 2 });
  });

  it('that fails before there was any other has never succeeded', () => {
    ownedBy(mine);
    tick();
    expect(beatOf()).toMatchObject({ success: '', failures: 1 });
  });

  it('for which nothing can be read is told in a sentence', () => {
    kept.set('timer', '{');
    expect(tick()).toMatch(/定时催办没有做成：/u);
  });
});
