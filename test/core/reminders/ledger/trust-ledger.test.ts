import type { LedgerLine } from '../../../../src/core/reminders/ledger/ledger';
import { planLedger } from '../../../../src/core/reminders/ledger/plan-ledger';
import { sealOf } from '../../../../src/core/reminders/ledger/ledger';
import {
  doubtOfLines,
  doubtOfSheet,
  inSheetOrder,
  isSameStep,
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
    expect(doubtOfLines(lines, { kept, mails: none, hash })).toBeNull();
  }
});

it('doubts lines that were changed, and lines whose seal is lost', () => {
  const kept = { before: seal, after: seal, strays: 0 };
  expect(doubtOfLines(lines.slice(1), { kept, mails: none, hash })).toMatch('增删或改动');
  expect(doubtOfLines(lines, { kept: null, mails: none, hash })).toMatch('校验码');
});

it('knows a backup by the mails sent since, but for those a person has taken note of', () => {
  const mails = new Set([mail, '便条']);
  expect(doubtOfLines(lines, { kept: { before: seal, after: seal, strays: 0 }, mails, hash })).toMatch('1 封通知');
  expect(doubtOfLines(lines, { kept: { before: seal, after: seal, strays: 1 }, mails, hash })).toBeNull();
  expect(straysIn(mails, [{ ...lines[0]!, mail }])).toBe(0);
});

it('misses a sheet only where there was one', () => {
  const written = { before: seal, after: seal, strays: 0 };
  const begun = { before: unwrittenSeal, after: seal, strays: 0 };
  expect(doubtOfLines(null, { kept: null, mails: none, hash })).toBeNull();
  expect(doubtOfLines(null, { kept: begun, mails: none, hash })).toBeNull();
  expect(doubtOfLines(null, { kept: null, mails: new Set([mail]), hash })).toMatch('1 封通知');
  expect(doubtOfLines(null, { kept: written, mails: none, hash })).toBe('工作表不见了');
});

it('misses a journal once there was one, whatever the sheet says', () => {
  const kept = { isJournalled: true } as const;
  expect(doubtOfLines(lines, { kept, mails: none, hash })).toMatch('催办流水不见了');
  expect(doubtOfLines(null, { kept, mails: none, hash })).toMatch('催办流水不见了');
});

it('takes the sheet for what the journal says it showed, before or after the latest write, and nothing else', () => {
  expect(doubtOfSheet(lines, { before: 'other', after: seal }, hash)).toBeNull();
  expect(doubtOfSheet(lines, { before: seal, after: 'other' }, hash)).toBeNull();
  expect(doubtOfSheet(lines.slice(1), { before: seal, after: seal }, hash)).toMatch('增删或改动');
  expect(doubtOfSheet(null, { before: unwrittenSeal, after: seal }, hash)).toBeNull();
  expect(doubtOfSheet([], { before: unwrittenSeal, after: seal }, hash)).toBeNull();
  expect(doubtOfSheet(null, { before: seal, after: seal }, hash)).toBe('工作表不见了');
});

it('keeps the order of the sheet and its remarks, but not those of a line that has changed since', () => {
  const [one, other] = lines;
  const remarked = { ...other!, reason: '已电话提醒' };
  expect(inSheetOrder(lines, [remarked])).toEqual([remarked, one]);
  const moved = { ...other!, state: 'sent', changedAt: '2023-01-01 08:00:00' } as const;
  expect(inSheetOrder([one!, moved], [remarked])).toEqual([moved, one]);
  const settled = { ...other!, by: 'dzb@town.example' };
  expect(inSheetOrder([one!, settled], [remarked])).toEqual([settled, one]);
});

it('takes an empty sheet for an unwritten one only where none was written', () => {
  const empty = sealOf([], hash);
  expect(doubtOfSheet([], { before: seal, after: empty }, hash)).toBeNull();
  expect(doubtOfSheet([], { before: seal, after: seal }, hash)).toMatch('增删或改动');
  expect(doubtOfSheet(lines.slice(1), { before: unwrittenSeal, after: seal }, hash)).toMatch('增删或改动');
});

it('shows no line that the journal does not have', () => {
  const [one, other] = lines;
  expect(inSheetOrder([one!], [other!, one!])).toEqual([one]);
});

it('two lines are of one step where they differ in 说明 alone', () => {
  const [line] = lines;
  expect(isSameStep(line!, { ...line!, reason: '已电话提醒' })).toBe(true);
  const facts = [
    'state',
    'receiver',
    'mail',
    'hash',
    'channel',
    'queuedOn',
    'claimedOn',
    'attempts',
    'changedAt',
    'by',
  ];
  const others = facts.map((name) => ({ ...line!, [name]: 'x' }));
  const other = { ...line!, key: { ...line!.key, department: '别的办' } };
  expect([...others, other].filter((one) => isSameStep(line!, one))).toEqual([]);
});
