/** A choice that no column tells may be told by the title, for all rows: 行政应诉案件台账 lists lawsuits. */
import type { Grid } from '../../base/grid';
import { oncePer } from '../../base/once-per';
import { headerKey } from '../../base/text';
import type { Column, Columns, Table } from '../sheet';
import { onlyFilled } from '../table-layout';
import { withWhenAbsent } from './absent-values';
import { titlesOn } from './usual-title';

/** Stands in 缺列时 for what the title says. */
export const byTitle = '标题';
/** One character is part of too many words. */
const shortest = 2;

/** The table with what its title says in the place of such words; nothing where it names no choice, or several. */
export function withTitleChoices<C extends Columns>(grid: Grid, table: Table<C>): Table<C> {
  const open = Object.entries<Column>(table.columns).filter(([, { whenAbsent }]) => whenAbsent === byTitle);
  if (open.length === 0) return table;
  const titles = titlesOn(grid).map(headerKey).reverse();
  return withWhenAbsent(
    table,
    open.map(([field, column]) => [field, choiceIn(titles, grid, column)]),
  );
}

/** What stands alone in its row. */
const headingsOn = oncePer(({ rows }: Grid): readonly string[] =>
  rows.flatMap((cells) => cells[onlyFilled(cells) ?? -1]?.shown ?? []).map(headerKey),
);

/** What the nearest title says that says something, where no heading on the sheet says otherwise. */
function choiceIn(titles: readonly string[], grid: Grid, column: Column): string {
  const [only = '', ...others] = titles.map((title) => choicesIn(title, column)).find(({ length }) => length > 0) ?? [];
  if (only === '' || others.length > 0) return '';
  const isSole = (named: readonly string[]): boolean => named.length !== 1 || named[0] === only;
  return headingsOn(grid).every((text) => isSole(choicesIn(text, column))) ? only : '';
}

function choicesIn(title: string, { choices, choiceUsages }: Column): readonly string[] {
  return choices.filter((choice) =>
    [choice, ...(choiceUsages[choice] ?? [])].some(
      (word) => word.length >= shortest && title.includes(headerKey(word)),
    ),
  );
}
