import type { LedgerLine } from '../../../../src/core/reminders/ledger/ledger';
import { planLedger } from '../../../../src/core/reminders/ledger/plan-ledger';
import { sealOf } from '../../../../src/core/reminders/ledger/ledger';
import {
  doubtOfLines,
  doubtWithoutSheet,
  straysIn,
  unwrittenSeal,
} from '../../../../src/core/reminders/ledger/trust-ledger';
import { dueItem, overdueItem } from '../mails';

const hash = (text: string): string => String(text.length);
const moment = { day: '2022-12-31', at: '2022-12-31 08:00:00', by: '' } as const;
const lines: readonly LedgerLine[] = planLedger([], [dueItem({}), overdueItem()], moment, false);
const seal = sealOf(lines, hash);
const mail = '2022-12-31-司法所-1a2b3c4d';
const none: ReadonlySet<string> = new Set();

it('trusts lines that bear the seal of before or after the latest write', () => {
  for (const kept of [
    { before: seal, after: 'other', strays: 0 },
    { before: 'other', after: seal, strays: 0 },
  ]) {
    expect(doubtOfLines(lines, { kept, outbox: none, hash })).toBeNull();
  }
});

it('doubts lines that were changed, and lines whose seal is lost', () => {
  const kept = { before: seal, after: seal, strays: 0 };
  expect(doubtOfLines(lines.slice(1), { kept, outbox: none, hash })).toMatch('增删或改动');
  expect(doubtOfLines(lines, { kept: null, outbox: none, hash })).toMatch('校验码');
});

it('knows a backup by the mails sent since, but for those a person has taken note of', () => {
  const outbox = new Set([mail, '便条']);
  expect(doubtOfLines(lines, { kept: { before: seal, after: seal, strays: 0 }, outbox, hash })).toMatch('1 封通知');
  expect(doubtOfLines(lines, { kept: { before: seal, after: seal, strays: 1 }, outbox, hash })).toBeNull();
  expect(straysIn(outbox, [{ ...lines[0]!, mail }])).toBe(0);
});

it('misses a sheet only where there was one', () => {
  const written = { before: seal, after: seal, strays: 0 };
  const begun = { before: unwrittenSeal, after: seal, strays: 0 };
  expect(doubtWithoutSheet({ kept: null, outbox: none })).toBeNull();
  expect(doubtWithoutSheet({ kept: begun, outbox: none })).toBeNull();
  expect(doubtWithoutSheet({ kept: null, outbox: new Set([mail]) })).toMatch('1 封通知');
  expect(doubtWithoutSheet({ kept: written, outbox: none })).toBe('工作表不见了');
});
