/** Which lines of the 指标 sheet a unit is asked to fill in. */
import { nameKey } from '../base/text';
import { teamCodes } from '../catalogue/detail-sheets';
import type { Indicator } from '../catalogue/indicator';
import type { Department } from '../rows/rows';

type Unit = Pick<Department, 'name' | 'aliases' | 'isEnforcer'>;

/** The lines of a unit's 指标数据. Nothing is asked twice: enforcers give their staff in 执法队伍. */
export function askedIndicators<I extends Indicator>(indicators: readonly I[], unit: Unit): readonly I[] {
  const elsewhere: readonly string[] = unit.isEnforcer ? Object.values(teamCodes) : [];
  return indicators.filter(
    (indicator) =>
      indicator.kind !== 'rate' &&
      indicator.numerator === null &&
      !elsewhere.includes(indicator.code) &&
      isAsked(unit, indicator.filledBy),
  );
}

function isAsked({ name, aliases, isEnforcer }: Unit, filledBy: string): boolean {
  const words = filledBy.split(/[、，,；;/\n]/u).map(nameKey);
  const names = [name, ...aliases].map(nameKey);
  return words.some((word) => word === '各单位' || (isEnforcer && word === '执法单位') || names.includes(word));
}
