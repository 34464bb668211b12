/** What cannot be right within one row: a word that a day is not there yet is no day. */
import { checkedRow } from '../../../../src/core/rows/events/event-checks';
import { eventPacker } from '../../../../src/core/rows/events/event-rows';
import { workSafety } from '../../../edition';
import { read } from '../../findings/rows-builder';

const hazards = workSafety.details.find(({ key }) => key === 'hazards')!;

it.each([
  [false, null, '整改中', []],
  [false, '2022-05-01', '2022-05-01', ['day-but-not-fixed']],
  [true, null, '整改中', ['fixed-without-day']],
  [true, null, '已整改', []],
  [false, null, '已整改', ['day-but-not-fixed']],
  [false, null, '否', []],
  [true, null, '否', ['fixed-without-day']],
  [true, null, '', ['fixed-without-day']],
])('是否整改 %s with the day %s, written %s', (fixed, day, shown, codes) => {
  const row = eventPacker()({
    department: '应急办',
    cells: { fixed: read(fixed, '应急办', 'D4'), fixedOn: { ...read(day, '应急办', 'E4'), shown } },
    place: { file: '应急办.xlsx', sheet: '隐患排查台账', cell: 'A4' },
  });
  expect(checkedRow(row, hazards).problems.map(({ code }) => code)).toEqual(codes);
});
