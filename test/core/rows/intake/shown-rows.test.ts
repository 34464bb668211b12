/** Which rows of a sheet a person is shown: the first forty, then only those in which something is to be looked at. */
import { shownRows } from '../../../../src/core/rows/intake/shown-rows';
import type { IntakeCell } from '../../../../src/contract/intake';
import { gridOf } from '../../grid-builder';

const used: IntakeCell = { text: '', end: 'used', why: '', words: [] };

/** The sheet's rows hold `x` or nothing; `ends` says how a cell ended, by `row:column` from 0. */
function show(rows: readonly (readonly (string | null)[])[], ends: Readonly<Record<string, Partial<IntakeCell>>> = {}) {
  const cells = (row: number, column: number): IntakeCell => ({
    ...used,
    end: (rows[row]?.[column] ?? null) === null ? 'blank' : 'used',
    ...ends[`${String(row)}:${String(column)}`],
  });
  return shownRows(gridOf(rows), { cells, width: 2 }, () => null);
}

const many = (count: number): readonly string[][] => Array.from({ length: count }, () => ['x', 'x']);

it('the first forty, and how many more there are; rows in which nothing stands are none', () => {
  expect(show(many(40))).toMatchObject({ more: 0 });
  expect(show(many(40)).rows).toHaveLength(40);
  expect(show(many(41)).rows).toHaveLength(40);
  expect(show(many(43)).more).toBe(3);
  const gaps = show([
    ['x', 'x'],
    [null, null],
    [' ', null],
    ['x', null],
  ]);
  expect([gaps.rows.map(({ row }) => row), gaps.more]).toEqual([[1, 4], 0]);
});

it.each<[string, Partial<IntakeCell>, boolean]>([
  ['a cell with a problem', { why: '不是数。请填写一个数' }, true],
  ['a cell that is listed', { end: 'listed' }, true],
  ['a cell nobody has read', { end: 'unread' }, true],
  ['a remark', { end: 'note' }, false],
])('beyond them %s is shown: %j is %s', (_, cell, isShown) => {
  const { rows, more } = show(many(42), { '41:1': cell });
  expect(rows.map(({ row }) => row).slice(40)).toEqual(isShown ? [42] : []);
  expect(more).toBe(isShown ? 1 : 2);
});

it('never more than a hundred and twenty', () => {
  const ends = Object.fromEntries(many(130).map((_, row) => [`${String(row)}:0`, { end: 'unread' } as const]));
  const { rows, more } = show(many(130), ends);
  expect([rows.length, more]).toEqual([120, 10]);
});

it.each<[string, IntakeCell['end'], IntakeCell['end'], string]>([
  ['a record, whatever stands beside a value', 'used', 'unread', 'used'],
  ['what all its cells are', 'note', 'note', 'note'],
  ['that, beside blank cells', 'title', 'blank', 'title'],
  ['mixed', 'note', 'total', 'mixed'],
])('a row is %s', (_, one, other, role) => {
  const { rows } = show([['x', 'x']], { '0:0': { end: one }, '0:1': { end: other } });
  expect(rows.map((row) => row.role)).toEqual([role]);
});

it('is called what its names say, or nothing', () => {
  const cells = (): IntakeCell => used;
  const naming = (row: number) => (row === 1 ? { name: '普法活动', code: 'E1' } : null);
  const { rows } = shownRows(gridOf([['x'], ['x']]), { cells, width: 1 }, naming);
  expect(rows.map(({ row, name, code }) => [row, name, code])).toEqual([
    [1, '', null],
    [2, '普法活动', 'E1'],
  ]);
});
