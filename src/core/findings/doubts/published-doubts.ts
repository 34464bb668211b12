/** The same year's numbers in other yearbooks. */
import { plain, round } from '../../base/decimal';
import type { Problem } from '../../base/problem';
import type { PublishedFigure } from '../../rows/rows';
import type { IndicatorFinding } from '../findings';
import type { Town } from './town';

/**
 * A number that 政府信息公开年报 or 行政执法统计年报 of the same year gives otherwise (政府信息公开条例第五十条: both
 * tell 许可, 处罚 and 强制).
 *
 * 处罚决定 34, in the yearbook 35.
 */
export function otherThanPublished({ rows, indicators }: Town): readonly Problem[] {
  return rows.published.flatMap((published) => {
    const found = indicators.find(({ indicator }) => indicator.code === published.code);
    return found === undefined || agrees(found, published) ? [] : [difference(found, published)];
  });
}

/** Nothing is said of numbers that are missing or inexact; 不涉及 is as good as 0. */
function agrees({ value, applies, qualifier }: IndicatorFinding, { quantity }: PublishedFigure): boolean {
  const own = applies ? value : 0;
  const other = quantity.value?.applies === false ? 0 : (quantity.value?.value ?? null);
  if (own === null || other === null || qualifier !== '' || quantity.value?.qualifier !== '') return true;
  return [own, round(own, 1), round(own, 2)].includes(other);
}

function difference(found: IndicatorFinding, { quantity, source }: PublishedFigure): Problem {
  const own = found.text === '' ? '不涉及' : found.text;
  return {
    code: 'other-than-published',
    level: 'doubt',
    place: quantity.place,
    actual: quantity.shown,
    reason: `${found.indicator.name}报告算得 ${own}，${source === '' ? '已公布' : source}为 ${plain(quantity.value?.value ?? 0)}`,
    expected: '同一年度的数应当一致，请核对口径和数据',
  };
}
