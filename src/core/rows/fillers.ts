/** Who fills a line of the 指标 sheet: every name in 填报单位 leads to somebody, or is told at its cell. */
import { nearestFew } from '../base/nearest';
import type { Problem } from '../base/problem';
import { endOf, nameKey } from '../base/text';
import type { Edition } from '../edition/edition';
import type { Indicator } from '../edition/indicator';
import type { Read } from '../tables/read-row';
import { meansEverybody, roleMark, type Directory } from './department-names';
import type { Department } from './rows';

/** The departments, and the edition's words for several of them. */
export interface DepartmentsAsked {
  readonly directory: Directory;
  readonly edition: Edition;
}

/** The names of a cell: what each leads to, written as the 单位 sheet and the edition do, and those that lead nowhere. */
export interface Fillers {
  readonly named: readonly string[];
  readonly strangers: readonly string[];
}

/** Words that leave open who is meant. */
const vague = /^有关|等(单位|部门)?$/u;

/** Whom the names mean. */
export function fillersOf(names: readonly string[], office: DepartmentsAsked): Fillers {
  const meant = names.map((name) => ({ name, to: meantBy(name, office) }));
  return {
    named: [...new Set(meant.flatMap(({ to }) => to))],
    strangers: meant.filter(({ to }) => to.length === 0).map(({ name }) => name),
  };
}

/** A department by name, alias or role; the group, everybody and nobody by the edition's words; 各村 those of that kind, 各单位 everybody. */
function meantBy(name: string, { directory, edition: { words, declared } }: DepartmentsAsked): readonly string[] {
  const key = nameKey(name);
  const own = [words.everybody, words.group, words.nobody].find((word) => nameKey(word) === key);
  if (own !== undefined) return [own];
  const department = directory.find(name);
  if (department !== null) return [department.name];
  if (vague.test(key) || !meansEverybody(name, words)) return [];
  const units = allOf(key, directory, words);
  return units.length > 0 || endOf(key, declared.words.said.unitNouns) === '' ? units : [words.everybody];
}

/** `各村` means the departments of the kind 村, `各执法单位` the group. */
function allOf(key: string, { departments }: Directory, { group }: Edition['words']): readonly string[] {
  if (key.endsWith(nameKey(group))) return [group];
  return departments.flatMap(({ name, kind }) => (kind !== '' && key.endsWith(nameKey(kind)) ? [name] : []));
}

/** A line of which somebody types the figure. */
type AskedLine = Pick<Indicator, 'name' | 'kind' | 'numerator'>;

/** An error for each name that leads to nobody, for a line that names nobody, and a doubt where all who are named are excused. */
export function fillerProblems(
  cell: Read<readonly string[]>,
  line: AskedLine,
  office: DepartmentsAsked,
): readonly Problem[] {
  const { named, strangers } = fillersOf(cell.value ?? [], office);
  const unknown = strangers.map((name) => unknownFiller(name, cell, line, office));
  if (line.kind === 'rate' || line.numerator !== null) return unknown;
  return unknown.length > 0 ? unknown : unfilled(named, cell, line, office);
}

function unfilled(
  named: readonly string[],
  { shown, place }: Read<unknown>,
  { name }: AskedLine,
  { directory, edition: { words } }: DepartmentsAsked,
): readonly Problem[] {
  const about = { place, actual: shown.trim() };
  const expected = `请写填报的单位，如 ${directory.departments[0]?.name ?? words.group}、${words.group}、${words.everybody}`;
  const somebody = named.filter((word) => word !== words.nobody);
  if (somebody.length === 0) {
    const why = named.length === 0 ? '没有写明填报单位' : `写的是“${words.nobody}”，又没有分子可以计算`;
    return [{ ...about, code: 'filler-missing', level: 'error', reason: `${name}${why}，没有人填`, expected }];
  }
  const isExcused = somebody.every((word) => directory.find(word)?.active === false);
  if (!isExcused) return [];
  const reason = `${name}的填报单位都不再填报（“启用”为否），这一项没有人填`;
  return [{ ...about, code: 'filler-inactive', level: 'doubt', reason, expected }];
}

function unknownFiller(
  name: string,
  { shown, place }: Read<unknown>,
  line: AskedLine,
  office: DepartmentsAsked,
): Problem {
  const { directory, edition } = office;
  const isRole = nameKey(name).startsWith(roleMark);
  const what = isRole ? `没有哪个单位担任，或者不止一个` : '不在“单位”表里';
  return {
    code: 'filler-unknown',
    level: 'error',
    place,
    actual: shown.trim(),
    reason: `${line.name}的填报单位“${name}”${what}，它的数没有着落`,
    expected: isRole ? roleHint(directory.departments) : nameHint(name, directory.departments, edition),
  };
}

function nameHint(name: string, departments: readonly Department[], { words }: Edition): string {
  const known = departments.flatMap((one) => [one.name, ...one.aliases]);
  const alike = nearestFew(nameKey(name), [...known, words.group, words.everybody]);
  const rest = '请改为“单位”表里的名称，或把它加为别名';
  return alike.length === 0
    ? `${rest}；表里有${listed(departments.map((one) => one.name))}`
    : `是否指${alike.map((one) => `“${one}”`).join('、')}？${rest}`;
}

function roleHint(departments: readonly Department[]): string {
  const roles = departments.flatMap((one) => one.roles);
  const there = roles.length === 0 ? '还没有写' : `有${listed(roles)}`;
  return `请在“单位”表的“角色”里写给一个单位，或改写单位名称；角色现在${there}`;
}

const mostListed = 14;

function listed(names: readonly string[]): string {
  return names.slice(0, mostListed).join('、') + (names.length > mostListed ? '等' : '');
}
