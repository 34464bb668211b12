/** What is not said of weaknesses, not used of what was written on them, or not yet confirmed by the office. */
import type { Place } from '../../base/place';
import type { Problem } from '../../base/problem';
import type { WeakItem } from '../findings';
import { unfitTexts } from '../weak-words';
import type { Town } from './town';

/**
 * A weak indicator of the office's own of which nothing is known to say: why it is weak, and what is to be done.
 *
 * 法治书屋数 is below its 阈值, and 薄弱 has no line on it.
 */
export function weaknessWithoutCause(town: Town): readonly Problem[] {
  const worded = new Set(town.rows.weakTexts.map(({ indicator }) => indicator));
  return itemsOf(town)
    .filter(({ cause, covered }) => cause.text === '' && !covered.includes('cause'))
    .map(({ finding }) => ({
      code: 'weakness-without-sentence',
      level: 'doubt',
      place: weakSheet(town),
      actual: '',
      reason: `指标“${finding.indicator.name}”不达标，“薄弱”表里没有写它的原因，报告里也没有`,
      expected: worded.has(finding.indicator.code)
        ? '请在“薄弱”表里这个指标的一行写明原因'
        : '请在“薄弱”表给这个指标加一行，写明表述、原因和对策',
    }));
}

/**
 * Words on an area that speak of an indicator in order.
 *
 * 队伍素质 says 学历偏低, and only 法制审核 is short.
 */
export function unfitWords({ areas, rows, settings }: Town): readonly Problem[] {
  return unfitTexts(areas, rows, settings).map(({ text, place, mark }) => ({
    code: 'weak-text-unfit',
    level: 'doubt',
    place,
    actual: text.slice(0, 30),
    reason: `这句话说到“${mark}”，而有关的指标没有不达标，这一句没有采用`,
    expected: '请改成一个指标一行，或者只写确实不达标的事',
  }));
}

/** Causes that are the edition's general words: figures do not tell why, people do. */
export function unconfirmedCauses(town: Town): readonly Problem[] {
  const names = itemsOf(town)
    .filter(({ isUnconfirmed }) => isUnconfirmed)
    .map(({ finding }) => finding.indicator.name);
  if (names.length === 0) return [];
  return [
    {
      code: 'cause-unconfirmed',
      level: 'note',
      place: weakSheet(town),
      actual: '',
      reason: `有${String(names.length)}项不达标指标的原因用的是通用说法：${names.join('、')}`,
      expected: '数据不说明原因，请核实后在“薄弱”表改写',
    },
  ];
}

function itemsOf({ areas }: Town): readonly WeakItem[] {
  return areas.flatMap(({ items }) => items);
}

function weakSheet({ rows, settings }: Town): Place {
  return { file: rows.tasks[0]?.place.file ?? '总表.xlsx', sheet: settings.edition.sheets.weakAreas.title };
}
