/** What kind of sheet departments mean by the titles they give their own: 2022年度培训台账. */
import { shownAt, type Grid } from '../../base/grid';
import { textLimits } from '../../base/limits';
import { oncePer } from '../../base/once-per';
import { headerKey, remembered } from '../../base/text';
import type { Declared } from '../declared';
import { findHeader } from '../find-header';
import { formLabels } from '../form-labels';
import { likeness } from '../likeness';
import type { Form, Table } from '../sheet';
import { onlyFilled } from '../table-layout';

/** A kind of sheet, and whether the name of the sheet told it or the title on it. */
interface UsualKind {
  readonly sheet: Table | Form;
  readonly from: 'name' | 'title';
}

type Kinds = readonly (Table | Form)[];

const known = oncePer<Grid, WeakMap<Kinds, UsualKind | null>>(() => new WeakMap());

/**
 * The kind whose usual words the sheet's name holds, or else the title above its header; of several the longest word tells. Its
 * header must name columns of that kind. Null where nothing tells.
 */
export function usualKind(grid: Grid, declared: Declared, kinds: Kinds): UsualKind | null {
  const before = known(grid);
  const found = before.get(kinds);
  if (found !== undefined) return found;
  const kind = kindIn(grid.sheet, grid, declared, kinds) ?? kindInTitle(grid, declared, kinds);
  before.set(kinds, kind);
  return kind;
}

/** A grid that was made of another is of its kind, though the title that told it stands on it no more. */
export function keepKind(made: Grid, from: Grid, kinds: Kinds, sheet: Table | Form): void {
  const told = known(from).get(kinds) ?? ({ sheet, from: isCalledLike(from.sheet, sheet) ? 'name' : 'title' } as const);
  known(made).set(kinds, told);
}

function isCalledLike(name: string, sheet: Table | Form): boolean {
  return usualWords(sheet).some((word) => headerKey(name).includes(word));
}

function kindIn(text: string, grid: Grid, declared: Declared, kinds: Kinds): UsualKind | null {
  const key = headerKey(text);
  if (key.length > textLimits.sheetTitle) return null;
  const said = kinds
    .flatMap((sheet) => usualWords(sheet).map((word) => ({ sheet, word })))
    .filter(({ word }) => key.includes(word))
    .sort((one, other) => other.word.length - one.word.length);
  const likely = said.filter(({ sheet }) => namesColumns(grid, sheet, declared));
  // 信访工作台账: the longest word may tell less than the columns.
  const meant = likely.find(({ sheet }) => likely.length > 1 && likeness(grid, sheet, declared).isWhole) ?? likely[0];
  return meant === undefined ? null : { sheet: meant.sheet, from: 'name' };
}

/** Fewer characters are part of too many titles. */
const shortest = 3;

/** What departments call it; a form's own names, too, for there is no second header to tell it by. */
const usualWords = oncePer(({ kind, title, synonyms, usages }: Table | Form): readonly string[] => {
  const own = kind === 'form' ? [title, ...synonyms].filter(({ length }) => length >= shortest) : [];
  return [...usages, ...own].map(headerKey);
});

/** Rows above a header in which its title may stand. */
export const titleRows = 3;

/** Whether the name of the sheet, or a title on it, holds a usual word for this kind; what its cells say is another matter. */
export function isUsualName(grid: Grid, sheet: Table | Form): boolean {
  return titleKeys(grid).some(usualTest(sheet));
}

const usualTest = oncePer((sheet: Table | Form) =>
  remembered((key): boolean => usualWords(sheet).some((word) => key.includes(word))),
);

const titleKeys = oncePer((grid: Grid): readonly string[] =>
  titlesOn(grid).flatMap((title) => (title.length <= textLimits.sheetTitle ? headerKey(title) : [])),
);

/** The name of the sheet, and the texts that stand alone in one of its first rows. */
export function titlesOn({ sheet, rows, part }: Grid): readonly string[] {
  const top = part?.top ?? 0;
  const above = rows.slice(top, top + titleRows).flatMap((cells) => cells[onlyFilled(cells) ?? -1]?.shown ?? []);
  return [sheet, ...above];
}

function kindInTitle(grid: Grid, declared: Declared, kinds: Kinds): UsualKind | null {
  for (const [row, cells] of grid.rows.slice(0, titleRows).entries()) {
    const at = onlyFilled(cells);
    const kind = at === null ? null : kindIn(shownAt(grid, row, at), grid, declared, kinds);
    if (kind !== null) return { ...kind, from: 'title' };
  }
  return null;
}

/** Two columns of a kind are no chance. */
const enough = 2;

function namesColumns(grid: Grid, sheet: Table | Form, declared: Declared): boolean {
  const named =
    sheet.kind === 'table'
      ? (findHeader(grid, sheet, declared)?.matches.size ?? 0)
      : [...formLabels(grid, sheet).values()].filter((labels) => labels.length > 0).length;
  return named >= enough;
}
