/** Departments as 看板 shows them: whose workbook came, what is blank in it, and what is to be put right. */
import type { CockpitDepartment, CockpitGap } from '../../contract/cockpit';
import { groupsBy } from '../base/groups';
import type { Problem } from '../base/problem';
import type { Findings, IndicatorFinding } from '../findings/findings';
import { noDepartment } from '../findings/tally';
import { isFormless } from '../rows/books/workbook-status';
import type { BookRecord, Rows } from '../rows/rows';
import { whyMissingWords, type WhyMissing } from '../rows/said';
import type { DepartmentItems } from '../rows/department-items';
import type { Settings } from '../settings/settings';
import { countsOf } from './cockpit-tasks';

/** What departments are shown by. */
export interface DepartmentsInput {
  readonly settings: Settings;
  readonly rows: Rows;
  readonly findings: Findings;
  readonly items: readonly DepartmentItems[];
}

/** Those in use, and those that lead a task all the same; last the tasks without a known lead. */
export function cockpitDepartments({
  rows,
  findings,
  settings,
  items,
}: DepartmentsInput): readonly CockpitDepartment[] {
  const tasks = groupsBy(findings.tasks, ({ task }) => task.lead ?? noDepartment);
  const books = new Map(rows.workbooks.map((book) => [book.department, book]));
  const owed = new Map(items.map(({ department, items: own }) => [department, own]));
  const figures = figureCounts(typedFigures(findings));
  const names = rows.departments.filter(({ active, name }) => active || tasks.has(name)).map(({ name }) => name);
  return [...names, ...(tasks.has(noDepartment) ? [noDepartment] : [])].map((name) => ({
    name,
    ...countsOf(tasks.get(name) ?? [], findings, settings),
    ...(name === noDepartment ? { workbook: null, why: '' } : statusOf(books.get(name))),
    figures: figures.get(name) ?? { asked: 0, given: 0, blank: 0, refused: 0 },
    problems: countLevels(owed.get(name) ?? []),
  }));
}

function statusOf(book: BookRecord | undefined): Pick<CockpitDepartment, 'workbook' | 'why'> {
  if (book === undefined) return { workbook: 'none', why: '' };
  if (isFormless(book)) return { workbook: 'formless', why: '' };
  const { status } = book;
  return { workbook: status.kind, why: 'why' in status ? status.why : '' };
}

/** Problems by level. */
export function countLevels(problems: readonly Problem[]): CockpitDepartment['problems'] {
  const count = (level: Problem['level']): number => problems.filter((problem) => problem.level === level).length;
  return { error: count('error'), doubt: count('doubt'), note: count('note') };
}

/** What departments type; what is computed of it would be counted twice. */
function typedFigures({ indicators }: Findings): readonly IndicatorFinding[] {
  return indicators.filter(({ indicator }) => indicator.numerator === null);
}

type FigureCounts = CockpitDepartment['figures'];

function figureCounts(figures: readonly IndicatorFinding[]): ReadonlyMap<string, FigureCounts> {
  const counts = new Map<string, FigureCounts>();
  const add = (department: string, field: keyof FigureCounts): void => {
    const before = counts.get(department) ?? { asked: 0, given: 0, blank: 0, refused: 0 };
    counts.set(department, { ...before, [field]: before[field] + 1 });
  };
  for (const { coverage } of figures) {
    for (const department of coverage.asked) add(department, 'asked');
    for (const department of coverage.given) add(department, 'given');
    for (const [department, why] of firstReasons(coverage.missing))
      if (why === 'blank' || why === 'refused') add(department, why);
  }
  return counts;
}

/** A department that lacks several parts of one figure owes one figure. */
function firstReasons(missing: IndicatorFinding['coverage']['missing']): ReadonlyMap<string, WhyMissing> {
  return new Map([...missing].reverse().map(({ department, why }) => [department, why]));
}

/** What each department owes, by reason, in the order of 单位; names that no department has come last. */
export function figureGaps(findings: Findings, { departments }: Pick<Rows, 'departments'>): readonly CockpitGap[] {
  const owed = typedFigures(findings).flatMap(({ indicator, coverage }) =>
    [...firstReasons(coverage.missing)].map(([department, why]) => ({ department, why, figure: indicator.name })),
  );
  const names = departments.map(({ name }) => name);
  const order = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return [...groupsBy(owed, ({ department, why }) => `${department} ${why}`).values()]
    .flatMap(([first, ...others]): CockpitGap[] => {
      if (first === undefined) return [];
      const figures = [first, ...others].map(({ figure }) => figure);
      return [{ department: first.department, why: whyMissingWords[first.why], figures }];
    })
    .sort((one, other) => order(one.department) - order(other.department));
}
