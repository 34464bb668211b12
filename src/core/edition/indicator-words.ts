/** The Chinese words in which the 指标 sheet says what an indicator is. */
import type { Aggregate, Indicator, BasisKind } from './indicator';

export const kindWords: Readonly<Record<Indicator['kind'], string>> = {
  count: '数量',
  rate: '比率',
  money: '金额',
  flag: '是否',
};

export const aggregateWords: Readonly<Record<Aggregate, string>> = {
  sum: '合计',
  max: '取最大',
  last: '取最新',
  lead: '牵头计',
};

export const directionWords: Readonly<Record<Indicator['direction'], string>> = { high: '高好', low: '低好' };

export const standingWords: Readonly<Record<BasisKind, string>> = { law: '法定', norm: '参照', own: '内部' };

export const onEmptyWords: Readonly<Record<Indicator['onEmpty'], string>> = { omit: '省略', note: '提示' };
