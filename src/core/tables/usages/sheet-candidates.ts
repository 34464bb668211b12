/** Which sheets of a workbook may be the one a declaration speaks of: by name, by what departments call it, or by what its header says. */
import type { Grid } from '../../base/grid';
import { mappedName } from '../../base/mapping';
import { oncePer } from '../../base/once-per';
import { headerKey } from '../../base/text';
import type { Declared } from '../declared';
import { findHeader, lacking } from '../find-header';
import { likeness, type Likeness } from '../likeness';
import { rosterCounted } from '../shapes/roster-problems';
import { shapedOf } from '../shapes/shaped-grid';
import type { Form, Table } from '../sheet';
import { knownTitleKey } from './title-key';
import { usualKind } from './usual-title';

/** What told that a sheet is meant: the office's own word (列对应), its name, what departments call such a sheet, or its header. */
export type FoundBy = 'mapping' | 'name' | 'usage' | 'header';

interface Candidates {
  readonly found: readonly Grid[];
  readonly by: FoundBy;
}

/** All sheets that may be meant; more than one when nobody can know which. Asked of a workbook by each that reads it. */
export function candidateSheets(grids: readonly Grid[], sheet: Table | Form, declared: Declared): Candidates {
  return candidatesIn(grids)(declared)(sheet);
}

const candidatesIn = oncePer((grids: readonly Grid[]) =>
  oncePer((declared: Declared) => oncePer((sheet: Table | Form) => candidatesAmong(grids, sheet, declared))),
);

function candidatesAmong(grids: readonly Grid[], sheet: Table | Form, declared: Declared): Candidates {
  const beside = besides(sheet, declared);
  const names = namesOn(grids)(beside);
  if (names.tellAll) {
    const found = names.sheets.get(sheet) ?? [];
    return { found, by: found.length > 0 ? 'name' : 'header' };
  }
  const kept = grids.filter(({ rules }) => rules?.isLeft !== true);
  const read = kept.length < grids.length ? kept : grids;
  const fitting = read.filter(({ part }) => part === undefined || part.title === sheet.title);
  const mapped = fitting.filter((grid) => mappedTitle(grid) === sheet.title);
  if (mapped.length > 0) {
    return { found: [...mapped, ...moreSheets(mapped, { read, grids, fitting }, sheet, declared)], by: 'mapping' };
  }
  const named = namedSheets(fitting, alone(sheet)).get(sheet) ?? [];
  if (named.length > 0) return { found: named, by: 'name' };
  const usual = usualSheets(grids, sheet, declared);
  const more = moreSheets(usual, { read, grids, fitting }, sheet, declared);
  if (usual.length > 0) return { found: [...usual, ...more], by: 'usage' };
  const parts = fitting.filter(({ part }) => part !== undefined);
  const others = more.length > 0 ? more : parts;
  return { found: others.length > 0 ? others : likelySheets(read, sheet, declared), by: 'header' };
}

/** The sheets of a workbook, those of them that may be read, and of these those that are no tables of another kind. */
interface Sheets {
  readonly grids: readonly Grid[];
  readonly read: readonly Grid[];
  readonly fitting: readonly Grid[];
}

/** What is read beside these: others of a kind of several, and the roster beside a form. */
function moreSheets(
  found: readonly Grid[],
  { grids, read, fitting }: Sheets,
  sheet: Table | Form,
  declared: Declared,
): readonly Grid[] {
  const parts = fitting.filter(({ part }) => part !== undefined);
  const isFigures = sheet === declared.figures.table;
  const isSeveral = isOfSeveral(sheet, declared);
  const isForm = (one: Table | Form): boolean => one.kind === 'form';
  const usual = isSeveral || isForm(sheet) ? usualSheets(grids, sheet, declared) : [];
  const likely = isSeveral && isFigures ? likelySheets(read, sheet, declared) : [];
  const more = [...usual, ...parts, ...likely].filter((grid) => !found.includes(grid));
  return isSeveral || (isForm(sheet) && isRosterBeside([...found, ...more])) ? more : [];
}

function mappedTitle({ mapping = [], sheet }: Grid): string | null {
  return mapping.length === 0 ? null : mappedName(mapping, null, headerKey(sheet));
}

type Kinds = readonly (Table | Form)[];

/** The kinds that bear a name: by their title, by a synonym, by either. */
interface Called {
  readonly titled: Kinds;
  readonly byOther: Kinds;
  readonly all: Kinds;
}

/** By each name the kinds it may mean, in their order. */
const kindsByName = oncePer((kinds: Kinds): ReadonlyMap<string, Called> => {
  const isTitled = (kind: Table | Form, key: string): boolean => knownTitleKey(kind.title) === key;
  const isCalled = (kind: Table | Form, key: string): boolean => keysOf(kind.synonyms).includes(key);
  const keys = new Set(kinds.flatMap(({ title, synonyms }) => [knownTitleKey(title), ...keysOf(synonyms)]));
  return new Map(
    [...keys].map((key) => [
      key,
      {
        titled: kinds.filter((kind) => isTitled(kind, key)),
        byOther: kinds.filter((kind) => isCalled(kind, key)),
        all: kinds.filter((kind) => isTitled(kind, key) || isCalled(kind, key)),
      },
    ]),
  );
});

/** By kind the sheets that bear its name; where one bears its title no other name counts. */
function namedSheets(grids: readonly Grid[], kinds: Kinds): ReadonlyMap<Table | Form, readonly Grid[]> {
  const titled = new Map<Table | Form, Grid[]>();
  const byOther = new Map<Table | Form, Grid[]>();
  for (const grid of grids) {
    const called = mappedTitle(grid) === null ? kindsByName(kinds).get(knownTitleKey(grid.sheet)) : undefined;
    for (const kind of called?.titled ?? []) titled.set(kind, [...(titled.get(kind) ?? []), grid]);
    for (const kind of called?.byOther ?? []) byOther.set(kind, [...(byOther.get(kind) ?? []), grid]);
  }
  return new Map([...byOther, ...titled]);
}

const alone = oncePer((kind: Table | Form): Kinds => [kind]);

/** What the names of a workbook's sheets tell; looked at once however many kinds are looked for. */
interface SheetNames {
  readonly sheets: ReadonlyMap<Table | Form, readonly Grid[]>;
  /** Sheets that people see, with no known name of their own. */
  readonly free: readonly Grid[];
  /** Each sheet bears a known name and nothing else was said of it, as in the usual workbook. */
  readonly tellAll: boolean;
}

const namesOn = oncePer((grids: readonly Grid[]) =>
  oncePer((beside: Kinds): SheetNames => {
    const sheets = namedSheets(grids, beside);
    const taken = new Set([...sheets.values()].flat());
    const isPlain = ({ rules, part, mapping = [] }: Grid): boolean =>
      rules?.isLeft !== true && part === undefined && mapping.length === 0;
    return {
      sheets,
      free: grids.filter(
        (grid) => !grid.hidden && grid.part === undefined && !taken.has(grid) && mappedTitle(grid) === null,
      ),
      tellAll: grids.every((grid) => isPlain(grid) && taken.has(grid)),
    };
  }),
);

/** The kinds whose name the sheet bears, or the one the office says that it is. */
export function kindsCalled(grid: Grid, kinds: Kinds): Kinds {
  const mapped = mappedTitle(grid);
  if (mapped !== null) return kinds.filter(({ title }) => title === mapped);
  return kindsByName(kinds).get(knownTitleKey(grid.sheet))?.all ?? [];
}

const keysOf = oncePer((titles: readonly string[]): readonly string[] => titles.map(knownTitleKey));

/**
 * The sheets of no known name whose header has all that this table requires and is more like it than like any other table
 * of such a workbook; one, if it is clearly more like it than the others.
 */
function likelySheets(grids: readonly Grid[], sheet: Table | Form, declared: Declared): readonly Grid[] {
  const beside = besides(sheet, declared);
  if (beside.length === 0) return [];
  const likely = namesOn(grids)(beside)
    .free.filter((grid) => usualKind(grid, declared, beside) === null)
    .flatMap((grid) => {
      const alike = beside.map((one) => ({ one, ...likeness(grid, one, declared) }));
      const own = alike.find(({ one }) => one === sheet);
      const isBest = own?.isWhole === true && alike.every((other) => other.one === sheet || isLess(other, own));
      return isBest ? [{ grid, named: own.named }] : [];
    })
    .sort((one, other) => other.named - one.named);
  return sheet === declared.figures.table
    ? likely.map(({ grid }) => grid).filter((grid) => hasRequired(grid, sheet, declared))
    : clearlyFirst(likely);
}

/** The sheets whose titles departments use for this kind; one, if it names clearly more of its columns than the others. */
function usualSheets(grids: readonly Grid[], sheet: Table | Form, declared: Declared): readonly Grid[] {
  const beside = besides(sheet, declared);
  const usual = namesOn(grids)(beside).free.filter((grid) => usualKind(grid, declared, beside)?.sheet === sheet);
  if (usual.length < 2 || (sheet.kind === 'form' && isRosterBeside(usual))) return usual;
  // What has all that a kind of several needs is one of it, however many columns another names.
  const whole = isOfSeveral(sheet, declared) ? usual.filter((grid) => hasRequired(grid, sheet, declared)) : [];
  if (usual.length === whole.length || (whole.length > 0 && sheet === declared.figures.table)) return whole;
  const named = usual.map((grid) => ({ grid, named: likeness(grid, sheet, declared).named }));
  return clearlyFirst(named.sort((one, other) => other.named - one.named));
}

/** Departments keep several sheets of what they fill row by row. */
export function isOfSeveral(sheet: Table | Form, { department, tasks }: Declared): sheet is Table {
  const isSingle = sheet.kind === 'form' || tasks.some(({ table }) => table === sheet);
  return !isSingle && department.includes(sheet);
}

function hasRequired(grid: Grid, table: Table, declared: Declared): boolean {
  const found = findHeader(grid, table, declared);
  const { figures } = declared;
  const isValued = table !== figures.table || found?.matches.has(figures.value) === true;
  return found !== null && isValued && lacking(table, found, false).length === 0;
}

function clearlyFirst(likely: readonly { readonly grid: Grid; readonly named: number }[]): readonly Grid[] {
  const [first, second] = likely;
  if (first === undefined) return [];
  // What names two columns fewer than the likeliest is no rival of it.
  const isClear = second === undefined || first.named - second.named >= 2;
  return isClear ? [first.grid] : likely.map(({ grid }) => grid);
}

/** The sheets that may stand in the same workbook. */
export function besides(sheet: Table | Form, declared: Declared): Kinds {
  return listOf(declared).get(sheet) ?? noKinds;
}

const noKinds: Kinds = [];
const listOf = oncePer(
  ({ hub, department }: Declared): ReadonlyMap<Table | Form, Kinds> =>
    new Map([department, hub].flatMap((list) => list.map((kind) => [kind, list] as const))),
);

function isLess(other: Likeness, own: Likeness): boolean {
  return !other.isWhole || other.named < own.named;
}

/** A roster the form's lines are counted from, beside one that tells them. */
export function isRosterBeside(found: readonly Grid[]): boolean {
  const isRoster = (grid: Grid): boolean => shapedOf(grid).problems.some(({ code }) => code === rosterCounted);
  return found.length === 2 && found.filter(isRoster).length === 1;
}
