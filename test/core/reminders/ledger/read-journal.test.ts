import fc from 'fast-check';
import { keyText } from '../../../../src/core/reminders/due-item';
import {
  parseRow,
  rowsOfStep,
  type JournalStep,
  type JournalTip,
} from '../../../../src/core/reminders/ledger/journal-row';
import type { LedgerLine } from '../../../../src/core/reminders/ledger/ledger';
import { readJournal, type ReadJournal } from '../../../../src/core/reminders/ledger/read-journal';
import { hash, item, queued } from '../ledger-builder';
import { rounds } from '../../../rounds';

const lines = queued([item(), item({ subject: 'D-02' }), item({ subject: 'D-03' })]);
const [first, second] = lines;
const sent: LedgerLine = { ...first!, state: 'sent', mail: '2022-12-01-司法所-1a2b3c4d', channel: '邮件' };
const begin: JournalStep = { do: 'begin', strays: 2, before: 'none', after: 'none', lines };
const steps: readonly JournalStep[] = [
  begin,
  { do: 'shown', before: 'none', after: 'seal 1', lines: [] },
  { do: 'lines', lines: [sent, { ...second!, state: 'cancelled', reason: '已办结' }] },
];

function written(all: readonly JournalStep[]): {
  readonly texts: readonly string[];
  readonly tips: readonly JournalTip[];
} {
  const texts: string[] = [];
  const tips: JournalTip[] = [{ rows: 0, chain: '' }];
  for (const step of all) {
    const made = rowsOfStep(tips[tips.length - 1]!, step, hash);
    texts.push(...made.texts);
    tips.push(made.tip);
  }
  return { texts, tips };
}

function whole(texts: readonly string[]): ReadJournal {
  const found = readJournal(texts, hash);
  if (found === null || 'damagedRow' in found) throw new Error(JSON.stringify(found));
  return found;
}

const { texts, tips } = written(steps);
/** So many that a step takes several rows. */
const many = queued(Array.from({ length: 200 }, (_, index) => item({ subject: `T-${String(index)}` })));

it('gives every line as it last became, in the order in which they came, with what was shown', () => {
  const read = whole(texts);
  expect(read.lines).toEqual([sent, { ...second, state: 'cancelled', reason: '已办结' }, lines[2]]);
  expect([...read.chains]).toEqual(texts.map((text) => text.slice(0, 32)));
  expect(whole(written([{ ...begin, lines: many }]).texts)).toMatchObject({ shown: { after: 'none' }, strays: 2 });
  expect(read).toMatchObject({ shown: { before: 'none', after: 'seal 1' }, strays: 2, isTorn: false, tip: tips[3] });
});

it('is nothing before its first step, also where that was cut off', () => {
  const long = written([{ ...begin, lines: many }]).texts;
  expect(long.length).toBeGreaterThan(2);
  expect(readJournal([], hash)).toBeNull();
  expect(readJournal([long[0]!.slice(0, 100)], hash)).toBeNull();
  expect(readJournal(long.slice(0, 2), hash)).toBeNull();
  expect(readJournal([long[0]!, long[1]!.slice(0, -1)], hash)).toBeNull();
});

it('takes a step that was cut off anywhere for one that never happened', () => {
  const { texts: all, tips: ends } = written([...steps, { do: 'lines', lines: many }]);
  for (let rows = texts.length; rows < all.length; rows += 1) {
    for (const part of [0, 1, 33, 500]) {
      const read = whole([...all.slice(0, rows), ...(part === 0 ? [] : [all[rows]!.slice(0, part)])]);
      expect([read.tip, read.isTorn, read.lines.length]).toEqual([ends[3], rows > texts.length || part > 0, 3]);
    }
  }
  expect(whole(all)).toMatchObject({ isTorn: false, tip: ends[4] });
});

it('begins anew with a step that says how all lines stand, whatever stands above it, and not with half of one', () => {
  const tip = { rows: texts.length, chain: 'whatever' };
  const { texts: again, tip: end } = rowsOfStep(tip, { ...begin, strays: 0, lines: many }, hash);
  const broken = texts.map((text) => text.replace('D-02', 'D-99'));
  expect(whole([...broken, ...again])).toMatchObject({ tip: end, strays: 0, isTorn: false });
  expect(whole([...broken, ...again]).lines).toHaveLength(200);
  const read = whole([...texts, ...again.slice(0, 2)]);
  expect([read.tip, read.isTorn, read.lines.length]).toEqual([tips[3], true, 3]);
});

it('names the first row that was changed, lost, doubled or moved', () => {
  const rows = (change: (all: string[]) => unknown): unknown => {
    const all = [...texts];
    change(all);
    return readJournal(all, hash);
  };
  expect(rows((all) => (all[1] = all[1]!.replace('seal 1', 'seal 2')))).toEqual({ damagedRow: 2 });
  expect(rows((all) => (all[2] = all[2]!.replace('"sent"', '"queued"')))).toEqual({ damagedRow: 3 });
  expect(rows((all) => all.splice(1, 1))).toEqual({ damagedRow: 2 });
  expect(rows((all) => all.splice(1, 0, all[1]!))).toEqual({ damagedRow: 3 });
  expect(rows((all) => all.reverse())).toEqual({ damagedRow: 3 });
  expect(rows((all) => all.push('便条 {}'))).toEqual({ damagedRow: 4 });
  expect(rows((all) => all.shift())).toEqual({ damagedRow: 1 });
  expect(rows((all) => (all[1] = all[1]!.slice(0, 60)))).toEqual({ damagedRow: 2 });
  expect(readJournal(['便条 {}'], hash)).toEqual({ damagedRow: 1 });
  expect(readJournal([texts[0]!.slice(0, 100), texts[1]!], hash)).toEqual({ damagedRow: 1 });
});

it('never gives lines that were not written, whatever single sign of it is changed', () => {
  const all = texts.join('\n');
  const states = tips.slice(1).map(({ rows }) => JSON.stringify(whole(texts.slice(0, rows)).lines));
  fc.assert(
    fc.property(fc.nat(all.length - 1), fc.constantFrom('0', 'a', '"', '}', '}\n', ''), (at, sign) => {
      const found = readJournal(`${all.slice(0, at)}${sign}${all.slice(at + 1)}`.split('\n'), hash);
      if (found === null || 'damagedRow' in found) return;
      expect(states).toContain(JSON.stringify(found.lines));
    }),
    { numRuns: rounds(500) },
  );
});

it('is no row whose checksum does not stand apart from what it vouches for', () => {
  const [row = ''] = texts;
  expect(parseRow(row)?.number).toBe(1);
  expect(parseRow(`${row.slice(0, 32)}-${row.slice(33)}`)).toBeNull();
  for (const sign of ['g', 'A', ' ']) {
    expect(parseRow(`${sign}${row.slice(1)}`)).toBeNull();
    expect(parseRow(`${row.slice(0, 31)}${sign}${row.slice(32)}`)).toBeNull();
  }
});

it('keeps a line that fills more than a row by itself', () => {
  const long = queued([item(), item({ subject: '长'.repeat(45_000) })]);
  const made = written([{ ...begin, lines: long }]).texts;
  expect([made.length, whole(made).lines]).toEqual([2, long]);
});

it.each([100, 500, 650, 770, 1150, 1500, 1990, 49_990])(
  'keeps each row within a cell, with reasons of %i',
  (length) => {
    const long = many.map((line) => ({ ...line, reason: '说'.repeat(length) }));
    const made = written([{ ...begin, lines: long }]).texts;
    expect(Math.max(...made.map(({ length }) => length))).toBeLessThan(50_000);
    expect(whole(made).lines.map(({ key }) => keyText(key))).toEqual(many.map(({ key }) => keyText(key)));
  },
);

it.each([
  [60, 1],
  [61, 2],
])('of %i lines makes %i rows', (count, rows) => {
  expect(written([{ ...begin, lines: many.slice(0, count) }]).texts).toHaveLength(rows);
});

it('keeps two thousand signs of a reason', () => {
  const kept = [2000, 2001].map((length) => {
    const { texts: made } = written([{ ...begin, lines: [{ ...first!, reason: '说'.repeat(length) }] }]);
    return whole(made).lines[0]?.reason.length;
  });
  expect(kept).toEqual([2000, 2000]);
});
