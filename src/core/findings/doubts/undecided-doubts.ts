/** Standards of which inexact figures leave open whether they are met: nobody is told that they are, or are not. */
import { placeText } from '../../base/place';
import type { Problem } from '../../base/problem';
import { standardText } from '../../edition/standard-text';
import type { Town } from './town';

/**
 * A figure that may be on either side of its standard, at the inexact cell it rests on; of one made of rows only a note.
 *
 * 持证 at least 9 of 10, one licence being renewed, against 100%.
 */
export function undecidedStandards({ indicators, rows }: Town): readonly Problem[] {
  const undecided = indicators.filter(({ open }) => open === 'undecided');
  if (undecided.length === 0) return [];
  const inexact = new Map(
    rows.figures.flatMap(({ quantity: { value, place, shown } }) =>
      value === null || value.qualifier === '' ? [] : [[placeText(place), shown] as const],
    ),
  );
  return undecided.map((found) => {
    const line = rows.indicators.find(({ code }) => code === found.indicator.code);
    const typed = found.sources.find((place) => inexact.has(placeText(place)));
    const reason = `${found.indicator.name}算得 ${found.text}，标准是${standardText(found.indicator)}，有的数不是准确数，看不出达到没有，没有作判断，不算薄弱，也不算达标`;
    const told = { code: 'standard-undecided', reason };
    if (typed !== undefined) {
      const shown = inexact.get(placeText(typed)) ?? '';
      return { ...told, level: 'doubt', place: typed, actual: shown, expected: '请填写准确数，再运行一次' };
    }
    // Made of rows: those of which nobody knows whether they count are asked about where they stand.
    const place = line?.place ?? { file: '总表.xlsx', sheet: '指标' };
    return { ...told, level: 'note', place, actual: '', expected: '明细表里请核实的行改正以后，再运行一次' };
  });
}
