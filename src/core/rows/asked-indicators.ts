/** Which lines of the 指标 sheet a unit is asked to fill in. */
import { nameKey } from '../base/text';
import { teamCodes } from '../catalogue/detail-sheets';
import type { Indicator } from '../catalogue/indicator';
import type { Department } from './rows';

type Unit = Pick<Department, 'name' | 'aliases' | 'isEnforcer'>;

/** Whether the unit gives the line, in whichever of its sheets: by name, as an enforcer, or as everybody. */
export function isAsked({ name, aliases, isEnforcer }: Unit, { kind, numerator, filledBy }: Indicator): boolean {
  if (kind === 'rate' || numerator !== null) return false;
  const words = filledBy.split(/[、，,；;/\n]/u).map(nameKey);
  const names = [name, ...aliases].map(nameKey);
  return words.some((word) => word === '各单位' || (isEnforcer && word === '执法单位') || names.includes(word));
}

/** Finds the units that give a line, each line worked out once. */
export function askedAmong<U extends Unit>(units: readonly U[]): (indicator: Indicator) => readonly U[] {
  const known = new Map<Indicator, readonly U[]>();
  return (indicator) => {
    const asked = known.get(indicator) ?? units.filter((unit) => isAsked(unit, indicator));
    known.set(indicator, asked);
    return asked;
  };
}

/** The lines of a unit's 指标数据. Nothing is asked twice: enforcers give their staff in 执法队伍. */
export function askedIndicators<I extends Indicator>(indicators: readonly I[], unit: Unit): readonly I[] {
  const elsewhere: readonly string[] = unit.isEnforcer ? Object.values(teamCodes) : [];
  return indicators.filter((indicator) => isAsked(unit, indicator) && !elsewhere.includes(indicator.code));
}
