/** What a person registered wrongly is taken back: it is open again, and nothing is sent by that. */
import { chooseMails } from '../../../../src/core/reminders/choose-mails';
import { keyText } from '../../../../src/core/reminders/due-item';
import type { LedgerLine } from '../../../../src/core/reminders/ledger/ledger';
import {
  claim,
  confirm,
  markUnknown,
  reject,
  settle,
  settleMoved,
  withdraw,
  type ClaimedMail,
} from '../../../../src/core/reminders/ledger/ledger-steps';
import { planLedger } from '../../../../src/core/reminders/ledger/plan-ledger';
import { lastSettled, takeBack } from '../../../../src/core/reminders/ledger/take-back';
import { at, hash, item, queued } from '../ledger-builder';

const now = at('2022-12-01');
const later = at('2022-12-02', '李');
const file = { hash: 'h', channel: '发件箱' } as const;
const service = { hash: 'h', channel: '邮件' } as const;
const none: ReadonlySet<string> = new Set();

/** The lines of one mail, claimed, and its number. */
function claimed(way: ClaimedMail): { readonly lines: readonly LedgerLine[]; readonly mail: string } {
  const items = [item(), item({ subject: 'D-02' })];
  const lines = queued(items);
  const [mail] = chooseMails(lines, items, { left: 9, day: now.day }, hash).mails;
  if (mail === undefined) throw new Error('no mail');
  return { lines: claim(lines, mail, way, now), mail: mail.number };
}

function takenBack(
  lines: readonly LedgerLine[],
  mail: string,
  { outbox = none, taken = none, told = lines } = {},
): readonly string[] | string {
  const back = takeBack(lines, mail, { told, outbox, taken }, later);
  return typeof back === 'string' ? back : back.map(({ state, reason, by }) => [state, reason, by].join(' '));
}

describe('a mail wrongly registered as sent', () => {
  const { lines, mail } = claimed(file);
  const said = settle(confirm(lines, mail, now), mail, 'sent', now);

  it('lies in 发件箱 again while its file does, by whom and when', () => {
    const open = Array.from({ length: 2 }, () => 'written 人工撤回登记 李');
    expect(takenBack(said, mail, { outbox: new Set([mail]) })).toEqual(open);
    const [line] = takeBack(said, mail, { told: said, outbox: new Set([mail]), taken: none }, later);
    expect(line).toMatchObject({ changedAt: '2022-12-02 08:00:00', mail, claimedOn: '2022-12-01' });
  });

  it('is 状态不明 where no file is there, and is not sent by the next run', () => {
    const back = takeBack(said, mail, { told: said, outbox: none, taken: none }, later);
    if (typeof back === 'string') throw new Error(back);
    expect(back.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
    const items = [item(), item({ subject: 'D-02' })];
    expect(planLedger(back, items, later, false)).toEqual(back);
    const again = planLedger(settle(back, mail, 'queued', later), items, later, false);
    expect(chooseMails(again, items, { left: 9, day: later.day }, hash).mails).toHaveLength(1);
  });

  it('was sent where its file lies in 已发: it is to be moved back first', () => {
    const { outbox } = { outbox: new Set([mail]) };
    expect(takenBack(said, mail, { outbox, taken: new Set([mail]) })).toMatch(/“已发”里/u);
    const moved = settleMoved(confirm(lines, mail, now), new Set([mail]), now);
    expect(takenBack(moved, mail, { taken: new Set([mail]) })).toMatch(/“已发”里/u);
    expect(takenBack(moved, mail, { outbox })).toEqual(['written 人工撤回登记 李', 'written 人工撤回登记 李']);
  });

  it('is known by one line alone, too', () => {
    const [first] = said;
    const back = takeBack(said, [keyText(first?.key ?? item().key)], { told: said, outbox: none, taken: none }, later);
    expect(typeof back === 'string' ? back : back.map(({ state }) => state)).toEqual(['unknown', 'sent']);
  });
});

describe('a mail handed to a server', () => {
  const { lines, mail } = claimed(service);
  const sent = confirm(lines, mail, now);

  it('is never made unsent, whatever a person wrote into 说明', () => {
    expect(takenBack(sent, mail)).toMatch(/邮件服务器已经收下/u);
    const remarked = sent.map((line) => ({ ...line, reason: '人工确认已发' }));
    expect(takenBack(remarked, mail, { told: sent })).toMatch(/邮件服务器已经收下/u);
  });

  it.each([
    ['unknown', markUnknown(lines, mail, '超时', now)],
    ['failed', reject(lines, mail, '拒收', now)],
  ])('and of which that was not known (%s) is asked about again', (_, before) => {
    const said = settle(before, mail, 'sent', now);
    expect(takenBack(said, mail)).toEqual(['unknown 人工撤回登记 李', 'unknown 人工撤回登记 李']);
    const remarked = said.map((line) => ({ ...line, reason: '电话问过，收到了' }));
    expect(takenBack(remarked, mail, { told: said })).toHaveLength(2);
    expect(takenBack(said, mail, { taken: new Set([mail]) })).toMatch(/“已发”里/u);
  });

  it('that was wrongly registered as not sent waits for a person, until it was sent again', () => {
    const unsent = settle(markUnknown(lines, mail, '超时', now), mail, 'queued', now);
    expect(takenBack(unsent, mail)).toEqual(['unknown 人工撤回登记 李', 'unknown 人工撤回登记 李']);
    const items = [item(), item({ subject: 'D-02' })];
    const again = chooseMails(unsent, items, { left: 9, day: later.day }, hash).mails[0];
    if (again === undefined) throw new Error('no mail');
    const out = confirm(claim(unsent, again, service, later), again.number, later);
    expect(takenBack(out, mail)).toMatch(/没有人工登记/u);
  });
});

it('takes nothing back that no person registered', () => {
  const { lines, mail } = claimed(file);
  const written = confirm(lines, mail, now);
  for (const before of [lines, written, queued([item()])]) {
    expect(takenBack(before, mail)).toMatch(/没有人工登记/u);
    expect(takenBack(before, '')).toMatch(/没有人工登记/u);
  }
});

it('finds what was registered last for all of 发件箱', () => {
  const items = [
    item(),
    item({ department: '财政所' }, 'czs@town.example'),
    item({ department: '办' }, 'b@town.example'),
  ];
  const lines = queued(items);
  const { mails } = chooseMails(lines, items, { left: 9, day: now.day }, hash);
  const written = mails.reduce((all, mail) => confirm(claim(all, mail, file, now), mail.number, now), lines);
  expect(lastSettled(written)).toEqual([]);
  const [first] = written;
  const one = settle(written, first?.mail ?? '', 'sent', now);
  const all = settle(
    one,
    written.slice(1).map(({ key }) => keyText(key)),
    'sent',
    later,
  );
  expect(lastSettled(all)).toEqual(written.slice(1).map(({ key }) => keyText(key)));
});

it('counts for the last only what a person said of files, whichever line stands first', () => {
  const [line] = queued([item()]);
  const said = (subject: string, more: Partial<LedgerLine>): LedgerLine => ({
    ...{ ...line!, key: { ...line!.key, subject }, state: 'sent', channel: '发件箱', reason: '人工确认已发' },
    ...more,
  });
  const lines = [
    said('last', { changedAt: '2022-12-02 08:00:00' }),
    said('mailed', { changedAt: '2022-12-03 08:00:00', channel: '邮件' }),
    said('moved', { changedAt: '2022-12-04 08:00:00', reason: '文件已移入“已发”' }),
    said('unknown', { changedAt: '2022-12-05 08:00:00', state: 'unknown' }),
    said('with', { changedAt: '2022-12-02 08:00:00', reason: '人工确认已发（补）' }),
    said('first', { changedAt: '2022-12-01 08:00:00' }),
  ];
  expect(lastSettled(lines).map((text) => text.split('|')[2])).toEqual(['last', 'with']);
});

it('leaves to the program what it has withdrawn itself', () => {
  const { lines, mail } = claimed(file);
  expect(takenBack(withdraw(lines, mail, '稍后', now), mail)).toMatch(/没有人工登记/u);
});

it.each([
  ['handed to a server', '2022-12-01-司法所-1a2b3c4d', '邮件'],
  ['that is no mail’s', '重建-2022-12-01-司法所', '发件箱'],
] as const)('a number %s is 状态不明, whatever file bears its name', (_, number, channel) => {
  const lines = queued([item()]).map((line) => ({ ...line, mail: number, channel, state: 'unknown' as const }));
  const said = settle(lines, number, 'sent', now);
  expect(takenBack(said, number, { outbox: new Set([number]) })).toEqual(['unknown 人工撤回登记 李']);
});
