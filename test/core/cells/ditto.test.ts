/** Marks for what stands in another cell: taken for something else they would be a value nobody gave. */
import { dittoIn } from '../../../src/core/cells/ditto';
import { cellOf } from '../grid-builder';

it.each([
  ...['〃', '″', '"', '“”', "''", ',,', '同上', '如上', '同前', '同上行', '同上一栏', '同 上。', '　〃　'].map(
    (text) => [text, 'above'] as const,
  ),
  ...['同左', '同右一列', '同下。', '同后', '同左边'].map((text) => [text, 'other'] as const),
  ...['', '同', '不同左', '同左右', '如左', '同意', '司法所', '同上级要求', '”同上一行的', "'", ','].map(
    (text) => [text, null] as const,
  ),
  [' 同 上 一 行 。', 'above'],
  [' 同 上 一 行 。 ', null],
  ['　 同 　上 一 行 。', null],
] as const)('%j means %s', (text, means) => {
  expect(dittoIn(cellOf(text))).toBe(means);
});

it('a number is none, whatever is shown of it', () => {
  expect(dittoIn({ kind: 'number', value: 0, shown: '"' })).toBeNull();
});
