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
  const withRole = (role: string): Department | null => {
    const [only = null, ...others] = departments.filter(({ roles }) => roles.some((one) => nameKey(one) === role));
    return others.length === 0 ? only : null;
  };
  const find = (name: string): Department | null => {
    const key = nameKey(name);
    if (key.startsWith(roleMark)) return withRole(key.slice(roleMark.length));
    return called(key) ?? (key.startsWith(prefix) ? called(key.slice(prefix.length)) : null);
  };
  const short = (name: string): Department | null => {
    const key = nameKey(name);
    const bare = key.startsWith(prefix) ? key.slice(prefix.length) : key;
    const [only = null, ...others] = departments.filter(
      (one) => one.active && namesOf(one).some((whole) => shortens(bare, nameKey(whole))),
    );
    return others.length === 0 ? only : null;
  };
  return { departments, find, meant: (name) => find(name) ?? short(name) };
}

/** Fewer tell no unit: 站所. */
const shortest = 3;

/**
 * Whether the text has characters of the name in their order, its last among them, and begins as it does or is its end: 环卫科 for
 * 环境卫生科, 执法队 for 综合行政执法队; not 民政办 for 农民政务办.
 */
function shortens(text: string, whole: string): boolean {
  const [short, name] = [text, whole].map((one) => one.replace(/(?<=.{2})办公室$/u, '办'));
  if (short === undefined || name === undefined || short.length < shortest || short.length > name.length) return false;
  if (short.slice(-1) !== name.slice(-1)) return false;
  return (short.startsWith(name.slice(0, 1)) && holdsInOrder(name, short)) || name.endsWith(short);
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
