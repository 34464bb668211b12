/** Words an edition for one kind of organ: what the build wrote names the words that differ in braces. */
import type { CellWords } from '../cells/readings';
import type { Column, Form, Table } from '../tables/sheet';
import type { DeclaredIndicator, Edition, StarterDepartment, StarterTask } from './edition';
import { figureLines } from './figure-lines';
import { inEachKind, organOf, usualOrgan, wordedFor, type OrganChoice } from './organ';
import type { CoreSheets } from './shapes';

/** Lines that only organs of some kinds start with; no kind named: all. */
interface OfKinds {
  readonly organs: readonly string[];
}

export type RawDepartment = StarterDepartment & OfKinds;
export type RawTask = StarterTask & OfKinds;

/** An edition before it is worded. */
export interface RawEdition extends Omit<Edition, 'declared' | 'organ' | 'departments' | 'tasks'> {
  readonly departments: readonly RawDepartment[];
  readonly tasks: readonly RawTask[];
  readonly cellWords: CellWords;
}

/** The edition for the organ, or for its usual one. A name that differs between organs is known by all of its forms. */
export function wordedEdition(raw: RawEdition, choice: OrganChoice = usualOrgan(raw)): Edition {
  const { cellWords, ...rest } = raw;
  const organ = organOf(raw, choice);
  const departments = startingIn(choice, rest.departments);
  const named = {
    ...rest,
    sheets: mapped<Table | Form>(rest.sheets, (sheet) => withOtherHeaders(sheet, raw)),
    details: rest.details.map((detail) => ({ ...detail, sheet: withOtherHeaders(detail.sheet, raw) })),
    indicators: rest.indicators.map((line) => ({
      ...withOtherNames(line, raw),
      filledBy: withoutRoles(line.filledBy, departments),
    })),
    departments,
    tasks: startingIn(choice, rest.tasks).map((task) => ({ ...task, lead: withoutRoles(task.lead, departments) })),
  };
  const worded = wordedFor(named, organ.words);
  // The sheets are those of `raw`, which the compiler cannot follow.
  const all = worded.sheets as unknown as CoreSheets;
  const sheets = { ...all, settings: withoutDuty(all.settings, organ.lacks) } as CoreSheets;
  return { ...worded, sheets, organ, declared: declaredIn({ ...worded, sheets }, cellWords) };
}

function declaredIn(
  edition: Pick<Edition, 'sheets' | 'details' | 'indicators' | 'registers'>,
  words: CellWords,
): Edition['declared'] {
  const { sheets, details } = edition;
  const { settings, departments, tasks, indicators, weakAreas, narratives, holidays, published } = sheets;
  const { cover, progress, figures, suggestions, feedback } = sheets;
  return {
    hub: [settings, departments, tasks, indicators, weakAreas, narratives, holidays, published],
    department: [cover, progress, figures, ...details.map(({ sheet }) => sheet), suggestions, feedback],
    words,
    figures: { table: figures, code: 'code', name: 'name', unit: 'unit', value: 'quantity', lastYear: 'lastYear' },
    lines: figureLines(edition.indicators, edition, words.rows.summedUnits),
    registers: edition.registers,
    tasks: [
      { table: tasks, keys: ['id', 'title'] },
      { table: progress, keys: ['taskId', 'title'] },
    ],
  };
}

function startingIn<T extends OfKinds>({ kind }: OrganChoice, lines: readonly T[]): readonly T[] {
  return lines.filter(({ organs }) => organs.length === 0 || organs.includes(kind));
}

/** What stands before a role where a line names the department that has it. */
const rolePrefix = '牵头：';

/** The names with the department of this kind of organ in place of each role; the build sees to it that there is one. */
function withoutRoles(names: string, departments: readonly RawDepartment[]): string {
  if (!names.includes(rolePrefix)) return names;
  const nameOf = (one: string): string =>
    departments.find(({ roles }) => roles.some((role) => one === `${rolePrefix}${role}`))?.name ?? one;
  return [...new Set(names.split('、').map(nameOf))].join('、');
}

/** The sheet itself where no header differs: two editions may share it. */
function withOtherHeaders<S extends Table | Form>(sheet: S, raw: RawEdition): S {
  const differs = Object.values<Column>(sheet.columns).some(({ header }) => header.includes('{'));
  if (!differs) return sheet;
  const columns = mapped<Column>(sheet.columns, (column) => {
    if (!column.header.includes('{')) return column;
    return { ...column, synonyms: [...new Set([...inEachKind(column.header, raw), ...column.synonyms])] };
  });
  return { ...sheet, columns };
}

function withOtherNames(line: DeclaredIndicator, raw: RawEdition): DeclaredIndicator {
  if (!line.name.includes('{')) return line;
  return { ...line, synonyms: [...new Set([...inEachKind(line.name, raw), ...line.synonyms])] };
}

/** What does not exist in the organ must not be filled in. */
function withoutDuty<S extends Table | Form>(sheet: S, lacks: readonly string[]): S {
  if (lacks.length === 0) return sheet;
  const columns = mapped<Column>(sheet.columns, (column) =>
    lacks.includes(column.header) ? { ...column, required: false } : column,
  );
  return { ...sheet, columns };
}

function mapped<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
