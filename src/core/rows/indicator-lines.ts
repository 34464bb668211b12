/** Rows that are each about one indicator: in its unit, by its code. */
import { nearestIn } from '../base/nearest';
import type { Problem } from '../base/problem';
import { rowOfPlace } from '../base/taken';
import { headerKey, nameKey } from '../base/text';
import type { Indicator } from '../edition/indicator';
import type { Read } from '../tables/read-row';
import type { Column } from '../tables/sheet';
import type { UnitWords } from '../cells/readings';
import { isUnit, unitFits } from '../cells/units';

const moneyUnits: readonly string[] = ['元', '万元'];

/**
 * The value's column as it is in the row of one indicator: money, percent or a number, in the indicator's unit. `unit` is
 * what the row itself says: money may be told in 元 or in 万元.
 */
export function columnFor(column: Column, indicator: Indicator | null, unit: string): Column {
  const isMoney = moneyUnits.includes(indicator?.unit ?? '') && moneyUnits.includes(unit);
  const own = isMoney || indicator === null ? (unit === '' ? null : unit) : indicator.unit;
  const header =
    indicator === null ? column.header : `${indicator.name}${column.header === '填报值' ? '' : column.header}`;
  if (own === '万元' || own === '元') return { ...column, header, type: 'money', unit: own };
  if (own === '%') return { ...column, header, type: 'percent', unit: own };
  return { ...column, header, type: 'quantity', unit: own, isAverage: isRate(indicator) };
}

function isRate(indicator: Indicator | null): boolean {
  return indicator?.kind === 'rate';
}

function indicatorCodes({ code }: Indicator): readonly string[] {
  return [code];
}

/** A code nobody declared. */
export function unknownCode({ value: code, place }: Read<string>, indicators: readonly Indicator[]): Problem[] {
  if (code === null) return [];
  const similar = nearestIn(indicators, indicatorCodes)(code);
  return [
    {
      code: 'indicator-unknown',
      level: 'error',
      place,
      actual: code,
      reason: `编码“${code}”不在总表的“指标”里，这一行没有采用`,
      expected: similar === null ? '请按总表的指标编码填写' : `是否指“${similar}”？请按总表的指标编码填写`,
      covers: rowOfPlace(place),
    },
  ];
}

/**
 * What the row's 单位 says against its indicator's: 元 beside 万元 is reckoned over, any other unit makes another number of
 * it. A word that is no unit (the 单位 of an own table may be the office) says nothing.
 */
export function unitProblems(
  { shown, place }: Read<string>,
  { name, unit }: Indicator,
  units: UnitWords,
): readonly Problem[] {
  const typed = nameKey(shown);
  if (typed === unit || !isUnit(typed, units) || unitFits(typed, unit, units)) return [];
  const about = { place, actual: shown };
  if (moneyUnits.includes(typed) && moneyUnits.includes(unit)) {
    const reason = `${name}这一行的单位是“${typed}”，按${typed}计，已换算成${unit}`;
    return [{ ...about, code: 'unit-converted', level: 'note', reason, expected: `如不对，请把单位改回“${unit}”` }];
  }
  const reason = `${name}的单位应为“${unit}”，这一行写作“${typed}”，填报值没有采用`;
  return [{ ...about, code: 'unit-differs', level: 'error', reason, expected: `请按“${unit}”填报，并改回单位` }];
}

/** 元 of 罚没金额（元）, empty where no amount's unit stands behind the name. */
export function amountUnit(name: string): string {
  return /\((?:单位:)?(万?元)\)$/u.exec(headerKey(name).slice(-longestUnit))?.[1] ?? '';
}

const longestUnit = 10;
