/** Invents what really happened: numbers that fit together, before anybody writes them down wrongly or not at all. */
import type { Chance } from './chance';
import { over, whole } from '../truth/fractions';
import type { Unit } from './make-world';
import { recount } from '../truth/recount';
import type { Line, Relation, Rules, TableRow } from './rules';
import { askedFor } from './world';

/** Code → the department's part, in hundredths of the unit. */
type Part = Map<string, number>;

/** Name → what is true of the department. */
export type Facts = ReadonlyMap<string, Part>;

/** What numbers are made for. */
export interface Ground {
  readonly units: readonly Unit[];
  readonly lines: readonly Line[];
  readonly rules: Rules;
  readonly numbers: ReadonlyMap<string, number>;
  readonly events: ReadonlyMap<string, ReadonlyMap<string, readonly TableRow[]>>;
}

/** Name → what is true of the department, for the lines it is asked for. */
export function makeNumbers(ground: Ground, chance: Chance): Facts {
  const { units, lines, rules } = ground;
  const facts = new Map(units.map(({ name }) => [name, new Map<string, number>()]));
  const few = smallSamples(lines, chance);
  for (const line of lines) {
    const isNowhere = chance.happens(0.05);
    for (const name of askedFor(line, units, rules)) {
      const happened = isNowhere || chance.happens(0.15) ? 0 : numberFor(line, few.get(line.code) ?? null, chance);
      facts.get(name)?.set(line.code, recounted(line, ground.events.get(name), rules) ?? happened);
    }
  }
  settleAll(facts, ground);
  return facts;
}

/** Makes the relations hold in each department and among them. */
export function settleAll(facts: Facts, ground: Ground): void {
  for (const own of facts.values()) settle(own, ground);
  settleTown(facts, ground);
}

/** Code → below which the numbers of a rate stay that is then too small to be judged; about every second such rate. */
function smallSamples(lines: readonly Line[], chance: Chance): ReadonlyMap<string, number> {
  const chosen = lines.filter(({ minSample }) => minSample > 1 && chance.happens(0.5));
  return new Map(
    chosen.flatMap(({ numerator, denominator, minSample }) => [
      [numerator, minSample],
      [denominator, minSample],
    ]),
  );
}

function numberFor({ kind, unit, aggregate }: Line, below: number | null, chance: Chance): number {
  if (below !== null) return chance.between(1, below - 1) * 100;
  if (aggregate === '取最大') return 100;
  if (kind === '金额') return chance.between(100, 9000);
  if (unit === '学时') return chance.between(20, 900) * 50;
  return chance.between(1, chance.oneOf([4, 20, 200])) * 100;
}

function recounted(
  { code }: Line,
  events: ReadonlyMap<string, readonly TableRow[]> | undefined,
  { shares }: Rules,
): number | null {
  const rule = shares.find((one) => one.code === code);
  const counted = rule === undefined ? null : recount(rule, events?.get(rule.sheet) ?? []);
  if (counted === null) return null;
  const hundredths = over({ above: counted.above * 100n, below: counted.below }, whole(1));
  return Number(hundredths.above / hundredths.below);
}

const mostRounds = 40;

/** Repeats what mends numbers until there is nothing left to mend. */
function untilSettled(parts: Iterable<Part>, mendAll: () => void): void {
  const all = [...parts];
  const state = (): string => all.map((own) => [...own.values()].join(' ')).join('\n');
  let before = '';
  for (let round = 0; round < mostRounds && before !== (before = state()); round++) mendAll();
}

/** Makes the relations hold among the numbers of one department, as far as it has them all. */
function settle(own: Part, { rules, numbers }: Ground): void {
  untilSettled([own], () => {
    for (const relation of rules.relations) mend(relation, own, numbers);
  });
}

function mend(relation: Relation, own: Part, numbers: Ground['numbers']): void {
  const left = relation.left.filter((code) => own.has(code));
  const limit = numbers.get(relation.right[0] ?? '');
  if (limit !== undefined) {
    left.forEach((code) => void own.set(code, Math.min(own.get(code) ?? 0, limit * 100)));
    return;
  }
  const right = relation.right.filter((code) => own.has(code));
  const more = sum(own, left) - sum(own, right) - (relation.isSum ? 0 : (own.get(relation.carried) ?? 0));
  const raised = more > 0 ? right[0] : relation.isSum ? left[left.length - 1] : undefined;
  if (raised !== undefined && more !== 0) own.set(raised, (own.get(raised) ?? 0) + Math.abs(more));
}

function sum(own: Part, codes: readonly string[]): number {
  return codes.reduce((total, code) => total + (own.get(code) ?? 0), 0);
}

/** The same between departments, by the first that is asked for what is too small; what counts against a limit is cut. */
function settleTown(facts: Facts, ground: Ground): void {
  const { rules, numbers } = ground;
  untilSettled(facts.values(), () => {
    for (const relation of rules.relations) {
      const limit = numbers.get(relation.right[0] ?? '');
      if (limit !== undefined) {
        if (townSum(facts, relation.left) > limit * 100) for (const own of facts.values()) cut(own, relation.left);
        continue;
      }
      const more = townSum(facts, relation.left) - townSum(facts, relation.right);
      const holder = [...facts.values()].find((own) => relation.right.some((code) => own.has(code)));
      const raised = relation.right.find((code) => holder?.has(code));
      if (more > 0 && holder !== undefined && raised !== undefined)
        holder.set(raised, (holder.get(raised) ?? 0) + more);
    }
    for (const own of facts.values()) settle(own, ground);
  });
}

/** Halves what stands on the left, whole numbers staying whole. */
function cut(own: Part, codes: readonly string[]): void {
  for (const code of codes) {
    const now = own.get(code);
    if (now !== undefined) own.set(code, Math.floor(now / 200) * 100);
  }
}

function townSum(facts: Facts, codes: readonly string[]): number {
  let total = 0;
  for (const own of facts.values()) total += sum(own, codes);
  return total;
}
