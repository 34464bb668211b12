/** How much a sheet of any name looks like a declared one. */
import type { Grid } from '../base/grid';
import type { Declared } from './declared';
import { findHeader, requiredOf } from './find-header';
import { formLabels } from './form-labels';
import type { Column, Form, Table } from './sheet';

export interface Likeness {
  /** The columns or lines it names. */
  readonly named: number;
  /** All required ones are among them, and enough to tell it from a sheet that shares a word or two. */
  readonly isWhole: boolean;
}

const enough = 3;

export function likeness(grid: Grid, sheet: Table | Form, declared: Declared): Likeness {
  const required = Object.values<Column>(sheet.columns).filter((column) => column.required).length;
  const found = sheet.kind === 'table' ? headerFields(grid, sheet, declared) : lineFields(grid, sheet);
  return { named: found.named, isWhole: found.required === required && found.named >= enough };
}

interface Fields {
  readonly named: number;
  readonly required: number;
}

function headerFields(grid: Grid, table: Table, declared: Declared): Fields {
  const found = findHeader(grid, table, declared);
  return found === null
    ? { named: 0, required: 0 }
    : { named: found.matches.size, required: requiredOf(table, found).length };
}

function lineFields(grid: Grid, form: Form): Fields {
  const found = [...formLabels(grid, form)].filter(([, labels]) => labels.length > 0);
  return { named: found.length, required: found.filter(([field]) => form.columns[field]?.required === true).length };
}
