/** The Chinese words in which the 指标 sheet says what an indicator is. */
import type { Aggregate, Area, Indicator } from './indicator';

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

export const onEmptyWords: Readonly<Record<Indicator['onEmpty'], string>> = { omit: '省略', note: '提示' };

/** The areas of weaknesses, in the order of the 薄弱 sheet. */
export const areas: readonly Area[] = [
  '法治意识',
  '编制经费',
  '队伍素质',
  '普法',
  '组织领导',
  '决策',
  '执法',
  '社会治理',
  '公开',
];

/** A name that may stand in formulas for the 行政村数 of the settings. */
export const villagesName = '行政村数';
