/** Finds the department somebody means by a name, an alias or a name with the town in front. */
import { nearest } from '../base/nearest';
import type { Place } from '../base/place';
import type { Problem } from '../base/problem';
import { nameKey } from '../base/text';
import type { Department } from './rows';

/** Words that stand for all departments at once. */
const everybody = /^(各|全体|所有)|^镇直|^有关(单位|部门)|等(单位|部门)?$/u;

/** The department of that name or alias, compared without spaces and width; null when there is none. */
export function departmentCalled(name: string, departments: readonly Department[], town: string): Department | null {
  const key = nameKey(name);
  const keys = [key, key.startsWith(nameKey(town)) ? key.slice(nameKey(town).length) : key];
  return (
    departments.find((department) =>
      [department.name, ...department.aliases].some((own) => keys.includes(nameKey(own))),
    ) ?? null
  );
}

/** 各部门, 各村, 镇直各单位 name no one department. */
export function meansEverybody(name: string): boolean {
  return everybody.test(nameKey(name));
}

/** A name that fits no department, with the nearest one; `header` is the column's. */
export function unknownDepartment(
  header: string,
  name: string,
  place: Place,
  departments: readonly Department[],
): Problem {
  const similar = nearest(
    name,
    departments.flatMap((department) => [department.name, ...department.aliases]),
  );
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
