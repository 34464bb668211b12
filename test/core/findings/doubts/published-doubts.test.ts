/** Numbers that another yearbook of the same year gives otherwise. */
import { otherThanPublished } from '../../../../src/core/findings/doubts/published-doubts';
import type { Quantity } from '../../../../src/core/cells/readings';
import { figure, notApplicable, quantity, read } from '../rows-builder';
import { lines, townWith } from './town-with';

function told(code: string, own: number | Quantity | null, other: Quantity | null, source = '执法统计年报'): string[] {
  const published = [{ code, quantity: read(other, '总表', 'B4'), source }];
  return lines(otherThanPublished(townWith({ published, figures: [figure(code, own)] })));
}

it.each<[string, string, number | Quantity | null, Quantity | null, string]>([
  ['another number', 'C2', 34, quantity(35), '行政处罚决定数报告算得 34件，执法统计年报为 35'],
  ['the same', 'C2', 34, quantity(34), ''],
  ['the same, to one decimal', 'C3', 2.856, quantity(2.9), ''],
  ['the same, to two', 'C3', 2.856, quantity(2.86), ''],
  ['cut instead of rounded', 'C3', 2.856, quantity(2.85), '罚没金额报告算得 2.86万元，执法统计年报为 2.85'],
  ['不涉及 there', 'C2', 34, notApplicable, '行政处罚决定数报告算得 34件，执法统计年报为 0'],
  ['不涉及 there and nothing here', 'C2', 0, notApplicable, ''],
  ['不涉及 here', 'C2', notApplicable, quantity(2), '行政处罚决定数报告算得 不涉及，执法统计年报为 2'],
  ['不涉及 here and nothing there', 'C2', notApplicable, quantity(0), ''],
  ['about here', 'C2', quantity(34, '余'), quantity(35), ''],
  ['about there', 'C2', 34, quantity(35, '约'), ''],
  ['not known here', 'C2', null, quantity(35), ''],
  ['not read there', 'C2', 34, null, ''],
])('%s', (_, code, own, other, expected) => {
  expect(told(code, own, other)).toEqual(expected === '' ? [] : [`总表.xlsx B4 ${expected}`]);
});

it('a yearbook without name is 已公布, and a code that nobody has says nothing', () => {
  expect(told('C2', 34, quantity(35), '')).toEqual(['总表.xlsx B4 行政处罚决定数报告算得 34件，已公布为 35']);
  const published = [{ code: 'X1', quantity: read(quantity(35), '总表', 'B4'), source: '' }];
  expect(otherThanPublished(townWith({ published }))).toEqual([]);
});
