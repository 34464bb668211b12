/** Gives each department's workbook the rules that were confirmed for it. */
import { withMapping, type Grid } from '../../base/grid';
import { groupsBy } from '../../base/groups';
import { oncePer } from '../../base/once-per';
import type { Problem } from '../../base/problem';
import { bareName, nameKey } from '../../base/text';
import type { Settings } from '../../settings/settings';
import { withRules } from '../../tables/rules/apply-rules';
import type { PlacedRule } from '../../tables/rules/rule';
import type { DepartmentFile } from '../books/department-file';
import { unknownDepartment, type Directory } from '../department-names';

/** What the rules are held against; the directory is only asked for where there are rules. */
interface Beside {
  readonly settings: Pick<Settings, 'columnMapping' | 'edition' | 'reportYear'>;
  readonly directory: () => Directory;
}

/**
 * The files with the names the hub gives (`columnMapping`, which go first) and their own rules. A rule of a department nobody
 * knows is told; one of a department without a file waits.
 */
export function ruledFiles(
  files: readonly DepartmentFile[],
  rules: readonly PlacedRule[],
  { settings, directory }: Beside,
): { readonly files: readonly DepartmentFile[]; readonly problems: readonly Problem[] } {
  const { columnMapping, edition, reportYear } = settings;
  const named = (grids: readonly Grid[]): readonly Grid[] => withMapping(grids, columnMapping, reportYear);
  if (rules.length === 0) {
    return { files: files.map((one) => ({ ...one, grids: one.grids && named(one.grids) })), problems: [] };
  }
  const known = directory();
  const own = files.map((file) => ({ file, rules: rulesOfFile(rules, file.file, known) }));
  const ruled = own.map(({ file, rules: of }) => {
    if (file.grids === null) return { file, problems: [] };
    const { grids, problems } = withRules(named(file.grids), of, edition.declared);
    return { file: { ...file, grids }, problems };
  });
  const used = new Set(own.flatMap(({ rules: of }) => of));
  const strange = rules.filter((rule) => !used.has(rule) && known.find(rule.department) === null);
  return {
    files: ruled.map(({ file }) => file),
    problems: [...ruled.flatMap(({ problems }) => problems), ...strangers(strange, files, known)],
  };
}

/** The rules of the workbook of that name. */
export function rulesOfFile(rules: readonly PlacedRule[], file: string, directory: Directory): readonly PlacedRule[] {
  const mine = [...byDepartment(rules)].filter(
    ([, [first]]) => first !== undefined && isRuleOf(first, file, directory),
  );
  const keys = new Set(mine.map(([key]) => key));
  // As they stand: of two on the same thing the first holds.
  return keys.size > 1 ? rules.filter(({ department }) => keys.has(nameKey(department))) : (mine[0]?.[1] ?? []);
}

const byDepartment = oncePer((rules: readonly PlacedRule[]) =>
  groupsBy(rules, ({ department }) => nameKey(department)),
);

/** The name of the file is the department's, one of its other names, or what stands in the rule. */
function isRuleOf({ department }: PlacedRule, file: string, { find }: Directory): boolean {
  const name = bareName(file);
  if (nameKey(department) === nameKey(name)) return true;
  const meant = find(department);
  return meant !== null && find(name) === meant;
}

/** One line for each name, at its first rule; without any file nothing can be said of files. */
function strangers(
  rules: readonly PlacedRule[],
  files: readonly DepartmentFile[],
  directory: Directory,
): readonly Problem[] {
  if (files.length === 0) return [];
  const firsts = [...byDepartment(rules).values()].flatMap(([first]) => first ?? []);
  return firsts.map(({ department, place }) => ({
    ...unknownDepartment('单位', department, place, directory),
    code: 'rule-department-unknown',
    reason: `“${department}”不在“单位”表里，也没有这个名称的填报表，它的读法没有用上`,
  }));
}
