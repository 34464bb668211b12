/** The sheet 催办记录: read as it was written, refused when anybody touched what counts. */
import fc from 'fast-check';
import type { Cell, Grid } from '../../../../src/core/base/grid';
import { chooseMails } from '../../../../src/core/reminders/choose-mails';
import { ledgerFromGrid, ledgerRow } from '../../../../src/core/reminders/ledger/ledger-from-grid';
import { claim, confirm, markUnknown, reject } from '../../../../src/core/reminders/ledger/ledger-steps';
import { type LedgerLine, sealFits, sealOf } from '../../../../src/core/reminders/ledger/ledger';
import { planLedger } from '../../../../src/core/reminders/ledger/plan-ledger';
import { ledgerDraft } from '../../../../src/core/sheets/ledger-draft';
import { headRows } from '../../../../src/core/sheets/table-sheet';
import { dateCell } from '../../grid-builder';
import { gridsOf } from '../../sheets/draft-grid';
import { at, hash, item, ledgerGrid, queued } from '../ledger-builder';
import { ledgerTable, ruleOfLaw } from '../../../edition';
import { rounds } from '../../../rounds';

const now = at('2022-12-01');

/** A ledger with a line in every state. */
function everyState(): readonly LedgerLine[] {
  const items = ['a', 'b', 'c', 'd', 'e'].map((name) => item({ subject: name }, `${name}@x.cn`));
  let lines = queued(items);
  const { mails } = chooseMails(lines, items, { left: 9, day: '2022-12-01' }, hash);
  for (const one of mails.slice(0, 4)) lines = claim(lines, one, { hash: hash(one.number), channel: '邮件' }, now);
  const [first, second, third] = mails.map(({ number }) => number);
  lines = markUnknown(reject(confirm(lines, first!, now), second!, '拒收', now), third!, '超时', now);
  const gone = [item({ subject: 'f' }), item({ subject: 'g' })];
  const higher = item({ subject: 'g', level: '红2' });
  return planLedger(planLedger(lines, [...items, ...gone], now, false), [...items, higher], now, false);
}

function read(grid: Grid): readonly LedgerLine[] {
  const found = ledgerFromGrid(grid, ledgerTable);
  if ('damage' in found) throw new Error(JSON.stringify(found.damage));
  return found.lines;
}

const lines = everyState();
const grid = ledgerGrid(lines);

/** The sheet with one cell put in the place of another. */
function withCell(row: number, column: number, cell: Cell | undefined): Grid {
  const rows = grid.rows.map((cells, at) =>
    at === row ? cells.map((own, to) => (to === column ? cell : own)) : cells,
  );
  return { ...grid, rows };
}

function text(value: string): Cell {
  return { kind: value === '' ? 'blank' : 'text', value: value === '' ? null : value, shown: value };
}

it('is read back as it was written, with every state', () => {
  expect(new Set(lines.map(({ state }) => state)).size).toBeGreaterThanOrEqual(6);
  expect(read(grid)).toEqual(lines);
  expect(ledgerFromGrid(grid, ledgerTable)).toMatchObject({ firstRow: headRows });
  expect(ledgerFromGrid(ledgerGrid([]), ledgerTable)).toEqual({ lines: [], firstRow: headRows });
});

it('is read back whoever the mail was for', () => {
  const roles = ['承办单位', '分管领导', '主要领导', '办公室'] as const;
  const toEach = queued(roles.map((role) => item({ role })));
  expect(read(ledgerGrid(toEach)).map(({ key }) => key.role)).toEqual(roles);
});

it('is read back from the draft of the sheet', () => {
  const draft = ledgerDraft(
    { edition: ruleOfLaw, town: '某镇', reportYear: 2022, sample: false },
    lines.map(ledgerRow),
  );
  expect(gridsOf({ title: '结果', sheets: [draft] }).map(read)).toEqual([lines]);
});

it('is read back whatever texts it holds', () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((one) => one.trim() !== '');
  fc.assert(
    fc.property(word, word, fc.string(), fc.integer({ min: 0, max: 9999 }), (department, subject, reason, attempts) => {
      const [line] = queued([item({ department, subject })]);
      const odd = [{ ...line!, reason, attempts }];
      expect(read(ledgerGrid(odd))).toEqual(odd);
    }),
    { numRuns: rounds(300) },
  );
});

describe('damage', () => {
  const first = headRows;
  it.each([
    ['a state in other words', withCell(first, 0, text('已发送'))],
    ['a state with a space', withCell(first, 0, text('已发 '))],
    ['a blank state', withCell(first, 0, text(''))],
    ['a level that is none', withCell(first, 1, text('红4'))],
    ['a blank department', withCell(first, 2, text(''))],
    ['a day that does not exist', withCell(first, 4, text('2022-02-30'))],
    ['a day made a date', withCell(first, 4, dateCell('2022-11-30'))],
    ['a remark made a date', withCell(first, 6, dateCell('2022-11-30'))],
    ['a role that is none', withCell(first, 5, text('书记'))],
    ['a sent line without its mail', withCell(first, 8, text(''))],
    ['a sent line without its day', withCell(first, 11, text(''))],
    ['attempts that are no number', withCell(first, 12, text('两次'))],
    ['a time in another form', withCell(first, 13, text('昨天'))],
    ['a header renamed', withCell(first - 1, 3, text('任务'))],
    ['a column taken out', { ...grid, rows: grid.rows.map((cells) => cells.filter((_, at) => at !== 7)) }],
    ['a line doubled', { ...grid, rows: [...grid.rows, grid.rows[first]!] }],
    ['a blank line between', { ...grid, rows: [...grid.rows.slice(0, 5), [], ...grid.rows.slice(5)] }],
    ['an empty sheet', { ...grid, rows: [] }],
  ])('is %s', (_, damaged) => {
    const found = ledgerFromGrid(damaged, ledgerTable);
    expect(found).toHaveProperty('damage');
    const { damage } = found as Extract<typeof found, { damage: unknown }>;
    expect(damage.length).toBeGreaterThan(0);
    for (const { level, place, expected } of damage) {
      expect([level, place.file, place.sheet]).toEqual(['error', '结果.xlsx', '催办记录']);
      expect(expected).toContain('恢复');
    }
  });

  it('of two lines that cannot be read is no line doubled', () => {
    const both = withCell(first, 1, text('红4')).rows.map((cells, at) =>
      at === first + 1 ? withCell(first + 1, 1, text('红4')).rows[at]! : cells,
    );
    const found = ledgerFromGrid({ ...grid, rows: both }, ledgerTable);
    expect('damage' in found && found.damage.map(({ place }) => place.cell)).toEqual(['B4', 'B5']);
  });

  it('is named at its cell', () => {
    const found = ledgerFromGrid(withCell(first, 1, text('红4')), ledgerTable);
    expect('damage' in found && found.damage.map(({ place }) => place.cell)).toEqual(['B4']);
  });
});

describe('a cell that does not say what it must', () => {
  const first = headRows;
  const damageOf = (damaged: Grid): readonly string[] => {
    const found = ledgerFromGrid(damaged, ledgerTable);
    return 'damage' in found ? found.damage.map(({ place, reason }) => `${String(place.cell)} ${reason}`) : [];
  };

  it.each([
    ...[
      [2, ' '],
      [3, '\u3000'],
      [4, '2022-11-30 '],
      [4, ''],
      [9, '短信'],
      [10, '2022-13-01'],
      [11, '今天'],
    ],
    ...[
      [12, '2次'],
      [12, '第2'],
      [12, '12345'],
      [12, '-1'],
      [12, ''],
      [15, '22'],
      [15, '2022年'],
      [15, '约2022'],
    ],
    ...[
      [13, '2022-12-01 08:00'],
      [13, '约2022-12-01 08:00:00'],
      [13, '2022-12-01 08:00:00左右'],
      [15, ''],
    ],
  ] as const)('in column %i, %j, is told at its place, by its header', (column, typed) => {
    const { header, help } = Object.values(ledgerTable.columns)[column] ?? { header: '', help: '' };
    expect(damageOf(withCell(first, column, text(typed)))).toEqual([
      `${String.fromCharCode(65 + column)}4 催办记录的“${header}”被改动，认不出“${typed}”（应为：${help}）`,
    ]);
  });

  it.each([
    [7, '收件邮箱'],
    [8, '通知编号'],
    [9, '渠道'],
    [11, '发送日'],
  ])('in column %i, blank in a line that was sent, is told of the line (%s)', (column, word) => {
    expect(damageOf(withCell(first, column, text('')))).toEqual([
      expect.stringMatching(`^A4 这一行的状态是“已发”.*${word}`),
    ]);
  });

  it('is quoted in part where it is long, and a number with a part is none of ours', () => {
    expect(damageOf(withCell(first, 1, text('红'.repeat(31))))[0]).toContain(`认不出“${'红'.repeat(29)}…”`);
    expect(damageOf(withCell(first, 6, { kind: 'number', value: 1.5, shown: '1.5' }))).toHaveLength(1);
    expect(damageOf(withCell(first, 6, { kind: 'number', value: 15, shown: '15' }))).toEqual([]);
  });

  it('is told of the second of two lines that are the same', () => {
    const doubled = { ...grid, rows: [...grid.rows, grid.rows[first] ?? []] };
    const [told] = damageOf(doubled);
    expect(told).toBe(`A${String(grid.rows.length + 1)} 同一条催办不止一行：2022|司法所|a|2022-11-30|红1|承办单位`);
  });
});

it.each([
  ['in the first row', -2, true],
  ['in the tenth', 7, true],
  ['in the eleventh, where nobody looks', 8, false],
])('its header may stand %s', (_, above, isFound) => {
  const rows = above < 0 ? grid.rows.slice(-above) : [...Array.from({ length: above }, () => []), ...grid.rows];
  const found = ledgerFromGrid({ ...grid, rows }, ledgerTable);
  expect(found).toEqual(
    isFound
      ? { lines, firstRow: headRows + above }
      : { damage: [expect.objectContaining({ reason: '催办记录的表头被改动' })] },
  );
});

it('ends with its last line, whatever blank rows stand below', () => {
  const rows = [...grid.rows, [], [text(''), text('')], []];
  expect(read({ ...grid, rows })).toEqual(lines);
});

it('knows a mail by 发件箱, and writes no cell that is neither text nor number', () => {
  const [sent] = lines;
  const filed = [{ ...sent!, channel: '发件箱' } as const];
  expect(read(ledgerGrid(filed))).toEqual(filed);
  const kinds = queued([item()]).flatMap((line) => Object.values(ledgerRow(line)).map((value) => typeof value));
  expect([...new Set(kinds)].sort()).toEqual(['number', 'string']);
});

describe('the seal', () => {
  const seal = sealOf(lines, hash);
  /** All by which it is decided what is sent. */
  const sealed = ['state', 'mail', 'channel', 'receiver', 'hash', 'queuedOn', 'claimedOn', 'attempts'] as const;

  it('is short and fits the lines in any order, with any remarks', () => {
    expect(seal.length).toBeLessThan(200);
    expect(sealFits(seal, [...lines].reverse(), hash)).toBe(true);
    expect(
      sealFits(
        seal,
        lines.map((line) => ({ ...line, reason: '已电话告知', by: '李' })),
        hash,
      ),
    ).toBe(true);
  });

  it('does not fit when a line is gone, added, doubled or changed', () => {
    const [first, ...others] = lines;
    expect(sealFits(seal, others, hash)).toBe(false);
    expect(sealFits(seal, [...lines, first!], hash)).toBe(false);
    expect(sealFits(seal, [], hash)).toBe(false);
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.constantFrom(...sealed), (at, field) => {
        const changed = lines.map((line, index) =>
          index === at ? { ...line, [field]: `${String(line[field])}x` } : line,
        );
        expect(sealFits(seal, changed, hash)).toBe(false);
        const others = lines.map((line, index) =>
          index === at ? { ...line, key: { ...line.key, department: '别的办' } } : line,
        );
        expect(sealFits(seal, others, hash)).toBe(false);
      }),
    );
  });
});
