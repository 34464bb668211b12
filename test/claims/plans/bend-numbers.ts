/** Turns what happened in an invented office so that its targets are reached, missed, or one of them is missed. */
import type { Chance } from '../../offices/world/chance';
import type { Facts, Ground } from '../../offices/world/make-numbers';
import type { Line } from '../../offices/world/rules';
import { askedFor, isTyped } from '../../offices/world/world';
import { termsIn } from '../../offices/truth/formulas';

const rounds = 4;

/** Nothing happened anywhere. */
export function bendToZero(facts: Facts): void {
  for (const own of facts.values()) for (const code of own.keys()) own.set(code, 0);
}

/** Of whatever can happen, one; nothing is asked twice. */
export function bendToOne(facts: Facts): void {
  for (const own of facts.values()) for (const code of own.keys()) own.set(code, 100);
}

/** Of what was to be done nothing was: parts of others are 0. */
export function bendToUndone(facts: Facts, { rules }: Ground): void {
  const parts = new Set(rules.relations.filter(({ isSum }) => !isSum).flatMap(({ left }) => left));
  for (const own of facts.values()) for (const code of own.keys()) if (parts.has(code)) own.set(code, 0);
}

/** The same where one thing was to be done. */
export function bendToOneUndone(facts: Facts, ground: Ground): void {
  bendToOne(facts);
  bendToUndone(facts, ground);
}

/** Whatever happened, so many times as often, as no office has it. */
export function bendToHuge(facts: Facts, { lines }: Ground): void {
  const flags = new Set(
    lines.filter(({ kind, aggregate }) => kind === '是否' || aggregate === '取最大').map(({ code }) => code),
  );
  for (const own of facts.values()) {
    for (const [code, value] of own) if (!flags.has(code)) own.set(code, value * hugeTimes);
  }
}

const hugeTimes = 12_345;

/** `isGood` says of each judged line on which side of its threshold it is to lie; relations may push some back. */
export function bendTo(isGood: (line: Line) => boolean): (facts: Facts, ground: Ground) => void {
  return (facts, ground) => {
    for (let round = 0; round < rounds; round++) {
      for (const line of ground.lines.filter(({ threshold }) => threshold !== '')) {
        bendLine(line, isGood(line), { facts, ground });
      }
    }
  };
}

/** All reach their target but one. */
export function bendAllButOne(facts: Facts, ground: Ground, chance: Chance): void {
  const judged = ground.lines.filter(({ threshold, isCompletion }) => threshold !== '' && !isCompletion);
  const failing = chance.oneOf(judged).code;
  bendTo(({ code }) => code !== failing)(facts, ground);
}

interface Place {
  readonly facts: Facts;
  readonly ground: Ground;
}

function bendLine(line: Line, isGood: boolean, place: Place): void {
  if (line.isCompletion) return;
  if (isTyped(line)) {
    const target = Number(line.threshold);
    const missed = line.lowIsGood ? target + 2 : Math.max(0, target - 1);
    const reached = line.lowIsGood ? target : target + 1;
    put(line.code, (isGood ? reached : missed) * 100, place);
  } else {
    bendRate(line, isGood, place);
  }
}

/** Rates are `a/b`, `(a-b)/a`, `(a+b)/(1+b)` in the tables; settings count as they are. */
function bendRate(line: Line, isGood: boolean, place: Place): void {
  const [first, second] = termsIn(line.numerator);
  if (first === undefined) return;
  const below = termsIn(line.denominator).map(({ name }) => name);
  if (second?.minus === true) {
    putEach(second.name, (own) => (isGood ? (own.get(first.name) ?? 0) : 0), place);
    return;
  }
  const limit = place.ground.numbers.get(below.at(-1) ?? '');
  if (limit !== undefined) {
    putSum(line, isGood ? limit : Math.floor(limit / 3), place);
    return;
  }
  const denominator = below[0] ?? '';
  if (town(denominator, place) < line.minSample * 100) put(denominator, (line.minSample + 4) * 100, place);
  const share = shareOf(line, isGood);
  if (sameAsked(first.name, denominator, place)) {
    putEach(first.name, (own) => wholly((own.get(denominator) ?? 0) * share, isGood), place);
  } else {
    // In one department that has both, else the relations of each would raise what is larger in it.
    const isHeld = place.ground.rules.relations.some(
      ({ left, right }) => left.includes(first.name) && right.includes(denominator),
    );
    const holder = askedIn(first.name, place).find((name) => isHeld && askedIn(denominator, place).includes(name));
    if (holder !== undefined) put(denominator, town(denominator, place), place, holder);
    put(first.name, wholly(town(denominator, place) * share, isGood), place, holder);
  }
}

/** What the numerator is to be of the denominator. */
function shareOf({ unit, threshold, lowIsGood }: Line, isGood: boolean): number {
  const target = Number(threshold) / (unit === '%' ? 100 : 1);
  if (lowIsGood) return isGood ? 0 : Math.min(1, target + 0.4);
  return isGood ? Math.max(target, unit === '%' ? 1 : target) : target / 2;
}

/** Hundredths of whole units, towards the side that is wanted. */
function wholly(hundredths: number, up: boolean): number {
  return (up ? Math.ceil(hundredths / 100) : Math.floor(hundredths / 100)) * 100;
}

/** Over a number of settings: 镇本级 is one, the rest are counted. */
function putSum({ numerator, threshold, unit }: Line, limit: number, place: Place): void {
  const terms = termsIn(numerator).map(({ name }) => name);
  const factor = unit === '%' ? 1 : Number(threshold);
  const [last = '', ...others] = terms.reverse();
  for (const code of others) putEach(code, () => 100, place);
  put(last, limit * factor * 100, place);
}

function askedIn(code: string, { ground }: Place): readonly string[] {
  const line = ground.lines.find((one) => one.code === code);
  return line === undefined
    ? []
    : askedFor(
        line,
        ground.units.filter(({ active }) => active),
        ground.rules,
      );
}

function sameAsked(left: string, right: string, place: Place): boolean {
  const [a, b] = [left, right].map((code) => askedIn(code, place).join(' '));
  return a === b && a !== '';
}

function town(code: string, place: Place): number {
  return askedIn(code, place).reduce((sum, name) => sum + (place.facts.get(name)?.get(code) ?? 0), 0);
}

/** All of it in one department: the holder, or the first that is asked. */
function put(code: string, hundredths: number, place: Place, holder?: string): void {
  const asked = askedIn(code, place);
  for (const name of asked) {
    place.facts.get(name)?.set(code, name === (holder ?? asked[0]) ? hundredths : 0);
  }
}

function putEach(code: string, value: (own: ReadonlyMap<string, number>) => number, place: Place): void {
  for (const name of askedIn(code, place)) {
    const own = place.facts.get(name);
    own?.set(code, value(own));
  }
}
