/** A new hub's rows as a folder of ledgers proposes them, and all that is doubtful about the proposal. */
import type { Problem } from '../base/problem';
import { clipped } from '../base/text';
import type { Edition, StarterTask } from '../edition/edition';
import type { FoundOffice, FoundUnit, OfficeTask } from '../rows/found/found-office';
import { knownNames, matcherOf } from '../rows/matching/row-match';
import { titleForms } from '../rows/matching/similarity';
import { sectionFinder } from '../rows/town/task-sections';
import { starterContents, type HubContents } from './hub-contents';
import { withDepartments } from './office-departments';

/** The rows, and what a person should look at in them; places are those of the hub `file`. */
export interface ProposedHub {
  readonly contents: HubContents;
  readonly problems: readonly Problem[];
}

/** What is proposed beside what stands in the ledgers. */
interface Beside {
  readonly town: string | null;
  readonly reportYear: number;
  /** The hub, for the places of what is told. */
  readonly file: string;
}

/**
 * Units of the ledgers stand in place of those a new hub begins with, where they do the same; tasks are those of the ledgers, or the
 * usual ones where no ledger lists any.
 */
export function foundContents(office: FoundOffice, given: Edition, { town, reportYear, file }: Beside): ProposedHub {
  const { units } = office;
  const names = units.flatMap(({ starter, name }) => (starter?.roles ?? []).map((role) => [role, name] as const));
  const edition = withDepartments(given, Object.fromEntries(names));
  const contents = starterContents(edition, reportYear);
  const tasks = proposedTasks(office.tasks, edition);
  const place = (sheet: string): Problem['place'] => ({ file, sheet });
  const { departments, tasks: taskSheet } = edition.sheets;
  return {
    contents: {
      ...contents,
      settings: { ...contents.settings, ...(town !== null && { town }) },
      departments: departmentRows(contents.departments, units),
      tasks:
        tasks.length === 0 ? contents.tasks : tasks.map(({ row }, index) => ({ ...row, number: index + 1, weight: 1 })),
    },
    problems: [
      ...unitProblems(office, given, place(departments.title)),
      ...taskProblems(tasks, edition, place(taskSheet.title)),
    ],
  };
}

function departmentRows(rows: HubContents['departments'], units: readonly FoundUnit[]): HubContents['departments'] {
  const more = units.filter(({ starter }) => starter === null);
  const others = new Map(units.map(({ name, aliases }) => [name, aliases]));
  const taken = new Set(rows.map(({ id }) => id));
  const free = Array.from(
    { length: rows.length + more.length + 1 },
    (_, at) => `D${String(at + 1).padStart(2, '0')}`,
  ).filter((id) => !taken.has(id));
  return [
    ...rows.map((row) => {
      const own = others.get(typeof row.name === 'string' ? row.name : '') ?? [];
      const known = typeof row.aliases === 'string' && row.aliases !== '' ? row.aliases.split('、') : [];
      const isMore = units.some(({ name, inGroup }) => inGroup && name === row.name);
      return { ...row, ...(isMore && { inGroup: '是' }), aliases: [...new Set([...known, ...own])].join('、') };
    }),
    ...more.map(({ name, aliases, inGroup }, at) => ({
      id: free[at] ?? '',
      name,
      aliases: aliases.join('、'),
      inGroup: inGroup ? '是' : '否',
      active: '是',
    })),
  ];
}

/** A task as it is proposed; `guess` is the section when only the words told it, empty where none did. */
interface ProposedTask {
  readonly row: HubContents['tasks'][number] & Readonly<Record<'id' | 'title' | 'section', string>>;
  readonly guess: string | null;
}

function proposedTasks(tasks: readonly OfficeTask[], edition: Edition): readonly ProposedTask[] {
  const known = edition.tasks.map((item) => ({ item, key: item.id, names: [item.title], usages: [] }));
  const all = knownNames(known, titleForms(edition.declared.words.rows));
  const always = (): boolean => true;
  const usual = matcherOf(() => all, { isOpen: always, isNear: always, mapping: undefined });
  const typed = tasks.map(({ id }) => id);
  const isOwnCode = (id: string): boolean => /[A-Za-z]/u.test(id) && typed.indexOf(id) === typed.lastIndexOf(id);
  // A row that says no more than its number is known by it later on.
  const taken = new Set(typed.filter(isOwnCode));
  return tasks.map((task) => {
    const byId = edition.tasks.find(({ id }) => id === task.id && task.title === '') ?? null;
    const like = byId ?? usual(task.title).matched?.item ?? null;
    const title = titleOf(task, like);
    const { section, isGuess } = sectionFor({ ...task, title }, byId, like, edition);
    const id = isOwnCode(task.id) ? task.id : freeNumber(section, edition, taken);
    const { lead, deadline, partners, measure } = task;
    const said = { id, section, title, measure, lead: lead ?? '', partners: partners.join('、') };
    const row = { ...said, ...dueOf(deadline, byId), indicator: like?.indicator ?? '' };
    return { row, guess: isGuess ? section : null };
  });
}

function dueOf(deadline: string, byId: StarterTask | null): { readonly deadline: string } {
  return { deadline: deadline === '' ? (byId?.deadline ?? '') : deadline };
}

function titleOf({ title, id }: OfficeTask, like: StarterTask | null): string {
  return title === '' ? (like?.title ?? id) : title;
}

/** As the ledger says it, or as the number of a usual task tells it, else by the words, which is a guess. */
function sectionFor(
  { section, id, title, measure }: OfficeTask,
  byId: StarterTask | null,
  like: StarterTask | null,
  edition: Edition,
): { readonly section: string; readonly isGuess: boolean } {
  const said = section === '' ? (byId?.section ?? sectionOfCode(id, edition)) : section;
  if (said !== null) return { section: said, isGuess: false };
  const byWords = sectionFinder({ edition, columnMapping: [] })({ title, measure })?.name;
  return { section: like?.section ?? byWords ?? '', isGuess: true };
}

/** Where the usual tasks of this letter stand. */
function sectionOfCode(id: string, { tasks }: Edition): string | null {
  return /^[A-Z]-?\d/u.test(id) ? (tasks.find((one) => one.id.startsWith(id.charAt(0)))?.section ?? null) : null;
}

/** The section's letter as the usual tasks have it, and the first number of it that is free. */
function freeNumber(section: string, { tasks }: Edition, taken: Set<string>): string {
  const letter = tasks.find((one) => one.section === section)?.id.charAt(0) ?? 'X';
  let number = 1;
  const code = (): string => `${letter}-${String(number).padStart(2, '0')}`;
  while (taken.has(code())) number += 1;
  taken.add(code());
  return code();
}

const mostNamed = 30;

function named(names: readonly string[]): string {
  return `${names.slice(0, mostNamed).join('、')}${names.length > mostNamed ? `等${String(names.length)}个` : ''}`;
}

function unitProblems({ units, ledgers }: FoundOffice, edition: Edition, place: Problem['place']): readonly Problem[] {
  const guessed = units.filter(({ isGuess }) => isGuess);
  const without = edition.departments.filter((one) => units.every(({ starter }) => starter !== one));
  const added = units.filter(({ starter }) => starter === null);
  const nobodys = ledgers.filter(({ unit, isTown }) => unit === null && !isTown);
  return [
    ...told(
      {
        code: 'from-units',
        place,
        reason: '按台账的文件名和“牵头单位”列加进了单位表，承担什么角色看不出来：',
        expected: '请在“单位”表里核对，补上角色',
      },
      added,
      ({ name }) => name,
    ),
    ...told(
      { code: 'from-roles', place, reason: '按名称里的字认定的角色：', expected: '请核对；不对的请改“单位”表的“角色”' },
      guessed,
      ({ name, starter }) => `${name}（${starter?.roles.join('、') ?? ''}）`,
    ),
    ...told(
      {
        code: 'from-without',
        place,
        reason: '没有看到台账、按一般情况列在单位表里的：',
        expected: '没有这个单位的，请从“单位”“任务”“指标”里删去；叫别的名称的请改名',
      },
      without,
      ({ name }) => name,
    ),
    ...told(
      {
        code: 'from-nobody',
        place,
        reason: '看不出是哪个单位的台账，照原名放进“填报”：',
        expected: '请把文件改名为单位名称',
      },
      nobodys,
      ({ file }) => file,
    ),
  ];
}

function taskProblems(tasks: readonly ProposedTask[], edition: Edition, place: Problem['place']): readonly Problem[] {
  if (tasks.length === 0) {
    return told(
      {
        code: 'from-no-tasks',
        place,
        reason: '台账里没有任务，任务表列的是一般都有的：',
        expected: '请按本地的任务分解表改',
      },
      edition.tasks,
      ({ id }) => id,
    );
  }
  const guessed = tasks.filter(({ guess }) => guess !== null && guess !== '');
  const open = tasks.filter(({ guess }) => guess === '');
  const leaderless = tasks.filter(({ row }) => row.lead === '');
  const label = ({ row }: ProposedTask): string => `${row.id} ${clipped(row.title, 16)}`;
  return [
    ...told(
      { code: 'from-sections', place, reason: '台账没有报告章节，按字句提出：', expected: '请在“任务”表里核对' },
      guessed,
      (one) => `${label(one)}→${one.row.section}`,
    ),
    ...told(
      { code: 'from-no-section', place, reason: '看不出属于报告哪一节：', expected: '请在“任务”表里选“报告章节”' },
      open,
      label,
    ),
    ...told(
      { code: 'from-no-lead', place, reason: '看不出由谁牵头：', expected: '请在“任务”表里填“牵头单位”' },
      leaderless,
      label,
    ),
  ];
}

function told<T>(
  { code, place, reason, expected }: Pick<Problem, 'code' | 'place' | 'reason' | 'expected'>,
  list: readonly T[],
  label: (one: T) => string,
): readonly Problem[] {
  if (list.length === 0) return [];
  return [{ code, level: 'doubt', place, actual: '', reason: reason + named(list.map(label)), expected }];
}
