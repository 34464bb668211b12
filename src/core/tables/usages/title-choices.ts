/** A choice that no column tells may be told by the title, for all rows: 行政应诉案件台账 lists lawsuits. */
import type { Grid } from '../../base/grid';
import { headerKey } from '../../base/text';
import type { Column, Columns, Table } from '../sheet';
import { titlesOn } from './usual-title';

/** Stands in 缺列时 for what the title says. */
const byTitle = '标题';
/** One character is part of too many words. */
const shortest = 2;

/** The table with what its title says in the place of such words; nothing where it names no choice, or several. */
export function withTitleChoices<C extends Columns>(grid: Grid, table: Table<C>): Table<C> {
  const open = Object.entries<Column>(table.columns).filter(([, { whenAbsent }]) => whenAbsent === byTitle);
  if (open.length === 0) return table;
  const titles = titlesOn(grid).map(headerKey).join(' ');
  const own = open.map(([field, column]) => [field, { ...column, whenAbsent: choiceIn(titles, column) }] as const);
  // The fields are the table's own, which the compiler cannot follow.
  return { ...table, columns: { ...table.columns, ...(Object.fromEntries(own) as Partial<C>) } };
}

function choiceIn(titles: string, { choices, choiceUsages }: Column): string {
  const named = choices.filter((choice) =>
    [choice, ...(choiceUsages[choice] ?? [])].some(
      (word) => word.length >= shortest && titles.includes(headerKey(word)),
    ),
  );
  const [only = '', ...others] = named;
  return others.length === 0 ? only : '';
}
