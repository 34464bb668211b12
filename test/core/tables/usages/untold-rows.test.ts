import { countUntold } from '../../../../src/core/tables/usages/untold-rows';
import { counted } from '../../../counted';

type Row = readonly (readonly [number, string])[];
const row = (...texts: readonly string[]): Row =>
  texts.flatMap((text, column) => (text === '' ? [] : [[column, text] as const]));

it.each([
  ['the same', [row('甲', '1')], [row('甲', '1')], 0],
  ['another order', [row('甲', '1'), row('乙', '2')], [row('乙', '2'), row('甲', '1')], 0],
  ['less said, of whichever cell', [row('', '1', 'x'), row('甲', '', 'x'), row('甲', '1')], [row('甲', '1', 'x')], 0],
  ['more said', [row('甲', '1', 'x')], [row('甲', '1')], 1],
  ['in another column', [row('甲', '', '1')], [row('甲', '1')], 1],
  ['said only by two rows together', [row('甲', '1', 'x')], [row('甲', '1'), row('甲', '', 'x')], 1],
  ['twice, and by nobody', [row('乙'), row('乙')], [row('甲')], 2],
  ['nothing to hold it against', [row('甲')], [], 1],
])('rows are told by no other where they say what none says whole: %s', (_, rows, others, untold) => {
  expect(countUntold(rows, others)).toBe(untold);
});

it('looks at each row a few times, also where all begin with the same cell', () => {
  const size = 2000;
  const sheet = (said: string): readonly Row[] =>
    Array.from({ length: size }, (_, at) => row('司法所', '普法', said, String(at), '2024'));
  const others = sheet('旧').map((each) => counted(each));
  expect(
    countUntold(
      sheet('新'),
      others.map(({ list }) => list),
    ),
  ).toBe(size);
  expect(others.reduce((sum, { reads }) => sum + reads(), 0)).toBeLessThan(30 * size);
});
