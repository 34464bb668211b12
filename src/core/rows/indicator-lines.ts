/** Rows that are each about one indicator: in its unit, by its code. */
import { nearest } from '../base/nearest';
import type { Problem } from '../base/problem';
import type { Indicator } from '../catalogue/indicator';
import type { Read } from '../catalogue/read-row';
import type { Column } from '../catalogue/sheet';

/** The value's column as it is in the row of one indicator: money, percent or a number, in the indicator's unit. */
export function columnFor(column: Column, indicator: Indicator | null, unit: string): Column {
  const own = indicator?.unit ?? (unit === '' ? null : unit);
  const header =
    indicator === null ? column.header : `${indicator.name}${column.header === '填报值' ? '' : column.header}`;
  if (own === '万元' || own === '元') return { ...column, header, type: 'money', unit: own };
  return { ...column, header, type: own === '%' ? 'percent' : 'quantity', unit: own };
}

/** A code nobody declared. */
export function unknownCode({ value: code, place }: Read<string>, indicators: readonly Indicator[]): Problem[] {
  if (code === null) return [];
  const similar = nearest(
    code,
    indicators.map((one) => one.code),
  );
  return [
    {
      code: 'indicator-unknown',
      level: 'error',
      place,
      actual: code,
      reason: `编码“${code}”不在总表的“指标”里，这一行没有采用`,
      expected: similar === null ? '请按总表的指标编码填写' : `是否指“${similar}”？请按总表的指标编码填写`,
    },
  ];
}
