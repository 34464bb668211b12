/** 余, 约, 近 …: where they stand, and what becomes of them when figures are put together. */
import fc from 'fast-check';
import type { Qualifier } from '../../../src/core/cells/readings';
import {
  addedRange,
  dividedRange,
  inexactOf,
  inexactQuantity,
  joinQualifiers,
  lessRange,
  multiplied,
  noRange,
  qualified,
  turned,
  type Inexact,
} from '../../../src/core/findings/qualifier';
import type { OpenRow, Range } from '../../../src/core/rows/said';

it.each<[Qualifier, string]>([
  ['', '300人'],
  ['余', '300余人'],
  ['多', '300多人'],
  ['约', '约300人'],
  ['近', '近300人'],
  ['逾', '逾300人'],
  ['至少', '至少300人'],
])('%j is written %s', (qualifier, text) => {
  expect(qualified('300', '人', qualifier)).toBe(text);
});

it.each<[readonly (readonly [number | null, Qualifier])[], Qualifier]>([
  [[], ''],
  [[[300, '余']], '余'],
  [
    [
      [300, '至少'],
      [5, ''],
    ],
    '至少',
  ],
  [
    [
      [300, '至少'],
      [5, '约'],
    ],
    '约',
  ],
  [[[300, '']], ''],
  [
    [
      [300, '至多'],
      [5, '至少'],
    ],
    '约',
  ],
  [
    [
      [300, '至多'],
      [5, '至多'],
    ],
    '至多',
  ],
  [
    [
      [300, '余'],
      [0, ''],
    ],
    '余',
  ],
  [
    [
      [300, '余'],
      [null, ''],
    ],
    '余',
  ],
  [
    [
      [0, '近'],
      [300, ''],
    ],
    '',
  ],
  [
    [
      [300, '余'],
      [20, ''],
    ],
    '约',
  ],
  [
    [
      [20, ''],
      [300, '余'],
    ],
    '约',
  ],
  [
    [
      [300, '余'],
      [20, '余'],
    ],
    '约',
  ],
  [
    [
      [300, ''],
      [20, ''],
    ],
    '',
  ],
])('%j together are %j', (parts, word) => {
  expect(joinQualifiers(parts.map(([value, qualifier]) => ({ value, qualifier })))).toBe(word);
});

const figure = (value: number | null, qualifier: Qualifier = ''): Inexact =>
  inexactQuantity({ value, applies: true, qualifier });

it.each<[Qualifier, low: number, high: number]>([
  ['', 300, 300],
  ['余', 300, 400],
  ['多', 300, 400],
  ['至少', 300, Infinity],
  ['逾', 300, Infinity],
  ['超', 300, Infinity],
  ['至多', 0, 300],
  ['近', 1, 300],
  ['约', 1, Infinity],
])('300 with %j lies between %d and %d, whoever said it', (qualifier, low, high) => {
  const known = { value: 300, qualifier, range: { low, high } };
  expect(figure(300, qualifier)).toEqual(known);
  expect(inexactOf({ kind: 'known', value: 300, qualifier })).toEqual(known);
  expect(inexactOf({ kind: 'known', value: 300, qualifier, range: { low: 7, high: 8 } }).range).toEqual({
    low: 7,
    high: 8,
  });
});

it('what nobody said lies nowhere, and is no zero', () => {
  expect([figure(null), inexactOf({ kind: 'blank' }), inexactOf({ kind: 'not-applicable' })]).toEqual(
    Array(3).fill(noRange),
  );
  for (const pair of [
    [figure(null), figure(3)],
    [figure(3), figure(null)],
  ] as const)
    expect(multiplied(...pair)).toEqual(noRange);
  expect(inexactQuantity({ value: 9, applies: true, qualifier: '至少', atMost: 10 }).range).toEqual({
    low: 9,
    high: 10,
  });
});

it.each<[Qualifier, Qualifier, Qualifier]>([
  ['', '', ''],
  ['', '余', '余'],
  ['近', '', '近'],
  ['至少', '至少', '至少'],
  ['至少', '至多', '约'],
  ['余', '多', '约'],
])('so many %j of so many %j are so many %j', (one, other, both) => {
  expect(multiplied(figure(30, one), figure(0.2, other))).toMatchObject({ value: 6, qualifier: both });
  expect(multiplied(figure(3), figure(0.1)).range).toEqual({ low: 0.3, high: 0.3 });
});

it.each<[Qualifier, Qualifier]>([
  ['', ''],
  ['至少', '至多'],
  ['至多', '至少'],
  ['余', '约'],
  ['约', '约'],
])('what is taken off as %j leaves %j', (word, left) => {
  expect(turned(word)).toBe(left);
});

describe('the numbers between which something lies', () => {
  const end = fc.integer({ min: 0, max: 40 });
  const range = fc.tuple(end, end).map(([low, more]): Range => ({ low, high: low + more }));

  it('are those of any sum, difference and share of numbers in between', () => {
    fc.assert(
      fc.property(
        range,
        range,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, other, p, q) => {
          const [a, b] = [one.low + p * (one.high - one.low), other.low + q * (other.high - other.low)];
          const within = ({ low, high }: Range, value: number): void => {
            expect(value).toBeGreaterThanOrEqual(low - 1e-9);
            expect(value).toBeLessThanOrEqual(high + 1e-9);
          };
          within(addedRange([{ range: one }, { range: other }, { range: null }]), a + b);
          within(lessRange(one, other), a - b);
          if (b > 0) within(dividedRange(one, other, 100), (a * 100) / b);
        },
      ),
    );
  });

  it('are no wider than that', () => {
    const [few, many]: readonly Range[] = [
      { low: 2, high: 4 },
      { low: 5, high: 10 },
    ] as const;
    expect(addedRange([{ range: few }, { range: many }])).toEqual({ low: 7, high: 14 });
    expect(lessRange(many, few)).toEqual({ low: 1, high: 8 });
    expect(dividedRange(few, many, 100)).toEqual({ low: 20, high: 80 });
    expect(dividedRange(few, { low: 0, high: Infinity }, 100)).toEqual({ low: 0, high: Infinity });
    expect(dividedRange({ low: 1, high: Infinity }, few, 1)).toEqual({ low: 0.25, high: Infinity });
    expect(addedRange([{ range: { low: 0.1, high: Infinity } }, { range: { low: 0.2, high: 1 } }])).toEqual({
      low: 0.1 + 0.2 - (0.1 + 0.2 - 0.3),
      high: Infinity,
    });
  });

  it('of a share of rows are those of every way in which the open rows may count', () => {
    const kinds = fc.constantFrom('void', 'both', 'part', 'whole');
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), fc.array(kinds, { minLength: 1, maxLength: 5 }), (sure, beside, open) => {
        const rows = open.map((kind) => ({ kind, one: { row: {}, isVoid: kind === 'void' } satisfies OpenRow }));
        const own = rows.filter(({ kind }) => kind !== 'whole').map(({ one }) => one);
        const all = rows.filter(({ kind }) => kind !== 'part').map(({ one }) => one);
        const part: Range = { low: sure, high: sure + own.length, open: own };
        const whole: Range = { low: sure + beside, high: sure + beside + all.length, open: all };
        // [in the part, in the whole] of each open row.
        const ways: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
          void: [
            [0, 0],
            [1, 1],
          ],
          both: [
            [0, 0],
            [0, 1],
            [1, 1],
          ],
          part: [
            [0, 0],
            [1, 0],
          ],
          whole: [
            [0, 0],
            [0, 1],
          ],
        };
        let sums: readonly (readonly [number, number])[] = [[sure, sure + beside]];
        for (const kind of open)
          sums = sums.flatMap(([a, b]) => (ways[kind] ?? []).map(([p, w]) => [a + p, b + w] as const));
        const shares = sums.map(([a, b]) => (b === 0 ? Infinity : (a * 100) / b));
        const { low, high } = dividedRange(part, whole, 100);
        expect(low).toBeCloseTo(Math.min(...shares), 9);
        if (Number.isFinite(high)) expect(high).toBeCloseTo(Math.max(...shares), 9);
        else expect(Math.max(...shares)).toBe(Infinity);
      }),
    );
  });

  it('are told with the rows that leave a sum open, where these alone do', () => {
    const rows: readonly OpenRow[] = [
      { row: {}, isVoid: false },
      { row: {}, isVoid: true },
    ];
    const open: Range = { low: 3, high: 5, open: rows };
    expect(addedRange([{ range: open }, { range: { low: 2, high: 2 } }, { range: null }])).toEqual({
      low: 5,
      high: 7,
      open: rows,
    });
    expect(addedRange([{ range: open }, { range: { low: 2, high: 3 } }])).toEqual({ low: 5, high: 8 });
    expect(lessRange(open, { low: 0, high: 0 })).toBe(open);
  });
});
