/** The town's amount behind every indicator code: shares put together, formulas computed. */
import { sum } from '../base/decimal';
import type { Place } from '../base/place';
import type { Aggregate, Indicator } from '../edition/indicator';
import type { SettingNumber, Settings } from '../settings/settings';
import { evaluate, noAmount, type Amount, type Missing } from './formula';
import { addedRange, inexactOf, joinQualifiers, noRange, type Inexact } from './qualifier';
import { knownValue, type Range, type WhyMissing } from '../rows/said';
import { firstPlace, type FoundShares, type Share } from './shares';

/** Code → line of the 指标 sheet. */
export type Lines = ReadonlyMap<string, Indicator>;

/** The amount under a code or name of a formula; `nothing` for what does not exist. */
export type AmountOf = (name: string) => Amount;

/** Looks amounts up by code; computed sums may name each other, but a circle and a rate are `nothing`. */
export function amountsOf(lines: Lines, shares: FoundShares, settings: Settings): AmountOf {
  const typed = new Map<string, Amount>();
  const joined = joinedOnce();
  const typedAmount = (name: string, how: Aggregate): Amount => {
    const amount = typed.get(name) ?? aggregate(shares.get(name) ?? [], how, joined);
    typed.set(name, amount);
    return amount;
  };
  const find = (name: string, path: readonly string[]): Amount => {
    const setting = settings.numbers.get(name);
    if (setting !== undefined) return settingAmount(setting, settings);
    const indicator = lines.get(name);
    if (indicator === undefined || indicator.kind === 'rate' || path.includes(name)) return noAmount;
    if (indicator.numerator === null) return typedAmount(name, indicator.aggregate);
    return evaluate(indicator.numerator, (part) => find(part, [...path, name]));
  };
  return (name) => find(name, []);
}

function settingAmount({ field, value }: SettingNumber, { places }: Settings): Amount {
  const place = places[field];
  const range = value === null ? null : { low: value, high: value };
  return { ...noAmount, value, range, sources: place ? [place] : [] };
}

/** Of several departments' `last` values, which should agree, the largest is taken. */
function aggregate(shares: readonly Share[], how: Aggregate, joined: JoinedPlaces): Amount {
  const missing: Missing[] = [];
  const given: Share[] = [];
  for (const share of shares) {
    const { kind } = share.said;
    if (kind === 'known') given.push(share);
    else if (kind !== 'not-applicable') missing.push(missingOf(share, kind));
  }
  const about = { asked: shares.map(({ department }) => department), missing, isUnasked: shares.length === 0 };
  if (missing.length > 0 || given.length === 0) return { ...nobodys(shares, joined), ...about };
  const values = given.map(({ said }) => knownValue(said) ?? 0);
  const largest = Math.max(...values);
  const adds = how === 'sum' || how === 'lead';
  const used = adds ? given : given.filter(({ said }) => knownValue(said) === largest).slice(0, 1);
  const parts = given.map(({ said }) => inexactOf(said));
  return {
    ...about,
    value: adds ? sum(values) : largest,
    applies: true,
    qualifier: joinQualifiers(adds ? parts : used.map(({ said }) => inexactOf(said))),
    range: adds ? addedRange(parts) : largestRange(parts),
    sources: joined(used),
  };
}

function largestRange(parts: readonly Inexact[]): Range {
  const ranges = parts.flatMap(({ range }) => range ?? []);
  return { low: Math.max(...ranges.map(({ low }) => low)), high: Math.max(...ranges.map(({ high }) => high)) };
}

function missingOf(share: Share, why: WhyMissing): Missing {
  return { department: share.department, code: share.code, why, place: firstPlace(share) };
}

/** The places of shares, one after the other. */
type JoinedPlaces = (shares: readonly Share[]) => readonly Place[];

/**
 * Not copied when there is but one share: it may have as many cells as its detail sheet has rows. Lines counted from the same rows get
 * one list.
 */
function joinedOnce(): JoinedPlaces {
  const known = new Map<readonly Place[], { readonly shares: readonly Share[]; readonly all: readonly Place[] }>();
  return (shares) => {
    const [first] = shares;
    if (first === undefined || shares.length === 1) return first?.places ?? [];
    const before = known.get(first.places);
    if (before !== undefined && isOfSame(shares, before.shares)) return before.all;
    const all: Place[] = [];
    for (const { places } of shares) for (const place of places) all.push(place);
    known.set(first.places, { shares, all });
    return all;
  };
}

/** Whether the places of both are the very same lists. */
function isOfSame(shares: readonly Share[], others: readonly Share[]): boolean {
  return shares.length === others.length && shares.every(({ places }, index) => places === others[index]?.places);
}

/** Not applicable only when all say 不涉及. */
function nobodys(
  shares: readonly Share[],
  joined: JoinedPlaces,
): Pick<Amount, 'value' | 'applies' | 'qualifier' | 'range' | 'sources'> {
  const excluded = shares.length > 0 && shares.every(({ said }) => said.kind === 'not-applicable');
  const sources = excluded ? joined(shares) : [];
  return { ...noRange, applies: !excluded, sources };
}
