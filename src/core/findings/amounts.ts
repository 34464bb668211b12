/** The town's amount behind every indicator code: shares put together, formulas computed. */
import { sum } from '../base/decimal';
import type { Place } from '../base/place';
import type { Aggregate, Indicator } from '../edition/indicator';
import type { SettingNumber, Settings } from '../settings/settings';
import { evaluate, missing, type Amount } from './formula';
import { joinQualifiers } from './qualifier';
import type { Share, Shares } from './shares';

/** Code → line of the 指标 sheet. */
export type Lines = ReadonlyMap<string, Indicator>;

/** The amount under a code or name of a formula; `missing` for what does not exist. */
export type AmountOf = (name: string) => Amount;

/** Looks amounts up by code; computed sums may name each other, but a circle and a rate are `missing`. */
export function amountsOf(lines: Lines, shares: Shares, settings: Settings): AmountOf {
  const typed = new Map<string, Amount>();
  const typedAmount = (name: string, how: Aggregate): Amount => {
    const amount = typed.get(name) ?? aggregate(shares.get(name) ?? [], how);
    typed.set(name, amount);
    return amount;
  };
  const find = (name: string, path: readonly string[]): Amount => {
    const setting = settings.numbers.get(name);
    if (setting !== undefined) return settingAmount(setting, settings);
    const indicator = lines.get(name);
    if (indicator === undefined || indicator.kind === 'rate' || path.includes(name)) return missing;
    if (indicator.numerator === null) return typedAmount(name, indicator.aggregate);
    return evaluate(indicator.numerator, (part) => find(part, [...path, name]));
  };
  return (name) => find(name, []);
}

function settingAmount({ field, value }: SettingNumber, { places }: Settings): Amount {
  const place = places[field];
  return { ...missing, value, sources: place ? [place] : [] };
}

/** Of several departments' `last` values, which should agree, the largest is taken. */
function aggregate(shares: readonly Share[], how: Aggregate): Amount {
  const given = shares.filter(({ value }) => value !== null);
  if (given.length === 0) return nobodys(shares);
  const values = given.map(({ value }) => value ?? 0);
  const largest = Math.max(...values);
  const adds = how === 'sum' || how === 'lead';
  const used = adds ? given : given.filter(({ value }) => value === largest).slice(0, 1);
  return {
    value: adds ? sum(values) : largest,
    applies: true,
    qualifier: joinQualifiers(used),
    sources: placesOf(used),
  };
}

/** Not copied when there is but one share: it may have as many cells as its detail sheet has rows. */
function placesOf(shares: readonly Share[]): readonly Place[] {
  const [only] = shares;
  const none: readonly Place[] = [];
  return only && shares.length === 1 ? only.places : none.concat(...shares.map(({ places }) => places));
}

/** Not applicable only when somebody says 不涉及 and no cell is left unread. */
function nobodys(shares: readonly Share[]): Amount {
  const said = shares.filter(({ blank }) => !blank);
  const excluded = said.length > 0 && said.every((share) => share.excluded);
  return excluded ? { ...missing, applies: false, sources: said.flatMap(({ places }) => places) } : missing;
}
