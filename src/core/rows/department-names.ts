/** Finds the department somebody means by a name, an alias or a name with the town in front. */
import { nearestIn } from '../base/nearest';
import type { Place } from '../base/place';
import type { Problem } from '../base/problem';
import { holdsInOrder, nameKey } from '../base/text';
import type { OfficeWords } from '../edition/edition';
import { finderOf } from './by-key';
import type { Department } from './rows';

/** Words that stand for all departments at once. */
const everybody = /^(各|全体|所有)|^有关(单位|部门)|等(单位|部门)?$/u;

/** What stands before a role where a department is meant by it, as names are compared. */
export const roleMark = '牵头:';

/** The departments, and the way from what people write to one of them. */
export interface Directory {
  readonly departments: readonly Department[];
  /** The department of that name, alias or role (`牵头：执法`), compared without spaces and width; null when there is none. */
  readonly find: (name: string) => Department | null;
  /** As `find`, or the one department whose name the text shortens: 党政办 for 党政综合办. */
  readonly meant: (name: string) => Department | null;
}

/** The directory of a town's departments; `大张楼镇司法所` is found as 司法所. A role of several departments finds none. */
export function directoryOf(departments: readonly Department[], town: string): Directory {
  const called = finderOf(departments, ({ name, aliases }) => [name, ...aliases]);
  const prefix = nameKey(town);
  const withRole = onlyOne(departments, ({ roles }) => roles.map((role) => nameKey(role)));
  const find = (name: string): Department | null => {
    const key = nameKey(name);
    if (key.startsWith(roleMark)) return withRole(key.slice(roleMark.length));
    return called(key) ?? (key.startsWith(prefix) ? called(key.slice(prefix.length)) : null);
  };
  const shortened = shortenedIn(departments);
  const short = (name: string): Department | null => {
    const key = nameKey(name);
    return shortened(key.startsWith(prefix) ? key.slice(prefix.length) : key);
  };
  return { departments, find, meant: (name) => find(name) ?? short(name) };
}

/** Fewer tell no unit: 站所. */
const shortest = 3;

/** The one department of which that is told; null for several, and for none. */
function onlyOne(
  departments: readonly Department[],
  told: (department: Department) => readonly string[],
): (key: string) => Department | null {
  const known = new Map<string, Set<Department>>();
  for (const one of departments)
    for (const key of told(one)) {
      const own = known.get(key);
      if (own === undefined) known.set(key, new Set([one]));
      else own.add(one);
    }
  return (key) => {
    const [only = null, ...others] = known.get(key) ?? [];
    return others.length === 0 ? only : null;
  };
}

function shorter(name: string): string {
  return name.replace(/(?<=.{2})办公室$/u, '办');
}

function endsOf(name: string): string {
  return name.charAt(0) + name.slice(-1);
}

/**
 * Gives the one active department whose name the text shortens: it has characters of the name in their order, its last among them, and begins
 * as it does, or is its end: 环卫科 for 环境卫生科, 执法队 for 综合行政执法队; not 民政办 for 农民政务办. It is looked for among names that end as it does and begin as it does,
 * and once for each text: an office may have a thousand units, and five tasks of each.
 */
function shortenedIn(departments: readonly Department[]): (text: string) => Department | null {
  const byEnds = new Map<string, { readonly one: Department; readonly whole: string }[]>();
  const active = departments.filter((one) => one.active);
  for (const one of active)
    for (const whole of namesOf(one).map((name) => shorter(nameKey(name)))) {
      const list = byEnds.get(endsOf(whole)) ?? [];
      list.push({ one, whole });
      byEnds.set(endsOf(whole), list);
    }
  const byTail = onlyTails(active);
  const known = new Map<string, Department | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const short = shorter(text);
    const fitting = new Set(short.length < shortest ? [] : byTail.get(short));
    if (short.length >= shortest)
      for (const { one, whole } of byEnds.get(endsOf(short)) ?? []) if (holdsInOrder(whole, short)) fitting.add(one);
    const [first = null, ...others] = fitting;
    const only = others.length === 0 ? first : null;
    known.set(text, only);
    return only;
  };
}

/** By each end of a name that is long enough to tell it, the departments whose names end so. */
function onlyTails(departments: readonly Department[]): ReadonlyMap<string, ReadonlySet<Department>> {
  const tails = new Map<string, Set<Department>>();
  for (const one of departments)
    for (const whole of namesOf(one).map((name) => shorter(nameKey(name))))
      for (let at = 0; at + shortest <= whole.length; at += 1) {
        const own = tails.get(whole.slice(at)) ?? new Set();
        tails.set(whole.slice(at), own.add(one));
      }
  return tails;
}
/** 各部门, 各村, and what begins with one of the edition's words, name no one department. */
export function meansEverybody(name: string, { manyPrefixes }: OfficeWords): boolean {
  const key = nameKey(name);
  return everybody.test(key) || manyPrefixes.some((prefix) => key.startsWith(prefix));
}

function namesOf({ name, aliases }: Department): readonly string[] {
  return [name, ...aliases];
}

/** The department that somebody may have meant by a name that fits none, with what is typed in the workbook (empty: its file is called so). */
export function maybeOf(
  name: string,
  typed: string,
  { departments }: Pick<Directory, 'departments'>,
): { readonly department: string; readonly typed: string } | null {
  const similar = nameIn(name, departments) ?? nearestIn(departments, namesOf)(name);
  const near = departments.find((one) => similar !== null && namesOf(one).includes(similar));
  return near === undefined ? null : { department: near.name, typed };
}

/** The name that stands in a longer one, 司法所 in 2025年司法所台账 (2): the longest of several; null for none. */
function nameIn(text: string, departments: readonly Department[]): string | null {
  const key = nameKey(text);
  const within = departments.flatMap(namesOf).filter((name) => {
    const own = nameKey(name);
    return own.length >= shortest && key.includes(own);
  });
  return within.sort((one, other) => other.length - one.length)[0] ?? null;
}

/** A name that fits no department, with the nearest one; `header` is the column's. */
export function unknownDepartment(header: string, name: string, place: Place, { departments }: Directory): Problem {
  const similar = nearestIn(departments, namesOf)(name) ?? nameIn(name, departments);
  return {
    code: 'department-unknown',
    level: 'error',
    place,
    actual: name,
    reason: `${header}“${name}”不在“单位”表里`,
    expected:
      similar === null ? '请改为“单位”表里的名称，或把它加为别名' : `是否指“${similar}”？请改正，或把它加为别名`,
  };
}
