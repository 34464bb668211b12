/** The problems that each department has to put right itself, in its own workbook. */
import { groupsBy } from '../base/groups';
import type { Problem } from '../base/problem';
import { nameKey } from '../base/text';
import { requiredBlank } from '../tables/read-cell';
import { sheetUnfilled } from '../tables/unfilled-sheet';
import type { Rows } from './rows';

/** One department with what it should do, the weightiest first. */
export interface DepartmentItems {
  readonly department: string;
  readonly items: readonly Problem[];
}

const weights: readonly Problem['level'][] = ['error', 'doubt', 'note'];

/** The departments that have items, in the hub's order. A problem of the hub or the template belongs to none of them. */
export function departmentItems(
  problems: readonly Problem[],
  { departments, workbooks }: Pick<Rows, 'departments' | 'workbooks'>,
): readonly DepartmentItems[] {
  const owners = new Map<string, string>();
  for (const { name } of departments) owners.set(nameKey(`${name}.xlsx`), name);
  for (const { file, department } of workbooks) if (file !== null) owners.set(nameKey(file), department);
  const owned = groupsBy(problems, ({ place }) => owners.get(nameKey(place.file)));
  return departments.flatMap(({ name }) => {
    const own = owned.get(name) ?? [];
    const items = weights.flatMap((weight) => own.filter(({ level }) => level === weight));
    return items.length === 0 ? [] : [{ department: name, items }];
  });
}

const blank: readonly string[] = [requiredBlank, sheetUnfilled, 'figure-incomplete'];

/** Whether nothing stands there: it is to be filled in, not put right. */
export function isBlank({ code }: Pick<Problem, 'code'>): boolean {
  return blank.includes(code);
}
