/** What each department truly gives for each typed line, once contradictions are taken out and rows of its own tables counted. */
import { compare, spelled, total, whole, type Fraction } from './fractions';
import { layBook, type Spot } from '../files/department-sheets';
import { recount } from './recount';
import type { Line, Relation } from '../world/rules';
import { askedFor, isTyped, type Answer, type Department, type World } from '../world/world';

/** Why a department that is asked gives nothing that counts. */
export type Why = 'blank' | 'refused' | 'not-read' | 'no-file' | 'no-department';

/** One department's part of a line: a number, the word that it has no such duty, or why there is neither. */
export interface Share {
  readonly department: string;
  readonly given: Fraction | 'not-applicable' | null;
  readonly why: Why | null;
}

/** Code → the parts of all active departments that are asked, in the office's order. */
export type Shares = ReadonlyMap<string, readonly Share[]>;

/** The parts, and where contradictions must be told. */
export interface Given {
  readonly shares: Shares;
  readonly contradictions: readonly Spot[];
}

/** What the world's departments give. */
export function givenIn(world: World): Given {
  const { departments, rules } = world;
  const told: Spot[] = [];
  const own = new Map(
    departments.map((department) => {
      const { answers, spots } = believed(world, department);
      told.push(...spots);
      return [department.name, answers] as const;
    }),
  );
  const shares = new Map(
    world.lines.filter(isTyped).map((line) => {
      const active = departments.filter((department) => department.active);
      const asked = askedFor(line, active, rules);
      return [
        line.code,
        [
          ...active
            .filter(({ name }) => asked.includes(name))
            .map((one) => shareOf(one, own.get(one.name)?.get(line.code))),
          ...strangersOf(line, world).map((name): Share => ({ department: name, given: null, why: 'no-department' })),
        ],
      ] as const;
    }),
  );
  const town = withoutTownContradictions(world, shares);
  return { shares: town.shares, contradictions: [...told, ...town.spots] };
}

/** Names in the line that are no department's and no word of the edition. */
export function strangersOf({ filledBy }: Line, { departments, rules }: World): readonly string[] {
  const known = [...departments.flatMap(({ name, alias }) => [name, alias]), ...Object.values(rules.words)];
  return filledBy.split('、').filter((name) => name !== '' && !known.includes(name));
}

/** Whether the values of the department's workbook count. */
export function isRead({ active, book }: Pick<Department, 'active' | 'book'>): boolean {
  return active && (book === 'fine' || book === 'twice-one-named');
}

type Said = Pick<Share, 'given' | 'why'>;

function shareOf({ name, book, active }: Department, said: Said | undefined): Share {
  if (book === 'missing') return { department: name, given: null, why: 'no-file' };
  if (!isRead({ active, book })) return { department: name, given: null, why: 'not-read' };
  return { department: name, ...(said ?? { given: null, why: 'blank' }) };
}

interface Believed {
  readonly answers: ReadonlyMap<string, Said>;
  readonly spots: readonly Spot[];
}

/** The department's answers: as typed, without what contradicts itself, completed and compared with its rows. */
function believed(world: World, department: Department): Believed {
  if (!isRead(department)) return { answers: new Map(), spots: [] };
  const book = layBook(world, department, `${department.name}.xlsx`);
  const typed = new Map([...department.answers].map(([code, answer]) => [code, saidIn(answer)]));
  const exact = (code: string): Fraction | null => numberIn(typed.get(code)?.given ?? null);
  const broken = once(
    world.rules.relations.filter((relation) => isBroken(relation, exact, exact, world.numbers)),
    world.rules.relations,
  );
  const spoilt = new Set(broken.flatMap((relation) => codesOf(relation, exact)));
  const spots = broken.map(({ left }) => book.figure(left.find((code) => exact(code) !== null) ?? ''));
  for (const code of spoilt) typed.set(code, { given: null, why: 'refused' });
  return { answers: withRows(world, department, typed, (code) => void spots.push(book.figure(code))), spots };
}

function saidIn(answer: Answer): Said {
  switch (answer.said) {
    case 'number':
      return { given: spelled(answer.digits), why: null };
    case 'not-applicable':
      return { given: 'not-applicable', why: null };
    case 'unreadable':
      return { given: null, why: 'refused' };
    case 'nothing':
    case 'no-line':
      return { given: null, why: 'blank' };
  }
}

function numberIn(given: Share['given']): Fraction | null {
  return given === 'not-applicable' ? null : given;
}

/** A blank line is what its rows add up to; a total that differs from its rows counts as little as they do. */
function withRows(
  { rules }: World,
  { answers, events }: Department,
  typed: ReadonlyMap<string, Said>,
  tell: (code: string) => void,
): ReadonlyMap<string, Said> {
  const all = new Map(typed);
  for (const rule of rules.shares) {
    const counted = recount(rule, events.get(rule.sheet) ?? []);
    const answer = answers.get(rule.code);
    if (counted === null || answer === undefined) continue;
    const given = typed.get(rule.code)?.given ?? null;
    if (answer.said === 'nothing' || answer.said === 'no-line') {
      all.set(rule.code, { given: counted, why: null });
    } else if (rule.isTotal && given !== null && differs(given, counted)) {
      tell(rule.code);
      all.set(rule.code, { given: null, why: 'refused' });
    }
  }
  return all;
}

function differs(given: Fraction | 'not-applicable', counted: Fraction): boolean {
  return compare(given === 'not-applicable' ? whole(0) : given, counted) !== 0;
}

type NumberOf = (code: string) => Fraction | null;

/** `atLeast` may be a part of the whole, `all` is certainly all of it. One part is enough once it is too large. */
function isBroken(
  { left, isSum, right, carried }: Relation,
  atLeast: NumberOf,
  all: NumberOf,
  numbers: World['numbers'],
): boolean {
  const limit = numbers.get(right[0] ?? '');
  const parts = left.map(isSum ? all : atLeast).filter((one) => one !== null);
  const wholes = limit === undefined ? right.map(all).filter((one) => one !== null) : [whole(limit)];
  if (parts.length < (isSum ? left.length : 1) || wholes.length < right.length) return false;
  const more = carried === '' ? null : all(carried);
  const difference = compare(total(parts), total(more === null ? wholes : [...wholes, more]));
  return isSum ? difference !== 0 : difference > 0;
}

/** A number too large for what it is part of is too large for whatever takes that in: that one is not to blame. */
function once(broken: readonly Relation[], relations: readonly Relation[]): readonly Relation[] {
  const same = (one: readonly string[], other: readonly string[]): boolean => one.join() === other.join();
  const fits = relations.filter((relation) => !broken.includes(relation));
  return broken.filter(
    (far) =>
      far.isSum ||
      !broken.some(
        (near) =>
          same(near.left, far.left) && fits.some(({ left, right }) => same(left, near.right) && same(right, far.right)),
      ),
  );
}

/** The figures that a broken relation takes with it. */
function codesOf({ left, right, carried }: Relation, known: NumberOf): readonly string[] {
  return [...left, ...right, carried].filter((code) => code !== '' && known(code) !== null);
}

/** The relations once more over the whole office, where part and whole come from different departments. */
function withoutTownContradictions(
  world: World,
  shares: Shares,
): { readonly shares: Shares; readonly spots: readonly Spot[] } {
  const given = (code: string): readonly Share[] => (shares.get(code) ?? []).filter((share) => share.given !== null);
  const atLeast = (code: string): Fraction | null => {
    const parts = given(code).map((share) => numberIn(share.given) ?? whole(0));
    return parts.length === 0 ? null : total(parts);
  };
  const all = (code: string): Fraction | null =>
    given(code).length === (shares.get(code) ?? []).length ? atLeast(code) : null;
  const broken = once(
    world.rules.relations.filter((relation) => isBroken(relation, atLeast, all, world.numbers)),
    world.rules.relations,
  );
  const spoilt = new Set(broken.flatMap((relation) => codesOf(relation, atLeast)));
  const spots = broken.map(({ left }): Spot => {
    const code = left.find((one) => atLeast(one) !== null) ?? '';
    return spotOf(world, given(code)[0]?.department ?? '', code);
  });
  return {
    shares: new Map(
      [...shares].map(([code, parts]) => [code, spoilt.has(code) ? parts.map(withoutValue) : parts] as const),
    ),
    spots,
  };
}

function spotOf(world: World, name: string, code: string): Spot {
  const department = world.departments.find((one) => one.name === name);
  if (department === undefined) throw new Error(`a contradiction of nobody in ${code}`);
  return layBook(world, department, `${name}.xlsx`).figure(code);
}

function withoutValue(share: Share): Share {
  return numberIn(share.given) === null ? share : { ...share, given: null, why: 'refused' };
}

/** The line of a code. */
export function lineMap(lines: readonly Line[]): ReadonlyMap<string, Line> {
  return new Map(lines.map((line) => [line.code, line]));
}
