/** The office that a folder of ledgers shows: its town and year, its units, and the tasks they speak of. */
import type { Edition, StarterDepartment } from '../../edition/edition';
import { nameKey } from '../../base/text';
import { finderOf } from '../by-key';
import { meansEverybody } from '../department-names';
import { likest, sure } from '../matching/row-match';
import { titleForms } from '../matching/similarity';
import { unitKey, unitOf, unitOfFile, withoutTown, type Ledger } from './found-names';
import { tasksIn, type FoundTask } from './found-tasks';

/** A unit under the name it is known by here; `starter` is what a new hub calls it, `isGuess` when only its role tells so. */
export interface FoundUnit {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly starter: StarterDepartment | null;
  readonly isGuess: boolean;
  /** Its ledger holds sheets that only the edition's group has. */
  readonly inGroup: boolean;
}

/** A ledger of the folder: whose it is, null for nobody's, and whether it is the town's own. */
interface FoundLedger {
  readonly file: string;
  readonly unit: string | null;
  readonly isTown: boolean;
}

/** A task with the unit that leads it by its own name; null where a town's table leaves that open. */
export interface OfficeTask extends FoundTask {
  readonly lead: string | null;
}

export interface FoundOffice {
  readonly units: readonly FoundUnit[];
  readonly ledgers: readonly FoundLedger[];
  readonly tasks: readonly OfficeTask[];
}

/** What the ledgers show; a task that stands in several of them is one, and the town's table goes first. */
export function officeIn(
  ledgers: readonly Ledger[],
  edition: Edition,
  { town, reportYear }: { readonly town: string | null; readonly reportYear: number },
): FoundOffice {
  const ends = edition.declared.words.rows;
  const read = ledgers.map((one) => {
    const { isTown, tasks, inGroup } = tasksIn(one.grids, edition, reportYear);
    const unit = isTown ? unitOfFile(one.file, town, ends) : unitOf(one, town, ends);
    // What bears the name of a unit is that unit's own, whoever else it lists: so a check takes it.
    const isOwn = unit !== null && !(isTown && isOffice(unit, tasks, edition));
    return { file: one.file, unit: isOwn ? unit : null, isTown: isTown && !isOwn, tasks, inGroup };
  });
  const inOrder = [...read.filter(({ isTown }) => isTown), ...read.filter(({ isTown }) => !isTown)];
  const named = inOrder.flatMap(({ unit, tasks }) => [
    unit ?? '',
    ...tasks.flatMap(({ lead, partners }) => [lead ?? '', ...partners]),
  ]);
  const ownNames = read.flatMap(({ unit }) => unit ?? []);
  const units = unitsOf([...ownNames, ...named.map((name) => withoutTown(name, town))], edition);
  const groups = new Set(read.flatMap(({ unit, inGroup }) => (inGroup && unit !== null ? [unit] : [])));
  const called = finderOf(units, ({ name, aliases }) => [name, ...aliases]);
  const nameOf = (name: string): string => called(withoutTown(name, town))?.name ?? name;
  const tasks = inOrder.flatMap((one) =>
    one.tasks.map((task): OfficeTask => {
      const lead = task.lead ?? one.unit;
      return { ...task, lead: lead === null ? null : nameOf(lead), partners: task.partners.map(nameOf) };
    }),
  );
  return {
    units: units.map((one) => ({ ...one, inGroup: [one.name, ...one.aliases].some((name) => groups.has(name)) })),
    ledgers: read.map(({ file, unit, isTown }) => ({ file, unit: unit && nameOf(unit), isTown })),
    tasks: apart(tasks, titleForms(edition.declared.words.rows)),
  };
}

/** Whether a name is that of the office whose units have these tasks: none of them is its own, and no hub knows a unit of the name. */
function isOffice(name: string, tasks: readonly FoundTask[], { departments }: Edition): boolean {
  const key = unitKey(name);
  const isCalled = (one: string | null): boolean => one !== null && unitKey(one) === key;
  const leads = new Set(tasks.flatMap(({ lead }) => (lead === null ? [] : unitKey(lead))));
  return (
    leads.size > 1 &&
    !tasks.some(({ lead, partners }) => [lead, ...partners].some(isCalled)) &&
    !departments.some((one) => [one.name, ...one.aliases].some(isCalled))
  );
}

/** Longer words in a column of units are sentences. */
const longestName = 20;

function unitsOf(names: readonly string[], edition: Edition): readonly FoundUnit[] {
  const usual = finderOf(edition.departments, ({ name, aliases }) => [name, ...aliases]);
  const found = new Map<string, FoundUnit>();
  for (const name of names) {
    if (name === '' || name.length > longestName || meansEverybody(name, edition.words)) continue;
    const starter = usual(name);
    const key = starter?.name ?? unitKey(name);
    const before = found.get(key);
    if (before === undefined) found.set(key, { name, aliases: [], starter, isGuess: false, inGroup: false });
    else if (![before.name, ...before.aliases].some((one) => nameKey(one) === nameKey(name)))
      found.set(key, { ...before, aliases: [...before.aliases, name] });
  }
  return byRoles([...found.values()], edition);
}

/** A unit that no starter is called like, and whose name alone holds the word of a role nobody has, is taken for that one. */
function byRoles(units: readonly FoundUnit[], { departments }: Edition): readonly FoundUnit[] {
  const guessed = new Map<FoundUnit, StarterDepartment>();
  for (const starter of departments.filter((one) => units.every((unit) => unit.starter !== one))) {
    const [only, ...others] = units.filter(
      (unit) => unit.starter === null && starter.roles.some((role) => unit.name.includes(role)),
    );
    if (only !== undefined && others.length === 0 && !guessed.has(only)) guessed.set(only, starter);
  }
  return units.map((unit) => {
    const starter = guessed.get(unit);
    return starter === undefined ? unit : { ...unit, starter, isGuess: true };
  });
}

/** A task with its title as titles are compared. */
interface Listed {
  readonly item: OfficeTask;
  readonly forms: readonly string[];
}

/** Each task once: what a unit says of one that it leads or has a part in is no other; what another unit calls the same is. */
function apart(tasks: readonly OfficeTask[], titleForm: (title: string) => string): readonly OfficeTask[] {
  const kept: OfficeTask[] = [];
  const ids = new Set<string>();
  const byUnit = new Map<string | null, Listed[]>();
  for (const task of tasks) {
    const form = titleForm(task.title);
    const own = [...(byUnit.get(task.lead) ?? []), ...(task.lead === null ? [] : (byUnit.get(null) ?? []))];
    if (task.title === '' ? ids.has(task.id) : isListed(form, own)) continue;
    kept.push(task);
    ids.add(task.id);
    for (const unit of new Set([task.lead, ...task.partners])) {
      const others = byUnit.get(unit);
      if (others) others.push({ item: task, forms: [form] });
      else byUnit.set(unit, [{ item: task, forms: [form] }]);
    }
  }
  return kept.filter(({ title, id }) => titleForm(title) !== '' || id !== '');
}

function isListed(form: string, listed: readonly Listed[]): boolean {
  return listed.some(({ forms }) => forms.includes(form)) || (likest(form, listed).matched?.certainty ?? 0) >= sure;
}
