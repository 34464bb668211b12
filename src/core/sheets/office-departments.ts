/** The departments of an office under its own names: what an edition begins with, told by role. */
import type { Edition, StarterDepartment } from '../edition/edition';
import { nameKey } from '../base/text';

/** A role, and what a new hub calls the department that has it. */
export interface StarterRole {
  readonly role: string;
  readonly department: string;
}

/** What the office calls the department of each role; `无` for a role that nobody has. */
export type RoleNames = Readonly<Record<string, string>>;

/** Written for a role that no department of the office has. */
const nobodyHere = '无';

/** The roles with what a new hub calls their departments, in its order. */
export function rolesOf({ departments }: Edition): readonly StarterRole[] {
  return departments.flatMap(({ roles, name }) => roles.map((role) => ({ role, department: name })));
}

/** What is wrong with the names, a sentence each. */
export function nameMistakes(edition: Edition, names: RoleNames): readonly string[] {
  const roles = edition.departments.flatMap((one) => one.roles);
  return Object.entries(names).flatMap(([role, name]) => {
    if (!roles.includes(role)) return [`没有“${role}”这个角色，可用：${roles.join('、')}`];
    if (name.trim() === '') return [`角色“${role}”没有写单位名称`];
    return name.trim() === nobodyHere ? restingOn(edition, role) : [];
  });
}

/** Somebody must do what tasks and indicators are asked of. */
function restingOn({ departments, tasks, indicators }: Edition, role: string): readonly string[] {
  const name = departments.find(({ roles }) => roles.includes(role))?.name ?? '';
  const led = tasks.filter(({ lead }) => lead === name).map(({ id }) => id);
  const asked = indicators.filter(({ filledBy }) => filledBy.split('、').includes(name)).map(({ code }) => code);
  const rests = [...led.map((id) => `任务 ${id}`), ...asked.map((code) => `指标 ${code}`)];
  if (rests.length === 0) return [];
  return [`角色“${role}”不能写“${nobodyHere}”：${rests.slice(0, 5).join('、')}${rests.length > 5 ? '等' : ''}由它承担`];
}

/**
 * The edition with these departments: tasks and indicators name them, help texts speak of them, and the names they had are
 * their aliases. Roles of one name are one department.
 */
export function withDepartments(edition: Edition, names: RoleNames): Edition {
  const here = ({ roles: [role = ''], name }: StarterDepartment): string => (names[role] ?? name).trim();
  const kept = edition.departments.filter((one) => here(one) !== nobodyHere);
  const called = new Map(kept.map((one) => [one.name, here(one)]));
  const nameOf = (name: string): string => called.get(name) ?? name;
  return {
    ...edition,
    departments: [...new Set(kept.map(here))].map((name) =>
      joined(
        name,
        kept.filter((one) => here(one) === name),
        called,
      ),
    ),
    tasks: edition.tasks.map((task) => ({ ...task, lead: nameOf(task.lead) })),
    indicators: edition.indicators.map((line) => ({
      ...line,
      filledBy: [...new Set(line.filledBy.split('、').map(nameOf))].join('、'),
      help: renamed(line.help, called),
    })),
  };
}

/** Several of the edition's departments as the one that the office has for them. */
function joined(
  name: string,
  parts: readonly StarterDepartment[],
  called: ReadonlyMap<string, string>,
): StarterDepartment {
  const taken = new Set([...called.values()].map(nameKey));
  const [first] = parts;
  if (first === undefined) throw new Error('a department has at least one role');
  const aliases = parts.flatMap((one) => [one.name, ...one.aliases]).filter((alias) => !taken.has(nameKey(alias)));
  const roles = parts.flatMap((one) => one.roles);
  return { ...first, name, aliases: [...new Set(aliases)], inGroup: parts.some(({ inGroup }) => inGroup), roles };
}

function renamed(text: string, called: ReadonlyMap<string, string>): string {
  return [...called].reduce((told, [name, own]) => told.split(name).join(own), text);
}
