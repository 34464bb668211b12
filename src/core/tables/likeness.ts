/** How much a sheet of any name looks like a declared one. */
import type { Grid } from '../base/grid';
import type { Declared } from './declared';
import { findHeader, lacking } from './find-header';
import { formLabels } from './form-labels';
import type { Column, Form, Table } from './sheet';

export interface Likeness {
  /** The columns or lines it names. */
  readonly named: number;
  /** All required ones are among them, and enough to tell it from a sheet that shares a word or two. */
  readonly isWhole: boolean;
}

const enough = 3;
/** With so many columns nobody misses one of which it is known what holds without it. */
const plenty = 5;

export function likeness(grid: Grid, sheet: Table | Form, declared: Declared): Likeness {
  const { named, isWhole } = sheet.kind === 'table' ? headerFields(grid, sheet, declared) : lineFields(grid, sheet);
  return { named, isWhole: isWhole && named >= enough };
}

function headerFields(grid: Grid, table: Table, declared: Declared): Likeness {
  const found = findHeader(grid, table, declared);
  if (found === null) return { named: 0, isWhole: false };
  const named = [...found.matches.values()].filter(({ by }) => by !== 'likely').length;
  return { named, isWhole: lacking(table, found, named < plenty).length === 0 };
}

function lineFields(grid: Grid, form: Form): Likeness {
  const found = [...formLabels(grid, form)].flatMap(([field, labels]) => (labels.length > 0 ? [field] : []));
  const required = Object.entries<Column>(form.columns).filter(([, column]) => column.required);
  return { named: found.length, isWhole: required.every(([field]) => found.includes(field)) };
}
