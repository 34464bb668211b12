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

/** What only the office sees, which has the numbers of all: the one of them at whose cell it stands is not to answer for it. */
const ofSeveral: readonly string[] = ['same-everywhere'];

/**
 * The departments that have items, in the hub's order. A problem of the hub, of the template or of several departments belongs
 * to none of them.
 */
export function departmentItems(
  problems: readonly Problem[],
  { departments, workbooks }: Pick<Rows, 'departments' | 'workbooks'>,
): readonly DepartmentItems[] {
  const owners = new Map<string, string>();
  for (const { name } of departments) owners.set(nameKey(`${name}.xlsx`), name);
  for (const { file, department } of workbooks) if (file !== null) owners.set(nameKey(file), department);
  const single = problems.filter(({ code }) => !ofSeveral.includes(code));
  const owned = groupsBy(single, ({ place }) => owners.get(nameKey(place.file)));
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

const aboutWorkbook: readonly string[] = ['department-missing', 'department-unread'];

/** Whether it tells that a department's workbook did not come or could not be read: what is in it nobody knows. */
export function isAboutWorkbook({ code }: Pick<Problem, 'code'>): boolean {
  return aboutWorkbook.includes(code);
}
