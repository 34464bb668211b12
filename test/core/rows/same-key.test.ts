/** Keys that stand more than once: told once, at the first cell, with all others. */
import { contradictory, duplicateKeys, firstOfEach, type Keyed } from '../../../src/core/rows/same-key';

const at = (key: string, cell: string, says?: string | null): Keyed => ({
  key,
  place: { file: '总表.xlsx', sheet: '任务', cell },
  ...(says === undefined ? {} : { says }),
});

function told(...records: readonly Keyed[]): string[] {
  return duplicateKeys('编号', records).map(({ level, place, reason }) => `${level} ${place.cell ?? ''} ${reason}`);
}

it.each<[string, readonly Keyed[], readonly string[]]>([
  ['one of each', [at('A-01', 'A4'), at('A-02', 'A5')], []],
  ['blank ones', [at('', 'A4'), at(' ', 'A5')], []],
  ['two', [at('A-01', 'A4'), at('A-01', 'A5')], ['error A4 编号“A-01”重复，另见 总表.xlsx 任务!A5']],
  [
    'three, in another width and spelling',
    [at('A-01', 'A4'), at('Ａ－０１', 'A5'), at('B', 'A6'), at('a-01 ', 'A7')],
    ['error A4 编号“A-01”重复，另见 总表.xlsx 任务!A5、总表.xlsx 任务!A7'],
  ],
  [
    'two that say the same',
    [at('A-01', 'A4', '5'), at('A-01', 'A5', '5')],
    ['doubt A4 编号“A-01”重复，另见 总表.xlsx 任务!A5，只计一次'],
  ],
  [
    'two that say two things',
    [at('A-01', 'A4', '5'), at('A-01', 'A5', '6')],
    ['error A4 编号“A-01”重复，另见 总表.xlsx 任务!A5，各行不一致，都没有采用'],
  ],
  [
    'one of both says nothing usable',
    [at('A-01', 'A4', null), at('A-01', 'A5', '6')],
    ['doubt A4 编号“A-01”重复，另见 总表.xlsx 任务!A5，只计一次'],
  ],
])('%s', (_, records, expected) => {
  expect(told(...records)).toEqual(expected);
});

it('those that say two things are all named, also where a third agrees with one of them', () => {
  const [five, six, same, once] = [at('A', '1', '5'), at('A', '2', '6'), at('A', '3', '5'), at('B', '4', '7')];
  const agreed = [at('C', '5', '1'), at('C', '6', '1')];
  expect([...contradictory([five, six, same, once, ...agreed])]).toEqual([five, six, same]);
});

it('of each key the first stays, whatever its width', () => {
  expect(firstOfEach(['A-01', 'B', 'Ａ－０１', 'b ', 'C'], (key) => key)).toEqual(['A-01', 'B', 'C']);
});
